"""Who is said to say what: no figure goes to somebody who did not give it, no end is left out."""

from typing import Any

import pytest

from rashomon.data.spelling import in_a_sentence
from rashomon.model.claims import ChainLink, ResponsibleValue, WhenValue, WhereValue, Who
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Conflict, Finding, Independent, Reading, Toll, TollPart
from rashomon.model.numbers import NumberRange, exactly
from rashomon.model.voices import Actor, Voice
from rashomon.publishing.accounts import value_words
from rashomon.publishing.book import Book, is_plural
from rashomon.publishing.explaining import explain_finding
from rashomon.publishing.findings import finding_view
from rashomon.publishing.glance import glance
from rashomon.publishing.incidents import folded_list
from rashomon.publishing.page import page_view
from rashomon.publishing.parting import conflict_views, parted_on
from rashomon.publishing.summary import further, summary

KINDS = {"residents": "unnamed", "Fjord Radio": "outlet"}


def retold(example: Dossier, *findings: tuple[str, dict[str, Any]]) -> Dossier:
    """The example, its bombing retold: each finding a property and what each voice says of it, a
    number, a pair of ends, or a number with the word for those counted."""
    voices, claims, made = {}, [], []
    for n, (prop, said) in enumerate(findings):
        readings: dict[NumberRange, list[str]] = {}
        for name, told in said.items():
            number, label = told if isinstance(told, tuple) else (told, "people")
            value = number if isinstance(number, NumberRange) else exactly(number)
            voices[name] = Voice(id=name, name=name, kind=KINDS.get(name, "official"), names=())
            base = next(each for each in example.claims if each.id == "r3-k")
            chain = (ChainLink(voice="v-c9", attribution=None),) if name != "Fjord Radio" else ()
            claim = base.model_copy(
                update={
                    "id": f"{prop}{n}-{name}",
                    "property": prop,
                    "value": value,
                    "who": Who(label=label),
                    "chain": (*chain, ChainLink(voice=name, attribution=None)),
                }
            )
            claims.append(claim)
            readings.setdefault(value, []).append(claim.id)
        made.append(_finding(f"f{n}", prop, readings))
    incident = example.incidents[0].model_copy(
        update={"findings": tuple(made), "killed": Toll(), "injured": Toll()}
    )
    return example.model_copy(
        update={
            "voices": (*example.voices, *voices.values()),
            "claims": (*example.claims, *claims),
            "incidents": (incident,),
        }
    )


