"""Labels put on groups and crowds, in headline and prose, quoted or not.

They are read off the words alone; which one is used changes nothing but the ledger.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.label_voices import label_of
from rashomon.claims.making import Maker
from rashomon.claims.parties import Parties
from rashomon.data.phrases import words
from rashomon.model.annotations import NameMention
from rashomon.model.base import content_id
from rashomon.model.voices import Actor, ActorName, Label

_LABELLED = frozenset({"group", "force", "organisation", "person"})
_NO_PEOPLE = re.compile(r"\s(?:jets?|planes?|aircraft|bombers?|pilots?|squadrons?)\b")
_APPOSED = re.compile(r",\s(?:the|a|an)\s(?:[\w-]{1,20}\s){0,3}")
_BEHIND = re.compile(r"\s(?:of\s(?:the\s)?|(?:groups?\s|commander\s|leader\s)?)")
_REACH = 70


def label_all(account: Account, maker: Maker, parties: Parties) -> None:
    """Add to the parties every label of the prose with the actor that bears it."""
    taken = {each.span.start for actor in parties.actors.values() for each in actor.labels}
    for label in _labels(account, maker, taken):
        bearer = _bearer(account, label)
        actor = parties.actors[parties.named(bearer)] if bearer else _nameless(account, label)
        known = parties.actors.get(actor.id, actor)
        parties.actors[known.id] = known.model_copy(update={"labels": (*known.labels, label)})


def _labels(account: Account, maker: Maker, taken: Iterable[int]) -> Iterator[Label]:
    """Every label in readable words that is no part of a name, nor recorded already."""
    text, seen = account.report.text, set(taken)
    inside = _Names(account)
    for found in _nouns().finditer(text):
        start, end = found.span()
        if start in seen or not account.readable(start) or _NO_PEOPLE.match(text, end):
            continue
        if not inside.hold(start, end):
            yield label_of(account, maker, found[0].casefold(), start, end)


class _Names:
    """Where names stand, for asking whether a word is part of one ("the Rebel Front")."""

    def __init__(self, account: Account) -> None:
        self._names = account.notes.names
        self._starts = [name.start for name in self._names]

    def hold(self, start: int, end: int) -> bool:
        """Whether a longer name reaches over the words."""
        at = bisect_right(self._starts, start)
        near = self._names[max(0, at - 1) : at + 1]
        return any(n.overlaps(start, end) and n.end - n.start > end - start for n in near)


def _bearer(account: Account, label: Label) -> NameMention | None:
    """The name that the label stands right beside: "Arvik rebels", "militants of Arvik",
    "Arvik, the militia that …"."""
    text, start, end = account.report.text, label.span.start, label.span.end
    before = [n for n in account.names_in(max(0, start - _REACH), start) if n.kind in _LABELLED]
    if before:
        between = text[before[-1].end : start]
        if between == " " and before[-1].kind != "person":
            return before[-1]
        if _APPOSED.fullmatch(between):
            return before[-1]
    behind = [n for n in account.names_in(end, end + _REACH) if n.kind in _LABELLED]
    if behind and _BEHIND.fullmatch(text[end : behind[0].start]):
        return behind[0]
    return None


def _nameless(account: Account, label: Label) -> Actor:
    """Those of a report who go by a label only."""
    report = account.report.id
    return Actor(
        id=content_id("x", report, "label", label.label.removesuffix("s")),
        name=label.label,
        kind="crowd",
        country=None,
        names=(ActorName(text=label.label, count=1, reports=(report,)),),
        why_null={"country": "not-stated"},
    )


@cache
def _nouns() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("labels", "noun"), key=lambda noun: (-len(noun), noun)))
    return re.compile(rf"(?<![\w-])(?:narco|(?:[a-z]{{2,12}}-))?(?:{nouns})(?!\w)", re.IGNORECASE)
