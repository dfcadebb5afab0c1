"""Which episodes tell of one incident.

Clusters grow from the surest pair on: two join while the likelihoods of all pairs between them are
high enough on average and no report stands on both sides. So a round-up that touches five incidents
cannot chain them together, and the result depends on the set of episodes alone, never on their
order. What reports are mainly about is settled first; what they tell in passing joins afterwards
and brings no two main accounts together.
"""

import gc
import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations

from rashomon.data.kinds import kind
from rashomon.linking.candidates import candidates
from rashomon.linking.profiles import Profile
from rashomon.linking.scores import LINK, PairScore, explained, likelihood
from rashomon.model.base import Frozen
from rashomon.model.episodes import Episode

_NOTHING = 0.01
"""Likelihoods below this count as none."""

Pairs = Callable[[Sequence[Profile]], Iterable[tuple[int, int]]]


class Cluster(Frozen):
    """The episodes of one incident, and the scores of its pairs by their ids."""

    episodes: tuple[Episode, ...]
    scores: dict[tuple[str, str], PairScore]


def cluster(episodes: Sequence[Episode], pairs: Pairs = candidates) -> tuple[Cluster, ...]:
    """The incidents that the episodes tell of, in order of their first episode's id; ``pairs``
    gives the positions of those that are compared."""
    with _collector_paused():
        return _clustered(episodes, pairs)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Nothing here refers to itself in circles; looking for such again and again among all that
    the pile holds takes a seventh of the time of a large one."""
    ran = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if ran:
            gc.enable()


def _clustered(episodes: Sequence[Episode], pairs: Pairs) -> tuple[Cluster, ...]:
    ordered = sorted(episodes, key=lambda e: e.id)
    profiles = [Profile.of(each) for each in ordered]
    growing = _Growing(ordered)
    for first, second in pairs(profiles):
        likely = likelihood(profiles[first], profiles[second])
        if likely >= _NOTHING:
            growing.tie(first, second, likely)
    growing.grow(only_mains=True)
    growing.grow(only_mains=False)
    return tuple(_cluster([profiles[n] for n in group]) for group in growing.groups())


class _Growing:
    """Clusters while they grow, each under the number of its first episode.

    ``ties`` holds for two clusters the sum of their pairs' likelihoods.
    """

    def __init__(self, episodes: Sequence[Episode]) -> None:
        self.members = {n: [n] for n in range(len(episodes))}
        self.reports = {n: {each.report} for n, each in enumerate(episodes)}
        self.has_main = {n: each.main for n, each in enumerate(episodes)}
        self.ties: dict[int, dict[int, float]] = defaultdict(dict)

    def tie(self, first: int, second: int, likely: float) -> None:
        """Note the likelihood of a pair of single episodes."""
        self.ties[first][second] = self.ties[second][first] = likely

    def grow(self, only_mains: bool) -> None:
        """Join the surest two clusters as long as any may be joined.

        A pair in the heap is out of date when one of the two was joined since; what was
        joined is put there anew.
        """
        heap = [
            entry
            for first in list(self.ties)
            for entry in self._joins(first, only_mains)
            if entry[1] < entry[2]
        ]
        heapq.heapify(heap)
        while heap:
            average, first, second = heapq.heappop(heap)
            alive = first in self.members and second in self.members
            if alive and average == self._average(first, second):
                self._join(first, second)
                for entry in self._joins(first, only_mains):
                    heapq.heappush(heap, entry)

    def groups(self) -> list[list[int]]:
        """The members of each cluster, in order."""
        return sorted(sorted(members) for members in self.members.values())

    def _joins(self, first: int, only_mains: bool) -> Iterator[tuple[float, int, int]]:
        """What the cluster may join: minus the average (surest first), and both numbers."""
        for second in self.ties[first]:
            average = self._average(first, second)
            mains = self.has_main[first] + self.has_main[second]
            allowed = mains == 2 if only_mains else mains < 2
            if allowed and -average >= LINK and not self.reports[first] & self.reports[second]:
                yield average, min(first, second), max(first, second)

    def _average(self, first: int, second: int) -> float:
        pairs = len(self.members[first]) * len(self.members[second])
        return -self.ties[first].get(second, 0.0) / pairs

    def _join(self, first: int, second: int) -> None:
        """The second goes into the first, which has the lower number."""
        self.members[first] += self.members.pop(second)
        self.reports[first] |= self.reports.pop(second)
        self.has_main[first] |= self.has_main.pop(second)
        for other, likely in self.ties.pop(second).items():
            del self.ties[other][second]
            if other != first:
                total = self.ties[first].get(other, 0.0) + likely
                self.ties[first][other] = self.ties[other][first] = total


def _cluster(members: Sequence[Profile]) -> Cluster:
    """No two members are of one report."""
    scores = {
        (one.episode.id, other.episode.id): explained(one, other)
        for one, other in combinations(members, 2)
    }
    return Cluster(episodes=tuple(each.episode for each in members), scores=scores)


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
