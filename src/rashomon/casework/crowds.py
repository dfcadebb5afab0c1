"""One crowd an incident: what reports call protesters, rioters or a mob are the same people.

Only inside one incident, and only people told of without a name; their labels stay beside each
other, each with who used it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rashomon.linking.clusters import Cluster
from rashomon.model.base import content_id
from rashomon.model.claims import ActorValue, Claim
from rashomon.model.episodes import Episode
from rashomon.model.voices import Actor, ActorName


def join_crowds(
    clusters: Sequence[Cluster], actors: Mapping[str, Actor]
) -> tuple[tuple[Cluster, ...], dict[str, Actor]]:
    """The clusters with one crowd each at most, and the actors with these in place of theirs."""
    joined = dict(actors)
    rewritten = []
    for cluster in clusters:
        crowds = sorted(_crowds(cluster.episodes, actors))
        whole = _whole([actors[each] for each in crowds]) if crowds else None
        for each in crowds:
            joined.pop(each, None)
        if whole is not None:
            joined[whole.id] = whole
        rewritten.append(_with(cluster, set(crowds), whole.id) if whole else cluster)
    return tuple(rewritten), joined


def _crowds(episodes: Iterable[Episode], actors: Mapping[str, Actor]) -> set[str]:
    return {
        claim.value.actor
        for episode in episodes
        for claim in episode.claims
        if isinstance(claim.value, ActorValue) and actors[claim.value.actor].kind == "crowd"
    }


def _whole(parts: Sequence[Actor]) -> Actor:
    """All names and labels together, called by the label used most, then first in the alphabet."""
    counts: Counter[str] = Counter()
    reports: dict[str, set[str]] = {}
    for part in parts:
        for name in part.names:
            counts[name.text] += name.count
            reports.setdefault(name.text, set()).update(name.reports)
    names = tuple(
        ActorName(text=text, count=counts[text], reports=tuple(sorted(reports[text])))
        for text in sorted(counts)
    )
    labels = {label for part in parts for label in part.labels}
    return Actor(
        id=content_id("x", "crowd", *(part.id for part in parts)),
        name=min(counts, key=lambda text: (-counts[text], text)),
        kind="crowd",
        country=None,
        names=names,
        labels=tuple(sorted(labels, key=lambda label: (label.span.report, label.span.start))),
        why_null={"country": "not-stated"},
    )


def _with(cluster: Cluster, crowds: set[str], whole: str) -> Cluster:
    episodes = tuple(
        episode.model_copy(
            update={"claims": tuple(_claim(c, crowds, whole) for c in episode.claims)}
        )
        for episode in cluster.episodes
    )
    return cluster.model_copy(update={"episodes": episodes})


def _claim(claim: Claim, crowds: set[str], whole: str) -> Claim:
    if isinstance(claim.value, ActorValue) and claim.value.actor in crowds:
        return claim.model_copy(update={"value": ActorValue(actor=whole)})
    return claim
