"""What harm is done with, what brings it about, and why: which words name one and the same.

Two sorts agree that are one, of which one lies within the other, or that may go together
(``means.tsv``, ``means_sorts.tsv``).
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from rashomon.data import Row, lexicon
from rashomon.data.phrases import either


def named(text: str) -> tuple[Row, ...]:
    """The rows of the table for a whole phrase; none where it is not in it."""
    return _rows().get(_plain(text), ())


@cache
def pattern() -> re.Pattern[str]:
    """Any of the table's phrases, the longest first, in singular or plural."""
    return re.compile(rf"\b(?:{either(_rows())})s?\b", re.IGNORECASE)


def sorts(text: str, name: str) -> frozenset[str]:
    """What the words name as a ``weapon``, ``cause`` or ``motive``: the sorts of all phrases in
    them."""
    rows = (row for found in pattern().finditer(text) for row in named(found[0]))
    return frozenset(row["sort"] for row in rows if row["property"] == name)


def agree(one: str, other: str) -> bool:
    """Whether both sorts may be true of one deed."""
    if one == other or other in _with()[one] or one in _with()[other]:
        return True
    return other in wider(one) or one in wider(other)


@cache
def wider(sort: str) -> frozenset[str]:
    """The sort with all of which it is one."""
    found = {sort}
    for each in _within().get(sort, ()):
        found |= wider(each)
    return frozenset(found)


@cache
def kind_of_sort(sort: str) -> str | None:
    """The kind of event that it makes where a report only tells what came of it: a gun a shooting,
    a wider sort's where it has none of its own."""
    own = _kinds().get(sort)
    wide = (kind_of_sort(each) for each in _within().get(sort, ()))
    return own or next(filter(None, wide), None)


def _plain(text: str) -> str:
    folded = " ".join(text.casefold().split())
    return folded if folded in _rows() else folded.removesuffix("s")


@cache
def _rows() -> Mapping[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in lexicon("means"):
        found[row["words"]].append(row)
    return {words: tuple(rows) for words, rows in found.items()}


@cache
def _within() -> Mapping[str, tuple[str, ...]]:
    return {row["sort"]: _cells(row["within"]) for row in lexicon("means_sorts")}


@cache
def _with() -> Mapping[str, tuple[str, ...]]:
    known = {row["sort"]: _cells(row["with"]) for row in lexicon("means_sorts")}
    return defaultdict(tuple, known)


@cache
def _kinds() -> Mapping[str, str]:
    return {row["sort"]: row["kind"] for row in lexicon("means_sorts") if row["kind"]}


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
