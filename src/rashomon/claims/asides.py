"""Paragraphs that tell of another event in passing, and what is told again behind them.

After a paragraph on last month's raid a report comes back to its own matter: "*the wounded* are
being treated in the city" are those of the event that it opened with, though the raid was told
last. What goes on in the same paragraph, or has a time or a town of its own, is not looked at.
"""

import re
from collections.abc import Sequence

from rashomon.claims.account import Account
from rashomon.claims.groups import OPENING, Group
from rashomon.data.kinds import kind
from rashomon.data.phrases import words
from rashomon.model.annotations import EventMention

_DEFINITE = re.compile(r"\bthe\s+(?:\w+\s+)?$", re.IGNORECASE)
_LOOK = 30


def is_definite(mentions: Sequence[EventMention], account: Account) -> bool:
    """ "The death toll", "several of the wounded": of dead and hurt that were told before."""
    text = account.report.text
    return all(
        _DEFINITE.search(text, max(0, m.start - _LOOK), m.start)
        or any(
            text[a.start : a.end].casefold().startswith("the ")
            or " of the " in text[a.start : a.end].casefold()
            for a in m.arguments
            if a.role == "recipient"
        )
        for m in mentions
    )


def goes_on(mention: EventMention, account: Account) -> bool:
    """ "*It* killed nine people": what the sentence before tells did so."""
    index = account.sentence(mention.start)
    start, _ = account.bounds(index)
    first = account.report.text[start:].split(maxsplit=1)[0]
    return (
        first.casefold() in words("event_cues", role="take-up")
        and not account.opens_paragraph(index)
        and any(a.role == "actor" and a.start == start for a in mention.arguments)
    )


def passed(atom: Group, home: Group, lead: Group | None) -> bool:
    """Whether ``home`` was told in passing, in a paragraph that is over, and what the atom takes up
    is likelier what the report opened with (``lead``)."""
    if lead is None or home is lead or atom.paragraph <= home.last or home.paragraph > home.first:
        return False
    if atom.points == "back" or kind(atom.kind).role == "follow-up":
        return home.background or older(home, lead)
    if not (atom.only_effects and atom.definite) or atom.frames or atom.towns:
        return False
    return home.background or older(home, lead) or not atom.counts <= home.counts


def lead_of(groups: Sequence[Group], account: Account) -> Group | None:
    """What the report opens with."""
    first = next((g for g in groups if g.physical and not g.background), None)
    near = first is not None and first.first <= account.lead + OPENING
    return first if near else None


def older(home: Group, lead: Group) -> bool:
    """Whether all its days lie before those of the other."""
    ends = [each.interval.last_day for each in home.frames if each.interval]
    starts = [each.interval.first_day for each in lead.frames if each.interval]
    return bool(ends and starts) and max(ends) < min(starts)
