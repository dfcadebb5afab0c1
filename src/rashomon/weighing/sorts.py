"""What the words of a weapon, a cause or a motive name."""

from collections.abc import Iterable
from itertools import product

from rashomon.data.means import sorts, wider
from rashomon.model.claims import Claim, TextValue

MEANS = frozenset({"weapon", "cause", "motive", "recipient"})


def sorts_of(claim: Claim) -> frozenset[str]:
    """What a claim of weapon, cause or motive names; nothing where no table has its words."""
    if not isinstance(claim.value, TextValue) or not by_sort(claim):
        return frozenset()
    return sorts(claim.value.text, claim.property)


def by_sort(claim: Claim) -> bool:
    """Whether a claim is compared by what its words name: not a party that was acted upon."""
    return claim.property in MEANS and isinstance(claim.value, TextValue)


def parts_on(claims: Iterable[Claim]) -> bool:
    """Whether claims name two sorts of one property, or one is denied."""
    told = list(claims)
    return len({sorts_of(each) for each in told}) > 1 or any(c.stance == "denied" for c in told)


def same_means(one: Claim, other: Claim) -> bool:
    """Whether both may name one thing: a denied weapon and a claimed one."""
    pairs = product(sorts_of(one), sorts_of(other))
    return any(wider(a) & {b} or wider(b) & {a} for a, b in pairs)
