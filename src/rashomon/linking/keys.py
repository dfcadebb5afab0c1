"""What one episode shares with those that it may tell of one incident with.

A key is something told together with how rare it is: a word that hardly anybody uses, two fairly
rare words, a name, a town, a kind of event in a division. The rarer it is, the further apart in
time two episodes may lie that it brings together. All comes from one episode and the shipped
lexicons and word frequencies, so that no pile changes which pairs are looked at.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from rashomon.data.kinds import kind
from rashomon.data.phrases import words
from rashomon.linking.profiles import Profile, is_label, place_key, weight, word_weight

ANY_TIME = 6.0
"""What less than one in a million episodes tells brings two together at any time."""
QUARTER = 4.8
"""What one in some ten thousands tells: if within about a quarter of a year."""
FORTNIGHT = 3.9
"""What one in some thousands tells: if within about a fortnight."""
UNDATED = 3.6
"""From here on also where one of the two has no time."""
DAY = 3.0
"""What one in a thousand tells: if on one day. docs/decisions.md says how the five were found."""

_IN_REPORTS = 0.3
"""A word is twice as frequent in an episode as its share of all language says."""
_TOGETHER = 0.3
"""Words of one subject come together."""
_OF_THE_TRADE = 1.5
"""How much more frequent, in powers of ten, the words of reporting are among reports."""
_TRADE = (
    ("events", "lemma"),
    ("people", "noun"),
    ("weapons", "noun"),
    ("source_roles", "noun"),
    ("reporting_verbs", "verb"),
    ("reporting_nouns", "noun"),
    ("place_nouns", "noun"),
    ("times_words", "word"),
    ("time_governors", "word"),
)
_ENDINGS = ("", "d", "ed", "s", "ing")
_CUT_ENDINGS = ("ing", "ied", "ies")
_NUMBERS = {1: 0.4, 2: 1.2, 3: 2.0, 4: 3.0}
_LONG_NUMBER = 4.5
_YEAR = 0.5
_WITH_DIGITS = 3.0
_HALF = 2.0
_HALVES = 14
"""Words of at least this rarity are taken in twos: so many of those that the episode stresses."""
_TOWN = 3.8
_CELL = 3.2
_DIVISION = 1.9
_COUNTRY = 1.0
_KIND, _NARROW_KIND = 0.6, 0.9
"""A kind that is one of two wider ones (a rocket attack, a suicide bombing) is told more rarely."""
_PLACELESS = 0.8
"""One in six or seven episodes tells no place."""
_SECOND_WORDS = 0.3
"""The further words of an institution's name say little more."""
_MONTH, _SEASON = 27, 92
_TOWNS = frozenset({"settlement", "facility", "natural"})
_SITES = 4
_SPOT_WORDS = 6
_STORY = 8
"""So many of the rarest things that its report is about bring an aside together with others."""
_CELLS_A_DEGREE = 4.0
_HALF_BOX = 7.5 / 111.2
"""In degrees: two places at most 15 km apart touch one cell."""


class Key(NamedTuple):
    """Something that an episode tells, in one part or more; ``rarity`` in powers of ten: 3 is one
    episode in 1,000."""

    family: str
    parts: tuple[str, ...]
    rarity: float


def keys(profile: Profile) -> Iterator[Key]:
    """All that may bring the episode together with another, some more than once."""
    telling = _stressed(profile)
    yield from _words(profile, telling)
    for each in (
        *_together(profile, telling),
        *_bare(profile, telling),
        *_names(profile),
        *_places(profile),
        *_spots(profile),
        *_story(profile),
    ):
        if each.rarity >= DAY:
            yield each


def _words(profile: Profile, telling: Sequence[tuple[str, float]]) -> Iterator[Key]:
    """Single words, and two together: most keys by far are of these."""
    for word in profile.subject:
        rare = rarity(word) - _IN_REPORTS
        if rare >= DAY:
            yield Key("word", (word,), rare)
    for (one, first), (other, second) in combinations(telling, 2):
        rare = first + second - _IN_REPORTS - _TOGETHER
        if rare >= DAY:
            yield Key("words", (one, other), rare)


def _together(profile: Profile, telling: Sequence[tuple[str, float]]) -> Iterator[Key]:
    """A word with the place, or with the kind of event."""
    kinds, areas = _kinds(profile), _areas(profile)
    for word, rare in telling:
        for area, known in areas:
            yield Key("word+area", (word, area), rare + known - _IN_REPORTS)
        for name, known in kinds:
            yield Key("word+kind", (word, name), rare + known - _IN_REPORTS)


def _kinds(profile: Profile) -> list[tuple[str, float]]:
    """Its kind and the wider ones, with their rarity."""
    own = profile.episode.kind
    return [
        (name, _NARROW_KIND if len(kind(name).within) > 1 else _KIND)
        for name in sorted({own} | kind(own).within)
    ]


