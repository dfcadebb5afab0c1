"""How well a row fits an incident: the parts of the score, each said in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import pycountry
from rapidfuzz.fuzz import token_set_ratio

from rashomon.casework.matching.rows import Row
from rashomon.casework.matching.values import Days, Range
from rashomon.data.kinds import compatible
from rashomon.data.spelling import fold
from rashomon.linking.geometry import kilometres
from rashomon.model.claims import WhereValue
from rashomon.model.findings import Toll
from rashomon.model.incidents import Incident

What = Literal["day", "place", "kind", "actors", "toll"]
_WEIGHTS: dict[What, float] = {"day": 3, "place": 3, "kind": 1.5, "actors": 1.5, "toll": 1}
FARTHEST_DAYS = 2
"""Rows more days away are not compared: other time zones and late dates reach no farther."""
_NEAR, _AROUND, _FAR = 5, 25, 100
_ALIKE = 85  # rapidfuzz: two spellings of one name
_WEEK = 7
_OTHER_NAMES = 0.3
"""No name in common says little: datasets name armies and groups in ways of their own."""
_GAP = {0: 1.0, 1: 0.5, 2: 0.25}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the score from 0 to 1, with what was compared; ``None``: nothing could be."""

    what: What
    score: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Ours:
    """An incident as it is compared."""

    incident: Incident
    days: Days
    actors: tuple[str, ...]


def parts(ours: Ours, row: Row) -> tuple[Part, ...]:
    """All parts, in the order of their weight."""
    return (
        _day(ours, row),
        _place(ours, row),
        _kind(ours, row),
        _actors(ours, row),
        toll(ours, row),
    )


def overall(found: tuple[Part, ...]) -> float:
    """The weighted mean of the parts that could be compared; 0 where day or place exclude it."""
    known = {part.what: part.score for part in found if part.score is not None}
    if not known.get("day") or not known.get("place"):
        return 0.0
    weight = sum(_WEIGHTS[what] for what in known)
    return sum(_WEIGHTS[what] * score for what, score in known.items()) / weight


def closest(ours: Days, theirs: tuple[Days, ...]) -> Days:
    """Of two readings of a date the one that is nearer."""
    return min(theirs, key=lambda each: (each.gap(ours), each.count))


def _day(ours: Ours, row: Row) -> Part:
    theirs = closest(ours.days, row.days)
    gap, wide = theirs.gap(ours.days), max(theirs.count, ours.days.count)
    if gap:
        near = _GAP.get(gap, 0.0)
        return Part("day", near, f"{gap} day{'s' if gap > 1 else ''} apart")
    if wide == 1:
        return Part("day", 1.0, "the same day")
    return Part("day", 0.8 if wide <= _WEEK else 0.5, f"within {wide} days")


def _place(ours: Ours, row: Row) -> Part:
    where = ours.incident.where
    if row.country and where.country_code and _code(row.country) not in (None, where.country_code):
        return Part("place", 0.0, f"{row.country}, not {where.country}")
    named = _named(ours, row)
    apart = kilometres(_point(where.lat, where.lon), _point(row.lat, row.lon))
    if apart is None:
        return _by_name(named, ours, row)
    told = f"{row.place or row.admin1 or row.country}, {apart:.0f} km"
    if apart <= _NEAR:
        return Part("place", 1.0, told)
    if apart <= _AROUND:
        return Part("place", 0.8, told)
    return Part("place", 0.5 if named and apart <= _FAR else 0.0, told)


def _point(lat: float | None, lon: float | None) -> WhereValue:
    return WhereValue(name="", country_code=None, lat=lat, lon=lon, geonameid=None, precision=None)


def _named(ours: Ours, row: Row) -> bool:
    """Whether the row's place is one of the incident's by name."""
    where = ours.incident.where
    own = [name for name in (where.name, where.facility) if name]
    return bool(row.place) and any(_alike(name, row.place) for name in own)


