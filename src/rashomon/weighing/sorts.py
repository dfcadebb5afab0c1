"""What the words of a weapon, a cause or a motive name."""

from itertools import product

from rashomon.data.means import sorts, wider
from rashomon.model.claims import Claim, TextValue

MEANS = frozenset({"weapon", "cause", "motive"})


def sorts_of(claim: Claim) -> frozenset[str]:
    """What a claim of weapon, cause or motive names; nothing where no table has its words."""
    if claim.property not in MEANS or not isinstance(claim.value, TextValue):
        return frozenset()
    return sorts(claim.value.text, claim.property)


def same_means(one: Claim, other: Claim) -> bool:
    """Whether both may name one thing: a denied weapon and a claimed one."""
    pairs = product(sorts_of(one), sorts_of(other))
    return any(wider(a) & {b} or wider(b) & {a} for a, b in pairs)
