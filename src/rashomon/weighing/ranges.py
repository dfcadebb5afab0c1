"""Low, best and high of a count (CONTRACT.md, low, best, high of a finding, rules 3 and 4)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.model.base import NullReason
from rashomon.model.findings import BestBasis, BestRule
from rashomon.weighing.figures import Figure
from rashomon.weighing.wording import has_number


@dataclass(frozen=True, slots=True)
class Range:
    """The ends, the working figure with the reading it comes from, and why what is missing is."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    open: bool = False
    basis: BestBasis | None = None
    chosen: Figure | None = None
    low_from: tuple[Figure, ...] = ()
    high_from: tuple[Figure, ...] = ()
    why_null: dict[str, NullReason] = field(default_factory=dict)


def range_of(figures: Sequence[Figure], rule: BestRule) -> Range:
    """Weigh the figures that are left in."""
    numbered = [figure for figure in figures if figure.value.low is not None]
    counted = [figure for figure in numbered if not figure.soft_zero] or numbered
    setting = [figure for figure in counted if sets_ends(figure, counted)]
    if not setting:
        return Range(why_null=dict.fromkeys(("low", "best", "high", "best_basis"), "not-stated"))
    lower = [figure for figure in setting if not figure.upper_end] or setting
    low = min(_low(figure) for figure in lower)
    high = max(_high(figure) for figure in setting)
    chosen, basis = _choose(counted, rule)
    return Range(
        low=low,
        best=_low(chosen) if chosen else None,
        high=high,
        open=_is_open(counted),
        basis=basis,
        chosen=chosen,
        low_from=tuple(figure for figure in lower if _low(figure) == low),
        high_from=tuple(figure for figure in setting if _high(figure) == high),
        why_null=_why_null(counted, chosen, basis),
    )


def sets_ends(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a figure is one of those that can set low or high.

    A vague or open one that contains a precise one widens nothing; one whose words name both
    ends ("between three and five") or the upper one ("up to five") is not vague.
    """
    if figure.value.precise or figure.ranged or figure.upper_end:
        return True
    if figure.value.open and not _has_floor(figure):  # "many" beside "at least nine"
        numbered = [other for other in figures if other is not figure and _has_floor(other)]
        return not any(figure.value.contains(other.value) for other in numbered)
    firm = [other for other in figures if other.value.precise or other.ranged]
    return not any(figure.value.contains(other.value) for other in firm if other is not figure)


def _low(figure: Figure) -> int:
    return figure.value.low or 0


def _high(figure: Figure) -> int:
    """The greatest bounded figure; an open claim counts with its floor."""
    return _low(figure) if figure.value.high is None else figure.value.high


def _is_open(figures: Sequence[Figure]) -> bool:
    """Whether the latest claims all leave the top open."""
    last = max(figure.last_moment for figure in figures)
    return all(figure.value.open for figure in figures if figure.last_moment == last)


def _choose(figures: Sequence[Figure], rule: BestRule) -> tuple[Figure | None, BestBasis | None]:
    if rule == "none":
        return None, "none"
    precise = [f for f in figures if f.value.precise and not f.soft_zero]
    if precise:
        chosen = _first(precise, rule)
        return chosen, "sum" if chosen.summed else "rest" if chosen.rest else rule
    floors = [f for f in figures if f.value.open and _has_floor(f)]
    return (_first(floors, rule), "floor") if floors else (None, None)


def _has_floor(figure: Figure) -> bool:
    """Whether the words give a number for a floor; "many" does not."""
    return any(has_number(claim.span.exact) for claim in figure.claims)


def _first(figures: Sequence[Figure], rule: BestRule) -> Figure:
    """The figure that the rule prefers; ties by the rest of the default rule."""
    if rule == "lowest":
        return min(figures, key=_low)
    lowest_last = sorted(figures, key=lambda figure: -_low(figure))
    if rule == "latest":
        return max(lowest_last, key=lambda f: (f.last_moment, f.support.independent.low))
    return max(lowest_last, key=lambda f: (f.support.independent.low, f.last_moment, -_low(f)))


def _why_null(
    figures: Sequence[Figure], chosen: Figure | None, basis: BestBasis | None
) -> dict[str, NullReason]:
    if chosen is not None:
        return {}
    only_soft = all(figure.soft_zero for figure in figures)
    reason: NullReason = "not-stated" if only_soft or basis == "none" else "vague"
    return {"best": reason} if basis else {"best": reason, "best_basis": reason}
