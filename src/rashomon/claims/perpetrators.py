"""Who among the dead and hurt is said to have done it: by noun, by name, or by his own hand."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.claims.account import Account, starting
from rashomon.data.phrases import phrases, words
from rashomon.model.annotations import Argument, CountMention, EventMention, NameMention

_SPLIT = ("killed", "injured")
_NAMED = re.compile(
    r"(?:[\s,]{1,3}(?:who\s|has\s|have\s|had\s|was\s|been\s|later\s|police\s|officials\s){0,4}"
    r"(?:identified|named)(?:\sby\s[\w\s]{1,40}?)?\sas)?[\s,]{1,3}(?:\d{1,3}-year-old\s)?",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r",\s(?:\d{1,3},\s)?(?:who\sis\s)?(?:the|a|an)\s(?:\w{1,20}\s)?", re.IGNORECASE
)
_OWNER = re.compile(r"['’]s\b")
_BACK = re.compile(r"\sback\b", re.IGNORECASE)
_NEAR = 90


class Perpetrators:
    """Those of one incident in one report who are said to have attacked others."""

    def __init__(self, mentions: Sequence[EventMention], account: Account) -> None:
        """``mentions`` are all of the incident."""
        self.account = account
        self._attacked = any(_of_others(mention) for mention in mentions)
        self.names = frozenset(_acting(mentions, account)) | frozenset(_called(account))

    def one(self, count: CountMention, mention: EventMention) -> bool:
        """Whether who is counted did it: he is named as the doer, or it was by his own hand after
        he had attacked others."""
        names = self.account.names_in(count.phrase.start, count.phrase.end)
        if any(name.kind == "person" and name.canonical in self.names for name in names):
            return True
        return self._attacked and count.low == count.high == 1 and self._by_own_hand(mention)

    def _by_own_hand(self, mention: EventMention) -> bool:
        if mention.affects != "killed":
            return False
        own = words("event_cues", "word", role="own")
        if own.intersection(mention.exact.casefold().split()):
            return True
        _, end = self.account.sentence_of(mention)
        behind = self.account.report.text[mention.start : end]
        return bool(phrases("own_hand").search(behind))


def _of_others(mention: EventMention) -> bool:
    """Whether somebody did it to somebody else."""
    by = [(a.start, a.end) for a in mention.arguments if a.role == "actor"]
    to = [(a.start, a.end) for a in mention.arguments if a.role == "recipient"]
    harm = mention.affects in _SPLIT and not mention.negated
    return harm and any(one != other for one in by for other in to)


def _acting(mentions: Iterable[EventMention], account: Account) -> Iterator[str]:
    """Full names of those who attack, as the grammar has it."""
    for mention in mentions:
        if mention.event_type != "ASSAULT" and mention.affects not in _SPLIT:
            continue
        for argument in mention.arguments:
            if (
                argument.role == "actor"
                and not mention.negated
                and _began(mention, argument, account)
            ):
                names = account.names_in(argument.start, argument.end)
                yield from (n.canonical for n in names[:1] if n.kind == "person")


def _began(mention: EventMention, actor: Argument, account: Account) -> bool:
    """Whether the deed is an attack of his: not "Marn fired *back*"; nor is it told by "Marn*'s*
    shooting", which as likely is what befell him."""
    text = account.report.text
    owner = actor.end <= mention.start and _OWNER.match(text, actor.end) is not None
    return not owner and _BACK.match(text, mention.end) is None


def _called(account: Account) -> Iterator[str]:
    """Full names of those whom a word like "gunman" stands right beside."""
    nouns = words("people", "noun", role="perpetrator")
    text = account.report.text
    for count in account.notes.counts:
        if (count.noun or "") not in nouns or count.low not in (0, 1):
            continue
        first, last = count.phrase.start, count.phrase.end
        for name in _persons(account, last, last + _NEAR):
            if _NAMED.fullmatch(text[last : name.start]):
                yield name.canonical
        for name in _persons(account, first - _NEAR, first):
            if _CALLED.fullmatch(text[name.end : first + len("the ")]):
                yield name.canonical


def _persons(account: Account, start: int, end: int) -> list[NameMention]:
    return [name for name in starting(account.notes.names, start, end) if name.kind == "person"]
