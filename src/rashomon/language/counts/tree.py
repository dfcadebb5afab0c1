"""The neighbours of a word in the parse, never more than a few dozen.

Some input (a list without full stops, a repeated word) parses into one head with thousands of
children; looking at all of them for each of them would take quadratic time.
"""

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

_MOST = 40


def kids(token: Token) -> Iterator[Token]:
    """The first children of a word, in order."""
    return islice(token.children, _MOST)


def lefts(token: Token) -> Iterator[Token]:
    """The first children before a word, in order."""
    return islice(token.lefts, _MOST)


def rights(token: Token) -> Iterator[Token]:
    """The first children behind a word, in order."""
    return islice(token.rights, _MOST)
