"""Stretches between quotation marks, and which of them are speech."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.language.attributions.drafts import Range

_OPEN = {"“": "”", "«": "»", "„": "“”", "``": "''", "‘‘": "’’"}
_TOGGLE = frozenset({'"', "''"})
_SINGLE_OPEN = frozenset({"‘", "'"})
_SINGLE_CLOSE = frozenset({"’", "'"})
_LONGEST_SINGLE = 120  # tokens; a longer stretch between single marks is two apostrophes
_SPEECH_WORDS = 4
_SPEECH_ENDS = frozenset({".", ",", "?", "!", "...", "…", "—", "–"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch with its marks. ``closed`` is false where the paragraph ends inside it;
    ``speech`` where it is more than a quoted phrase or a scare quote."""

    start: int
    end: int
    paragraph: int
    closed: bool
    speech: bool


def paragraphs_of(doc: Doc, borders: Sequence[int] = ()) -> list[Range]:
    """The paragraphs in tokens: cut at line ends and at the given characters."""
    found: list[Range] = []
    start = 0
    cuts = set(borders)
    for token in doc:
        if (token.is_space and "\n" in token.text) or token.idx in cuts:
            found.append((start, token.i))
            start = token.i + token.is_space
    found.append((start, len(doc)))
    return [(a, b) for a, b in found if any(not doc[i].is_space for i in range(a, b))]


def quotes_in(doc: Doc, paragraphs: Sequence[Range]) -> list[Quote]:
    """All stretches in quotation marks, in order; none lies inside another."""
    return [
        quote
        for number, (start, end) in enumerate(paragraphs)
        for quote in _in_paragraph(doc, start, end, number)
    ]


def numbered(doc: Doc, quotes: Sequence[Quote]) -> list[int]:
    """By token the number of the quotation that it stands in, or -1."""
    inside = [-1] * len(doc)
    for number, quote in enumerate(quotes):
        inside[quote.start : quote.end] = [number] * (quote.end - quote.start)
    return inside


def _in_paragraph(doc: Doc, start: int, end: int, number: int) -> Iterator[Quote]:
    index = start
    while index < end:
        closers = _closers(doc[index])
        if closers is None:
            index += 1
            continue
        last = _closing(doc, index, end, closers)
        if last is None and closers is _SINGLE_CLOSE:
            index += 1
            continue
        stop = end if last is None else last + 1
        yield Quote(index, stop, number, last is not None, _is_speech(doc, index, stop))
        index = stop


def _closers(token: Token) -> frozenset[str] | None:
    if token.text in _TOGGLE:
        return _TOGGLE | {"”"}
    if token.text in _OPEN:
        return frozenset(_OPEN[token.text]) | _TOGGLE if token.text != "``" else _TOGGLE
    if token.text in _SINGLE_OPEN and _stands_free(token):
        return _SINGLE_CLOSE
    return None


def _stands_free(token: Token) -> bool:
    before = token.doc[token.i - 1] if token.i else None
    free = before is None or bool(before.whitespace_) or before.is_space or before.is_punct
    return free and not token.whitespace_ and token.tag_ != "POS"


def _closing(doc: Doc, opening: int, end: int, closers: frozenset[str]) -> int | None:
    stop = min(end, opening + _LONGEST_SINGLE) if closers is _SINGLE_CLOSE else end
    for index in range(opening + 1, stop):
        token = doc[index]
        if token.text in closers:
            if closers is _SINGLE_CLOSE and not _may_close(doc, index):
                continue
            return index
    return None


def _may_close(doc: Doc, index: int) -> bool:
    token = doc[index]
    after = doc[index + 1] if index + 1 < len(doc) else None
    open_after = after is None or bool(token.whitespace_) or after.is_space or after.is_punct
    return open_after and token.tag_ != "POS" and not doc[index - 1].whitespace_


def _is_speech(doc: Doc, start: int, end: int) -> bool:
    words = [doc[i] for i in range(start + 1, end) if doc[i].text[:1].isalnum()]
    if not words:
        return False
    last = doc[end - 2] if end - 2 > start else doc[start]
    ends = last.text in _SPEECH_ENDS
    begins = words[0].text[:1].isupper()
    verb = any(w.tag_ in ("VBD", "VBZ", "VBP", "MD") for w in words)
    if len(words) < _SPEECH_WORDS:
        return begins and ends
    return ends or (begins and verb)
