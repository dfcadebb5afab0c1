"""Where on the page each claim has its card: once, with every other place pointing there."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Finding, Reading
from rashomon.model.incidents import Incident

Place = tuple[str, str, int]
"""Incident id, finding id ("" = outside every finding), number of the reading (-1 = none)."""

LOOSE: Place = ("", "", -1)


def developments_place(incident: Incident, number: int) -> Place:
    """Where the claims of the ``number``-th development of an incident stand."""
    return incident.id, "development", number


@dataclass(frozen=True, slots=True)
class Placing:
    """``home``: where a claim's card stands. ``beside``: claims of a finding in no reading.
    ``other``: an incident's claims under no finding. ``loose``: claims of no incident."""

    home: dict[str, Place]
    beside: dict[tuple[str, str], tuple[str, ...]]
    other: dict[str, tuple[str, ...]]
    loose: tuple[str, ...]


def place_claims(dossier: Dossier) -> Placing:
    """Give every claim of a dossier exactly one home."""
    known = {claim.id for claim in dossier.claims}
    home: dict[str, Place] = {}
    for incident in dossier.incidents:
        for place, reading in _readings(incident):
            for claim_id in reading.claims:
                if claim_id in known:
                    home.setdefault(claim_id, place)
    unique = {claim.id: claim for claim in reversed(dossier.claims)}
    remaining = [claim for claim in reversed(unique.values()) if claim.id not in home]
    beside, other = _beside(dossier, remaining, home)
    loose = tuple(each.id for each in remaining if home.setdefault(each.id, LOOSE) == LOOSE)
    return Placing(home, beside, other, loose)


def _readings(incident: Incident) -> Iterator[tuple[Place, Reading]]:
    for finding in incident.findings:
        for number, reading in enumerate(finding.readings):
            yield (incident.id, finding.id, number), reading
    for number, reading in enumerate(incident.developments):
        yield developments_place(incident, number), reading


def _beside(
    dossier: Dossier, claims: list[Claim], home: dict[str, Place]
) -> tuple[dict[tuple[str, str], tuple[str, ...]], dict[str, tuple[str, ...]]]:
    incidents = {incident.id: incident for incident in dossier.incidents}
    beside: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    other: defaultdict[str, list[str]] = defaultdict(list)
    for claim in claims:
        incident = incidents.get(claim.incident or "")
        if incident is None:
            continue
        finding = _fitting(claim, incident)
        if finding is None:
            other[incident.id].append(claim.id)
            home[claim.id] = (incident.id, "", -1)
        else:
            beside[incident.id, finding.id].append(claim.id)
            home[claim.id] = (incident.id, finding.id, -1)
    return (
        {key: tuple(ids) for key, ids in beside.items()},
        {key: tuple(ids) for key, ids in other.items()},
    )


def _fitting(claim: Claim, incident: Incident) -> Finding | None:
    """The finding of the same property, if possible on the same people."""
    same = [finding for finding in incident.findings if finding.property == claim.property]
    for finding in same:
        if finding.who == claim.who:
            return finding
    return same[0] if same else None
