"""Where an outlet is at home, and what a local report means by a bare name."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.data import lexicon
from rashomon.data.place_table import place_table
from rashomon.language.places.home import home, told_states
from tests.language.places.conftest import Find

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((x for x in lines if not x.startswith("#")), delimiter="\t"))


@pytest.mark.parametrize("row", rows("homes.tsv"), ids=str)
def test_home_of_an_outlet(row: dict[str, str]) -> None:
    found = home(row["outlet"] or None, row["url"] or None, row["title"] or None)
    first = found[0] if found else None
    assert (first.name if first else "") == (row["place"] or "")
    assert (first.country_code if first else "") == (row["country"] or "")
    assert not row["admin1"] or first.admin1 == row["admin1"]


@pytest.mark.parametrize("row", rows("local.tsv"), ids=str)
def test_bare_name_in_a_local_report(find: Find, row: dict[str, str]) -> None:
    found = find(row["text"], row["outlet"] or None, row["url"] or None, row["title"] or None)
    meant = [place for place in found if place.exact == row["exact"]]
    assert meant and {place.admin1 for place in meant} == {row["admin1"]}
    assert {place.kind for place in meant} == {"settlement"}
    assert (row["lies"] or "") in (meant[0].evidence or "")


def test_every_home_is_in_the_gazetteer() -> None:
    for row in lexicon("outlet_homes"):
        assert home(row["outlet"], None, None) or " " in row["outlet"], row
        assert place_table().by_code(row["in"]) is not None, row


def test_an_unlisted_town_lies_in_the_county_told(find: Find) -> None:
    found = find(
        "The barn burned in Fountain, Fla., the Bay County sheriff said. Bay County sent help."
    )
    town = next(place for place in found if place.exact == "Fountain")
    assert town.geonameid is None and town.lat == pytest.approx(30.2, abs=0.3)
    assert "Bay County" in (town.evidence or "")


def test_a_street_without_a_town_lies_around_the_outlet(find: Find) -> None:
    found = find("Crews were called to Orrin Avenue at dawn.", url="http://www.wsav.com/a")
    street = next(place for place in found if place.exact == "Orrin Avenue")
    assert (street.within, street.kind) == ("Savannah", "facility")
    assert "at home" in (street.evidence or "")


def test_states_of_a_title() -> None:
    assert told_states("Ohio man held after ferry fire") == {("US", "Ohio")}
    assert told_states(None) == frozenset()


@given(st.one_of(st.none(), st.text()), st.one_of(st.none(), st.text()), st.text())
def test_anything_may_stand_for_an_outlet(outlet: str | None, title: str | None, tail: str) -> None:
    for place in home(outlet, f"http://{tail}", title):
        assert place.name
    told_states(title)
