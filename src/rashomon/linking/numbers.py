"""Sorted numbers. ``np.unique`` would do, but hashes: for millions that hardly repeat it takes
thirty times as long as to sort them."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
_Kind = TypeVar("_Kind", np.uint64, np.int64)


def distinct(numbers: NDArray[_Kind]) -> NDArray[_Kind]:
    """Each once, in order."""
    ordered = np.sort(numbers)
    return ordered[firsts(ordered)]


def firsts(ordered: NDArray[_Kind]) -> NDArray[np.int64]:
    """The places of sorted numbers where another one begins."""
    begins = np.ones(len(ordered), dtype=bool)
    begins[1:] = ordered[1:] != ordered[:-1]
    return np.flatnonzero(begins)
