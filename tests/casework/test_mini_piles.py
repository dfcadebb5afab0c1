"""Short reports of one thing beside each other: what is counted, and where they part."""

import pytest

from tests.casework.mini_piles import MiniPile, read

_FILES = (
    "later_deaths.txt",
    "armed_and_civilian.txt",
    "parting.txt",
    "independence.txt",
    "refuted.txt",
    "running_counts.txt",
)
_PILES = [pile for name in _FILES for pile in read(name)]


@pytest.mark.parametrize("pile", _PILES, ids=lambda pile: pile.name)
def test_what_comes_out(pile: MiniPile) -> None:
    assert pile.misses() == []
