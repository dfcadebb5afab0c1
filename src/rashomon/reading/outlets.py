"""Who publishes a plain text, only where its head makes it plain to see."""

import re
from itertools import pairwise

from rashomon.data.documents import is_agency, issuer_of
from rashomon.data.phrases import words
from rashomon.data.place_table import place_table
from rashomon.reading import dates
from rashomon.reading.labels import label
from rashomon.reading.names import ends_as_masthead, is_masthead, is_name
from rashomon.reading.pieces import (
    HEAD,
    HeadLine,
    blocks_of,
    dates_the_text,
    head_of,
    is_note,
    is_section,
    team_outlet,
    writer,
)

_LONGEST = 180
_ASIDE = re.compile(r"\s(?:[(/|]|[–—-]\s|::)|,\s|\s(?=with\s[A-Z])")
_ISSUE = re.compile(
    r"(?:.{0,60}\W)?(?:no|nr|issue|vol|volume|number)\b\.?\s?\d{1,5}\b.{0,40}", re.I
)
_MONTH_BEHIND = re.compile(
    rf"(?P<name>[^\n,]{{3,60}}),\s(?:{'|'.join(dates.MONTHS)})\s\d{{4}}", re.I
)
_WEEK = re.compile(
    r"(?P<what>[A-Za-z][a-z ]{3,30}),?\s\d{1,2}\s?[-–]\s?\d{1,2}\s"
    rf"(?:{'|'.join(dates.MONTHS)})\s(?P<year>\d{{4}})",
    re.I,
)
_TAGLINE = re.compile(r"(?:an?|the|your|our)\s", re.I)
_POSTED = re.compile(r"(?:posted|published|shared)\s(?:on|to|in)\s([^\W\d]\w*)", re.I)
_FIRST_AND_LAST = 2  # words


def outlet_of(text: str, title: str | None = None) -> str | None:
    """The outlet: labelled, the body that issues the text, for whom the writer writes, a name
    that carries a masthead's word, or one beside or over the day.

    ``title`` is the headline, which is no outlet; nor are writers, towns and sections ("Opinion").
    """
    labelled = label(text, "outlet", "source", "publication", "newspaper")
    if labelled is not None:
        return labelled
    issuer = issuer_of(text)
    if issuer is not None:
        return issuer
    lines = [line for line in head_of(text) if line.text != title or ends_as_masthead(line.text)]
    if lines and _before_section(lines[0]):
        return lines[0].pieces[0]
    for rule in (_written_for, _masthead, _beside_day):
        found = next(filter(None, map(rule, lines)), None)
        if found:
            return found
    blocks = [[each for each in block if _may_name(each)] for block in blocks_of(text)]
    ways = (_over_day, _over_issue, _tagged)
    named = (way(block) for way in ways for block in blocks if block)
    posted = next(filter(None, map(_over_medium, blocks_of(text))), None)
    if posted:
        return posted
    return next(filter(None, named), None) or _before_prose(text)


def _written_for(line: HeadLine) -> str | None:
    """ "By Jane Doe for The Post", "By Canal 6 Digital Team"."""
    name = team_outlet(line.pieces[0].partition(" ")[2]) if line.written and line.pieces else None
    return name if name and is_name(name, least=1) else None


def _masthead(line: HeadLine) -> str | None:
    """A piece that carries a masthead's word: alone in its line, or beside others of a head."""
    if line.written is not None or not (
        line.dates_the_text or len(line.pieces) == 1 or "|" in line.text
    ):
        return None
    named = (name for piece in line.pieces if not is_note(name := _named_in(piece)))
    return next((name for name in named if is_masthead(name) and not _place(name)), None)


def _beside_day(line: HeadLine) -> str | None:
    """A name of three words or more, or an agency's, in the line of the day."""
    if line.written is not None or not line.dates_the_text or not (line.days or line.part_days):
        return None
    if len(line.pieces) > 1 and _place(line.pieces[0]):
        return None  # a dateline's town goes first
    named = [_named_in(piece) for piece in line.pieces if not is_note(piece)]
    return next((name for name in named if is_agency(name) or _plainly_named(name)), None)


