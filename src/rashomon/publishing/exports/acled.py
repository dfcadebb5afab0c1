"""``acled``: events as the Armed Conflict Location & Event Data project codes them.

Columns since March 2023, coding rules after the ACLED Codebook: an event has one day, a place
below the country, and the lowest of differing tolls.
"""

from collections.abc import Iterator

from rashomon.model.dossier import Dossier
from rashomon.model.incidents import Incident
from rashomon.model.numbers import NumberRange
from rashomon.model.voices import Actor
from rashomon.publishing import words
from rashomon.publishing.exports import telling
from rashomon.publishing.exports.parts import Cell, Exported, Loss, Table, csv_bytes
from rashomon.publishing.exports.telling import Days, Shelf, Sides

COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type"),
    *("sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2"),
    *("interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2"),
    *("admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale"),
    *("notes", "fatalities", "tags", "timestamp"),
)
_DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_SUB_DISORDER = {
    "Mob violence": "Political violence",
    "Excessive force against protesters": "Political violence; Demonstrations",
}
_STATE, _RIOTERS, _PROTESTERS, _CIVILIANS, _FOREIGN = 1, 5, 6, 7, 8
_GEO = {1: 1, 2: 2, 3: 3, 4: 3, 5: 3, 7: 3}
"""ACLED's geo_precision for UCDP's where_prec; a whole country (6) is not coded."""
_COUNTRY_ONLY = 6
_VAGUE = {(20, 99): 10, (24, 99): 12, (200, 999): 100, (2, None): 3}
"""What ACLED counts for words: "tens" 10, "dozens" 12, "hundreds" 100, a bare plural 3."""
_WEEK, _MONTH = 7, 31
_CROWDED = frozenset({"Protests", "Riots"})


def export(dossier: Dossier) -> Exported:
    """One row an event, and which incidents ACLED would not code."""
    coder = _Coder(dossier)
    kept, left = telling.sifted(dossier, _left_out)
    rows = [coder.row(incident) for incident in kept]
    losses = [*_ALWAYS, *left, *(each for one in kept for each in coder.losses(one))]
    table = Table.of("acled", COLUMNS, rows)
    return Exported({"acled.csv": csv_bytes(table)}, tuple(losses))


_ALWAYS = (
    *telling.empty_columns(("assoc_actor_1", "assoc_actor_2"), "the record has no such relation"),
    *telling.empty_columns(("region", "source_scale"), "ACLED's own lists, not in the record"),
    *telling.empty_columns(("admin2", "admin3"), "the record holds one level of divisions"),
    Loss("all", "column timestamp", "the time of an upload, which is ACLED's own"),
    Loss("all", "claims, chains of voices, copies", "one row an event, sources by name only"),
    Loss("all", "injured, arrested and all other counts", "ACLED counts fatalities only"),
    Loss("all", "the upper ends of ranges", "ACLED keeps one figure, the most conservative"),
)


def _left_out(incident: Incident) -> str | None:
    """The rule by which ACLED has no such event, or ``None``."""
    span = telling.days(incident)
    if incident.modality not in ("actual", "alleged"):
        return f"ACLED codes what happened; this is {incident.modality}"
    if incident.acled is None:
        return "ACLED has no event type for it: outside political violence and demonstrations"
    if span is None:
        return "an ACLED event needs a date"
    if span.count > _MONTH:
        return "ACLED codes no event of which only more than a month is known"
    if incident.where.country is None:
        return "an ACLED event needs a country"
    where = incident.where
    if where.name in (None, where.country) or telling.precision(where) == _COUNTRY_ONLY:
        return "ACLED codes no event that is known to a country only"
    return None


