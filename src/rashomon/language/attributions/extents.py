"""Where else a content may end than where the parse has it end."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from rashomon.language.attributions.drafts import Draft, trim
from rashomon.language.attributions.lexicons import verbs

DASHES = frozenset({",", "—", "–", "--", "-"})
_FURTHER = frozenset({"IN", "CC", "VBG", "VBN", "WDT", "WP", "WRB", "RB"})
_TAIL = 3  # words that a content or what is cut off it has at least


def other_ends(cue: Token, made: Draft) -> Iterator[Draft]:
    """The content ended before a further clause or phrase, or longer than the parse has it."""
    doc, (start, end) = cue.doc, made.content[0]
    cuts = [i for i in range(start + _TAIL - 1, end - _TAIL) if may_end(doc, i)]
    for name, cut in (("short", cuts[-1:]), ("shorter", cuts[:1] if len(cuts) > 1 else [])):
        if cut:
            yield from _ending(made, doc, name, cut[0])
    last = cue.sent.end
    if start > cue.i and last - end > _TAIL:
        yield from _ending(made, doc, "long", last)
        following = next((i for i in range(end + 1, last - _TAIL) if may_end(doc, i)), None)
        if following is not None:
            yield from _ending(made, doc, "longer", following)


def _ending(made: Draft, doc: Doc, name: str, end: int) -> Iterator[Draft]:
    span = trim(doc, made.start, end)
    if span is not None and span != made.content[0]:
        yield replace(made, frame=f"{made.frame} {name}", content=[span], quotes=[])


def may_end(doc: Doc, index: int) -> bool:
    """Whether what follows may be no part of what is said: ", with …", "and insisted that …"."""
    token, after = doc[index], doc[index + 1]
    if token.text in DASHES:
        return after.tag_ in _FURTHER
    if token.dep_ != "cc" or after.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    entry = verbs().get(after.lemma_.lower())
    return entry is not None and entry.quotes
