"""A rich dossier written by hand, from three invented reports of an invented bombing.

Everything in it is fiction. It holds each kind of thing that the page must show: overlapping
and nested claims, posts, a copy with drift, a denial, a background incident, many nulls.
"""

from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.annotations import Annotations, Attribution, Section
from rashomon.model.base import content_id
from rashomon.model.claims import (
    ActorValue,
    ChainLink,
    Claim,
    ResponsibleValue,
    TextValue,
    WhenValue,
    WhereValue,
    Who,
)
from rashomon.model.copies import Copy, CopySpan, Drift
from rashomon.model.dossier import Dossier, DossierReport, MadeWith
from rashomon.model.findings import (
    Collapsed,
    Conflict,
    Finding,
    Independent,
    Reading,
    Toll,
    TollPart,
)
from rashomon.model.incidents import AcledType, Incident, Link, Relation, When, Where
from rashomon.model.numbers import NumberRange, exactly
from rashomon.model.report import PublishedRange
from rashomon.model.spans import Piece, Span
from rashomon.model.voices import Actor, ActorName, Label, NameSpan, NotTheSame, PartOf, Voice

TEXTS = {
    "r1": (
        "At least four people were killed and nine hurt when a bomb went off at the Larnos ferry "
        "terminal on Monday night, police spokesman Ilias Dranov said. Our reporter counted six "
        "ambulances.\n\n“A flash, then nothing but glass,” a kiosk owner recalled.\n\n"
        "@pier_nine · 13 May: the whole quay shook, people running from gate two"
    ),
    "r2": (
        "LARNOS (Reuters) — Four people were killed in a bombing at the ferry terminal in Larnos, "
        "police said. Dozens were wounded, according to witnesses. It was the worst attack since "
        "gunmen killed twelve there in 2019, when raiders of the so-called Tide fired on a queue.\n"
        "Tags: Larnos, ferries"
    ),
    "r3": (
        "Seven people died in Monday’s blast, Larnos city hospital said on Wednesday. Eight are "
        "still being treated. The Free Harbour Movement denied any part in it, though ministers "
        "blame the group. The movement, which is not the Harbour Guard, calls itself a union. "
        "No one was killed in a second explosion, the fire service said."
    ),
}
OUTLETS = {"r1": "Harbour Daily", "r2": "The Strait", "r3": "Canal Nine"}
PEOPLE = Who(label="people", why_null={"actor": "not-stated", "side": "not-stated"})


def span(report: str, words: str) -> Span:
    start = TEXTS[report].index(words)
    return Span(report=report, start=start, end=start + len(words), exact=words)


def piece(report: str, words: str) -> Piece:
    found = span(report, words)
    return Piece(start=found.start, end=found.end, exact=found.exact)


def claim(
    name: str,
    incident: str | None,
    prop: Any,
    value: Any,
    words: str,
    within: str,
    voices: str,
    **more: Any,
) -> Claim:
    report = name[:2]
    chain = []
    for voice in voices.split():
        voice_id, _, attribution = voice.partition("/")
        chain.append(ChainLink(voice=voice_id, attribution=attribution or None))
    return Claim(
        id=name,
        incident=incident,
        property=prop,
        value=value,
        who=more.pop("who", None),
        span=span(report, words),
        sentence=span(report, within),
        chain=tuple(chain),
        stance=more.pop("stance", "asserted"),
        as_of=more.pop("as_of", None),
        **more,
    )


S1 = TEXTS["r1"].partition(" Our reporter")[0]
S2 = TEXTS["r2"].partition(" Dozens")[0]
S2B = "Dozens were wounded, according to witnesses."
S2C = TEXTS["r2"][TEXTS["r2"].index("It was") : TEXTS["r2"].index("\nTags")]
S3 = TEXTS["r3"].partition(" Eight")[0]
S3B = "Eight are still being treated."
S3C = TEXTS["r3"][TEXTS["r3"].index("The Free") : TEXTS["r3"].index(" The movement,")]
S3D = TEXTS["r3"][TEXTS["r3"].index("No one") :]


