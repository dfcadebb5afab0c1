"""Dates in figures alone: ISO, "13.5.2024", and "12/05/2024", whose order the report must tell."""

import datetime as dt
import re
from collections import Counter

from spacy.tokens import Doc

from rashomon.language.places.home import home
from rashomon.language.times import calendar
from rashomon.language.times.grammar import Found
from rashomon.language.times.reading import Reading
from rashomon.language.times.scene import Scene
from rashomon.language.times.tense import cues

_PIVOT = 30  # two-digit years up to this one belong to the 2000s
_FRESH = 60  # days before publication in which one of two days is likely the one that news tells of
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])")
_MONTHS = 12


def read_numeric(found: Found, scene: Scene) -> Reading | None:
    """ "2024-05-13", "13.5.2024", "5/13/2024"; of two days that it may be none is taken."""
    if not found.glued():
        return None
    year, short = found.number("year"), found.number("short")
    if year is None and short is not None:
        year = short + (2000 if short <= _PIVOT else 1900)
    first = found.number("month") or found.number("daya")
    second = found.number("day") or found.number("montha")
    if year is None or first is None or second is None:
        return None
    if found.rule == "iso":
        return told(calendar.date_or_none(year, first, second))
    if found.rule == "dotted":
        return told(calendar.date_or_none(year, second, first))
    month_first = calendar.date_or_none(year, first, second)
    day_first = calendar.date_or_none(year, second, first)
    if month_first is None or day_first is None or month_first == day_first:
        return told(month_first or day_first)
    return _of_two(month_first, day_first, scene)


def told(day: dt.date | None) -> Reading | None:
    """A day told in full."""
    return Reading(day.isoformat(), days=(day, day), granularity="day") if day else None


def _of_two(month_first: dt.date, day_first: dt.date, scene: Scene) -> Reading | None:
    """By the order that the report writes dates in, else the one day that is news."""
    order = days_first(scene.doc)
    if order is not None:
        return told(day_first if order else month_first)
    if scene.published is None:
        return told(month_first)  # a bare text: the order of American English, as its tools write
    fresh = [day for day in (month_first, day_first) if _news(day, scene.published)]
    if len(fresh) == 1:
        return told(fresh[0])
    return Reading(f"{day_first.year:04}-XX-XX", granularity="day", why="ambiguous")


def _news(day: dt.date, published: dt.date) -> bool:
    return 0 <= (published - day).days <= _FRESH


def days_first(doc: Doc) -> bool | None:
    """Whether the report writes the day before the month: by another of its dates, by where the
    outlet is at home, by the country that most of its places lie in; ``None`` where nothing
    tells."""
    firsts = {
        int(first) > _MONTHS
        for first, _, second in _NUMERIC.findall(doc.text)
        if int(first) > _MONTHS or int(second) > _MONTHS
    }
    if len(firsts) == 1:
        return firsts.pop()
    notes = doc._
    at_home = {entry.country_code for entry in home(notes.outlet, notes.url, notes.title)}
    if len(at_home) != 1:
        named = Counter(place.country_code for place in notes.places if place.country_code)
        at_home = {code for code, count in named.items() if 2 * count > named.total()}
    return at_home.pop() not in cues("month_first") if at_home else None
