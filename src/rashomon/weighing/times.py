"""Which claimed times are one day, and which can hold together."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache

from rashomon.data import lexicon
from rashomon.model.claims import Claim, WhenValue
from rashomon.model.times import DAY, Interval
from rashomon.weighing.wording import word_list, words_for

_SLACK = dt.timedelta(hours=2)  # clock times told this far apart are one moment
_NARROW = 7  # days
_LEAP = 2000  # a year that has every day of the calendar
_YEAR = re.compile(r"\b\d{4}\b")
_SATURDAY, _DUSK = 6, 17  # day of the week, and the hour of its eve from which it is weekend
_EVENING, _MORNING, _NOON = 18, 6, 12  # hours between which a night runs on past midnight


def interval(claim: Claim) -> Interval | None:
    """The time that a claim gives; ``None`` where its report alone does not settle it."""
    value = claim.value
    if not isinstance(value, WhenValue) or value.earliest is None or value.latest is None:
        return None
    granularity = value.granularity or "day"
    return Interval(earliest=value.earliest, latest=value.latest, granularity=granularity)


def widest(claim: Claim) -> Interval | None:
    """The time that a claim gives, as loosely as its words are used: a weekend may begin on
    Friday evening."""
    found = interval(claim)
    if found is None or found.start.isoweekday() != _SATURDAY:
        return found
    if not words_for("weekend").intersection(_said(claim)):
        return found
    eve = found.first_day - DAY
    return Interval(earliest=f"{eve.isoformat()}T{_DUSK:02}:00", latest=found.latest)


def settled(claim: Claim) -> Interval | None:
    """The time that a claim gives where its words stand by themselves and can dispute another:
    not "that night", which hangs on what was told before, nor "this year"."""
    found = widest(claim)
    said = set(_said(claim))
    if found is None or said & words_for("told-from"):
        return None
    return None if found.days > _NARROW and said & words_for("told-now") else found


def one_date(one: Claim, other: Claim) -> bool:
    """Whether both words name one day of the calendar and the year is not said: which year is
    meant is our reading."""
    first, second = interval(one), interval(other)
    if first is None or second is None or first.start.year == second.start.year:
        return False
    if _names_year(one) and _names_year(other):
        return False
    days = [
        (each.first_day.replace(year=_LEAP), each.last_day.replace(year=_LEAP))
        for each in (first, second)
    ]
    return days[0][0] <= days[1][1] and days[1][0] <= days[0][1]


def _names_year(claim: Claim) -> bool:
    return bool(_YEAR.search(claim.span.exact))


def over_before(claim: Claim, day: str | None) -> bool:
    """Whether the time that a claim gives was over before that ISO day."""
    found = interval(claim)
    return bool(day and found and found.last_day < dt.date.fromisoformat(day[:10]))


def weekday_said(claim: Claim) -> int | None:
    """The one day of the week (1 = Monday) that the words name, if they name one."""
    named = {_weekdays()[word] for word in _said(claim) if word in _weekdays()}
    return named.pop() if len(named) == 1 else None


def _said(claim: Claim) -> list[str]:
    return [word.removesuffix("'s").removesuffix("’s") for word in word_list(claim.span.exact)]


@cache
def _weekdays() -> dict[str, int]:
    rows = lexicon("times_words")
    return {row["word"]: int(row["value"]) for row in rows if row["class"] == "weekday"}


def part(one: Interval, other: Interval) -> bool:
    """Whether the two cannot both be the time of one thing.

    Clock times some hours apart can; so can the last hours of a day and the first of the next.
    """
    first, second = sorted((one, other), key=lambda each: (each.start, each.end))
    if first.meets(second) or over_midnight(first, second):
        return False
    of_one_day = first.days == second.days == 1 and first.first_day == second.first_day
    return not of_one_day or second.start - first.end > _SLACK


def over_midnight(one: Interval, other: Interval) -> bool:
    """Whether one ends a day and the other begins the next, both told by the hour: "Monday
    night" and "early on Tuesday", or "Tuesday morning", are one night."""
    first, second = sorted((one, other), key=lambda each: (each.start, each.end))
    if first.meets(second) or first.last_day + DAY != second.first_day:
        return False
    edges = first.start.hour >= _EVENING and second.start.hour <= _MORNING
    edges = edges and second.end.hour < _NOON
    return edges and first.days == second.days == 1


def common(claims: Sequence[Claim]) -> WhenValue:
    """What all of these claims of one time say: the widest where it holds the others, else the
    whole day; unsettled ones say only the day."""
    known = [(claim, found) for claim in claims if (found := interval(claim))]
    if not known:
        return _value(claims[0])
    widest, span = max(known, key=lambda pair: (pair[1].end - pair[1].start, pair[0].id))
    settled = len(known) == len(claims) or span.end - span.start >= DAY - _SECOND
    if settled and all(span.contains(found) for _, found in known):
        return _value(widest)
    day = span.first_day.isoformat()
    return WhenValue(earliest=day, latest=day, granularity="day")


_SECOND = dt.timedelta(seconds=1)


def _value(claim: Claim) -> WhenValue:
    if not isinstance(claim.value, WhenValue):
        raise TypeError(f"claim {claim.id} of {claim.property} has no time")
    return claim.value
