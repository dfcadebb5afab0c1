"""Which nouns count people (``people.tsv``), and which words tell of casualties."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from rashomon.data import lexicon
from rashomon.language.counts.tree import lefts, lemma
from rashomon.language.counts.unlisted import somebody

__all__ = ["PersonNoun", "casualty_lemmas", "is_plural", "lemma", "people", "person_noun"]

NounType = Literal["person", "group", "toll"]
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON", "VERB"})
_TYPES: dict[str, NounType] = {"person": "person", "group": "group", "toll": "toll"}


@dataclass(frozen=True, slots=True)
class PersonNoun:
    """A row of the lexicon, in so far as counting needs it."""

    noun: str
    type: NounType
    role: str
    plural: bool
    child: bool = False


@cache
def people() -> dict[str, PersonNoun]:
    """Noun -> its row; of several words, the last must be looked up with those before it."""
    return {
        row["noun"]: PersonNoun(
            row["noun"],
            _TYPES[row["type"]],
            row["role"],
            row["number"] == "plural",
            row["age_group"] == "child",
        )
        for row in lexicon("people")
    }


@cache
def casualty_lemmas() -> frozenset[str]:
    """Single words whose event counts people ("kill", "wounded", "abduct")."""
    return frozenset(
        row["lemma"] for row in lexicon("events") if row["affects"] and row["pos"] != "PHRASE"
    ) | {"hospital", "condition", "toll"}


def person_noun(token: Token) -> PersonNoun | None:
    """The lexicon's row for this word as a noun, or ``None``."""
    if token.pos_ not in _NOMINAL and token.pos_:
        return None
    if _aged(token):
        return _AGED
    table = people()
    found = table.get(lemma(token)) or table.get(token.lower_) or table.get(_singular(token.lower_))
    if found is None and token.tag_ in ("NNS", "NNPS", "NNP") and token.ent_type_ == "NORP":
        return PersonNoun(_singular(token.lower_), "person", "unknown", True)
    if found is not None and token.pos_ == "VERB" and not (found.plural or _sized(token)):
        return None
    if found is None and somebody(token, table):
        return PersonNoun(lemma(token), "person", "unknown", False)
    return found


def _sized(token: Token) -> bool:
    """ "26 *inmates*", tagged as a verb: it carries a number."""
    return any(child.dep_ == "nummod" for child in lefts(token))


_AGED = PersonNoun("person", "person", "unknown", False)
_AGES = frozenset({"year", "month", "week", "day"})
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "poss"})


def _aged(token: Token) -> bool:
    """ "a 2-year-*old*": an adjective that stands for somebody by its age."""
    if token.lower_ not in ("old", "olds") or token.dep_ not in _PARTS:
        return False
    return any(child.dep_ == "npadvmod" and lemma(child) in _AGES for child in lefts(token))


def _singular(word: str) -> str:
    if word.endswith("men"):
        return f"{word[:-3]}man"
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def is_plural(token: Token, noun: PersonNoun) -> bool:
    """Whether the noun stands for several."""
    return noun.plural or token.tag_ in ("NNS", "NNPS")
