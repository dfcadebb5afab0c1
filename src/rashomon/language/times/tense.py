"""Does a sentence tell of what was or of what will be? Read off the verb over an expression."""

from functools import cache
from typing import Literal

from spacy.tokens import Token

from rashomon.data.phrases import words

Direction = Literal["past", "future", "unknown"]
_STEPS = 10


@cache
def cues(role: str) -> frozenset[str]:
    """Lemmas with that role in ``lexicon("times_cues")``."""
    return words("times_cues", "lemma", role=role)


def direction(token: Token, before: str) -> Direction:
    """Past or future, from the word before the expression and the verbs above its token."""
    if before == "since":
        return "past"
    told = _of_verbs(token)
    if before in cues("bound"):
        return "past" if told == "past" and _perfect(token.head) else "future"
    return told


def _perfect(token: Token) -> bool:
    """Whether "had" stands with the verb over the preposition: "until Monday it had not"."""
    return any(child.lower_ == "had" for child in token.head.children)


def _of_verbs(token: Token) -> Direction:
    if token.dep_ == "poss":
        return "unknown"  # "Friday's vote" is told by its noun
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX") or token.lemma_.lower() in cues("plan"):
            found = _of_verb(token)
            if found != "unknown" or (token.dep_ == "advcl" and _present(token)):
                return found
        if token.head.i == token.i:
            return "unknown"
        token = token.head
    return "unknown"


def _present(verb: Token) -> bool:
    """Whether its clause is told in the present: "when the case is heard in May"."""
    helpers = (child.lower_ for child in verb.lefts if child.dep_ in ("aux", "auxpass"))
    return verb.tag_ in ("VBZ", "VBP") or any(word in cues("present") for word in helpers)


def _of_verb(verb: Token) -> Direction:
    helpers = [child.lower_ for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    if any(word in cues("modal") for word in helpers):
        perfect = any(word in ("have", "'ve", "’ve") for word in helpers)
        return "past" if perfect else "future"
    if "to" in helpers:
        ahead = verb.head.lemma_.lower() in cues("plan") or verb.dep_ in ("relcl", "acl")
        if ahead and (_perfect(verb.head) or _perfect(verb.head.head)):
            return "past"  # "it had been due to end Friday"
        due = verb.head.lemma_ == "be" and verb.lemma_.lower() not in cues("at_fault")
        return "future" if ahead or due else "unknown"
    if any(word in cues("perfect") for word in helpers):
        return "past"
    if verb.tag_ == "VBN" and verb.lemma_.lower() in cues("sought"):
        return "unknown"  # "is wanted in the shooting on Friday"
    if verb.lemma_.lower() in cues("plan") and verb.tag_ != "VBD":
        return "past" if _perfect(verb) or _perfect(verb.head) else "future"
    if verb.tag_ in ("VBZ", "VBP") and verb.lemma_.lower() in cues("begin"):
        return "future"
    if (
        verb.tag_ == "VBN"
        and any(word in cues("present") for word in helpers)
        and len(helpers) == 1
    ):
        return "unknown"
    if verb.tag_ in ("VBD", "VBN"):
        return "past"
    return "past" if any(word in ("was", "were", "had", "did") for word in helpers) else "unknown"
