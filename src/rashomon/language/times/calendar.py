"""Days, weeks, months, quarters, seasons and holidays: date arithmetic and TIMEX3 names."""

import calendar
import datetime as dt
from functools import cache
from typing import Literal

from rashomon.data import lexicon

DAY = dt.timedelta(days=1)
Period = Literal["D", "W", "MO", "Q", "Y", "DE", "CE"]
Days = tuple[dt.date, dt.date]
"""First and last day, both included."""

_SEASONS = {"SP": ((3, 1), (6, 20)), "SU": ((6, 1), (9, 22)), "FA": ((9, 1), (12, 20))}
_LENGTHS: dict[Period, tuple[int, int]] = {
    "D": (1, 1),
    "W": (7, 7),
    "MO": (28, 31),
    "Q": (90, 92),
    "Y": (365, 366),
    "DE": (3652, 3653),
    "CE": (36524, 36525),
}
"""Fewest and most days of a period."""


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The date, or ``None`` where the calendar has none (30 February)."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def quarter_days(year: int, quarter: int) -> Days:
    """First and last day of a quarter, 1 to 4."""
    return month_days(year, 3 * quarter - 2)[0], month_days(year, 3 * quarter)[1]


def season_days(year: int, season: str) -> Days:
    """A northern season, from its meteorological start to its astronomical end."""
    if season == "WI":
        return dt.date(year, 12, 1), dt.date(year + 1, 3, 20)
    first, last = _SEASONS[season]
    return dt.date(year, *first), dt.date(year, *last)


def week_days(day: dt.date) -> Days:
    """Monday and Sunday of the ISO week."""
    monday = day - day.weekday() * DAY
    return monday, monday + 6 * DAY


def week_name(day: dt.date) -> str:
    """The ISO week, as in ``2019-W52``."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of another month, or that month's last day. Raises ``OverflowError``."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9998:
        raise OverflowError(f"year {year}")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def move(day: dt.date, unit: Period, steps: int) -> dt.date:
    """``day`` moved by so many units. Raises ``OverflowError`` outside the calendar."""
    if unit in ("D", "W"):
        return day + dt.timedelta(days=steps * (7 if unit == "W" else 1))
    return add_months(day, steps * {"MO": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit])


def period_days(day: dt.date, unit: Period) -> Days:
    """First and last day of the period in which ``day`` lies."""
    if unit == "D":
        return day, day
    if unit == "W":
        return week_days(day)
    if unit == "MO":
        return month_days(day.year, day.month)
    if unit == "Q":
        return quarter_days(day.year, (day.month + 2) // 3)
    span = {"Y": 1, "DE": 10, "CE": 100}[unit]
    first = max(1, day.year // span * span)
    return dt.date(first, 1, 1), dt.date(min(9999, first // span * span + span - 1), 12, 31)


def period_name(day: dt.date, unit: Period) -> str:
    """The TIMEX3 value of the period in which ``day`` lies."""
    year = f"{day.year:04}"
    return {
        "D": day.isoformat(),
        "W": week_name(day),
        "MO": day.isoformat()[:7],
        "Q": f"{year}-Q{(day.month + 2) // 3}",
        "Y": year,
        "DE": year[:3],
        "CE": year[:2],
    }[unit]


def envelope(unit: Period, steps: int) -> tuple[int, int]:
    """Days from publication within which the period ``steps`` away lies, whatever that day is."""
    short, long = _LENGTHS[unit]
    slack = 1 if unit == "W" else 0  # for many readers weeks begin on Sunday
    before = steps * (long if steps < 0 else short) - long + 1 - slack
    after = steps * (short if steps < 0 else long) + (short if steps < 0 else long) - 1
    return before, after


def padded(unit: Period, days: Days, day: dt.date) -> Days:
    """The period widened about ``day``: "a week ago" may be three days off, and so on."""
    about = {"D": 0, "W": 3, "MO": 7, "Q": 15, "Y": 31}.get(unit, 0) * DAY
    return min(days[0], day - about), max(days[1], day + about)


def nearest_weekday(day: dt.date, weekday: int, forward: bool) -> dt.date:
    """That weekday (1 = Monday) on or after, else on or before, ``day``."""
    ahead = (weekday - day.isoweekday()) % 7
    return day + ahead * DAY if forward else day - (-ahead % 7) * DAY


def easter(year: int) -> dt.date:
    """Western Easter Sunday (Meeus, Jones and Butcher's rule)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


@cache
def holidays() -> dict[str, tuple[int, int | None, int | None, str]]:
    """name -> month (0 = from Easter), day, weekday, which of the month."""
    return {
        row["name"]: (
            int(row["month"]),
            int(row["day"]) if row["day"] else None,
            int(row["weekday"]) if row["weekday"] else None,
            row["nth"],
        )
        for row in lexicon("times_holidays")
    }


def holiday(name: str, year: int) -> dt.date:
    """The day of a holiday in that year (1583 to 9998)."""
    month, day, weekday, nth = holidays()[name]
    if month == 0:
        return easter(year) + (day or 0) * DAY
    if weekday is None or nth.startswith("+"):
        fixed = dt.date(year, month, day or 1)
        return fixed if weekday is None else nearest_weekday(fixed, weekday, forward=True)
    first, last = month_days(year, month)
    if int(nth) < 0:
        return nearest_weekday(last, weekday, forward=False)
    return nearest_weekday(first, weekday, forward=True) + 7 * (int(nth) - 1) * DAY
