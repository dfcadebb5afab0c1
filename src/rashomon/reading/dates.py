"""Days of publication: from metadata, and from the head of a text.

Only full dates count. ``03/04/2019`` may be two days and is neither; a date inside running prose
tells of the event, not of the page.
"""

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from itertools import islice

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}


@dataclass(frozen=True, slots=True)
class Days:
    """The days in a line: full ones in ISO form, those without a year as month and day."""

    rest: str
    full: tuple[str, ...]
    part: tuple[tuple[int, int], ...]


EARLIEST_YEAR, LATEST_YEAR = 1800, 2199
HEAD_CHARACTERS, HEAD_LINES = 400, 8
FOOT_CHARACTERS, FOOT_LINES = 600, 5
_CHANGED = ("updated", "modified")
_LONGEST_DATE_LINE = 160
_LONGEST_NAME = 9

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\b"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s{1,3})?"
_DATE = (
    rf"{_WEEKDAY}(?:"
    r"(?P<y1>\d{4})-(?P<n1>\d{1,2})-(?P<d1>\d{1,2})(?!\d)(?:[T ]\d{2}:\d{2}(?::\d{2})?)?"
    rf"|(?P<d2>{_DAY})\s{{1,3}}(?:of\s)?(?P<m2>{_MONTH}),?\s{{1,3}}(?P<y2>\d{{4}})\b"
    rf"|(?P<m3>{_MONTH})\s{{1,3}}(?P<d3>{_DAY}),?\s{{1,3}}(?P<y3>\d{{4}})\b"
    r"|(?P<n4>\d{1,2})(?P<s4>[/.-])(?P<k4>\d{1,2})(?P=s4)(?P<y4>\d{4})\b"
    r"|(?P<y5>\d{4})/(?P<n5>\d{1,2})/(?P<d5>\d{1,2})\b"
    ")"
)
_TIME = (
    r"(?:,?\s{0,3}(?:at\s|[-–—|·]\s)?\d{1,2}(?:[:.h]\d{2}|\d{2}(?=\s?h(?:ou)?rs\b))(?::\d{2})?(?:\.\d{1,6})?\s?(?:[ap]\.?m\.?|h(?:ou)?rs\b)?"
    r"(?:\s?(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2})\b)?)?"
)
_INSIDE = re.compile(rf"(?<![\w/.-]){_DATE}{_TIME}", re.I)
_NO_YEAR = (
    rf"{_WEEKDAY}(?:(?P<d6>{_DAY})\s{{1,3}}(?:of\s)?(?P<m6>{_MONTH})"
    rf"|(?P<m7>{_MONTH})\s{{1,3}}(?P<d7>{_DAY}))(?!,?\s{{0,3}}\d{{4}})"
)
_SAID_OF_DAY = re.compile(rf"(?<![\w/.-]){_NO_YEAR}", re.I)
_AGENCY_DAY = re.compile(
    rf"\s*(?-i:[A-Z])[^\n\d]{{2,70}}?,\s{_NO_YEAR}\.?,?\s(?:\((?-i:[A-Z])[^\n()]{{1,30}}\)|[–—]|--?\s)",
    re.I,
)
_ENTRY_DAY = re.compile(rf"\s*{_NO_YEAR},?\s\d{{1,2}}[:.]\d{{2}}\b", re.I)
_FULL = re.compile(rf"\s*{_DATE}{_TIME}\s*", re.I)
_LABEL = (
    r"(?:(?:first\s|date\s|last\s|originally\s)?(?P<label>published|posted|updated|released|issued|"
    r"modified|created)|(?:publication\s|release\s)?date|dated?|as\sof)(?:\sby\s[^\n]{2,60}?)?(?:\s(?:on|at))?\s{0,3}[:=|–—-]?\s{0,3}"
)
_TIME_FIRST = r"(?:\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?,?\s{1,3}(?:on\s)?)?"
_LABELLED = re.compile(
    rf"(?:[^\S\n]{{0,5}}|[^\n]{{1,80}}?[|·•–—(]\s?|by\s[^\n]{{2,60}}?\s){_LABEL}{_TIME_FIRST}{_DATE}",
    re.I,
)
_SEPARATORS = re.compile(r"\s*(?:[|·•\t]|\s[–—-]{1,2}\s|\s/\s)\s*")
_DATELINE = re.compile(
    rf"\s*[^\W\d_][^\n()\d]{{1,60}}?(?:\s\([^\n()]{{1,30}}\))?[,.(–—-]\s?"
    rf"(?:\(?[A-Z][^\n()]{{1,30}}[,)]\s)?{_DATE}\)?\s?"
    r"(?:(?:[(/][^\n()]{1,40}[)/]\s?)?(?:[–—:_]|--?(?=\s))|\([A-Z][A-Za-z]{1,12}\)\s(?=[A-Z]))",
    re.I,
)
_BEHIND_NAME = re.compile(
    rf"\s*(?P<name>(?-i:[A-Z])[^\n|]{{1,80}}?)(?:[,.(]|\s::|\s[–—-]{{1,2}})\s{{1,3}}{_DATE}{_TIME}"
    r"\)?\s*(?:\.\s(?:with|by|from)\s[^\n]{2,40})?",
    re.I,
)
_BEFORE_PROSE = re.compile(
    rf"\s*(?P<name>(?-i:[A-Z])[^\n|,]{{2,60}}),\s{_DATE}\s(?:[–—]|--?\s)", re.I
)
_LEADING = re.compile(rf"\s*{_DATE}\s?(?:[–—|:]|--?\s|\((?=[A-Z]))", re.I)
_BYLINE = re.compile(rf"\s*by\s[^\n]{{2,80}}?[,|–—-]?\s{_DATE}{_TIME}\s*", re.I)


