"""Very many incidents: an index that leads to a page an incident, each with a folder's reports."""

from collections.abc import Iterable

from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier
from rashomon.model.incidents import Incident
from rashomon.publishing.hostile import anchor

ONE_FILE = 20
"""Up to so many incidents stand on one page."""

FOLDER = "incidents"
UNPLACED = "unplaced"


def file_of(incident: str) -> str:
    """The name of an incident's file within the folder."""
    return f"{anchor('incident', incident)}.html"


def part_of(dossier: Dossier, incident: Incident) -> Dossier:
    """What bears on one incident: its claims, and the reports that tell of it."""
    weighed = {c for f in incident.findings for r in f.readings for c in r.claims}
    weighed |= {c for f in incident.findings for conflict in f.conflicts for c in conflict.claims}
    claims = [c for c in dossier.claims if c.incident == incident.id or c.id in weighed]
    return _part(dossier, (incident,), claims, incident.reports)


def unplaced(dossier: Dossier) -> Dossier | None:
    """The claims of no incident and the reports that tell of none; ``None`` if there are none."""
    known = {incident.id for incident in dossier.incidents}
    claims = [claim for claim in dossier.claims if claim.incident not in known]
    idle = [report.id for report in dossier.reports if not known.intersection(report.incidents)]
    return _part(dossier, (), claims, idle) if claims or idle else None


def _part(
    dossier: Dossier,
    incidents: tuple[Incident, ...],
    claims: list[Claim],
    reports: Iterable[str],
) -> Dossier:
    kept = {*reports, *(claim.span.report for claim in claims)}
    voices = {link.voice for claim in claims for link in claim.chain}
    voices |= {
        v for i in incidents for f in i.findings for r in f.readings for v in r.primary_sources
    }
    return dossier.model_copy(
        update={
            "incidents": incidents,
            "claims": tuple(claims),
            "reports": tuple(report for report in dossier.reports if report.id in kept),
            "voices": tuple(voice for voice in dossier.voices if voice.id in voices),
            "actors": tuple(a for a in dossier.actors if a.id in _actors(claims)),
            "copies": tuple(
                copy for copy in dossier.copies if len(kept & {s.report for s in copy.spans}) > 1
            ),
        }
    )


def _actors(claims: list[Claim]) -> set[str]:
    found = {getattr(claim.value, "actor", None) for claim in claims}
    found |= {claim.who.actor for claim in claims if claim.who}
    return {actor for actor in found if actor}
