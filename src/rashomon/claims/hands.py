"""By whose hands people without a name fell: soldiers and police, or gunmen and the like.

"Gunmen stormed the hotel. … Troops fired mortars; one hit a house and hurt five" tells of two
deeds, though neither side has a name and no day parts them (a deed of the other side with a toll
of its own is another incident).
"""

import re
from collections.abc import Iterable
from functools import cache

from rashomon.claims.account import Account, starting
from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.model.annotations import EventMention

_HEAD = re.compile(
    r"[^,;:(]*?(?=\s(?:from|of|in|at|near|on|who|stationed|based|backed|with)\b|[,;:(]|$)"
)
_WORD = re.compile(r"[\w-]+")
_HARM = frozenset({"killed", "injured", "casualties"})


def by_hands(mentions: Iterable[EventMention], account: Account) -> frozenset[str]:
    """ "guard" where soldiers or police act in some of the mentions, "armed" where gunmen do."""
    found: set[str] = set()
    for mention in mentions:
        for argument in mention.arguments:
            if argument.role != "actor":
                continue
            text = account.report.text[argument.start : argument.end].casefold()
            head = _HEAD.match(text)
            said = _WORD.findall(head[0] if head else text)
            found |= {side for side, nouns in _sides().items() if not nouns.isdisjoint(said[-1:])}
    return frozenset(found)


def hurts_others(mentions: Iterable[EventMention], account: Account) -> bool:
    """Whether they count dead or hurt people who are said to be of neither side."""
    return any(
        count.low and count.noun and count.noun not in _either_side()
        for mention in mentions
        if mention.affects in _HARM and not mention.negated
        for argument in mention.arguments
        if argument.role == "recipient"
        for count in starting(account.notes.counts, argument.start, argument.end)
    )


def raids_anew(mentions: Iterable[EventMention], account: Account) -> bool:
    """ "Police raided *a* hideout": a place that was not told of before."""
    return any(
        mention.kind == "raid"
        and argument.role == "recipient"
        and account.report.text[argument.start : argument.end].casefold().startswith(("a ", "an "))
        for mention in mentions
        for argument in mention.arguments
    )


def fells_attackers(mentions: Iterable[EventMention], account: Account) -> bool:
    """Whether all dead and hurt that they count are gunmen, kidnappers and the like."""
    nouns = {
        count.noun
        for mention in mentions
        if mention.affects in _HARM and not mention.negated
        for argument in mention.arguments
        if argument.role == "recipient"
        for count in starting(account.notes.counts, argument.start, argument.end)
    }
    return bool(nouns) and nouns <= _attackers()


@cache
def _sides() -> dict[str, frozenset[str]]:
    guards = _many(_of_status("security-force")) | words("deeds", "words", use="member")
    guards |= words("deeds", "words", use="forces")
    return {"guard": guards, "armed": _many(_attackers())}


@cache
def _either_side() -> frozenset[str]:
    return _attackers() | _of_status("security-force")


@cache
def _attackers() -> frozenset[str]:
    """Gunmen, fighters, and whoever a side may call so ("terrorists")."""
    armed = words("label_sets", "label", set="armed")
    return words("people", "noun", role="perpetrator") | _of_status("combatant") | armed


def _of_status(status: str) -> frozenset[str]:
    return frozenset(row["noun"] for row in lexicon("people") if row["status"] == status)


def _many(nouns: frozenset[str]) -> frozenset[str]:
    """The nouns and their plurals."""
    plural = {f"{n[:-3]}men" if n.endswith("man") else f"{n}s" for n in nouns}
    return nouns | plural | {n.casefold() for n in nouns}
