"""The measures by hand-worked cases and by what must hold of any input."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measures import (
    Item,
    b_cubed,
    error,
    f1,
    harmonic,
    kilometres,
    likeness,
    share,
    total,
    town_words,
)

clusterings = st.dictionaries(st.text(max_size=3), st.integers(0, 4), min_size=1, max_size=12)


def test_b_cubed_by_hand() -> None:
    gold = {"a": 1, "b": 1, "c": 2}
    guess = {"a": "x", "b": "x", "c": "x"}
    assert b_cubed(gold, guess)["a"] == (pytest.approx(2 / 3), 1.0)
    assert b_cubed(gold, guess)["c"] == (pytest.approx(1 / 3), 1.0)


@given(clusterings)
def test_the_same_clusters_are_right(gold: dict[str, int]) -> None:
    assert set(b_cubed(gold, {k: f"named {v}" for k, v in gold.items()}).values()) == {(1.0, 1.0)}


@given(clusterings)
def test_swapping_sides_swaps_precision_and_recall(gold: dict[str, int]) -> None:
    guess = dict.fromkeys(gold, 0)
    there, back = b_cubed(gold, guess), b_cubed(guess, gold)
    assert all(there[name] == back[name][::-1] for name in gold)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([(0, 10)], [(0, 10)], 1.0),
        ([(0, 10)], [(5, 15)], 1 / 3),
        ([(0, 5), (10, 15)], [(0, 15)], 2 / 3),
        ([(0, 5)], [(5, 9)], 0.0),
        ([], [], 0.0),
    ],
)
def test_likeness(
    one: list[tuple[int, int]], other: list[tuple[int, int]], expected: float
) -> None:
    assert likeness(one, other) == pytest.approx(expected)


def test_figures() -> None:
    sums = total([Item("a", {"right": 1, "found": 2, "gold": 3}), Item("b", {"right": 1})])
    assert share("right", "gold")(sums) == pytest.approx(100 * 2 / 3)
    assert f1("right", "found", "gold")(sums) == pytest.approx(80)
    assert harmonic(share("right", "found"), share("right", "gold"))(sums) == pytest.approx(80)
    assert share("right", "none")(sums) == f1("none", "none", "none")(sums) == 0.0


def test_distance() -> None:
    assert kilometres((0, 0), (0, 180)) == pytest.approx(12_742 * math.pi / 2)
    assert kilometres((48.2, 16.4), (48.2, 16.4)) == 0


def test_towns() -> None:
    assert town_words("City of Saint Orrin") == town_words("of St. Orrin") == ["of", "st", "orrin"]
    assert town_words(None) == []


def test_the_error_shrinks_with_more_items_and_is_the_same_again() -> None:
    some = [Item(str(n), {"right": n % 2, "all": 1}) for n in range(20)]
    figure = share("right", "all")
    few, many = (error(lambda items: figure(total(items)), some * times) for times in (1, 20))
    assert 8 < few < 14
    assert many < few / 3
    assert few == error(lambda items: figure(total(items)), some)


def test_halves_hang_on_the_name_alone() -> None:
    halves = [Item(f"item {n}", {}).half for n in range(400)]
    assert 160 < halves.count("A") < 240
    assert Item("item 7", {"x": 1}).half == halves[7]
