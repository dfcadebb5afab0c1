"""The words of the summary and of problems."""

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cli import say
from rashomon.model.claims import Who
from rashomon.model.dossier import Dossier, MadeWith
from rashomon.model.findings import Conflict, Finding, Independent, Toll
from rashomon.model.incidents import Incident, When, Where
from rashomon.reading import Problem

TOLL = Toll(low=4, best=7, high=7, best_basis="independent", status="disputed", finding="f1")


def incident(number: int = 1, **changed: object) -> Incident:
    finding = Finding(
        id="f1",
        property="killed",
        who=None,
        status="disputed",
        derivation="Seven from the hospital.",
        independent=Independent(low=1, high=2),
        readings=(),
    )
    when = When(
        earliest="2024-05-13T18:00",
        latest="2024-05-13T23:59",
        granularity="part-of-day",
        edtf=None,
        precision=1,
    )
    made = Incident(
        id=f"i{number}",
        title="Bombing in Larnos\x1b[2J",
        kind="bombing",
        event_type=None,
        mode=None,
        acled=None,
        modality="actual",
        reports=("r1", "r2"),
        main_in=("r1",),
        when=when,
        where=_where(),
        killed=TOLL,
        injured=Toll(),
        findings=(finding,),
        silent_reports={},
    )
    return made.model_copy(update=changed)


def _where() -> Where:
    return Where(
        name="Larnos",
        facility="ferry terminal",
        admin1=None,
        country="Greece",
        country_code="GR",
        lat=None,
        lon=None,
        radius_km=None,
        geonameid=None,
        precision=None,
    )


def dossier(*incidents: Incident) -> Dossier:
    made_with = MadeWith(
        version="0",
        pipeline="p",
        pipeline_sha256="0",
        lexicons_sha256="0",
        settings={},
        decisions_sha256=None,
    )
    return Dossier(
        made_with=made_with,
        reports=(),
        voices=(),
        actors=(),
        claims=(),
        copies=(),
        incidents=incidents,
    )


def printed(*incidents: Incident) -> str:
    return click.unstyle("\n".join(say.summary(dossier(*incidents))))


def test_a_block_an_incident() -> None:
    assert printed(incident()).splitlines() == [
        "0 reports, 1 incident",
        "",
        "Bombing in Larnos?[2J",
        "  when     2024-05-13 18:00 to 23:59",
        "  where    ferry terminal, Larnos, Greece",
        "  killed   4 to 7 · working figure 7 (independent) · DISPUTED"
        " · 1 to 2 independent sources",
        "  injured  not stated",
        "  told in  2 reports, the main matter of 1",
    ]


@pytest.mark.parametrize(
    ("toll", "words"),
    [
        (Toll(low=25, best=25, high=25, status="agreed"), "25 · agreed"),
        (Toll(low=3, best=3, high=None, open=True, best_basis="floor"), "3 or more"),
        (Toll(low=3, best=None, high=7, open=True), "3 to 7, or more"),
        (Toll(), "not stated"),
        (Toll(low=44, best=44, high=44, open=True, best_basis="floor"), "44 or more"),
        (
            Toll(low=1200, best=None, high=48025, status="compatible"),
            "1,200 to 48,025 · compatible",
        ),
    ],
)
def test_tolls(toll: Toll, words: str) -> None:
    assert f"  killed   {words}" in printed(incident(killed=toll))


def finding(prop: str, low: int | None, high: int | None, **changed: object) -> Finding:
    made = incident().findings[0]
    given = {"id": prop, "property": prop, "low": low, "high": high, "status": "single-source"}
    return made.model_copy(update={**given, **changed})


def test_what_else_is_counted_is_said_too() -> None:
    crowd = finding("participants", 15000, 80000, status="disputed", best=15000)
    taken = finding("arrested", 17, 17, best=17)
    women = finding("arrested", 2, 2, who=Who(label="women", sex="female"))
    flight = finding("displaced", None, None)
    lines = printed(incident(findings=(women, crowd, taken, flight))).splitlines()
    assert (
        "  taking part 15,000 to 80,000 · working figure 15,000 · DISPUTED"
        " · 1 to 2 independent sources" in lines
    )
    assert "  arrested 17 · single-source · 1 to 2 independent sources" in lines
    assert "  displaced a number not given · single-source · 1 to 2 independent sources" in lines
    assert not [line for line in lines if "arrested 2" in line]


def test_what_the_accounts_part_on_is_said() -> None:
    parted = Conflict(type="contradiction", claims=("c1", "c2"), explanation="They part.")
    history = parted.model_copy(update={"type": "superseded"})
    found = (
        finding("killed", 4, 7, conflicts=(parted,)),
        finding("weapon", None, None, conflicts=(parted.model_copy(update={"claims": ("c3",)}),)),
        finding("missing", 4, 7, conflicts=(history,)),
    )
    assert "  accounts part on killed and weapon" in printed(incident(findings=found))


def test_a_record_of_an_earlier_day_says_so() -> None:
    made = dossier(incident())
    settings = made.made_with.model_copy(
        update={"settings": {"as_of": "2024-05-14", "public": True}}
    )
    text = "\n".join(say.summary(made.model_copy(update={"made_with": settings})))
    assert "\nAs of Tuesday 14 May 2024: the record as it could be made then" in text
    assert "\nMade to be passed on" in text


def test_only_the_first_incidents_are_shown() -> None:
    text = printed(*(incident(n) for n in range(13)))
    assert text.count("Bombing in Larnos") == say.MOST_INCIDENTS
    assert text.endswith("… and 3 more incidents.")


@given(st.text())
def test_no_text_can_command_a_terminal(text: str) -> None:
    shown = say.harmless(text)
    assert len(shown) == len(text)
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)


def test_problems_first_then_a_few_notes(capsys: pytest.CaptureFixture[str]) -> None:
    notes = [
        Problem(source=f"{n}.txt", code="reprint", message="A reprint.", fatal=False)
        for n in range(30)
    ]
    fatal = Problem(source="z\n.txt", code="empty", message="It is empty.", fatal=True)
    say.problems([*notes, fatal])
    lines = click.unstyle(capsys.readouterr().err).splitlines()
    assert lines[0] == "not read: z?.txt: It is empty."
    assert lines[1] == "note: 0.txt: A reprint."
    assert lines[-1] == "… and 10 more notes."
