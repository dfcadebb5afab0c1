"""What a line at a glance says of a place, and of the one group that a toll consists of."""

import pytest

from rashomon.model.claims import Who
from rashomon.model.dossier import Dossier
from rashomon.model.findings import TollPart
from rashomon.model.incidents import Where
from rashomon.publishing.book import Book
from rashomon.publishing.glance import glance, where_text


def note(example: Dossier, **fields: object) -> str:
    where: Where = example.incidents[0].where.model_copy(update=fields)
    incident = example.incidents[0].model_copy(update={"where": where})
    return list(glance(incident, Book(example)))[1].note


@pytest.mark.parametrize(
    ("facility", "radius", "expected"),
    [
        ("ferry terminal", 12.0, "the point of Larnos; the spot lies up to 12 km from that point"),
        ("ferry terminal", None, "the point of Larnos"),
        (None, 12.0, "; the spot lies up to 12 km from that point"),
        (None, None, "25.000"),
    ],
)
def test_the_point_of_a_town_is_not_taken_for_the_building(
    example: Dossier, facility: str | None, radius: float | None, expected: str
) -> None:
    told = note(
        example, facility=facility, name="Larnos", lat=40.0, lon=25.0, radius_km=radius, precision=1
    )
    assert told.startswith("told to the town or the spot; 40.000, 25.000")
    assert told.endswith(expected)


@pytest.mark.parametrize(("status", "shown"), [("combatant", True), ("unknown", False)])
def test_a_toll_of_fighters_alone_says_so(example: Dossier, status: str, shown: bool) -> None:
    incident = example.incidents[0]
    who = Who.model_validate({"label": "fighters", "status": status})
    part = TollPart(who=who, low=incident.killed.low, best=None, high=incident.killed.high)
    killed = incident.killed.model_copy(update={"parts": (part,)})
    rows = glance(incident.model_copy(update={"killed": killed}), Book(example))
    assert ("of them fighters" in [row.label for row in rows]) is shown


@pytest.mark.parametrize(
    ("facility", "name", "admin1", "expected"),
    [
        ("ferry terminal", "Larnos", "Lārnos", "ferry terminal, Larnos, Ossia"),
        (None, "post near Larnos", "Larnos", "post near Larnos, Ossia"),
        (None, "Larnos", "West Coast", "Larnos, West Coast, Ossia"),
    ],
)
def test_a_place_is_named_once(
    example: Dossier, facility: str | None, name: str, admin1: str, expected: str
) -> None:
    fields = {"facility": facility, "name": name, "admin1": admin1, "country": "Ossia"}
    assert where_text(example.incidents[0].where.model_copy(update=fields)).text == expected
