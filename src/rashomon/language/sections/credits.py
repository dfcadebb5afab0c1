"""Lines that credit another with the text: "(Source: …)", "With … inputs", "Republished from …"."""

import re
from functools import cache

from rashomon.data import lexicon
from rashomon.data.documents import is_agency
from rashomon.language.sections.paragraphs import Paragraph
from rashomon.model.annotations import Section

_LONGEST = 120  # characters
_NAME = r"(?:the\s+)?(?P<who>(?-i:[A-Z])[\w.&'/ -]{1,60}?)"
_BRACKETS = r"[(\[]?\s*"
_END = r"\s*[.)\]]{0,3}\Z"
_UNDER_TITLE = re.compile(r"(?<=[.|·•])\s+(?=[A-Z(])|\s+[–—-]\s+|(?=\()")
_LONGEST_NAME = 6  # words


def credit_of(paragraph: Paragraph, head: bool) -> Section | None:
    """The credit that this paragraph is; ``head``: also one at the end of a masthead's line
    ("Lima Mercury, 9 February 2023. With AFP.")."""
    if len(paragraph.plain) > _LONGEST:
        return None
    starts = [0, *(m.end() for m in _UNDER_TITLE.finditer(paragraph.plain))] if head else [0]
    for start in starts:
        name = _credited(paragraph.plain[start:].strip())
        if name is not None:
            at = paragraph.start + start
            return Section(start=at, end=paragraph.end, kind="credit", speaker=name)
    return None


def _credited(line: str) -> str | None:
    for pattern, wanted in _patterns():
        found = pattern.match(line)
        if found is None or len(found["who"].split()) > _LONGEST_NAME:
            continue
        name = found["who"].strip(" .")
        if wanted == "any" or is_agency(name):
            return name
    return None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"{_BRACKETS}{_form(row['words'])}{_END}", re.IGNORECASE), row["who"])
        for row in lexicon("credit_lines")
    )


def _form(words: str) -> str:
    before, _, after = words.partition("*")
    return (
        re.escape(before).replace(r"\ ", r"\s+") + _NAME + re.escape(after).replace(r"\ ", r"\s+")
    )
