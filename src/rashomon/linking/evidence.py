"""What two episodes share and what keeps them apart: named features of a pair.

Each feature is computed from the two episodes alone (word weights come from the shipped word
frequencies of ``wordfreq``, never from the pile), so that the order and size of a pile change no
score.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rashomon.data.kinds import compatible, kind
from rashomon.linking.geometry import kilometres
from rashomon.linking.profiles import RARE, Days, Profile, word_weight
from rashomon.model.episodes import Site

_SAME_TOWN_KM = 5.0
_WIDE_KM = 100.0
_NEAR_KM = 60.0
_ALL_BUT_THE_SAME = 0.6
"""Two accounts that share this much of their weighted words could hardly share more."""
_A_FEW_WORDS = 20.0
"""To share all of five words is not to share an account: with words of this weight in the shorter
one, likeness counts half. Of 0, 20 and 60 the greatest that costs no recall among the sets of
benchmarks/links.py (at 60 ECB+ loses 3.6 points of it)."""
_ENOUGH_ALIKE = 0.1
_UNTIMED = 0.25
"""Where one of two asides has no time, that both are asides says little."""
_ONE_STORY = 0.5
"""Reports of one matter that share half of what they stress could hardly share more."""
_FULL_DAYS, _FADING = 7, 0.3
"""That a week holds a day says much, that a year does little."""
_YEAR = 365
_TOWNS = frozenset({"settlement", "facility", "relative", "natural"})
_COUNTRY_ALONE = 0.5
"""A country that is all the place there is may be that of somebody in the story."""
_WORDS_TOLD = 4
_WITHOUT_ARTICLE = frozenset(
    {"aid", "arson", "casualties", "cooperation", "criticism"}
) | frozenset({"legislation", "mobilization", "sexual violence", "torture", "vandalism"})
_FRESH_DAYS = 2
_ONE_SPOT = 0.6
_OTHER_SPOT = 0.3
_HALF_SURE = 0.5
_SUREST = 1.25
"""A town with a weight of 2 is told of for sure, one named far down in passing (0.1) hardly."""
_A_WEEK = 7
_SAME_PLACE = frozenset({"same-town", "same-site", "shared-place"})
SURE_OF_BOTH = 0.95
"""From here on two days that differ part two accounts: of 223 such pairs of gva two to seven days
apart with less than two fifths of the greatest likeness none is of one incident, of 221 with less
trust eleven are (piles 0, 1, 2, 4 and 5)."""
_SETS_FREE = "release"
_UNDOES = 8.0
"""A release is an incident of its own beside the abduction that it ends (CONTRACT.md), however much
the two accounts share."""
_HOURS = 3.0
"""Reports of one deed seldom differ by more: "before midnight", "around eleven"."""
_MOST_SURPRISE = math.log1p(20)
"""An equal count of a hundred says no more than one of twenty: great ones are rounded."""


class Evidence(NamedTuple):
    """One feature of a pair: its name, its strength (mostly 0 to 1), and what was compared."""

    name: str
    value: float
    words: str


def evidence(one: Profile, other: Profile, worded: bool = True) -> tuple[Evidence, ...]:
    """All features of the pair, in a fixed order; symmetric in its arguments. The same street on
    surely another day is no sign of one incident, but of a street where much happens. The rare
    words that both share are told only where asked for (``worded``), since it takes as long as
    all the rest."""
    if other.episode.id < one.episode.id:
        one, other = other, one
    parts = _all(one, other, worded)
    if not any(part.name == "surely-apart" for part in parts):
        return parts
    return tuple(part for part in parts if part.name not in _SAME_PLACE)


def _all(one: Profile, other: Profile, worded: bool) -> tuple[Evidence, ...]:
    return (
        _kinds(one.episode.kind, other.episode.kind),
        *_telling(one, other),
        *_times(one, other),
        *_told_before(one, other),
        *_publication(one, other),
        *_places(one, other),
        *_facilities(one, other),
        *_persons(one, other),
        *_words(one, other, worded),
        *_tolls(one, other),
    )


@lru_cache(maxsize=10_000)
def _kinds(first: str, second: str) -> Evidence:
    if first == second:
        return Evidence("same-kind", 1.0, f"both {_a(kind(first).title)}")
    titles = " and ".join(sorted((_a(kind(first).title), _a(kind(second).title))))
    if compatible(first, second):
        return Evidence("like-kind", 1.0, f"{titles} may be one thing")
    talk = sum(kind(each).role in ("speech", "follow-up") for each in (first, second))
    if talk:
        return Evidence("kind-speech" if talk == 2 else "kind-mixed", 1.0, titles)
    undone = _SETS_FREE in (first, second)
    return Evidence("other-kind", _UNDOES if undone else 1.0, f"{titles} are different things")


def _a(title: str) -> str:
    if title in _WITHOUT_ARTICLE:
        return title
    vowel = title[:1] in "aeiou" and not title.startswith("use")
    return f"{'an' if vowel else 'a'} {title}"


def _telling(one: Profile, other: Profile) -> Iterator[Evidence]:
    mains = one.leads + other.leads
    if mains == 1:
        yield Evidence("main-and-aside", 1.0, "the main subject of one, told in passing by one")
    elif mains == 0:
        sure = 1.0 if one.sure * other.sure else _UNTIMED
        yield Evidence("both-asides", sure * _like_words(one, other), "told in passing by both")
        if one.story and other.story:
            share = min(1.0, _alike(one.story, other.story) / _ONE_STORY)
            yield Evidence("one-story", share, "both told beside the same matter")


def _like_words(one: Profile, other: Profile) -> float:
    """How far what is told in a line or two stresses the same words: two asides of one day that
    share none are two incidents of a bad day."""
    shared = one.subject.keys() & other.subject.keys()
    return min(1.0, math.fsum([one.subject[w] * other.subject[w] for w in shared]) / _ENOUGH_ALIKE)


def _times(one: Profile, other: Profile) -> Iterator[Evidence]:
    """How far the times agree and how far they part, each as much as its times can be trusted: the
    day of a hearing that is told of a shooting is no day of the shooting."""
    agreed = _common_day(one, other)
    if agreed:
        yield Evidence("same-day", agreed, "0 days apart")
        yield from _hours_apart(one, other, agreed)
    trust = one.sure * other.sure
    if trust:
        yield from _compared(one, other, trust, agreed)
    fresh = max(_fresh(one, other), _fresh(other, one))
    if fresh:
        yield Evidence("told-soon-after", fresh, "told without a day, soon after the other's")
    elif not trust:
        yield Evidence("time-unknown", 1.0, "no time to compare")


def _surely_apart(one: Profile, other: Profile) -> bool:
    """Whether both are sure of their day, no day is told by both, and the days are not next to
    each other."""
    if one.days is None or other.days is None or one.days.gap(other.days) <= 1:
        return False
    return one.sure * other.sure > SURE_OF_BOTH and not _common_day(one, other)


def _hours_apart(one: Profile, other: Profile, agreed: float) -> Iterator[Evidence]:
    """Parts of one day with hours between them: "early on Sunday", "on Sunday night"."""
    if one.hours and other.hours and one.days == other.days:
        gap = max(one.hours[0] - other.hours[1], other.hours[0] - one.hours[1])
        if gap >= _HOURS:
            yield Evidence("hours-apart", agreed, f"{gap:.0f} hours apart")


def _common_day(one: Profile, other: Profile) -> float:
    """How far the day can be trusted that both tell, the surest of them; of what is told in
    passing only the day with most behind it, since the report's other days are of its main event.
    """
    if not (one.leads and other.leads):
        told = one.days is not None and one.days.single and one.days == other.days
        return min(one.sure, other.sure) if told else 0.0
    shared = one.told_days.keys() & other.told_days.keys()
    return max((min(one.told_days[d], other.told_days[d]) for d in shared), default=0.0)


def _compared(one: Profile, other: Profile, trust: float, agreed: float) -> Iterator[Evidence]:
    """What the times with most behind them say; apart they count as far as no other day agrees."""
    if one.days and other.days:
        gap = one.days.gap(other.days)
        if gap:
            yield _days_apart(gap, trust * (1 - agreed))
            if _surely_apart(one, other):
                yield Evidence("surely-apart", 1.0, "both sure of their day")
            if gap > 1 and not (one.leads and other.leads):
                yield Evidence("aside-apart", trust, "told in passing, of another day")
        elif not (one.days.single and other.days.single):
            if one.days == other.days:
                yield Evidence("same-period", trust, "the same days")
            else:
                yield Evidence(
                    "times-overlap", trust * _narrow(one.days, other.days), "0 days apart"
                )
    elif _weeks(one) or _weeks(other) or one.episode.times[0].could_meet(other.episode.times[0]):
        yield Evidence("times-can-meet", trust, "the times can be one")
    else:
        yield Evidence("times-part", trust, "the times cannot be one")


def _narrow(one: Days, other: Days) -> float:
    """How much it says that one of them holds days of the other, 0 to 1."""
    longest = max(each.last - each.first + 1 for each in (one, other))
    return min(1.0, math.pow(_FULL_DAYS / longest, _FADING))


def _fresh(untimed: Profile, timed: Profile) -> float:
    """How far one report without a sure time for its main event came out within days of the
    other's event: what is told without a day is mostly news."""
    if not untimed.leads or untimed.published is None or timed.days is None:
        return 0.0
    soon = 0 <= untimed.published - timed.days.last <= _FRESH_DAYS
    return (1 - untimed.sure) * timed.sure if soon else 0.0


