"""Did it happen? Negation, plans, hypotheses, allegations that it happened at all."""

from spacy.tokens import Token

from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma
from rashomon.language.counts.tree import kids, lefts
from rashomon.language.events.cues import cues
from rashomon.language.events.grammar import DEPTH, child, clause_verb, has_child
from rashomon.language.events.triggers import Trigger, verb_kind
from rashomon.model.annotations import Modality

_TRIED = words("grammar_words", use="tried")
_IFS = words("grammar_words", use="if")
_MAYBE = words("grammar_words", use="maybe")
_WILL = words("grammar_words", use="will")
_NOBODY = words("grammar_words", use="no-one")
_KNOWN = words("grammar_words", use="definite")
_MATTER = words("grammar_words", use="of-the-matter")


def modality(trigger: Trigger) -> Modality:
    """Whether the event is told of as actual, planned, hypothetical or alleged to have been."""
    head = trigger.head
    if trigger.nominal or trigger.entry.pos == "ADJ":
        found = _of_noun(head)
        if found is not None:
            return found
        if _had_been(head):
            return "actual"
    return _of_verb(clause_verb(head), 0)


def _of_noun(noun: Token) -> Modality | None:
    words = {lemma(c) for c in kids(noun) if c.dep_ in ("amod", "nmod", "compound")} | {
        c.lower_ for c in kids(noun) if c.dep_ == "amod"
    }
    if _any(noun) or (clause_verb(noun).dep_ == "relcl" and _any(clause_verb(noun).head)):
        return "hypothetical"
    if words & cues("planned") and "next" not in words:
        return "planned"
    if words & cues("possible"):
        return "hypothetical"
    if words & cues("alleged"):
        return "alleged"
    prep = noun.head
    if noun.dep_ == "pobj" and prep.lower_ == "of" and lemma(prep.head) in cues("risk"):
        return "hypothetical"
    if noun.dep_ == "pobj" and prep.lower_ == "for" and lemma(prep.head) in ("call", "plan"):
        return "planned"
    return "hypothetical" if _is_a_charge(noun) else None


def _is_a_charge(noun: Token) -> bool:
    """ "Nine were arrested *for public violence*": what the law calls it; "for the attack" names
    what happened."""
    over = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "for" or verb_kind(over) != "arrest":
        return False
    told = any(c.dep_ in ("det", "poss", "nummod") for c in lefts(noun)) or has_child(noun, "prep")
    return not told and noun.pos_ == "NOUN"


def _had_been(noun: Token) -> bool:
    """Whether it is known, and the object of a verb that tells what people did because of it or
    the matter of something else: "blocked the road to *protest against the* killing of a boy",
    "called for a report *about the* raid"."""
    if noun.dep_ not in ("pobj", "dobj") or not is_known(noun):
        return False
    if noun.dep_ == "pobj" and noun.head.lower_ in _MATTER:
        return True
    over = noun.head.head if noun.dep_ == "pobj" else noun.head
    return lemma(over) in cues("past")


def is_known(noun: Token) -> bool:
    """Whether an article or an owner says which one is meant."""
    return any(c.dep_ == "poss" or c.lower_ in _KNOWN for c in lefts(noun))


def _any(noun: Token) -> bool:
    """ "any attack that harms our people": none is told of."""
    return any(c.lower_ == "any" for c in lefts(noun) if c.dep_ == "det")


def _of_verb(verb: Token, depth: int) -> Modality:
    aux = {c.lower_ for c in kids(verb) if c.dep_ == "aux"}
    if any(c.dep_ == "mark" and c.lower_ in _IFS for c in kids(verb)) or _likened(verb):
        return "hypothetical"
    if aux & _MAYBE:
        perfect = any(c.dep_ == "aux" and lemma(c) == "have" for c in kids(verb))
        return "alleged" if perfect and aux & {"may", "might", "could"} else "hypothetical"
    if aux & _WILL:
        return "planned"
    if depth >= DEPTH or verb.head == verb:
        return "actual"
    return _inherited(verb, aux, depth)


def _likened(verb: Token) -> bool:
    """ "It sounded *like a lorry hit* the house": what something else was like."""
    marks = any(c.dep_ == "mark" and c.lower_ == "like" for c in kids(verb))
    return (marks or verb.head.lower_ == "like") and verb.dep_ in ("advcl", "ccomp", "pcomp")


