"""What it was done with, what brought it about and why, in the words of one report.

A weapon is claimed wherever the incident is told; a cause or motive only where words of cause
stand by it, or where it burst or failed itself ("after a gas cylinder exploded").
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from rashomon.claims.account import Account
from rashomon.claims.making import Maker
from rashomon.data import Row
from rashomon.data.kinds import kind
from rashomon.data.means import kind_of_sort, named, pattern, sorts
from rashomon.data.phrases import any_of, words
from rashomon.model.claims import Claim, Property, TextValue
from rashomon.model.spans import Piece

_WORDS = r"(?:\s[\w’'-]+){0,3}?"
_QUOTE = r"\s(?:[\"“‘'])?"
_NEAR = 64
"""Characters before a cause in which its cue, or words that deny it, stand."""
_CLAUSE = re.compile(r"[;:,–—]|\b(?:but|while|although|though|and)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Means:
    """Finds claims of weapon, cause and motive in the sentences of one incident."""

    account: Account
    maker: Maker
    told: Collection[int]
    """The sentences that hold mentions of this incident and of no other."""
    mine: Collection[int]
    """Where its mentions begin."""

    def claims(self, sentences: Sequence[int], known: Sequence[Claim]) -> list[Claim]:
        """One claim for each sort and voice; ``known`` are those that the grammar gave."""
        taken = {(c.property, at) for c in known for at in range(c.span.start, c.span.end)}
        found: dict[tuple[object, ...], Claim] = {}
        for index in sentences:
            for row, piece, denied in self._of_sentence(index):
                if (row["property"], piece.start) in taken and not denied:
                    continue
                claim = self._claim(row, piece, denied)
                found.setdefault((row["property"], row["sort"], claim.stance, claim.chain), claim)
        return list(found.values())

    def only_named(self) -> list[int]:
        """The sentences that name a cause and tell of nothing else, or of this incident only:
        "the railway ruled out sabotage" is no incident but speaks of one."""
        text = self.account.report.text
        return [
            index
            for index, told in self.account.events.items()
            for start, end in (self.account.bounds(index),)
            if (spans := [found.span() for found in _causes(text, start, end)])
            and all(
                each.start in self.mine
                or any(a <= each.start < b for a, b in spans)
                or kind(each.kind).role != "event"
                for each in told
            )
        ]

    def _claim(self, row: Row, piece: Piece, denied: bool) -> Claim:
        return self.maker.claim(
            cast(Property, row["property"]),
            TextValue(text=" ".join(piece.exact.split())),
            (piece.start, piece.end),
            denied=denied,
            hedged=bool(_cues("doubts").search(self._clause(piece))),
        )

    def _of_sentence(self, index: int) -> Iterator[tuple[Row, Piece, bool]]:
        start, end = self.account.bounds(index)
        if not self.account.readable(start):
            return
        text = self.account.report.text
        for found in _causes(text, start, end):
            piece = Piece.cut(text, found.start(), found.end())
            if _open_before().search(text, start, piece.start):
                continue
            for row in named(piece.exact):
                if row["property"] == "recipient":
                    continue
                if row["property"] == "weapon" and self._idle(piece, end):
                    continue
                denied = self._denied(row, piece)
                if denied or self._said(row, piece, index):
                    yield row, piece, denied

    def _idle(self, piece: Piece, end: int) -> bool:
        """Whether the word does no harm here: part of a name ("Rocket Street"), of what tells of
        something else ("ran over a mine"), of what deals with such things ("gun shop"), or of
        what carried and saw ("smuggled in by drone")."""
        if _sort_of().match(self.account.report.text, piece.end, end):
            return True
        if any(_holds(each, piece) for each in self._around_it(piece)):
            return True
        return bool(_carried().search(self._clause(piece)))

    def _around_it(self, piece: Piece) -> Iterator[Piece]:
        """The names of its sentence, and words for events that stand beside a thing of it."""
        index = self.account.sentence(piece.start)
        yield from self.account.named.get(index, ())
        for place in self.account.places_in(*self.account.bounds(index)):
            if place.exact[:1].isupper():
                yield place
        for told in self.account.events.get(index, ()):
            if told.exact.casefold().startswith(piece.exact.casefold()):
                yield told

    def _said(self, row: Row, piece: Piece, index: int) -> bool:
        """Whether it is told as what happened: a weapon with the incident, or by words of cause."""
        if row["how"] == "anywhere" and index in self.told:
            return True
        start, end = self._around(piece)
        if row["property"] != "motive" and _behind().match(
            self.account.report.text, piece.end, end
        ):
            return True
        before = self.account.report.text[start : piece.start]
        return any(_before(use).search(before) for use in _uses(row))

    def _denied(self, row: Row, piece: Piece) -> bool:
        """Whether its clause says that it was not so; of a weapon, that it was not used."""
        clause = self._clause(piece)
        if clause.split()[-1:] and clause.split()[-1].casefold() in words(
            "means_cues", "phrase", use="own"
        ):
            return False
        if not _denies(row["property"] == "weapon").search(clause):
            return False
        if row["property"] != "weapon" or _used().search(clause):
            return True
        _, end = self._around(piece)
        return bool(_used_behind().match(self.account.report.text, piece.end, end))

    def _around(self, piece: Piece) -> tuple[int, int]:
        """From not far before it to the end of its sentence."""
        start, end = self.account.bounds(self.account.sentence(piece.start))
        return max(start, piece.start - _NEAR), end

    def _clause(self, piece: Piece) -> str:
        """What stands before it in its clause."""
        start, _ = self._around(piece)
        return _CLAUSE.split(self.account.report.text[start : piece.start])[-1]


def told_by_means(called: str, claims: Sequence[Claim]) -> str:
    """The kind of an incident of which only the effects are told ("three were found dead with
    gunshot wounds"), by the weapon or cause that is named; several of which none is the other are
    an attack where they are weapons."""
    if kind(called).role != "effect":
        return called
    for name in ("weapon", "cause"):
        found = _kinds_of(name, claims)
        narrow = [one for one in found if not any(one in kind(other).within for other in found)]
        if len(narrow) == 1:
            return narrow[0]
        if narrow and name == "weapon":
            return "attack"
    return called


def _kinds_of(name: str, claims: Sequence[Claim]) -> list[str]:
    texts = [
        c.value.text
        for c in claims
        if c.property == name and c.stance != "denied" and isinstance(c.value, TextValue)
    ]
    kinds = (kind_of_sort(sort) for text in texts for sort in sorted(sorts(text, name)))
    return list(dict.fromkeys(filter(None, kinds)))


def _causes(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words for weapons, causes and motives."""
    for found in pattern().finditer(text, start, end):
        if any(row["property"] != "recipient" for row in named(found[0])):
            yield found


def _holds(wide: Piece, piece: Piece) -> bool:
    """Whether the piece is only some of the words of another."""
    return (
        wide.start <= piece.start
        and piece.end <= wide.end
        and (wide.start, wide.end) != (piece.start, piece.end)
    )


def _uses(row: Row) -> tuple[str, ...]:
    """The cues behind which a row may stand."""
    if row["property"] == "motive":
        return "before", "copula", "motive"
    return ("before", "mine") if row["sort"] == "mine" else ("before", "copula")


@cache
def _before(use: str) -> re.Pattern[str]:
    gap = _WORDS
    if use == "copula":  # "was still *on the* stove" tells where something was, not what did it
        gap = rf"(?:\s(?!(?:{_listed('where')})\s)[\w’'-]+){{0,3}}?"
    return re.compile(rf"\b(?:{_listed(use)}){gap}{_QUOTE}$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:\s[\w’'-]+){{0,2}}?\s(?:{_listed('behind')})\b", re.IGNORECASE)


@cache
def _cues(use: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed(use)})\b", re.IGNORECASE)


@cache
def _sort_of() -> re.Pattern[str]:
    """ "A gun *shop*", "the bomb *squad*": behind the word for a weapon, what deals with it."""
    return re.compile(rf"[\s-](?:{_listed('sort-of')})s?\b", re.IGNORECASE)


@cache
def _carried() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_listed('carried')})(?:\s\w+){{0,3}}?\s(?:by|with|from)(?:\s\w+){{0,2}}?\s$",
        re.IGNORECASE,
    )


@cache
def _used() -> re.Pattern[str]:
    return _cues("uses")


@cache
def _used_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:\s[\w’'-]+){{0,2}}?\s(?:{_listed('uses')})\b", re.IGNORECASE)


@cache
def _denies(weapon: bool) -> re.Pattern[str]:
    between = r"[\w’'-]+" if weapon else rf"(?:{_listed('between')})"
    return re.compile(
        rf"\b(?:{_listed('denies')})(?:\s{between}){{0,5}}\s(?:[\"“‘'])?$", re.IGNORECASE
    )


@cache
def _open_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed('open')})\b[^.;]{{0,160}}$", re.IGNORECASE)


@cache
def _listed(use: str) -> str:
    return any_of("means_cues", "phrase", use=use)
