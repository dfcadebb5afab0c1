"""What a word for an event means beside certain others (``event_senses.tsv``): a rail strike is
no air strike, and an earthquake that strikes attacks nobody."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from rashomon.data import lexicon
from rashomon.language.counts.people import lemma
from rashomon.language.counts.tree import lefts
from rashomon.language.events.grammar import child, passive, subject

_ENOUGH = 2
"""So many words of a trade make a report one about it."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A row of the table; no ``kind``: the word tells of no event."""

    beside: str
    words: frozenset[str]
    kind: str
    event_type: str | None
    mode: str | None


@cache
def _senses() -> dict[tuple[str, str], tuple[Sense, ...]]:
    table: dict[tuple[str, str], tuple[Sense, ...]] = {}
    for row in lexicon("event_senses"):
        sense = Sense(
            row["beside"],
            frozenset(row["words"].split()),
            row["kind"],
            row["event_type"] or None,
            row["mode"] or None,
        )
        key = (row["lemma"], row["pos"])
        table[key] = (*table.get(key, ()), sense)
    return table


def sense_of(token: Token, pos: str, report: Callable[[], Collection[str]]) -> Sense | None:
    """The first sense whose words stand beside this one, ``None`` where it means what it says.

    ``report`` gives the dictionary forms of the whole report; it is asked only where a sense needs
    them.
    """
    for sense in _senses().get((lemma(token), pos), ()):
        if sense.beside == "document":
            if _about(report(), sense.words):
                return sense
        elif any(lemma(word) in sense.words for word in _beside(token, sense.beside)):
            return sense
    return None


def _beside(token: Token, where: str) -> Iterator[Token]:
    if where == "modifier":
        yield from lefts(token)
        yield from (inner for left in lefts(token) for inner in lefts(left))
        return
    if where == "governor":
        if token.dep_ in ("dobj", "nsubjpass"):
            yield token.head
        return
    suffers = passive(token, headline=False)
    if where == "subject":
        found = _agent(token) if suffers else subject(token)
    else:
        found = subject(token) if suffers else child(token, "dobj")
    if found is not None:
        yield found


def _agent(verb: Token) -> Token | None:
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def _about(report: Collection[str], words: frozenset[str]) -> bool:
    """Whether the report is about what these words are used for and tells of no weapons."""
    return len(words.intersection(report)) >= _ENOUGH and not _weapons().intersection(report)


@cache
def _weapons() -> frozenset[str]:
    return frozenset(row["noun"] for row in lexicon("weapons") if row["kind"])
