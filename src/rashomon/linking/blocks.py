"""Blocks of episodes as sorted numbers: little memory, and no pair is made twice.

Of many blocks most hold one episode, and those of one incident hold the same episodes again and
again; both are gone before any pair is made.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.numbers import Numbers, distinct, firsts

Members = NDArray[np.int64]
Apart = Callable[[Members, Members], NDArray[np.bool_]]
"""Says of pairs of members, by place in two columns, which are no pair for all they share."""

_MEMBER = np.uint64(0x9E3779B97F4A7C15)
_MOMENT = np.uint64(0xC2B2AE3D27D4EB4F)
_PART = 1 << 22
"""Places in blocks that are sorted, and pairs that are made, at a time."""


class Windows:
    """When each member has its time, as numbers of days, weeks or the like; members in order."""

    def __init__(self) -> None:
        """Of nobody yet."""
        self.ends, self.moments = array("q", [0]), array("q")

    def add(self, moments: Iterable[int]) -> None:
        """Those of the next member; none where it has no time."""
        self.moments.extend(moments)
        self.ends.append(len(self.moments))

    def spread(self, members: Members) -> tuple[Members, Numbers]:
        """Each place of ``members`` as often as that member has moments, and those moments."""
        ends = np.frombuffer(self.ends, dtype=np.int64)
        begin, count = ends[members], ends[members + 1] - ends[members]
        places = np.repeat(np.arange(len(members)), count)
        at = np.arange(len(places)) - np.repeat(np.cumsum(count) - count - begin, count)
        moments = np.frombuffer(self.moments, dtype=np.int64) if self.moments else at
        return places, moments[at].astype(np.uint64)


class _Places:
    """Who stands in which block: two columns that grow."""

    def __init__(self) -> None:
        self.blocks, self.members = array("Q"), array("I")

    def add(self, block: int, member: int) -> None:
        self.blocks.append(block)
        self.members.append(member)

    def part(self, part: int, parts: int) -> tuple[Numbers, Members]:
        """Those of one part of the blocks, since what is sorted is held several times over."""
        if not self.blocks:
            return np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)
        blocks = np.frombuffer(self.blocks, dtype=np.uint64)
        members = np.frombuffer(self.members, dtype=np.uint32)
        kept = np.flatnonzero(blocks % np.uint64(parts) == part)
        return blocks[kept], members[kept].astype(np.int64)


class Blocks:
    """Who stands in which block. A block is any number below 2**64."""

    def __init__(
        self,
        groups: Sequence[int],
        windows: Mapping[int, Windows] | None = None,
        apart: Apart | None = None,
    ) -> None:
        """``groups`` says of each member what it is part of; two of one group are no pair.
        ``windows`` has one for each grade of time. ``apart`` is asked of the pairs of those blocks
        that say so."""
        self.groups = np.array(groups, dtype=np.int64)
        self.windows = dict(windows or {})
        self.apart = apart
        self.timed = {(grade, asks): _Places() for grade in self.windows for asks in (False, True)}
        self.always, self.open = _Places(), _Places()

    def add(self, block: int, member: int) -> None:
        """All members of a block are pairs."""
        self.always.add(block, member)

    def add_at(self, block: int, grade: int, member: int, asks: bool = False) -> None:
        """Members of a block are pairs where their windows of this grade share a moment and, if it
        ``asks``, are not apart."""
        self.timed[grade, asks].add(block, member)

    def add_open(self, block: int, member: int) -> None:
        """In such a block those without any moment are pairs with all."""
        self.open.add(block, member)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Each pair once, in order, the lower first."""
        count = max(1, len(self.groups))
        packed = _Gathered()
        for first, second in self._found():
            kept = self.groups[first] != self.groups[second]
            low, high = np.minimum(first[kept], second[kept]), np.maximum(first[kept], second[kept])
            packed.add(low * count + high)
        found = packed.all()
        for begin in range(0, len(found), _PART):
            part = found[begin : begin + _PART]
            yield from zip((part // count).tolist(), (part % count).tolist(), strict=True)

    def _found(self) -> Iterator[tuple[Members, Members]]:
        columns = (self.always, self.open, *self.timed.values())
        parts = 1 + sum(len(each.blocks) for each in columns) // _PART
        for part in range(parts):
            yield from _all_pairs(*_by_block(*self.always.part(part, parts)))
            for (grade, asks), places in self.timed.items():
                for first, second in self._at_one_time(grade, *places.part(part, parts)):
                    kept = ~self.apart(first, second) if asks and self.apart else np.s_[:]
                    yield first[kept], second[kept]
            yield from self._with_timeless(*self.open.part(part, parts))

    def _at_one_time(
        self, grade: int, blocks: Numbers, members: Members
    ) -> Iterator[tuple[Members, Members]]:
        at, moments = self.windows[grade].spread(members)
        yield from _all_pairs(*_by_block(blocks[at] + moments * _MOMENT, members[at]))

    def _with_timeless(
        self, blocks: Numbers, members: Members
    ) -> Iterator[tuple[Members, Members]]:
        timed = self._timed()[members]
        timeless = _by_block(blocks[~timed], members[~timed])
        yield from _all_pairs(*timeless)
        yield from _between(*timeless, *_by_block(blocks[timed], members[timed]))

    def _timed(self) -> NDArray[np.bool_]:
        """Of each member whether it has any moment."""
        timed = np.zeros(len(self.groups), dtype=bool)
        for each in self.windows.values():
            timed |= np.diff(each.ends) > 0
        return timed


class _Gathered:
    """Packed pairs, each once."""

    def __init__(self) -> None:
        self.whole = np.empty(0, dtype=np.int64)
        self.parts: list[Members] = []
        self.waiting = 0

    def add(self, pairs: Members) -> None:
        self.parts.append(distinct(pairs))
        self.waiting += len(self.parts[-1])
        if self.waiting > max(_PART, len(self.whole)):
            self.all()

    def all(self) -> Members:
        self.whole = distinct(np.concatenate([self.whole, *self.parts]))
        self.parts, self.waiting = [], 0
        return self.whole


def _by_block(blocks: Numbers, members: Members) -> tuple[Numbers, Members]:
    order = np.argsort(blocks)
    return blocks[order], members[order]


def _runs(blocks: Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each block begins, and its size."""
    borders = np.flatnonzero(blocks[1:] != blocks[:-1]) + 1
    starts = np.concatenate(([0], borders)).astype(np.int64)[: len(blocks)]
    return starts, np.diff(np.concatenate((starts, [len(blocks)]))).astype(np.int64)


def _all_pairs(blocks: Numbers, members: Members) -> Iterator[tuple[Members, Members]]:
    """The pairs within each block, of those with the same members only one."""
    starts, sizes = _runs(blocks)
    starts, sizes = starts[sizes > 1], sizes[sizes > 1]
    starts, sizes = _distinct(starts, sizes, members)
    for size in distinct(sizes).tolist():
        of_size = starts[sizes == size]
        rows = max(1, _PART // (size * size))
        for begin in range(0, len(of_size), rows):
            block = members[of_size[begin : begin + rows, None] + np.arange(size)]
            yield from _within(block)


def _within(block: Members) -> Iterator[tuple[Members, Members]]:
    """The pairs of each row, a part of them at a time."""
    size = block.shape[1]
    columns = max(1, _PART // (size * len(block)))
    for begin in range(0, size - 1, columns):
        ones = np.arange(begin, min(begin + columns, size - 1))
        one, other = np.nonzero(np.arange(size)[None, :] > ones[:, None])
        yield block[:, ones[one]].ravel(), block[:, other].ravel()


def _distinct(
    starts: NDArray[np.int64], sizes: NDArray[np.int64], members: Members
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """One block of each set of members, told by a sum of 64 bits that is like random."""
    if not len(starts):
        return starts, sizes
    mixed = (members.astype(np.uint64) + np.uint64(1)) * _MEMBER
    mixed = (mixed ^ (mixed >> np.uint64(31))) * _MOMENT
    mixed ^= mixed >> np.uint64(29)
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(mixed)))
    of_block = sums[starts + sizes] - sums[starts]
    order = np.argsort(of_block)
    kept = order[firsts(of_block[order])]
    return starts[kept], sizes[kept]


def _between(
    timeless: Numbers, members: Members, dated: Numbers, dated_members: Members
) -> Iterator[tuple[Members, Members]]:
    """Each of the timeless with all dated of its block."""
    first = np.searchsorted(dated, timeless, side="left")
    count = np.searchsorted(dated, timeless, side="right") - first
    first, count, members = first[count > 0], count[count > 0], members[count > 0]
    total = np.concatenate(([0], np.cumsum(count)))
    begin = 0
    while begin < len(count):
        end = max(begin + 1, int(np.searchsorted(total, total[begin] + _PART, side="right")) - 1)
        sizes = count[begin:end]
        offset = np.arange(total[begin], total[end]) - np.repeat(total[begin:end], sizes)
        others = dated_members[np.repeat(first[begin:end], sizes) + offset]
        yield np.repeat(members[begin:end], sizes), others
        begin = end
