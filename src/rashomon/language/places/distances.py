"""Spots told by how far they lie from a town: "30 km west of Arvik".

What stands before such words may be the name that they place ("Orrin, 12 km north of Arvik"): then
a town of no gazetteer gets its point from them. Else the spot is a place of its own.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rashomon.data import lexicon
from rashomon.data.phrases import any_of
from rashomon.data.place_table import Entry
from rashomon.language.places.candidates import Candidate
from rashomon.language.places.lexicons import cues
from rashomon.language.places.words import Words

_REACH = 90
"""Characters before a town in which such words are looked for."""
_KM_PER_DEGREE = 111.2
_VAGUE, _LEAST_KM = 0.25, 2.0
"""How wide a spot is whose direction is told, as a part of its distance, and at least."""
_FARTHEST_KM = 400.0
_SAME_DIVISION_KM = 50.0
_POLE = 85.0
"""Degrees of latitude from which an offset in degrees of longitude says nothing."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters ``start`` to ``end``, so far from ``town``: ``name`` says from which."""

    start: int
    end: int
    name: str
    km: float
    bearing: float | None
    town: Entry

    def point(self) -> Entry:
        """The town's entry moved to the spot; as wide as the words are vague. Far from the town
        nobody knows whether it is still in the town's division."""
        around = replace(self.town, geonameid=None, population=0, admin2=None)
        if self.km > _SAME_DIVISION_KM:
            around = replace(around, admin1=None)
        if self.bearing is None or self.town.lat is None or self.town.lon is None:
            return replace(around, radius_km=max(self.km, self.town.radius_km or 0.0))
        turn = math.radians(self.bearing)
        lat = self.town.lat + self.km * math.cos(turn) / _KM_PER_DEGREE
        across = _KM_PER_DEGREE * math.cos(math.radians(min(abs(self.town.lat), _POLE)))
        lon = (self.town.lon + self.km * math.sin(turn) / across + 180) % 360 - 180
        wide = max(_LEAST_KM, _VAGUE * self.km)
        return replace(around, lat=round(lat, 5), lon=round(lon, 5), radius_km=wide)


def spots(words: Words, places: Iterable[Candidate]) -> Iterator[Spot]:
    """Every spot that is told from one of the places, in their order."""
    for place in places:
        entry = place.entry
        if entry is None or entry.kind != "settlement" or entry.lat is None:
            continue
        first, last = words.offsets(place.start, place.end)
        before = max(0, first - _REACH)
        found = _pattern().search(words.text[before:first])
        if found is not None:
            spot = _spot(found, before, words.text[first:last], entry)
            yield from (spot,) if spot.km <= _FARTHEST_KM else ()


def _spot(found: re.Match[str], at: int, named: str, town: Entry) -> Spot:
    """``at`` is where the text searched begins, ``named`` what the report calls the town."""
    number, side = found["number"].lower().replace(",", "."), found["side"]
    amount = float(number) if number[0].isdigit() else float(_numbers()[number])
    bearing = float(_values("side")[_said(side)]) if side else None
    told = found.end("side") if side else found.end("unit")
    said = " ".join(found.string[found.start() : told].split())
    name = f"{said} {'of' if side else 'from'} {named}"
    km = amount * float(_values("unit")[_said(found["unit"])])
    return Spot(at + found.start(), at + told, name, km, bearing, town)


def placed(spot: Spot, words: Words, places: Sequence[Candidate]) -> Candidate | None:
    """The place right before the words: "Orrin, 12 km north of Arvik", "Orrin village, some …";
    ``places`` are in order."""
    at = bisect_left(places, spot.start, key=lambda place: words.starts[place.start])
    before = places[at - 1] if at else None
    if before is None:
        return None
    between = words.text[words.offsets(before.start, before.end)[1] : spot.start]
    fits = 0 < len(between) <= _REACH and _lead().fullmatch(between)
    return before if fits else None


def stands_alone(spot: Spot, words: Words) -> bool:
    """Whether the words say where something happened; behind a comma they explain a name."""
    before = words.text[max(0, spot.start - _REACH) : spot.start]
    return not _explaining().search(before)


@cache
def _pattern() -> re.Pattern[str]:
    settlement = "|".join(sorted(map(re.escape, cues("settlement") | cues("point"))))
    return re.compile(
        rf"\b(?P<number>\d{{1,3}}(?:[.,]\d)?|{'|'.join(sorted(_numbers()))})[\s-]?"
        rf"(?P<unit>{any_of('place_distances', use='unit')})\b\.?(?:\s\([^()]{{1,20}}\))?,?\s"
        rf"(?:(?:to\sthe\s|due\s)?(?P<side>{any_of('place_distances', use='side')})\s(?:of|from)|"
        rf"(?:away\s)?from|outside(?:\sof)?)\s"
        rf"(?:(?:the|its)\s)?(?:[\w-]{{2,20}}\s){{0,2}}?(?:(?:{settlement})\sof\s)?$",
        re.IGNORECASE,
    )


@cache
def _lead() -> re.Pattern[str]:
    """What may stand between a name and how far off it lies."""
    settlement = "|".join(sorted(map(re.escape, cues("settlement"))))
    hedge = any_of("place_distances", use="hedge")
    return re.compile(
        rf"(?:\s(?:{settlement}))?(?:\s?[,(]\s?|\s)"
        rf"(?:(?:which\s|that\s)?(?:is|lies|located|situated)\s)?(?:(?:{hedge})\s)?",
        re.IGNORECASE,
    )


@cache
def _explaining() -> re.Pattern[str]:
    hedge = any_of("place_distances", use="hedge")
    return re.compile(rf"(?:^|[,(–—]\s?)(?:(?:{hedge})\s)?$", re.IGNORECASE)


def _said(word: str) -> str:
    return " ".join(word.lower().split())


@cache
def _values(use: str) -> dict[str, str]:
    return {row["word"]: row["value"] for row in lexicon("place_distances") if row["use"] == use}


@cache
def _numbers() -> dict[str, str]:
    rows = lexicon("times_words")
    return {row["word"]: row["value"] for row in rows if row["class"] == "number"}
