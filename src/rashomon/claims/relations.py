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
from rashomon.claims.in_turn import about, after_it
from rashomon.claims.making import Maker
from rashomon.claims.sequels import Homes, last_before, sequels
from rashomon.data import lexicon
from rashomon.data.phrases import either
from rashomon.model.annotations import EventMention
from rashomon.model.claims import Claim, Property, TextValue
from rashomon.model.episodes import Tie
from rashomon.model.incidents import RelationType

_GAP = r"\s+(?:[\w'’.-]+\s+){0,10}?"
_FURTHEST = 90
"""Characters between the connecting words and the event that they name."""

_REASONS: dict[RelationType, Property] = {"retaliation-for": "motive", "caused-by": "cause"}


@dataclass(frozen=True, slots=True)
class _Connective:
    relation: RelationType
    first: bool
    """Whether the relation is said of the event named before the words."""
    behind: bool
    """Whether the words say so only between a crowd's doing and what it is about."""


def ties(account: Account, homes: Homes) -> tuple[Tie, ...]:
    """What the report says of two of its incidents."""
    every = range(len(account.notes.sentences))
    found = {tie for index in every for tie in _in_sentence(index, account, homes)}
    found |= set(sequels(account, homes))
    told = (tie for tie in found if homes.parted(tie.mention, tie.other))
    return tuple(sorted(told, key=lambda tie: (tie.mention, tie.other, tie.type, tie.span.start)))


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


def _in_sentence(index: int, account: Account, homes: Homes) -> Iterable[Tie]:
    bounds = account.bounds(index)
    told = [
        mention
        for mention in within(account.notes.mentions, *bounds)
        if mention.modality in ("actual", "alleged") and not mention.negated
    ]
    if not told:
        return
    for found in _pattern().finditer(account.report.text, *bounds):
        phrase = _spoken(found)
        how = _connectives()[phrase]
        pair = _about(found, told, account) if how.behind else _pair(found, told, account, homes)
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


def _about(
    found: re.Match[str], told: Sequence[EventMention], account: Account
) -> tuple[EventMention, EventMention] | None:
    """ "The *march over* the killing": what a crowd did, and what that was about."""
    named = next((m for m in told if m.start >= found.end()), None)
    doing = next((m for m in reversed(told) if m.end <= found.start()), None)
    if named is None or doing is None or not about(doing, named, account):
        return None
    return doing, named


def _pair(
    found: re.Match[str], told: Sequence[EventMention], account: Account, homes: Homes
) -> tuple[EventMention, EventMention] | None:
    """The event before the words, or after a fronted phrase, and the one that they name; the one
    told before where the sentence only takes it up ("*The operation* was in response to …")."""
    if "…" not in _spoken(found):
        told = [m for m in told if not _overlap(m, found)]
    pivot = found.end() - len(found.group().split()[-1])
    named = next((m for m in told if m.start >= found.end()), None)
    if named is None or named.start - found.end() > _FURTHEST:
        return None
    before = [m for m in told if m.end <= pivot]
    if before:
        return before[-1], named
    if after_it(named, account):
        mine = homes.of.get(named.start, -1)
        taken_up = last_before(account.sentence(named.start), mine, account, homes)
        return (taken_up, named) if taken_up else None
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
        row["phrase"]: _Connective(
            relation=cast(RelationType, row["relation"]),
            first=row["subject"] == "first",
            behind=row["apart"] == "behind",
        )
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