def _finding(name: str, prop: str, readings: dict[NumberRange, list[str]]) -> Finding:
    lows = [value.low or 0 for value in readings]
    return Finding.model_validate(
        {
            "id": name,
            "property": prop,
            "who": None,
            "status": "disputed",
            "low": min(lows),
            "best": sorted(lows)[len(lows) // 2],
            "high": max(lows),
            "best_basis": "independent",
            "derivation": "As told.",
            "independent": {"low": 1, "high": 2},
            "readings": [
                {
                    "value": value,
                    "claims": tuple(ids),
                    "primary_sources": tuple(each.partition("-")[2] for each in ids),
                    "independent": {"low": 1, "high": 1},
                }
                for value, ids in readings.items()
            ],
        }
    )


def told(dossier: Dossier) -> str:
    book, incident = Book(dossier), dossier.incidents[0]
    both = f"{summary(incident, book)} {further(incident, book)}"
    return both.replace("\u2068", "").replace("\u2069", "")


def test_the_ends_of_a_disputed_toll_are_told_first(example: Dossier) -> None:
    four = {"the mayor": 14, "a nurse": 16, "the port office": 17, "the navy": (20, "rebels")}
    said = told(retold(example, ("killed", four)))
    assert "according to the mayor, 14 were killed" in said
    assert "according to the navy, 20 (“rebels”); 1 more account below" in said


def test_labels_that_nobody_contests_are_not_put_in_quotes(example: Dossier) -> None:
    said = told(retold(example, ("killed", {"the mayor": (14, "passengers")})))
    assert "14 were killed" in said


def test_a_sum_is_ascribed_to_all_whose_counts_are_in_it(example: Dossier) -> None:
    dossier = retold(example, ("injured", {"police": 3, "Fjord Radio": 41}))
    first = dossier.incidents[0]
    ids = tuple(claim for reading in first.findings[0].readings for claim in reading.claims)
    whole = Reading(
        value=exactly(44),
        claims=ids,
        primary_sources=("police",),
        independent=Independent(low=1, high=2),
    )
    finding = first.findings[0].model_copy(update={"readings": (whole,), "best_basis": "sum"})
    summed = first.model_copy(update={"findings": (finding,)})
    said = told(dossier.model_copy(update={"incidents": (summed,)}))
    assert "added up from what police and Fjord Radio say, 44 were injured" in said
    assert "according to police, 44" not in said


def test_the_next_count_is_of_another_matter_and_of_all(example: Dossier) -> None:
    dossier = retold(
        example,
        ("killed", {"police": 3}),
        ("killed", {"a nurse": 1}),
        ("injured", {"police": 4}),
        ("participants", {"organisers": 900}),
    )
    first = dossier.incidents[0]
    women = first.findings[1].model_copy(update={"who": Who(label="women", sex="female")})
    retold_again = first.model_copy(
        update={"findings": (first.findings[0], women, *first.findings[2:])}
    )
    said = told(dossier.model_copy(update={"incidents": (retold_again,)}))
    assert "according to police, 3 were killed. According to police, 4 were injured." in said
    assert "nurse" not in said


def test_words_that_name_those_counted_are_given_once(example: Dossier) -> None:
    up_to = NumberRange(low=1, high=60, approximate=True)
    dossier = retold(example, ("killed", {"the navy": (up_to, "rebels")}))
    said = told(dossier)
    assert "1 to 60 were killed (“Seven people died”)" in said
    assert "“rebels”" not in said


def test_a_kidnapping_is_told_by_those_who_were_taken(example: Dossier) -> None:
    dossier = retold(example, ("killed", {"police": 1}), ("abducted", {"a teacher": 140}))
    first = dossier.incidents[0].model_copy(update={"kind": "kidnapping"})
    said = told(dossier.model_copy(update={"incidents": (first,)}))
    assert "this kidnapping: according to a teacher, 140 were abducted. According to police" in said


def test_a_march_is_told_by_its_crowd(example: Dossier) -> None:
    crowd = {"organisers": 80000, "police": 15000}
    said = told(retold(example, ("participants", crowd)))
    assert "according to organisers, 80,000 took part; according to police, 15,000." in said


@pytest.mark.parametrize(
    ("name", "kind", "verb"),
    [
        ("rebels", "crowd", "are accused"),
        ("Larnian jets", "crowd", "are accused"),
        ("riot police", "crowd", "are accused"),
        ("gunmen", "crowd", "are accused"),
        ("a gunman", "crowd", "is accused"),
        ("Larnos police", "state", "are accused"),
        ("Lark Lines", "organisation", "is accused"),
        ("the Front", "armed-group", "is accused"),
    ],
)
def test_several_are_and_one_is(example: Dossier, name: str, kind: str, verb: str) -> None:
    actor = Actor.model_validate({"id": "a-x", "name": name, "kind": kind, "country": None})
    first = example.incidents[0]
    blamed = next(each for each in first.findings if each.property == "responsible")
    value = ResponsibleValue(actor="a-x", role="accused")
    reading = blamed.readings[0].model_copy(update={"value": value})
    finding = blamed.model_copy(update={"readings": (reading,)})
    dossier = example.model_copy(
        update={
            "actors": (*example.actors, actor),
            "incidents": (first.model_copy(update={"findings": (finding,)}),),
        }
    )
    assert f"{name} {verb} by ministers.".lower() in told(dossier).lower()
    view = finding_view(finding, dossier.incidents[0], Book(dossier))
    assert view.readings[0].value == f"{name} {verb}"


@pytest.mark.parametrize("name", ["press", "crisis centre", "Hamas of old", "virus"])
def test_words_that_only_look_like_plurals(name: str) -> None:
    assert not is_plural(name)


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("A doctor at the clinic", "a doctor at the clinic"),
        ("The ministry", "the ministry"),
        ("Thessaly police", "Thessaly police"),
        ("A", "A"),
        ("The Coast Courier", "The Coast Courier"),
    ],
)
def test_an_article_has_no_capital_within_a_sentence(name: str, within: str) -> None:
    assert in_a_sentence(name) == within


def parted(example: Dossier, kind: str, pairs: list[tuple[str, str]], **said: Any) -> Dossier:
    """The example retold with conflicts between these voices, two by two."""
    dossier = retold(example, ("killed", said))
    first = dossier.incidents[0]
    conflicts = tuple(
        Conflict.model_validate(
            {
                "type": kind,
                "claims": (f"killed0-{one}", f"killed0-{other}"),
                "explanation": f"{one} and {other} part.",
            }
        )
        for one, other in pairs
    )
    finding = first.findings[0].model_copy(update={"conflicts": conflicts})
    return dossier.model_copy(
        update={"incidents": (first.model_copy(update={"findings": (finding,)}),)}
    )


