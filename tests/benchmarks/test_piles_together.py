"""Piles that have nothing to do with each other give together what they give apart."""

import random

from goldset import piles

from rashomon.casework.compare import annotate, put_together
from rashomon.model.settings import Settings
from rashomon.reading import read

SETTINGS = Settings()
OPEN = frozenset(map(str, range(25, 35)))


def test_ten_unrelated_piles_in_one() -> None:
    """Ten piles of the accounts set, by themselves and as one, shuffled."""
    chosen = [pile for pile in piles() if pile.name[:2] in OPEN]
    apart = [list(annotate(read(sorted(pile.glob("r*.txt"))).reports, SETTINGS)) for pile in chosen]
    mixed = [each for pile in apart for each in pile]
    random.Random(7).shuffle(mixed)
    assert len(apart) == len(OPEN)
    together = put_together(mixed, SETTINGS).incidents
    assert len(together) > len(OPEN)
    assert {each.id: each for each in together} == {
        each.id: each for pile in apart for each in put_together(pile, SETTINGS).incidents
    }
