"""Posts of social networks, as embedding leaves them in text:
``words — Display Name (@handle) December 31, 2019``."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.data.calendar import months
from rashomon.language.sections.paragraphs import Paragraph
from rashomon.model.annotations import Section

_DAY = (
    r"(?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}), (?P<year>\d{4})"
    r"|(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]{2,8})\.? (?P<year2>\d{4}))"
)
_SIGNED = re.compile(rf"\(@(?P<handle>\w{{1,30}})\)[ \t\xa0]{{0,3}}(?:on )?{_DAY}")
_DASH = re.compile(r"(?:—|–|―|--|(?<=\s)-)[ \t]{0,2}")
_LONGEST_NAME = 100


def posts_in(all_paragraphs: Sequence[Paragraph]) -> Iterator[Section]:
    """All posts; where the signature stands on a line of its own, the paragraph before it is
    the post's words, and that start is inferred."""
    for index, paragraph in enumerate(all_paragraphs):
        start = 0
        for match in _SIGNED.finditer(paragraph.text):
            dash = _last_dash(paragraph.text, start, match.start())
            if dash is None:
                continue
            before = all_paragraphs[index - 1] if index and start == 0 else None
            yield _post(paragraph, start, dash, match, before)
            start = match.end()


def _last_dash(text: str, start: int, end: int) -> re.Match[str] | None:
    last = None
    for dash in _DASH.finditer(text, max(start, end - _LONGEST_NAME), end):
        last = dash
    return last


def _post(
    paragraph: Paragraph,
    start: int,
    dash: re.Match[str],
    match: re.Match[str],
    before: Paragraph | None,
) -> Section:
    alone = not paragraph.text[start : dash.start()].strip()
    first = paragraph.start + start + _blanks(paragraph.text, start)
    if alone and before is not None:
        first = before.start
    return Section(
        start=first,
        end=paragraph.start + match.end(),
        kind="post",
        speaker=paragraph.text[dash.end() : match.start()].strip() or match["handle"],
        handle=match["handle"],
        posted=_iso(match),
        certain=not alone,
    )


def _blanks(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip())


@cache
def _month_numbers() -> dict[str, int]:
    return {name[:3]: number for number, name in enumerate(months(), start=1)}


def _iso(match: re.Match[str]) -> str | None:
    month = _month_numbers().get((match["month"] or match["month2"])[:3].lower())
    if month is None:
        return None
    try:
        day = dt.date(
            int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"])
        )
    except ValueError:
        return None
    return day.isoformat()
