"""Times in words, the same in every locale."""

import calendar
import datetime as dt

from rashomon.model.times import Granularity, moment

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
GRANULARITY: dict[Granularity, str] = {
    "minute": "to the minute",
    "hour": "to the hour",
    "part-of-day": "to a part of the day",
    "day": "to the day",
    "week": "to the week",
    "month": "to the month",
    "year": "to the year",
}


def when_words(earliest: str, latest: str) -> str:
    """An interval in words: "Monday 13 May 2024", "May 2024", "3 to 9 May 2024".

    What is no ISO 8601 date is given as it stands.
    """
    try:
        first, last = moment(earliest), moment(latest)
    except ValueError:
        return earliest if earliest == latest else f"{earliest} to {latest}"
    if len(earliest) == len(latest) == 10:
        return _days(first.date(), last.date())
    start = _with_clock(first, earliest)
    if first.date() != last.date():
        return f"{start} to {_with_clock(last, latest)}"
    return start if first == last else f"{start} to {last:%H:%M}"


def partly(earliest: str | None, latest: str | None) -> str | None:
    """An interval of which one end may be missing; ``None`` where both are."""
    if earliest and latest:
        return when_words(earliest, latest)
    if latest:
        return f"not after {day_words(latest)}"
    return f"not before {day_words(earliest)}" if earliest else None


def day_words(iso: str) -> str:
    """One ISO day or moment in words."""
    return when_words(iso, iso)


def sort_key(iso: str | None) -> dt.datetime:
    """Where a time stands on a time line; what cannot be read stands last."""
    try:
        return moment(iso) if iso else dt.datetime.max
    except ValueError:
        return dt.datetime.max


def _with_clock(value: dt.datetime, text: str) -> str:
    day = _days(value.date(), value.date())
    return day if len(text) == 10 else f"{day}, {value:%H:%M}"


def _days(first: dt.date, last: dt.date) -> str:
    if first == last:
        return f"{_DAYS[first.weekday()]} {_day(first)}"
    if first.year != last.year:
        return f"{_day(first)} to {_day(last)}"
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole and (first.month, last.month) == (1, 12):
        return str(first.year)
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} to {_day(last)}"
    return f"{_MONTHS[first.month - 1]} {first.year}" if whole else f"{first.day} to {_day(last)}"


def _day(value: dt.date) -> str:
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
