"""Findings of what is not counted: when, where, who, by what means, why."""

from collections.abc import Mapping, Sequence

from rashomon.model.base import content_id
from rashomon.model.claims import Claim, Property, Value, WhereValue
from rashomon.model.findings import Finding, Reading
from rashomon.weighing.accounting import account_for
from rashomon.weighing.conflicts import Teller, from_left_out, once
from rashomon.weighing.disputes import contradictions, denials, rivals
from rashomon.weighing.exclusion import LeftOut
from rashomon.weighing.independence import over_values, support
from rashomon.weighing.places import finer_first
from rashomon.weighing.sorting import sort_out, value_of
from rashomon.weighing.status import status_of

_NOT_COUNTED = ("low", "best", "high", "best_basis")


def quality(
    name: Property, claims: Sequence[Claim], left: Mapping[str, LeftOut], teller: Teller
) -> Finding:
    """All claims of one property: readings, who stands behind each, what cannot both hold."""
    used = {claim.id: claim for claim in claims if claim.id not in left}
    groups = sort_out(name, used.values())
    readings = sorted((reading_of(group, value_of(group), teller) for group in groups), key=_order)
    disputes = contradictions(readings, list(used.values()), teller)
    if name == "responsible":
        disputes += rivals(readings, used, teller)
    bounds = over_values(groups, teller.sources)
    best = readings[0].independent if readings else None
    denied = denials(readings, used, teller) if name == "responsible" else []
    conflicts = [*disputes, *denied, *from_left_out(claims, left, list(used.values()), teller)]
    ids = sorted(claim.id for claim in claims)
    return Finding(
        id=content_id("f", claims[0].incident or "", name, "", *ids),
        property=name,
        who=None,
        status=status_of(bounds, best, disputes),
        derivation=account_for(readings, used, claims, left, teller),
        independent=bounds,
        readings=tuple(readings),
        conflicts=once(conflicts),
        why_null={**dict.fromkeys(_NOT_COUNTED, "not-in-scheme"), "who": "not-in-scheme"},
    )


def reading_of(claims: Sequence[Claim], value: Value, teller: Teller) -> Reading:
    """A value with all who stand behind it."""
    behind = support(claims, teller.sources)
    return Reading(
        value=value,
        claims=tuple(sorted(claim.id for claim in claims)),
        primary_sources=behind.primary_sources,
        independent=behind.independent,
        collapsed=behind.collapsed,
    )


def _order(reading: Reading) -> tuple[int, int, float, int, tuple[str, ...]]:
    """Best supported first; of places as well supported, the finer."""
    bounds = reading.independent
    width = finer_first(reading.value) if isinstance(reading.value, WhereValue) else 0.0
    return -bounds.low, -bounds.high, width, -len(reading.claims), reading.claims
