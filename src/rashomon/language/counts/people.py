"""Which nouns count people (``people.tsv``), and which words tell of casualties."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.language.counts.tree import lefts

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


@cache
def people() -> dict[str, PersonNoun]:
    """Noun -> its row; of several words, the last must be looked up with those before it."""
    return {
        row["noun"]: PersonNoun(
            row["noun"], _TYPES[row["type"]], row["role"], row["number"] == "plural"
        )
        for row in lexicon("people")
    }


@cache
def casualty_lemmas() -> frozenset[str]:
    """Single words whose event counts people ("kill", "wounded", "abduct")."""
    return frozenset(
        row["lemma"] for row in lexicon("events") if row["affects"] and row["pos"] != "PHRASE"
    ) | {"hospital", "condition", "toll"}


def lemma(token: Token) -> str:
    """The dictionary form, lower case; the word itself where the pipeline gives none."""
    return (token.lemma_ or token.text).lower()


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
    return found or _harmed(token)


_LIVING = ("killed", "injured", "abducted", "arrested")
_CHAIN = 4


@cache
def _harms() -> dict[str, str]:
    """Verbs that are done to the living, each with where its victim stands."""
    rows = (row for row in lexicon("events") if row["pos"] == "VERB" and row["affects"] in _LIVING)
    return {row["lemma"]: row["victim"] for row in rows}


def _harmed(token: Token) -> PersonNoun | None:
    """ "two *dockers* were killed", "a *stevedore* died": no list names every trade, but who is
    killed, hurt or abducted is somebody, unless ``not_people.tsv`` says otherwise."""
    noun, top = lemma(token), _governed(token)
    if token.tag_ not in ("NN", "NNS") or not token.is_alpha:
        return None
    if words("not_people", "noun") & {noun, lemma(top)}:
        return None
    stands = _harms().get(lemma(top.head))
    suffers = top.dep_ in ("nsubjpass", "dobj") or (top.dep_ == "nsubj" and stands)
    if stands is None or not suffers or not (_counted(token) or _numbered(token)):
        return None
    return PersonNoun(noun, "person", "unknown", False)


def _governed(token: Token) -> Token:
    """What the noun hangs by on its verb: "*dozens* of dockers", "*welders* and dockers"."""
    top = token
    for _ in range(_CHAIN):
        if top.dep_ == "conj":
            top = top.head
        elif top.dep_ == "pobj" and top.head.lower_ == "of":
            top = top.head.head
        else:
            break
    return top


def _numbered(token: Token) -> bool:
    """ "*dozens* of dockers", "a *number* of dockers", "*two* of the dockers"."""
    if token.dep_ != "pobj" or token.head.lower_ != "of":
        return False
    number = token.head.head
    if number.pos_ == "NUM" or number.lower_ in words("vague_numbers", "words"):
        return True
    return number.lower_ in ("number", "couple", "pair")


def _counted(token: Token) -> bool:
    """Whether a number stands before several, or an article before one: bare words are often
    something else, and so is "the 2300 block"."""
    if token.tag_ == "NNS":
        return any(child.dep_ == "nummod" for child in lefts(token))
    return any(child.dep_ == "det" and child.lower_ in _COUNTING for child in lefts(token))


_COUNTING = frozenset({"a", "an", "another"})


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
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def is_plural(token: Token, noun: PersonNoun) -> bool:
    """Whether the noun stands for several."""
    return noun.plural or token.tag_ in ("NNS", "NNPS")
