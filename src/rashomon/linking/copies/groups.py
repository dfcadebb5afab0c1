"""From matched pairs to passages: what stands in the same reports is one copy."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rashomon.linking.copies.units import Node, Unit


class Forest:
    """Which nodes belong together; the root of a tree is its least node."""

    def __init__(self) -> None:
        """Start with every node apart."""
        self._parent: dict[Node, Node] = {}

    def root(self, node: Node) -> Node:
        """The least node of its tree."""
        parent = self._parent
        top = node
        while parent.get(top, top) != top:
            top = parent[top]
        while parent.get(node, node) != top:
            parent[node], node = top, parent[node]
        return top

    def join(self, one: Node, other: Node) -> None:
        """Put two nodes together."""
        first, second = sorted((self.root(one), self.root(other)))
        self._parent.setdefault(first, first)
        self._parent[second] = first

    def trees(self) -> list[list[Node]]:
        """All trees of two nodes and more, nodes sorted."""
        found: dict[Node, list[Node]] = {}
        for node in sorted(self._parent):
            found.setdefault(self.root(node), []).append(node)
        return [nodes for _, nodes in sorted(found.items())]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units of one report in a row: ``units`` are their places, ``start`` and ``end`` offsets."""

    report: int
    units: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Everything that the same reports share, with what is what (``classes``: nodes of one
    sentence in all its wordings)."""

    stretches: tuple[Stretch, ...]
    classes: tuple[tuple[Node, ...], ...]

    @property
    def reports(self) -> tuple[int, ...]:
        """Places of the reports, sorted."""
        return tuple(sorted({stretch.report for stretch in self.stretches}))


def passages_of(forest: Forest, units: Callable[[int], Sequence[Unit]]) -> list[Passage]:
    """Gather the trees by the set of reports that they stand in."""
    by_reports: dict[tuple[int, ...], list[list[Node]]] = {}
    for nodes in forest.trees():
        reports = tuple(sorted({report for report, _ in nodes}))
        if len(reports) > 1:
            by_reports.setdefault(reports, []).append(nodes)
    return [
        Passage(_stretches(trees, units), tuple(tuple(nodes) for nodes in trees))
        for _, trees in sorted(by_reports.items())
    ]


def _stretches(
    trees: Iterable[Sequence[Node]], units: Callable[[int], Sequence[Unit]]
) -> tuple[Stretch, ...]:
    nodes = sorted({node for tree in trees for node in tree})
    runs: list[list[Node]] = []
    for node in nodes:
        if runs and runs[-1][-1] == (node[0], node[1] - 1):
            runs[-1].append(node)
        else:
            runs.append([node])
    return tuple(_stretch(run, units(run[0][0])) for run in runs)


def _stretch(run: Sequence[Node], units: Sequence[Unit]) -> Stretch:
    own = [units[place] for _, place in run]
    start = min(unit.start for unit in own)
    end = max(unit.end for unit in own)
    return Stretch(run[0][0], tuple(place for _, place in run), start, end)
