"""Blocks of episodes as sorted numbers: little memory, and no pair is made twice.

Of many blocks most hold one episode, and those of one incident hold the same episodes again and
again; both are gone before any pair is made.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

_Numbers = NDArray[np.uint64]
_MASK = (1 << 64) - 1
_GRADE = 0x9E3779B97F4A7C15
_MOMENT = 0xC2B2AE3D27D4EB4F
_PART = 1 << 22
"""Places in blocks that are sorted, and pairs that are made, at a time."""


class Blocks:
    """Who stands in which block. A block is any number below 2**64."""

    def __init__(self, groups: Sequence[int]) -> None:
        """``groups`` says of each member what it is part of; two of one group are no pair."""
        self.groups = np.array(groups, dtype=np.uint64)
        self.blocks, self.members = array("Q"), array("I")
        self.timeless, self.timeless_members = array("Q"), array("I")
        self.dated, self.dated_members = array("Q"), array("I")

    def add(self, block: int, member: int) -> None:
        """All members of a block are pairs."""
        self.blocks.append(block)
        self.members.append(member)

    def add_all(self, block: int, grade: int, moments: Iterable[int], member: int) -> None:
        """The same for the block at some moments, told apart by the grade of their length."""
        base = block + grade * _GRADE
        for moment in moments:
            self.add((base + moment * _MOMENT) & _MASK, member)

    def add_open(self, block: int, member: int, timeless: bool) -> None:
        """In such a block the timeless are pairs with all."""
        if timeless:
            self.timeless.append(block)
            self.timeless_members.append(member)
        else:
            self.dated.append(block)
            self.dated_members.append(member)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Each pair once, in order, the lower first."""
        count = np.uint64(max(1, len(self.groups)))
        packed = _Gathered()
        for first, second in self._found():
            kept = self.groups[first] != self.groups[second]
            low, high = np.minimum(first[kept], second[kept]), np.maximum(first[kept], second[kept])
            packed.add(low * count + high)
        found = packed.all()
        for begin in range(0, len(found), _PART):
            part = found[begin : begin + _PART]
            yield from zip((part // count).tolist(), (part % count).tolist(), strict=True)

    def _found(self) -> Iterator[tuple[_Numbers, _Numbers]]:
        parts = 1 + max(map(len, (self.blocks, self.timeless, self.dated))) // _PART
        for part in range(parts):
            yield from _all_pairs(*_sorted(self.blocks, self.members, part, parts))
            timeless = _sorted(self.timeless, self.timeless_members, part, parts)
            yield from _all_pairs(*timeless)
            dated = _sorted(self.dated, self.dated_members, part, parts)
            yield from _between(*timeless, *dated)


class _Gathered:
    """Packed pairs, each once."""

    def __init__(self) -> None:
        self.whole = np.empty(0, dtype=np.uint64)
        self.parts: list[_Numbers] = []
        self.waiting = 0

    def add(self, pairs: _Numbers) -> None:
        self.parts.append(np.unique(pairs))
        self.waiting += len(self.parts[-1])
        if self.waiting > max(_PART, len(self.whole)):
            self.all()

    def all(self) -> _Numbers:
        self.whole = np.unique(np.concatenate([self.whole, *self.parts]))
        self.parts, self.waiting = [], 0
        return self.whole


def _sorted(
    blocks: "array[int]", members: "array[int]", part: int, parts: int
) -> tuple[_Numbers, _Numbers]:
    """Both by block, of one part of the blocks, since what is sorted is held several times over;
    members keep their order within a block."""
    numbers = np.frombuffer(blocks, dtype=np.uint64) if blocks else np.empty(0, dtype=np.uint64)
    whose = np.frombuffer(members, dtype=np.uint32) if members else np.empty(0, dtype=np.uint32)
    if parts > 1:
        of_part = np.flatnonzero(numbers % np.uint64(parts) == part)
        numbers, whose = numbers[of_part], whose[of_part]
    order = np.argsort(numbers, kind="stable")
    return numbers[order], whose[order].astype(np.uint64)


def _runs(blocks: _Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where each block begins, and its size."""
    borders = np.flatnonzero(blocks[1:] != blocks[:-1]) + 1
    starts = np.concatenate(([0], borders)).astype(np.int64)[: len(blocks)]
    return starts, np.diff(np.concatenate((starts, [len(blocks)]))).astype(np.int64)


def _all_pairs(blocks: _Numbers, members: _Numbers) -> Iterator[tuple[_Numbers, _Numbers]]:
    """The pairs within each block, of those with the same members only one."""
    starts, sizes = _runs(blocks)
    starts, sizes = starts[sizes > 1], sizes[sizes > 1]
    starts, sizes = _distinct(starts, sizes, members)
    for size in np.unique(sizes).tolist():
        of_size = starts[sizes == size]
        rows = max(1, _PART // (size * size))
        for begin in range(0, len(of_size), rows):
            block = members[of_size[begin : begin + rows, None] + np.arange(size)]
            yield from _within(block)


def _within(block: _Numbers) -> Iterator[tuple[_Numbers, _Numbers]]:
    """The pairs of each row, a part of them at a time."""
    size = block.shape[1]
    columns = max(1, _PART // (size * len(block)))
    for begin in range(0, size - 1, columns):
        firsts = np.arange(begin, min(begin + columns, size - 1))
        one, other = np.nonzero(np.arange(size)[None, :] > firsts[:, None])
        yield block[:, firsts[one]].ravel(), block[:, other].ravel()


def _distinct(
    starts: NDArray[np.int64], sizes: NDArray[np.int64], members: _Numbers
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """One block of each set of members, told by a sum of 64 bits that is like random."""
    if not len(starts):
        return starts, sizes
    mixed = (members + np.uint64(1)) * np.uint64(_GRADE)
    mixed = (mixed ^ (mixed >> np.uint64(31))) * np.uint64(_MOMENT)
    mixed ^= mixed >> np.uint64(29)
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(mixed)))
    _, kept = np.unique(sums[starts + sizes] - sums[starts], return_index=True)
    return starts[kept], sizes[kept]


def _between(
    timeless: _Numbers, members: _Numbers, dated: _Numbers, dated_members: _Numbers
) -> Iterator[tuple[_Numbers, _Numbers]]:
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
