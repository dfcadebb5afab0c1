"""Whom a source cites: "Interfax reported, citing the governor", "quoted the mayor as saying".

Who cites passes on what another said, so the one cited stands between him and the content.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from rashomon.data.body_names import body_nouns
from rashomon.data.phrases import words
from rashomon.language.attributions.drafts import Draft, cue_of, having, reach, trim
from rashomon.language.attributions.lexicons import cues, roles

_BODIES = frozenset({"ORG", "GPE", "NORP", "PERSON"})
_MARKS = frozenset({",", ";", "(", ")", "—", "–"})


def citing_drafts(doc: Doc, known: Sequence[Draft]) -> list[Draft]:
    """One for each who is cited, within the attribution of him who cites."""
    found = (_cited(doc[index], known) for index in having(doc, "LOWER", cues("citing")))
    return [made for made in found if made is not None]


def _cited(verb: Token, known: Sequence[Draft]) -> Draft | None:
    thing = next((c for c in verb.rights if c.dep_ in ("dobj", "pobj", "dative")), None)
    above = _citer(verb, known)
    if thing is None or above is None or not _can_speak(thing):
        return None
    source = trim(verb.doc, *_phrase(verb, thing))
    content = list(_without(above, verb, source)) if source else []
    if source is None or not content:
        return None
    return Draft(verb.i, "cited", cue_of(verb), source, content, above=above.head)


def _phrase(verb: Token, thing: Token) -> tuple[int, int]:
    """Who is cited, up to the comma where the sentence goes on."""
    start, end = reach(thing)
    start = max(start, verb.i + 1)
    comma = next((i for i in range(thing.i + 1, end) if verb.doc[i].text in _MARKS), end)
    return start, comma


def _citer(verb: Token, known: Sequence[Draft]) -> Draft | None:
    """The attribution of the same sentence, outside quotations, that stands nearest."""
    near = [
        made
        for made in known
        if made.head != verb.i
        and made.source is not None
        and verb.sent.start <= made.head < verb.sent.end
        and doc_verb(verb.doc, made) not in cues("citing")
        and not _is_inner(made, verb)
    ]
    before = [made for made in near if made.head < verb.i]
    if before:
        return max(before, key=lambda made: made.head)
    return min(near, key=lambda made: made.head, default=None)


def doc_verb(doc: Doc, made: Draft) -> str:
    """The chief word of the cue, in lower case."""
    return doc[made.head].lower_


def _is_inner(made: Draft, verb: Token) -> bool:
    """Whether the other speaks within a quotation that ends before the verb."""
    return bool(made.quotes) and made.content[-1][1] > verb.i


def _without(
    above: Draft, verb: Token, source: tuple[int, int] | None
) -> Iterator[tuple[int, int]]:
    """What the other tells, without the words that say whom he cites."""
    last = verb.i if source is None else source[1]
    for start, end in above.content:
        for first, stop in ((start, min(end, verb.i)), (max(start, last), end)):
            piece = trim(verb.doc, first, stop) if first < stop else None
            if piece is not None:
                yield piece


def _can_speak(thing: Token) -> bool:
    """A body or people, no "fears" and no "security reasons"."""
    noun = thing.lemma_.lower()
    if thing.ent_type_ in _BODIES or noun in roles() or noun in body_nouns():
        return True
    tails = words("name_nouns", "noun", position="tail")
    return noun in tails or noun in words("people", "noun", type="person")
