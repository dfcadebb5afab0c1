"""What was hit, as each side names it: a clinic to one, an ammunition store to the other.

The words are those of ``means.tsv`` under ``recipient``. They count where the grammar makes them
the target of a deed of this incident, behind a word for hitting, or where the report says what the
place was used for.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker
from rashomon.data import Row
from rashomon.data.kinds import kind
from rashomon.data.means import named, pattern
from rashomon.data.phrases import any_of
from rashomon.model.annotations import EventMention
from rashomon.model.claims import Claim, TargetValue
from rashomon.model.spans import Piece

_REACH = 64  # characters before the words in which a word for hitting or a denial stands
_CLAUSE = re.compile(r"[;:,–—]|\b(?:but|while|although|though)\b", re.IGNORECASE)
_DEEDS = frozenset({"attack", "destruction", "explosion"})


@dataclass(frozen=True, slots=True)
class Struck:
    """Finds claims of what was hit in the sentences of one incident."""

    account: Account
    maker: Maker
    mine: Collection[int]
    """Where the incident's mentions begin."""

    def claims(self, sentences: Sequence[int]) -> list[Claim]:
        """One claim for each sort of place, stance and voice."""
        found: dict[tuple[object, ...], Claim] = {}
        for index in sentences:
            for row, piece, denied in self._of_sentence(index):
                value = TargetValue(text=" ".join(piece.exact.split()))
                claim = self.maker.claim(
                    "recipient", value, (piece.start, piece.end), denied=denied
                )
                found.setdefault((row["sort"], claim.stance, claim.chain), claim)
        return list(found.values())

    def _of_sentence(self, index: int) -> Iterator[tuple[Row, Piece, bool]]:
        start, end = self.account.bounds(index)
        if not self.account.readable(start):
            return
        text = self.account.report.text
        for found in pattern().finditer(text, start, end):
            rows = [row for row in named(found[0]) if row["property"] == "recipient"]
            piece = Piece.cut(text, *found.span())
            clause = _CLAUSE.split(text[max(start, piece.start - _REACH) : piece.start])[-1]
            denied = bool(_not_hit().search(clause))
            if rows and (denied or self._is_target(piece, index) or _hit().search(clause)):
                yield rows[0], piece, denied

    def _is_target(self, piece: Piece, index: int) -> bool:
        """Whether the grammar makes it what a deed of this incident hit."""
        text = self.account.report.text
        return any(
            told.start in self.mine
            and _violent(told)
            and argument.role == "recipient"
            and argument.start <= piece.start
            and piece.end <= argument.end
            and not _besides().search(text, argument.start, piece.start)
            for told in self.account.events.get(index, ())
            for argument in told.arguments
        )


def by_force(called: str, claims: Sequence[Claim]) -> bool:
    """Whether an incident of this kind, or with a weapon, hits a target; a fire or a flood
    destroys what it meets."""
    hits = bool({"attack", "explosion"} & (kind(called).within | {called}))
    return hits or any(claim.property == "weapon" for claim in claims)


def _violent(told: EventMention) -> bool:
    return bool(_DEEDS & (kind(told.kind).within | {told.kind})) and not told.negated


def _listed(use: str) -> str:
    return any_of("means_cues", "phrase", use=use)


@cache
def _hit() -> re.Pattern[str]:
    """ "Targeting a …", "the house was being used by militants as a …"."""
    used = rf"used(?:\s\w+){{0,5}}?\s(?:{_listed('used')})"
    return re.compile(rf"\b(?:{_listed('hits')}|{used})(?:\s[\w’'-]+){{0,3}}?\s$", re.IGNORECASE)


@cache
def _not_hit() -> re.Pattern[str]:
    """ "Denied having struck any …", "did not target the …", "no … was hit" is not read."""
    return re.compile(
        rf"\b(?:{_listed('denies')})(?:\s[\w’'-]+){{0,6}}?\s(?:{_listed('hits')})"
        r"(?:\s[\w’'-]+){0,3}?\s$",
        re.IGNORECASE,
    )


@cache
def _besides() -> re.Pattern[str]:
    """ "A depot *near* a school": the school is not what was hit."""
    return re.compile(rf"\b(?:{_listed('where')}|of|that|which|who)\b", re.IGNORECASE)
