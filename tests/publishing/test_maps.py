"""Maps: the right part of the earth, circles and no false points, each outline once."""

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.data.outlines import outlines
from rashomon.model.dossier import Dossier
from rashomon.model.incidents import Incident
from rashomon.publishing.cartography import Atlas
from rashomon.publishing.cartography.frames import HEIGHT, WIDTH

NUMBER = re.compile(r"-?\d+")


def placed(example: Dossier, **fields: Any) -> Incident:
    first = example.incidents[0]
    return first.model_copy(update={"where": first.where.model_copy(update=fields)})


KABUL = {"country_code": "AF", "lat": 34.53, "lon": 69.17, "radius_km": 20.0, "precision": 1}


def test_every_country_is_closed() -> None:
    assert len(outlines()) > 230
    for each in outlines():
        assert each.rings
        assert all(ring.points[0] == ring.points[-1] for ring in each.rings), each.name


def test_the_own_country_is_shaded_and_its_neighbours_are_named(example: Dossier) -> None:
    atlas = Atlas()
    shown = atlas.of_incident(placed(example, **KABUL), "Kabul")
    assert shown is not None
    names = {label.text: label.own for label in shown.labels}
    assert names["Afghanistan"]
    assert {"Iran", "Pakistan"} <= names.keys()
    spot = shown.spots[0]
    assert WIDTH / 2 < spot.x < WIDTH
    assert 0 < spot.y < HEIGHT
    assert atlas.bases[0].own.startswith("M")


def test_a_country_alone_is_no_point(example: Dossier) -> None:
    shown = Atlas().of_incident(placed(example, **{**KABUL, "precision": 6}), "Afghanistan")
    assert shown is not None
    assert not shown.spots
    assert "the country is shaded" in shown.alt


def test_the_circle_is_to_scale_or_says_that_it_is_not(example: Dossier) -> None:
    wide, small = (
        Atlas().of_incident(placed(example, **{**KABUL, "radius_km": km}), "") for km in (200, 1)
    )
    assert wide is not None
    assert small is not None
    assert wide.spots[0].to_scale
    length = float(wide.length) / float(wide.scale.removesuffix(" km").replace(",", ""))
    assert wide.spots[0].r == pytest.approx(200 * length, rel=0.01)
    assert not small.spots[0].to_scale
    assert "larger than it is" in small.caption


def test_places_of_one_country_share_its_outlines(example: Dossier) -> None:
    atlas = Atlas()
    for lat in (34.5, 36.7):
        atlas.of_incident(placed(example, **{**KABUL, "lat": lat}), "")
    assert len(atlas.bases) == 1


def test_nowhere_has_no_map(example: Dossier) -> None:
    nowhere = placed(example, country_code=None, lat=None, lon=None)
    assert Atlas().of_incident(nowhere, "") is None
    assert Atlas().of_all((nowhere,)) is None


def test_one_map_for_all_numbers_them(example: Dossier) -> None:
    far = placed(example, country_code="PE", lat=-12.0, lon=-77.0)
    shown = Atlas().of_all((placed(example, **KABUL), far, placed(example, **KABUL)))
    assert shown is not None
    assert sorted(spot.name for spot in shown.spots) == ["1, 3", "2"]


@settings(max_examples=40, deadline=None)
@given(
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    code=st.sampled_from([None, "RU", "US", "FJ", "VA", "AQ", "NZ", "XX", "??"]),
    km=st.one_of(st.none(), st.floats(0, 20_000)),
)
def test_every_place_can_be_drawn(
    example: Dossier, lat: float, lon: float, code: str | None, km: float | None
) -> None:
    atlas = Atlas()
    incident = placed(example, country_code=code, lat=lat, lon=lon, radius_km=km, precision=1)
    shown = atlas.of_incident(incident, "there")
    assert shown is not None
    assert 0 <= shown.spots[0].x <= WIDTH
    assert -1 <= shown.spots[0].y <= HEIGHT + 1
    assert len(atlas.bases[0].land) < 60_000
    assert not re.search(r"[^Mlz\d -]", atlas.bases[0].land)
