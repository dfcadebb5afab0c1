"""Does a sentence tell of what was or of what will be? Read off the verb over an expression."""

from functools import cache
from typing import Literal

from spacy.tokens import Token

from rashomon.data import lexicon

Direction = Literal["past", "future", "unknown"]
_STEPS = 10


@cache
def cues(role: str) -> frozenset[str]:
    """Lemmas with that role in ``lexicon("times_cues")``."""
    return frozenset(row["lemma"] for row in lexicon("times_cues") if row["role"] == role)


def direction(token: Token, before: str) -> Direction:
    """Past or future, from the word before the expression and the verbs above its token."""
    if before in cues("bound"):
        return "future"
    if before == "since":
        return "past"
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX") or token.lemma_.lower() in cues("plan"):
            found = _of_verb(token)
            if found != "unknown":
                return found
        if token.head is token or token.head.i == token.i:
            return "unknown"
        token = token.head
    return "unknown"


def _of_verb(verb: Token) -> Direction:
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    if any(child.lower_ in cues("modal") or child.tag_ == "MD" for child in helpers):
        perfect = any(child.lower_ in ("have", "'ve", "’ve") for child in helpers)
        return "past" if perfect else "future"
    if verb.lemma_.lower() in cues("plan") and verb.tag_ != "VBD":
        return "future"
    if verb.tag_ in ("VBD", "VBN"):
        return "past"
    if any(child.lower_ in ("was", "were", "had", "did") for child in helpers):
        return "past"
    return "unknown"