def test_figures_that_exclude_each_other_stand_side_by_side(example: Dossier) -> None:
    pairs = [("police", "mayor"), ("police", "navy"), ("mayor", "navy")]
    dossier = parted(example, "contradiction", pairs, navy=20, police=4, mayor=9)
    (view,) = conflict_views(dossier.incidents[0].findings, Book(dossier))
    assert view.explanation.replace("\u2068", "").replace("\u2069", "") == (
        "These cannot all hold: 4 according to police; 9 according to mayor; 20 according to navy."
    )
    assert len(view.pairs) == 3
    assert len(view.claims) == 3
    assert parted_on((view,)) == "killed"


def test_a_single_pair_is_told_in_the_words_of_the_record(example: Dossier) -> None:
    dossier = parted(example, "contradiction", [("police", "mayor")], police=4, mayor=9)
    (view,) = conflict_views(dossier.incidents[0].findings, Book(dossier))
    assert (view.explanation, view.pairs) == ("police and mayor part.", ())


def test_what_one_figure_replaced_is_told_at_once_and_in_order(example: Dossier) -> None:
    pairs = [("police", "navy"), ("mayor", "navy")]
    dossier = parted(example, "superseded", pairs, navy=20, police=9, mayor=4)
    first = dossier.incidents[0]
    finding = first.findings[0]
    kept = finding.model_copy(
        update={"readings": tuple(r for r in finding.readings if r.value == exactly(20))}
    )
    (view,) = conflict_views([kept], Book(dossier))
    assert view.history
    assert view.explanation.replace("\u2068", "").replace("\u2069", "") == (
        "20 according to navy, in place of 4 (mayor) and 9 (police)."
    )
    assert parted_on((view,)) == ""


def test_who_the_sources_are_stands_beside_their_number(example: Dossier) -> None:
    said = {"police": 4, "residents": 6, "Fjord Radio": 9}
    dossier = retold(example, ("killed", said))
    view = finding_view(dossier.incidents[0].findings[0], dossier.incidents[0], Book(dossier))
    assert view.behind == "police; unnamed: residents; naming no source: Fjord Radio"


@pytest.mark.parametrize(("roles", "word"), [("accused denied", "agreed, but denied"),
                                             ("accused", "agreed")])  # fmt: skip
def test_what_somebody_denies_is_not_shown_as_agreed_alone(
    example: Dossier, roles: str, word: str
) -> None:
    first = example.incidents[0]
    blamed = next(each for each in first.findings if each.property == "responsible")
    kept = tuple(r for r in blamed.readings if getattr(r.value, "role", "") in roles.split())
    finding = blamed.model_copy(update={"status": "agreed", "readings": kept, "conflicts": ()})
    assert finding_view(finding, first, Book(example)).status.word == word


def test_the_figures_of_some_are_no_figures_of_all(example: Dossier) -> None:
    dossier = retold(example, ("killed", {"police": 4, "mayor": 20, "navy": 9}),
                     ("killed", {"a nurse": 2}))  # fmt: skip
    first = dossier.incidents[0]
    children = first.findings[1].model_copy(
        update={"who": Who(label="children", age_group="child")}
    )
    again = first.model_copy(update={"findings": (children, first.findings[0])})
    rows = page_view(dossier.model_copy(update={"incidents": (again,)})).timeline
    figures = [row.what.text for row in rows if row.kind == "figure"]
    assert figures == ["4 killed", "9 killed", "20 killed"]
    assert all("Bombing" not in row.sure for row in rows if row.kind == "figure")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("vague", ("does not fit", "nor")),
        ("contradiction", ("cannot hold with", "nor with")),
    ],
)
def test_one_that_stands_against_all_others_is_told_so(
    example: Dossier, kind: str, words: tuple[str, str]
) -> None:
    pairs = [("police", "mayor"), ("police", "navy")]
    dossier = parted(example, kind, pairs, navy=20, police=4, mayor=19)
    (view,) = conflict_views(dossier.incidents[0].findings, Book(dossier))
    assert view.explanation.replace("\u2068", "").replace("\u2069", "") == (
        f"4 according to police {words[0]} 19 according to mayor, {words[1]} 20 according to navy."
    )


def where(name: str, code: str | None) -> WhereValue:
    return WhereValue(name=name, country_code=code, lat=None, lon=None, geonameid=None, precision=1)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (where("Larnos", "GR"), "Larnos (Greece)"),
        (where("Greece", "GR"), "Greece"),
        (where("northern Greece", "GR"), "northern Greece"),
        (where("Larnos", None), "Larnos"),
        (where("Larnos", "ZZ"), "Larnos (ZZ)"),
    ],
)
def test_a_place_has_its_country_in_words(example: Dossier, value: WhereValue, told: str) -> None:
    assert value_words(value, Book(example)) == told


