"""The settlements that the words tie to an event, and whether two of them are two places."""

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

from rashomon.claims.account import Account
from rashomon.claims.bearing import role
from rashomon.claims.frames import places_of
from rashomon.model.annotations import EventMention, PlaceMention

_KM_PER_DEGREE = 111.2
_REGIONS = frozenset({"country", "admin1", "admin2", "natural", "facility"})
_FRONTED = re.compile(r"\W*(?:In|At|Near|Outside|Around)\s(?:[a-z]+\s){0,4}")
_TOWN_OF = re.compile(r"(?:the\s)?(?:[a-z]+\s)?(?:(?:town|city|village|port)\sof\s)?")
_BESIDE = 25.0
"""Kilometres between a town and a region that it may be told of as in."""


class Town(NamedTuple):
    """A settlement: its GeoNames id or, where the gazetteer has none, its name; and the keys of
    the towns of the report that it is a quarter or suburb of."""

    key: str
    around: frozenset[str] = frozenset()
    listed: bool = True
    spot: tuple[float, float, float] | None = None
    """Latitude, longitude and radius in kilometres, where known."""

    def meets(self, other: "Town") -> bool:
        """Whether both may be one, one is within the other, or both are quarters of one town that
        the gazetteer cannot tell apart."""
        if self.key == other.key or self.key in other.around or other.key in self.around:
            return True
        return not (self.listed and other.listed) and bool(self.around & other.around)


def settlements_of(mentions: Iterable[EventMention], account: Account) -> frozenset[Town]:
    """The settlements that the words tie to the mentions; not where the hurt were brought,
    somebody is tried or comes from, or from where a distance is counted."""
    return frozenset(
        _town(place, account)
        for mention in mentions
        for told in (*places_of(mention, account), *_hit(mention, account))
        for place in (told, *_around(told, mention, account))
        if place.kind == "settlement" and role(place, account) in (None, "scene")
    )


def _hit(mention: EventMention, account: Account) -> list[PlaceMention]:
    """Places that are what it befell: "shelled *Tokmak*", "the raid on *the town of Orsk*"."""
    text = account.report.text
    spans = [(a.start, a.end) for a in mention.arguments if a.role == "recipient"]
    return [
        place
        for start, end in spans
        for place in account.places_in(start, end)
        if place.end == end and _TOWN_OF.fullmatch(text[start : place.start])
    ]


def _around(site: PlaceMention, mention: EventMention, account: Account) -> list[PlaceMention]:
    """The town that the same sentence names as that of a site: "*In Arvik* hundreds marched along
    Quay Road"."""
    if site.kind != "facility" or site.within is None:
        return []
    beside = account.places_in(*account.sentence_of(mention))
    return [each for each in beside if each.kind == "settlement" and each.name == site.within]


def towns_apart(one: frozenset[Town], other: frozenset[Town]) -> bool:
    """Whether both name settlements, and none of the one may be any of the other."""
    return bool(one and other) and not any(a.meets(b) for a in one for b in other)


def regions_of(mentions: Iterable[EventMention], account: Account) -> frozenset[Town]:
    """The countries, provinces, tracts of land and sites that the words tie to the mentions."""
    return frozenset(
        _town(place, account)
        for mention in mentions
        for place in places_of(mention, account)
        if place.kind in _REGIONS and role(place, account) in (None, "scene")
    )


def fronted(mention: EventMention, account: Account) -> frozenset[Town]:
    """The place that the first sentence of a paragraph sets the scene with: "*In Darfur*, …"."""
    index = account.sentence(mention.start)
    start, end = account.bounds(index)
    found = account.places_in(start, end)[:1] if account.opens_paragraph(index) else []
    text = account.report.text
    return frozenset(
        _town(place, account)
        for place in found
        if place.end < mention.start and _FRONTED.fullmatch(text[start : place.start])
    )


def is_told_there(scene: frozenset[Town], sites: frozenset[Town]) -> bool:
    """Whether any of the sites is surely in or near the place that sets the scene."""
    return any(
        a.meets(b) or (a.spot is not None and b.spot is not None and _near(a, b))
        for a in scene
        for b in sites
    )


def regions_apart(one: frozenset[Town], other: frozenset[Town]) -> bool:
    """Whether both name places, and none of the one lies near any of the other; of those only
    that are on the map."""
    known, beside = ({each for each in side if each.spot} for side in (one, other))
    if {each.key for each in one} & {each.key for each in other}:
        return False
    return bool(known and beside) and not any(_near(a, b) for a in known for b in beside)


def _near(one: Town, other: Town) -> bool:
    if one.spot is None or other.spot is None or one.meets(other):
        return True
    apart = _kilometres(one.spot[:2], other.spot[:2])
    return apart is None or apart <= one.spot[2] + other.spot[2] + _BESIDE


def narrowed(one: frozenset[Town], other: frozenset[Town]) -> bool:
    """Whether one side names only places that the gazetteer does not know and the other only
    places that it knows: a village may lie by the town that was named just before."""
    sides = ({town.listed for town in one}, {town.listed for town in other})
    return sides in (({True}, {False}), ({False}, {True}))


def _town(place: PlaceMention, account: Account) -> Town:
    towns = [t for t in account.notes.places if t.kind == "settlement" and t.geonameid is not None]
    spot = None
    if place.lat is not None and place.lon is not None:
        spot = (place.lat, place.lon, place.radius_km or 0.0)
    if place.geonameid is None:
        around = frozenset(str(t.geonameid) for t in towns if t.name == place.within)
        return Town(place.name.casefold(), around, listed=False, spot=spot)
    holds = (t for t in towns if t.geonameid != place.geonameid and _holds(t, place))
    return Town(str(place.geonameid), frozenset(str(t.geonameid) for t in holds), spot=spot)


def _holds(town: PlaceMention, place: PlaceMention) -> bool:
    """Whether the place lies in the town: in its circle, and smaller."""
    if town.radius_km is None or (place.radius_km or 0.0) >= town.radius_km:
        return False
    apart = _kilometres((town.lat, town.lon), (place.lat, place.lon))
    return apart is not None and apart <= town.radius_km


_Point = tuple[float | None, float | None]


def _kilometres(one: _Point, other: _Point) -> float | None:
    (lat, lon), (other_lat, other_lon) = one, other
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return None
    across = abs(lon - other_lon) % 360
    east = min(across, 360 - across) * math.cos(math.radians((lat + other_lat) / 2))
    return _KM_PER_DEGREE * math.hypot(lat - other_lat, east)
