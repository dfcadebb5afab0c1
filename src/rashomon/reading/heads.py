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
_HEAD = 1200  # characters
_BLOCKS = 4
_LONGEST_NAME = 6  # words
_SMALL = frozenset("of the and for in on de du la del des d".split())  # noqa: SIM905
_ASIDE = re.compile(r"\s(?:[(/|]|[–—-]\s|::)|,\s")
_ENDS_PROSE = re.compile(r"[.,;:…]\s*$")
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,40}(?:,[^\n]{0,40})?\s?[–—-]\s|.{0,80}\((?:AP|AFP|UPI|Reuters|Xinhua)\)"
)


def title_of(text: str) -> str | None:
    """The headline: a heading, a labelled title, or a short line of its own before the prose.

    A line of its own is followed by a blank line, or stands over the line of the outlet and the
    day; it does not end as prose does, and is no date, byline, dateline, masthead or link.
    """
    labelled = _label(text, "title", "headline")
    if labelled is not None:
        return labelled
    heading = _HEADING.fullmatch(text.lstrip("\ufeff \t\r\n").split("\n", 1)[0].strip())
    if heading is not None:
        return heading[1][:_LONGEST_TITLE]
    blocks = _blocks(text)
    for block in blocks[:-1] if blocks else ():
        free = [line for line in block if _is_headline(line)]
        if len(block) == 1 and free:
            return free[0]
        if len(block) == 2 and free[:1] == block[:1] and _is_name(_named(block[1])):
            return free[0]
    return None


def outlet_of(text: str) -> str | None:
    """The outlet: labelled, beside a date on one line and named as mastheads are, or over one.

    A block of short lines with a day among them is a masthead: its first line is the outlet if
    it is a name.
    """
    labelled = _label(text, "outlet", "source", "publication", "newspaper")
    if labelled is not None:
        return labelled
    for line in dates.head_lines(text):
        pieces = dates.parts(line)
        if 2 <= len(pieces) <= 4 and any(dates.is_day(piece) for piece in pieces):
            named = [piece for piece in pieces if _is_masthead(piece)]
            if named:
                return named[0]
    return next(filter(None, (_over_day(block) for block in _blocks(text))), None)


def _over_day(block: list[str]) -> str | None:
    """The name in a block of short lines that holds a day."""
    if max(map(len, block)) > _LONGEST_TITLE:
        return None
    for line in block:
        if len(dates.parts(line)) == 1 and _is_name(_named(line)):
            return _named(line)
    days = [bool(dates.is_day(line) or dates.behind_name(line)[1]) for line in block]
    if any(days[1:]) and not days[0]:
        name = _ASIDE.split(block[0])[0].strip()
        return name if _is_name(name) else None
    return None


def _named(line: str) -> str:
    """What stands before the day in a line of both, a note in brackets aside."""
    return _ASIDE.split(dates.behind_name(line)[0])[0].strip()


def _blocks(text: str) -> list[list[str]]:
    """The first paragraphs of a text, as lines; the last of them is where the prose begins."""
    found: list[list[str]] = [[]]
    for line in text[:_HEAD].lstrip("\ufeff \t\r\n").splitlines():
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
        if len(line) > _LONGEST_TITLE or len(found) > _BLOCKS:
            break
    return [block for block in found if block]


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
    if dates.behind_name(line)[1] or _LABELLED.fullmatch(line):
        return False
    return not any(dates.is_day(part) for part in (line, *dates.parts(line)))


def _is_masthead(piece: str) -> bool:
    words = piece.split()
    if not words:
        return False
    named = any(word.strip(".,").lower() in _masthead_words() for word in words)
    return named and len(words) <= 5 and all(word[0].isupper() or word == "of" for word in words)


def _is_name(line: str) -> bool:
    """Whether every word is written as in a name; one word alone must be a masthead's."""
    words = line.split()
    if not 1 < len(words) <= _LONGEST_NAME or not line[-1].isalpha():
        return _is_masthead(line)
    return (
        all(word[0].isupper() or word.lower() in _SMALL for word in words) and words[0][0].isupper()
    )


@cache
def _masthead_words() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("mastheads"))
