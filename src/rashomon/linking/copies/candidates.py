"""Which reports are worth comparing, found in near-linear time and little memory.

Two reports are, if they share two word trigrams within a few words of each other, in the same
order. Trigrams are sorted as numbers, a part of them at a time. One that stands in many reports
ties each to the next two and not all to all: what a hundred outlets share comes together through
neighbours.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from rashomon.linking.numbers import distinct

_ALL_PAIRS = 12  # places of one trigram that are all paired with one another
_NEXT = 2  # else each with so many that follow
_APART = 3  # words between the two trigrams at least: more than one phrase of four words
_WITHIN = 30  # and at most
_SHIFT = 8  # words put in or left out between them
_LOOK = 6  # hits of a pair that may lie between the two
_PART = 1 << 22  # words whose trigrams are sorted at a time
_RELATIVE = 15  # bits for a place in a report, and as many for its distance from the other's

Numbers = NDArray[np.int64]
_Keys = NDArray[np.uint64]


def report_pairs(flat: NDArray[np.int32], lengths: Numbers) -> Iterable[tuple[int, int]]:
    """Pairs of reports by place, the lesser first, sorted; ``flat`` holds the words of all reports
    one after another, ``lengths`` how many each has."""
    if len(flat) < 3:
        return []
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    found = [_hits(part, starts, len(lengths)) for part in _shared_places(flat, starts, lengths)]
    hits = np.concatenate(found) if found else np.empty(0, dtype=np.uint64)
    del found, flat
    hits.sort()
    near = [
        distinct(_near(hits[begin : begin + _PART + _LOOK]) >> np.uint64(2 * _RELATIVE))
        for begin in range(0, len(hits), _PART)
    ]
    pairs = distinct(np.concatenate(near)) if near else hits
    count = np.uint64(len(lengths))
    return zip((pairs // count).tolist(), (pairs % count).tolist(), strict=True)


def _shared_places(flat: NDArray[np.int32], starts: Numbers, lengths: Numbers) -> Iterable[Numbers]:
    """For each part of the trigrams: pairs of places (two columns) where one trigram stands."""
    last = np.repeat(starts + lengths, np.minimum(lengths, 2)) - 1
    crossing = np.zeros(len(flat), dtype=bool)
    crossing[last] = True
    crossing[np.maximum(last - 1, 0)] = True
    parts = max(1, len(flat) // _PART)
    bits = np.uint64(max(1, len(flat).bit_length()))
    for part in range(parts):
        keys = np.concatenate(
            [
                _keys(flat, crossing, begin, bits, np.uint64(parts), np.uint64(part))
                for begin in range(0, len(flat) - 2, _PART)
            ]
        )
        keys.sort()
        yield _paired(keys >> bits, (keys & ((np.uint64(1) << bits) - np.uint64(1))))


def _keys(
    flat: NDArray[np.int32],
    crossing: NDArray[np.bool_],
    begin: int,
    bits: np.uint64,
    parts: np.uint64,
    part: np.uint64,
) -> _Keys:
    """Trigrams of one part that begin in one block: their hash, with their place below it."""
    end = min(begin + _PART, len(flat) - 2)
    mixed = np.zeros(end - begin, dtype=np.uint64)
    for shift in range(3):
        mixed ^= flat[begin + shift : end + shift].astype(np.uint64) + np.uint64(1)
        mixed *= np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    kept = (mixed % parts == part) & ~crossing[begin:end]
    place = np.arange(begin, end, dtype=np.uint64)[kept]
    hashed: _Keys = (mixed[kept] // parts << bits) | place
    return hashed


def _paired(trigram: _Keys, place: _Keys) -> Numbers:
    """Pairs of places of the same trigram, as the module says."""
    border = np.flatnonzero(np.diff(trigram)) + 1
    first = np.concatenate(([0], border))
    size = np.diff(np.concatenate((first, [len(trigram)])))
    found = []
    for step in range(1, _ALL_PAIRS):
        runs = size > step if step <= _NEXT else (size > step) & (size <= _ALL_PAIRS)
        count = size[runs] - step
        if not len(count):
            continue
        offset = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        at = np.repeat(first[runs], count) + offset
        found.append(np.stack((place[at], place[at + step])).astype(np.int64))
    return np.concatenate(found, axis=1) if found else np.empty((2, 0), dtype=np.int64)


def _hits(pairs: Numbers, starts: Numbers, count: int) -> _Keys:
    """Each pair of places as one number: the two reports, the place, and the shift."""
    one = np.searchsorted(starts, pairs[0], side="right") - 1
    other = np.searchsorted(starts, pairs[1], side="right") - 1
    kept = one != other
    one, other, pairs = one[kept], other[kept], pairs[:, kept]
    mask = (1 << _RELATIVE) - 1
    here = (pairs[0] - starts[one]) & mask
    shift = (pairs[1] - starts[other] - here) & mask
    packed = ((one * count + other) << (2 * _RELATIVE)) | (here << _RELATIVE) | shift
    numbers: _Keys = packed.astype(np.uint64)
    return numbers


def _near(hits: _Keys) -> _Keys:
    """Those hits of a pair of reports that another one follows within a few words."""
    keep = np.zeros(len(hits), dtype=bool)
    mask = np.uint64((1 << _RELATIVE) - 1)
    half = np.int64(1 << (_RELATIVE - 1))
    for step in range(1, _LOOK + 1):
        one, other = hits[:-step], hits[step:]
        same = (one >> np.uint64(2 * _RELATIVE)) == (other >> np.uint64(2 * _RELATIVE))
        here = ((other >> np.uint64(_RELATIVE)) & mask).astype(np.int64) - (
            (one >> np.uint64(_RELATIVE)) & mask
        ).astype(np.int64)
        moved = ((other & mask).astype(np.int64) - (one & mask).astype(np.int64) + half) & np.int64(
            mask
        )
        near = same & (here >= _APART) & (here <= _WITHIN) & (np.abs(moved - half) <= _SHIFT)
        keep[:-step] |= near
    found: _Keys = hits[keep]
    return found
