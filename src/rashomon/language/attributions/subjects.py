"""Whose words: the subject of a verb, looked for along the parse."""

from spacy.tokens import Doc, Token

from rashomon.data.phrases import words
from rashomon.language.attributions.drafts import Range, is_verbal, reach, trim
from rashomon.language.attributions.lexicons import cues, roles, verbs

_STEPS = 6  # how far up the parse a subject may be shared
_LONGEST = 45  # words of a source; a longer one is a misparse and cut at the first comma
_CHAIN = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "parataxis", "dep", "prep", "aux"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_IN_NAME = frozenset({"PROPN", "DET", "PRON", "ADJ", "NOUN"})
_BEFORE_VERB = frozenset({"aux", "advmod", "neg"})
_DASHES = frozenset({"—", "–", "--", "-"})
_OPENED_BY = {")": frozenset({"("}), ",": frozenset({","}), **dict.fromkeys(_DASHES, _DASHES)}
_WIDEST_ASIDE = 40  # words between the marks around an aside
_BEFORE_NUMBER = 3  # words up to the number of "at least ten"
_FEWEST_AND_SOURCE = 6  # words of "two of them, police"
_EXPLETIVE = frozenset({"it", "there"})


def subject_of(verb: Token) -> Range | None:
    """The words that name who does ``verb``, or ``None``.

    A verb without a subject shares that of the verb it hangs on ("… said, adding that");
    a participle after a noun has the noun ("a statement saying that").
    """
    quoted = _quoted(verb)
    if quoted is not None:
        return quoted
    token = verb
    for _ in range(_STEPS):
        found = own_subject(token)
        if found is not None and _speaks_on(verb, token, found):
            found = own_subject(token.head) or found
        if found is not None:
            return None if _is_empty(token, verb, found) else found
        if token.dep_ in ("acl", "relcl"):
            if not _after_comma(token):
                return noun_before(token)
            token = _verb_above(token)  # "… told reporters at the quay, adding that …"
            continue
        if token.dep_ not in _CHAIN or token.head.i == token.i:
            return None
        token = token.head
    return None


def _quoted(verb: Token) -> Range | None:
    """Who is quoted: "the agency quoted *the mayor* as saying …"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as" or verb.tag_ != "VBG":
        return None
    quoting = verb.head.head
    said = next((c for c in quoting.rights if c.dep_ == "dobj" and c.i < verb.i), None)
    return without(said, quoting) if said is not None else None


def _speaks_on(verb: Token, told: Token, subject: Range) -> bool:
    """Whether a verb of speech goes on from the one above what is told, whose subject speaks to
    nobody: "he told reporters the attackers had fled *and blamed* their hosts"."""
    says = verb.tag_ == "VBD" and told.i != verb.i and told.dep_ == "ccomp"
    if not says or told.head.tag_ != "VBD" or (told.tag_ == "VBD" and not _has_helper(told)):
        return False
    table = verbs()
    both = [table.get(token.lemma_.lower()) for token in (verb, told.head)]
    root = told.doc[subject[0] : subject[1]].root
    tells = all(entry is not None for entry in both)
    return tells and root.pos_ == "NOUN" and root.lemma_.lower() not in roles()


def _has_helper(verb: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") for child in verb.lefts)


def beside(verb: Token) -> Range | None:
    """Who stands next to a finite verb for which the parse has no subject.

    The name across an aside ("Orr — who was at the quay — said"), else the name that follows
    ("recalled Mr. Orr").
    """
    if verb.tag_ not in _FINITE or verb.dep_ in ("acl", "relcl"):
        return None
    return _across_aside(verb) or _following(verb)


def _across_aside(verb: Token) -> Range | None:
    doc, last = verb.doc, verb.i - 1
    first = verb.sent.start
    while last > first and doc[last].head.i == verb.i and doc[last].dep_ in _BEFORE_VERB:
        last -= 1
    opening = _OPENED_BY.get(doc[last].text) if last > first else None
    if opening is None:
        return None
    for index in range(last - 2, max(first, last - _WIDEST_ASIDE), -1):
        if doc[index].text in opening:
            noun = doc[index - 1]
            if index > first and noun.pos_ in _NOMINAL:
                return trim(doc, max(first, noun.left_edge.i), index)
            return None
    return None


def _following(verb: Token) -> Range | None:
    doc, end = verb.doc, verb.i + 1
    while end < len(doc) and doc[end].pos_ in _IN_NAME and not doc[end].is_sent_start:
        end += 1
    names = end > verb.i + 1 and doc[end - 1].pos_ in _NOMINAL
    return trim(doc, verb.i + 1, end) if names else None


def _is_empty(above: Token, verb: Token, found: Range) -> bool:
    """ "It is important to note that …": nobody notes."""
    first = above.doc[found[0]]
    return above.i != verb.i and first.lower_ == "it" and above.lemma_ == "be"


def own_subject(verb: Token) -> Range | None:
    """The subject among the words that hang on the verb itself."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ not in _EXPLETIVE | {""}:
            return without(child, verb)
        if child.dep_ in ("nsubj", "nsubjpass") and child.lower_ == "it":
            return (child.i, child.i + 1)
    return None