class _Coder:
    """Codes the events of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._book = Shelf(dossier)
        self._numbers = telling.numbered(dossier.incidents, 12)

    def row(self, incident: Incident) -> dict[str, Cell]:
        """One event; empty where the record has no value."""
        span, where = telling.days(incident), incident.where
        if span is None or incident.acled is None:
            raise ValueError(f"{incident.id} has no place in ACLED")
        kind, below = incident.acled.event_type, incident.acled.sub_event_type
        country = telling.alpha_3(where.country_code) or "XXX"
        return {
            "event_id_cnty": f"{country}{self._numbers[incident.id]}",
            "event_date": span.middle.isoformat(),
            "year": span.middle.year,
            "time_precision": _time_precision(span),
            "disorder_type": _SUB_DISORDER.get(below, _DISORDER.get(kind)),
            "event_type": kind,
            "sub_event_type": below,
            **self._sides(incident),
            "iso": telling.numeric(where.country_code),
            "region": None,
            "country": where.country,
            "admin1": where.admin1,
            "admin2": None,
            "admin3": None,
            "location": where.name,
            "latitude": where.lat,
            "longitude": where.lon,
            "geo_precision": _GEO.get(where.precision or 0),
            "source": telling.JOIN.join(telling.offices(incident, self._book)),
            "source_scale": None,
            "notes": self._notes(incident),
            "fatalities": fatalities(incident),
            "tags": _tags(incident),
            "timestamp": None,
        }

    def _sides(self, incident: Incident) -> dict[str, Cell]:
        both = telling.sides(incident, self._book.actors)
        one = self._side(both.actors, incident)
        two = self._recipient(both, incident)
        first, second = one[1], two[1]
        return {
            "actor1": one[0],
            "assoc_actor_1": None,
            "inter1": first,
            "actor2": two[0],
            "assoc_actor_2": None,
            "inter2": second,
            "interaction": _interaction(first, second, two[0] is None),
            "civilian_targeting": _civilian_targeting(incident, second),
        }

    def _side(self, found: tuple[Actor, ...], incident: Incident) -> tuple[str | None, int | None]:
        return (found[0].name, _inter(found[0], incident)) if found else (None, None)

    def _recipient(self, both: Sides, incident: Incident) -> tuple[str | None, int | None]:
        """The second actor: who is acted upon, else the civilians among those harmed."""
        others = tuple(each for each in both.recipients if each not in both.actors[:1])
        if others:
            return self._side(others, incident)
        if telling.harmed_statuses(incident) == {"civilian"}:
            return f"Civilians ({incident.where.country})", _CIVILIANS
        return None, None

    def _notes(self, incident: Incident) -> str:
        """What the reports say; where tolls differ, that and how."""
        notes = [f"{incident.title}.", telling.told(incident, self._book)]
        toll = incident.killed
        if toll.status == "disputed" and toll.low is not None:
            differing = words.number_words(toll.low, toll.high)
            notes.append(f"Reported fatalities differ: {differing}; the lowest is recorded.")
        accused = telling.sides(incident, self._book.actors).accused
        if accused:
            notes.append(f"Accused, not coded: {', '.join(each.name for each in accused)}.")
        return " ".join(notes)

    def losses(self, incident: Incident) -> Iterator[Loss]:
        """What this row could not hold."""
        both = telling.sides(incident, self._book.actors)
        for each in both.accused:
            yield Loss(incident.id, f"{each.name} is accused", "no column for an accusation: notes")
        for each in both.actors[1:] + both.recipients[1:]:
            yield Loss(incident.id, f"actor {each.name}", "ACLED has one actor a side")
        for each in (*both.actors[:1], *both.recipients[:1]):
            if _inter(each, incident) is None:
                yield Loss(
                    incident.id,
                    f"inter code of {each.name}",
                    "rebels, militias and other bodies are told apart by ACLED's own list",
                )
        if incident.killed.low is None:
            yield Loss(incident.id, "fatalities", "not stated; ACLED records 0 then")
        if incident.where.lat is None:
            yield Loss(incident.id, "latitude, longitude", "the place has no point in the record")


def fatalities(incident: Incident) -> int:
    """By ACLED's rule: the lowest figure reported, words by its table, 0 where none is."""
    low = incident.killed.low
    if low is None:
        return 0
    found = telling.finding(incident, "killed")
    said = (each.value for each in found.readings) if found else iter(())
    for value in said:
        if isinstance(value, NumberRange) and value.low == low:
            return _VAGUE.get((value.low, value.high), low)
    return low


def _time_precision(span: Days) -> int:
    if span.count == 1:
        return 1
    return 2 if span.count <= _WEEK else 3


def _inter(actor: Actor, incident: Incident) -> int | None:
    """The digit of the actor's kind; ``None`` where the kind does not tell it."""
    if actor.kind == "state":
        home = incident.where.country_code
        return _FOREIGN if actor.country and home and actor.country != home else _STATE
    if actor.kind == "crowd" and incident.acled:
        return {"Riots": _RIOTERS, "Protests": _PROTESTERS}.get(incident.acled.event_type)
    return _CIVILIANS if actor.kind == "person" else None


def _interaction(one: int | None, two: int | None, alone: bool) -> int | None:
    """Both digits, the lower first; a digit and 0 where there is no second side."""
    if one is None or (two is None and not alone):
        return None
    if two is None:
        return one * 10
    return min(one, two) * 10 + max(one, two)


def _civilian_targeting(incident: Incident, second: int | None) -> str | None:
    if incident.acled is None:
        return None
    always = incident.acled.event_type == "Violence against civilians"
    forced = incident.acled.sub_event_type == "Excessive force against protesters"
    remote = incident.acled.event_type == "Explosions/Remote violence" and second == _CIVILIANS
    return "Civilian targeting" if always or forced or remote else None


def _tags(incident: Incident) -> str | None:
    """The size of the crowd, which ACLED gives of every demonstration."""
    if incident.acled is None or incident.acled.event_type not in _CROWDED:
        return None
    found = telling.finding(incident, "participants")
    size = words.number_words(found.low, found.high) if found and found.low is not None else ""
    return f"crowd size={size or 'no report'}"
