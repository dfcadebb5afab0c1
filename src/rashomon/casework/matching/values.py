"""What stands in a cell: a day in the spellings that tables use, a number, a coordinate."""

import calendar
import datetime as dt
import math
import re
from dataclasses import dataclass

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s].{0,40})?$")
_NUMBERS = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?:\s.{0,40})?$")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})$")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s\-]([A-Za-z]{3,9})\.?,?[\s\-](\d{4}|\d{2})$")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$")
_MONTHS = {name[:3].lower(): n for n, name in enumerate(calendar.month_name) if name}
_CENTURY, _TURN = 2000, 70
_WHOLE = re.compile(r"\d{1,7}(?:\.0{1,6})?$")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){1,2}$")


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both included."""

    first: dt.date
    last: dt.date

    @property
    def count(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1

    def gap(self, other: "Days") -> int:
        """How many days lie between; 0 where they meet."""
        return max((other.first - self.last).days, (self.first - other.last).days, 0)


@dataclass(frozen=True, slots=True)
class Range:
    """A figure of the dataset: its lowest and highest, and the one it calls best."""

    low: int
    high: int
    best: int | None = None


def day_of(text: str) -> tuple[dt.date, ...]:
    """The days that a cell may mean: none, one, or two ("3/4/2021")."""
    if found := _ISO.match(text) or _YEAR_FIRST.match(text):
        return _date(*map(int, found.groups()))
    if found := _NUMBERS.match(text):
        one, two, year = map(int, found.groups())
        return tuple(dict.fromkeys((*_date(year, two, one), *_date(year, one, two))))
    if found := _DAY_MONTH.match(text):
        return _date(_year(found.group(3)), _month(found.group(2)), int(found.group(1)))
    if found := _MONTH_DAY.match(text):
        return _date(int(found.group(3)), _month(found.group(1)), int(found.group(2)))
    return ()


def _date(year: int, month: int, day: int) -> tuple[dt.date, ...]:
    try:
        return (dt.date(year, month, day),)
    except ValueError:
        return ()


def _month(name: str) -> int:
    return _MONTHS.get(name[:3].lower(), 0)


def _year(text: str) -> int:
    """Two digits are of this century up to 69."""
    year = int(text)
    if len(text) == 4:
        return year
    return year + _CENTURY if year < _TURN else year + _CENTURY - 100


def number_of(text: str) -> int | None:
    """A count of people, or ``None`` where the cell holds none."""
    if _THOUSANDS.match(text):
        return int(text.replace(",", ""))
    return int(float(text)) if _WHOLE.match(text) else None


def within(text: str, most: int) -> float | None:
    """A coordinate in degrees, or ``None``."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= most else None
