"""Findings of what is not counted: when, where, who, by what means, why."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rashomon.model.base import content_id
from rashomon.model.claims import (
    Claim,
    Property,
    ResponsibleValue,
    TextValue,
    Value,
    WhenValue,
    WhereValue,
)
from rashomon.model.findings import Conflict, Finding, Reading
from rashomon.model.times import Interval
from rashomon.weighing.conflicts import Teller, from_left_out, once
from rashomon.weighing.exclusion import LeftOut
from rashomon.weighing.independence import over_values, support
from rashomon.weighing.status import status_of
from rashomon.weighing.wording import word_list

_NOT_COUNTED = ("low", "best", "high", "best_basis")
_NEAR_KM = {1: 25.0, 2: 50.0, 3: 150.0}  # by the coarser where_prec of the two; above: country
_SAY_THE_SAME = 12  # readings of one property compared pairwise, best supported first
_OPPOSED = frozenset({"claimed", "accused", "admitted"})


def quality(
    name: Property, claims: Sequence[Claim], left: Mapping[str, LeftOut], teller: Teller
) -> Finding:
    """All claims of one property: readings, who stands behind each, what cannot both hold."""
    used = [claim for claim in claims if claim.id not in left]
    groups = _by_value(used)
    readings = sorted((_reading(group, teller) for group in groups), key=_order)
    disputes = _disputes(readings, used, teller)
    bounds = over_values(groups, teller.sources)
    best = readings[0].independent if readings else None
    denials = _denials(readings, used, teller) if name == "responsible" else []
    conflicts = [*disputes, *denials, *from_left_out(claims, left, used, teller)]
    ids = sorted(claim.id for claim in claims)
    return Finding(
        id=content_id("f", claims[0].incident or "", name, "", *ids),
        property=name,
        who=None,
        status=status_of(bounds, best, disputes),
        derivation=_derivation(readings, used, claims, left, teller),
        independent=bounds,
        readings=tuple(readings),
        conflicts=once(conflicts),
        why_null={**dict.fromkeys(_NOT_COUNTED, "not-in-scheme"), "who": "not-in-scheme"},
    )


def _by_value(claims: Iterable[Claim]) -> list[list[Claim]]:
    groups: dict[object, list[Claim]] = {}
    for claim in sorted(claims, key=lambda each: each.id):
        groups.setdefault(_same(claim.value), []).append(claim)
    return list(groups.values())


def _same(value: Value) -> object:
    """What makes two values one reading."""
    if isinstance(value, WhereValue):
        return ("where", value.geonameid or (value.name.casefold(), value.country_code))
    if isinstance(value, WhenValue):
        return ("when", value.earliest, value.latest)
    if isinstance(value, TextValue):
        return ("text", *word_list(value.text))
    return value.model_dump_json()


def _reading(claims: Sequence[Claim], teller: Teller) -> Reading:
    behind = support(claims, teller.sources)
    return Reading(
        value=claims[0].value,
        claims=tuple(claim.id for claim in claims),
        primary_sources=behind.primary_sources,
        independent=behind.independent,
        collapsed=behind.collapsed,
    )


def _order(reading: Reading) -> tuple[int, int, int, tuple[str, ...]]:
    bounds = reading.independent
    return -bounds.low, -bounds.high, -len(reading.claims), reading.claims


def _disputes(readings: Sequence[Reading], used: Sequence[Claim], teller: Teller) -> list[Conflict]:
    by_id = {claim.id: claim for claim in used}
    found = []
    for one, other in combinations(readings[:_SAY_THE_SAME], 2):
        if _cannot_both(one.value, other.value):
            first = [by_id[each] for each in one.claims]
            second = [by_id[each] for each in other.claims]
            sentence = (
                f"{teller.who(first)} gives “{first[0].span.exact}”; "
                f"{teller.who(second)} gives “{second[0].span.exact}”."
            )
            ids = tuple(sorted((*one.claims, *other.claims)))
            found.append(Conflict(type="contradiction", claims=ids, explanation=sentence))
    return found


def _cannot_both(one: Value, other: Value) -> bool:
    if isinstance(one, WhenValue) and isinstance(other, WhenValue):
        first, second = _interval(one), _interval(other)
        return first is not None and second is not None and not first.meets(second)
    if isinstance(one, WhereValue) and isinstance(other, WhereValue):
        return _far_apart(one, other)
    return False


def _interval(value: WhenValue) -> Interval | None:
    if value.earliest is None or value.latest is None:
        return None
    return Interval(earliest=value.earliest, latest=value.latest)


def _far_apart(one: WhereValue, other: WhereValue) -> bool:
    if one.country_code and other.country_code and one.country_code != other.country_code:
        return True
    coarser = max(one.precision or 7, other.precision or 7)
    limit = _NEAR_KM.get(coarser)
    if limit is None or None in (one.lat, one.lon, other.lat, other.lon):
        return False
    return _kilometres(one, other) > limit


def _kilometres(one: WhereValue, other: WhereValue) -> float:
    """Great-circle distance on a sphere of 6,371 km."""
    lat, lon = math.radians(one.lat or 0), math.radians(one.lon or 0)
    to_lat, to_lon = math.radians(other.lat or 0), math.radians(other.lon or 0)
    half = math.sin((to_lat - lat) / 2) ** 2
    half += math.cos(lat) * math.cos(to_lat) * math.sin((to_lon - lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def _denials(readings: Sequence[Reading], used: Sequence[Claim], teller: Teller) -> list[Conflict]:
    """One actor held responsible by some, while the part is denied."""
    by_id = {claim.id: claim for claim in used}
    found = []
    for one in readings:
        for other in readings:
            if _opposed(one.value, other.value):
                held = [by_id[each] for each in one.claims]
                denying = [by_id[each] for each in other.claims]
                sentence = (
                    f"{teller.who(held)} holds {_actor(one.value, teller)} responsible; "
                    f"{teller.who(denying)} denies it."
                )
                ids = tuple(sorted((*one.claims, *other.claims)))
                found.append(Conflict(type="denial", claims=ids, explanation=sentence))
    return found


def _opposed(one: Value, other: Value) -> bool:
    if not isinstance(one, ResponsibleValue) or not isinstance(other, ResponsibleValue):
        return False
    return one.actor == other.actor and one.role in _OPPOSED and other.role == "denied"


def _actor(value: Value, teller: Teller) -> str:
    if not isinstance(value, ResponsibleValue):
        return ""
    found = teller.case.actors.get(value.actor)
    return found.name if found else value.actor


def _derivation(
    readings: Sequence[Reading],
    used: Sequence[Claim],
    claims: Sequence[Claim],
    left: Mapping[str, LeftOut],
    teller: Teller,
) -> str:
    by_id = {claim.id: claim for claim in used}
    said = [
        f"“{by_id[r.claims[0]].span.exact}” from {teller.who([by_id[c] for c in r.claims])}"
        for r in readings
    ]
    said += [
        f"“{c.span.exact}” from {teller.who([c])} left out: {left[c.id].why}"
        for c in sorted(claims, key=lambda each: each.id)
        if c.id in left
    ]
    return "; ".join(said or ["Nothing is claimed"]) + "."