def claims() -> tuple[Claim, ...]:
    bombing, shooting, second = "bombing", "shooting", "second"
    day = WhenValue(
        earliest="2024-05-13T18:00", latest="2024-05-13T23:59", granularity="part-of-day"
    )
    terminal = WhereValue(
        name="Larnos", country_code="GR", lat=37.4, lon=24.9, geonameid=None, precision=1
    )
    group, tide = "a-fhm", "a-tide"
    return (
        claim(
            "r1-k",
            bombing,
            "killed",
            NumberRange(low=4),
            "At least four people were killed",
            S1,
            "v-hd v-dranov/t1",
            who=PEOPLE,
            as_of="2024-05-14",
        ),
        claim("r1-i", bombing, "injured", exactly(9), "nine", S1, "v-hd v-dranov/t1", who=PEOPLE),
        claim("r1-w", bombing, "when", day, "on Monday night", S1, "v-hd v-dranov/t1"),
        claim("r1-p", bombing, "where", terminal, "the Larnos ferry terminal", S1, "v-hd"),
        claim(
            "r1-b",
            bombing,
            "weapon",
            TextValue(text="a bomb"),
            "killed and nine hurt when a bomb went off",
            S1,
            "v-hd",
            staff_saw=True,
        ),
        claim(
            "r2-k",
            bombing,
            "killed",
            exactly(4),
            "Four people were killed",
            S2,
            "v-st v-reuters v-police/t2",
            who=PEOPLE,
            as_of="2024-05-14",
        ),
        claim(
            "r2-i",
            bombing,
            "injured",
            NumberRange(low=24, high=99, approximate=True),
            "Dozens",
            S2B,
            "v-st v-reuters v-wit",
            stance="hedged",
        ),
        claim("r2-s", shooting, "killed", exactly(12), "killed twelve", S2C, "v-st v-reuters"),
        claim(
            "r2-a",
            shooting,
            "actor",
            ActorValue(actor=tide),
            "raiders of the so-called Tide",
            S2C,
            "v-st v-reuters",
        ),
        claim(
            "r3-k",
            bombing,
            "killed",
            exactly(7),
            "Seven people died",
            S3,
            "v-c9 v-hosp/t3",
            who=PEOPLE,
            as_of="2024-05-15",
        ),
        claim(
            "r3-i",
            bombing,
            "injured",
            exactly(8),
            "Eight are still being treated",
            S3B,
            "v-c9 v-hosp",
            partial=True,
            used=False,
            why_not="partial",
        ),
        claim(
            "r3-d",
            bombing,
            "responsible",
            ResponsibleValue(actor=group, role="denied"),
            "The Free Harbour Movement denied any part in it",
            S3C,
            "v-c9 v-fhm/t4",
        ),
        claim(
            "r3-r",
            bombing,
            "responsible",
            ResponsibleValue(actor=group, role="accused"),
            "ministers blame the group",
            S3C,
            "v-c9 v-min",
        ),
        claim(
            "r3-s",
            second,
            "killed",
            exactly(0),
            "No one was killed",
            S3D,
            "v-c9 v-fire",
            stance="hedged",
        ),
        claim("r3-x", None, "displaced", NumberRange(low=None), "Monday’s", S3, "v-c9"),
    )


def reading(value: Any, claims: str, sources: str, low: int, high: int, **more: Any) -> Reading:
    return Reading(
        value=value,
        claims=tuple(claims.split()),
        primary_sources=tuple(sources.split()),
        independent=Independent(low=low, high=high),
        **more,
    )


