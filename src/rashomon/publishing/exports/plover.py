"""``plover``: records of the PLOVER event coding scheme (manual, version 0.8), one a line."""

import json
from collections.abc import Iterator
from typing import Any

from rashomon.model.dossier import Dossier
from rashomon.model.incidents import Incident, Where
from rashomon.model.voices import Actor
from rashomon.publishing.exports import telling
from rashomon.publishing.exports.parts import Exported, Loss
from rashomon.publishing.exports.telling import Shelf

_QUADS = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUAD_OF = {event: quad for quad, events in _QUADS.items() for event in events}
_SECTOR = {"state": "GOV", "armed-group": "REB", "crowd": "CVL", "person": "CVL"}
"""PLOVER's sector of an actor's kind; "organisation" tells none."""
_UNKNOWN, _NOBODY = "UNK", "---"
_RESOLUTION = {1: 4, 2: 4, 3: 3, 4: 2, 5: 2, 6: 1}
"""PLOVER's resolution (5 sub-city to 1 country) of UCDP's where_prec."""
_SIZES = {"killed": "dead", "injured": "injured", "arrested": "arrested"}

Json = dict[str, Any]


def export(dossier: Dossier) -> Exported:
    """``plover.jsonl``; an incident without an event type or date is left out."""
    book = Shelf(dossier)
    kept, left = telling.sifted(dossier, _left_out)
    sides = [telling.sides(incident, book.actors) for incident in kept]
    both = list(zip(kept, sides, strict=True))
    lines = (json.dumps(_record(*each, book), ensure_ascii=False) for each in both)
    losses = [*_ALWAYS, *left, *(loss for each in both for loss in _losses(*each))]
    text = "".join(f"{line}\n" for line in lines)
    return Exported({"plover.jsonl": text.encode("utf-8", "replace")}, tuple(losses))


_ALWAYS = (
    Loss("all", "context", "what an event is about is not in the record"),
    Loss("all", "event_scale, coder, coded_date, coded_time", "given by the coding project"),
    Loss("all", "best figures, independent sources, conflicts", "sizes are one number each"),
    Loss("all", "chains of voices, copies", "cite_info holds the outlet only"),
    Loss("all", "text_info in the original", "it holds in the text as it is passed on"),
)


def _left_out(incident: Incident) -> str | None:
    if incident.event_type not in _QUAD_OF:
        return "PLOVER has no event type for it"
    if telling.days(incident) is None:
        return "a PLOVER record needs a date"
    return None


def _losses(incident: Incident, both: telling.Sides) -> Iterator[Loss]:
    for each in both.accused:
        yield Loss(incident.id, f"{each.name} is accused", "an actor is asserted; see comment")
    for prop, name in _SIZES.items():
        found = telling.finding(incident, prop)  # type: ignore[arg-type]
        if found and found.low is not None and found.low != found.high:
            yield Loss(incident.id, f"{name}: the range {found.low} to {found.high}", "one number")
    if not both.actors:
        yield Loss(incident.id, "actor", "the record has none; a PLOVER record needs one: UNK")
    if incident.mode is None:
        yield Loss(incident.id, "mode", "the record has none")


def _record(incident: Incident, both: telling.Sides, book: Shelf) -> Json:
    span = telling.days(incident)
    if span is None:
        raise ValueError(f"{incident.id} has no place in PLOVER")
    event = incident.event_type or ""
    record: Json = {
        "id": incident.id,
        "has_event": True,
        "date": span.first.isoformat(),
        "time": _clock(incident.when.earliest),
        "enddate": span.last.isoformat() if span.count > 1 else None,
        "endtime": _clock(incident.when.latest),
        "actor": [_entity(each) for each in both.actors] or [{"code": _NOBODY, "sector": _UNKNOWN}],
        "recipient": [_entity(each) for each in both.recipients],
        "event": event,
        "quad_code": _QUAD_OF[event],
        "mode": incident.mode,
        "event_loc": _location(incident.where),
        "event_text": incident.title,
        "size": _size(incident),
        "future": incident.modality == "planned",
        "hypothetical": incident.modality == "hypothetical",
        "historical": not incident.main_in,
        "comment": telling.told(incident, book),
        **_texts(incident, book),
    }
    return {name: value for name, value in record.items() if value not in (None, [], {})}


def _texts(incident: Incident, book: Shelf) -> Json:
    """The words of the first claim, and where they stand."""
    claim = next(iter(book.claims_in.get(incident.id, ())), None)
    report = book.reports.get(claim.sentence.report) if claim else None
    if claim is None or report is None:
        return {}
    cite = {
        "citation": report.outlet,
        "url": report.url,
        "title": report.title,
        "language": report.language,
        "publication": report.published,
        "codebook": "PLOVER",
        "version": "0.8",
    }
    return {
        "link": report.url,
        "text": claim.sentence.exact,
        "text_info": {"start": claim.sentence.start, "end": claim.sentence.end},
        "cite_info": {name: value for name, value in cite.items() if value is not None},
    }


def _entity(actor: Actor) -> Json:
    return {
        "code": telling.alpha_3(actor.country) or _NOBODY,
        "sector": _SECTOR.get(actor.kind, _UNKNOWN),
        "entity_text": actor.name,
        "identifier_id": actor.id,
    }


def _location(where: Where) -> Json:
    sub_city = where.facility is not None and where.precision == 1
    found = {
        "extracted_place": where.facility or where.name,
        "resolved_place": where.name,
        "geonameid": where.geonameid,
        "lat": where.lat,
        "lon": where.lon,
        "city": where.name,
        "province": where.admin1,
        "country": where.country,
        "country_code": where.country_code,
        "resolution": 5 if sub_city else _RESOLUTION.get(where.precision or 0),
    }
    return {name: value for name, value in found.items() if value is not None}


def _size(incident: Incident) -> Json:
    """The working figure of each size that PLOVER knows, else the lowest."""
    found = {}
    for each in incident.findings:
        name = _SIZES.get(each.property)
        figure = each.best if each.best is not None else each.low
        if name and figure is not None and name not in found:
            found[name] = figure
    return found


def _clock(moment: str | None) -> str | None:
    return moment[11:16] if moment and len(moment) > 10 else None
