"""Stretches of a text, to be asked often whether something lies in one."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter


@dataclass(frozen=True, slots=True)
class Stretches:
    """Character offsets [start, end), by start, none of which touches another."""

    parts: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, parts: Iterable[tuple[int, int]]) -> "Stretches":
        """The same stretches, those that overlap as one."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted(parts):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return cls(tuple(merged))

    def meets(self, start: int, end: int) -> bool:
        """Whether a part of [start, end) lies in one of them."""
        at = bisect_left(self.parts, end, key=itemgetter(0)) - 1
        return at >= 0 and self.parts[at][1] > start