def findings() -> tuple[Finding, ...]:
    killed = Finding(
        id="f-killed",
        property="killed",
        who=PEOPLE,
        status="compatible",
        low=4,
        best=7,
        high=7,
        best_basis="independent",
        independent=Independent(low=2, high=2),
        derivation="7 from Larnos city hospital on 15 May, the later of two figures with one "
        "independent source each; 4 from police on 14 May.",
        readings=(
            reading(exactly(4), "r2-k", "v-police", 1, 1),
            reading(exactly(7), "r3-k", "v-hosp", 1, 1),
            reading(
                NumberRange(low=4),
                "r1-k",
                "v-dranov",
                1,
                1,
                collapsed=(
                    Collapsed(
                        claims=("r1-k", "r2-k"), reason="both go back to bodies under one command"
                    ),
                ),
            ),
        ),
        conflicts=(
            Conflict(
                type="superseded",
                claims=("r2-k", "r3-k"),
                explanation="Police spoke of four on 14 May, the hospital of seven a day later.",
            ),
        ),
    )
    injured = Finding(
        id="f-injured",
        property="injured",
        who=None,
        status="disputed",
        low=9,
        best=9,
        high=99,
        best_basis="independent",
        independent=Independent(low=1, high=2),
        derivation="9 from police; “Dozens” from witnesses sets the upper end.",
        readings=(
            reading(exactly(9), "r1-i", "v-dranov", 1, 1),
            reading(NumberRange(low=24, high=99, approximate=True), "r2-i", "v-wit", 0, 1),
        ),
        conflicts=(
            Conflict(
                type="vague",
                claims=("r1-i", "r2-i"),
                explanation="Witnesses speak of dozens, which police’s nine cannot be.",
            ),
        ),
    )
    blamed = Finding(
        id="f-resp",
        property="responsible",
        who=None,
        status="compatible",
        independent=Independent(low=1, high=2),
        derivation="Ministers accuse the group, the group denies it.",
        readings=(
            reading(ResponsibleValue(actor="a-fhm", role="accused"), "r3-r", "v-min", 0, 1),
            reading(ResponsibleValue(actor="a-fhm", role="denied"), "r3-d", "v-fhm", 1, 1),
        ),
        conflicts=(
            Conflict(
                type="denial",
                claims=("r3-d", "r3-r"),
                explanation="Ministers blame the Free Harbour Movement, which denies any part.",
            ),
        ),
    )
    weapon = Finding(
        id="f-weapon",
        property="weapon",
        who=None,
        status="single-source",
        independent=Independent(low=1, high=1),
        derivation="One account.",
        readings=(reading(TextValue(text="a bomb"), "r1-b", "v-hd", 1, 1),),
    )
    return killed, injured, blamed, weapon


NOWHERE = Where(
    name=None,
    facility=None,
    admin1=None,
    country=None,
    country_code=None,
    lat=None,
    lon=None,
    radius_km=None,
    geonameid=None,
    precision=None,
    why_null={"name": "ambiguous"},
)
NEVER = When(
    earliest=None,
    latest=None,
    granularity=None,
    edtf=None,
    precision=None,
    why_null={"earliest": "unresolved", "latest": "unresolved"},
)
NO_TOLL = Toll(why_null={"low": "not-stated", "best": "not-stated", "high": "not-stated"})


def bombing() -> Incident:
    return Incident(
        id="bombing",
        title="Bombing in Larnos, 13 May 2024",
        kind="bombing",
        event_type="ASSAULT",
        mode="explosives",
        acled=AcledType(
            event_type="Explosions/Remote violence", sub_event_type="Remote explosive/landmine/IED"
        ),
        modality="actual",
        reports=("r1", "r2", "r3"),
        main_in=("r1", "r2", "r3"),
        when=When(
            earliest="2024-05-13T18:00",
            latest="2024-05-13T23:59",
            granularity="part-of-day",
            edtf="2024-05-13",
            precision=1,
        ),
        where=Where(
            name="Larnos",
            facility="ferry terminal",
            admin1="South Aegean",
            country="Greece",
            country_code="GR",
            lat=37.4,
            lon=24.9,
            radius_km=2.5,
            geonameid=None,
            precision=1,
            why_null={"geonameid": "not-in-scheme"},
        ),
        killed=Toll(
            low=4,
            best=7,
            high=7,
            best_basis="independent",
            status="compatible",
            finding="f-killed",
            parts=(TollPart(who=PEOPLE, low=4, best=7, high=7),),
        ),
        injured=Toll(
            low=9, best=9, high=99, best_basis="independent", status="disputed", finding="f-injured"
        ),
        findings=findings(),
        relations=(Relation(type="compared-with", incident="shooting", claims=("r2-s",)),),
        silent_reports={"weapon": ("r2", "r3"), "responsible": ("r1", "r2")},
        links=(
            Link(report="r1", episode="e1", score=1.0, because="the first account"),
            Link(report="r2", episode="e2", score=0.94, because="same city, 0 days apart"),
            Link(report="r3", episode="e4", score=0.81, because="same city, share “ferry”"),
        ),
    )