def _bare(profile: Profile, telling: Sequence[tuple[str, float]]) -> Iterator[Key]:
    """What is told in a line: without a place a word or an equal count is enough on one day, and
    what is told of a month is of one kind and month."""
    days = profile.days
    if days is None:
        return
    kinds = _kinds(profile)
    for name, known in kinds if not profile.episode.sites else ():
        for word, rare in telling:
            if rare + known - _IN_REPORTS + _PLACELESS >= DAY > rare + known - _IN_REPORTS:
                yield Key("word+kind", (word, name), DAY)
        for count in sorted(profile.killed):
            yield Key("kind+killed", (name, str(count)), DAY)
    if _MONTH <= days.last - days.first <= _SEASON:
        for name, _ in kinds:
            yield Key("kind+period", (name, str(days.first), str(days.last)), ANY_TIME)


def _stressed(profile: Profile) -> list[tuple[str, float]]:
    """The words that it stresses most of those that tell something, in alphabetic order."""
    found = [(word, rare) for word in profile.subject if (rare := rarity(word)) >= _HALF]
    found.sort(key=lambda pair: (-profile.subject[pair[0]], pair[0]))
    return sorted(found[:_HALVES])


def _names(profile: Profile) -> Iterator[Key]:
    """Of people all words of the name count, of institutions mostly the rarest; who is taken for
    a person in one report may not be in another."""
    persons = set(profile.episode.persons)
    for name in profile.episode.names:
        if is_label(name):
            continue
        rarest, *others = sorted(map(word_weight, name.casefold().split()), reverse=True) or [0.0]
        known = rarest - _IN_REPORTS
        yield Key("name", (name,), known + _SECOND_WORDS * math.fsum(others))
        if name in persons:
            yield Key("person", (name,), known + math.fsum(others))


def _areas(profile: Profile) -> list[tuple[str, float]]:
    """Divisions, or countries where no more is told, with their rarity."""
    found = {
        f"{site.value.country_code} {site.admin1 or ''}": _DIVISION if site.admin1 else _COUNTRY
        for site in profile.episode.sites
        if site.value.country_code
    }
    return sorted(found.items())


def _places(profile: Profile) -> Iterator[Key]:
    """Its towns, and what lies around the first of them: a suburb goes for its city."""
    towns = [site for site in profile.episode.sites if site.kind in _TOWNS]
    for site in towns:
        yield Key("town", (place_key(site),), _TOWN)
    for site in towns[:_SITES]:
        if site.value.lat is not None and site.value.lon is not None:
            for cell in _cells(site.value.lat, site.value.lon):
                yield Key("near", (cell,), _CELL)


def _cells(lat: float, lon: float) -> Iterator[str]:
    """The cells that a box around the place touches; they grow in degrees towards the poles."""
    for row in _steps(lat, _HALF_BOX, _CELLS_A_DEGREE):
        narrowed = max(0.05, math.cos(math.radians((row + 0.5) / _CELLS_A_DEGREE)))
        for column in _steps(lon, _HALF_BOX / narrowed, _CELLS_A_DEGREE * narrowed):
            yield f"{row} {column}"


def _steps(middle: float, half: float, a_degree: float) -> range:
    first, last = math.floor((middle - half) * a_degree), math.floor((middle + half) * a_degree)
    return range(first, last + 1)


def _spots(profile: Profile) -> Iterator[Key]:
    """Two words of a street, park or building."""
    for spot in profile.facilities:
        rarest = sorted(spot, key=lambda word: (-spot[word], word))[:_SPOT_WORDS]
        for one, other in combinations(sorted(rarest), 2):
            yield Key("spot", (one, other), spot[one] + spot[other] - _IN_REPORTS)


def _story(profile: Profile) -> Iterator[Key]:
    """What is told in passing by reports of one matter: an event of this kind beside a main event
    with this name or rare word, or two of them. In a line of its own it often has nothing to be
    found by."""
    known = ((rarity(each), each) for each in profile.episode.story)
    rarest = sorted(((rare, each) for rare, each in known if rare >= _HALF), reverse=True)[:_STORY]
    for name, common in _kinds(profile):
        for rare, each in rarest:
            yield Key("story", (each, name), rare + common - _IN_REPORTS)
        for (first, one), (second, other) in combinations(sorted(rarest, key=_word), 2):
            rare = first + second + common - _IN_REPORTS - _TOGETHER
            yield Key("story", (one, other, name), rare)


def _word(pair: tuple[float, str]) -> str:
    return pair[1]


@lru_cache(maxsize=200_000)
def rarity(word: str) -> float:
    """How rare a word is among episodes, in powers of ten: by its most frequent form, as lemmas
    can be rare whose forms are not ("injure"), and less where it is a word of reporting."""
    if word.isdigit():
        if len(word) == 4 and word[:2] in ("19", "20"):
            return _YEAR
        return _NUMBERS.get(len(word), _LONG_NUMBER)
    if any(letter.isdigit() for letter in word):
        return _WITH_DIGITS
    forms = [word + ending for ending in _ENDINGS]
    forms += [word[:-1] + ending for ending in _CUT_ENDINGS]
    return min(map(weight, forms)) - (_OF_THE_TRADE if word in _trade() else 0.0)


@cache
def _trade() -> frozenset[str]:
    """The words with which any incident is told: of deeds, people, sources, places and times."""
    told = (phrase for table, column in _TRADE for phrase in words(table, column))
    return frozenset(word for phrase in told for word in phrase.casefold().split())
