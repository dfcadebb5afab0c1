"""Claims and sections on a report's text: nested and overlapping spans cut into segments.

A text becomes blocks (paragraphs, posts, quoted blocks), a block becomes segments, and each
segment is one element of the page that knows which claims begin, run and end there.
"""

import heapq
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rashomon.model.annotations import Section

_MOST_RUNS = 12
_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked. ``key`` names what they are linked to; ``style`` is a CSS class."""

    start: int
    end: int
    key: str
    style: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Words under the same marks: ``begins`` and ``ends`` hold keys, ``styles`` classes.

    ``runs`` holds keys of marks that cover the words, up to a bound.
    """

    text: str
    styles: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    runs: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a stretch of one; ``first`` in its section, if it lies in one."""

    start: int
    end: int
    section: Section | None
    first: bool


def blocks(text: str, sections: Sequence[Section]) -> tuple[Block, ...]:
    """The lines of a text that hold something, cut where sections begin and end."""
    cutting = sorted((s for s in sections if s.kind != "dateline"), key=lambda s: (s.start, -s.end))
    borders = sorted({edge for s in cutting for edge in (s.start, s.end)})
    pieces = [
        piece
        for line in _LINE.finditer(text)
        for piece in _cut(line.start(), line.end(), borders)
        if not text[slice(*piece)].isspace()
    ]
    return tuple(_with_sections(pieces, cutting))


def _with_sections(pieces: list[tuple[int, int]], sections: list[Section]) -> Iterator[Block]:
    """Give each piece the section that began last and still runs."""
    waiting = iter([*sections, None])
    coming = next(waiting)
    running: list[Section] = []
    before: Section | None = None
    for start, end in pieces:
        while coming is not None and coming.start <= start:
            running.append(coming)
            coming = next(waiting)
        while running and running[-1].end <= start:
            running.pop()
        section = running[-1] if running else None
        yield Block(start, end, section, section is not before)
        before = section


def segments(
    text: str, blocks: Sequence[Block], marks: Iterable[Mark]
) -> tuple[tuple[Segment, ...], ...]:
    """The segments of each block. Every mark begins once and ends once, whatever its span.

    The text of the segments of a block, put together, is the block's text. Takes
    n log n time in the number of marks.
    """
    kept = blocks or (Block(0, len(text), None, False),)
    sweep = _Sweep([_drawn_in(mark, kept) for mark in marks])
    made = [
        [sweep.step(text, *piece) for piece in _cut(block.start, block.end, sweep.borders)]
        for block in kept
    ]
    made[-1].extend(sweep.rest())
    return tuple(tuple(row) for row in made)


def _cut(start: int, end: int, borders: Sequence[int]) -> list[tuple[int, int]]:
    inner = borders[bisect_right(borders, start) : bisect_left(borders, end)]
    edges = [start, *inner, end]
    return list(pairwise(edges))


def _drawn_in(mark: Mark, blocks: Sequence[Block]) -> Mark:
    """The mark with its ends moved out of the gaps between blocks, onto words that are shown."""
    after = bisect_right(blocks, mark.start, key=lambda block: block.end)
    before = bisect_left(blocks, mark.end, key=lambda block: block.start) - 1
    start = max(mark.start, blocks[min(after, len(blocks) - 1)].start)
    end = min(mark.end, blocks[max(before, 0)].end)
    return Mark(start, max(end, start), mark.key, mark.style)


class _Sweep:
    """One pass over the marks, from left to right."""

    __slots__ = ("_active", "_coming", "_next", "_running", "borders")

    def __init__(self, marks: list[Mark]) -> None:
        self._coming = sorted(marks, key=lambda mark: (mark.start, mark.end))
        self._next = 0
        self._running: list[tuple[int, int, Mark]] = []
        self._active: Counter[str] = Counter()
        self.borders = sorted({edge for mark in marks for edge in (mark.start, mark.end)})

    def step(self, text: str, start: int, end: int) -> Segment:
        begins = self._begin_before(end)
        gone = self._end_until(start)
        styles = tuple(sorted(_classes(self._active)))
        runs = tuple(mark.key for _, _, mark in self._running[:_MOST_RUNS] if mark.key)
        return Segment(text[start:end], styles, begins, gone + self._end_until(end), runs)

    def rest(self) -> list[Segment]:
        """What stands beyond the last word: marks whose span the text does not hold."""
        begins = self._begin_before(None)
        ends = self._end_until(None)
        return [Segment("", (), begins, ends)] if ends else []

    def _begin_before(self, end: int | None) -> tuple[str, ...]:
        begun = []
        while self._next < len(self._coming):
            mark = self._coming[self._next]
            if end is not None and mark.start >= end:
                break
            heapq.heappush(self._running, (mark.end, self._next, mark))
            self._active[mark.style] += 1
            begun.append(mark.key)
            self._next += 1
        return tuple(key for key in begun if key)

    def _end_until(self, end: int | None) -> tuple[str, ...]:
        ended = []
        while self._running and (end is None or self._running[0][0] <= end):
            mark = heapq.heappop(self._running)[2]
            self._active[mark.style] -= 1
            ended.append(mark.key)
        return tuple(key for key in ended if key)


def _classes(active: Counter[str]) -> Iterator[str]:
    """Each style that runs, and its "-deep" form where more than one mark of it does."""
    for style, number in active.items():
        if number:
            yield style
        if number > 1:
            yield f"{style}-deep"


def within(exact: str, start: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """A passage that stands at ``start`` in its report, with the marks that touch it."""
    end = start + len(exact)
    moved = [
        Mark(max(m.start, start) - start, min(m.end, end) - start, m.key, m.style)
        for m in marks
        if m.start < end and start < m.end
    ]
    return segments(exact, (Block(0, len(exact), None, False),), moved)[0]