def background() -> tuple[Incident, Incident]:
    shooting = Incident(
        id="shooting",
        title="Shooting in Larnos, 2019",
        kind="shooting",
        event_type=None,
        mode=None,
        acled=None,
        modality="actual",
        reports=("r2",),
        main_in=(),
        when=When(
            earliest="2019-01-01", latest="2019-12-31", granularity="year", edtf="2019", precision=5
        ),
        where=NOWHERE,
        killed=Toll(low=12, best=12, high=12, best_basis="independent", status="single-source"),
        injured=NO_TOLL,
        findings=(
            Finding(
                id="f-2019",
                property="killed",
                who=None,
                status="single-source",
                low=12,
                best=12,
                high=12,
                best_basis="independent",
                derivation="12 from Reuters alone.",
                independent=Independent(low=1, high=1),
                readings=(reading(exactly(12), "r2-s", "v-reuters", 1, 1),),
            ),
        ),
        silent_reports={},
        why_null={"event_type": "not-in-scheme", "acled": "not-in-scheme"},
    )
    second = Incident(
        id="second",
        title="Second explosion, undated",
        kind="air-strike",
        event_type=None,
        mode=None,
        acled=None,
        modality="alleged",
        reports=("r3",),
        main_in=(),
        when=NEVER,
        where=NOWHERE,
        killed=NO_TOLL,
        injured=NO_TOLL,
        silent_reports={"injured": ("r3",)},
    )
    return shooting, second


def voices() -> tuple[Voice, ...]:
    rows = (
        ("v-hd", "Harbour Daily", "outlet", "r1", ""),
        ("v-st", "The Strait", "outlet", "r2", ""),
        ("v-c9", "Canal Nine", "outlet", "r3", ""),
        ("v-reuters", "Reuters", "agency", "r2", "Reuters"),
        ("v-dranov", "Ilias Dranov", "official", "r1", "police spokesman Ilias Dranov"),
        ("v-police", "police", "official", "r2", "police"),
        ("v-wit", "witnesses", "unnamed", "r2", "witnesses"),
        ("v-hosp", "Larnos city hospital", "official", "r3", "Larnos city hospital"),
        ("v-fhm", "Free Harbour Movement", "group", "r3", "The Free Harbour Movement"),
        ("v-min", "ministers", "unnamed", "r3", "ministers"),
        ("v-fire", "fire service", "official", "r3", "the fire service"),
    )
    made = []
    for identity, name, kind, report, words in rows:
        at = span(report, words)
        named = (NameSpan(text=words, report=report, start=at.start, end=at.end),) if words else ()
        made.append(
            Voice(
                id=identity,
                name=name,
                kind=kind,
                names=named,  # type: ignore[arg-type]
                actor="a-fhm" if identity == "v-fhm" else None,
                command="police" if identity == "v-dranov" else None,
            )
        )
    return tuple(made)


def actors() -> tuple[Actor, ...]:
    movement, group = "Free Harbour Movement", "the group"
    return (
        Actor(
            id="a-fhm",
            name=movement,
            kind="organisation",
            country=None,
            names=(
                ActorName(text=movement, count=1, reports=("r3",)),
                ActorName(text="The movement", count=1, reports=("r3",)),
            ),
            not_the_same_as=(
                NotTheSame(name="Harbour Guard", span=span("r3", "which is not the Harbour Guard")),
            ),
            labels=(
                Label(label="union", span=span("r3", "union"), voice="v-fhm", own_voice=False),
                Label(label="group", span=span("r3", group), voice="v-c9", own_voice=True),
            ),
            why_null={"country": "not-stated"},
        ),
        Actor(
            id="a-tide",
            name="Tide",
            kind="armed-group",
            country="GR",
            part_of=(PartOf(actor="a-fhm", span=span("r2", "raiders of the so-called Tide")),),
            names=(ActorName(text="Tide", count=1, reports=("r2",)),),
            labels=(
                Label(label="raiders", span=span("r2", "raiders"), voice=None, own_voice=True),
            ),
        ),
    )


def copies() -> tuple[Copy, ...]:
    first, second = (
        span("r1", "At least four people were killed"),
        span("r2", "Four people were killed"),
    )
    return (
        Copy(
            id="c1",
            kind="statement",
            primary_source="v-police",
            spans=(
                CopySpan(**first.model_dump(), role="origin", containment=1),
                CopySpan(**second.model_dump(), role="copy", containment=0.62),
            ),
            drift=(
                Drift(
                    **{
                        "what": "hedge-dropped",
                        "from": span("r1", "At least four"),
                        "to": span("r2", "Four"),
                    }
                ),
            ),
        ),
    )


