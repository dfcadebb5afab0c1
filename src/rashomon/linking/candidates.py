"""Which pairs of episodes are looked at at all.

Two episodes are a pair where they share a key. Keys come from one episode alone: what is very rare
in the language joins whatever the time, what is fairly rare or a town joins episodes of about one
time. So the number of pairs stays near-linear in the size of a pile without any look at the pile.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain, combinations, product

from rashomon.data.kinds import kind
from rashomon.linking.profiles import Profile, is_label, place_key, word_weight

_VERY_TELLING_WORD = 5.0
"""Words of at most one in ten million bring two episodes together at any time."""
_TELLING_WORD = 3.7
"""Words of at most two in a million do so at about one time."""
_HALF_TELLING_WORD = 2.4
"""Of words of at most forty in a million it takes two."""
_HALVES = 10
_TELLING_NAME = 3.0
_TOWNS = frozenset({"settlement", "facility", "natural"})
_MOST_DAYS = 3
_STRIDE = 7
"""Days between windows of twice that length: times within a week share one."""


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, in order, each once; never two episodes of one report."""
    blocks: dict[str, list[int]] = defaultdict(list)
    timely: dict[str, _Timely] = defaultdict(_Timely)
    for index, profile in enumerate(profiles):
        for key in _keys(profile):
            blocks[key].append(index)
        windows = _windows(profile)
        for key in _timely_keys(profile):
            timely[key].add(index, windows)
    pairs = {pair for members in blocks.values() for pair in combinations(members, 2)}
    for block in timely.values():
        pairs.update(block.pairs())
    for first, second in sorted(pairs):
        if profiles[first].episode.report != profiles[second].episode.report:
            yield first, second


class _Timely:
    """Episodes that share a key, by window of time; those without a day go with all."""

    def __init__(self) -> None:
        self.windows: dict[int, list[int]] = defaultdict(list)
        self.undated: list[int] = []

    def add(self, index: int, windows: Sequence[int]) -> None:
        """Put an episode into its windows."""
        for window in windows:
            self.windows[window].append(index)
        if not windows:
            self.undated.append(index)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs of about one time, the lower first; some more than once."""
        for members in (*self.windows.values(), self.undated):
            yield from combinations(members, 2)
        dated = set(chain.from_iterable(self.windows.values()))
        for first, second in product(self.undated, sorted(dated)):
            yield min(first, second), max(first, second)


def _windows(profile: Profile) -> range:
    """The windows that its days touch; none where the days are unknown or many."""
    days = profile.days
    if days is None or days.last - days.first > 2 * _STRIDE:
        return range(0)
    return range(days.first // _STRIDE, days.last // _STRIDE + 2)


def _keys(profile: Profile) -> set[str]:
    keys = {f"word {w}" for w in profile.subject if word_weight(w) >= _VERY_TELLING_WORD}
    keys |= {f"name {name}" for name in profile.episode.names if _telling(name)}
    kinds = {profile.episode.kind} | kind(profile.episode.kind).within
    for day in _days(profile):
        keys |= {f"day {day} {each}" for each in kinds}
    return keys


def _timely_keys(profile: Profile) -> set[str]:
    keys = {
        f"word {w}" for w in profile.subject if _TELLING_WORD <= word_weight(w) < _VERY_TELLING_WORD
    }
    keys |= {f"words {one} {other}" for one, other in combinations(_halves(profile), 2)}
    sites = (site for site in profile.episode.sites if site.kind in _TOWNS)
    return keys | {f"place {place_key(site)}" for site in sites}


def _telling(name: str) -> bool:
    weights = (word_weight(word) for word in name.casefold().split())
    return max(weights, default=0.0) >= _TELLING_NAME and not is_label(name)


def _halves(profile: Profile) -> list[str]:
    """Its rarest words of those that do not tell enough alone."""
    words = [w for w in profile.subject if _HALF_TELLING_WORD <= word_weight(w) < _TELLING_WORD]
    rarest = sorted(words, key=lambda word: (-word_weight(word), word))[:_HALVES]
    return sorted(rarest)


def _days(profile: Profile) -> range:
    """The days it may have happened and the one after; none where they are many."""
    days = profile.days
    if days is None or days.last - days.first >= _MOST_DAYS:
        return range(0)
    return range(days.first, days.last + 2)
