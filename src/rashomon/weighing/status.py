"""Whether the accounts agree, can hold together, or cannot."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from rashomon.model.findings import Independent, Status
from rashomon.weighing.figures import Figure


def clashes(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Pairs of bounded readings that cannot both hold, the lower first.

    An earlier, lower count by another source is no clash: tolls rise.
    """
    bounded = [f for f in figures if f.value.high is not None and not f.soft_zero]
    return [
        (lower, higher)
        for lower, higher in combinations(bounded, 2)
        if not lower.value.meets(higher.value) and not _rose(lower, higher)
    ]


def _rose(lower: Figure, higher: Figure) -> bool:
    """Whether all who gave the lower figure spoke of an earlier day than all of the higher."""
    if not lower.last_day or any(not account.moment for account in lower.accounts):
        return False
    if any(not account.moment for account in higher.accounts):
        return False
    return lower.last_day < higher.first_day


def status_of(
    independent: Independent, best: Independent | None, disputes: Iterable[object]
) -> Status:
    """The status, from the finding's bounds, those of the reading of ``best``, and clashes."""
    if independent.high <= 1:
        return "single-source"
    if any(True for _ in disputes):
        return "disputed"
    if best is not None and best.low >= 2:
        return "agreed"
    return "compatible"
