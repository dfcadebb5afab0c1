"""When and where an incident was, in words and in codebooks' fields."""

import pytest

from rashomon.casework.describing import describe_when, describe_where, title
from rashomon.model.claims import WhereValue
from rashomon.model.episodes import Site
from rashomon.model.incidents import When, Where
from rashomon.model.times import Interval


def site(name, kind="settlement", country="LY", point=(32.9, 13.2), **more):
    lat, lon = point or (None, None)
    value = WhereValue(
        name=name,
        country_code=country,
        lat=lat,
        lon=lon,
        geonameid=7 if kind == "settlement" else None,
        precision={"settlement": 1, "facility": 1, "country": 6, "admin1": 4}[kind],
        why_null={} if point else {"lat": "unresolved", "lon": "unresolved"},
    )
    facility = name if kind == "facility" else None
    return Site(value=value, kind=kind, **{"facility": facility, **more})


NOWHERE = site("Long Street", "facility", None, None)
TOWN = site("Brask", admin1="Low Larnia", radius_km=12.0)


@pytest.mark.parametrize(
    ("sites", "name", "facility", "country", "precision"),
    [
        ((TOWN,), "Brask", None, "LY", 1),
        ((site("market hall", "facility", within="Brask"),), "Brask", "market hall", "LY", 1),
        # a street that nobody places: no settlement, no precision; the country of the others
        ((NOWHERE,), None, "Long Street", None, None),
        ((NOWHERE, TOWN), None, "Long Street", "LY", None),
        ((NOWHERE, TOWN, site("Dol", country="TN")), None, "Long Street", None, None),
        ((site("Libya", "country"),), None, None, "LY", 6),
        ((), None, None, None, None),
    ],
)
def test_where(sites, name, facility, country, precision):
    where = describe_where(sites)
    found = (where.name, where.facility, where.country_code, where.precision)
    assert found == (name, facility, country, precision)
    empty = {field for field in Where.model_fields if getattr(where, field) is None}
    assert empty == set(where.why_null)


def test_a_known_place_without_a_point_is_not_settled():
    assert describe_where((NOWHERE,)).why_null["precision"] == "unresolved"


@pytest.mark.parametrize(
    ("facility", "name", "country", "expected"),
    [
        ("market hall", "Brask", "Libya", "Fire at market hall, Brask"),
        ("market hall in Brask", "Brask", "Libya", "Fire at market hall in Brask"),
        ("Long Street", None, "Libya", "Fire at Long Street, Libya"),
        ("Long Street", None, None, "Fire at Long Street"),
        (None, "Brask", "Libya", "Fire in Brask"),
        (None, None, "Libya", "Fire in Libya"),
        (None, None, None, "Fire"),
    ],
)
def test_title_tells_a_place_once(facility, name, country, expected):
    where = describe_where(()).model_copy(
        update={"facility": facility, "name": name, "country": country}
    )
    assert title("fire", where, describe_when(None)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("base near Brask", "Fire at base near Brask"), ("near Brask", "Fire near Brask")],
)
def test_title_of_a_spot_near_a_town(name, expected):
    where = describe_where(()).model_copy(update={"name": name, "precision": 2})
    assert title("fire", where, describe_when(None)) == expected


@pytest.mark.parametrize(
    ("first", "last", "granularity", "told"),
    [
        ("2031-03-11", "2031-03-11", "day", "11 March 2031"),
        ("2031-03-09", "2031-03-15", "week", "9 to 15 March 2031"),
        ("2031-03-30", "2031-04-02", "week", "30 March to 2 April 2031"),
        ("2031-12-29", "2032-01-05", "week", "29 December 2031 to 5 January 2032"),
        ("2031-03-01", "2031-03-31", "month", "March 2031"),
        ("2031-01-01", "2031-12-31", "year", "2031"),
    ],
)
def test_title_tells_a_time_shortly(first, last, granularity, told):
    when: When = describe_when(Interval(earliest=first, latest=last, granularity=granularity))
    assert title("fire", describe_where(()), when) == f"Fire, {told}"
