"""The numbers of people: killed, injured, missing … and how many took part."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker, stretch
from rashomon.claims.who import who
from rashomon.data import lexicon
from rashomon.data.kinds import kind
from rashomon.model.annotations import Argument, CountMention, EventMention
from rashomon.model.claims import COUNTED, Claim, CountProperty, Property, Scope
from rashomon.model.numbers import NumberRange, exactly
from rashomon.model.spans import Piece

_WITHOUT_NUMBER = frozenset({"evacuated", "displaced", "arrested", "abducted", "missing"})
"""What may be claimed without saying how many (CONTRACT.md, numbers)."""

_HARMED = frozenset({"killed", "injured", "casualties", "missing", "abducted"})


def toll_claims(mentions: Sequence[EventMention], account: Account, maker: Maker) -> list[Claim]:
    """A claim for every count of people that the mentions carry."""
    found: dict[str, Claim] = {}
    for mention in mentions:
        for claim in _of_mention(mention, account, maker):
            found.setdefault(claim.id, claim)
    firm = _without_echoes(list(found.values()), account)
    return _outcomes_settled(firm, mentions)


def _of_mention(mention: EventMention, account: Account, maker: Maker) -> Iterator[Claim]:
    if mention.affects in COUNTED:
        name = mention.affects
        counts = _counted(mention, account)
        for count in counts:
            yield _claim(name, mention, count, account, maker)
        if not counts:
            yield from _without_number(name, mention, account, maker)
    if kind(mention.kind).crowd:
        for count in _takers(mention, account):
            yield _claim("participants", mention, count, account, maker)


def _counted(mention: EventMention, account: Account) -> list[CountMention]:
    """The counts in the phrases that the event befell."""
    spans = [(a.start, a.end) for a in mention.arguments if a.role == "recipient"]
    found = {
        count.start: count
        for count in account.notes.counts
        if any(count.phrase.overlaps(*span) and _in(count, span) for span in spans)
    }
    return [found[start] for start in sorted(found)]


def _in(count: CountMention, span: tuple[int, int]) -> bool:
    return span[0] <= count.start < span[1]


def _takers(mention: EventMention, account: Account) -> list[CountMention]:
    """Counted phrases of those who act; only what is said in numbers or vague words."""
    spans = [(a.start, a.end) for a in mention.arguments if a.role == "actor"]
    return [
        count
        for count in account.notes.counts
        if count.basis in ("numeral", "vague") and any(_in(count, span) for span in spans)
    ]


def _claim(
    name: CountProperty, mention: EventMention, count: CountMention, account: Account, maker: Maker
) -> Claim:
    value = exactly(0) if mention.negated and count.low != 0 else count.range
    words = stretch(count.phrase, count, mention)
    return maker.claim(
        name,
        value,
        words,
        who=who(count, None, victim=name in _HARMED),
        partial=count.partial or _still_treated(words, account),
        additional=count.additional,
        hedged=_hedged(words, account) or mention.modality == "alleged",
        scope=_scope(words, account),
    )


def _without_number(
    name: CountProperty, mention: EventMention, account: Account, maker: Maker
) -> Iterator[Claim]:
    befallen = [a for a in mention.arguments if a.role == "recipient"]
    if name not in _WITHOUT_NUMBER or not befallen or mention.negated:
        return
    first = befallen[0]
    piece = Piece.cut(account.report.text, first.start, first.end)
    if _personal(first, account):
        yield maker.claim(name, NumberRange(low=None), stretch(piece, mention))


def _personal(argument: Argument, account: Account) -> bool:
    """Whether the phrase is about people at all."""
    words = re.findall(r"\w+", account.report.text[argument.start : argument.end].casefold())
    return any(word in _people() or word.removesuffix("s") in _people() for word in words)


@cache
def _people() -> frozenset[str]:
    return frozenset(row["noun"] for row in lexicon("people"))


def _hedged(words: tuple[int, int], account: Account) -> bool:
    """Whether a hedge stands in the same sentence at or before the words."""
    start, _ = account.bounds(account.sentence(words[0]))
    return bool(_phrases("copy_hedges").search(account.report.text[start : words[1]]))


def _still_treated(words: tuple[int, int], account: Account) -> bool:
    """ "Still treated" or "discharged" counts are partial (CONTRACT.md, low, best, high, 2)."""
    start, end = account.bounds(account.sentence(words[0]))
    return bool(_phrases("partial").search(account.report.text[start:end]))


def _scope(words: tuple[int, int], account: Account) -> Scope | None:
    """What a figure covers where its sentence says that it covers more than this incident."""
    start, end = account.bounds(account.sentence(words[0]))
    found = _phrases("scopes").search(account.report.text[start:end])
    return Scope(period=found.group(0)) if found else None


@cache
def _phrases(table: str) -> re.Pattern[str]:
    """The ``phrase`` column of a lexicon as one pattern of whole words; the longest first."""
    phrases = sorted((row["phrase"] for row in lexicon(table)), key=lambda p: (-len(p), p))
    parts = [r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in phrases]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


def _without_echoes(claims: list[Claim], account: Account) -> list[Claim]:
    """Leave out "the victim" where the same report counts the victims in other words."""
    definite = {
        (c.start, c.end) for c in account.notes.counts if c.basis in ("definite", "none", "plural")
    }
    firm = {claim.property for claim in claims if not _rests_on(claim, definite)}
    return [c for c in claims if c.property not in firm or not _rests_on(c, definite)]


def _rests_on(claim: Claim, counts: set[tuple[int, int]]) -> bool:
    return any(claim.span.start <= start and end <= claim.span.end for start, end in counts)


def _outcomes_settled(claims: list[Claim], mentions: Sequence[EventMention]) -> list[Claim]:
    """ "Shot" leaves open whether somebody lived. Who is said to have died too is no injured; of
    a number larger than the dead it is not said how many lived, so it is of casualties."""
    open_ended = {
        mention.start
        for mention in mentions
        if mention.affects == "injured" and kind(mention.kind).role == "event"
    }
    dead = [c for c in claims if c.property == "killed" and c.stance != "denied" and _some(c)]
    settled = []
    for claim in claims:
        outcome: Property | None = claim.property
        if claim.property == "injured" and _told_by(claim, open_ended):
            outcome = _outcome(claim, dead)
        if outcome is not None:
            settled.append(claim.model_copy(update={"property": outcome}))
    return settled


def _told_by(claim: Claim, starts: set[int]) -> bool:
    return any(claim.span.start <= start < claim.span.end for start in starts)


def _some(claim: Claim) -> bool:
    return isinstance(claim.value, NumberRange) and claim.value.high != 0


def _outcome(claim: Claim, dead: list[Claim]) -> CountProperty | None:
    """What an open-ended count is of, beside the dead of the same report; ``None``: of those."""
    if not dead or claim.additional:
        return "injured"
    most = max(each.value.low or 0 for each in dead if isinstance(each.value, NumberRange))
    low = claim.value.low if isinstance(claim.value, NumberRange) else None
    if low is not None and low > most:
        return "casualties"
    return None
