"""Whom an act without an object is aimed at: "opened fire *on* …", "threw stones *at* …"."""

from spacy.tokens import Token

from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma
from rashomon.language.counts.tree import kids
from rashomon.language.events.grammar import prep_objects
from rashomon.language.events.triggers import Trigger

_EACH_OTHER = frozenset({"clash", "meeting", "agreement", "phone-call"})
_TWO_SIDED = _EACH_OTHER | {"riot"}
_LET_FLY = words("grammar_words", use="let-fly")
_NO_ONE = frozenset({"DATE", "TIME", "FAC", "CARDINAL"})


def aimed_at(trigger: Trigger) -> list[Token]:
    """The heads of the phrases that the act is aimed at, of its nearest preposition only.

    "At" aims only what flies: who "opened fire at a party" fired in it.
    """
    if trigger.entry.event_type != "ASSAULT" and trigger.entry.kind not in _TWO_SIDED:
        return []
    for found in (_inside(trigger), prep_objects(trigger.head, *_words(trigger))):
        aims = [t for t in found if t.ent_type_ not in _NO_ONE and t.pos_ != "NUM"]
        if aims:
            return aims
    return []


def aimed_by(verb: Token) -> list[Token]:
    """Whom the things are aimed at that somebody throws or uses: "threw petrol bombs *at* …"."""
    found = prep_objects(verb, "at", "on", "against")
    return [t for t in found if t.ent_type_ not in _NO_ONE and t.pos_ != "NUM"]


def _inside(trigger: Trigger) -> list[Token]:
    """Objects of a preposition that is the trigger's last word: "set fire *to* two shops"."""
    last = trigger.head.doc[trigger.end - 1]
    if last.pos_ not in ("ADP", "PART", "SCONJ") or last == trigger.head:
        return []
    return [t for t in kids(last) if t.dep_ in ("pobj", "pcomp")]


def _words(trigger: Trigger) -> tuple[str, ...]:
    if trigger.entry.kind in _EACH_OTHER:
        return ("with", "against")
    flies = lemma(trigger.head) in _LET_FLY
    return ("at", "on", "against", "into") if flies else ("on", "against")
