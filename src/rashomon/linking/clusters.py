"""Which episodes tell of one incident.

Pairs that score high enough make neighbourhoods; inside each, clusters grow from the surest pair
on, two clusters joining while their episodes score high enough on average and nothing forbids it.
So a round-up that touches five incidents cannot chain them together, and the result depends on the
set of episodes alone, never on their order.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rashomon.data.kinds import kind
from rashomon.linking.evidence import word_weight
from rashomon.linking.scores import LINK, PairScore, pair_score
from rashomon.model.base import Frozen
from rashomon.model.episodes import Episode

_TELLING_WORD = 3.2
"""Words of this weight and more bring two episodes together as candidates."""


class Cluster(Frozen):
    """The episodes of one incident, and the scores of its pairs by their ids."""

    episodes: tuple[Episode, ...]
    scores: dict[tuple[str, str], PairScore]


def cluster(episodes: Sequence[Episode]) -> tuple[Cluster, ...]:
    """The incidents that the episodes tell of, in order of their first episode's id."""
    ordered = sorted(episodes, key=lambda e: e.id)
    by_id = {each.id: each for each in ordered}
    scores = {(one.id, other.id): pair_score(one, other) for one, other in _candidates(ordered)}
    groups = _grown(list(by_id), scores, by_id)
    return tuple(_cluster(group, by_id, scores) for group in groups)


def _candidates(episodes: Sequence[Episode]) -> Iterator[tuple[Episode, Episode]]:
    """Pairs that share a telling word, a name or a town, and do not come from one report."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, episode in enumerate(episodes):
        for key in _block_keys(episode):
            blocks[key].append(index)
    pairs = {pair for members in blocks.values() for pair in combinations(members, 2)}
    for first, second in sorted(pairs):
        one, other = episodes[first], episodes[second]
        if one.report != other.report:
            yield one, other


def _block_keys(episode: Episode) -> set[str]:
    keys = {f"word {word}" for word in episode.words if word_weight(word) >= _TELLING_WORD}
    keys |= {f"name {name}" for name in episode.names}
    keys |= {f"place {site.value.geonameid or site.value.name}" for site in episode.sites}
    return keys


def _grown(
    ids: list[str], scores: dict[tuple[str, str], PairScore], by_id: dict[str, Episode]
) -> list[list[str]]:
    home = {each: [each] for each in ids}
    linked = [pair for pair in scores if scores[pair].score >= LINK]
    for one, other in sorted(linked, key=lambda pair: (-scores[pair].score, pair)):
        left, right = home[one], home[other]
        if left is not right and _may_join(left, right, scores, by_id):
            left.extend(right)
            for each in right:
                home[each] = left
    unique = {id(group): sorted(group) for group in home.values()}
    return sorted(unique.values())


def _may_join(
    left: list[str],
    right: list[str],
    scores: dict[tuple[str, str], PairScore],
    by_id: dict[str, Episode],
) -> bool:
    if {by_id[each].report for each in left} & {by_id[each].report for each in right}:
        return False
    values = [_score(a, b, scores) for a in left for b in right]
    return sum(values) / len(values) >= LINK


def _score(one: str, other: str, scores: dict[tuple[str, str], PairScore]) -> float:
    found = scores.get((one, other) if one < other else (other, one))
    return found.score if found else 0.0


def _cluster(
    group: list[str], by_id: dict[str, Episode], scores: dict[tuple[str, str], PairScore]
) -> Cluster:
    inside = {pair: scores[pair] for pair in combinations(group, 2) if pair in scores}
    return Cluster(episodes=tuple(by_id[each] for each in group), scores=inside)


def kind_of(episodes: Iterable[Episode]) -> str:
    """The kind most episodes give, then the one that says more."""
    kinds = [each.kind for each in episodes]
    roles = ("event", "effect", "follow-up", "speech")
    return min(
        kinds,
        key=lambda name: (
            roles.index(kind(name).role),
            -kinds.count(name),
            -len(kind(name).within),
            name,
        ),
    )
