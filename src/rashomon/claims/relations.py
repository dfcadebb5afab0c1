"""How one incident hangs on another, in the words of one report.

"Protesters stormed the embassy in retaliation for the air strikes": the storming is told as
retaliation for the strikes. Only what one sentence says of two events; nothing is concluded from
their dates.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from rashomon.claims.account import Account, within
from rashomon.claims.making import Maker
from rashomon.claims.sequels import sequels
from rashomon.data import lexicon
from rashomon.data.phrases import either
from rashomon.model.annotations import EventMention
from rashomon.model.claims import Claim, Property, TextValue
from rashomon.model.episodes import Tie
from rashomon.model.incidents import RelationType

_GAP = r"\s+(?:[\w'’.-]+\s+){1,6}?"
_FURTHEST = 90
"""Characters between the connecting words and the event that they name."""

_REASONS: dict[RelationType, Property] = {"retaliation-for": "motive", "caused-by": "cause"}


@dataclass(frozen=True, slots=True)
class _Connective:
    relation: RelationType
    first: bool
    """Whether the relation is said of the event named before the words."""


def ties(mentions: Sequence[EventMention], account: Account, main: bool) -> tuple[Tie, ...]:
    """What the sentences of one incident's mentions, and those right after them, say of it and
    another event; ``main``: it is what the report is mainly about."""
    own = {mention.start for mention in mentions}
    sentences = sorted({account.sentence_of(mention) for mention in mentions})
    found = (tie for bounds in sentences for tie in _in_sentence(bounds, account))
    kept = {tie for tie in found if tie.mention in own and tie.other not in own}
    kept |= {tie for tie in sequels(mentions, account, main) if {tie.mention, tie.other} - own}
    return tuple(sorted(kept, key=lambda tie: (tie.mention, tie.other, tie.type, tie.span.start)))


def reason_claims(found: Iterable[Tie], maker: Maker) -> list[Claim]:
    """The motive or cause that a tie gives, as a claim with its own chain of voices."""
    return [
        maker.claim(
            _REASONS[tie.type],
            TextValue(text=" ".join(tie.span.exact.split())),
            (tie.span.start, tie.span.end),
        )
        for tie in found
        if tie.type in _REASONS
    ]


def _in_sentence(bounds: tuple[int, int], account: Account) -> Iterable[Tie]:
    told = [
        mention
        for mention in within(account.notes.mentions, *bounds)
        if mention.modality in ("actual", "alleged") and not mention.negated
    ]
    if len(told) < 2:
        return
    for found in _pattern().finditer(account.report.text, *bounds):
        phrase = _spoken(found)
        how = _connectives()[phrase]
        apart = told if "…" in phrase else [m for m in told if not _overlap(m, found)]
        pair = _pair(found, apart, account)
        if pair is None:
            continue
        before, named = pair
        one, other = (before, named) if how.first else (named, before)
        yield Tie(
            type=how.relation,
            mention=one.start,
            other=other.start,
            span=account.span(found.start(), max(found.end(), named.end)),
        )


def _pair(
    found: re.Match[str], told: Sequence[EventMention], account: Account
) -> tuple[EventMention, EventMention] | None:
    """The event before the words, or after a fronted phrase, and the one that they name."""
    pivot = found.end() - len(found.group().split()[-1])
    named = next((m for m in told if m.start >= found.end()), None)
    if named is None or named.start - found.end() > _FURTHEST:
        return None
    before = [m for m in told if m.end <= pivot]
    if before:
        return before[-1], named
    comma = account.report.text.find(",", named.end)
    after = [m for m in told if comma != -1 and m.start > comma]
    return (after[0], named) if after else None


def _overlap(mention: EventMention, found: re.Match[str]) -> bool:
    """Whether the connecting words themselves were read as an event ("retaliation")."""
    return mention.overlaps(found.start(), found.end())


def _spoken(found: re.Match[str]) -> str:
    """The phrase of the table that matched."""
    name = found.lastgroup or ""
    return _phrases()[int(name[1:])]


@cache
def _connectives() -> dict[str, _Connective]:
    return {
        row["phrase"]: _Connective(cast(RelationType, row["relation"]), row["subject"] == "first")
        for row in lexicon("sequence")
        if row["relation"]
    }


@cache
def _phrases() -> tuple[str, ...]:
    """The longest first, for the first that fits is taken."""
    return tuple(sorted(_connectives(), key=lambda phrase: (-len(phrase), phrase)))


@cache
def _pattern() -> re.Pattern[str]:
    parts = [
        rf"(?P<p{number}>{_GAP.join(either([half]) for half in phrase.split(' … '))})"
        for number, phrase in enumerate(_phrases())
    ]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)