def _by_name(named: bool, ours: Ours, row: Row) -> Part:
    where = ours.incident.where
    if named:
        return Part("place", 1.0, row.place)
    if row.place and where.name:
        return Part("place", 0.0, f"{row.place}, not {where.name}")
    if row.admin1 and where.admin1:
        same = _alike(row.admin1, where.admin1)
        told = row.admin1 if same else f"{row.admin1}, not {where.admin1}"
        return Part("place", 0.6 if same else 0.0, told)
    if row.country and where.country_code:
        return Part("place", 0.3, f"{row.country}, no nearer")
    return Part("place", None, "no place to compare")


def _kind(ours: Ours, row: Row) -> Part:
    theirs = row.below or row.kind
    if not theirs:
        return Part("kind", None, "no kind to compare")
    acled = ours.incident.acled
    if acled and row.below and fold(row.below) == fold(acled.sub_event_type):
        return Part("kind", 1.0, theirs)
    if acled and fold(row.kind) == fold(acled.event_type):
        return Part("kind", 0.7, f"{theirs}; {acled.sub_event_type} here")
    name = fold(theirs).replace(" ", "-")
    if name == ours.incident.kind:
        return Part("kind", 1.0, theirs)
    told = f"{theirs}; {ours.incident.kind} here"
    if compatible(name, ours.incident.kind):
        return Part("kind", 0.7, told)
    return Part("kind", 0.7 if _alike(theirs, ours.incident.kind) else 0.2, told)


def _actors(ours: Ours, row: Row) -> Part:
    if not ours.actors or not row.actors:
        return Part("actors", None, "nobody to compare")
    pairs = [(token_set_ratio(fold(a), fold(b)), b) for a in ours.actors for b in row.actors]
    best, name = max(pairs)
    if best < _ALIKE:
        return Part("actors", _OTHER_NAMES, f"{'; '.join(row.actors)}: nobody of these")
    return Part("actors", round(best / 100, 2), name)


def toll(ours: Ours, row: Row) -> Part:
    """How near the killed are: 1 where the ranges meet, else the nearest ends' ratio."""
    own = ours.incident.killed
    if own.low is None or row.killed is None:
        return Part("toll", None, "no toll to compare")
    told = f"{figure(row.killed)} there, {our_figure(own)} here"
    high = own.high if own.high is not None else own.low
    if own.open or own.high is None:
        high = max(high, row.killed.low)
    if row.killed.low <= high and own.low <= row.killed.high:
        return Part("toll", 1.0, told)
    near, far = sorted((max(own.low, row.killed.low), min(high, row.killed.high)))
    return Part("toll", round((near + 1) / (far + 1), 2), told)


def figure(found: Range) -> str:
    """A figure of the dataset, in words."""
    if found.low == found.high:
        return str(found.low)
    best = f" (best {found.best})" if found.best is not None else ""
    return f"{found.low} to {found.high}{best}"


def our_figure(found: Toll) -> str:
    """A toll of the record, in words."""
    if found.high is None:
        return f"{found.low} or more"
    return str(found.low) if found.low == found.high else f"{found.low} to {found.high}"


def differences(ours: Ours, row: Row) -> Iterator[str]:
    """Where the figures differ, a sentence each."""
    theirs = closest(ours.days, row.days)
    if theirs.gap(ours.days):
        yield f"The day is {theirs.first} there, {ours.days.first} in the reports."
    tolls = (("killed", ours.incident.killed, row.killed),)
    for name, own, other in (*tolls, ("injured", ours.incident.injured, row.injured)):
        if other is None:
            continue
        if own.low is None:
            yield f"{name.capitalize()} there: {figure(other)}; the reports do not say."
        elif (own.low, own.high) != (other.low, other.high):
            inside = own.low <= other.low and other.high <= (own.high or own.low)
            note = ", which lies within" if inside else ""
            here = f"{our_figure(own)}{note}"
            yield f"{name.capitalize()} there: {figure(other)}; in the reports {here}."


@cache
def _code(name: str) -> str | None:
    """ISO 3166-1 alpha-2 of a country's name or code; ``None`` where it is not one we know."""
    try:
        return str(pycountry.countries.lookup(name).alpha_2)
    except LookupError:
        return None


def _alike(one: str, other: str) -> bool:
    first, second = fold(one), fold(other)
    return bool(first and second) and token_set_ratio(first, second) >= _ALIKE
