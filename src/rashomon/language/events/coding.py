"""Kind, PLOVER type and mode where the words around a trigger say more than its own row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Span, Token

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma
from rashomon.language.events.cues import cues
from rashomon.language.events.grammar import has_child, subject
from rashomon.language.events.roles import Role
from rashomon.language.events.targets import aimed_at
from rashomon.language.events.triggers import Entry, Trigger

_NOBODY_DID = frozenset({"accident", "disaster", "fire"})
_GAS = re.compile(r"\btear[\s-]?gas\b", re.IGNORECASE)
_CROWD_CONTROL = "crowd-control"
_HELD = words("grammar_words", use="held")
_NEAR = 400
"""Words on both sides of a weapon in which tear gas makes a shell one of that."""
_HARM = {"killing": "death", "destruction": "destruction"}


def coded(trigger: Trigger, roles: Sequence[Role], part_of: str | None) -> Entry:
    """The trigger's row as it is meant here; ``part_of``: the kind of the event it is part of."""
    entry = trigger.entry
    if part_of in _NOBODY_DID and entry.event_type == "ASSAULT" and entry.kind in _HARM:
        return replace(entry, kind=_HARM[entry.kind], event_type=None, mode=None)
    if entry.kind == "discharge" and _captives(trigger, roles):
        return replace(entry, kind="release")
    if _has_rescued(trigger):
        return replace(entry, kind="release", event_type="RETREAT", mode="release")
    if entry.kind != "attack" or entry.mode is not None or entry.event_type != "ASSAULT":
        return entry
    if _down_tools(trigger):
        return replace(entry, kind="labour-strike", event_type="PROTEST", mode="strike")
    return _by_weapon(trigger, roles)


def _has_rescued(trigger: Trigger) -> bool:
    """ "Soldiers *rescued* nine of the kidnapped": done, not what anybody is sent out to do; those
    of a sinking ship nobody held."""
    done = trigger.entry.lemma == "rescue" and trigger.head.tag_ in ("VBD", "VBN", "VBZ", "VBP")
    return done and bool({lemma(token) for token in trigger.head.sent} & _HELD)


def _captives(trigger: Trigger, roles: Sequence[Role]) -> bool:
    """ "The hostages were *released*": by those who held them, not by a court, police or clinic."""
    said = {lemma(token) for token in trigger.head.sent}
    if said & cues("penal"):
        return False
    doc = trigger.head.doc
    freed = {
        lemma(t) for role in roles if role.role == "recipient" for t in doc[role.start : role.end]
    }
    return bool(freed & cues("captive")) or bool(said & _HELD)


def _down_tools(trigger: Trigger) -> bool:
    """ "The union threatened to *strike*": workers who strike nobody."""
    verb = trigger.head
    who = subject(verb) if trigger.entry.lemma == "strike" and verb.pos_ == "VERB" else None
    if who is None or lemma(who) not in cues("labour") or has_child(verb, "dobj"):
        return False
    return not aimed_at(trigger)


def _around(token: Token) -> str:
    """The paragraphs around a word, and not the whole of a long document for each."""
    text: str = token.doc[max(0, token.i - _NEAR) : token.i + _NEAR].text
    return text


def _by_weapon(trigger: Trigger, roles: Sequence[Role]) -> Entry:
    """ "A rocket *hit* the block": what it is follows from what struck; where a report tells of
    tear gas, a shell is one of that."""
    doc = trigger.head.doc
    for role in roles:
        if role.role == "weapon":
            kind, mode = _struck(doc[role.start : role.end])
            if kind == "shelling" and _GAS.search(_around(trigger.head)):
                return replace(trigger.entry, kind="crowd-control", mode=_CROWD_CONTROL)
            if kind:
                return replace(trigger.entry, kind=kind, mode=mode)
    return trigger.entry


def _struck(weapon: Span) -> tuple[str, str]:
    """Of several words what they say together: a "tear-gas shell" shells nobody."""
    said = weapon.text.casefold().replace("-", " ")
    together = (coded for noun, coded in _kinds().items() if " " in noun and noun in said)
    return next(together, None) or _kinds().get(lemma(weapon.root), ("", ""))


@cache
def _kinds() -> Mapping[str, tuple[str, str]]:
    return {row["noun"]: (row["kind"], row["mode"]) for row in lexicon("weapons") if row["kind"]}
