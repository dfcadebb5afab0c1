"""Title and outlet at the head of a plain text, only where they are plain to see."""

import re
from functools import cache

from rashomon.data import lexicon
from rashomon.reading import dates

_LONGEST_TITLE = 180
_LABELLED = re.compile(
    r"\s*(title|headline|outlet|source|publication|newspaper)\s?:\s{1,5}(\S.*)", re.I
)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.+?)\s*#*\s*")
_NO_TITLE = re.compile(
    r"\s*(?:by\s|posted\b|published\b|updated\b|date\b|https?:|@|>|[-*+]\s|[A-Za-z ]{2,20}:\s*$)",
    re.I,
)
_ENDS_PROSE = re.compile(r"[.,;:…]\s*$")
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,40}(?:,[^\n]{0,40})?\s?[–—-]\s|.{0,80}\((?:AP|AFP|UPI|Reuters|Xinhua)\)"
)


def title_of(text: str) -> str | None:
    """The headline: a heading, a labelled title, or a short first line of its own.

    A line of its own is followed by a blank line, does not end as prose does, and is no date,
    byline, dateline or link.
    """
    labelled = _label(text, "title", "headline")
    if labelled is not None:
        return labelled
    lines = text.lstrip("\ufeff \t\r\n").split("\n", 2)
    first = lines[0].strip()
    heading = _HEADING.fullmatch(first)
    if heading is not None:
        return heading[1][:_LONGEST_TITLE]
    alone = len(lines) > 2 and not lines[1].strip() and lines[2].strip()
    return first if alone and _is_headline(first) else None


def outlet_of(text: str) -> str | None:
    """The outlet: labelled, or beside a date on one line and named as mastheads are."""
    labelled = _label(text, "outlet", "source", "publication", "newspaper")
    if labelled is not None:
        return labelled
    for line in dates.head_lines(text):
        pieces = dates.parts(line)
        if 2 <= len(pieces) <= 4 and any(dates.is_day(piece) for piece in pieces):
            named = [piece for piece in pieces if _is_masthead(piece)]
            if named:
                return named[0]
    return None


def _label(text: str, *labels: str) -> str | None:
    for line in dates.head_lines(text):
        found = _LABELLED.fullmatch(line)
        if found is not None and found[1].lower() in labels:
            return found[2].strip().strip("\"'")[:_LONGEST_TITLE] or None
    return None


def _is_headline(line: str) -> bool:
    if not 8 <= len(line) <= _LONGEST_TITLE or len(line.split()) < 2:
        return False
    if _ENDS_PROSE.search(line) or _NO_TITLE.match(line) or _DATELINE.match(line[:100]):
        return False
    return not any(dates.is_day(part) for part in (line, *dates.parts(line)))


def _is_masthead(piece: str) -> bool:
    words = piece.split()
    named = any(word.strip(".,").lower() in _masthead_words() for word in words)
    return named and len(words) <= 5 and all(word[0].isupper() or word == "of" for word in words)


@cache
def _masthead_words() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("mastheads"))
