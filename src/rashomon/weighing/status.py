"""Whether the accounts agree, can hold together, or cannot."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from rashomon.model.findings import Independent, Status
from rashomon.weighing.figures import Figure


def clashes(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Pairs of bounded readings that cannot both hold, the lower first.

    An earlier, lower count by another source is no clash: tolls rise.
    """
    return [(lower, higher) for lower, higher in _apart(figures) if not _rose(lower, higher)]


def risen(figures: Sequence[Figure]) -> bool:
    """Whether somebody has an earlier, lower count beside another's: both may hold, yet nobody can
    say that all agree."""
    return any(_rose(lower, higher) for lower, higher in _apart(figures))


def _apart(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    bounded = [f for f in figures if f.value.high is not None and not f.soft_zero]
    return [
        (lower, higher)
        for lower, higher in combinations(bounded, 2)
        if not lower.value.meets(higher.value)
    ]


def _rose(lower: Figure, higher: Figure) -> bool:
    """Whether all who gave the lower figure spoke of an earlier day than all of the higher."""
    if not lower.last_day or any(not account.moment for account in lower.accounts):
        return False
    if any(not account.moment for account in higher.accounts):
        return False
    return lower.last_day < higher.first_day


def status_of(
    independent: Independent,
    best: Independent | None,
    disputes: Iterable[object],
    risen: bool = False,
) -> Status:
    """The status, from the finding's bounds, those of the reading of ``best``, clashes, and
    whether an earlier, lower count of another source stands beside it."""
    if independent.high <= 1:
        return "single-source"
    if any(True for _ in disputes):
        return "disputed"
    if best is not None and best.low >= 2 and not risen:
        return "agreed"
    return "compatible"
