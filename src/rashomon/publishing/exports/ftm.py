"""``ftm``: entities of FollowTheMoney, one a line, as its own tools read them.

Written by its schema, so that nothing need be installed; the tests have its own library check
schemata, properties and values.
"""

import json
import re
from collections.abc import Iterable, Iterator

from rashomon.model.base import content_id
from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier, DossierReport
from rashomon.model.incidents import Incident
from rashomon.model.voices import Actor
from rashomon.publishing import words
from rashomon.publishing.accounts import value_words
from rashomon.publishing.exports import telling
from rashomon.publishing.exports.parts import Exported, Loss
from rashomon.publishing.exports.telling import Shelf
from rashomon.publishing.glance import where_text
from rashomon.publishing.hostile import web_address

_SCHEMA = {"state": "PublicBody", "armed-group": "Organization", "organisation": "Organization"}
"""A person is never written: Rashomon builds no index of persons. A crowd is no legal entity."""
_MASKED = re.compile(r"^\[.*\]$")
_PLAIN_ID = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.\-]{0,80}[0-9a-zA-Z])?")
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")

Entity = dict[str, object]
Properties = dict[str, list[str]]


def export(dossier: Dossier) -> Exported:
    """``entities.ftm.json``: events, articles, actors, and a note for each claim."""
    book = Shelf(dossier)
    entities = [
        *_actors(dossier),
        *(_article(report, book) for report in dossier.reports),
        *(each for incident in dossier.incidents for each in _event(incident, book)),
        *(_note(claim, book) for claim in dossier.claims if claim.incident in book.incidents),
    ]
    lines = (json.dumps(each, ensure_ascii=False, sort_keys=True) for each in entities)
    text = "".join(f"{line}\n" for line in lines)
    losses = (*_ALWAYS, *_losses(dossier, book))
    return Exported({"entities.ftm.json": text.encode("utf-8", "replace")}, losses)


_ALWAYS = (
    Loss("all", "tolls and all other counts", "FollowTheMoney has no casualties: in notes' words"),
    Loss("all", "offsets of words", "FollowTheMoney has no place in a text"),
    Loss("all", "chains of voices, independent sources", "in notes' words only"),
    Loss("all", "latitude, longitude, precisions", "an Event has a location in words"),
    Loss("all", "sha256", "contentHash is a SHA-1"),
    Loss("all", "relations of incidents, copies, conflicts", "no schema that fits"),
)


def _losses(dossier: Dossier, book: Shelf) -> Iterator[Loss]:
    for actor in dossier.actors:
        if not _is_written(actor):
            yield Loss(actor.id, f"actor ({actor.kind})", "no person and no crowd is written")
    for claim in dossier.claims:
        if claim.incident not in book.incidents:
            yield Loss(claim.id, "claim", "it belongs to no incident a note could be on")


def _is_written(actor: Actor) -> bool:
    return actor.kind in _SCHEMA and not _MASKED.match(actor.name)


def _entity(own: str, schema: str, properties: dict[str, Iterable[str | None]]) -> Entity:
    kept: Properties = {}
    for name, values in properties.items():
        found = [value for value in dict.fromkeys(values) if value]
        if found:
            kept[name] = found
    return {"id": own, "schema": schema, "properties": kept}


def _id(kind: str, own: str) -> str:
    """An id of letters, digits, dots and dashes, as FollowTheMoney wants them."""
    return f"rashomon-{kind}-{own if _PLAIN_ID.fullmatch(own) else content_id('x', own)}"


def _actors(dossier: Dossier) -> Iterator[Entity]:
    for actor in filter(_is_written, dossier.actors):
        others = (n.text for n in actor.names if n.text != actor.name)
        yield _entity(
            _id("actor", actor.id),
            _SCHEMA[actor.kind],
            {"name": [actor.name], "alias": others, "country": [_country(actor.country)]},
        )


def _article(report: DossierReport, book: Shelf) -> Entity:
    title = report.title or book.report_name(report.id)
    return _entity(
        _id("report", report.id),
        "Article",
        {
            "title": [title],
            "name": [title],
            "fileName": [book.tag(report.id)],
            "publisher": [report.outlet],
            "publishedAt": [_day(report.published)],
            "language": [_language(report.language)],
            "sourceUrl": [web_address(report.url)],
        },
    )


def _event(incident: Incident, book: Shelf) -> Iterator[Entity]:
    """The event, and what documents it."""
    shown = where_text(incident.where)
    both = telling.sides(incident, book.actors)
    involved = filter(_is_written, (*both.actors, *both.recipients))
    articles = [_id("report", each.id) for each in telling.reports_of(incident, book)]
    own = _id("incident", incident.id)
    yield _entity(
        own,
        "Event",
        {
            "name": [incident.title],
            "summary": [telling.told(incident, book)],
            "keywords": [incident.kind],
            "startDate": [_day(incident.when.earliest)],
            "endDate": [_day(incident.when.latest)],
            "location": [None if shown.absent else shown.text],
            "country": [_country(incident.where.country_code)],
            "involved": (_id("actor", each.id) for each in involved),
            "proof": articles,
        },
    )
    for report in telling.reports_of(incident, book):
        role = "main matter" if report.id in incident.main_in else "background"
        yield _entity(
            _id("documentation", content_id("x", incident.id, report.id)),
            "Documentation",
            {"document": [_id("report", report.id)], "entity": [own], "role": [role]},
        )


def _note(claim: Claim, book: Shelf) -> Entity:
    said = f"{words.PROPERTY[claim.property]}: {telling.plain(value_words(claim.value, book))}"
    chain = " → ".join(telling.plain(book.voice_name(hop.voice)) for hop in claim.chain)
    return _entity(
        _id("claim", claim.id),
        "Note",
        {
            "name": [f"{book.claim_tag(claim.id)} {said}"],
            "description": [f"{said}. Said by: {chain}. “{claim.sentence.exact.strip()}”"],
            "entity": [_id("incident", claim.incident or "")],
            "proof": [_id("report", claim.span.report)],
        },
    )


def _day(moment: str | None) -> str | None:
    found = _DAY.match(moment or "")
    return found.group() if found else None


def _country(code: str | None) -> str | None:
    return code.lower() if telling.alpha_3(code) and code else None


def _language(code: str | None) -> str | None:
    """ISO 639-3, which FollowTheMoney wants."""
    return telling.language_3(code)
