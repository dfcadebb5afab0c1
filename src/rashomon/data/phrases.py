"""Columns of the lexicons as sets of words, and as patterns of whole words."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TypeAlias

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
    stand between two words of a phrase.

    It is written as a tree of their beginnings, ``c(?:a(?:r|t)|ow)``: an engine that tries each
    of hundreds of phrases at each word of a report takes several times as long.
    """
    tree: _Tree = {}
    for phrase in sorted(alternatives):
        node = tree
        for sign in _signs(phrase):
            node = node.setdefault(sign, {})
        node[_END] = {}
    return _joined(tree)


_Tree: TypeAlias = "dict[str, _Tree]"
_END = ""


def _signs(phrase: str) -> Iterator[str]:
    """Its signs as patterns; white space as one."""
    for at, word in enumerate(phrase.split()):
        yield from ([r"\s+"] if at else [])
        yield from map(re.escape, word)


def _joined(node: _Tree) -> str:
    """Whatever may follow; that a phrase ends here is tried last."""
    parts = []
    for sign, below in node.items():
        if sign != _END:
            rest = _joined(below)
            parts.append(f"{sign}(?:{rest})" if "|" in rest else sign + rest)
    found = "|".join(parts)
    return f"(?:{found})?" if parts and _END in node else found
