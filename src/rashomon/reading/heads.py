"""Title and outlet at the head of a plain text, only where they are plain to see."""

import re
from functools import cache

from rashomon.data import lexicon
from rashomon.data.documents import issuer_of
from rashomon.data.phrases import words
from rashomon.data.place_table import place_table
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
_ISSUE = re.compile(
    r"(?:.{0,60}\W)?(?:no|nr|issue|vol|volume|number)\b\.?\s?\d{1,5}\b.{0,40}", re.I
)
_MONTH_BEHIND = re.compile(
    rf"(?P<name>[^\n,]{{3,60}}),\s(?:{'|'.join(dates.MONTHS)})\s\d{{4}}", re.I
)
_TAGLINE = re.compile(r"(?:an?|the|your|our)\s", re.I)
_FIRST_AND_LAST = 2  # words
_COMPOUND = 4  # letters of a masthead word that ends a name in one word ("Coastwire")
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
    """The outlet: labelled, the body that issues the text, beside a date on one line and named
    as mastheads are, or over one.

    A block of short lines with a day or the number of an issue among them is a masthead.
    """
    labelled = _label(text, "outlet", "source", "publication", "newspaper")
    if labelled is not None:
        return labelled
    issuer = issuer_of(text)
    if issuer is not None:
        return issuer
    for line in dates.head_lines(text):
        pieces = dates.parts(line)
        if 2 <= len(pieces) <= 4 and any(dates.is_day(piece) for piece in pieces):
            named = [piece for piece in pieces if _is_masthead(piece)]
            if named:
                return named[0]
    blocks = _blocks(text)
    found = (rule(block) for rule in (_over_day, _over_issue, _tagged) for block in blocks)
    return next(filter(None, found), None) or _before_prose(text)


def _over_issue(block: list[str]) -> str | None:
    """The name in a block of short lines with the number of an issue: behind it, else before."""
    at = next((n for n, line in enumerate(block) if _ISSUE.fullmatch(line)), None)
    if at is None or max(map(len, block)) > _LONGEST_TITLE:
        return None
    around = [*block[at + 1 : at + 2], *block[:at]]
    return next((line for line in around if _is_name(line)), None)


def _tagged(block: list[str]) -> str | None:
    """ "Quay Voices / a blog for everybody on the waterfront"."""
    if len(block) != 2 or not _is_name(block[0]) or not _TAGLINE.match(block[1]):
        return None
    said = set(re.findall(r"[a-z]+", block[1].lower()))
    return block[0] if said & words("documents", "words", use="medium") else None


def _before_prose(text: str) -> str | None:
    """ "Harbour Dispatch, 14 May 2024 — Nobody had asked the divers"."""
    for line in text[:_HEAD].splitlines():
        name = dates.before_prose(line)
        if name and _is_masthead(name):
            return name
    return None


def _over_day(block: list[str]) -> str | None:
    """The name in a block of short lines that holds a day."""
    if max(map(len, block)) > _LONGEST_TITLE:
        return None
    for line in block:
        name = _named(line) if len(dates.parts(line)) == 1 else _dashed(line)
        if name and _is_name(name):
            return name
    days = [bool(dates.is_day(line) or dates.behind_name(line)[1]) for line in block]
    if any(days[1:]) and not days[0]:
        name = _ASIDE.split(block[0])[0].strip()
        return name if _is_name(name) else None
    return None


def _named(line: str) -> str:
    """What stands before the day in a line of both, a note in brackets aside."""
    month = _MONTH_BEHIND.fullmatch(line)
    name = month["name"] if month else dates.behind_name(line)[0]
    return _ASIDE.split(name)[0].strip()


def _dashed(line: str) -> str | None:
    """The name that a dash parts from the day, unless a town or a writer may be called so."""
    name, *rest = dates.parts(line) or [""]
    if len(rest) != 1 or not dates.is_day(rest[0]):
        return None
    name = _ASIDE.split(name)[0].strip()
    if len(name.split()) <= _FIRST_AND_LAST or place_table().lookup(name):
        return None
    return name


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
    named = any(word.strip(".,").lower() in _masthead_words() for word in words) or (
        len(words) == 1 and _ends_as_mastheads(words[0])
    )
    return named and len(words) <= 5 and all(word[0].isupper() or word == "of" for word in words)


def _is_name(line: str) -> bool:
    """Whether every word is written as in a name; one word alone must be a masthead's."""
    words = line.split()
    if not 1 < len(words) <= _LONGEST_NAME or not line[-1].isalpha():
        return _is_masthead(line)
    return (
        all(word[0].isupper() or word.lower() in _SMALL for word in words) and words[0][0].isupper()
    )


def _ends_as_mastheads(word: str) -> bool:
    """ "Coastwire", "Quaynews": two words made one, the second a masthead's."""
    lowered = word.lower()
    return word.isalpha() and any(
        lowered.endswith(tail) and len(lowered) > len(tail) + 2
        for tail in _masthead_words()
        if len(tail) >= _COMPOUND
    )


@cache
def _masthead_words() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("mastheads"))
