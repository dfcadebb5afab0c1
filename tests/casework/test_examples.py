"""The example pile against the table in examples/README.md."""

from pathlib import Path

import pytest

import rashomon
from rashomon.model.claims import ResponsibleValue
from rashomon.model.findings import Toll

EXAMPLES = Path(__file__).parents[2] / "examples" / "harbour-consulate"


@pytest.fixture(scope="module")
def dossier() -> rashomon.Dossier:
    return rashomon.compare([EXAMPLES])


def ends(toll: Toll) -> tuple[int | None, int | None, int | None, bool]:
    return toll.low, toll.best, toll.high, toll.open


def test_three_incidents(dossier: rashomon.Dossier) -> None:
    assert [(i.kind, i.where.name) for i in dossier.incidents] == [
        ("storming", "Ras Sadwa"),
        ("shooting", "Ras Sadwa"),
        ("bombing", "Ras Sadwa"),
    ]
    assert [len(i.main_in) for i in dossier.incidents] == [8, 0, 0]


def test_the_tolls(dossier: rashomon.Dossier) -> None:
    storming, boat, bomb = dossier.incidents
    assert ends(storming.killed) == (5, 5, 7, False)
    assert storming.killed.status == "disputed"
    assert ends(storming.injured) == (14, 14, 14, False)
    assert storming.injured.status == "agreed"
    assert ends(boat.killed) == (4, 4, 4, False)
    assert boat.killed.status == "single-source"
    assert ends(bomb.killed) == (11, 11, 11, False)
    assert bomb.killed.status == "agreed"
    assert bomb.injured.open


def test_the_days(dossier: rashomon.Dossier) -> None:
    storming, boat, bomb = dossier.incidents
    assert (storming.when.earliest or "")[:10] == (storming.when.latest or "")[:10] == "2021-10-12"
    assert (boat.when.earliest, boat.when.latest) == ("2021-10-10", "2021-10-10")
    assert (bomb.when.edtf, bomb.when.precision) == ("2019-08", 4)


def test_the_letter_without_a_date_is_dated_by_what_it_tells(dossier: rashomon.Dossier) -> None:
    letter = next(r for r in dossier.reports if r.published is None)
    assert letter.published_basis == "other-reports"
    assert letter.published_range is not None
    assert letter.published_range.model_dump() == {"earliest": "2021-10-12", "latest": "2021-10-18"}


def test_the_crowd_is_one_under_all_its_labels(dossier: rashomon.Dossier) -> None:
    storming = dossier.incidents[0].id
    crowds = {
        claim.value.actor  # type: ignore[union-attr]
        for claim in dossier.claims
        if claim.incident == storming and claim.property == "actor"
    } & {actor.id for actor in dossier.actors if actor.kind == "crowd"}
    assert len(crowds) == 1
    (crowd,) = [actor for actor in dossier.actors if actor.id in crowds]
    assert {"protesters", "rioters"} <= {label.label for label in crowd.labels}


def test_the_group_is_accused(dossier: rashomon.Dossier) -> None:
    roles = {c.value.role for c in dossier.claims if isinstance(c.value, ResponsibleValue)}
    assert "accused" in roles


def test_the_uncredited_copy_is_found_with_what_it_dropped(dossier: rashomon.Dossier) -> None:
    drift = {each.what for copy in dossier.copies for each in copy.drift}
    assert {"attribution-dropped", "hedge-dropped", "label-changed"} <= drift
