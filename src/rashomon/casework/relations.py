"""Relations between incidents, from what reports say of two events."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.linking.clusters import Cluster
from rashomon.model.claims import Claim
from rashomon.model.episodes import Tie
from rashomon.model.incidents import Relation, RelationType
from rashomon.model.spans import Span

Ties = Mapping[str, Mapping[tuple[RelationType, str], set[Span]]]
"""By incident: the words that say of it that it is this to that other incident."""

_STRONGEST: tuple[RelationType, ...] = (
    "retaliation-for",
    "caused-by",
    "part-of",
    "compared-with",
    "follows",
)


def ties_of(clusters: Sequence[Cluster], homes: Mapping[tuple[str, int], str]) -> Ties:
    """What the reports say of each incident and another one.

    ``homes``: the incident of each mention, by report and place. Where both ends of a tie were
    counted to one incident nothing is left to relate.
    """
    told: dict[str, dict[tuple[RelationType, str], set[Span]]] = defaultdict(dict)
    for cluster in clusters:
        for episode in cluster.episodes:
            for tie in episode.ties:
                ends = _ends(episode.report, tie, homes)
                if ends is not None:
                    told[ends[0]].setdefault((tie.type, ends[1]), set()).add(tie.span)
    return told


def _ends(report: str, tie: Tie, homes: Mapping[tuple[str, int], str]) -> tuple[str, str] | None:
    home, other = homes.get((report, tie.mention)), homes.get((report, tie.other))
    return (home, other) if home and other and home != other else None


def relations_of(incident: str, told: Ties, claims: Sequence[Claim]) -> tuple[Relation, ...]:
    """What the reports say that this incident is to others: that it only follows another is left
    unsaid where something stronger is told of the two."""
    own = told.get(incident, {})
    return tuple(
        _relation(name, other, own[name, other], claims)
        for name, other in sorted(own)
        if name != "follows" or not any((each, other) in own for each in _STRONGEST[:-1])
    )


def _relation(
    name: RelationType, incident: str, spans: set[Span], claims: Sequence[Claim]
) -> Relation:
    at = {(span.report, span.start, span.end) for span in spans}
    saying = [
        claim.id
        for claim in claims
        if claim.property in ("motive", "cause")
        and (claim.span.report, claim.span.start, claim.span.end) in at
    ]
    ordered = sorted(spans, key=lambda span: (span.report, span.start, span.end))
    return Relation(type=name, incident=incident, claims=tuple(saying), spans=tuple(ordered))
