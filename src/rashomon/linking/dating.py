"""Dating: incidents from the episodes that tell of them, and undated reports from incidents.

An undated report that says "Tuesday" of an incident which another report dates was published on
that Tuesday or within the week after. Worked out once, from the clusters; nothing flows back.
"""

import datetime as dt
import math
from collections.abc import Mapping, Sequence

from rashomon.linking.clusters import Cluster
from rashomon.model.episodes import Episode, TimeFrame
from rashomon.model.times import DAY, Interval

_SPAN = 0.15
"""As among the times of one report: a day gives way to a span with seven times as much."""
_UNWEIGHED = 2.0
_A_MONTH = 27
"""Days; what is wider is a month, a season or a year."""
_EVEN = 0.3
"""The weight of a time that is as likely as not that of the incident (claims/when.py)."""
_OUT_BEFORE = 0.5
"""What a report that was out before a day says against it, as a share of what it says for its own:
not all, since metadata err and piles hold reports of something else."""
_TOLD_ASIDE = 0.5
"""A report that tells of the incident in passing counts half."""


def published_ranges(clusters: Sequence[Cluster]) -> dict[str, Interval]:
    """For each report without a date the days on which it can have been published, if any
    incident that others date tells."""
    ranges: dict[str, Interval] = {}
    for cluster in clusters:
        when = incident_time(cluster.episodes, {})
        if when is None:
            continue
        for episode in cluster.episodes:
            found = _publication(episode, when)
            if found is not None:
                known = ranges.get(episode.report)
                ranges[episode.report] = (known.intersect(found) or known) if known else found
    return ranges


def told_as_past(clusters: Sequence[Cluster]) -> dict[str, dt.date]:
    """For each report without a date the last day on which anything happened that it tells as
    past, so far as that day is known: it cannot be older."""
    floors: dict[str, dt.date] = {}
    for cluster in clusters:
        undated = [each.report for each in cluster.episodes if each.published is None]
        when = incident_time(cluster.episodes, {}) if undated else None
        if when is not None:
            for report in undated:
                floors[report] = max(floors.get(report, dt.date.min), when.first_day)
    return floors


def incident_time(episodes: Sequence[Episode], ranges: Mapping[str, Interval]) -> Interval | None:
    """When the incident happened: the day with most of the telling behind it over all reports, at
    its finest; where no day is given the narrowest span."""
    told = [(each, share) for e in episodes for each, share in _shares(e, ranges)]
    days: dict[dt.date, float] = {}
    for each, share in told:
        if each.days == 1:
            days[each.first_day] = days.get(each.first_day, 0.0) + share
    out = [_out(episode, ranges) for episode in episodes]
    weights = {
        day: own + _around(day, own, told) - math.fsum(sure for on, sure in out if on < day)
        for day, own in days.items()
    }
    spans = [(share, each) for each, share in told if each.days > 1]
    widest = max((share for share, _ in spans), default=0.0)
    if not weights or max(days.values()) < _SPAN * widest:
        return min((e for _, e in spans), key=lambda each: (each.days, each.earliest), default=None)
    best = min(weights, key=lambda day: (-round(weights[day], 6), day))
    return _finest([each for each, _ in told if each.days == 1 and each.first_day == best])


def _shares(episode: Episode, ranges: Mapping[str, Interval]) -> list[tuple[Interval, float]]:
    """The known times of an episode, each with its share of what the episode says of its time; a
    time with little behind it counts for less than a whole report."""
    known = [
        (found, frame.weight or _UNWEIGHED)
        for frame in episode.times
        if (found := frame.interval or _through(frame, ranges.get(episode.report))) is not None
        and not _outweighed(frame, episode)
    ]
    total = sum(weight for _, weight in known)
    sure = total / (total + _EVEN) * (1.0 if episode.main else _TOLD_ASIDE)
    return [(found, sure * weight / total) for found, weight in known]


def _outweighed(frame: TimeFrame, episode: Episode) -> bool:
    """Whether a month or year that is told further down gives way to a day, though nobody knows
    yet which day "Friday" was."""
    if frame.interval is None or frame.interval.days <= _A_MONTH:
        return False
    days = (t.weight or _UNWEIGHED for t in episode.times if t.interval is None and t.offset)
    return (frame.weight or _UNWEIGHED) < _SPAN * max(days, default=0.0)


def _out(episode: Episode, ranges: Mapping[str, Interval]) -> tuple[dt.date, float]:
    """The last day on which the report can have come out, and how much that says against later
    days: nothing happened after it was told."""
    said = math.fsum(share for _, share in _shares(episode, ranges))
    day = episode.published.last_day if episode.published is not None else dt.date.max
    return day, _OUT_BEFORE * said


def _around(day: dt.date, own: float, told: Sequence[tuple[Interval, float]]) -> float:
    """What spans that hold the day add to it: at most as much as it has itself."""
    spans = sum(s for each, s in told if each.days > 1 and each.first_day <= day <= each.last_day)
    return min(own, spans)


def _publication(episode: Episode, when: Interval) -> Interval | None:
    if episode.published is not None:
        return None
    for frame in episode.times:
        if frame.interval is None and frame.offset is not None:
            return frame.offset.publication(when)
    return None


def _finest(told: list[Interval]) -> Interval:
    """What all share of one day, or the whole day where the hours differ."""
    shared = told[0]
    for each in told[1:]:
        closer = shared.intersect(each)
        if closer is None:
            return Interval.of_days(shared.first_day, shared.first_day)
        shared = closer
    return shared


def _through(frame: TimeFrame, published: Interval | None) -> Interval | None:
    """The days that an offset can mean over all possible days of publication."""
    if frame.offset is None or published is None:
        return None
    days = [published.first_day + n * DAY for n in range(published.days)]
    meant = [each for day in days if (each := frame.offset.from_day(day)) is not None]
    if not meant:
        return None
    if len({each.earliest for each in meant}) == 1:
        return meant[0]
    return Interval.of_days(
        min(each.first_day for each in meant), max(each.last_day for each in meant)
    )
