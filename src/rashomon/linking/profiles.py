"""An episode as it is compared: what of it tells it apart, worked out once for all its pairs."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from wordfreq import freq_to_zipf, get_frequency_dict, zipf_frequency

from rashomon.data.phrases import words
from rashomon.data.place_table import normal_form
from rashomon.data.spelling import skeleton
from rashomon.model.episodes import Episode, Site
from rashomon.model.numbers import NumberRange
from rashomon.model.times import Interval

_WORD = re.compile(r"[^\W\d_]{2,}")
_COMMONEST = 7.0
_HEAVIEST = 6.0
_NUMBERS = {1: 0.5, 2: 3.0}
_LONG_NUMBER = 4.5
_YEAR = 1.5
_WITH_DIGITS = 4.0
_LETTERS_ENOUGH = 5
_HALF_SURE = 0.3
_SUREST = 1.15
"""A time tied to the event by grammar (2.0) is sure, one that hangs on a later court date (0.03)
hardly says anything."""
TIMES = 4
"""So many times of an episode are looked at."""
_RARITY = 1.5
_STRESS = 0.35
"""What a word's rarity and how much it is said are raised to; of four and three values tried the
best on the pairs that benchmarks/links.py learns from."""
_WITHIN_A_DAY = frozenset({"minute", "hour", "part-of-day"})
RARE = 2.5
"""Words above this weight are rare: fewer than about thirty in a million."""


@dataclass(frozen=True, slots=True)
class Days:
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

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Profile:
    """An episode with what its pairs need again and again.

    ``leads``: it is told for its own sake, as the main matter of its report or an item of a
    round-up. ``subject`` holds its words as a direction of length 1, ``said`` says how much all its
    words weigh. ``sure`` says how far ``days`` can be trusted, ``told_days`` holds the single days
    among all its times with the same.
    ``story`` holds, of what is told in passing, by what its report's main event is known, with
    weights.
    ``surnames`` are last words of persons' names in lower case, ``places`` keys of all its sites.
    """

    episode: Episode
    leads: bool
    subject: dict[str, float]
    said: float
    days: Days | None
    hours: tuple[float, float] | None
    sure: float
    told_days: dict[int, float]
    published: int | None
    site: Site | None
    places: frozenset[str]
    countries: frozenset[str]
    facilities: tuple[dict[str, float], ...]
    persons: frozenset[str]
    surnames: frozenset[str]
    killed: frozenset[int]
    story: dict[str, float]

    @classmethod
    def of(cls, episode: Episode) -> Self:
        """The profile of one episode."""
        labels = words("label_sets", "label")
        weights = {word: word_weight(word) for word in episode.words if word not in labels}
        first = episode.times[0] if episode.times else None
        interval = first.interval if first else None
        return cls(
            episode=episode,
            leads=episode.main or episode.item,
            subject=_subject(episode, weights),
            said=math.fsum(weights.values()),
            days=Days.of(interval) if interval else None,
            hours=_hours(interval) if interval else None,
            sure=_sureness(first.weight) if first else 0.0,
            told_days=_told_days(episode),
            published=episode.published.first_day.toordinal() if episode.published else None,
            site=episode.sites[0] if episode.sites else None,
            places=frozenset(map(place_key, episode.sites)),
            countries=frozenset(filter(None, (s.value.country_code for s in episode.sites))),
            facilities=tuple(filter(None, map(_spot, _facilities(episode)))),
            persons=frozenset(name for name in episode.persons if " " in name),
            surnames=frozenset(name.split()[-1].casefold() for name in episode.persons),
            killed=_killed(episode),
            story={each: max(map(word_weight, each.split())) for each in episode.story},
        )


def _subject(episode: Episode, weights: dict[str, float]) -> dict[str, float]:
    """Its words as a direction of length 1: what is rare in the language and said early or often
    counts most."""
    stress = episode.stress or (1.0,) * len(episode.words)
    pairs = zip(episode.words, stress, strict=True)
    said = {w: weights[w] ** _RARITY * by**_STRESS for w, by in pairs if weights.get(w)}
    length = math.sqrt(math.fsum(value * value for value in said.values()))
    return {word: value / length for word, value in said.items()}


def _facilities(episode: Episode) -> list[str]:
    return sorted({site.facility.casefold() for site in episode.sites if site.facility})


def _spot(facility: str) -> dict[str, float]:
    """The words of a street, park or building with their weights; without house numbers, since
    neighbours, newsrooms and hospitals differ in them."""
    found = {word: word_weight(word) for word in _WORD.findall(facility)}
    return {word: weight for word, weight in found.items() if weight}


def _sureness(weight: float) -> float:
    """How far a time with this weight can be trusted to be that of the incident, 0 to 1; a frame
    that nobody weighed is taken at its word."""
    return min(1.0, _SUREST * weight / (weight + _HALF_SURE)) if weight else 1.0


def _hours(interval: Interval) -> tuple[float, float] | None:
    """From which hour to which of its one day it lasts; ``None`` where it is the whole day or
    longer."""
    if interval.days > 1 or interval.granularity not in _WITHIN_A_DAY:
        return None
    first, last = (each.hour + each.minute / 60 for each in (interval.start, interval.end))
    return first, last


def _told_days(episode: Episode) -> dict[int, float]:
    """The single days among its times and how far each can be trusted."""
    days: dict[int, float] = {}
    for frame in episode.times[:TIMES]:
        told = Days.of(frame.interval) if frame.interval else None
        if told and told.single:
            days[told.first] = max(days.get(told.first, 0.0), _sureness(frame.weight))
    return days


def place_key(site: Site) -> str:
    """One key for one place, however it is spelled where the gazetteer knows it."""
    return str(site.value.geonameid or spelled(site.value.name))


def spelled(name: str) -> str:
    """A name without what spellings differ in: case, accents, hyphens, articles; of longer names
    the vowels and doubled letters too ("Velmaros", "Wilmaros")."""
    plain = normal_form(name)
    bones = skeleton(plain)
    return bones if len(bones.replace(" ", "")) >= _LETTERS_ENOUGH else plain


def _killed(episode: Episode) -> frozenset[int]:
    return frozenset(
        claim.value.low
        for claim in episode.claims
        if claim.property == "killed" and isinstance(claim.value, NumberRange) and claim.value.low
    )


@lru_cache(maxsize=200_000)
def word_weight(word: str) -> float:
    """:func:`weight`, of words that come again and again."""
    return weight(word)


def weight(word: str) -> float:
    """How much sharing a word says, 0 to 6: 7 minus its Zipf frequency.

    The Zipf scale (van Heuven et al. 2014) is the base-10 logarithm of occurrences per billion
    words; words that the list does not know weigh most. Numbers are weighed by their length:
    house numbers and amounts tell more than ages, ages more than years.
    """
    if word.isdigit():
        if len(word) == 4 and word[:2] in ("19", "20"):
            return _YEAR
        return _NUMBERS.get(len(word), _LONG_NUMBER)
    if not word.isalpha() and any(map(str.isdigit, word)):
        return _WITH_DIGITS
    return min(_HEAVIEST, max(0.0, _COMMONEST - _zipf(word)))


def _zipf(word: str) -> float:
    """``zipf_frequency(word, "en")``, for what is one token as it stands ten times as fast."""
    if not (word.isascii() and word.isalpha() and word.islower()):
        return zipf_frequency(word, "en")
    share = get_frequency_dict("en", "best").get(word)
    return max(0.0, round(freq_to_zipf(share), 2)) if share else 0.0


def is_label(word: str) -> bool:
    """Whether a word is one of the labels that writers exchange for one another; they never
    count (DESIGN.md, rule 5)."""
    return word.casefold() in words("label_sets", "label")
