"""What the parse says about a trigger: its subject, its voice, and how far a phrase goes."""

from spacy.tokens import Token

from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma
from rashomon.language.counts.tree import kids, lefts, rights

DEPTH = 6
_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVES = words("grammar_words", use="relative")
_CLAUSAL = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "xcomp"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"})
_INHERIT = frozenset({"conj", "xcomp", "advcl", "oprd", "acomp", "ccomp", "dep"})
_CHARGED = words("grammar_words", use="charged")  # "accused him *of* shooting": he shot
_BLAME = words("grammar_words", use="blame")
REFLEXIVE = words("grammar_words", use="reflexive")


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these dependencies."""
    return next((c for c in kids(token) if c.dep_ in deps), None)


def has_child(token: Token, *deps: str) -> bool:
    """Whether there is a child with one of these dependencies."""
    return child(token, *deps) is not None


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Who or what the verb is said of: its own subject, the antecedent, or one it shares."""
    own = child(verb, *_SUBJECTS)
    if own is None and verb.dep_ == "conj":
        own = _of_helper(verb)
    if own is not None and own.lower_ != "there":
        return _antecedent(verb, own) if own.lower_ in _RELATIVES else own
    if verb.dep_ in ("acl", "relcl"):
        return verb.head if verb.head.pos_ in _NOMINAL else None
    if depth >= DEPTH or verb.head == verb:
        return None
    if verb.dep_ in ("xcomp", "oprd") and has_child(verb.head, "dobj"):
        return child(verb.head, "dobj")
    if verb.dep_ == "pcomp":
        top = verb.head.head
        if top.pos_ not in ("VERB", "AUX"):
            return top if lemma(top.head) in _BLAME and top.dep_ == "dobj" else None
        charged = child(top, "dobj") if verb.head.lower_ in _CHARGED else None
        return charged if charged is not None else subject(top, depth + 1)
    if verb.dep_ in _INHERIT and verb.head.pos_ in ("VERB", "AUX") and own is None:
        return _told_of(verb) if _tacked_on(verb) else subject(verb.head, depth + 1)
    return None


def _of_helper(verb: Token) -> Token | None:
    """The subject that a parse hangs on a helping verb: "two are dead and *one* remains | hurt"."""
    helpers = (c for c in kids(verb) if c.dep_ in ("aux", "auxpass") and c.i < verb.i)
    return next((own for c in helpers if (own := child(c, *_SUBJECTS)) is not None), None)


def _tacked_on(verb: Token) -> bool:
    """Whether a clause in -ing stands behind what somebody says, and tells more of that: "police
    said a man opened fire, *wounding* two"."""
    says = lemma(verb.head) in words("reporting_verbs", "verb")
    return says and verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i


def _told_of(verb: Token) -> Token | None:
    """Of whom it is said, be it the object that the parse takes him for; nobody says a deed."""
    told = child(verb.head, "ccomp")
    return subject(told) if told is not None else child(verb.head, "dobj")


def _antecedent(verb: Token, pronoun: Token) -> Token:
    """What "that" or "who" stands for; a clause read as a complement has it as the object."""
    if verb.dep_ == "relcl":
        return verb.head
    obj = child(verb.head, "dobj") if verb.dep_ == "ccomp" else None
    return obj if obj is not None and obj.i < pronoun.i else pronoun


def passive(verb: Token, headline: bool = True, depth: int = 0) -> bool:
    """Whether the subject suffers the verb: "was shot", "a man killed in".

    ``headline`` also reads a bare past form without an object so: "two shot in Denholm".
    """
    if has_child(verb, "auxpass", "nsubjpass"):
        return True
    if verb.tag_ not in ("VBN", "VBD", "JJ", "NN", "NNP") or has_child(verb, "dobj"):
        return False
    if verb.dep_ in ("acl", "amod", "oprd"):
        return True
    if verb.dep_ == "conj" and not has_child(verb, *_SUBJECTS) and depth < DEPTH:
        return verb.head.pos_ == "VERB" and passive(verb.head, headline, depth + 1)
    if verb.dep_ == "conj" and not has_child(verb, "aux") and has_child(verb.head, "auxpass"):
        return True  # "five were killed and 14 injured"
    if has_child(verb, "agent"):
        return True
    perfect = any(c.dep_ == "aux" and lemma(c) == "have" for c in kids(verb))
    aimed = any(c.dep_ == "prep" and c.lower_ in _AIMED for c in kids(verb))
    return headline and not perfect and not aimed


_AIMED = words("grammar_words", use="aimed")


def phrase(head: Token) -> tuple[int, int]:
    """Token positions [start, end) of a noun phrase with what is coordinated to it, no clauses."""
    start = head.i
    for left in lefts(head):
        if left.dep_ not in _CLAUSAL and left.dep_ not in ("punct", "cc", "advmod", "mark"):
            start = min(start, left.left_edge.i)
        elif left.dep_ == "advmod" and left.i == start - 1:
            start = left.left_edge.i
    return start, _end(head, 0)


def _end(head: Token, depth: int) -> int:
    end = head.i + 1
    for right in rights(head):
        if right.dep_ in _CLAUSAL or depth >= DEPTH:
            break
        if right.dep_ in ("punct", "cc"):
            continue
        if right.dep_ in ("conj", "appos"):
            if right.pos_ not in _NOMINAL or has_child(right, *_SUBJECTS):
                break
            end = max(end, _end(right, depth + 1))
        elif right.dep_ == "prep":
            end = max(end, _prepositional(right, depth))
        else:
            end = max(end, right.right_edge.i + 1)
    return end


def _prepositional(prep: Token, depth: int) -> int:
    if prep.lower_ not in ("of", "including", "from", "with", "plus"):
        return prep.head.i + 1
    obj = child(prep, "pobj")
    return _end(obj, depth + 1) if obj is not None else prep.head.i + 1


def clause_verb(token: Token) -> Token:
    """The verb that governs a word, or the word itself."""
    for _ in range(2 * DEPTH):
        if token.pos_ in ("VERB", "AUX") or token.head == token:
            break
        token = token.head
    return token


def prep_objects(token: Token, *words: str) -> list[Token]:
    """Objects of these prepositions (any of ``words``) that hang on ``token``."""
    return [
        obj
        for prep in kids(token)
        if prep.dep_ in ("prep", "agent") and prep.lower_ in words
        for obj in kids(prep)
        if obj.dep_ in ("pobj", "pcomp")
    ]
