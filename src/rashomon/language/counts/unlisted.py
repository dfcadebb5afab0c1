"""People whom no list names: "two *shearers* were killed", "a *roadie* who died".

No list has every trade. Who is killed, hurt or abducted and counted is taken for somebody where the
word or what stands beside it says so (``person_evidence.tsv``); laws, languages and states are
"killed" and "hurt" too.
"""

from collections.abc import Collection
from functools import cache

from spacy.tokens import Token

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.language.counts.tree import kids, lefts, lemma, rights

_LIVING = ("killed", "injured", "abducted", "arrested")
_NOMINAL = ("NOUN", "PROPN")
_CHAIN = 4
_STEM = 3  # letters before an ending
_ARTICLES = frozenset({"a", "an", "another"})
_WHO = words("grammar_words", use="who")


def somebody(token: Token, known: Collection[str]) -> bool:
    """Whether a noun stands for people: the counted victims of a verb of harm, with evidence.

    ``known`` are the nouns of people; one in the same list is evidence.
    """
    noun, top = lemma(token), _governed(token)
    short = _members(token)
    if (token.tag_ not in ("NN", "NNS") and not short) or not token.is_alpha:
        return False
    if words("not_people", "noun") & {noun, lemma(top)}:
        return False
    if short and token.dep_ == "conj" and lemma(token.head) in known:
        return True  # "14 soldiers and *five VDP*", whatever they hang on
    stands = _harms().get(lemma(top.head))
    suffers = top.dep_ in ("nsubjpass", "dobj") or (top.dep_ == "nsubj" and stands)
    if stands is None or not suffers or not (_counted(token) or _numbered(token) or short):
        return False
    return (
        short
        or _by_verb(top)
        or _by_ending(noun)
        or _by_words(token)
        or _by_list(token, top, known)
    )


def _members(token: Token) -> bool:
    """Those who go by the short name of their body: "*five VDP* were killed", "*12 PKK*"."""
    name = token.text.removesuffix("s")
    number = next((child for child in lefts(token) if child.dep_ == "nummod"), None)
    several = number is not None and number.lower_ not in ("one", "1")
    return several and name.isupper() and len(name) in range(2, 7) and token.pos_ in _NOMINAL


@cache
def _harms() -> dict[str, str]:
    """Verbs that are done to the living, each with where its victim stands."""
    rows = (row for row in lexicon("events") if row["pos"] == "VERB" and row["affects"] in _LIVING)
    return {row["lemma"]: row["victim"] for row in rows}


def _evidence(use: str) -> frozenset[str]:
    return words("person_evidence", use=use)


def _by_verb(top: Token) -> bool:
    return lemma(top.head) in _evidence("verb")


def _by_ending(noun: str) -> bool:
    return any(noun.endswith(e) and len(noun) >= len(e) + _STEM for e in _evidence("ending"))


def _by_words(token: Token) -> bool:
    """Who it is, of what age, or a name: "two welts, *who* …", "a roadie, *34*", "*elderly* …"."""
    if any(lemma(c) in _evidence("adjective") for c in lefts(token)):
        return True
    behind = list(rights(token))
    named = any(c.dep_ == "appos" and c.ent_type_ == "PERSON" for c in behind)
    who = any(c.dep_ == "relcl" and any(g.lower_ in _WHO for g in kids(c)) for c in behind)
    return named or who or _aged(token)


def _aged(token: Token) -> bool:
    behind = token.doc[token.i + 1 : token.i + 4]
    if behind.text.startswith(("aged", ", aged")):
        return True
    return len(behind) == 3 and behind[0].text == behind[2].text == "," and behind[1].like_num


def _by_list(token: Token, top: Token, known: Collection[str]) -> bool:
    """ "Two lumpers and *a nurse*"."""
    others = [each for each in (*kids(token), top) if each.dep_ == "conj" or each == top]
    return any(lemma(each) in known for each in others if each != token)


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
    return number.lower_ in _evidence("lead")


def _counted(token: Token) -> bool:
    """Whether a number stands before several, or an article before one: bare words are often
    something else, and so is "the 2300 block"."""
    if token.tag_ == "NNS":
        return any(child.dep_ == "nummod" for child in lefts(token))
    return any(child.dep_ == "det" and child.lower_ in _ARTICLES for child in lefts(token))
