"""The same people under two names: fighters to one, civilians to another.

The same exact figure, in two reports, of armed or suspected people here and of others there, is
one group told of twice. Adding both up would count everybody twice.
"""

from collections.abc import Sequence

from rashomon.model.claims import Claim
from rashomon.model.numbers import NumberRange
from rashomon.weighing.grouping import (
    called_apart,
    called_fighters,
    head_word,
    held_armed,
    value_on,
)

_MANY = 5  # people: the same figure of soldiers and of people of no kind is hardly chance


def two_names(one: Claim, other: Claim) -> bool:
    """Whether the first counts armed or suspected people and the second, in another report, as
    many others."""
    if one.span.report == other.span.report or one.partial or other.partial:
        return False
    size = _exact(one)
    if size < 2 or size != _exact(other):  # "a suspect" and "a student" may well be two
        return False
    if held_armed(one) and not _soldiers(one):
        return not held_armed(other) and called_apart(other.who)
    status = value_on(other.who, "status")
    if not _soldiers(one) or held_armed(other):
        return False
    return status == "civilian" or (size >= _MANY and status is None)


def sides_apart(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether all whom one source counts are fighters, as somebody calls them, and all whom the
    other counts are civilians: what was hit is what they part on, whatever the figures."""
    return (
        bool(one and other)
        and all(held_armed(claim) and not _soldiers(claim) for claim in one)
        and any(head_word(claim.who) in called_fighters() for claim in one)
        and all(_unarmed(claim) for claim in other)
        and any(value_on(claim.who, "status") == "civilian" for claim in other)
    )


def _unarmed(claim: Claim) -> bool:
    return not held_armed(claim)


def alike_armed(one: Claim, other: Claim) -> bool:
    """Whether two reports give one figure of fighters, be they called gunmen or militants."""
    elsewhere = one.span.report != other.span.report
    return elsewhere and one.value == other.value and held_armed(one) and held_armed(other)


def _soldiers(claim: Claim) -> bool:
    return value_on(claim.who, "status") == "security-force"


def _exact(claim: Claim) -> int:
    value = claim.value
    return (value.low or 0) if isinstance(value, NumberRange) and value.precise else 0
