"""The derivation: one sentence that says which claims set which end and what was left out."""

from collections.abc import Mapping, Sequence

from rashomon.model.claims import Claim
from rashomon.weighing.conflicts import Teller, said_by, words_of
from rashomon.weighing.exclusion import LeftOut
from rashomon.weighing.figures import Figure
from rashomon.weighing.ranges import Range

_LEFT_OUT = 2  # claims left out that one sentence names
_WHY_BEST = {
    "independent": "the precise figure with most independent sources, then the latest",
    "latest": "the latest precise figure",
    "lowest": "the lowest precise figure",
    "floor": "the floor that is given, no exact figure being at hand",
    "sum": "added up from parts that exclude each other",
    "rest": "all who were hit less those who died",
}


def derivation(
    figures: Sequence[Figure],
    ends: Range,
    claims: Sequence[Claim],
    left: Mapping[str, LeftOut],
    teller: Teller,
) -> str:
    """One sentence, its parts joined by semicolons."""
    alone = sum(f.value.precise for f in figures) == 1 and ends.basis not in ("sum", "rest")
    parts = [_best(ends, alone, teller), *_ends(ends, teller)]
    parts += _widening_nothing(figures, ends, teller)
    parts += _left_out(claims, left, teller)
    return "; ".join(part for part in parts if part) + "."


def _best(ends: Range, alone: bool, teller: Teller) -> str:
    """The working figure, and the rule that chose it where there was a choice."""
    if ends.chosen is None or ends.basis is None:
        if ends.low is None:
            return "No number is given"
        why = "none was asked for" if ends.basis == "none" else "no source asserts an exact figure"
        return f"No working figure: {why}"
    figure = ends.chosen
    why = "" if alone else f" ({_WHY_BEST[ends.basis]})"
    return f"{ends.best:,} from {_from(figure, teller)}{why}"


def _from(figure: Figure, teller: Teller) -> str:
    names = teller.who(figure.claims)
    bounds = figure.support.independent
    count = str(bounds.low) if bounds.low == bounds.high else f"{bounds.low} to {bounds.high}"
    plural = "source" if count == "1" else "sources"
    return f"{names}{teller.on_last_day(figure.claims)}, {count} independent {plural}"


def _ends(ends: Range, teller: Teller) -> list[str]:
    if ends.low is None:
        return []
    said = []
    low, high = ends.low_from[:1], ends.high_from[:1]
    if low == high and ends.chosen not in low:
        span = f"{ends.low:,}" if ends.low == ends.high else f"{ends.low:,} to {_top(ends)}"
        said = [_end(span, figure, teller) for figure in low]
    else:
        if ends.chosen not in ends.low_from:
            said += [_end(f"lowest {ends.low:,}", figure, teller) for figure in low]
        if ends.chosen not in ends.high_from:
            said += [_end(f"highest {_top(ends)}", figure, teller) for figure in high]
    if ends.open:
        said.append("the latest account leaves the top open")
    return said


def _top(ends: Range) -> str:
    return "open" if ends.high is None else f"{ends.high:,}"


def _end(what: str, figure: Figure, teller: Teller) -> str:
    words = "" if figure.value.precise else f", {words_of(figure.value, figure.claims)}"
    return f"{what} from {teller.who(figure.claims)}{teller.on_last_day(figure.claims)}{words}"


def _widening_nothing(figures: Sequence[Figure], ends: Range, teller: Teller) -> list[str]:
    if ends.chosen is None:
        return []
    chosen = ends.chosen.value
    setting = {*map(id, ends.low_from), *map(id, ends.high_from), id(ends.chosen)}
    wide = [f for f in figures if id(f) not in setting and not f.value.precise]
    return [
        f"{words_of(f.value, f.claims)} from {teller.who(f.claims)} holds with it"
        for f in wide
        if f.value.contains(chosen)
    ]


def _left_out(claims: Sequence[Claim], left: Mapping[str, LeftOut], teller: Teller) -> list[str]:
    said = [
        f"{said_by(claim)} from {teller.who([claim])} left out: {left[claim.id].why}"
        for claim in sorted(claims, key=lambda each: each.id)
        if claim.id in left
    ]
    once = list(dict.fromkeys(said))
    more = len(once) - _LEFT_OUT
    return [*once[:_LEFT_OUT], f"{more} more left out"] if more > 0 else once
