"""The neighbours of a word in the parse, unless there are too many to mean anything.

Some input (a list without full stops, a repeated word) parses into one head with thousands of
children; looking at all of them for each of them would take quadratic time, and no sentence that
tells of anything has such a head.
"""

from collections.abc import Iterator

from spacy.tokens import Token

_MOST = 60


def lemma(token: Token) -> str:
    """The dictionary form, lower case; the word itself where the pipeline gives none."""
    return (token.lemma_ or token.text).lower()


def kids(token: Token) -> Iterator[Token]:
    """The children of a word, in order; none where there are more than a sentence can have."""
    return token.children if token.n_lefts + token.n_rights <= _MOST else iter(())


def lefts(token: Token) -> Iterator[Token]:
    """The children before a word, in order."""
    return token.lefts if token.n_lefts <= _MOST else iter(())


def rights(token: Token) -> Iterator[Token]:
    """The children behind a word, in order."""
    return token.rights if token.n_rights <= _MOST else iter(())
