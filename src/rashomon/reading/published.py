"""The day of publication that the head of a text says, full or without a year."""

import datetime as dt
import re
from collections.abc import Iterable

from rashomon.reading import dates
from rashomon.reading.pieces import head_of

_NEAR = 60
"""Days between reports of one pile, at most: agencies leave the year out of fresh news only."""
_FORM = re.compile(r"^\s*(?:location|place|site|where)\s?:\s", re.I | re.M)
_ITS_DAY = re.compile(r"^\s*(?:date|when)\s?:.*$", re.I | re.M)


def published_day(text: str) -> str | None:
    """The ISO date: said in a form that can be no other day, else in a line of names and notes.

    Where a form gives a place besides a date, that date is the incident's.
    """
    head = text[: dates.HEAD_CHARACTERS]
    if _FORM.search(head):
        text = _ITS_DAY.sub("", head) + text[dates.HEAD_CHARACTERS :]
    day = dates.head_day(text)
    if day is not None:
        return day
    found = {day for line in head_of(text) if line.dates_the_text for day in line.days}
    return found.pop() if len(found) == 1 else dates.foot_day(text)


def month_and_day(text: str) -> tuple[int, int] | None:
    """Month and day that a dateline or a line of the masthead says; of a live page, the latest."""
    for line in dates.head_lines(text):
        said = dates.dateline_day(line)
        if said is not None:
            return said
    for short in head_of(text):
        if len(short.part_days) == 1 and short.pieces and short.dates_the_text:
            return short.part_days[0]
    entries = [said for each in text.splitlines() if (said := dates.entry_day(each))]
    return max(entries, default=None)


def with_year(said: tuple[int, int], known: Iterable[str]) -> str | None:
    """The ISO date in the year that brings it nearest to the days of other reports; ``None``
    where none is near, or two years are."""
    days = [dt.date.fromisoformat(each[:10]) for each in known]
    years = {day.year + step for day in days for step in (-1, 0, 1)}
    found = [made for year in sorted(years) if (made := _made(year, *said))]
    near = [each for each in found if any(abs((each - day).days) <= _NEAR for day in days)]
    return near[0].isoformat() if len(near) == 1 else None


def _made(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
