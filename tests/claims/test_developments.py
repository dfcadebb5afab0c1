"""What followed an incident, with its own day (``data/developments.tsv``). All invented."""

import csv
from pathlib import Path

import pytest

import rashomon
from rashomon.model.claims import DevelopmentValue
from rashomon.model.findings import Reading
from rashomon.model.incidents import Incident

_LINES = (Path(__file__).parent / "data" / "developments.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))
LEAD = "Gunmen shot dead three people at an inn in Arvik on Sunday night."


def report(number: int, text: str, published: str | None = "2024-06-12") -> dict[str, str | None]:
    outlet = ("Arvik Courier", "Denholm Post", "Coast Herald")[number]
    return {"id": f"r{number}", "text": text, "published": published, "outlet": outlet}


def shooting(*reports: dict[str, str | None]) -> tuple[rashomon.Dossier, Incident]:
    dossier = rashomon.compare(list(reports))
    (found,) = [each for each in dossier.incidents if each.kind == "shooting"]
    return dossier, found


def value(reading: Reading) -> DevelopmentValue:
    assert isinstance(reading.value, DevelopmentValue)
    return reading.value


def told(incident: Incident) -> str:
    values = [value(each) for each in incident.developments]
    return ", ".join(f"{v.development} {v.earliest or ''}..{v.latest or ''}" for v in values)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_what_a_report_tells_as_done(row: dict[str, str]) -> None:
    _, incident = shooting(report(0, f"{LEAD}\n\n{row['text']}\n"))
    assert (told(incident) or "-") == row["developments"]


def test_one_development_in_two_reports_has_both_behind_it() -> None:
    dossier, incident = shooting(
        report(0, f"{LEAD}\n\nA man of 34 was arrested on Tuesday, said Colonel Ivo Marn.\n"),
        report(1, f"{LEAD}\n\nOn Tuesday a suspect was arrested, said the prosecutor, Ada Brun.\n"),
    )
    (arrest,) = incident.developments
    assert (arrest.independent.low, arrest.independent.high) == (2, 2)
    names = {voice.name for voice in dossier.voices if voice.id in arrest.primary_sources}
    assert names == {"Ivo Marn", "Ada Brun"}
    assert {c.id for c in dossier.claims if c.property == "development"} == set(arrest.claims)


def test_an_untold_day_is_counted_to_no_day_that_another_gives() -> None:
    _, incident = shooting(
        report(0, f"{LEAD}\n\nA man of 34 was arrested on Tuesday.\n"),
        report(1, f"{LEAD}\n\nPolice arrested a man of 34.\n", "2024-06-13"),
    )
    assert told(incident) == "arrest 2024-06-11..2024-06-11, arrest ..2024-06-13"


def test_what_was_over_before_it_did_not_come_of_it() -> None:
    text = f"{LEAD}\n\nA man was arrested on 7 June. Another was arrested on Tuesday.\n"
    dossier, incident = shooting(report(0, text))
    assert told(incident) == "arrest 2024-06-11..2024-06-11"
    before = [c for c in dossier.claims if c.property == "development" and not c.used]
    assert [claim.why_not for claim in before] == ["was over before this incident"]


def test_an_arrest_that_is_the_matter_itself_is_none_of_its_own_developments() -> None:
    lead = "Police arrested the editor of a weekly in Arvik on Tuesday."
    text = f"{lead}\n\nShe was charged on Wednesday."
    (incident,) = rashomon.compare([report(0, text)]).incidents
    assert incident.kind == "arrest"
    assert told(incident) == "charge 2024-06-12..2024-06-12"


def test_who_spoke_of_the_incident_does_not_tell_of_the_funeral() -> None:
    said = "The militia said that it had fired in defence."
    dossier, incident = shooting(
        report(0, f"{LEAD}\n\n{said}\n\nThe dead were buried on Tuesday.\n")
    )
    (funeral,) = incident.developments
    (claim,) = [each for each in dossier.claims if each.id in funeral.claims]
    names = {voice.id: voice.name for voice in dossier.voices}
    assert names[claim.primary()] == "Arvik Courier"


def test_who_denies_it() -> None:
    text = f"{LEAD}\n\nThe police denied that a man had been arrested on Tuesday.\n"
    dossier, incident = shooting(report(0, text))
    assert incident.developments == ()
    assert not [c for c in dossier.claims if c.property == "development" and c.used]


def test_no_report_is_silent_on_what_came_later() -> None:
    _, incident = shooting(
        report(0, f"{LEAD}\n", "2024-06-10"),
        report(1, f"{LEAD}\n\nA man of 34 was arrested on Tuesday.\n"),
    )
    assert "development" not in incident.silent_reports
    assert all(finding.property != "development" for finding in incident.findings)
