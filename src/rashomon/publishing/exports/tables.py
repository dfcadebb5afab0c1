"""``csv``: a table for each noun of the dossier. Also what a data frame is made of."""

from collections.abc import Callable, Iterator

from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier
from rashomon.model.numbers import NumberRange
from rashomon.publishing.accounts import value_words
from rashomon.publishing.book import Book
from rashomon.publishing.developments import of_reading
from rashomon.publishing.exports.parts import Cell, Exported, Loss, Table, csv_bytes

_JOIN = "; "


def incidents(dossier: Dossier) -> Table:
    """One row an incident."""
    return Table.of("incidents", _INCIDENT, _incidents(dossier))


def findings(dossier: Dossier) -> Table:
    """One row a finding: a property of an incident over all claims."""
    return Table.of("findings", _FINDING, _findings(dossier))


def developments(dossier: Dossier) -> Table:
    """One row for what followed an incident on one day: an arrest, a verdict."""
    return Table.of("developments", _DEVELOPMENT, _developments(dossier))


def claims(dossier: Dossier) -> Table:
    """One row a claim, with its words, its sentence and its chain of voices."""
    return Table.of("claims", _CLAIM, _claims(dossier))


def voices(dossier: Dossier) -> Table:
    """One row a voice."""
    return Table.of(
        "voices",
        ("id", "name", "kind", "actor", "spellings"),
        (
            {
                "id": each.id,
                "name": each.name,
                "kind": each.kind,
                "actor": each.actor,
                "spellings": _JOIN.join(dict.fromkeys(name.text for name in each.names)),
            }
            for each in dossier.voices
        ),
    )


def actors(dossier: Dossier) -> Table:
    """One row an actor."""
    return Table.of(
        "actors",
        ("id", "name", "kind", "country", "spellings", "labels"),
        (
            {
                "id": each.id,
                "name": each.name,
                "kind": each.kind,
                "country": each.country,
                "spellings": _JOIN.join(name.text for name in each.names),
                "labels": _JOIN.join(dict.fromkeys(label.label for label in each.labels)),
            }
            for each in dossier.actors
        ),
    )


def copies(dossier: Dossier) -> Table:
    """One row for each place where a shared passage stands."""
    return Table.of(
        "copies",
        ("id", "kind", "primary_source", "report", "role", "containment", "words"),
        (
            {
                "id": each.id,
                "kind": each.kind,
                "primary_source": each.primary_source,
                "report": span.report,
                "role": span.role,
                "containment": span.containment,
                "words": span.exact,
            }
            for each in dossier.copies
            for span in each.spans
        ),
    )


def reports(dossier: Dossier) -> Table:
    """One row a report, without its text."""
    return Table.of(
        "reports",
        ("id", "source", "title", "outlet", "url", "published", "language", "main_incident"),
        (
            {
                "id": each.id,
                "source": each.source,
                "title": each.title,
                "outlet": each.outlet,
                "url": each.url,
                "published": each.published,
                "language": each.language,
                "main_incident": each.main_incident,
            }
            for each in dossier.reports
        ),
    )


TABLES: dict[str, Callable[[Dossier], Table]] = {
    "incidents": incidents,
    "findings": findings,
    "developments": developments,
    "claims": claims,
    "voices": voices,
    "actors": actors,
    "copies": copies,
    "reports": reports,
}


def export(dossier: Dossier) -> Exported:
    """Every table as a file."""
    made = (table(dossier) for table in TABLES.values())
    losses = (
        Loss("all", "reports[].text, annotations", "a table has no place for running text"),
        Loss("all", "drift, collapsed, links, labels' spans", "tables hold one level; see json"),
    )
    return Exported({f"{table.name}.csv": csv_bytes(table) for table in made}, losses)