def metadata_day(value: object) -> str | None:
    """An ISO date or date-time from what metadata hold, ``None`` where it is no full date.

    Understood: ISO 8601, the date of an e-mail or feed (RFC 5322), written-out dates, and
    numeric ones that can be one day only ("25/12/2019").
    """
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    stripped = value.strip()[:100]
    return _iso(stripped) or _mail(stripped) or is_day(stripped)


def head_day(text: str) -> str | None:
    """The ISO date that the head of a text says it was published on, or ``None``.

    Looked at are a labelled date ("Posted: …"), a line or part of a line that is only a date,
    a byline or dateline with a full date. A date of change counts where there is no other.
    """
    updated: str | None = None
    for line in head_lines(text):
        found = _LABELLED.match(line)
        day = _day_of(found)
        if found is None or day is None:
            day = _unlabelled(line)
        elif (found["label"] or "").lower() in _CHANGED:
            updated, day = updated or day, None
        if day is not None:
            return day
    return updated


def foot_day(text: str) -> str | None:
    """The ISO date that a labelled line below the text gives ("Posted: 14 May 2024 / 3:40 pm"),
    that of a change only where there is no other; else the one that a line is ("May 14, 2024")."""
    lines = [line for line in text[-FOOT_CHARACTERS:].splitlines() if line.strip()][-FOOT_LINES:]
    found = [(day, label) for line in lines for day, label in [_labelled(line)] if day]
    first = (day for day, label in found if label not in _CHANGED)
    bare = {day for line in lines if (day := is_day(line))}
    only = bare.pop() if len(bare) == 1 else None
    return next(first, found[-1][0] if found else only)


def _labelled(line: str) -> tuple[str | None, str]:
    found = _LABELLED.match(line) if len(line) <= _LONGEST_DATE_LINE else None
    return _day_of(found), (found["label"] or "").lower() if found else ""


def days_inside(line: str) -> Days:
    """All days that stand anywhere in a line, and the line with a bar for each."""
    full = tuple(day for each in _INSIDE.finditer(line) if (day := _day_of(each)))
    rest = _INSIDE.sub(" | ", line)
    part = tuple(said for each in _SAID_OF_DAY.finditer(rest) if (said := _month_and_day(each)))
    return Days(rest=_SAID_OF_DAY.sub(" | ", rest), full=full, part=part)


def dateline_day(line: str) -> tuple[int, int] | None:
    """Month and day of a dateline without a year: "LARNOS, Greece, May 14 (LNA) - Four"."""
    return _month_and_day(_AGENCY_DAY.match(line))


