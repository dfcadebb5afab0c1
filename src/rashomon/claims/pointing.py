"""Words for an event that tell of none anew: "the raid", "called it a massacre"."""

import re
from functools import cache
from typing import Literal

from rashomon.claims.account import Account, starting
from rashomon.data.kinds import kind
from rashomon.data.phrases import any_of
from rashomon.model.annotations import EventMention

Pointing = Literal["", "back", "name"]

_LOOK = 60


def pointing(mention: EventMention, account: Account) -> Pointing:
    """ "name": somebody only gives what was told a name; "back": the noun takes it up again."""
    text = account.report.text
    before = text[max(0, mention.start - _LOOK) : mention.start].replace("\n", " ")
    if _name().search(before):
        return "name"
    back = _back().search(before)
    if back is None or _own().match(text, mention.end):
        return ""
    start = mention.start - len(before) + back.start()
    return "" if _is_a_verb(mention, start, account) else "back"


def _is_a_verb(mention: EventMention, start: int, account: Account) -> bool:
    """ "*The raiders* attacked", "*the blast* tore through": what begins with the article is its
    subject."""
    if starting(account.notes.mentions, start, mention.start):
        return True
    return any(
        each.role in ("actor", "recipient") and each.start <= start and each.end <= mention.start
        for each in mention.arguments
    )


def refused(mention: EventMention, account: Account) -> bool:
    """ "Denied *having fired* on the crowd": told only as what somebody says he did not do."""
    text = account.report.text
    return bool(_refusing().search(text, max(0, mention.start - _LOOK), mention.start))


@cache
def _refusing() -> re.Pattern[str]:
    denied = any_of("refutations", "phrase", use="of")
    return re.compile(rf"\b(?:{denied})\s(?:having\s)?(?:\w+ly\s)?$", re.IGNORECASE)


def akin(one: str, other: str) -> bool:
    """Whether two words for an event may be looser and stricter names of one: two for violence, or
    two that share a wider word."""
    first, second = ({name} | kind(name).within for name in (one, other))
    return bool(first & second)


def _either(use: str) -> str:
    return any_of("pointing_words", use=use)


@cache
def _back() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_either('back')})\s+(?:(?!{_either('fresh')})[a-z]{{3,12}}\s+)?$", re.IGNORECASE
    )


@cache
def _own() -> re.Pattern[str]:
    """What follows a noun that says by itself which event is meant."""
    return re.compile(rf"\s+(?:{_either('own')})\b", re.IGNORECASE)


@cache
def _name() -> re.Pattern[str]:
    """ "This was a", "called it a", "spoke of a", "it was the deadliest"."""
    return re.compile(
        rf"\b(?:(?:{_either('this')})\s+(?:{_either('is')})(?:\s+\w+ly)?"
        rf"|(?:{_either('calls')})\s+(?:it|this|the\s+\w+)(?:\s+as)?"
        rf"|(?:{_either('speaks')})\s+of)\s+an?\s+(?:\w+\s+)?$"
        rf"|\b(?:{_either('this')}|it)\s+(?:{_either('is')})\s+(?:also\s+)?(?:one\s+of\s+)?"
        rf"(?:the|its|their)\s+(?:\w+['’]s?\s+)?(?:{_either('rank')})\s+(?:such\s+|\w+\s+)?$",
        re.IGNORECASE,
    )
