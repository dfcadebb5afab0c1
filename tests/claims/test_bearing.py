"""What the words make of a place: the scene, or only where somebody was brought."""

import pytest

from rashomon.claims.account import Account
from rashomon.claims.bearing import bearing, role
from rashomon.model.annotations import Annotated, Annotations, PlaceMention, Sentence
from rashomon.model.report import Report

ROLES = [
    ("The boy was taken to a clinic in Larnos.", "Larnos", "care"),
    ("The boy was flown from Arvik to Larnos.", "Larnos", "care"),
    ("The boy was taken to a clinic after he fell in Larnos.", "Larnos", None),
    ("Two men were arrested in Larnos.", "Larnos", "custody"),
    ("He sits in the Larnos County jail.", "Larnos", "custody"),
    ("She fled to Larnos.", "Larnos", "origin"),
    ("The farm lies 20 miles west of Larnos.", "Larnos", "distance"),
    ("A Larnos man was hurt.", "Larnos", "people"),
    ("The fire broke out in Larnos.", "Larnos", "scene"),
    ("Crews were dispatched to a farm in Larnos.", "Larnos", "scene"),
    ("They met in Larnos.", "Larnos", None),
    ("Dana Velkor, 41, of Larnos, fell off a ladder.", "Larnos", "origin"),
    ("Dana Velkor, of Mill Lane, Larnos, fell off a ladder.", "Larnos", "origin"),
    ("In the town, of Larnos they say little.", "Larnos", None),
    ("On the outskirts of Larnos a ladder fell.", "Larnos", None),
    ("A van overturned on the Larnos highway.", "Larnos", "distance"),
    ("A van overturned in Larnos, on the highway.", "Larnos", None),
]


def place_in(text: str, name: str) -> tuple[PlaceMention, Account]:
    start = text.index(name)
    fields = ("country_code", "lat", "lon", "geonameid", "admin1", "within")
    place = PlaceMention.model_validate(
        {"start": start, "end": start + len(name), "exact": name, "name": name}
        | {"kind": "settlement", "evidence": "", "radius_km": None, "population": None}
        | dict.fromkeys(fields)
    )
    report = Report(id="r1", source="r1", sha256="0", text=text)
    notes = Annotations(sentences=(Sentence(start=0, end=len(text)),), places=(place,))
    return place, Account.of(Annotated(report=report, annotations=notes, words=()))


@pytest.mark.parametrize(("text", "name", "expected"), ROLES)
def test_role_of_a_place(text: str, name: str, expected: str | None) -> None:
    assert role(*place_in(text, name)) == expected


def test_a_scene_weighs_more_and_a_clinic_less() -> None:
    scene, neither, clinic = (
        bearing(*place_in(text, "Larnos"))
        for text in ("It happened in Larnos.", "They met in Larnos.", "He was taken to Larnos.")
    )
    assert scene > neither > clinic > 0