def entry_day(line: str) -> tuple[int, int] | None:
    """Month and day that an entry of a live page begins with: "14 May, 07.40 - Four"."""
    return _month_and_day(_ENTRY_DAY.match(line))


def apart(one: str, other: str) -> int:
    """How many days lie between two ISO dates or date-times."""
    days = [dt.date.fromisoformat(each[:10]) for each in (one, other)]
    return abs((days[0] - days[1]).days)


def head_lines(text: str) -> list[str]:
    """The first lines that are not blank, within the first characters of the text."""
    head = text[:HEAD_CHARACTERS]
    return list(islice((line for line in head.splitlines() if line.strip()), HEAD_LINES))


def is_day(line: str) -> str | None:
    """The ISO date where the line is a date (and a time) and nothing else."""
    return _day_of(_FULL.fullmatch(line))


def labelled_day(line: str) -> str | None:
    """The ISO date of a line that says what day it gives: "Published On 14 May 2024"."""
    return _day_of(_LABELLED.match(line))


def behind_name(line: str) -> tuple[str, str | None]:
    """The name and the day of a line that is both: "The Larnos Post, 14 May 2024"."""
    found = _BEHIND_NAME.fullmatch(line) if len(line) <= _LONGEST_DATE_LINE else None
    day = _day_of(found)
    if found is None or day is None or len(found["name"].split()) > _LONGEST_NAME:
        return "", None
    return found["name"].strip(), day


def before_prose(line: str) -> str | None:
    """What stands before the day in a line that goes on as prose: "Larnos, 14 May 2024 — The"."""
    found = _BEFORE_PROSE.match(line)
    return found["name"].strip() if found and _day_of(found) else None


def parts(line: str) -> list[str]:
    """A line cut at its separators: "Harbour Daily — 14 May 2024" gives two."""
    return [part.strip() for part in _SEPARATORS.split(line.strip()) if part.strip()]


def _unlabelled(line: str) -> str | None:
    if len(line) <= _LONGEST_DATE_LINE:
        days = {is_day(part) or _day_of(_BYLINE.fullmatch(part)) for part in (line, *parts(line))}
        days.discard(None)
        days |= {day for day in (behind_name(line)[1],) if day and not days}
        if days:  # two days are a span of time: a life, a festival
            return days.pop() if len(days) == 1 else None
    return _day_of(_DATELINE.match(line)) or _day_of(_LEADING.match(line))


def _day_of(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    groups = {key: value for key, value in found.groupdict().items() if value and key[1:].isdigit()}
    form = next(key[1] for key in sorted(groups) if key.startswith("y"))
    year = int(groups[f"y{form}"])
    if form == "4":
        return _numeric(year, int(groups["n4"]), int(groups["k4"]))
    month = groups.get(f"m{form}")
    number = MONTHS[month.lower().rstrip(".")] if month else int(groups[f"n{form}"])
    return _calendar(year, number, int(groups[f"d{form}"].rstrip("stndrhSTNDRH")))


def _month_and_day(found: re.Match[str] | None) -> tuple[int, int] | None:
    if found is None:
        return None
    form = "6" if found["m6"] else "7"
    month, day = MONTHS[found[f"m{form}"].lower().rstrip(".")], found[f"d{form}"]
    return month, int(day.rstrip("stndrhSTNDRH"))


def _numeric(year: int, first: int, second: int) -> str | None:
    """Day and month in either order, where only one order is a date or both are the same."""
    days = {_calendar(year, first, second), _calendar(year, second, first)} - {None}
    return days.pop() if len(days) == 1 else None


def _calendar(year: int, month: int, day: int) -> str | None:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _iso(value: str) -> str | None:
    try:
        if re.fullmatch(r"\d{4}-?\d{2}-?\d{2}", value):
            return dt.date.fromisoformat(value).isoformat()
        if re.match(r"\d{4}-\d{2}-\d{2}[T ]", value):
            return dt.datetime.fromisoformat(value).isoformat()
    except ValueError:
        return None
    return None


def _mail(value: str) -> str | None:
    if not re.match(r"(?:[A-Za-z]{3},\s)?\d{1,2}\s[A-Za-z]{3}\s\d{4}\s\d", value):
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError):
        return None
