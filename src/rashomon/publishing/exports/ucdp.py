"""``ucdp``: events in the columns of the UCDP Georeferenced Event Dataset.

Entry rule: armed force by an organised actor, and at least one direct death in the best, low or
high figure.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.data.kinds import kind as kind_of
from rashomon.model.dossier import Dossier
from rashomon.model.findings import TollPart
from rashomon.model.incidents import Incident, Where
from rashomon.model.voices import Actor
from rashomon.publishing.exports import telling
from rashomon.publishing.exports.parts import Cell, Exported, Loss, Table, csv_bytes
from rashomon.publishing.exports.telling import Shelf
from rashomon.publishing.glance import where_text

COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id"),
    *("dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id"),
    *("side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office"),
    *("source_date", "source_headline", "source_original", "where_prec", "where_coordinates"),
    *("where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt"),
    *("priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec"),
    *("date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    *("best", "high", "low", "gwnoa", "gwnob"),
)
_OWN_LISTS = (
    *("relid", "active_year", "code_status", "conflict_dset_id", "conflict_new_id"),
    *("conflict_name", "dyad_dset_id", "dyad_new_id", "side_a_dset_id", "side_a_new_id"),
    *("side_b_dset_id", "side_b_new_id", "country_id", "region", "gwnoa", "gwnob"),
)
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_ORGANISED = ("state", "armed-group")
_UNARMED = frozenset({"accident", "disaster", "protest"})
_OPEN_SEA = 7
_CLEAR, _AGGREGATED = 1, 2
_DAYS_OF = {1: 1, 2: 6, 3: 7, 4: 31, 5: 366}
"""date_prec, and how many days are known at most under it."""
_CELLS_A_DEGREE, _CELLS_A_ROW = 2, 720
_FIRST_DIGITS = 7  # 28 bits: GED's ids are 32-bit integers


@dataclass(frozen=True, slots=True)
class _Dyad:
    """Both sides and the type of violence, each ``None`` where the record does not tell it."""

    violence: int | None
    one: Actor | None
    other: Actor | None
    name_a: str | None
    name_b: str | None


def export(dossier: Dossier) -> Exported:
    """One row an event, and which incidents UCDP would not enter."""
    coder = _Coder(dossier)
    kept, left = telling.sifted(dossier, _left_out)
    rows = [coder.row(incident) for incident in kept]
    losses = [*_ALWAYS, *left, *(each for one in kept for each in coder.losses(one))]
    return Exported({"ucdp.csv": csv_bytes(Table.of("ucdp", COLUMNS, rows))}, tuple(losses))


_ALWAYS = (
    *telling.empty_columns(_OWN_LISTS, "from UCDP's own lists and coding, not in the record"),
    *telling.empty_columns(("adm_2",), "the record holds one level of divisions"),
    Loss("all", "claims and their words, copies", "one row an event, sources by name only"),
    Loss("all", "injured and all other counts", "UCDP counts direct deaths only"),
)


def _left_out(incident: Incident) -> str | None:
    """The rule by which UCDP does not enter it, or ``None``."""
    span, toll, known = telling.days(incident), incident.killed, kind_of(incident.kind)
    if incident.modality not in ("actual", "alleged"):
        return f"UCDP enters what happened; this is {incident.modality}"
    if not max(toll.low or 0, toll.best or 0, toll.high or 0):
        return "UCDP enters no incident without a direct death in best, low or high"
    family = known.within | {incident.kind}
    if known.role in ("follow-up", "speech") or (_UNARMED & family and "attack" not in family):
        return "UCDP enters armed force by an organised actor only"
    if span is None or span.count > max(_DAYS_OF.values()):
        return "UCDP enters no event that is not known to within a year"
    if incident.where.country is None and incident.where.precision != _OPEN_SEA:
        return "UCDP enters no event without a country"
    return None


class _Coder:
    """Codes the events of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._book = Shelf(dossier)
        self._numbers = telling.numbered(dossier.incidents, _FIRST_DIGITS)

    def row(self, incident: Incident) -> dict[str, Cell]:
        """One event; empty where the record has no value."""
        dyad = self._dyad(incident)
        empty: dict[str, Cell] = dict.fromkeys(_OWN_LISTS)
        return {
            **empty,
            "id": self._numbers[incident.id],
            "type_of_violence": dyad.violence,
            "dyad_name": f"{dyad.name_a} - {dyad.name_b}" if dyad.name_a and dyad.name_b else None,
            "side_a": dyad.name_a,
            "side_b": dyad.name_b,
            **self._sources(incident),
            **_place(incident.where),
            **_time(incident),
            **_deaths(incident, dyad),
        }

    def _sources(self, incident: Incident) -> dict[str, Cell]:
        reports = telling.reports_of(incident, self._book)
        offices = [each.outlet or "" for each in reports]
        dates = [(each.published or "")[:10] for each in reports]
        heads = [each.title or "" for each in reports]
        whole = (",".join(three) for three in zip(offices, dates, heads, strict=True))
        return {
            "number_of_sources": len(reports),
            "source_article": telling.JOIN.join(f'"{each}"' for each in whole),
            "source_office": telling.JOIN.join(offices),
            "source_date": telling.JOIN.join(dates),
            "source_headline": telling.JOIN.join(heads),
            "source_original": telling.JOIN.join(telling.primary_sources(incident, self._book)),
        }

    def _dyad(self, incident: Incident) -> _Dyad:
        """State-based: a state and an organised side; non-state: two groups; one-sided: an
        organised side against civilians. Anything else is left open."""
        both = telling.sides(incident, self._book.actors)
        one = next((each for each in both.actors if each.kind in _ORGANISED), None)
        other = next((e for e in both.recipients if e.kind in _ORGANISED and e != one), None)
        if one and other:
            if other.kind == "state" and one.kind != "state":
                one, other = other, one
            violence = _STATE_BASED if one.kind == "state" else _NON_STATE
            return _Dyad(violence, one, other, one.name, other.name)
        if one and telling.harmed_statuses(incident) == {"civilian"}:
            return _Dyad(_ONE_SIDED, one, None, one.name, "Civilians")
        return _Dyad(None, one, other, one.name if one else None, other.name if other else None)

    def losses(self, incident: Incident) -> Iterator[Loss]:
        """What this row could not hold."""
        both, dyad = telling.sides(incident, self._book.actors), self._dyad(incident)
        if dyad.violence is None:
            yield Loss(
                incident.id,
                "type_of_violence",
                "UCDP needs two organised sides, or one and civilians; the record does not tell",
            )
        for each in both.accused:
            yield Loss(incident.id, f"{each.name} is accused", "no column for an accusation")
        if incident.killed.best is None:
            yield Loss(incident.id, "best", "the record has no working figure: only vague words")
        if incident.killed.open:
            yield Loss(incident.id, "no upper end", "high is the greatest figure that was given")