def _inherited(verb: Token, aux: set[str], depth: int) -> Modality:
    head = verb.head
    if "to" in aux and verb.dep_ in ("xcomp", "advcl", "acl", "ccomp", "relcl"):
        if lemma(head) in _TRIED or verb.dep_ in ("advcl", "acl", "relcl"):
            return "hypothetical"
        if lemma(head) in cues("plan") or lemma(head) in ("go", "be"):
            return "planned"
    if verb.dep_ == "pcomp" and lemma(head.head) in ("threaten", "consider", "warn", "accuse"):
        return "actual" if lemma(head.head) == "accuse" else "hypothetical"
    if verb.dep_ == "conj" and not has_child(verb, "nsubj", "nsubjpass"):
        return _of_verb(head, depth + 1)
    if verb.dep_ in ("xcomp", "oprd", "acomp") and head.pos_ in ("VERB", "AUX"):
        return _of_verb(head, depth + 1)
    return "actual"


def negated(trigger: Trigger, recipients: list[tuple[int, int]]) -> bool:
    """Whether the words deny the event or its victims."""
    if "negated" in trigger.entry.flags or _no_one(trigger, recipients):
        return True
    head = trigger.head
    if any(t.dep_ == "neg" for t in head.doc[trigger.start : trigger.end]):  # "did not survive"
        return False
    if trigger.nominal or trigger.entry.pos == "ADJ":
        if _noun_negated(head):
            return True
        verb = clause_verb(head)
        predicative = head.dep_ in ("acomp", "oprd", "attr", "dobj", "xcomp", "nsubj", "nsubjpass")
        said = not trigger.nominal or _any(head) or _says_that_it_was(head, verb)
        return predicative and said and head.head == verb and has_child(verb, "neg")
    return _verb_negated(head)


def _says_that_it_was(noun: Token, verb: Token) -> bool:
    """Whether to deny the verb denies the event: "the raid did not *happen*", "they did not *carry
    out* the raid"; not "the bombing was never *solved*", "the fire did not *cause* deaths"."""
    if noun.dep_ == "nsubj":
        other = child(verb, "dobj", "attr")
        return lemma(verb) in cues("happen") and (other is None or other.lower_ == "place")
    return noun.dep_ == "attr" or lemma(verb) in cues("happen") | cues("do")


def _verb_negated(verb: Token) -> bool:
    if _by_no_one(child(verb, "nsubj", "nsubjpass")):
        return True
    if has_child(verb, "neg") or any(c.lower_ == "without" for c in kids(verb) if c.dep_ == "mark"):
        return True
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ == "without":
        return True
    if verb.dep_ == "conj" and has_child(head, "neg") and not has_child(verb, "nsubj", "nsubjpass"):
        return any(c.lower_ in ("or", "nor") for c in kids(head) if c.dep_ == "cc")
    return verb.dep_ in ("xcomp", "pcomp") and (
        lemma(head) in cues("fail") or (lemma(head.head) in cues("fail") and verb.dep_ == "pcomp")
    )


def _by_no_one(who: Token | None) -> bool:
    """ "*Neither side* opened fire"; not "no fewer than twelve"."""
    if who is None or has_child(who, "nummod"):
        return False
    if who.lower_ in _NOBODY:
        return True
    return any(c.lower_ in ("no", "neither") and c.dep_ == "det" for c in lefts(who))


def _no_one(trigger: Trigger, recipients: list[tuple[int, int]]) -> bool:
    doc = trigger.head.doc
    for start, end in recipients:
        first = doc[start].lower_
        if first == "no" and doc[start + 1 : start + 2].text.lower() in ("fewer", "less"):
            continue
        if first in _NOBODY or first == "no" or (first == "not" and end - start > 1):
            return True
    return False


def _noun_negated(noun: Token) -> bool:
    top = noun
    if top.dep_ == "conj":
        top = top.head
    if any(c.lower_ in ("no", "without") for c in lefts(top)):
        return True
    if top.dep_ != "pobj":
        return False
    prep = top.head
    if prep.lower_ == "without":
        return True
    holder = prep.head
    return (
        prep.lower_ == "of"
        and child(holder, "det") is not None
        and any(c.lower_ == "no" for c in lefts(holder))
    )
