"""``ibc``: the incident variables of Iraq Body Count. The six personal ones are never written."""

from collections.abc import Sequence

from rashomon.model.dossier import Dossier
from rashomon.model.findings import Toll
from rashomon.model.incidents import Incident
from rashomon.publishing.exports import telling
from rashomon.publishing.exports.parts import Cell, Exported, Loss, Table, csv_bytes
from rashomon.publishing.exports.telling import Shelf
from rashomon.publishing.glance import where_text

COLUMNS = (
    *("Date", "Time", "Place", "Target", "Minimum deaths", "Maximum deaths"),
    *("Minimum injuries", "Maximum injuries", "Weapons", "Killers", "Media sources"),
    "Primary witnesses",
)
_PERSONAL = ("Name", "Age", "Gender", "Marital status", "Parental status", "Occupation")
_FIGHTERS = ("combatant", "security-force")


def export(dossier: Dossier) -> Exported:
    """One row an incident in which civilians were killed."""
    book = Shelf(dossier)
    kept, left = telling.sifted(dossier, _left_out)
    rows = [_row(incident, book) for incident in kept]
    losses = [*_ALWAYS, *left, *(each for one in kept for each in _losses(one))]
    return Exported({"ibc.csv": csv_bytes(Table.of("ibc", COLUMNS, rows))}, tuple(losses))


_ALWAYS = (
    *(
        Loss("all", f"variable {each}", "personal; what is passed on names no private person")
        for each in _PERSONAL
    ),
    Loss("all", "the working figure and its rule", "Iraq Body Count keeps minimum and maximum"),
    Loss("all", "claims and their words, copies, conflicts", "one row an incident"),
)


def _left_out(incident: Incident) -> str | None:
    if incident.modality not in ("actual", "alleged"):
        return f"Iraq Body Count records what happened; this is {incident.modality}"
    if not (incident.killed.low or incident.killed.high):
        return "Iraq Body Count records incidents with a death only"
    statuses = {part.who.status for part in incident.killed.parts}
    if statuses and statuses <= set(_FIGHTERS) and _whole(incident.killed):
        return "Iraq Body Count records civilian deaths; these are fighters'"
    return None


def _whole(toll: Toll) -> bool:
    """Whether the parts leave none of the dead untold."""
    return sum(part.low or 0 for part in toll.parts) >= (toll.high or toll.low or 0)


def _losses(incident: Incident) -> list[Loss]:
    if any(telling.parts_of(incident.killed.parts, "civilian")):
        return []
    why = "Iraq Body Count counts civilians; the reports do not say how many were, so all are"
    return [Loss(incident.id, "Minimum deaths, Maximum deaths", why)]


def _row(incident: Incident, book: Shelf) -> dict[str, Cell]:
    both = telling.sides(incident, book.actors)
    deaths, injuries = _ends(incident.killed), _ends(incident.injured)
    shown = where_text(incident.where)
    return {
        "Date": _date(incident),
        "Time": _clock(incident),
        "Place": None if shown.absent else shown.text,
        "Target": _joined([each.name for each in both.recipients]),
        "Minimum deaths": deaths[0],
        "Maximum deaths": deaths[1],
        "Minimum injuries": injuries[0],
        "Maximum injuries": injuries[1],
        "Weapons": _joined(telling.all_words(incident, "weapon")),
        "Killers": _joined(
            [each.name for each in both.actors]
            + [f"{each.name} (accused)" for each in both.accused]
        ),
        "Media sources": _joined(telling.offices(incident, book)),
        "Primary witnesses": _joined(telling.primary_sources(incident, book)),
    }


def _ends(toll: Toll) -> tuple[int | None, int | None]:
    """The civilians among them where they are told apart, else all."""
    civilians = list(telling.parts_of(toll.parts, "civilian"))
    if civilians and all(part.low is not None for part in civilians):
        low = sum(part.low or 0 for part in civilians)
        return low, sum(part.high if part.high is not None else part.low or 0 for part in civilians)
    return toll.low, toll.high if toll.high is not None else toll.low


def _date(incident: Incident) -> str | None:
    span = telling.days(incident)
    if span is None:
        return None
    first, last = span.first.isoformat(), span.last.isoformat()
    return first if first == last else f"{first} to {last}"


def _clock(incident: Incident) -> str | None:
    """The hours, where it is known to less than a day."""
    first, last = incident.when.earliest or "", incident.when.latest or ""
    hours = [each[11:16] for each in (first, last) if len(each) > 10]
    return " to ".join(dict.fromkeys(hours)) or None


def _joined(names: Sequence[str]) -> str | None:
    return telling.JOIN.join(names) or None
