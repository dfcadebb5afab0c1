"""One crowd an incident: what reports call protesters, rioters or a mob are the same people.

Only inside one incident, and only people told of without a name; their labels stay beside each
other, each with who used it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from rashomon.data import Row, lexicon
from rashomon.linking.clusters import Cluster
from rashomon.model.base import content_id
from rashomon.model.claims import ActorValue, Claim, ResponsibleValue
from rashomon.model.episodes import Episode
from rashomon.model.voices import Actor, ActorName


def join_crowds(
    clusters: Sequence[Cluster], actors: Mapping[str, Actor], casts: Sequence[Collection[str]]
) -> tuple[tuple[Cluster, ...], dict[str, Actor]]:
    """The clusters with one crowd each at most, and the actors with these in place of theirs.

    ``casts``: by cluster, the actors of the reports that are mainly about it. Who goes by nothing
    but a label there is the crowd that acts, where the label is one that writers exchange for
    what that is called; else whoever else is called the same.
    """
    joined = dict(actors)
    rewritten = []
    for cluster, cast in zip(clusters, casts, strict=True):
        acting = _crowds(cluster.episodes, actors)
        bare = {a for a in cast if a in joined and joined[a].kind == "crowd"} - acting
        for crowds in _one_crowd(acting, bare, actors):
            whole = _whole([actors[each] for each in sorted(crowds)])
            for each in crowds:
                joined.pop(each, None)
            joined[whole.id] = whole
            cluster = _with(cluster, crowds, whole.id)
        rewritten.append(cluster)
    return tuple(rewritten), joined


def _one_crowd(acting: set[str], bare: set[str], actors: Mapping[str, Actor]) -> Iterator[set[str]]:
    """Who is one: those who act, with all of a label like theirs; and others of one word."""
    called = {name for each in acting for name in _called(actors[each])}
    alike = {each for each in bare if _called(actors[each]) & called}
    if acting:
        yield acting | alike
    by_word: dict[str, set[str]] = defaultdict(set)
    for each in sorted(bare - alike):
        by_word[min(_called(actors[each]))].add(each)
    yield from (by_word[word] for word in sorted(by_word) if len(by_word[word]) > 1)


def _called(crowd: Actor) -> set[str]:
    """What a crowd goes by: protesters and rioters may be one; of armed men those of one word."""
    return {_set_of(name) for name in (crowd.name, *(label.label for label in crowd.labels))}


def _crowds(episodes: Iterable[Episode], actors: Mapping[str, Actor]) -> set[str]:
    return {
        claim.value.actor
        for episode in episodes
        for claim in episode.claims
        if isinstance(claim.value, ActorValue) and actors[claim.value.actor].kind == "crowd"
    }


def _set_of(label: str) -> str:
    row = _sets().get(label.casefold(), {"set": "", "member": label.casefold().removesuffix("s")})
    return row["set"] if row["set"] == "crowd" else row["member"]


@cache
def _sets() -> dict[str, Row]:
    return {row["label"]: row for row in lexicon("label_sets")}


def _whole(parts: Sequence[Actor]) -> Actor:
    """All names and labels together, called by the name used most, then first in the alphabet; by
    one that stands beside its dictionary form (a crowd is no "protester") rather than by that."""
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
        name=_spelled(min(counts, key=lambda text: (-counts[text], text)), counts),
        kind="crowd",
        country=None,
        names=names,
        labels=tuple(sorted(labels, key=lambda label: (label.span.report, label.span.start))),
        why_null={"country": "not-stated"},
    )


def _spelled(name: str, counts: Mapping[str, int]) -> str:
    """The name, or the longer form of it that stands in the reports: "protesters"."""
    longer = [t for t in counts if t != name and t.casefold().removesuffix("s") == name]
    return min(longer, key=lambda text: (-counts[text], text), default=name)


def _with(cluster: Cluster, crowds: set[str], whole: str) -> Cluster:
    episodes = tuple(
        episode.rewritten(lambda claim: _claim(claim, crowds, whole))
        for episode in cluster.episodes
    )
    return cluster.model_copy(update={"episodes": episodes})


def _claim(claim: Claim, crowds: set[str], whole: str) -> Claim:
    if isinstance(claim.value, ActorValue) and claim.value.actor in crowds:
        return claim.model_copy(update={"value": ActorValue(actor=whole)})
    if isinstance(claim.value, ResponsibleValue) and claim.value.actor in crowds:
        held = claim.value.model_copy(update={"actor": whole})
        return claim.model_copy(update={"value": held})
    return claim
