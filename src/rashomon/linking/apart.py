"""Which pairs are none for all the common words that they share: far apart in time or in place.

What brings two episodes together only by words that are rare together (``keys``) is mostly chance,
and the more so the larger the pile. All comes from the two episodes alone.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.blocks import Members
from rashomon.linking.evidence import SURE_OF_BOTH, is_spot, trust
from rashomon.linking.geometry import kilometres_between
from rashomon.linking.profiles import TIMES, Profile, spelled

Flags = NDArray[np.bool_]

_WEEK = 7
_FAR_KM = 300.0
_SURE_OF_BOTH_PLACES = 0.7
_KEYS = 8
"""So many places and names of an episode are looked at."""


class Apart:
    """What the episodes of a pile tell of day and place, as columns."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        """Of the episodes in this order."""
        self._days, self._spots = _Days(profiles), _Spots(profiles)

    def __call__(self, one: Members, other: Members) -> Flags:
        """Pairs that lie surely apart, in time or in place."""
        return self._days.apart(one, other) | self._spots.apart(one, other)


class _Days:
    """The days that episodes give."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        days = [profile.days for profile in profiles]
        self.first = np.array([each.first if each else 0 for each in days])
        self.last = np.array([each.last if each else 0 for each in days])
        self.told = _told([profile.told_days for profile in profiles], TIMES)
        self.sure = np.array([profile.sure if profile.days else 0.0 for profile in profiles])

    def apart(self, one: Members, other: Members) -> Flags:
        """Pairs of which both are sure of days more than a week from each other, and which tell
        no day in common."""
        gap = np.maximum(self.first[one] - self.last[other], self.first[other] - self.last[one])
        apart: Flags = (gap > _WEEK) & (self.sure[one] * self.sure[other] > SURE_OF_BOTH)
        return apart & ~_shared(self.told, one, other)


class _Spots:
    """The first towns that episodes give, or what is smaller."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        sites = [profile.site for profile in profiles]
        spots = [site if site and is_spot(site) else None for site in sites]
        self.lat = np.array([_number(s.value.lat if s else None) for s in spots])
        self.lon = np.array([_number(s.value.lon if s else None) for s in spots])
        self.sure = np.array([trust(spot) if spot else 0.0 for spot in spots])
        known: dict[str, int] = {}
        numbered = [[known.setdefault(k, len(known)) for k in _keys(x)] for x in profiles]
        self.told = _told(numbered, _KEYS)

    def apart(self, one: Members, other: Members) -> Flags:
        """Pairs of which both are sure of towns more than 300 km from each other, and which name
        no place in common. Of 50 such pairs of gva (piles 0, 1, 4) and of BASIL one was rightly
        linked; they are one in ten of the pairs of shootings, and most of those of a large pile."""
        sure: Flags = self.sure[one] * self.sure[other] > _SURE_OF_BOTH_PLACES
        away = kilometres_between(self.lat[one], self.lon[one], self.lat[other], self.lon[other])
        far: Flags = sure & (away > _FAR_KM)
        return far & ~_shared(self.told, one, other)


def _keys(profile: Profile) -> list[str]:
    """Its places and their names: which of two towns of one name is meant may have been missed."""
    names = {spelled(site.value.name) for site in profile.episode.sites}
    return sorted(profile.places | names)


def _number(told: float | None) -> float:
    """Not a number, and so near to and far from nothing, where nothing is told."""
    return float("nan") if told is None else told


def _told(of_each: Sequence[Iterable[int]], most: int) -> NDArray[np.int64]:
    """A row for each episode; what is missing in a row is in no other."""
    nothing = (range(-most * (n + 1), -most * n) for n in range(len(of_each)))
    rows = [[*told, *none][:most] for told, none in zip(of_each, nothing, strict=True)]
    return np.array(rows, dtype=np.int64).reshape(-1, most)


def _shared(told: NDArray[np.int64], one: Members, other: Members) -> Flags:
    """Pairs of which some number stands in both rows."""
    shared = np.zeros(len(one), dtype=bool)
    for step in range(told.shape[1]):
        shared |= (told[one] == np.roll(told[other], step, axis=1)).any(axis=1)
    return shared
