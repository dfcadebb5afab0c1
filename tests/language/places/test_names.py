"""Names of places: found, told apart from namesakes, and what is no place."""

from pathlib import Path

import pytest

from tests.language.places.conftest import Find

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "sentences.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
][1:]


@pytest.mark.parametrize(
    ("text", "exact", "kind", "country", "admin1"), [(*r, *[""] * 5)[:5] for r in ROWS]
)
def test_place_is_found_and_chosen(
    find: Find, text: str, exact: str, kind: str, country: str, admin1: str
) -> None:
    found = [place for place in find(text) if place.exact == exact]
    assert found, [place.exact for place in find(text)]
    place = found[-1]
    assert not kind or place.kind == kind
    assert not country or place.country_code == country
    assert not admin1 or place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The Iraqi minister met his Turkish colleague.", "Iraqi"),
        ("The Iraqi minister met his Turkish colleague.", "Turkish"),
        ("Tell us what you saw on Sunday in March.", "us"),
        ("May and April Houston were sentenced on Friday.", "May"),
        ("Of the nine, two spoke.", "Of"),
        ("Police said nothing. Nice weather came.", "Police"),
    ],
)
def test_other_words_are_no_places(find: Find, text: str, word: str) -> None:
    assert word not in [place.exact for place in find(text)]


def test_names_of_persons_are_left_alone(find: Find) -> None:
    text = "Officer Jordan Lincoln and Mrs. Lincoln left the hall in Tacoma. Lincoln was unhurt."
    assert [place.name for place in find(text)] == ["Tacoma"]


def test_one_sense_per_report(find: Find) -> None:
    text = "A fire broke out in Portland, Maine. Crews in Portland worked all night."
    first, second = (place for place in find(text) if place.exact == "Portland")
    assert first.geonameid == second.geonameid
    assert first.admin1 == "Maine"
    assert first.evidence == "the text says Portland, Maine"


def test_company_decides_between_namesakes(find: Find) -> None:
    text = "Buses from Richmond, Lexington and Louisville were stopped; Kentucky paid the fares."
    richmond = next(place for place in find(text) if place.exact == "Richmond")
    assert richmond.admin1 == "Kentucky"
    assert "of that name" in (richmond.evidence or "")


def test_outlet_is_evidence(find: Find) -> None:
    text = "A barn burned in Greenville overnight, officials said."
    with_outlet = find(text, outlet="Jackson Mississippi Herald")
    by_outlet = find(text, outlet="Mississippi Herald")
    assert {p.exact for p in with_outlet} == {"Greenville"}
    assert by_outlet[0].admin1 == "Mississippi"


def test_every_absent_value_has_a_code(find: Find) -> None:
    text = "Shells fell on a school in Basra, near the Red Sea and at Grand Hotel in Iraq."
    for place in find(text):
        values = place.model_dump()
        optional = ("country_code", "lat", "lon", "geonameid", "within", "radius_km", "population")
        assert set(place.why_null) >= {name for name in optional if values[name] is None}
        assert all(values[name] is None for name in place.why_null)
