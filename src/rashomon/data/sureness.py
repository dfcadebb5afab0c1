"""How sure a link is, in words: what share of pairs with such a score was right where it could be
counted (``data/all/link_sureness.tsv``)."""

from functools import cache
from typing import NamedTuple

from rashomon.data import lexicon


class Sureness(NamedTuple):
    """Scores from ``least`` up to the next row's: of ``pairs`` held-out pairs of accounts with such
    a score ``right`` in a hundred told of one incident."""

    least: float
    right: int
    pairs: int
    words: str

    @property
    def told(self) -> str:
        """ "likely: of pairs with such a score 84 in 100 are one incident"."""
        return f"{self.words}: of pairs with such a score {self.right} in 100 are one incident"


def sureness(score: float) -> Sureness:
    """The row for a score from 0 to 1."""
    return next(row for row in reversed(_table()) if row.least <= score or row.least == 0)


@cache
def _table() -> tuple[Sureness, ...]:
    return tuple(
        Sureness(float(row["from"]), round(float(row["right"])), int(row["pairs"]), row["words"])
        for row in lexicon("link_sureness", "all")
    )
