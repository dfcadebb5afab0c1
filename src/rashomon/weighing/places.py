"""Which claimed places are one, and which can hold together.

``precision`` is UCDP's where_prec: 1 a settlement or building, 2 near one, 3 and 4 second- and
first-order divisions, 5 a landscape, 6 a country, 7 international waters.
"""

import math
import re

from rashomon.data.spelling import bare
from rashomon.model.claims import WhereValue

_NEAR_KM = 25.0  # UCDP's where_prec 2: within about 25 km of a known point
_FAR_KM = 50.0  # points of one incident do not lie further apart
_FAR_DIVISION_KM = 150.0  # the middle of a second-order division from a point in it
_POINT, _DISTRICT, _PROVINCE = 2, 3, 4
_LYING = re.compile(r"\s(?:in|near|at|on|of)\s", re.IGNORECASE)


def same_place(one: WhereValue, other: WhereValue) -> bool:
    """Whether both name one place: one GeoNames id, or one name where nothing parts them."""
    if one.geonameid is not None and one.geonameid == other.geonameid:
        return True
    if not may_both_hold(one, other):
        return False
    if _is_building(one) and _is_building(other):
        return _same_building(one, other)
    if _farther(one, other, _NEAR_KM):
        return False
    return bare(one.name) == bare(other.name)


def _same_building(one: WhereValue, other: WhereValue) -> bool:
    """By name: the whole name wherever it was placed, a shorter one near the longer."""
    first, second = building_words(one), building_words(other)
    if first == second and len(first) > 1:
        return True
    alike = bool(first and second) and (first <= second or second <= first)
    return alike and not _farther(one, other, _NEAR_KM)


def may_both_hold(one: WhereValue, other: WhereValue) -> bool:
    """Whether one can lie in, at or near the other.

    A building whose name does not say where it lies has its point from the context: too little
    to contradict anybody in the same country. So has a place of no gazetteer its country.
    """
    countries = {one.country_code, other.country_code} - {None}
    if len(countries) > 1 and not (_unlisted(one) or _unlisted(other)):
        return False
    if one.precision is None or other.precision is None:
        return True
    if _loosely_placed(one) or _loosely_placed(other):
        return True
    coarser = max(one.precision, other.precision)
    if coarser == one.precision == other.precision == _PROVINCE:
        return one.geonameid == other.geonameid or not _farther(one, other, _FAR_KM)
    if coarser <= _POINT:
        return not _farther(one, other, _FAR_KM)
    return coarser != _DISTRICT or not _farther(one, other, _FAR_DIVISION_KM)


def wider(one: WhereValue, other: WhereValue) -> bool:
    """Whether the first is a wider place than the second, which it can contain."""
    return _width(one) > _width(other) and may_both_hold(one, other)


def finer_first(value: WhereValue) -> float:
    """Sorts buildings before towns, towns before divisions, these before countries."""
    return _width(value)


def building_words(value: WhereValue) -> frozenset[str]:
    """The words that name a building, without where it lies ("embassy in Larnos")."""
    return frozenset(bare(_LYING.split(value.name, maxsplit=1)[0]).split())


def _width(value: WhereValue) -> float:
    return 0.5 if _is_building(value) else float(value.precision or 8)


def _is_building(value: WhereValue) -> bool:
    """Whether it is a building or site: exact, and not in the gazetteer of settlements."""
    return value.precision == 1 and value.geonameid is None


def _unlisted(value: WhereValue) -> bool:
    return value.geonameid is None and value.lat is None


def _loosely_placed(value: WhereValue) -> bool:
    return _is_building(value) and not _LYING.search(value.name)


def _farther(one: WhereValue, other: WhereValue, km: float) -> bool:
    """Whether both points are known and lie further apart."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return _kilometres((one.lat, one.lon), (other.lat, other.lon)) > km


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance on a sphere of 6,371 km."""
    lat, lon, to_lat, to_lon = map(math.radians, (*one, *other))
    half = math.sin((to_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))