def _place(where: Where) -> dict[str, Cell]:
    shown = where_text(where)
    point = where.lat is not None and where.lon is not None
    return {
        "where_prec": telling.precision(where),
        "where_coordinates": where.name or where.admin1 or where.country,
        "where_description": None if shown.absent else shown.text,
        "adm_1": where.admin1,
        "adm_2": None,
        "latitude": where.lat,
        "longitude": where.lon,
        "geom_wkt": f"POINT ({where.lon} {where.lat})" if point else None,
        "priogrid_gid": priogrid(where.lat, where.lon),
        "country": where.country,
    }


def priogrid(lat: float | None, lon: float | None) -> int | None:
    """The cell of PRIO-GRID, half a degree wide, counted from 90° S 180° W eastwards."""
    if lat is None or lon is None:
        return None
    row = min(math.floor((lat + 90) * _CELLS_A_DEGREE), 359)
    column = min(math.floor((lon + 180) * _CELLS_A_DEGREE), _CELLS_A_ROW - 1)
    return row * _CELLS_A_ROW + column + 1


def _time(incident: Incident) -> dict[str, Cell]:
    span = telling.days(incident)
    if span is None:
        raise ValueError(f"{incident.id} has no place in UCDP GED")
    precision = next(code for code, most in _DAYS_OF.items() if span.count <= most)
    return {
        "year": span.first.year,
        "date_prec": precision,
        "date_start": span.first.isoformat(),
        "date_end": span.last.isoformat(),
        "event_clarity": _CLEAR if span.count <= _DAYS_OF[3] else _AGGREGATED,
    }


def _deaths(incident: Incident, dyad: _Dyad) -> dict[str, Cell]:
    """The best figure divided by who died; what no part tells is unknown."""
    toll, told = incident.killed, {"a": 0, "b": 0, "civilians": 0}
    high = toll.high if toll.high is not None else toll.low
    if toll.best is None:
        columns: dict[str, Cell] = dict.fromkeys((*(f"deaths_{n}" for n in told), "deaths_unknown"))
        return {**columns, "best": None, "high": high, "low": toll.low}
    for part in toll.parts:
        where = _column(part, dyad)
        figure = part.best if part.best is not None else part.low
        if where and figure:
            told[where] += figure
    rest = toll.best - sum(told.values())
    return {
        **{f"deaths_{name}": number for name, number in told.items()},
        "deaths_unknown": max(rest, 0),
        "best": toll.best,
        "high": high,
        "low": toll.low,
    }


def _column(part: TollPart, dyad: _Dyad) -> str | None:
    """Where the dead of a part are counted; ``None``: nowhere but in the total."""
    for name, side in (("a", dyad.one), ("b", dyad.other)):
        if side is not None and side.id in (part.who.actor, part.who.side):
            return name
    if part.who.status == "civilian" and part.who.role != "perpetrator":
        return "civilians"
    if part.who.status == "security-force" and dyad.one and dyad.one.kind == "state":
        return "a"
    return None
