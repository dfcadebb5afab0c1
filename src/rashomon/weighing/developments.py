"""What came of an incident, by day: no finding, since an arrest on Monday and another on Friday
are two things and no dispute."""

from collections.abc import Mapping, Sequence

from rashomon.model.claims import Claim, DevelopmentValue
from rashomon.model.findings import Reading
from rashomon.weighing.conflicts import Teller
from rashomon.weighing.exclusion import LeftOut
from rashomon.weighing.qualities import reading_of
from rashomon.weighing.times import common, interval

_Key = tuple[str, object]


def developments(
    claims: Sequence[Claim], left: Mapping[str, LeftOut], teller: Teller
) -> tuple[Reading, ...]:
    """Each development of one kind and day with all who tell of it, the earliest first.

    Those whose day nobody tells stand together by kind, after those of a day: they may be of
    several days, and are not counted to one that another report gives.
    """
    groups: dict[_Key, list[Claim]] = {}
    for claim in claims:
        if claim.id not in left:
            groups.setdefault(_key(claim), []).append(claim)
    readings = [reading_of(group, _value(group), teller) for group in groups.values()]
    return tuple(sorted(readings, key=_order))


def _key(claim: Claim) -> _Key:
    found = interval(claim)
    if found is None:
        return _told(claim).development, None
    return _told(claim).development, (found.first_day, found.last_day)


def _value(group: Sequence[Claim]) -> DevelopmentValue:
    """The day that all give; of an untold day the last on which it can have been."""
    if interval(group[0]) is None:
        said = [value for claim in group if (value := _told(claim)).latest]
        return min(said, key=lambda value: value.latest or "", default=_told(group[0]))
    day = common(group)
    return _told(group[0]).model_copy(
        update={
            "earliest": day.earliest,
            "latest": day.latest,
            "granularity": day.granularity,
            "why_null": day.why_null,
        }
    )


def _order(reading: Reading) -> tuple[bool, str, str, tuple[str, ...]]:
    value = reading.value
    if not isinstance(value, DevelopmentValue):
        raise TypeError(f"no development: {value}")
    untold = value.earliest is None
    return untold, value.earliest or value.latest or "", value.development, reading.claims


def _told(claim: Claim) -> DevelopmentValue:
    if not isinstance(claim.value, DevelopmentValue):
        raise TypeError(f"claim {claim.id} of {claim.property} is no development")
    return claim.value
