"""The gazetteer as it was built: names in, places out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.data.place_table import normal_form, place_table


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khān Yūnis", "khan yunis"),
        ("Saint-Jérôme", "St. Jerome"),
        ("the Hague", "The Hague"),
        ("Sana’a", "Sanaa"),
        ("U.S.", "us"),
        ("Łódź", "Lodz"),
        ("Mt. Vernon", "Mount Vernon"),
        ("PORT-AU-PRINCE", "Port au Prince"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert normal_form(one) == normal_form(other)


@given(st.text(max_size=60))
def test_normal_form_is_stable_and_lookup_never_fails(text: str) -> None:
    once = normal_form(text)
    if once.isascii():
        assert normal_form(once) in (once, once.removeprefix("the "))
    assert isinstance(place_table().lookup(text), tuple)


def test_most_populous_namesake_comes_first() -> None:
    found = place_table().lookup("Portland")
    assert found[0].admin1 == "Oregon"
    people = [entry.population for entry in found]
    assert people == sorted(people, reverse=True)


def test_country_comes_before_everything() -> None:
    assert place_table().lookup("Lebanon")[0].kind == "country"


def test_divisions_have_points_inside_them() -> None:
    texas = place_table().by_code("US.TX")
    assert texas is not None
    assert texas.name == "Texas" and texas.kind == "admin1"
    assert texas.lat == pytest.approx(31, abs=1.5)
    assert texas.lon == pytest.approx(-97.5, abs=2)
    county = next(e for e in place_table().lookup("Spokane County") if e.country_code == "US")
    assert county.admin1 == "Washington" and county.admin2 == "Spokane County"


def test_unknown_names_and_codes_give_nothing() -> None:
    assert place_table().lookup("Qzrvxk") == ()
    assert place_table().lookup("") == ()
    assert place_table().by_code("XX.99") is None


def test_it_holds_towns_divisions_countries_and_continents() -> None:
    assert len(place_table()) > 280_000
    assert place_table().lookup("Africa")[0].kind == "continent"
