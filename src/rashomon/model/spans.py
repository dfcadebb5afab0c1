"""Where words stand. Offsets count Unicode code points of a report's text."""

from typing import Self

from pydantic import Field, model_validator

from rashomon.model.base import Frozen


class Piece(Frozen):
    """Words of one report: ``text[start:end] == exact``."""

    start: int = Field(ge=0)
    end: int
    exact: str

    @model_validator(mode="after")
    def _as_long_as_its_words(self) -> Self:
        if self.end - self.start != len(self.exact):
            raise ValueError(f"{self.start}-{self.end} does not hold {self.exact!r}")
        return self

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Self:
        """The piece of ``text`` from ``start`` to ``end``."""
        return cls(start=start, end=end, exact=text[start:end])

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any character is shared with ``start`` to ``end``."""
        return self.start < end and start < self.end

    def inside(self, start: int, end: int) -> bool:
        """Whether it lies within ``start`` to ``end``."""
        return start <= self.start and self.end <= end


class Span(Piece):
    """A piece together with the report it stands in."""

    report: str

    @classmethod
    def of(cls, report: str, piece: Piece) -> Self:
        """The same words, with their report's id."""
        return cls(report=report, start=piece.start, end=piece.end, exact=piece.exact)
