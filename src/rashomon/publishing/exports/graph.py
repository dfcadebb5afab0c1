"""``prov``: where everything comes from, in the W3C's PROV, as PROV-JSON and as N-Triples.

Reports, claims, findings and voices' statements are entities, voices agents. A claim is quoted
from its report and has its primary source at the end of its chain; a copy is quoted from its
origin, an outlet's own update revises it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rashomon.model.copies import Copy
from rashomon.model.dossier import Dossier
from rashomon.publishing import words
from rashomon.publishing.accounts import value_words
from rashomon.publishing.exports import telling
from rashomon.publishing.exports.parts import Exported, Loss, json_bytes
from rashomon.publishing.exports.telling import Shelf
from rashomon.publishing.exports.triples import PREFIXES, triples

_KIND_OF_AGENT = {"person": "Person", "unnamed": ""}

Attributes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Relation:
    """One PROV relation from ``subject`` to ``object``, with a ``kind`` of derivation or none."""

    name: str
    subject: str
    object: str
    kind: str = ""


@dataclass(slots=True)
class Graph:
    """Everything that is said: things by their names, and how they hang together."""

    entities: dict[str, Attributes] = field(default_factory=dict)
    agents: dict[str, Attributes] = field(default_factory=dict)
    activities: dict[str, Attributes] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)


def export(dossier: Dossier) -> Exported:
    """``prov.json`` and ``prov.nt``, the same statements twice."""
    graph = Graph()
    book = Shelf(dossier)
    for add in (_voices, _reports, _claims, _findings, _copies):
        add(graph, dossier, book)
    files = {"prov.json": json_bytes(_prov_json(graph)), "prov.nt": triples(graph)}
    return Exported(files, _LOSSES)


_LOSSES = (
    Loss("all", "low, best and high, status, conflicts", "PROV tells origin, not agreement"),
    Loss("all", "stance of each hop, scope, as_of", "PROV has no word for it"),
    Loss("all", "when, where, actors, labels of incidents", "an incident is a bare entity here"),
    Loss("all", "drift of copies", "PROV tells that it was quoted, not what changed"),
    Loss("all", "reports[].text, annotations", "an entity has no running text"),
)


def _name(kind: str, own: str) -> str:
    return f"rashomon:{kind}/{telling.urn(own)}"


def _voices(graph: Graph, dossier: Dossier, book: Shelf) -> None:
    for voice in dossier.voices:
        made: Attributes = {"prov:label": telling.plain(book.voice_name(voice.id))}
        kind = _KIND_OF_AGENT.get(voice.kind, "Organization")
        if kind:
            made["prov:type"] = f"prov:{kind}"
        graph.agents[_name("voice", voice.id)] = made
    software = _name("software", dossier.made_with.version)
    graph.agents[software] = {
        "prov:label": f"Rashomon {dossier.made_with.version}",
        "prov:type": "prov:SoftwareAgent",
    }
    graph.activities["rashomon:comparison"] = {"prov:label": "comparison of the reports"}
    graph.relations.append(Relation("wasAssociatedWith", "rashomon:comparison", software))


def _reports(graph: Graph, dossier: Dossier, book: Shelf) -> None:
    outlets = {c.span.report: c.chain[0].voice for c in dossier.claims if c.chain}
    for report in dossier.reports:
        own = _name("report", report.id)
        graph.entities[own] = {"prov:label": report.title or book.report_name(report.id)}
        if report.url:
            graph.entities[own]["rashomon:url"] = report.url
        if report.published:
            graph.entities[own]["rashomon:published"] = report.published
        if report.id in outlets:
            agent = _name("voice", outlets[report.id])
            graph.relations.append(Relation("wasAttributedTo", own, agent))
        graph.relations.append(Relation("used", "rashomon:comparison", own))


def _claims(graph: Graph, dossier: Dossier, book: Shelf) -> None:
    for claim in dossier.claims:
        own = _name("claim", claim.id)
        said = f"{words.PROPERTY[claim.property]}: {value_words(claim.value, book)}"
        graph.entities[own] = {"prov:label": telling.plain(said), "prov:value": claim.span.exact}
        report = _name("report", claim.span.report)
        graph.relations.append(Relation("wasQuotedFrom", own, report, "Quotation"))
        for hop in claim.chain:
            graph.relations.append(Relation("wasAttributedTo", own, _name("voice", hop.voice)))
        if claim.chain:
            statement = _statement(graph, claim.primary(), book)
            graph.relations.append(Relation("hadPrimarySource", own, statement, "PrimarySource"))
        if claim.corrects:
            corrected = _name("claim", claim.corrects)
            graph.relations.append(Relation("wasRevisionOf", own, corrected, "Revision"))


def _statement(graph: Graph, voice: str, book: Shelf) -> str:
    """What a voice said, as a thing that others draw on."""
    own = _name("statement", voice)
    if own not in graph.entities:
        label = f"what {telling.plain(book.voice_name(voice))} said"
        graph.entities[own] = {"prov:label": label}
        graph.relations.append(Relation("wasAttributedTo", own, _name("voice", voice)))
    return own


def _findings(graph: Graph, dossier: Dossier, book: Shelf) -> None:
    for incident in dossier.incidents:
        whole = _name("incident", incident.id)
        graph.entities[whole] = {"prov:label": incident.title}
        graph.relations.append(Relation("wasGeneratedBy", whole, "rashomon:comparison"))
        for finding in incident.findings:
            own = _name("finding", finding.id)
            label = f"{words.PROPERTY[finding.property]}: {words.STATUS[finding.status][0]}"
            graph.entities[own] = {"prov:label": label}
            graph.relations.append(Relation("wasGeneratedBy", own, "rashomon:comparison"))
            graph.relations.append(Relation("specializationOf", own, whole))
            for claim in dict.fromkeys(c for r in finding.readings for c in r.claims):
                graph.relations.append(Relation("wasDerivedFrom", own, _name("claim", claim)))


def _copies(graph: Graph, dossier: Dossier, book: Shelf) -> None:
    for copy in dossier.copies:
        for relation in _copied(copy):
            graph.relations.append(relation)
        if copy.primary_source:
            statement = _statement(graph, copy.primary_source, book)
            for report in dict.fromkeys(span.report for span in copy.spans):
                own = _name("report", report)
                source = Relation("hadPrimarySource", own, statement, "PrimarySource")
                graph.relations.append(source)


def _copied(copy: Copy) -> Iterator[Relation]:
    """Copies from their origin; where none is known to be it, alternates of each other."""
    origins = [s.report for s in copy.spans if s.role == "origin"]
    others = dict.fromkeys(s.report for s in copy.spans if s.report not in origins[:1])
    first = origins[0] if origins else copy.spans[0].report
    name, kind = ("wasQuotedFrom", "Quotation")
    if copy.kind == "own-update":
        name, kind = ("wasRevisionOf", "Revision")
    for report in (each for each in others if each != first):
        one, other = _name("report", report), _name("report", first)
        yield Relation(name, one, other, kind) if origins else Relation("alternateOf", one, other)


_ENDS = {
    "wasDerivedFrom": ("generatedEntity", "usedEntity"),
    "wasAttributedTo": ("entity", "agent"),
    "wasAssociatedWith": ("activity", "agent"),
    "wasGeneratedBy": ("entity", "activity"),
    "used": ("activity", "entity"),
    "specializationOf": ("specificEntity", "generalEntity"),
    "alternateOf": ("alternate1", "alternate2"),
}
"""PROV-JSON's names of both ends. Quotations, revisions and primary sources are derivations with
a type."""


def _prov_json(graph: Graph) -> dict[str, Any]:
    content: dict[str, Any] = {
        "prefix": {name: uri for name, uri in PREFIXES.items() if name == "rashomon"},
        "entity": {own: _typed(made) for own, made in graph.entities.items()},
        "agent": {own: _typed(made) for own, made in graph.agents.items()},
        "activity": {own: _typed(made) for own, made in graph.activities.items()},
    }
    for number, each in enumerate(dict.fromkeys(graph.relations), start=1):
        name = "wasDerivedFrom" if each.kind else each.name
        ends = zip(_ENDS[name], (each.subject, each.object), strict=True)
        made: dict[str, Any] = {f"prov:{end}": value for end, value in ends}
        if each.kind:
            made["prov:type"] = _qualified(f"prov:{each.kind}")
        content.setdefault(name, {})[f"_:r{number}"] = made
    return content


def _typed(made: Attributes) -> dict[str, Any]:
    return {n: _qualified(v) if n == "prov:type" else v for n, v in made.items()}


def _qualified(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}
