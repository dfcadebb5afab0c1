"""One published document, as it was read."""

import datetime as dt
from typing import Literal

from pydantic import Field

from rashomon.model.base import Frozen, WhyNull
from rashomon.model.times import Interval

PublishedBasis = Literal["metadata", "text", "other-reports", "unknown"]


class Report(Frozen):
    """A report as given: its text is never cut, only annotated.

    ``source`` is the url, else the path, else the given id; ``sha256`` is of the raw bytes
    (of the UTF-8 text where the report came as a mapping). ``published`` is an ISO date or
    date-time with its ``published_basis``. ``language`` is an ISO 639-1 code.
    """

    id: str
    source: str
    sha256: str
    text: str = Field(repr=False)
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    language: str | None = None


class PublishedRange(Frozen):
    """The days on which a report can have been published; null where nothing bounds an end."""

    earliest: str | None
    latest: str | None
    why_null: WhyNull = Field(default_factory=dict)

    @classmethod
    def of(cls, interval: Interval) -> "PublishedRange":
        """The range that an interval spans."""
        return cls(earliest=interval.earliest[:10], latest=interval.latest[:10])

    @classmethod
    def since(cls, day: dt.date) -> "PublishedRange":
        """That day or any later one."""
        return cls(earliest=day.isoformat(), latest=None, why_null={"latest": "not-stated"})
