"""Which sentences of two reports are worth comparing, found in near-linear time.

A small pile is searched by an exact index of word trigrams, a large one by R-MinHash (rensa) of
its sentences in bands. In both, a bucket with many sentences is linked as a chain and not as all
pairs: what a hundred outlets share comes together through neighbours.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from rensa import RMinHash

from rashomon.linking.copies.units import Node, Unit

EXACT_UP_TO = 2000  # reports; above, R-MinHash
_ALL_PAIRS = 12  # sentences in a bucket that are all compared with one another
_ENOUGH = 2  # trigrams shared by two sentences
_PERMUTATIONS = 64
_BAND = 2  # values a band: two sentences with a fifth of their trigrams in common meet mostly
_SEED = 20

NodePair = tuple[Node, Node]


def candidates(
    units: Sequence[Sequence[Unit]], exact_up_to: int = EXACT_UP_TO
) -> tuple[NodePair, ...]:
    """Pairs of sentences of two reports, the lesser first, sorted; ``units`` by report."""
    if len(units) <= exact_up_to:
        return _by_trigrams(units)
    return _by_minhash(units)


def _by_trigrams(units: Sequence[Sequence[Unit]]) -> tuple[NodePair, ...]:
    index: dict[tuple[int, int, int], list[Node]] = {}
    for report, own in enumerate(units):
        for place, unit in enumerate(own):
            for trigram in unit.trigrams:
                index.setdefault(trigram, []).append((report, place))
    shared: Counter[NodePair] = Counter()
    for nodes in index.values():
        if len(nodes) > 1:
            shared.update(_links(nodes))
    return tuple(sorted(pair for pair, count in shared.items() if count >= _ENOUGH))


def _links(nodes: Sequence[Node]) -> Iterable[NodePair]:
    """All pairs of a small bucket; of a large one each with the first and the next two."""
    if len(nodes) <= _ALL_PAIRS:
        pairs = set(combinations(nodes, 2))
    else:
        pairs = {(nodes[0], node) for node in nodes[1:]}
        pairs.update(pairwise(nodes))
        pairs.update(zip(nodes, nodes[2:], strict=False))
    return [pair for pair in pairs if pair[0][0] != pair[1][0]]


def _by_minhash(units: Sequence[Sequence[Unit]]) -> tuple[NodePair, ...]:
    buckets: dict[tuple[int, ...], list[Node]] = {}
    for report, own in enumerate(units):
        for place, unit in enumerate(own):
            for key in _bands(unit):
                buckets.setdefault(key, []).append((report, place))
    found = {pair for nodes in buckets.values() if len(nodes) > 1 for pair in _links(nodes)}
    return tuple(sorted(found))


def _bands(unit: Unit) -> list[tuple[int, ...]]:
    if len(unit.trigrams) < _ENOUGH:
        return []
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update([f"{a} {b} {c}" for a, b, c in unit.trigrams])
    digest = sketch.digest()
    return [(at, *digest[at : at + _BAND]) for at in range(0, _PERMUTATIONS, _BAND)]