def _told_before(one: Profile, other: Profile) -> Iterator[Evidence]:
    """Nobody reports what has not happened yet; a day is left for clocks and time zones. Between
    main episodes the gap between the publications says as much."""
    if one.leads and other.leads:
        return
    for told, dated in ((one, other), (other, one)):
        if told.published is not None and dated.days is not None:
            early = dated.days.first - told.published
            if early > 1:
                words = f"published {early} days before the other's event"
                yield Evidence("told-before", dated.sure, words)
                return


def _weeks(profile: Profile) -> bool:
    """Whether its days hold every day of the week."""
    return profile.days is not None and profile.days.last - profile.days.first >= _A_WEEK


def _days_apart(gap: int, strength: float) -> Evidence:
    if gap == 1:
        return Evidence("next-day", strength, "1 day apart")
    name = "days-apart" if gap <= 3 else "week-apart" if gap <= 7 else "long-apart"
    return Evidence(name, strength, f"{gap} days apart")


def _publication(one: Profile, other: Profile) -> Iterator[Evidence]:
    """Reports of one incident come close together, save those of what followed, and unless both
    name its day all the same; what is told in passing may be long past."""
    if not (one.leads and other.leads):
        return
    if one.published is None or other.published is None:
        return
    gap = abs(one.published - other.published)
    if gap == 0:
        yield Evidence("published-together", 1.0, "published on one day")
        return
    later = max(one, other, key=lambda p: p.published or 0)
    followed = later.episode.aftermath
    strength = min(1.0, math.log1p(gap) / math.log1p(_YEAR)) * (1 - _common_day(one, other))
    days = "1 day" if gap == 1 else f"{gap} days"
    yield Evidence("publication-gap", strength * (1 - followed), f"published {days} apart")
    if followed:
        words = f"the later, published {days} after, tells what followed"
        yield Evidence("told-later", strength * followed, words)


