"""What a time expression means: a TIMEX3 value, the days and hours, and how it was settled."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from rashomon.language.times.calendar import DAY, Days
from rashomon.model.base import NullReason
from rashomon.model.times import Granularity, Offset

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["publication", "text", "event", "none"]
Clock = tuple[int, int, int, int]
"""First hour and minute, last hour and minute; an hour of 24 or more lies on the day after."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning of a time expression.

    ``days`` are its first and last day where known, ``clock`` narrows it to hours of each.
    ``floating`` marks a time of day that still needs a day. ``offset`` is kept beside known
    days where these hang on the publication day.
    """

    timex: str
    type: TimexType = "DATE"
    days: Days | None = None
    granularity: Granularity | None = None
    anchor: Anchor = "none"
    offset: Offset | None = None
    clock: Clock | None = None
    why: NullReason = "unresolved"
    floating: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it picks one day, known or not: something that "the next day" can follow."""
        return self.granularity in ("day", "part-of-day", "hour", "minute") and (
            self.days is not None or self.offset is not None
        )

    @property
    def day(self) -> dt.date | None:
        """Its first day, where known."""
        return self.days[0] if self.days else None

    @property
    def date_value(self) -> str:
        """Its TIMEX3 value without the time of day."""
        return self.timex.partition("T")[0]

    def whole_day(self) -> "Reading":
        """The same without its hours."""
        if self.clock is None:
            return self
        offset = self.offset and self.offset.model_copy(
            update={"hours": None, "granularity": "day"}
        )
        days = (self.days[0], self.days[0]) if self.days else None
        return replace(
            self,
            timex=self.date_value,
            type="DATE",
            days=days,
            granularity="day",
            clock=None,
            offset=offset,
        )

    def at(self, clock: Clock, suffix: str, granularity: Granularity) -> "Reading":
        """The same day at a time; ``suffix`` is what TIMEX3 puts after it (``TNI``, ``""``)."""
        base = self.whole_day()
        days = base.days
        if days and clock[2] >= 24:
            days = (days[0], days[1] + DAY)
        return replace(
            base,
            timex=base.timex + suffix,
            type="TIME" if suffix else base.type,
            days=days,
            clock=clock,
            granularity=granularity,
            offset=base.offset and _offset_at(base.offset, clock, base.days is not None),
            floating=False,
        )

    def shifted(self, count: int) -> "Reading":
        """The day so many days later, told by the text."""
        base = self.whole_day()
        days = base.days and (base.days[0] + count * DAY, base.days[1] + count * DAY)
        offset = base.offset and _shift(base.offset, count)
        return replace(
            base,
            timex=_shifted_value(days, offset),
            days=days,
            offset=offset,
            anchor="text",
        )

    def moved(self, count: int) -> "Reading":
        """The same hours so many days later."""
        base = self.shifted(count)
        if self.clock is None or self.granularity is None:
            return base
        return base.at(self.clock, self.timex[len(self.date_value) :], self.granularity)

    def bounds(self) -> tuple[str, str] | None:
        """Earliest and latest as ISO 8601, or ``None`` where the days are not known."""
        if self.days is None:
            return None
        first, last = self.days
        if self.clock is None:
            return first.isoformat(), last.isoformat()
        h1, m1, h2, m2 = self.clock
        return f"{first}T{h1:02}:{m1:02}", f"{last}T{h2 % 24:02}:{m2:02}"


def _offset_at(offset: Offset, clock: Clock, known: bool) -> Offset:
    """With hours. A night that runs into the next day needs a known day or is cut at 24:00."""
    exact = clock[0] == clock[2] and (clock[1], clock[3]) != (0, 59)
    update: dict[str, object] = {
        "hours": (clock[0] % 24, min(clock[2], 23)),
        "granularity": "hour" if exact or clock[0] == clock[2] else "part-of-day",
    }
    if clock[2] >= 24 and offset.weekday is None and known:
        update |= {"last": offset.last + 1, "hours": (clock[0] % 24, clock[2] % 24)}
    return offset.model_copy(update=update)


def _shift(offset: Offset, count: int) -> Offset:
    weekday = offset.weekday and (offset.weekday - 1 + count) % 7 + 1
    return offset.model_copy(
        update={
            "first": offset.first + count,
            "last": offset.last + count,
            "weekday": weekday,
            "weeks": None,
        }
    )


def _shifted_value(days: Days | None, offset: Offset | None) -> str:
    if days:
        return days[0].isoformat()
    if offset and offset.weekday:
        return f"XXXX-WXX-{offset.weekday}"
    return "XXXX-XX-XX"


def offset_of(days: Days, published: dt.date, granularity: Granularity) -> Offset:
    """The days told from publication."""
    first, last = ((day - published).days for day in days)
    return Offset(first=first, last=last, granularity=granularity)
