"""When a report without a day of publication can have been published."""

import datetime as dt
from collections.abc import Mapping

from rashomon.model.annotations import Annotated
from rashomon.model.base import Frozen
from rashomon.model.report import PublishedBasis, PublishedRange, Report
from rashomon.model.times import Interval

_HEAD_LINES = 4
"""Lines in which a masthead stands, empty ones not counted."""
_LONGEST = 80


class Publication(Frozen):
    """The range and what it rests on."""

    range: PublishedRange | None
    basis: PublishedBasis


def publication(
    annotated: Annotated, ranges: Mapping[str, Interval], floors: Mapping[str, dt.date]
) -> Publication:
    """Of a report with a day, that day; else the month of its masthead, or the days that fit what
    it tells (``ranges``), from the last thing on that it tells as past (``floors``)."""
    report = annotated.report
    if report.published:
        day = report.published[:10]
        return Publication(
            range=PublishedRange(earliest=day, latest=day), basis=report.published_basis
        )
    month = _stated_month(annotated)
    found = month or ranges.get(report.id)
    floor = floors.get(report.id)
    if found is not None:
        return Publication(range=_from(floor, found), basis="text" if month else "other-reports")
    if floor is not None:
        return Publication(range=PublishedRange.since(floor), basis="other-reports")
    return Publication(range=None, basis=report.published_basis)


def _from(floor: dt.date | None, found: Interval) -> PublishedRange:
    """What is left of the range from a day on; all of it where nothing would be left."""
    whole = PublishedRange.of(found)
    if floor is None or not found.first_day < floor <= found.last_day:
        return whole
    return whole.model_copy(update={"earliest": floor.isoformat()})


def _stated_month(annotated: Annotated) -> Interval | None:
    """The month that ends a short line of the masthead ("The Harbour Review, May 2024")."""
    end = _end_of_head(annotated.report)
    for time in annotated.annotations.times:
        if time.start >= end:
            return None
        line = annotated.report.text[: time.end].rsplit("\n", 1)[-1]
        rest = annotated.report.text[time.end :].split("\n", 1)[0]
        short = len(line) <= _LONGEST and not rest.strip(" .")
        if time.granularity == "month" and time.anchor == "none" and short:
            return time.interval
    return None


def _end_of_head(report: Report) -> int:
    offset = told = 0
    for line in report.text.splitlines(keepends=True):
        told += bool(line.strip())
        if told > _HEAD_LINES:
            return offset
        offset += len(line)
    return offset