def _places(one: Profile, other: Profile) -> Iterator[Evidence]:
    first, second = one.site, other.site
    if first is None or second is None:
        return
    if one.countries and other.countries and not one.countries & other.countries:
        sure = is_spot(first) and is_spot(second)
        words = f"{_names(first, second)} in different countries"
        yield Evidence("other-country", 1.0 if sure else _COUNTRY_ALONE, words)
    if is_spot(first) and is_spot(second):
        yield from _distance(first, second)
    elif first.value.name == second.value.name:
        yield Evidence("same-region", 1.0, f"both in {first.value.name}")
    elif _far_regions(first, second):
        yield Evidence("far-region", 1.0, f"{_names(first, second)} lie apart")
    if one.places & other.places:
        yield Evidence("shared-place", 1.0, "name one place")


def _far_regions(first: Site, second: Site) -> bool:
    """Whether a province, or land of another sort, lies far from the other place; countries are
    told apart as such."""
    apart = kilometres(first.value, second.value)
    if apart is None or "country" in (first.kind, second.kind):
        return False
    return apart > (first.radius_km or 0.0) + (second.radius_km or 0.0) + _WIDE_KM


def is_spot(site: Site) -> bool:
    """Whether it is a town or smaller; "northern Iran" has a point, too, and is none."""
    return site.kind in _TOWNS and (site.radius_km or 0.0) <= _WIDE_KM


