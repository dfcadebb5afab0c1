"""Title at the head of a plain text, only where it is plain to see."""

import re

from rashomon.data.documents import issuer_of
from rashomon.data.publishers import tells
from rashomon.reading import dates
from rashomon.reading.labels import is_labelled, label
from rashomon.reading.names import ends_as_masthead, is_name
from rashomon.reading.outlets import name_of
from rashomon.reading.pieces import blocks_of, dates_the_text, is_note, writer

LONGEST_TITLE = 180
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
    """The headline: a heading, a labelled title, or a short line of its own before the prose.

    A line of its own is followed by a blank line, or stands over the line of the outlet and the
    day, or among a masthead's, a byline's and a day's lines is the one that tells of something; it
    does not end as prose does, and is no date, byline, dateline, masthead or link.
    """
    labelled = label(text, "title", "headline")
    if labelled is not None:
        return labelled
    heading = _HEADING.fullmatch(text.lstrip("\ufeff \t\r\n").split("\n", 1)[0].strip())
    if heading is not None:
        return heading[1][:LONGEST_TITLE]
    issuer = issuer_of(text)
    blocks = blocks_of(text)
    for block in blocks[:-1] if blocks else ():
        free = [line for line in block if _is_headline(line) and not (issuer and issuer in line)]
        told = [line for line in block if not (is_labelled(line) or dates_the_text(line))]
        if len(told) == 1 and free:
            return free[0]
        if len(block) == 2 and free[:1] == block[:1] and _under_title(block[0], block[1]):
            return free[0]
        among = next(filter(tells, free), None)
        if among and _beside_head(block, among):
            return among
    return None


def _beside_head(block: list[str], title: str) -> bool:
    """Whether a masthead, a byline or the day stands right over or under a line."""
    at = block.index(title)
    near = [*block[max(0, at - 1) : at], *block[at + 1 : at + 2]]
    return any(
        writer(line) is not None or dates_the_text(line) or ends_as_masthead(line) for line in near
    )


def _under_title(title: str, line: str) -> bool:
    """Whether a line stands under a headline: an outlet with the day, or the day alone under a
    line that tells of something."""
    return is_name(name_of(line)) or (dates.is_day(line) is not None and tells(title))


def _is_headline(line: str) -> bool:
    if not 8 <= len(line) <= LONGEST_TITLE or len(line.split()) < 2:
        return False
    if _ENDS_PROSE.search(line) or _NO_TITLE.match(line) or _DATELINE.match(line[:100]):
        return False
    if is_note(line) or ends_as_masthead(line.split("|")[0].strip()) or dates_the_text(line):
        return False
    if dates.behind_name(line)[1] or is_labelled(line):
        return False
    return not any(dates.is_day(part) for part in (line, *dates.parts(line)))