def test_two_towns_of_one_name_are_told_apart(example: Dossier) -> None:
    first = example.incidents[0]
    at = next(each for each in example.claims if each.property == "where")
    far = at.model_copy(update={"id": "far", "value": where("Larnos", "CY")})
    readings = [
        {"value": each.value, "claims": (each.id,), "primary_sources": ("v-hd",),
         "independent": {"low": 0, "high": 1}}
        for each in (at, far)
    ]  # fmt: skip
    conflict = Conflict(
        type="contradiction", claims=(at.id, "far"), explanation="“Larnos”; “Larnos”."
    )
    finding = Finding.model_validate(
        {
            "id": "f-where",
            "property": "where",
            "who": None,
            "status": "disputed",
            "derivation": "As told.",
            "independent": {"low": 0, "high": 2},
            "readings": readings,
            "conflicts": (conflict,),
        }
    )
    dossier = example.model_copy(
        update={
            "claims": (*example.claims, far),
            "incidents": (first.model_copy(update={"findings": (finding,)}),),
        }
    )
    (view,) = conflict_views([finding], Book(dossier))
    told = view.explanation.replace("\u2068", "").replace("\u2069", "")
    assert told.startswith("These cannot both hold: Larnos (Greece) according to Harbour Daily;")
    assert "Larnos (Cyprus)" in told


def test_the_timeline_says_what_an_incident_hangs_on(example: Dossier) -> None:
    rows = [row for row in page_view(example).timeline if row.kind == "happened"]
    sure = {row.what.text: row.sure.replace("\u2068", "").replace("\u2069", "") for row in rows}
    assert sure["Bombing in Larnos, 13 May 2024"] == (
        "told to a part of the day; compared with “Shooting in Larnos, 2019”"
    )


@pytest.mark.parametrize(
    ("main", "background", "shown", "words"),
    [
        (2, 4, 6, ""),
        (3, 6, 3, "6 more incidents, told in the background"),
        (0, 7, 6, "1 more incident"),
        (9, 1, 6, "4 more incidents"),
        (6, 1, 6, "1 more incident, told in the background"),
    ],
)
def test_a_long_list_of_incidents_is_folded(
    example: Dossier, main: int, background: int, shown: int, words: str
) -> None:
    first, second = example.incidents[:2]
    assert folded_list([first] * main + [second] * background) == (shown, words)


def test_a_time_that_one_account_gives_has_not_the_standing_of_its_day(example: Dossier) -> None:
    first = example.incidents[0]
    when = next(each for each in example.claims if each.property == "when")
    day = WhenValue(earliest="2024-05-13", latest="2024-05-13", granularity="day")
    finding = first.findings[0].model_copy(
        update={
            "id": "f-when",
            "property": "when",
            "readings": (
                first.findings[0]
                .readings[0]
                .model_copy(update={"value": day, "claims": (when.id,)}),
            ),
        }
    )
    row = next(iter(glance(first.model_copy(update={"findings": (finding,)}), Book(example))))
    assert row.value == "Monday 13 May 2024, 18:00 to 23:59"
    assert row.note == "told to a part of the day; the standing is that of Monday 13 May 2024"


def test_a_finding_of_which_nothing_is_left_says_so(example: Dossier) -> None:
    first = example.incidents[0]
    motive = first.findings[2].model_copy(update={"property": "motive", "readings": ()})
    rows = glance(first.model_copy(update={"findings": (motive,)}), Book(example))
    (row,) = [each for each in rows if each.label == "Motive"]
    assert row.value == "nothing that stands: all that was said of it is denied or left out"


def test_parts_of_a_toll_have_their_standing_and_lead_to_their_accounts(example: Dossier) -> None:
    incident = example.incidents[0]
    women = incident.findings[0].model_copy(update={"id": "f-women"})
    part = TollPart(who=Who(label="women", sex="female"), low=2, best=2, high=2, finding="f-women")
    killed = incident.killed.model_copy(update={"parts": (part,)})
    again = incident.model_copy(update={"killed": killed, "findings": (*incident.findings, women)})
    (row,) = [each for each in glance(again, Book(example)) if each.part]
    assert (row.label, row.value, row.note) == ("of them women", "2", "")
    assert row.href == "#finding-f-women"
    assert row.status is not None


def test_an_explanation_names_sources_as_in_a_sentence(example: Dossier) -> None:
    dossier = retold(example, ("killed", {"A nurse at the quay": 4}))
    lines = list(explain_finding(dossier, dossier.incidents[0].findings[0]))
    assert "4, from a nurse at the quay (1 independent source):" in lines
