"""What a reader may know besides the words: publication, tense, and the times told before."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from rashomon.language.times.calendar import Days
from rashomon.language.times.grammar import Found
from rashomon.language.times.reading import Clock, Reading
from rashomon.language.times.tense import Direction, direction
from rashomon.model.times import Offset

_AHEAD = frozenset({("soon", "as"), ("ahead", "of")})
""" "As soon as Tuesday", "ahead of the weekend"."""
_EVENING = 18
"""The hour from which on a report of the same day gets rare."""


@dataclass(slots=True)
class Scene:
    """The state of reading one report, from its first word to the last.

    ``day`` is the last single day told, ``year`` the last year written out, ``quarter`` the
    last quarter, ``told`` the days of the last date of any kind, ``months`` the last
    year with which a month was told: what "the next day", "June 5", "a year earlier" and
    "that year" can lean on.
    """

    doc: Doc
    published: dt.date | None
    day: Reading | None = None
    year: int | None = None
    quarter: Days | None = None
    told: Days | None = None
    months: dict[int, int] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    parsed: bool = False

    def __post_init__(self) -> None:
        """Note where the tokens start."""
        self.starts = [token.idx for token in self.doc]
        self.parsed = self.doc.has_annotation("DEP")

    def token(self, offset: int) -> Token | None:
        """The token in which a character lies."""
        place = bisect_right(self.starts, offset) - 1
        return self.doc[place] if place >= 0 else None

    def direction(self, found: Found) -> Direction:
        """Whether the expression lies in the past or ahead: "until Monday" looks ahead."""
        near, far = found.before_all(), found.before_all(2)
        if self._owns(found):  # "killed by Friday's quake" is not due by Friday
            near = ""
        return self._direction(found, "by" if (far, near) in _AHEAD else near)

    def _owns(self, found: Found) -> bool:
        token = self.token(found.coded.starts[found.last])
        behind = token.i + 1 if token is not None else len(self.doc)
        return behind < len(self.doc) and self.doc[behind].tag_ == "POS"

    def tense(self, found: Found) -> Direction:
        """The same from the verbs alone."""
        return self._direction(found, "")

    def _direction(self, found: Found, before: str) -> Direction:
        token = self.token(found.coded.starts[found.last])
        if token is None or not self.parsed:
            return "unknown"
        return direction(token, before)

    def named(self, found: Found) -> str:
        """The kind of name in which the expression begins, as spaCy labels it, or ``""``."""
        token = self.token(found.start)
        return token.ent_type_ if token is not None else ""

    def today(self) -> Reading:
        """The day told last, else the day of publication."""
        return self.day if self.day is not None else self.today_published()

    def today_published(self) -> Reading:
        """The day of publication, told or not."""
        offset = Offset(first=0, last=0)
        if self.published is None:
            return Reading("XXXX-XX-XX", granularity="day", anchor="publication", offset=offset)
        return Reading(
            self.published.isoformat(),
            days=(self.published, self.published),
            granularity="day",
            anchor="publication",
            offset=offset,
        )

    def day_of_hour(self, clock: Clock | None) -> Reading:
        """The day of publication for a bare "5 a.m."; for a bare "9 p.m." that day or the one
        before, since few reports come out after it."""
        if clock is not None and clock[0] < _EVENING:
            return self.today_published()
        offset = Offset(first=-1, last=0)
        interval = offset.from_day(self.published) if self.published else None
        days = (interval.first_day, interval.last_day) if interval else None
        return Reading(
            "XXXX-XX-XX", days=days, granularity="day", anchor="publication", offset=offset
        )

    def forget_quarter(self) -> None:
        """No longer told of one: after "the first nine months", "a year earlier" is the year."""
        self.quarter = None

    def remember(self, reading: Reading) -> None:
        """Keep what later expressions can lean on."""
        if reading.is_day and reading.type in ("DATE", "TIME"):
            self.day = reading
        if reading.type == "DATE" and reading.days:
            self.told = reading.days
        if "-Q" in reading.timex and reading.days and reading.anchor != "text":
            self.quarter = reading.days
        if reading.anchor == "none" and reading.days:
            self.year = reading.days[0].year
            if (reading.days[1] - reading.days[0]).days < 31:
                self.months[reading.days[0].month] = self.year


Reader = Callable[[Found, Scene], Reading | None]
"""Reads one match, or turns it down."""
