"""Which event a trigger is part of by grammar: "killed *in the strikes*"."""

from spacy.tokens import Token

from rashomon.data.kinds import kind
from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma
from rashomon.language.counts.tree import kids
from rashomon.language.events.cues import cues
from rashomon.language.events.grammar import DEPTH, child, has_child, subject
from rashomon.language.events.triggers import Trigger

_IN = words("grammar_words", use="within")
_WHEN = words("grammar_words", use="at-that-time")
_FOR = words("grammar_words", use="held-for")
# "stormed the post after soldiers killed two": what comes after such a word came before.
_EARLIER = words("grammar_words", use="came-before")
_ANSWERS = words("grammar_words", use="answer")  # "in revenge for the raid": not in it
_CLAUSES = frozenset({"advcl", "conj", "acl", "relcl", "xcomp", "ccomp", "pcomp", "prep"})
# Of two tied events the one told with such a word is the outcome, the other the incident.
_OUTCOMES = frozenset({"killing", "death", "injury", "casualties", "missing", "displacement"})
_COURTS = frozenset({"legal", "charge", "hearing"})
_OUTCOMES_TOO = _COURTS | {"arrest", "evacuation", "destruction", "kidnapping"}
_BOMBS = frozenset({"bombing", "suicide-bombing", "attack"})
_TELLING = _COURTS | {"statement", "accusation", "criticism", "meeting", "verdict"}


class Ties:
    """Looks up triggers by the word that carries their grammar."""

    __slots__ = ("_by_head",)

    def __init__(self, triggers: list[Trigger]) -> None:
        """Index all ``triggers`` of one document."""
        self._by_head: dict[int, Trigger] = {}
        for trigger in triggers:
            for position in range(trigger.start, trigger.end):
                self._by_head[position] = trigger
            self._by_head[trigger.head.i] = trigger

    def of(self, trigger: Trigger) -> int | None:
        """The start of the trigger whose event ``trigger`` is part of, or ``None``."""
        if trigger.entry.kind in _TELLING:
            return None
        if trigger.head.dep_ == "amod" and trigger.entry.kind == "labour-strike":
            return self._who_they_are(trigger)
        for word in self._related(trigger):
            other = self._by_head.get(word.i)
            if other is not None and other is not trigger and self._incident(other, trigger):
                return other.at
        return None

    def _who_they_are(self, trigger: Trigger) -> int | None:
        """ "Police dispersed *striking* teachers": the nearest event of the sentence is what they
        are told of for."""
        near = {t.at: t for t in self._by_head.values() if t.head.sent == trigger.head.sent}
        others = [at for at, t in near.items() if kind(t.entry.kind).role == "event"]
        others.remove(trigger.at)
        return min(others, key=lambda at: abs(at - trigger.at), default=None)

    def _incident(self, other: Trigger, trigger: Trigger) -> bool:
        if other.entry.kind in _TELLING:
            return False
        if other.entry.kind in _OUTCOMES:
            return False
        if trigger.entry.kind == "explosion":
            return other.entry.kind in _BOMBS
        if trigger.entry.kind in _OUTCOMES:
            return True
        if trigger.affects is not None and other.affects is None:
            return other.entry.kind not in _OUTCOMES_TOO
        return trigger.entry.kind in _OUTCOMES_TOO and other.entry.kind not in _OUTCOMES_TOO

    def _related(self, trigger: Trigger) -> list[Token]:
        """Words that may carry the other event, nearest in grammar first."""
        head = trigger.head
        found = _held_for(head) if trigger.entry.kind in _OUTCOMES_TOO else []
        found += _below(head)
        who = subject(head) if head.pos_ in ("VERB", "AUX") else None
        if who is not None:
            found.append(who)
            found += [c for c in kids(who) if c.dep_ in ("compound", "acl")]
        return found + _above(head)


def _held_for(head: Token) -> list[Token]:
    """ "Arrested *over* the collision", "*in connection with* the raid": what that was for."""
    found: list[Token] = []
    for prep in kids(head):
        if prep.dep_ == "prep" and prep.lower_ in _FOR:
            found += [each for each in kids(prep) if each.dep_ == "pobj"]
            found += [o for each in kids(prep) for p in kids(each) for o in kids(p)]
    return [each for each in found if each.pos_ in ("NOUN", "PROPN")]


def _below(head: Token, depth: int = 0) -> list[Token]:
    found: list[Token] = []
    for kid in kids(head):
        if kid.dep_ in ("prep", "agent") and kid.lower_ in _IN and not _later(kid):
            for obj in kids(kid):
                if lemma(obj) in _ANSWERS:
                    continue
                found.append(obj)
                found += [c for c in kids(obj) if c.dep_ in ("conj", "compound")][:4]
                if obj.dep_ == "pobj":
                    found += [o for p in kids(obj) if p.dep_ == "prep" for o in kids(p)][:2]
        elif kid.dep_ == "advcl" and any(
            c.lower_ in _WHEN for c in kids(kid) if c.dep_ in ("advmod", "mark")
        ):
            found.append(kid)
            found += [c for c in kids(kid) if c.dep_ in ("dobj", "nsubj", "conj", "xcomp")]
        elif kid.dep_ in ("compound", "dobj") and head.pos_ != "PRON":
            found.append(kid)
        elif kid.dep_ == "conj" and kid.pos_ == head.pos_ and depth == 0:
            found += _below(kid, 1)  # "killed and nine hurt *when* …"
    return found


def has_mark(clause: Token, words: frozenset[str]) -> bool:
    """Whether the clause is opened by one of these words."""
    return any(c.lower_ in words for c in kids(clause) if c.dep_ in ("mark", "advmod"))


def _later(prep: Token) -> bool:
    """ "days after the attack": later than it, not in it."""
    return prep.lower_ == "after" and has_child(prep, "npadvmod", "advmod")


def _above(head: Token) -> list[Token]:
    """Up the clauses that hold this one: "opened fire, *wounding* five"."""
    found: list[Token] = []
    token = head
    for _ in range(DEPTH):
        if token.head == token:
            break
        climbs = token.dep_ in _CLAUSES or (
            token.dep_ in ("oprd", "acomp", "dobj", "attr", "pobj", "nsubj")
            and lemma(token.head) in cues("light")
        )
        if not climbs:
            break
        if token.dep_ == "ccomp" and lemma(token.head) not in cues("light"):
            break
        if token.dep_ == "advcl" and has_mark(token, _EARLIER):
            break
        relative = token.dep_ in ("relcl", "acl")
        token = token.head
        found.append(token)
        if relative and token.dep_ == "pobj":  # "strikes on Sunday that killed …"
            found.append(token.head.head)
        if token.pos_ == "VERB":
            found += _below(token)
            who = subject(token)
            found += [who] if who is not None else []
            found += [c for c in kids(token) if c.dep_ == "dobj"]
        if token.pos_ == "ADP":
            obj = child(token, "pobj")
            found += [obj] if obj is not None else []
    return found
