"""Attributions whose cue is a noun or an adjective: "the claim that", "confident that"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.language.attributions.drafts import Draft, Range, draft, having, reach, trim
from rashomon.language.attributions.extents import other_ends
from rashomon.language.attributions.lexicons import Entry, adjectives, cues, nouns, verbs
from rashomon.language.attributions.subjects import subject_of


def noun_drafts(doc: Doc) -> Iterator[Draft]:
    """All attributions by nouns and adjectives."""
    by_noun, by_adjective = nouns(), adjectives()
    for index in having(doc, "POS", ("NOUN", "ADJ")):
        token = doc[index]
        if token.pos_ == "NOUN":
            entry = by_noun.get(token.lemma_.lower())
            if entry is not None:
                yield from _by_frames(token, entry, _owner(token))
            yield from _in_a_statement(token)
        elif token.pos_ == "ADJ" and token.dep_ in ("acomp", "conj", "advcl", "ROOT", "amod"):
            entry = by_adjective.get(token.lemma_.lower())
            if entry is not None:
                yield from _by_frames(token, entry, _feeler(token))


def _in_a_statement(noun: Token) -> Iterator[Draft]:
    """ "The owner said in a statement that …": the clause is what the verb has."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or verb.pos_ != "VERB":
        return
    entry = verbs().get(verb.lemma_.lower())
    if entry is None or "that" not in entry.frames:
        return
    for clause in noun.rights:
        if _frame(clause) == "that":
            span = trim(noun.doc, *reach(clause))
            if span is not None:
                yield draft(verb, "that", entry, subject_of(verb), span)


def _by_frames(cue: Token, entry: Entry, source: Range | None) -> Iterator[Draft]:
    for child in cue.rights:
        frame = _frame(child)
        if frame in entry.frames:
            start, end = reach(child)
            span = trim(cue.doc, start + (child.dep_ == "prep"), end)
            if span is not None:
                made = draft(cue, f"n:{frame}", entry, source, span, key=frame)
                yield made
                yield from other_ends(cue, made)


def _frame(child: Token) -> str:
    if child.dep_ in ("acl", "ccomp", "xcomp", "advcl", "relcl"):
        words = [c.lower_ for c in child.lefts]
        if "to" in words and child.dep_ != "relcl":
            return "inf"
        finite = child.dep_ == "ccomp" or "that" in words or "whether" in words
        return "that" if finite and child.dep_ != "relcl" else ""
    return child.lower_ if child.dep_ == "prep" else ""


def _owner(noun: Token) -> Range | None:
    """ "Esper's claim", "a claim by Esper", "Esper made the claim"."""
    for child in noun.children:
        if child.dep_ == "poss":
            start, end = reach(child)
            last = noun.doc[end - 1]
            return trim(noun.doc, start, end - 1 if last.tag_ == "POS" else end)
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return trim(noun.doc, child.i + 1, child.right_edge.i + 1)
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in cues("carrier") | cues("addressed"):
        return subject_of(verb)  # "made the claim that", "informs public opinion that"
    return None


def _feeler(adjective: Token) -> Range | None:
    if adjective.dep_ == "amod":
        return None
    return subject_of(adjective) or subject_of(adjective.head)