def _plainly_named(name: str) -> bool:
    return len(name.split()) > _FIRST_AND_LAST and is_name(name) and not _place(name)


def _before_section(line: HeadLine) -> bool:
    """ "Quay Voices / NEWS / 14 May 2024", the first line of all."""
    name, *rest = line.pieces or ("",)
    sections = line.dates_the_text and bool(line.days) and any(map(is_section, rest))
    return sections and line.written is None and is_name(name) and not _place(name)


def _over_issue(block: list[str]) -> str | None:
    """The name in a block of short lines with the number of an issue: behind it, else before."""
    at = next((n for n, line in enumerate(block) if _ISSUE.fullmatch(line)), None)
    if at is None or max(map(len, block)) > _LONGEST:
        return None
    around = [*block[at + 1 : at + 2], *block[:at]]
    return next((line for line in around if is_name(line)), None)


def _tagged(block: list[str]) -> str | None:
    """ "Quay Voices / a blog for everybody on the waterfront"."""
    if len(block) != 2 or not is_name(block[0]) or not _TAGLINE.match(block[1]):
        return None
    said = set(re.findall(r"[a-z]+", block[1].lower()))
    return block[0] if said & words("documents", "words", use="medium") else None


def _over_medium(block: list[str]) -> str | None:
    """ "Quay Dockers' Union (page) / Posted on Facebook, 14 May 2024"."""
    media = words("head_words", "phrase", use="medium")
    for above, below in pairwise(block):
        posted = _POSTED.match(below)
        if posted and posted[1].lower() in media:
            name = _named_in(above)
            return name if is_name(name, least=1) else None
    return None


def _before_prose(text: str) -> str | None:
    """ "Harbour Dispatch, 14 May 2024 — Nobody had asked the divers"."""
    for line in text[:HEAD].splitlines():
        name = dates.before_prose(line)
        if name and is_masthead(name):
            return name
    return None


def _over_day(block: list[str]) -> str | None:
    """The name in a block of short lines that holds a day."""
    if max(map(len, block)) > _LONGEST:
        return None
    for line in block:
        name = name_of(line) if len(dates.parts(line)) == 1 else _dashed(line)
        if name and is_name(name):
            return name
    days = [_day_in(line) or _week_in(line) for line in block]
    if any(days[1:]) and not days[0]:
        name = _named_in(block[0])
        return name if is_name(name) else None
    return None


def _day_in(line: str) -> str | None:
    day = dates.is_day(line) or dates.behind_name(line)[1] or dates.labelled_day(line)
    return day or (dates.is_day(dates.parts(line)[0]) if dates_the_text(line) else None)


def _week_in(line: str) -> str | None:
    """The year of a line that gives the days which a text is about: "Weekly note, 3-9 May 2024"."""
    found = _WEEK.fullmatch(line)
    return found["year"] if found else None


def name_of(line: str) -> str:
    """What stands before the day in a line of both, a note in brackets aside."""
    month = _MONTH_BEHIND.fullmatch(line)
    return _named_in(month["name"] if month else dates.behind_name(line)[0])


def _dashed(line: str) -> str | None:
    """The name that a dash parts from the day, unless a town or a writer may be called so."""
    name, *rest = dates.parts(line) or [""]
    if len(rest) != 1 or not dates.is_day(rest[0]):
        return None
    name = _named_in(name)
    return name if len(name.split()) > _FIRST_AND_LAST and not _place(name) else None


def _named_in(piece: str) -> str:
    """The piece without what stands behind its name in brackets or after a comma or a dash."""
    return _ASIDE.split(piece)[0].strip()


def _may_name(line: str) -> bool:
    """Whether a line can name an outlet: no byline, no section of a paper."""
    return not is_note(line) and writer(line) is None and not _POSTED.match(line)


def _place(name: str) -> bool:
    return bool(place_table().lookup(name)) and not is_masthead(name)
