"""The example pile against the table in examples/README.md: tolls, sources, who tells of what."""

from pathlib import Path

import pytest

import rashomon
from rashomon.model.claims import ResponsibleValue
from rashomon.model.findings import Toll
from rashomon.model.incidents import Incident
from rashomon.model.numbers import NumberRange

OUTLETS = (
    ("02", "The Coast Courier"),
    ("03", "Sadwa Today"),
    ("06", "Harbour Watch"),
    ("07", "Canal Sud"),
)
EXAMPLES = Path(__file__).parents[2] / "examples" / "harbour-consulate"


@pytest.fixture(scope="module")
def dossier() -> rashomon.Dossier:
    return rashomon.compare([EXAMPLES])


def ends(toll: Toll) -> tuple[int | None, int | None, int | None, bool]:
    return toll.low, toll.best, toll.high, toll.open


def one(dossier: rashomon.Dossier, kind: str) -> Incident:
    """The only incident of a kind."""
    (found,) = [incident for incident in dossier.incidents if incident.kind == kind]
    return found


def test_three_incidents(dossier: rashomon.Dossier) -> None:
    assert sorted(incident.kind for incident in dossier.incidents) == [
        "bombing",
        "shooting",
        "storming",
    ]
    assert [len(i.main_in) for i in dossier.incidents] == [8, 0, 0]
    assert one(dossier, "storming").where.name == one(dossier, "bombing").where.name == "Ras Sadwa"


def test_the_tolls(dossier: rashomon.Dossier) -> None:
    storming, boat, bomb = (one(dossier, kind) for kind in ("storming", "shooting", "bombing"))
    assert ends(storming.killed) == (5, 5, 7, False)
    assert storming.killed.status == "disputed"
    assert ends(storming.injured) == (14, 14, 14, False)
    assert storming.injured.status == "agreed"
    assert ends(boat.killed) == (4, 4, 4, False)
    assert boat.killed.status == "single-source"
    assert ends(bomb.killed) == (11, 11, 11, False)
    assert bomb.killed.status == "agreed"
    assert bomb.injured.open


def bounds(incident: Incident, name: str) -> tuple[int, int]:
    """How many independent sources a count has as a whole."""
    found = next(f for f in incident.findings if f.property == name and f.who is None)
    return found.independent.low, found.independent.high


def test_independent_sources(dossier: rashomon.Dossier) -> None:
    storming, boat, bomb = (one(dossier, kind) for kind in ("storming", "shooting", "bombing"))
    assert bounds(storming, "killed") == (3, 4)
    assert bounds(storming, "injured") == (2, 2)
    assert bounds(boat, "killed") == (1, 1)
    assert bounds(bomb, "killed") == (2, 2)
    assert bounds(bomb, "injured") == (1, 1)
    killed = next(f for f in storming.findings if f.property == "killed" and f.who is None)
    readings = {
        reading.value.low: (reading.independent.low, reading.independent.high)
        for reading in killed.readings
        if isinstance(reading.value, NumberRange)
    }
    assert readings == {5: (2, 3), 7: (1, 1)}


def test_who_tells_of_what(dossier: rashomon.Dossier) -> None:
    files = {r.id: Path(r.source).name[:2] for r in dossier.reports}
    files |= {r.id: number for r in dossier.reports for number, name in OUTLETS if r.outlet == name}
    told = {i.kind: {files[report] for report in i.reports} for i in dossier.incidents}
    assert told["storming"] == {"01", "02", "03", "04", "05", "06", "07", "08"}
    assert {"01", "02", "05", "07"} <= told["shooting"] <= {"01", "02", "04", "05", "07", "08"}
    assert told["bombing"] == {"01", "05"}


def test_the_ministry_that_is_quoted_against_another_is_the_ministry(
    dossier: rashomon.Dossier,
) -> None:
    names = {voice.id: voice.name for voice in dossier.voices}
    report = next(r.id for r in dossier.reports if r.outlet == "Canal Sud")
    told = {
        claim.value.low: names[claim.chain[-1].voice]
        for claim in dossier.claims
        if claim.property == "killed"
        and claim.span.report == report
        and isinstance(claim.value, NumberRange)
    }
    assert told[5] == "Interior Ministry"


def test_the_days(dossier: rashomon.Dossier) -> None:
    storming, boat, bomb = (one(dossier, kind) for kind in ("storming", "shooting", "bombing"))
    assert (storming.when.earliest or "")[:10] == (storming.when.latest or "")[:10] == "2021-10-12"
    assert (boat.when.earliest, boat.when.latest) == ("2021-10-10", "2021-10-10")
    assert (bomb.when.edtf, bomb.when.precision) == ("2019-08", 4)


def test_the_letter_without_a_date_is_dated_by_what_it_tells(dossier: rashomon.Dossier) -> None:
    letter = next(r for r in dossier.reports if r.published is None)
    assert letter.published_basis == "other-reports"
    assert letter.published_range is not None
    assert letter.published_range.earliest == "2021-10-12"
    assert letter.published_range.latest == "2021-10-18"


def test_the_crowd_is_one_under_all_its_labels(dossier: rashomon.Dossier) -> None:
    storming = one(dossier, "storming").id
    crowds = {
        claim.value.actor  # type: ignore[union-attr]
        for claim in dossier.claims
        if claim.incident == storming and claim.property == "actor"
    } & {actor.id for actor in dossier.actors if actor.kind == "crowd"}
    assert len(crowds) == 1
    (crowd,) = [actor for actor in dossier.actors if actor.id in crowds]
    assert {"protesters", "rioters"} <= {label.label for label in crowd.labels}
    assert crowd.name == "protesters"


def test_the_group_is_accused(dossier: rashomon.Dossier) -> None:
    roles = {c.value.role for c in dossier.claims if isinstance(c.value, ResponsibleValue)}
    assert "accused" in roles


def test_the_uncredited_copy_is_found_with_what_it_dropped(dossier: rashomon.Dossier) -> None:
    drift = {each.what for copy in dossier.copies for each in copy.drift}
    assert {"attribution-dropped", "hedge-dropped", "label-changed"} <= drift


def test_only_the_crowd_and_the_militia_are_accused_of_the_storming(
    dossier: rashomon.Dossier,
) -> None:
    storming = one(dossier, "storming")
    names = {actor.id: actor.name for actor in dossier.actors}
    accused = {
        names[claim.value.actor]
        for claim in dossier.claims
        if claim.incident == storming.id
        and isinstance(claim.value, ResponsibleValue)
        and claim.value.role == "accused"
    }
    assert accused == {"protesters", "Liwa al-Marjan"}
