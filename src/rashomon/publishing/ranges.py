"""Where the bars of a range stand; the template draws them.

All bars of one finding share one scale that starts at nought, so that they can be compared.
Units are those of the drawing, 0 to ``WIDTH``.
"""

from dataclasses import dataclass

from rashomon.model.findings import Finding, Toll
from rashomon.model.numbers import NumberRange
from rashomon.publishing.words import number_words

WIDTH = 300.0
_EDGE = 8.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A range on a scale from 0 to ``top``: a band, or a point where both ends are one.

    ``open``: the band ends in an arrow. ``alt`` is the text alternative.
    """

    left: float
    right: float
    best: float | None
    point: bool
    open: bool
    top: int
    end: float
    alt: str

    @property
    def width(self) -> float:
        """Of the band."""
        return round(self.right - self.left, 1)


def scale_top(greatest: int) -> int:
    """The next of 5, 10, 20, 50, 100 … that is not below ``greatest``."""
    step = 1
    while True:
        for factor in (5, 10, 20):
            if greatest <= factor * step:
                return factor * step
        step *= 10


def finding_top(finding: Finding) -> int:
    """The end of the scale that fits every number in a finding."""
    ends = [finding.high or finding.low or 0, finding.best or 0]
    for reading in finding.readings:
        if isinstance(reading.value, NumberRange):
            ends.append(reading.value.high or reading.value.low or 0)
    return scale_top(max(ends))


def overall(shown: Finding | Toll, top: int) -> Bar | None:
    """The bar of a finding's or a toll's low, best and high."""
    if shown.low is None:
        return None
    reach = f"to {shown.high}" if shown.high is not None else "upwards, with no upper end"
    best = "" if shown.best is None else f"; working figure {shown.best}"
    alt = f"On a scale from 0 to {top}: the claims reach from {shown.low} {reach}{best}."
    is_open = shown.open or shown.high is None
    return _bar(shown.low, shown.high, is_open, top, alt, shown.best)


def single(value: NumberRange, top: int) -> Bar | None:
    """The bar of one reading."""
    if value.low is None:
        return None
    alt = f"{number_words(value.low, value.high, value.approximate)}, on a scale from 0 to {top}."
    return _bar(value.low, value.high, value.open, top, alt, None)


def _bar(low: int, high: int | None, is_open: bool, top: int, alt: str, best: int | None) -> Bar:
    end = at(top, top)
    return Bar(
        left=at(low, top),
        right=end if high is None else at(high, top),
        best=None if best is None else at(best, top),
        point=low == high,
        open=is_open,
        top=top,
        end=end,
        alt=alt,
    )


def at(number: int, top: int) -> float:
    """Where a number stands on a scale to ``top``."""
    return round(_EDGE + (WIDTH - 2 * _EDGE) * min(number, top) / top, 1)
