"""Numbers of people as ranges: what the words allow, both ends included.

A range with ``high=None`` is *open* ("at least three"); one whose words are
themselves wide ("dozens", "around 50") is *vague*; all else is *precise*
(CONTRACT.md, numbers).
"""

from collections.abc import Iterable
from typing import Self

from pydantic import Field, model_validator

from rashomon.model.base import Frozen


class NumberRange(Frozen):
    """``low`` to ``high`` people, both included; ``None`` as ``high`` is no upper end.

    Both ends ``None`` say that something was claimed without a number
    ("the staff were evacuated").
    """

    low: int | None = Field(ge=0)
    high: int | None = Field(default=None, ge=0)
    approximate: bool = False

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low is None and self.high is not None:
            raise ValueError("a range with an upper end needs a lower one")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is above high {self.high}")
        return self

    @property
    def numbered(self) -> bool:
        """Whether any number was given at all."""
        return self.low is not None

    @property
    def open(self) -> bool:
        """Whether there is a floor and no ceiling."""
        return self.low is not None and self.high is None

    @property
    def vague(self) -> bool:
        """Whether the words themselves leave the number wide."""
        return self.high is not None and (self.low != self.high or self.approximate)

    @property
    def precise(self) -> bool:
        """Whether the words give exactly one number."""
        return self.numbered and self.low == self.high and not self.approximate

    def contains(self, other: Self) -> bool:
        """Whether every number that ``other`` allows is allowed here."""
        if self.low is None or other.low is None or other.low < self.low:
            return False
        return self.high is None or (other.high is not None and other.high <= self.high)

    def meets(self, other: Self) -> bool:
        """Whether one number could satisfy both."""
        if self.low is None or other.low is None:
            return True
        below = self.high is not None and self.high < other.low
        above = other.high is not None and other.high < self.low
        return not (below or above)

    def plus(self, other: Self) -> Self:
        """The range of the sum; open if either is, unnumbered if either is."""
        if self.low is None or other.low is None:
            return type(self)(low=None)
        high = None if self.high is None or other.high is None else self.high + other.high
        return type(self)(
            low=self.low + other.low, high=high, approximate=self.approximate or other.approximate
        )


def exactly(number: int) -> NumberRange:
    """The range of one exact number."""
    return NumberRange(low=number, high=number)


def total(ranges: Iterable[NumberRange]) -> NumberRange:
    """The range of the sum of all; of nothing, exactly zero."""
    result = exactly(0)
    for each in ranges:
        result = result.plus(each)
    return result
