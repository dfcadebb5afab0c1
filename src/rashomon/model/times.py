"""Times as intervals, and as constraints where the report alone cannot settle them."""

import datetime as dt
from typing import Literal, Self

from pydantic import Field, model_validator

from rashomon.model.base import Frozen

Granularity = Literal["minute", "hour", "part-of-day", "day", "week", "month", "year"]

DAY = dt.timedelta(days=1)
_LAST_MOMENT = dt.timedelta(hours=23, minutes=59, seconds=59)


def moment(text: str, end: bool = False) -> dt.datetime:
    """Read an ISO date or local date-time; a bare date is its first or (``end``) last second.

    An offset is dropped: times are compared in the local time of the place.
    """
    value = dt.datetime.fromisoformat(text).replace(tzinfo=None)
    return value + _LAST_MOMENT if end and len(text) == 10 else value


class Interval(Frozen):
    """From ``earliest`` to ``latest``, both included, as ISO 8601 dates or local date-times."""

    earliest: str
    latest: str
    granularity: Granularity = "day"

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.start > self.end:
            raise ValueError(f"{self.earliest} is after {self.latest}")
        return self

    @classmethod
    def of_days(cls, first: dt.date, last: dt.date, granularity: Granularity = "day") -> Self:
        """The whole days from ``first`` to ``last``."""
        return cls(earliest=first.isoformat(), latest=last.isoformat(), granularity=granularity)

    @property
    def start(self) -> dt.datetime:
        """The first second."""
        return moment(self.earliest)

    @property
    def end(self) -> dt.datetime:
        """The last second."""
        return moment(self.latest, end=True)

    @property
    def first_day(self) -> dt.date:
        """The day of the first second."""
        return self.start.date()

    @property
    def last_day(self) -> dt.date:
        """The day of the last second."""
        return self.end.date()

    @property
    def days(self) -> int:
        """How many calendar days it touches, at least 1."""
        return (self.last_day - self.first_day).days + 1

    def meets(self, other: Self) -> bool:
        """Whether some moment lies in both."""
        return self.start <= other.end and other.start <= self.end

    def contains(self, other: Self) -> bool:
        """Whether all of ``other`` lies in this one."""
        return self.start <= other.start and other.end <= self.end

    def intersect(self, other: Self) -> Self | None:
        """What both share, at the finer granularity, or ``None``."""
        if not self.meets(other):
            return None
        first = self if self.start >= other.start else other
        last = self if self.end <= other.end else other
        finer = self if (self.end - self.start) <= (other.end - other.start) else other
        return type(self)(
            earliest=first.earliest, latest=last.latest, granularity=finer.granularity
        )


class Offset(Frozen):
    """A time told relative to the day of publication: "Tuesday", "last week", "two days ago".

    The day lies ``first`` to ``last`` days from publication (negative = before) and, where
    ``weekday`` (1 = Monday … 7 = Sunday) is given, on that day of the week. ``hours`` narrows
    it to a part of the day; ``weeks`` to one calendar week, so many from that of publication
    (-1 = "last week"). This is how a time travels when the publication day is unknown.
    """

    first: int
    last: int
    weekday: int | None = Field(default=None, ge=1, le=7)
    hours: tuple[int, int] | None = None
    granularity: Granularity = "day"
    weeks: int | None = None

    def from_day(self, published: dt.date) -> Interval | None:
        """The interval meant by a report published on that day, or ``None`` if no day fits."""
        days = self._days(published)
        if not days:
            return None
        if self.hours is None:
            return Interval.of_days(days[0], days[-1], self.granularity)
        return Interval(
            earliest=f"{days[0].isoformat()}T{self.hours[0]:02}:00",
            latest=f"{days[-1].isoformat()}T{self.hours[1]:02}:59",
            granularity=self.granularity,
        )

    def publication(self, event: Interval) -> Interval | None:
        """The days on which a report could have been published if this means ``event``."""
        fitting = [
            day
            for day in _each_day(event.first_day, event.last_day)
            if self.weekday in (None, day.isoweekday())
        ]
        if not fitting:
            return None
        return Interval.of_days(fitting[0] - self.last * DAY, fitting[-1] - self.first * DAY)

    def could_mean(self, event: Interval, published: Interval | None) -> bool:
        """Whether some publication day (within ``published``, if known) makes this ``event``."""
        possible = self.publication(event)
        return possible is not None and (published is None or possible.meets(published))

    def same_weekday(self, other: Self) -> bool:
        """Whether nothing in the days of the week keeps the two apart."""
        return None in (self.weekday, other.weekday) or self.weekday == other.weekday

    def meets(self, other: Self) -> bool:
        """Whether both, told by one report, may be the same day."""
        return self.first <= other.last and other.first <= self.last and self.same_weekday(other)

    def _days(self, published: dt.date) -> list[dt.date]:
        window = _each_day(published + self.first * DAY, published + self.last * DAY)
        if self.weeks is not None:
            first, last = _week(published, self.weeks)
            window = [day for day in window if first <= day <= last]
        return [day for day in window if self.weekday in (None, day.isoweekday())]


def _week(published: dt.date, away: int) -> tuple[dt.date, dt.date]:
    """The calendar week so many from that of a day, counted from Sunday or from Monday: said on
    a Sunday, "last week" may end the day before."""
    monday = published + (7 * away + 1 - published.isoweekday()) * DAY
    sunday = monday + 6 * DAY
    ended = published - DAY if published.isoweekday() == 7 and away == -1 else sunday
    return monday - DAY, ended


def _each_day(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + n * DAY for n in range((last - first).days + 1)]
