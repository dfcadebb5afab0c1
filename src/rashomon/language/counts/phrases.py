"""The noun phrase around a counted noun, and what it says about the count."""

from spacy.tokens import Token

from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma, person_noun
from rashomon.language.counts.tree import kids, lefts, rights

_ADDITIONAL = words("grammar_words", use="additional")
_ORDINALS = words("grammar_words", use="ordinal")
_CLAUSES = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "parataxis"})
_BEFORE = frozenset(
    {"det", "npadvmod", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet"}
)
_CLIMB = 12
_LIST = 20
_JOINING = words("grammar_words", use="joining")
_CLAUSE_JOINS = frozenset({"and", "while", "but"})
_LISTED = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "NUM", "DET", "CCONJ", "PRON"})


def bounds(head: Token, first: int | None = None) -> tuple[int, int]:
    """Token positions [start, end) of the noun phrase of ``head`` with its of-phrase.

    Clauses, appositions and coordinated nouns are left out; ``first`` widens it to the left.
    """
    start = head.i
    for child in lefts(head):
        if child.dep_ in _BEFORE:
            start = min(start, _first_word(child))
    end = head.i + 1
    for child in rights(head):
        if child.dep_ == "prep" and child.lower_ == "of":
            end = max(end, _object_end(child))
    if first is not None:
        start = min(start, first)
    return start, end


def _first_word(modifier: Token) -> int:
    """Where a modifier begins, without a phrase of its own and a comma before it, which the parse
    took in: "Around noon on Friday, at least 35 *identified* clerks"."""
    own = modifier.doc[modifier.left_edge.i : modifier.i]
    commas = [token.i for token in own if token.text == ","]
    return int(commas[-1] + 1 if commas else modifier.left_edge.i)


def _object_end(prep: Token) -> int:
    end = prep.i + 1
    for obj in kids(prep):
        if obj.dep_ in ("pobj", "pcomp"):
            end = obj.i + 1
            for child in rights(obj):
                if child.dep_ == "prep" and child.lower_ == "of":
                    end = max(end, child.right_edge.i + 1)
    return end


def governor(token: Token) -> Token:
    """The first of the coordinated phrases that ``token`` belongs to."""
    for _ in range(_CLIMB):
        if token.dep_ != "conj" or token.head == token:
            break
        token = token.head
    return token


def is_part(token: Token) -> bool:
    """Whether the phrase is said to be part of another: "including …", "among them …"."""
    first = governor(token)
    head = first.head
    if _whole_again(token):
        return False
    if first.dep_ == "pobj" and lemma(head) in ("include", "including", "among", "amongst"):
        return True
    if first.dep_ in ("dobj", "attr") and lemma(head) == "include":
        return True
    apposed = first.dep_ == "appos" and head.pos_ == "NOUN" and person_noun(head) is not None
    if apposed and any(child.dep_ == "nummod" for child in kids(head)):
        return True
    return _after_among_them(first) or _in_list(first) or _in_brackets(token)


def _in_brackets(token: Token) -> bool:
    """What a number is made of: "25 passengers (14 men, *9 women*)", "dead: 9 (*4 men*)"."""
    doc, at = token.doc, token.left_edge.i
    opened = next((i for i in range(token.i, max(0, token.i - _LIST), -1) if doc[i].text == "("), 0)
    if not opened or any(doc[i].text == ")" for i in range(opened, token.i)):
        return False
    inside = any(each.like_num for each in doc[opened + 1 : token.i])
    before = doc[max(0, opened - 3, token.sent.start) : opened]
    return inside and at > 0 and any(each.like_num for each in before)


def _in_list(token: Token) -> bool:
    """Whether only a list of noun phrases lies between "including" and here, whatever the parse."""
    at = token.left_edge.i - 1
    for word in reversed(list(token.doc[max(0, at - _LIST) : at + 1])):
        if word.lower_ == "including":
            return not _begins_clause(token, word)
        if word.pos_ not in _LISTED and word.lower_ not in _JOINING:
            return False
    return False


def _begins_clause(token: Token, including: Token) -> bool:
    """Whether a clause of its own begins behind the list: "ten died, including two women, and *14
    others* were hurt"; not "ten people, including two women and 14 others, were hurt"."""
    if token.dep_ not in ("nsubj", "nsubjpass") or token.head.i < token.i:
        return False
    start = token.left_edge.i
    joined = start > 0 and token.doc[start - 1].lower_ in _CLAUSE_JOINS
    told = token.doc[token.sent.start : including.i]
    return joined and any(word.pos_ in ("VERB", "AUX") for word in told)


def _whole_again(token: Token) -> bool:
    """Whether it is no part but the whole once more, with another number: "four civilians,
    including two clerks, and up to *six civilians*"."""
    start = token.left_edge.i
    said = [word.lower_ for word in token.doc[max(0, start - 40) : start]]
    if token.tag_ != "NNS" or "including" not in said[-_LIST:]:
        return False
    at = start - said[::-1].index("including") - 1
    whole = [word for word in token.doc[max(0, at - 3) : at] if word.pos_ == "NOUN"]
    return bool(whole) and lemma(whole[-1]) == lemma(token)


def _after_among_them(token: Token) -> bool:
    if any(c.lower_ in ("among", "amongst") for c in lefts(token)):
        return True
    start = token.left_edge.i
    before = [t.lower_ for t in token.doc[max(0, start - 4) : start]]
    while before and before[-1] in (",", "were", "was", "at", "least"):
        before.pop()
    return before[-2:] in (["among", "them"], ["amongst", "them"], ["among", "those"]) or (
        before[-1:] == ["including"]
    )


def is_additional(token: Token, first: int, last: int) -> bool:
    """Whether it adds to others already told of: "two others", "three more", "another man".

    ``first`` and ``last`` are the number's first and last word.
    """
    doc = token.doc
    around = {doc[first].lower_, doc[max(0, first - 1)].lower_} & {"another", "additional"}
    if around and _other_than_doer(token):
        return False
    words = {word.lower_ for word in doc[last + 1 : token.i + 1]}
    after = doc[max(token.i, last) + 1].lower_ if max(token.i, last) + 1 < len(doc) else ""
    return bool(around) or after == "more" or bool(words & (_ADDITIONAL | _ORDINALS))


def _other_than_doer(token: Token) -> bool:
    """ "*A boy* shot *another boy*": another than who did it, whom these words bring up, not than
    somebody harmed before."""
    verb, mine = token.head, person_noun(token)
    if token.dep_ != "dobj" or verb.dep_ == "conj" or mine is None:
        return False
    who = next((child for child in lefts(verb) if child.dep_ == "nsubj"), None)
    doer = person_noun(who) if who is not None else None
    if who is None or doer is None or doer.role == "perpetrator":
        return False
    new = any(child.lower_ in ("a", "an") for child in lefts(who))
    return new and (doer.noun == mine.noun or (doer.child and mine.child))
