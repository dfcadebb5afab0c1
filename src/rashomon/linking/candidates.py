"""Which pairs of episodes are looked at at all: those that share a key at about one time.

How near in time they must lie goes by how rare the key is (``keys``), and how sure both are of
their days. All comes from the two episodes alone, so that the pairs of a pile are those of its
parts and those between them, and their number grows little faster than the pile.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from rashomon.linking.apart import Apart
from rashomon.linking.blocks import Blocks, Windows
from rashomon.linking.keys import ANY_TIME, FORTNIGHT, QUARTER, UNDATED, Key, keys
from rashomon.linking.profiles import Profile

_WEEK = 7
_WEEKS = 13
_MOST_DAYS = 3
_VAGUE_DAYS = 14
"""A longer time is no time here."""
_COMBINED = frozenset({"words", "word+area", "word+kind"})
"""Keys that are rare only together."""
_QUARTERS, _FORTNIGHTS, _DAYS = 1, 2, 3
_STEP, _MASK = 0x9E3779B97F4A7C15, (1 << 64) - 1
_TOLD_WITHIN = 2
"""What has no day was mostly published so many days after it, or on the day before by the clock of
another place."""


@dataclass(frozen=True, slots=True)
class Moments:
    """When an episode may have happened: windows that overlap, so that what lies within a day, a
    week or 13 weeks of each other shares one. None at all where nothing is known of its time."""

    days: frozenset[int]
    fortnights: frozenset[int]
    quarters: frozenset[int]

    @classmethod
    def of(cls, profile: Profile) -> "Moments":
        """The windows around its days, else around its publication: news is told soon after. Beside
        days the publication is not asked, since a pile may have been fetched on one day."""
        days, weeks = set[int](), set[int]()
        told, out = profile.days, profile.published
        if told is not None and told.last - told.first <= _VAGUE_DAYS:
            weeks.update(range(told.first // _WEEK, told.last // _WEEK + 2))
            if told.last - told.first < _MOST_DAYS:
                days.update(range(told.first, told.last + 2))
        elif out is not None:
            weeks.update((out // _WEEK, out // _WEEK + 1))
            if profile.leads:
                days.update(range(out - _TOLD_WITHIN, out + 2))
        quarters = {week // _WEEKS + step for week in weeks for step in (0, 1)}
        return cls(frozenset(days), frozenset(weeks), frozenset(quarters))


def candidates(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of positions, in order, each once; never two episodes of one report."""
    numbers: dict[str, int] = {}
    reports = [numbers.setdefault(p.episode.report, len(numbers)) for p in profiles]
    windows = {grade: Windows() for grade in (_QUARTERS, _FORTNIGHTS, _DAYS)}
    blocks = Blocks(reports, windows, Apart(profiles))
    for index, profile in enumerate(profiles):
        moments = Moments.of(profile)
        windows[_QUARTERS].add(moments.quarters)
        windows[_FORTNIGHTS].add(moments.fortnights)
        windows[_DAYS].add(moments.days)
        for key in keys(profile):
            _put(blocks, index, key)
    return blocks.pairs()


def _put(blocks: Blocks, index: int, key: Key) -> None:
    """Put an episode into the blocks of one of its keys."""
    block = _number(key.family)
    for part in key.parts:
        block = (block * _STEP + _number(part)) & _MASK
    if key.rarity >= ANY_TIME:
        blocks.add(block, index)
        return
    if key.rarity >= UNDATED:
        blocks.add_open(block, index)
    rare = key.rarity
    grade = _QUARTERS if rare >= QUARTER else _FORTNIGHTS if rare >= FORTNIGHT else _DAYS
    blocks.add_at(block, grade, index, asks=key.family in _COMBINED)


@lru_cache(maxsize=200_000)
def _number(part: str) -> int:
    """64 bits that tell it from others."""
    digest = blake2b(part.encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
