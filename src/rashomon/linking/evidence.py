"""What two episodes share and what keeps them apart: named features of a pair.

Each feature is computed from the two episodes alone (word weights come from the shipped word
frequencies of ``wordfreq``, never from the pile), so that the order and size of a pile change no
score.
"""

import math
from collections.abc import Collection
from functools import lru_cache

from wordfreq import zipf_frequency

from rashomon.data.kinds import compatible, kind
from rashomon.linking.geometry import kilometres
from rashomon.model.base import Frozen
from rashomon.model.episodes import Episode, Site, TimeFrame

_COMMONEST = 7.0
_SAME_TOWN_KM = 15.0
_NEAR_KM = 60.0
_ALL_BUT_THE_SAME = 0.6
"""Two accounts that share this much of their weighted words could hardly share more."""


class Evidence(Frozen):
    """One feature of a pair: its name, its strength (mostly 0 to 1), and what was compared."""

    name: str
    value: float
    words: str


def evidence(one: Episode, other: Episode) -> tuple[Evidence, ...]:
    """All features of the pair, in a fixed order; symmetric in its arguments."""
    if other.id < one.id:
        one, other = other, one
    found = (
        _kinds(one, other),
        _telling(one, other),
        *_times(one, other),
        *_publication(one, other),
        *_places(one, other),
        *_persons(one, other),
        _words(one, other),
        *_tolls(one, other),
    )
    return tuple(each for each in found if each is not None)


def _kinds(one: Episode, other: Episode) -> Evidence:
    if one.kind == other.kind:
        return Evidence(name="same-kind", value=1.0, words=f"both a {kind(one.kind).title}")
    titles = " and ".join(sorted((kind(one.kind).title, kind(other.kind).title)))
    if compatible(one.kind, other.kind):
        return Evidence(name="like-kind", value=1.0, words=f"{titles} may be one thing")
    talk = [e for e in (one, other) if kind(e.kind).role in ("speech", "follow-up")]
    if talk:
        name = "kind-speech" if len(talk) == 2 else "kind-mixed"
        return Evidence(name=name, value=1.0, words=titles)
    return Evidence(name="other-kind", value=1.0, words=f"{titles} are different things")


def _telling(one: Episode, other: Episode) -> Evidence | None:
    if one.main and other.main:
        return None
    if one.main or other.main:
        return Evidence(name="main-and-aside", value=1.0, words="main here, an aside there")
    return Evidence(name="both-asides", value=1.0, words="an aside in both")


def _times(one: Episode, other: Episode) -> list[Evidence]:
    if not one.times or not other.times:
        return []
    first, second = one.times[0], other.times[0]
    if first.interval and second.interval:
        return [_days(first, second)]
    if first.could_meet(second):
        return [Evidence(name="times-can-meet", value=1.0, words="the times can be one")]
    return [Evidence(name="times-part", value=1.0, words="the times cannot be one")]


def _days(one: TimeFrame, other: TimeFrame) -> Evidence:
    first, second = one.interval, other.interval
    if first is None or second is None:
        raise ValueError("both frames need an interval")
    if first.meets(second) or first.first_day == second.first_day:
        single = first.days == 1 and second.days == 1
        name = "same-day" if single else "times-overlap"
        return Evidence(name=name, value=1.0, words="0 days apart")
    if first.first_day > second.first_day:
        first, second = second, first
    gap = (second.first_day - first.last_day).days
    if gap <= 1:
        return Evidence(name="next-day", value=1.0, words=f"{gap} day apart")
    if gap <= 3:
        return Evidence(name="days-apart", value=1.0, words=f"{gap} days apart")
    return Evidence(name="long-apart", value=1.0, words=f"{gap} days apart")


def _publication(one: Episode, other: Episode) -> list[Evidence]:
    if one.published is None or other.published is None:
        return []
    gap = abs((one.published.first_day - other.published.first_day).days)
    value = min(1.0, math.log1p(gap) / math.log1p(365))
    return [Evidence(name="publication-gap", value=value, words=f"published {gap} days apart")]


def _places(one: Episode, other: Episode) -> list[Evidence]:
    first, second = _top_site(one), _top_site(other)
    if first is None or second is None:
        return []
    codes = {first.value.country_code, second.value.country_code} - {None}
    if len(codes) == 2:
        return [
            Evidence(name="other-country", value=1.0, words=" and ".join(_names(first, second)))
        ]
    if "settlement" not in (first.kind, second.kind) or not _both_towns(first, second):
        return (
            []
            if first.value.name != second.value.name
            else [Evidence(name="same-region", value=1.0, words=f"both in {first.value.name}")]
        )
    return [_distance(first, second)]


def _distance(first: Site, second: Site) -> Evidence:
    apart = kilometres(first.value, second.value)
    if apart is None or apart <= _SAME_TOWN_KM:
        name = "same-town"
        words = "same town" if first.value.name == second.value.name else "neighbouring towns"
        return Evidence(name=name, value=1.0, words=f"{words}: {first.value.name}")
    words = f"{' and '.join(_names(first, second))}, {apart:.0f} km apart"
    return Evidence(name="near-town" if apart <= _NEAR_KM else "far-town", value=1.0, words=words)


def _names(first: Site, second: Site) -> list[str]:
    return sorted((first.value.name, second.value.name))


def _top_site(episode: Episode) -> Site | None:
    return episode.sites[0] if episode.sites else None


def _both_towns(first: Site, second: Site) -> bool:
    towns = ("settlement", "facility", "relative", "natural")
    return first.kind in towns and second.kind in towns and first.value.lat is not None


def _persons(one: Episode, other: Episode) -> list[Evidence]:
    shared = sorted(set(one.persons) & set(other.persons))
    full = [name for name in shared if " " in name]
    if not full:
        return []
    strength = min(1.0, len(full) / 3)
    return [
        Evidence(name="shared-persons", value=strength, words=f"share {len(full)} names of people")
    ]


def _words(one: Episode, other: Episode) -> Evidence:
    shared = set(one.words) & set(other.words)
    norm = math.sqrt(_mass(one.words) * _mass(other.words))
    value = min(1.0, _mass(shared) / norm / _ALL_BUT_THE_SAME) if norm else 0.0
    telling = sorted(shared, key=lambda word: (-word_weight(word), word))[:4]
    said = f"share words ({', '.join(telling)})" if telling else "share no words"
    return Evidence(name="shared-words", value=value, words=said)


def _mass(words: Collection[str]) -> float:
    return math.fsum(sorted(word_weight(word) ** 2 for word in words))


@lru_cache(maxsize=200_000)
def word_weight(word: str) -> float:
    """How much sharing a word says: 7 minus its Zipf frequency, at least 0.

    The Zipf scale (van Heuven et al. 2014) is the base-10 logarithm of occurrences per billion
    words; a word that the list does not know weighs most.
    """
    return max(0.0, _COMMONEST - zipf_frequency(word, "en", wordlist="small"))


def _tolls(one: Episode, other: Episode) -> list[Evidence]:
    first, second = _killed(one), _killed(other)
    if not first or not second:
        return []
    same = bool(first & second)
    words = "an equal count of killed" if same else "different counts of killed"
    return [Evidence(name="same-killed" if same else "other-killed", value=1.0, words=words)]


def _killed(episode: Episode) -> set[int]:
    return {
        claim.value.low
        for claim in episode.claims
        if claim.property == "killed" and hasattr(claim.value, "low") and claim.value.low
    }
