"""Attributions by counting: "which puts the dead at five", "by the hospital's count".

Who gives a figure is as good as said by whom it is given, though no verb of speech stands there.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from rashomon.data.phrases import words
from rashomon.language.attributions.drafts import Draft, Range, cue_of, having, is_passive, trim
from rashomon.language.attributions.lexicons import cues, roles
from rashomon.language.attributions.subjects import noun_before, subject_of
from rashomon.language.counts.people import casualty_lemmas

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_BODIES = frozenset({"ORG", "GPE", "NORP", "PERSON"})
_REACH = 14  # words from the verb to "at"
_COUNTED = frozenset({"NOUN", "ADJ", "PROPN"})
_BORDERS = frozenset({".", ";", ":", "!", "?"})


def tally_drafts(doc: Doc) -> Iterator[Draft]:
    """All attributions by verbs and nouns of counting."""
    for index in having(doc, "TAG", _VERB_TAGS):
        verb = doc[index]
        lemma = verb.lemma_.lower()
        if lemma in cues("puts-at"):
            yield from _puts_at(verb, "at")
        elif lemma in cues("gives-as") and _at(verb, "as") is not None:
            yield from _puts_at(verb, "as")
        elif lemma in cues("counts") | cues("gives") and not is_passive(verb, verb.children):
            yield from _counts(verb)
    for index in having(doc, "LOWER", cues("tally")):
        yield from _tallied(doc[index])


def _draft(head: Token, source: Range, pieces: Iterator[Range | None]) -> Iterator[Draft]:
    content = [piece for piece in pieces if piece is not None]
    if content:
        yield Draft(head.i, "tally", cue_of(head), source, content)


def _puts_at(verb: Token, word: str) -> Iterator[Draft]:
    """ "The office puts the number of dead at six", "gives it as six": a figure behind "at" or "as"
    of what can be counted."""
    at = _at(verb, word)
    source = subject_of(verb)
    if at is None or source is None or source[0] > verb.i:
        return
    end = _clause_end(verb, at)
    if _gauged(verb, at, end):
        yield from _draft(verb, source, iter([trim(verb.doc, verb.i + 1, end)]))


def _at(verb: Token, word: str) -> int | None:
    """The last "at" (or "as") with a number behind it in the verb's clause."""
    doc, at = verb.doc, None
    for index in range(verb.i + 1, min(verb.sent.end, verb.i + _REACH)):
        if doc[index].text in _BORDERS or doc[index].text == ",":
            break
        if doc[index].lower_ == word and _number_behind(doc, index):
            at = index
    return at


def _clause_end(verb: Token, at: int) -> int:
    """Where the clause goes on to something else: "*while* the mayor spoke of 20"."""
    doc, end = verb.doc, at + 1
    while end < verb.sent.end and doc[end].text not in _BORDERS and not _comma(doc, end):
        if _opens_clause(doc[end], verb):
            break
        end += 1
    return end


def _opens_clause(token: Token, verb: Token) -> bool:
    """A word that opens another clause or a second verb beside this one."""
    joins = token.dep_ == "cc" and token.head == verb
    return joins or token.dep_ == "mark" or token.tag_ == "WRB"


def _gauged(verb: Token, at: int, end: int) -> bool:
    """Whether it is people harmed, a toll or a crowd that is put so: what stands before "at"
    without a number of its own, or behind the figure ("puts at 14 the *miners* who died")."""
    doc = verb.doc
    before = [t for t in doc[verb.i + 1 : at] if t.dep_ != "amod"]
    if not before:
        return _any_of(doc[at + 1 : end], cues("counted") | casualty_lemmas())
    numbered = any(t.like_num or t.pos_ == "NUM" for t in before)
    return not numbered and _any_of(before, cues("gauged"))


def _any_of(tokens: Iterable[Token], wanted: frozenset[str]) -> bool:
    return any(t.lemma_.lower() in wanted or t.lower_ in wanted for t in tokens)


def _comma(doc: Doc, index: int) -> bool:
    return doc[index].text == "," and bool(doc[index].whitespace_)


def _number_behind(doc: Doc, at: int) -> bool:
    behind = doc[at + 1 : at + 5]
    return any(token.like_num or token.pos_ == "NUM" for token in behind)


def _counts(verb: Token) -> Iterator[Draft]:
    """ "The clinic registered 14 bodies": somebody counts people, and says how many."""
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    source = subject_of(verb)
    if thing is None or source is None or not _is_number_of_people(verb, thing):
        return
    head = verb.doc[source[0] : source[1]].root
    if source[0] > verb.i or not _may_count(head):
        return
    start, end = thing.left_edge.i, thing.right_edge.i + 1
    yield from _draft(verb, source, iter([trim(verb.doc, max(start, verb.i + 1), end)]))


def _is_number_of_people(verb: Token, thing: Token) -> bool:
    """ "Counted *nine bodies*", "gave *a toll of nine*"; who gives nine men a meal counts none."""
    numbered = any(c.dep_ == "nummod" or c.like_num for c in thing.subtree)
    counts = verb.lemma_.lower() in cues("counts")
    return numbered and thing.lemma_.lower() in cues("counted" if counts else "given")


def _may_count(head: Token) -> bool:
    """A body or person, no "earthquake" and no pronoun that stands for one."""
    if head.lower_ in cues("first-person") or head.lower_ in cues("relative"):
        return True
    noun = head.lemma_.lower()
    named = head.pos_ == "PROPN" or head.ent_type_ in _BODIES
    return named or noun in roles() or noun in words("name_nouns", "noun", position="tail")


def _tallied(noun: Token) -> Iterator[Draft]:
    """ "By the hospital's count", "the union's toll of nine", "whose count stands at five"."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is None:
        return
    doc, sentence = noun.doc, noun.sent
    source = _owner(owner)
    if source is None:
        return
    first = noun.left_edge.i
    if first > sentence.start and doc[first - 1].lower_ in ("by", "on"):
        before = trim(doc, sentence.start, first - 1)
        after = trim(doc, noun.right_edge.i + 1, sentence.end)
        yield from _draft(noun, source, iter([before, after]))
        return
    end = _end_of_number(noun)
    if end is not None:
        yield from _draft(noun, source, iter([trim(doc, noun.i, end)]))


def _owner(owner: Token) -> Range | None:
    if owner.lower_ in cues("relative"):  # "the union, whose count stands at five"
        clause = next((a for a in owner.ancestors if a.dep_ == "relcl"), None)
        return noun_before(clause) if clause is not None else None
    last = owner.right_edge
    return trim(owner.doc, owner.left_edge.i, last.i + (last.tag_ != "POS"))


def _end_of_number(noun: Token) -> int | None:
    """Behind the number in "count of five", "toll stands at five dead", "list has 58 names"."""
    doc = noun.doc
    for index in range(noun.i + 1, min(noun.sent.end, noun.i + 6)):
        if doc[index].text in _BORDERS or doc[index].text == ",":
            return None
        if doc[index].like_num:
            end = index + 1
            while end < noun.sent.end and doc[end].pos_ in _COUNTED:
                end += 1
            return end
    return None
