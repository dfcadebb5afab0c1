"""The words of the summary and of problems."""

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.cli import say
from rashomon.model.dossier import Dossier, MadeWith
from rashomon.model.findings import Finding, Independent, Toll
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
    ],
)
def test_tolls(toll: Toll, words: str) -> None:
    assert f"  killed   {words}" in printed(incident(killed=toll))


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
