"""Facilities, streets, quarters and described places, and the settlement around them."""

from pathlib import Path

import pytest

from tests.language.places.conftest import Find

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "sites.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
][1:]


@pytest.mark.parametrize(("text", "exact", "kind", "within"), ROWS)
def test_site_lies_in_its_settlement(
    find: Find, text: str, exact: str, kind: str, within: str
) -> None:
    site = next(place for place in find(text) if place.exact == exact)
    assert (site.kind, site.within) == (kind, within)
    assert site.geonameid is None
    assert site.why_null["geonameid"] == "not-in-scheme"
    assert site.lat is not None and site.radius_km is not None and site.radius_km > 0


def test_near_reaches_further_than_in(find: Find) -> None:
    near = next(p for p in find("A prison near Kirkuk burned.") if p.exact == "prison")
    inside = next(p for p in find("A prison in Kirkuk burned.") if p.exact == "prison")
    assert near.name == "prison near Kirkuk"
    assert (near.radius_km or 0) > (inside.radius_km or 0)


def test_embassy_does_not_lie_where_its_state_does(find: Find) -> None:
    text = "The French embassy in Iraq was shut. The French Embassy in Baghdad reopened on Monday."
    sites = [place for place in find(text) if "mbassy" in place.exact]
    assert {site.country_code for site in sites} == {"IQ"}
    assert {site.within for site in sites} == {"Baghdad"}


def test_site_without_any_settlement_is_unresolved(find: Find) -> None:
    site = next(p for p in find("They met at Brindle Hotel.") if p.kind == "facility")
    assert site.lat is None
    assert site.why_null["lat"] == "unresolved"
    assert site.evidence == "the text does not say where it lies"


def test_bodies_that_act_are_no_sites(find: Find) -> None:
    assert not [p for p in find("Orrin University said fees would rise.") if p.kind == "facility"]
