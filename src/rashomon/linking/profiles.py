"""An episode as it is compared: what of it tells it apart, worked out once for all its pairs."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from wordfreq import zipf_frequency

from rashomon.data.phrases import words
from rashomon.model.base import Frozen
from rashomon.model.episodes import Episode, Site
from rashomon.model.numbers import NumberRange
from rashomon.model.times import Interval

_COMMONEST = 7.0
_HEAVIEST = 6.0
_NUMBERS = {1: 0.5, 2: 3.0}
_LONG_NUMBER = 4.5
_YEAR = 1.5
_WITH_DIGITS = 4.0
RARE = 2.5
"""Words above this weight are rare: fewer than about thirty in a million."""


class Days(Frozen):
    """The calendar days of an interval, as ordinals, both ends included."""

    first: int
    last: int

    @classmethod
    def of(cls, interval: Interval) -> Self:
        """The days that the interval touches."""
        return cls(first=interval.first_day.toordinal(), last=interval.last_day.toordinal())

    def gap(self, other: Self) -> int:
        """Days between the two; 0 where they share one."""
        return max(0, self.first - other.last, other.first - self.last)


@dataclass(frozen=True, slots=True)
class Profile:
    """An episode with what its pairs need again and again.

    ``squares`` holds its words with their squared weights, ``rarities`` of the rare ones how far
    they lie above :data:`RARE`; ``mass`` is the sum of the squares. ``surnames`` are last words
    of persons' names in lower case, ``places`` keys of all its sites.
    """

    episode: Episode
    squares: dict[str, float]
    rarities: dict[str, float]
    mass: float
    days: Days | None
    published: int | None
    site: Site | None
    places: frozenset[str]
    countries: frozenset[str]
    facilities: frozenset[str]
    persons: frozenset[str]
    surnames: frozenset[str]
    killed: frozenset[int]

    @classmethod
    def of(cls, episode: Episode) -> Self:
        """The profile of one episode."""
        labels = words("label_sets", "label")
        weights = {word: word_weight(word) for word in episode.words if word not in labels}
        squares = {word: weight**2 for word, weight in weights.items() if weight}
        interval = episode.times[0].interval if episode.times else None
        return cls(
            episode=episode,
            squares=squares,
            rarities={word: w - RARE for word, w in weights.items() if w > RARE},
            mass=math.fsum(squares.values()),
            days=Days.of(interval) if interval else None,
            published=episode.published.first_day.toordinal() if episode.published else None,
            site=episode.sites[0] if episode.sites else None,
            places=frozenset(map(place_key, episode.sites)),
            countries=frozenset(filter(None, (s.value.country_code for s in episode.sites))),
            facilities=frozenset(s.facility.casefold() for s in episode.sites if s.facility),
            persons=frozenset(name for name in episode.persons if " " in name),
            surnames=frozenset(name.split()[-1].casefold() for name in episode.persons),
            killed=_killed(episode),
        )


def place_key(site: Site) -> str:
    """One key for one place, however it is spelled where the gazetteer knows it."""
    return str(site.value.geonameid or site.value.name.casefold())


def _killed(episode: Episode) -> frozenset[int]:
    return frozenset(
        claim.value.low
        for claim in episode.claims
        if claim.property == "killed" and isinstance(claim.value, NumberRange) and claim.value.low
    )


@lru_cache(maxsize=200_000)
def word_weight(word: str) -> float:
    """How much sharing a word says, 0 to 6: 7 minus its Zipf frequency.

    The Zipf scale (van Heuven et al. 2014) is the base-10 logarithm of occurrences per billion
    words; words that the list does not know weigh most. Numbers are weighed by their length:
    house numbers and amounts tell more than ages, ages more than years.
    """
    if word.isdigit():
        if len(word) == 4 and word[:2] in ("19", "20"):
            return _YEAR
        return _NUMBERS.get(len(word), _LONG_NUMBER)
    if any(letter.isdigit() for letter in word):
        return _WITH_DIGITS
    return min(_HEAVIEST, max(0.0, _COMMONEST - zipf_frequency(word, "en")))


def is_label(word: str) -> bool:
    """Whether a word is one of the labels that writers exchange for one another; they never
    count (DESIGN.md, rule 5)."""
    return word.casefold() in words("label_sets", "label")