def annotations(report: str) -> Annotations:
    text = TEXTS[report]

    def said(identity: str, source: str, cue: str, content: str) -> Attribution:
        return Attribution(
            id=identity,
            source=piece(report, source),
            cue=piece(report, cue),
            content=(piece(report, content),),
            kind="indirect",
        )

    def section(kind: Any, words: str, **more: Any) -> Section:
        start = text.index(words)
        return Section(start=start, end=start + len(words), kind=kind, **more)

    if report == "r1":
        return Annotations(
            attributions=(said("t1", "police spokesman Ilias Dranov", "said", "At least four"),),
            sections=(
                section(
                    "post",
                    text[text.index("@pier") :],
                    speaker="Pier Nine",
                    handle="@pier_nine",
                    posted="2024-05-13",
                ),
            ),
        )
    if report == "r2":
        return Annotations(
            attributions=(said("t2", "police", "said", "Four people"),),
            sections=(
                section("dateline", "LARNOS (Reuters) —"),
                section("tags", "Tags: Larnos, ferries", certain=False),
            ),
        )
    return Annotations(
        attributions=(
            said("t3", "Larnos city hospital", "said", "Seven people"),
            said("t4", "The Free Harbour Movement", "denied", "any part in it"),
        ),
    )


def report(identity: str, **more: Any) -> DossierReport:
    values: dict[str, Any] = {
        "id": identity,
        "source": f"reports/{identity}.txt",
        "sha256": content_id("", identity) * 5,
        "title": f"Blast at the pier ({identity})",
        "outlet": OUTLETS[identity],
        "url": f"https://{identity}.example/larnos?a=1&b=2",
        "published": "2024-05-14",
        "published_range": None,
        "published_basis": "metadata",
        "language": "en",
        "text": TEXTS[identity],
        "main_incident": "bombing",
        "incidents": ("bombing",),
        "annotations": annotations(identity),
    }
    return DossierReport(**{**values, **more})


@pytest.fixture(scope="session")
def example() -> Dossier:
    undated: dict[str, Any] = {
        "published": None,
        "published_basis": "other-reports",
        "url": None,
        "published_range": PublishedRange(earliest="2024-05-14", latest="2024-05-19"),
        "why_null": {"published": "not-stated", "url": "not-stated"},
        "incidents": ("bombing", "second"),
    }
    return Dossier(
        made_with=MadeWith(
            version="0.1.0",
            pipeline="an English pipeline 3.8.0",
            pipeline_sha256="0" * 64,
            lexicons_sha256="1" * 64,
            settings={"best_rule": "independent", "max_chars": 1000000},
            decisions_sha256=None,
            why_null={"decisions_sha256": "not-stated"},
        ),
        reports=(
            report("r1"),
            report("r2", incidents=("bombing", "shooting")),
            report("r3", **undated),
        ),
        voices=voices(),
        actors=actors(),
        claims=claims(),
        copies=copies(),
        incidents=(bombing(), *background()),
    )


@pytest.fixture(scope="session")
def poisoned(example: Dossier) -> Callable[[str], Dossier]:
    """The example with one string put wherever a report or a user can put one."""

    def poison(bad: str) -> Dossier:
        data = example.to_dict()
        for each in data["reports"]:
            each.update(title=bad, outlet=bad, url=bad, source=bad, language=bad)
            for found in each["annotations"]["sections"]:
                found.update(speaker=bad, handle=bad, posted=bad)
        for kind in ("voices", "actors"):
            for each in data[kind]:
                each.update(name=bad, country=bad)
        for voice in data["voices"]:
            for name in voice["names"]:
                name["text"] = bad
        for each in data["claims"]:
            each.update(why_not=bad, as_of=bad, scope={"period": bad, "area": bad, "action": bad})
        for each in data["incidents"]:
            each.update(title=bad, kind=bad, event_type=bad)
            for finding in each["findings"]:
                finding.update(derivation=bad)
        _poison_text(data, bad)
        return Dossier.model_validate(data)

    return poison


def _poison_text(data: dict[str, Any], bad: str) -> None:
    """One report that is nothing but the string, with a claim on all of it."""
    hostile = dict(data["reports"][0], id=bad, text=bad, annotations={})
    whole = {"report": bad, "start": 0, "end": len(bad), "exact": bad}
    data["reports"].append(hostile)
    data["claims"].append(dict(data["claims"][0], id=bad, span=whole, sentence=whole))
