"""The published measures, each as plain sums over items: what the figures are made of.

An item (an incident, an article) adds to named sums; a figure is worked out from the sums of many
items. So the same sums give the figure of all items, of one half of them, and of a resampling.
"""

import hashlib
import math
import random
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

Sums = Mapping[str, float]
Figure = Callable[[Sums], float]
Pieces = Sequence[tuple[int, int]]
"""Stretches [start, end) of a text."""

RESAMPLINGS = 200
EARTH_KM = 12_742  # diameter


@dataclass(frozen=True, slots=True)
class Item:
    """One measured thing: what it adds to the sums, and what went wrong in it, for people."""

    name: str
    sums: Sums
    misses: tuple[str, ...] = ()

    @property
    def half(self) -> str:
        """ "A" or "B", by a hash of the name: rules are read off A, B stays unread."""
        return "AB"[hashlib.sha256(self.name.encode()).digest()[0] % 2]


def share(part: str, whole: str) -> Figure:
    """Percent of ``whole`` that ``part`` is; nought where there is no whole."""
    return lambda sums: 100 * sums[part] / sums[whole] if sums[whole] else 0.0


def f1(right: str, found: str, wanted: str) -> Figure:
    """Harmonic mean, in percent, of the shares of ``right`` in what was found and wanted."""

    def figure(sums: Sums) -> float:
        both = sums[found] + sums[wanted]
        return 200 * sums[right] / both if sums[right] and both else 0.0

    return figure


def harmonic(one: Figure, other: Figure) -> Figure:
    """Harmonic mean of two figures."""

    def figure(sums: Sums) -> float:
        a, b = one(sums), other(sums)
        return 2 * a * b / (a + b) if a and b else 0.0

    return figure


def total(items: Sequence[Item]) -> Sums:
    """The sums of all items."""
    sums: dict[str, float] = defaultdict(float)
    for item in items:
        for name, value in item.sums.items():
            sums[name] += value
    return sums


def error(figure: Callable[[Sequence[Item]], float], items: Sequence[Item]) -> float:
    """Standard error of a figure by resampling items; the same for the same items."""
    if len(items) < 2:
        return 0.0
    dice = random.Random(len(items))
    drawn = [figure(dice.choices(items, k=len(items))) for _ in range(RESAMPLINGS)]
    mean = math.fsum(drawn) / len(drawn)
    return math.sqrt(math.fsum((value - mean) ** 2 for value in drawn) / (len(drawn) - 1))


def b_cubed(
    gold: Mapping[str, Hashable], guess: Mapping[str, Hashable]
) -> dict[str, tuple[float, float]]:
    """Each item's B³ precision and recall (Bagga and Baldwin 1998), 0 to 1."""
    real, made = _clusters(gold), _clusters(guess)
    found: dict[str, tuple[float, float]] = {}
    for item in gold:
        mine, theirs = made[guess[item]], real[gold[item]]
        both = len(mine & theirs)
        found[item] = (both / len(mine), both / len(theirs))
    return found


def _clusters(of: Mapping[str, Hashable]) -> dict[Hashable, set[str]]:
    members: dict[Hashable, set[str]] = defaultdict(set)
    for item, cluster in of.items():
        members[cluster].add(item)
    return members


def likeness(one: Pieces, other: Pieces) -> float:
    """Characters that two lists of pieces share, of all that either covers (0 to 1)."""
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    return both / max(1, _length(one) + _length(other) - both)


def _length(pieces: Pieces) -> int:
    return sum(end - start for start, end in pieces)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance between two points given as latitude and longitude."""
    lat, lon, lat2, lon2 = (math.radians(each) for each in (*one, *other))
    chord = math.sin((lat2 - lat) / 2) ** 2
    chord += math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def town_words(name: str | None) -> list[str]:
    """A town's name as words that can be compared: no "City of", "St" for "Saint"."""
    plain = re.sub(r"\bsaint\b", "st", (name or "").casefold())
    return re.sub(r"\W+|\b(?:county|city|township|borough)\b", " ", plain).split()


def meets(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    """Whether two stretches with ``start`` and ``end`` share a character."""
    return one["start"] < other["end"] and other["start"] < one["end"]