def _distance(first: Site, second: Site) -> Iterator[Evidence]:
    """How far their towns lie apart, as much as both are told of."""
    apart = kilometres(first.value, second.value)
    if apart is None:
        return
    sure = trust(first) * trust(second)
    if apart <= _SAME_TOWN_KM:
        same = first.value.name == second.value.name
        named = first.value.name if same else _names(first, second)
        yield Evidence("same-town", sure, f"{'same town' if same else 'neighbouring'}: {named}")
    else:
        words = f"{_names(first, second)}, {apart:.0f} km apart"
        yield Evidence("near-town" if apart <= _NEAR_KM else "far-town", sure, words)


def trust(site: Site) -> float:
    """How far a site can be trusted to be that of the incident, 0 to 1."""
    return min(1.0, _SUREST * site.weight / (site.weight + _HALF_SURE))


def _names(first: Site, second: Site) -> str:
    return " and ".join(sorted((first.value.name, second.value.name)))


def _facilities(one: Profile, other: Profile) -> Iterator[Evidence]:
    """Streets and buildings: one by the words that tell them apart ("Elm Park", "Elm Playground")
    is enough, since a report names the hospital and the court too."""
    if not one.facilities or not other.facilities:
        return
    alike = max(
        ((_alike(a, b), a, b) for a in one.facilities for b in other.facilities), key=_first
    )
    share, spot, same = alike
    if share >= _ONE_SPOT:
        words = " ".join(word for word in spot if word in same)
        yield Evidence("same-site", share, f"same site: {words}")
    elif share < _OTHER_SPOT:
        yield Evidence("other-site", 1.0, "different sites")


def _first(scored: tuple[float, dict[str, float], dict[str, float]]) -> float:
    return scored[0]


def _alike(spot: dict[str, float], other: dict[str, float]) -> float:
    shared = math.fsum(spot[word] for word in spot if word in other)
    return shared / min(math.fsum(spot.values()), math.fsum(other.values()))


def _persons(one: Profile, other: Profile) -> Iterator[Evidence]:
    """People by their full names and, as one report may give no more, by their surnames."""
    full = sorted(one.persons & other.persons)
    if full:
        yield Evidence("shared-persons", min(1.0, len(full) / 2), f"share {_people(full)}")
    surnames = sorted(one.surnames & other.surnames)
    if surnames:
        words = f"share {'a surname' if len(surnames) == 1 else f'{len(surnames)} surnames'}"
        yield Evidence("shared-surnames", min(1.0, len(surnames) / 2), words)
    elif one.persons and other.persons:
        yield Evidence("other-persons", 1.0, "name different people")


def _people(names: list[str]) -> str:
    return f"{len(names)} names of people" if len(names) > 1 else f"the name {names[0]}"


def _words(one: Profile, other: Profile, worded: bool) -> Iterator[Evidence]:
    first, second = one.subject, other.subject
    shared = first.keys() & second.keys()
    if not shared:
        return
    subject = math.fsum([first[word] * second[word] for word in shared])
    little = min(one.said, other.said)
    share = _saturated(subject) * little / (little + _A_FEW_WORDS)
    yield Evidence("same-subject", share, "stress the same words")
    rare = math.log1p(math.fsum([w - RARE for w in map(word_weight, shared) if w > RARE]))
    if rare:
        telling = sorted(shared, key=_rarest)[:_WORDS_TOLD] if worded else ()
        yield Evidence("rare-words", rare, f"share words ({', '.join(telling)})")


def _rarest(word: str) -> tuple[float, str]:
    return -word_weight(word), word


def _saturated(share: float) -> float:
    return min(1.0, share / _ALL_BUT_THE_SAME)


def _tolls(one: Profile, other: Profile) -> Iterator[Evidence]:
    """Equal counts say the more the greater they are, as small tolls are so much commoner."""
    if one.killed and other.killed:
        same = one.killed & other.killed
        if same:
            yield Evidence("same-killed", _surprise(max(same)), "an equal count of killed")
        else:
            yield Evidence("other-killed", 1.0, "different counts of killed")


def _surprise(count: int) -> float:
    return min(_MOST_SURPRISE, math.log1p(count))
