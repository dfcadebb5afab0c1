"""The primary source of a claim, and how well it is named."""

from dataclasses import dataclass
from enum import IntEnum


class Rank(IntEnum):
    """How well a source is named; a copy takes the source of its best-named wording."""

    PROSE = 0
    UNNAMED = 1
    MEDIUM = 2
    NAMED = 3


@dataclass(frozen=True, slots=True)
class Source:
    """The primary source of one claim.

    ``key`` is equal for claims that count once; ``voice`` is the id to show, ``None`` for prose
    without attribution; ``why`` says why it counts with others, where it is not the voice itself.
    """

    key: str
    voice: str | None
    rank: Rank
    why: str | None = None
    among: frozenset[str] = frozenset()
    """Keys of the sources of which it may be one: it is no other for certain beside any of them."""

    @property
    def certain(self) -> bool:
        """Whether it adds to the lower bound."""
        return self.rank >= Rank.MEDIUM
