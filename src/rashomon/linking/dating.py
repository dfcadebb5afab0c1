"""Dating: incidents from the episodes that tell of them, and undated reports from incidents.

An undated report that says "Tuesday" of an incident which another report dates was published on
that Tuesday or within the week after. Worked out once, from the clusters; nothing flows back.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from rashomon.linking.clusters import Cluster
from rashomon.model.episodes import Episode, TimeFrame
from rashomon.model.times import DAY, Interval


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


def incident_time(episodes: Sequence[Episode], ranges: Mapping[str, Interval]) -> Interval | None:
    """When the incident happened: the day that most reports give, at its finest; where no day is
    given the narrowest span."""
    told = [each for episode in episodes if (each := _of(episode, ranges)) is not None]
    days: dict[dt.date, int] = {}
    for each in told:
        if each.days == 1:
            days[each.first_day] = days.get(each.first_day, 0) + 1
    if not days:
        return min(told, key=lambda each: (each.days, each.earliest), default=None)
    best = min(days, key=lambda day: (-days[day], day))
    return _finest([each for each in told if each.days == 1 and each.first_day == best])


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


def _of(episode: Episode, ranges: Mapping[str, Interval]) -> Interval | None:
    if not episode.times:
        return None
    first = episode.times[0]
    return first.interval or _through(first, ranges.get(episode.report))


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
