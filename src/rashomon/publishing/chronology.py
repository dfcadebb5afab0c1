"""The time line drawn: when incidents happened, how they hang together, when reports came out.

Long stretches in which nothing happens are shortened, and the line is broken there.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rashomon.model.dossier import Dossier, DossierReport
from rashomon.model.incidents import Incident
from rashomon.model.times import moment
from rashomon.publishing import words
from rashomon.publishing.book import shortened

WIDTH = 640.0
_LEFT, _RIGHT, _ROW, _TOP = 16.0, 170.0, 44.0, 10.0
_LONGEST_GAP, _BREAK = 12, 4
_LABEL_ROOM = 84.0
_MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class Scale:
    """Days on a line: the known ones with their places, and where the line is broken."""

    places: dict[int, float]
    breaks: tuple[float, ...]

    def at(self, day: dt.date) -> float:
        """Where a day stands; only days that the scale was made of have a place."""
        return self.places[day.toordinal()]


@dataclass(frozen=True, slots=True)
class Event:
    """An incident on its row: from the first to the last day it may have happened on."""

    left: float
    right: float
    y: float
    label: str
    told: str

    @property
    def far(self) -> bool:
        """Whether it stands so far right that its name must end there."""
        return self.right > WIDTH / 2 - 20


@dataclass(frozen=True, slots=True)
class Arc:
    """A relation between two rows: the path, where its words stand, and the words."""

    path: str
    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class DayTick:
    """A day below the line."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Chronology:
    """The drawing; ``reports`` are the places of publication on the last row."""

    height: float
    axis: float
    events: tuple[Event, ...]
    arcs: tuple[Arc, ...]
    reports: tuple[tuple[float, int], ...]
    breaks: tuple[float, ...]
    ticks: tuple[DayTick, ...]
    alt: str


def chronology(dossier: Dossier) -> Chronology | None:
    """The drawing for a dossier; ``None`` where fewer than two things have a day."""
    dated = [(each, *days) for each in dossier.incidents if (days := _days(each)) is not None]
    dated = sorted(dated[:_MOST_ROWS], key=lambda row: (row[1], row[2], row[0].id))
    published = [day for report in dossier.reports if (day := _published(report)) is not None]
    if not dated or len(dated) + len(set(published)) < 2:
        return None
    scale = day_scale([*(day for row in dated for day in row[1:]), *published], _LEFT, _end())
    axis = _TOP + _ROW * len(dated) + 22
    events = {row[0].id: _event(row, number, scale) for number, row in enumerate(dated)}
    return Chronology(
        height=axis + 24,
        axis=axis,
        events=tuple(events.values()),
        arcs=tuple(_arcs([row[0] for row in dated], events)),
        reports=tuple((scale.at(day), published.count(day)) for day in sorted(set(published))),
        breaks=scale.breaks,
        ticks=tuple(day_ticks(scale, _LABEL_ROOM)),
        alt=_alt(len(dated), len(published)),
    )


def _end() -> float:
    return WIDTH - _RIGHT


def _alt(incidents: int, reports: int) -> str:
    told = f"{words.several(incidents, 'incident')} and {words.several(reports, 'report')}"
    return f"Time line of {told}; the list below gives each with its day."


def _days(incident: Incident) -> tuple[dt.date, dt.date] | None:
    first, last = as_day(incident.when.earliest), as_day(incident.when.latest)
    first, last = first or last, last or first
    return (first, max(first, last)) if first and last else None


def _published(report: DossierReport) -> dt.date | None:
    return as_day(report.published)


def as_day(iso: str | None) -> dt.date | None:
    """The day of an ISO date or moment; ``None`` for what is neither."""
    try:
        return moment(iso).date() if iso else None
    except ValueError:
        return None


def day_scale(days: Iterable[dt.date], left: float, right: float) -> Scale:
    """A scale that holds the given days; a gap of more than twelve days is cut to four."""
    known = sorted({day.toordinal() for day in days})
    steps = [min(after - before, _LONGEST_GAP) for before, after in pairwise(known)]
    cut = [after - before > _LONGEST_GAP for before, after in pairwise(known)]
    widths = [_BREAK if is_cut else step for step, is_cut in zip(steps, cut, strict=True)]
    unit = (right - left) / max(sum(widths), 1)
    places, breaks, x = {known[0]: left}, [], left
    for day, width, is_cut in zip(known[1:], widths, cut, strict=True):
        if is_cut:
            breaks.append(round(x + width * unit / 2, 1))
        x += width * unit
        places[day] = round(x, 1)
    return Scale(places, tuple(breaks))


def day_ticks(scale: Scale, room: float) -> Iterator[DayTick]:
    """Days with their names, as many as have room: the first, the last, then from the left."""
    days = sorted(scale.places)
    taken: list[float] = []
    for day in dict.fromkeys([days[0], days[-1], *days]):
        x = scale.places[day]
        if all(abs(x - other) >= room for other in taken):
            taken.append(x)
            yield DayTick(x, f"{dt.date.fromordinal(day):%d.%m.%Y}")


def _event(row: tuple[Incident, dt.date, dt.date], number: int, scale: Scale) -> Event:
    incident, first, last = row
    told = f"{incident.title}: {first.isoformat()} to {last.isoformat()}"
    y = _TOP + _ROW * number + 26
    return Event(scale.at(first), scale.at(last), y, shortened(incident.title), told)


def _arcs(incidents: list[Incident], events: dict[str, Event]) -> Iterator[Arc]:
    """From each incident to the one it is said to hang on, bowed out to the right."""
    drawn: set[tuple[str, str]] = set()
    for incident in incidents:
        for relation in incident.relations:
            pair = (incident.id, relation.incident)
            if relation.incident not in events or pair in drawn:
                continue
            drawn.add(pair)
            types = [r.type for r in incident.relations if r.incident == relation.incident]
            named = words.listed([words.RELATION_SHORT[t] for t in dict.fromkeys(types)])
            yield _arc(events[incident.id], events[relation.incident], len(drawn), named)


def _arc(later: Event, earlier: Event, number: int, named: str) -> Arc:
    bow = round(max(later.right, earlier.right) + 18 + 10 * (number % 3), 1)
    path = (
        f"M{later.right + 7} {later.y}C{bow} {later.y} {bow} {earlier.y} "
        f"{earlier.right + 9} {earlier.y}m6 -4l-6 4l6 4"
    )
    return Arc(path, round(bow - 2, 1), round((later.y + earlier.y) / 2 + 4, 1), named)