_INCIDENT = (
    *("id", "title", "kind", "event_type", "mode", "acled_event_type", "acled_sub_event_type"),
    *("modality", "earliest", "latest", "date_precision", "place", "facility", "admin1"),
    *("country", "country_code", "lat", "lon", "radius_km", "geonameid", "where_precision"),
    *("killed_low", "killed_best", "killed_high", "killed_status"),
    *("injured_low", "injured_best", "injured_high", "injured_status"),
    *("reports", "main_in"),
)
_FINDING = (
    *("id", "incident", "property", "who", "status", "low", "best", "high", "open"),
    *("best_basis", "independent_low", "independent_high", "derivation", "conflicts"),
)
_DEVELOPMENT = (
    *("incident", "development", "earliest", "latest", "granularity"),
    *("independent_low", "independent_high", "claims"),
)
_CLAIM = (
    *("id", "incident", "report", "outlet", "property", "value", "low", "high", "who", "stance"),
    *("words", "sentence", "start", "end", "chain", "primary_source", "as_of", "partial"),
    *("used", "why_not"),
)


def _incidents(dossier: Dossier) -> Iterator[dict[str, Cell]]:
    for each in dossier.incidents:
        yield {
            "id": each.id,
            "title": each.title,
            "kind": each.kind,
            "event_type": each.event_type,
            "mode": each.mode,
            "acled_event_type": each.acled.event_type if each.acled else None,
            "acled_sub_event_type": each.acled.sub_event_type if each.acled else None,
            "modality": each.modality,
            "earliest": each.when.earliest,
            "latest": each.when.latest,
            "date_precision": each.when.precision,
            "place": each.where.name,
            "facility": each.where.facility,
            "admin1": each.where.admin1,
            "country": each.where.country,
            "country_code": each.where.country_code,
            "lat": each.where.lat,
            "lon": each.where.lon,
            "radius_km": each.where.radius_km,
            "geonameid": each.where.geonameid,
            "where_precision": each.where.precision,
            "killed_low": each.killed.low,
            "killed_best": each.killed.best,
            "killed_high": each.killed.high,
            "killed_status": each.killed.status,
            "injured_low": each.injured.low,
            "injured_best": each.injured.best,
            "injured_high": each.injured.high,
            "injured_status": each.injured.status,
            "reports": _JOIN.join(each.reports),
            "main_in": _JOIN.join(each.main_in),
        }


def _developments(dossier: Dossier) -> Iterator[dict[str, Cell]]:
    for incident in dossier.incidents:
        for each in incident.developments:
            value = of_reading(each)
            yield {
                "incident": incident.id,
                "development": value.development,
                "earliest": value.earliest,
                "latest": value.latest,
                "granularity": value.granularity,
                "independent_low": each.independent.low,
                "independent_high": each.independent.high,
                "claims": _JOIN.join(each.claims),
            }


def _findings(dossier: Dossier) -> Iterator[dict[str, Cell]]:
    for incident in dossier.incidents:
        for each in incident.findings:
            yield {
                "id": each.id,
                "incident": incident.id,
                "property": each.property,
                "who": each.who.label if each.who else None,
                "status": each.status,
                "low": each.low,
                "best": each.best,
                "high": each.high,
                "open": each.open,
                "best_basis": each.best_basis,
                "independent_low": each.independent.low,
                "independent_high": each.independent.high,
                "derivation": each.derivation,
                "conflicts": _JOIN.join(f"{c.type}: {c.explanation}" for c in each.conflicts),
            }


def _claims(dossier: Dossier) -> Iterator[dict[str, Cell]]:
    book = Book(dossier)
    outlets = {report.id: report.outlet for report in dossier.reports}
    for each in dossier.claims:
        low, high = _ends(each)
        hops = [book.voice_name(hop.voice) for hop in each.chain]
        yield {
            "id": each.id,
            "incident": each.incident,
            "report": each.span.report,
            "outlet": outlets[each.span.report],
            "property": each.property,
            "value": value_words(each.value, book),
            "low": low,
            "high": high,
            "who": each.who.label if each.who else None,
            "stance": each.stance,
            "words": each.span.exact,
            "sentence": each.sentence.exact,
            "start": each.span.start,
            "end": each.span.end,
            "chain": " → ".join(hops),
            "primary_source": hops[-1] if hops else None,
            "as_of": each.as_of,
            "partial": each.partial,
            "used": each.used,
            "why_not": each.why_not,
        }


def _ends(claim: Claim) -> tuple[int | None, int | None]:
    value = claim.value
    return (value.low, value.high) if isinstance(value, NumberRange) else (None, None)
