"""What was known on a day: only the reports that were surely published by then."""

import datetime as dt
from collections.abc import Sequence

from rashomon.model.base import Frozen
from rashomon.model.report import Report


class LeftOut(Frozen):
    """A report that is not part of what was known, and why."""

    report: Report
    why: str


def known_by(
    reports: Sequence[Report], as_of: str
) -> tuple[tuple[Report, ...], tuple[LeftOut, ...]]:
    """The reports published by ``as_of`` (an ISO date, its whole day included, or date-time).

    A report without a date, or with the day alone where ``as_of`` is an hour of that day, may
    have come later and is left out. Raises ``ValueError`` where ``as_of`` is no ISO date.
    """
    moment = moment_of(as_of)
    judged = [(report, _why_not(report, moment)) for report in reports]
    known = tuple(report for report, why in judged if why is None)
    return known, tuple(LeftOut(report=report, why=why) for report, why in judged if why)


def moment_of(as_of: str) -> dt.datetime:
    """The last moment that counts; raises ``ValueError`` where ``as_of`` is no ISO date."""
    try:
        moment = dt.datetime.fromisoformat(as_of)
    except ValueError:
        raise ValueError(
            f"“{as_of}” is no date: write it as 2019-12-30 or 2019-12-30T18:00"
        ) from None
    return dt.datetime.combine(moment.date(), dt.time.max) if _only_day(as_of) else moment


def _only_day(date: str) -> bool:
    return "T" not in date.upper() and ":" not in date


def _why_not(report: Report, moment: dt.datetime) -> str | None:
    if not report.published:
        return "it has no date of publication"
    published = dt.datetime.fromisoformat(report.published)
    if _only_day(report.published):
        whole_day = dt.datetime.combine(published.date(), dt.time.max)
        if _later(whole_day, moment):
            same = published.date() == moment.date()
            return "only its day is known, not the hour" if same else _published(report)
        return None
    return _published(report) if _later(published, moment) else None


def _published(report: Report) -> str:
    return f"it was published on {report.published}"


def _later(published: dt.datetime, moment: dt.datetime) -> bool:
    """By the clock of the place where either has no offset, as everywhere in a dossier."""
    if published.tzinfo is None or moment.tzinfo is None:
        return published.replace(tzinfo=None) > moment.replace(tzinfo=None)
    return published > moment
