"""Columns of the lexicons as sets of words, and as patterns of whole words."""

import re
from collections.abc import Iterable
from functools import cache

from rashomon.data import lexicon


@cache
def words(table: str, column: str = "word", **where: str) -> frozenset[str]:
    """One column of ``data/en/<table>.tsv``; ``where``: only rows with these cells.

    ``words("locatives", use="side")`` are the words of the rows whose ``use`` is ``side``.
    """
    return frozenset(
        row[column]
        for row in lexicon(table)
        if all(row[name] == cell for name, cell in where.items())
    )


@cache
def phrases(table: str, column: str = "phrase", **where: str) -> re.Pattern[str]:
    """One column as one pattern of whole words in any case; the longest phrase is tried first.
    ``where`` as for ``words``."""
    return re.compile(rf"\b(?:{either(words(table, column, **where))})\b", re.IGNORECASE)


def any_of(table: str, column: str = "word", **where: str) -> str:
    """One column as part of a regular expression; ``where`` as for ``words``."""
    return either(words(table, column, **where))


def either(alternatives: Iterable[str]) -> str:
    """A regular expression for any of these phrases, the longest first; any white space may
    stand between two words of a phrase."""
    longest_first = sorted(alternatives, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
