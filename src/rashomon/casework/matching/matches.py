"""Finding the rows: an index of days keeps a large dataset from being compared in full."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rashomon.casework.matching.columns import FORMATS
from rashomon.casework.matching.rows import Row, Source
from rashomon.casework.matching.scoring import (
    FARTHEST_DAYS,
    Ours,
    Part,
    differences,
    overall,
    parts,
)
from rashomon.casework.matching.values import Days
from rashomon.model.claims import ActorValue, ResponsibleValue
from rashomon.model.dossier import Dossier
from rashomon.model.incidents import Incident
from rashomon.publishing.exports import telling

LEAST = 0.55
"""Below this a row is not said to be the incident."""
MOST = 5
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Match:
    """A row that may be an incident: the score from 0 to 1, its parts, and what differs."""

    incident: Incident
    row: Row
    score: float
    parts: tuple[Part, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """What came of a comparison: of each incident the best rows, and what could not be read."""

    dossier: Dossier
    source: str
    format: str
    rows: int
    undated: int
    broken: int
    cut: bool
    matches: tuple[Match, ...]

    def of(self, incident: str) -> tuple[Match, ...]:
        """The rows of one incident, the best first."""
        return tuple(each for each in self.matches if each.incident.id == incident)


def match(dossier: Dossier, path: Path, format: str) -> Matched:
    """Compare the incidents with the rows of a dataset.

    Raises ``ValueError`` with the reason where the file is no table of that format, ``OSError``
    where it cannot be opened.
    """
    if format not in FORMATS:
        raise ValueError(f"“{format}” is none of {', '.join(FORMATS)}")
    index = _Index(dossier)
    source = Source(path, format)
    kept: defaultdict[str, list[Match]] = defaultdict(list)
    for row in source:
        for ours in index.near(row):
            made = _match(ours, row)
            if made is not None:
                _keep(kept[ours.incident.id], made)
    tally, best = source.tally, _best_of_rows(kept)
    return Matched(
        dossier=dossier,
        source=path.name,
        format=format,
        rows=tally.rows,
        undated=tally.undated,
        broken=tally.broken,
        cut=tally.cut,
        matches=tuple(
            each
            for incident in dossier.incidents
            for each in kept[incident.id]
            if each.score >= best[each.row.number]
        ),
    )


def _match(ours: Ours, row: Row) -> Match | None:
    found = parts(ours, row)
    score = round(overall(found), 2)
    if score < LEAST:
        return None
    return Match(ours.incident, row, score, found, tuple(differences(ours, row)))


def _best_of_rows(kept: Mapping[str, list[Match]]) -> dict[int, float]:
    """Of each row its best score: it is the incident that it fits best, not its neighbours too."""
    best: dict[int, float] = {}
    for found in kept.values():
        for each in found:
            best[each.row.number] = max(each.score, best.get(each.row.number, 0.0))
    return best


def _keep(best: list[Match], made: Match) -> None:
    """The best few, the better first, of equals the earlier row."""
    best.append(made)
    best.sort(key=lambda each: (-each.score, each.row.number))
    del best[MOST:]


class _Index:
    """The incidents by the days on which a row may be one of them."""

    def __init__(self, dossier: Dossier) -> None:
        self._by_day: defaultdict[dt.date, list[Ours]] = defaultdict(list)
        self._wide: list[Ours] = []
        for ours in _all(dossier):
            if ours.days.count > _WIDEST:
                self._wide.append(ours)
                continue
            for day in _each(ours.days, FARTHEST_DAYS):
                self._by_day[day].append(ours)

    def near(self, row: Row) -> Iterator[Ours]:
        """Each incident that lies near enough in time, once."""
        found = {
            id(ours): ours
            for days in row.days
            for day in _each(days, 0)
            for ours in self._by_day.get(day, ())
        }
        yield from found.values()
        for ours in self._wide:
            if any(days.gap(ours.days) <= FARTHEST_DAYS for days in row.days):
                yield ours


def _each(days: Days, more: int) -> Iterator[dt.date]:
    """Every day, with some before and after; of a very long time the first part."""
    first = days.first.toordinal() - more
    last = min(days.last.toordinal() + more, first + _WIDEST * 8)
    for number in range(max(first, 1), min(last, dt.date.max.toordinal()) + 1):
        yield dt.date.fromordinal(number)


def _all(dossier: Dossier) -> Iterator[Ours]:
    """The incidents that have a day, with the names of those who took part; no private person."""
    names = {
        actor.id: dict.fromkeys((actor.name, *(name.text for name in actor.names)))
        for actor in dossier.actors
        if actor.kind not in ("person", "crowd")
    }
    for incident in dossier.incidents:
        span = telling.days(incident)
        if span is None:
            continue
        values = (reading.value for each in incident.findings for reading in each.readings)
        taking_part = (v.actor for v in values if isinstance(v, ActorValue | ResponsibleValue))
        said = (name for actor in dict.fromkeys(taking_part) for name in names.get(actor, ()))
        yield Ours(incident, Days(span.first, span.last), tuple(said))
