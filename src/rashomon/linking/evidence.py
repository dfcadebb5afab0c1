"""What two episodes share and what keeps them apart: named features of a pair.

Each feature is computed from the two episodes alone (word weights come from the shipped word
frequencies of ``wordfreq``, never from the pile), so that the order and size of a pile change no
score.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

from rashomon.data.kinds import compatible, kind
from rashomon.linking.geometry import kilometres
from rashomon.linking.profiles import Profile, word_weight
from rashomon.model.episodes import Site

_SAME_TOWN_KM = 15.0
_NEAR_KM = 60.0
_ALL_BUT_THE_SAME = 0.6
"""Two accounts that share this much of their weighted words could hardly share more."""
_A_FEW_WORDS = 200.0
"""Weight added to each account, so that to share all of three words is not to share all."""
_YEAR = 365
_TOWNS = frozenset({"settlement", "facility", "relative", "natural"})
_COUNTRY_ALONE = 0.5
"""A country that is all the place there is may be that of somebody in the story."""
_WORDS_TOLD = 4
_WITHOUT_ARTICLE = frozenset(
    {"aid", "arson", "casualties", "cooperation", "criticism"}
) | frozenset({"legislation", "mobilization", "sexual violence", "torture", "vandalism"})
_FRESH_DAYS = 2
_A_WEEK = 7


class Evidence(NamedTuple):
    """One feature of a pair: its name, its strength (mostly 0 to 1), and what was compared."""

    name: str
    value: float
    words: str


def evidence(one: Profile, other: Profile) -> tuple[Evidence, ...]:
    """All features of the pair, in a fixed order; symmetric in its arguments."""
    if other.episode.id < one.episode.id:
        one, other = other, one
    time = _time(one, other)
    return (
        _kinds(one, other),
        *_telling(one, other),
        time,
        *_publication(one, other, time.name),
        *_places(one, other),
        *_facilities(one, other),
        *_persons(one, other),
        *_words(one, other),
        *_tolls(one, other),
    )


def _kinds(one: Profile, other: Profile) -> Evidence:
    first, second = one.episode.kind, other.episode.kind
    if first == second:
        return Evidence("same-kind", 1.0, f"both {_a(kind(first).title)}")
    titles = " and ".join(sorted((_a(kind(first).title), _a(kind(second).title))))
    if compatible(first, second):
        return Evidence("like-kind", 1.0, f"{titles} may be one thing")
    talk = sum(kind(each).role in ("speech", "follow-up") for each in (first, second))
    if talk:
        return Evidence("kind-speech" if talk == 2 else "kind-mixed", 1.0, titles)
    return Evidence("other-kind", 1.0, f"{titles} are different things")


def _a(title: str) -> str:
    if title in _WITHOUT_ARTICLE:
        return title
    vowel = title[:1] in "aeiou" and not title.startswith("use")
    return f"{'an' if vowel else 'a'} {title}"


def _telling(one: Profile, other: Profile) -> Iterator[Evidence]:
    mains = one.episode.main + other.episode.main
    if mains == 1:
        yield Evidence("main-and-aside", 1.0, "the main subject of one, told in passing by one")
    elif mains == 0:
        yield Evidence("both-asides", 1.0, "told in passing by both")


def _time(one: Profile, other: Profile) -> Evidence:
    if not one.episode.times or not other.episode.times:
        if _fresh(one, other) or _fresh(other, one):
            return Evidence("told-soon-after", 1.0, "told without a day, soon after the other's")
        return Evidence("time-unknown", 1.0, "no time to compare")
    if one.days and other.days:
        gap = one.days.gap(other.days)
        return _same_day(one, other) if gap == 0 else _days_apart(gap)
    if _weeks(one) or _weeks(other) or one.episode.times[0].could_meet(other.episode.times[0]):
        return Evidence("times-can-meet", 1.0, "the times can be one")
    return Evidence("times-part", 1.0, "the times cannot be one")


def _fresh(untimed: Profile, timed: Profile) -> bool:
    """Whether one report without any time for its main event came out within days of the other's
    event: what is told without a day is mostly news."""
    if untimed.episode.times or not untimed.episode.main or untimed.published is None:
        return False
    if timed.days is None:
        return False
    return 0 <= untimed.published - timed.days.last <= _FRESH_DAYS


def _weeks(profile: Profile) -> bool:
    """Whether its days hold every day of the week."""
    return profile.days is not None and profile.days.last - profile.days.first >= _A_WEEK


def _same_day(one: Profile, other: Profile) -> Evidence:
    single = all(p.days and p.days.first == p.days.last for p in (one, other))
    if not single and one.days == other.days:
        return Evidence("same-period", 1.0, "the same days")
    return Evidence("same-day" if single else "times-overlap", 1.0, "0 days apart")


def _days_apart(gap: int) -> Evidence:
    if gap == 1:
        return Evidence("next-day", 1.0, "1 day apart")
    name = "days-apart" if gap <= 3 else "week-apart" if gap <= 7 else "long-apart"
    return Evidence(name, 1.0, f"{gap} days apart")


def _publication(one: Profile, other: Profile, time: str) -> Iterator[Evidence]:
    """Reports of one incident come close together, unless both name its day all the same; what
    is told in passing may be long past."""
    if not (one.episode.main and other.episode.main):
        return
    if one.published is None or other.published is None:
        return
    gap = abs(one.published - other.published)
    if gap == 0:
        yield Evidence("published-together", 1.0, "published on one day")
    elif time != "same-day":
        strength = min(1.0, math.log1p(gap) / math.log1p(_YEAR))
        days = "1 day" if gap == 1 else f"{gap} days"
        yield Evidence("publication-gap", strength, f"published {days} apart")


def _places(one: Profile, other: Profile) -> Iterator[Evidence]:
    first, second = one.site, other.site
    if first is None or second is None:
        return
    if one.countries and other.countries and not one.countries & other.countries:
        sure = first.kind in _TOWNS and second.kind in _TOWNS
        words = f"{_names(first, second)} in different countries"
        yield Evidence("other-country", 1.0 if sure else _COUNTRY_ALONE, words)
    elif first.kind in _TOWNS and second.kind in _TOWNS:
        yield from _distance(first, second)
    elif first.value.name == second.value.name:
        yield Evidence("same-region", 1.0, f"both in {first.value.name}")
    if one.places & other.places:
        yield Evidence("shared-place", 1.0, "name one place")


def _distance(first: Site, second: Site) -> Iterator[Evidence]:
    apart = kilometres(first.value, second.value)
    if apart is None:
        return
    if apart <= _SAME_TOWN_KM:
        same = first.value.name == second.value.name
        named = first.value.name if same else _names(first, second)
        yield Evidence("same-town", 1.0, f"{'same town' if same else 'neighbouring'}: {named}")
    else:
        words = f"{_names(first, second)}, {apart:.0f} km apart"
        yield Evidence("near-town" if apart <= _NEAR_KM else "far-town", 1.0, words)


def _names(first: Site, second: Site) -> str:
    return " and ".join(sorted((first.value.name, second.value.name)))


def _facilities(one: Profile, other: Profile) -> Iterator[Evidence]:
    if one.facilities and other.facilities:
        shared = sorted(one.facilities & other.facilities)
        if shared:
            yield Evidence("same-site", 1.0, f"same site: {shared[0]}")
        else:
            yield Evidence("other-site", 1.0, "different sites")


def _persons(one: Profile, other: Profile) -> Iterator[Evidence]:
    """People by their full names and, as one report may give no more, by their surnames."""
    full = sorted(one.persons & other.persons)
    if full:
        yield Evidence("shared-persons", min(1.0, len(full) / 2), f"share {_people(full)}")
    surnames = sorted(one.surnames & other.surnames)
    if surnames:
        words = f"share {'a surname' if len(surnames) == 1 else f'{len(surnames)} surnames'}"
        yield Evidence("shared-surnames", min(1.0, len(surnames) / 2), words)


def _people(names: list[str]) -> str:
    return f"{len(names)} names of people" if len(names) > 1 else f"the name {names[0]}"


def _words(one: Profile, other: Profile) -> Iterator[Evidence]:
    shared = one.squares.keys() & other.squares.keys()
    if not shared:
        return
    mass = math.fsum(one.squares[word] for word in shared)
    cosine = mass / math.sqrt((one.mass + _A_FEW_WORDS) * (other.mass + _A_FEW_WORDS))
    contained = mass / (min(one.mass, other.mass) + _A_FEW_WORDS)
    rare = math.log1p(math.fsum(one.rarities.get(word, 0.0) for word in shared))
    yield Evidence(
        "shared-words", _saturated(cosine), f"have {cosine:.0%} of their words in common"
    )
    yield Evidence(
        "contained-words", _saturated(contained), f"the shorter shares {contained:.0%} of its words"
    )
    if rare:
        telling = sorted(shared, key=lambda word: (-word_weight(word), word))[:_WORDS_TOLD]
        yield Evidence("rare-words", rare, f"share words ({', '.join(telling)})")


def _saturated(share: float) -> float:
    return min(1.0, share / _ALL_BUT_THE_SAME)


def _tolls(one: Profile, other: Profile) -> Iterator[Evidence]:
    if one.killed and other.killed:
        if one.killed & other.killed:
            yield Evidence("same-killed", 1.0, "an equal count of killed")
        else:
            yield Evidence("other-killed", 1.0, "different counts of killed")
