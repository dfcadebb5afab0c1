"""Which incident of one account of a pile is which of another: by what is told of them."""

from collections.abc import Collection, Sequence

from goldset import Happening, alike


def paired(ones: Sequence[Happening], others: Sequence[Happening]) -> dict[str, str]:
    """Each of ``ones`` with at most one of ``others`` and back, the likest first.

    Incidents that share no report are never paired.
    """
    likenesses = sorted(
        ((-likeness(one, other), one.name, other.name) for one in ones for other in others),
    )
    pairs: dict[str, str] = {}
    for unlike, one, other in likenesses:
        if unlike < 0 and one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def likeness(one: Happening, other: Happening) -> float:
    """From 0 (no shared report) to 5: a point each for reports, main reports, day, place, kind."""
    if not one.reports & other.reports:
        return 0.0
    return (
        _shared(one.reports, other.reports)
        + _shared(one.main_in, other.main_in)
        + _days(one, other)
        + alike(one.places, other.places)
        + bool(one.kinds & other.kinds)
    )


def _shared(one: Collection[str], other: Collection[str]) -> float:
    union = set(one) | set(other)
    return len(set(one) & set(other)) / len(union) if union else 0.5


def _days(one: Happening, other: Happening) -> float:
    """1 where the spans of days meet, 0 where they do not, a half where one is unknown."""
    if None in one.days + other.days:
        return 0.5
    return float(str(one.days[0]) <= str(other.days[1]) and str(other.days[0]) <= str(one.days[1]))