def agent_of(verb: Token) -> Range | None:
    """Who does it in the passive: "by …"."""
    for child in verb.children:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            for thing in child.children:
                if thing.dep_ == "pobj":
                    found = without(thing, verb)
                    return _accusing(thing, found) if _lays(verb) else found
    return None


def _lays(verb: Token) -> bool:
    """Whether it is a verb of blame, behind which "on" tells who is accused."""
    return verb.lemma_ in words("charges", "verb", frame="blame")


def _accusing(agent: Token, found: Range | None) -> Range | None:
    """The accuser without the accused: "blamed by his family | *on the Front*"."""
    on = next((c.i for c in agent.children if c.lower_ == "on" and c.i > agent.i), None)
    return found if found is None or on is None else (found[0], min(found[1], on))


def noun_before(participle: Token) -> Range | None:
    """The noun that a participle or relative clause hangs on, up to the participle."""
    noun = participle.head
    start = noun.left_edge.i
    end = min(participle.left_edge.i, noun.right_edge.i + 1)
    return trim(noun.doc, start, max(end, noun.i + 1))


def without(phrase: Token, verb: Token) -> Range | None:
    """The whole phrase, never across the verb, and cut where it is too long to be a source."""
    start, end = reach(phrase)
    if start <= verb.i < end:
        start, end = (start, verb.i) if phrase.i < verb.i else (verb.i + 1, end)
    if phrase.i < verb.i:  # "said the mayor, who had left the ferry early" is named with all that
        end = min(end, _aside(phrase))
    if end - start > _LONGEST:
        start, end = _cut(phrase, start, end)
    return trim(phrase.doc, _behind_some(phrase.doc, start, end), end)


def _behind_some(doc: Doc, start: int, end: int) -> int:
    """Where the source begins behind those that are told of, which the parse took for its front:
    "killing five, *two of them nurses*, the ministry said", "killing *at least ten people including
    a guard*, officials said"."""
    if end - start < _FEWEST_AND_SOURCE:
        return start
    number = next((i for i in range(start, start + _BEFORE_NUMBER) if doc[i].like_num), None)
    if number is None or _may_speak(doc[min(number + 1, end - 1)]):
        return start
    comma = next((i for i in range(number + 3, end - 1) if doc[i].text == ","), None)
    if comma is None or not any(token.lemma_.lower() in roles() for token in doc[comma + 1 : end]):
        return start
    return comma + 1


def _may_speak(token: Token) -> bool:
    """Whether the noun is for those who speak: "two *officials*", no mere "people"."""
    return token.lemma_.lower() in roles() and token.lower_ not in cues("anybody")


def _aside(phrase: Token) -> int:
    """Where a clause after a comma begins ("…, who had left the ferry early")."""
    for child in phrase.rights:
        if child.dep_ in ("relcl", "acl", "advcl") and child.i > phrase.i and _after_comma(child):
            return child.left_edge.i
    return phrase.right_edge.i + 1


def _after_comma(clause: Token) -> bool:
    first = clause.left_edge.i
    return first > 0 and clause.doc[first - 1].text == ","


def _verb_above(token: Token) -> Token:
    for _ in range(_STEPS):
        if token.head.i == token.i:
            return token
        token = token.head
        if is_verbal(token):
            return token
    return token


def _cut(phrase: Token, start: int, end: int) -> Range:
    doc = phrase.doc
    first = next((i for i in range(phrase.i, start, -1) if doc[i - 1].text == ","), start)
    last = next((i for i in range(phrase.i, end) if doc[i].text == ","), end)
    return first, last
