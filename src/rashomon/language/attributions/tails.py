"""Attributions at the end of a sentence that the parse has not seen as such.

"…, her owner, Sealine Cargo, announced on Friday": the words alone give it away, a clause, a comma,
who it is, a verb of speech, and nothing after it but when and where.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.language.attributions.drafts import Draft, Range, cue_of, having, trim
from rashomon.language.attributions.lexicons import cues, verbs

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_IN_SOURCE = frozenset({"NOUN", "PROPN", "DET", "ADJ", "PRON", "ADP", "PART", "NUM", "CCONJ"})
_IN_TAIL = frozenset({"ADP", "DET", "NOUN", "PROPN", "ADJ", "ADV", "NUM", "PRON", "PART"})
_LONGEST_SOURCE, _LONGEST_TAIL, _SHORTEST_CLAUSE = 14, 8, 3
_ENDS = frozenset({".", "!", "?", ";"})


def tail_drafts(doc: Doc) -> Iterator[Draft]:
    """All of them; some have been found through the parse as well."""
    for index in having(doc, "TAG", _FINITE):
        verb = doc[index]
        entry = verbs().get(verb.lemma_.lower())
        if entry is None or not entry.quotes or "that" not in entry.frames:
            continue
        source = _source(verb) if _ends_with(verb) else None
        content = trim(doc, verb.sent.start, source[0]) if source else None
        if source and content and _is_clause(doc, content):
            yield Draft(
                verb.i, "tail", cue_of(verb), source, [content], entry.hedged, entry.polarity
            )


def _ends_with(verb: Token) -> bool:
    """Whether nothing but when, where and to whom follows up to the end of the sentence."""
    doc, end = verb.doc, verb.i + 1
    while end < min(verb.sent.end, verb.i + _LONGEST_TAIL + 2) and doc[end].text not in _ENDS:
        end += 1
    if end >= verb.sent.end or doc[end].text not in _ENDS:
        return False
    said = [doc[i] for i in range(verb.i + 1, end) if not doc[i].is_space]
    if said and said[0].pos_ not in ("ADP", "ADV", "PROPN", "NOUN"):
        return False
    return all(token.pos_ in _IN_TAIL for token in said)


def _source(verb: Token) -> Range | None:
    """From the first comma to the verb: one phrase, or two between commas of their own."""
    doc, last = verb.doc, verb.i
    while last > verb.sent.start and doc[last - 1].pos_ in ("AUX", "ADV"):
        last -= 1
    start, commas = last - 1, 0
    limit = max(verb.sent.start, last - _LONGEST_SOURCE)
    closing = doc[start].text == ","
    while start > limit:
        token = doc[start]
        if token.text == ",":
            commas += 1
            if commas > (2 if closing else 0):
                break
        elif token.pos_ not in _IN_SOURCE and token.text != ".":
            return None
        start -= 1
    found = trim(doc, start + 1, last) if start > limit else None
    if found is None or doc[found[0]].lower_ in cues("no-aside"):
        return None
    return found if doc[found[1] - 1].pos_ in _NOMINAL else None


def _is_clause(doc: Doc, content: Range) -> bool:
    words = doc[content[0] : content[1]]
    finite = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in words)
    hangs = words[0].tag_ in ("IN", "WRB") and words[0].lower_ in cues("subordinate")
    return finite and not hangs and len(words) >= _SHORTEST_CLAUSE
