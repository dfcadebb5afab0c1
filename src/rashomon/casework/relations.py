"""Relations between incidents, from what single sentences say of two events."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rashomon.linking.clusters import Cluster
from rashomon.model.claims import Claim
from rashomon.model.incidents import Relation, RelationType
from rashomon.model.spans import Span


def relations_of(
    cluster: Cluster, homes: Mapping[tuple[str, int], str], claims: Sequence[Claim]
) -> tuple[Relation, ...]:
    """What the reports say that this incident is to others.

    ``homes``: the incident of each mention, by report and place. Where both ends of a tie were
    counted to one incident nothing is left to relate.
    """
    told: dict[tuple[RelationType, str], set[Span]] = defaultdict(set)
    for episode in cluster.episodes:
        for tie in episode.ties:
            home = homes.get((episode.report, tie.mention))
            other = homes.get((episode.report, tie.other))
            if home is not None and other is not None and other != home:
                told[tie.type, other].add(tie.span)
    return tuple(_relation(*key, told[key], claims) for key in sorted(told))


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
