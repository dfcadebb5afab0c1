"""Which pairs are looked at: by keys of one episode alone, at about one time."""

import datetime as dt
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wordfreq import zipf_frequency

from rashomon.linking.blocks import Blocks, Windows
from rashomon.linking.candidates import Moments, candidates
from rashomon.linking.keys import ANY_TIME, DAY, keys, rarity
from rashomon.linking.numbers import distinct
from rashomon.linking.profiles import Profile, word_weight
from rashomon.model.episodes import Episode, Site
from tests.linking.strategies import day, episode, piles, town

MONDAY = dt.date(2024, 5, 13)


def told(number: int, days: int | None = 0, **changes: object) -> Episode:
    times = () if days is None else (day(MONDAY + dt.timedelta(days=days)),)
    return episode(f"e{number}", f"r{number}", **{"times": times, **changes})  # type: ignore[arg-type]


def pairs(*episodes: Episode) -> list[tuple[int, int]]:
    return list(candidates([Profile.of(each) for each in episodes]))


@pytest.mark.parametrize(
    ("shared", "near", "far"),
    [
        ({"words": ("zorvathic",)}, 900, None),
        ({"words": ("sousaphone", "quayside")}, 900, None),
        ({"words": ("sousaphone",)}, 60, 300),
        ({"words": ("bakery",), "sites": (town("Larnos"),)}, 6, 40),
        ({"sites": (town("Larnos"),)}, 1, 3),
        ({"persons": ("Ilias Dranov",)}, 900, None),
        ({"words": ("lorry",)}, 1, 3),
    ],
)
def test_the_rarer_the_further_apart(shared: dict[str, object], near: int, far: int | None) -> None:
    assert pairs(told(1, **shared), told(2, near, **shared)) == [(0, 1)]
    assert far is None or pairs(told(1, **shared), told(2, far, **shared)) == []


BAKERY = {"words": ("sourdough",), "sites": (town("Larnos"),)}
"""A word and a country that are rare only together."""


@pytest.mark.parametrize(
    ("gap", "changes", "compared"),
    [
        (6, {}, True),
        (40, {}, False),
        (40, {"sure": 0.3}, True),  # not sure of its day
        (40, {"also": 0}, True),  # tells the other's day as well
        (40, {"persons": ("Ilias Dranov",)}, True),
    ],
)
def test_who_is_sure_of_another_week_shares_more(
    gap: int, changes: dict[str, object], compared: bool
) -> None:
    persons = changes.get("persons", ())
    times = [day(MONDAY + dt.timedelta(days=gap), weight=changes.get("sure", 0.0))]  # type: ignore[arg-type]
    if "also" in changes:
        times.append(day(MONDAY))
    one = told(1, **BAKERY, persons=persons)
    other = told(2, **BAKERY, persons=persons, times=tuple(times))
    assert pairs(one, other) == ([(0, 1)] if compared else [])


@pytest.mark.parametrize(
    ("first", "second", "compared"),
    [
        ((town("Larnos"),), (town("Ostrike"),), False),
        ((town("Larnos"),), (town("Larnos"),), True),
        ((town("Larnos"),), (), True),
        ((town("Larnos"),), (town("Ostrike", weight=0.1),), True),  # named in passing
        ((town("Larnos"),), (town("Ostrike"), town("Larnos")), True),  # names the other's town too
    ],
)
def test_who_is_sure_of_a_town_far_away_shares_more(
    first: tuple[Site, ...], second: tuple[Site, ...], compared: bool
) -> None:
    words = ("garden", "piano")
    one, other = told(1, words=words, sites=first), told(2, words=words, sites=second)
    assert pairs(one, other) == ([(0, 1)] if compared else [])
    named = {"words": words, "persons": ("Ilias Dranov",)}
    assert pairs(told(1, sites=first, **named), told(2, sites=second, **named)) == [(0, 1)]


def test_a_kind_and_day_alone_bring_nobody_together() -> None:
    assert pairs(told(1), told(2)) == []


def test_common_words_alone_bring_nobody_together() -> None:
    words = ("police", "injure", "street", "wound", "gunman", "say", "monday")
    one, other = (
        told(n, n, sites=(town(t),), words=words) for n, t in ((1, "Larnos"), (9, "Ostrike"))
    )
    assert pairs(one, other) == []


def test_what_has_no_time_meets_all_that_shares_a_rare_word() -> None:
    words = ("sousaphone", "quayside")
    assert pairs(told(1, None, words=words), told(2, -900, words=words)) == [(0, 1)]
    assert pairs(told(1, None, words=words), told(2, None, words=words)) == [(0, 1)]


def test_what_has_no_day_is_put_to_its_publication() -> None:
    out = MONDAY + dt.timedelta(days=1)
    undated = Moments.of(Profile.of(told(1, None, published=out)))
    assert undated.days & Moments.of(Profile.of(told(2))).days
    assert Moments.of(Profile.of(told(2, published=out))) == Moments.of(Profile.of(told(2)))


def test_a_suburb_is_near_its_city() -> None:
    city, suburb = town("Larnos"), town("Veldamar")
    moved = suburb.value.model_copy(update={"lat": 34.99, "lon": 33.5})
    near = suburb.model_copy(update={"value": moved})
    assert pairs(told(1, sites=(city,)), told(2, kind="flood", sites=(near,))) == [(0, 1)]
    assert pairs(told(1, sites=(city,)), told(2, kind="flood", sites=(suburb,))) == []


@given(piles())
def test_pairs_of_a_pile_hang_on_no_other(pile: list[Episode]) -> None:
    others = [e.model_copy(update={"id": f"x{e.id}", "report": f"x{e.report}"}) for e in pile[::2]]
    of_both = [pair for pair in pairs(*pile, *others) if max(pair) < len(pile)]
    assert of_both == pairs(*pile)
    assert of_both == sorted(set(of_both))


@given(piles())
def test_keys_are_rare_enough(pile: list[Episode]) -> None:
    for each in pile:
        assert all(key.rarity >= DAY for key in keys(Profile.of(each)))


@given(st.lists(st.integers(0, 2**63 - 1) | st.integers(0, 3)))
def test_distinct_numbers(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))


MOMENTS = st.sets(st.integers(-3, 3), max_size=3)


@given(
    st.lists(MOMENTS, min_size=1, max_size=20),
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 19), st.booleans()), max_size=60),
)
def test_blocks_at_one_time(moments: list[set[int]], placed: list[tuple[int, int, bool]]) -> None:
    windows = Windows()
    for each in moments:
        windows.add(each)
    blocks = Blocks(range(len(moments)), {1: windows}, lambda one, other: (one + other) % 2 == 1)
    put = {(block, member, asks) for block, member, asks in placed if member < len(moments)}
    for block, member, asks in put:
        blocks.add_at(block, 1, member, asks)
    wanted = {
        (first, second)
        for block, first, asks in put
        for second in range(first + 1, len(moments))
        if (block, second, asks) in put and moments[first] & moments[second]
        if not (asks and (first + second) % 2)
    }
    assert list(blocks.pairs()) == sorted(wanted)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 30)), max_size=80))
def test_blocks_give_each_pair_once(placed: list[tuple[int, int]]) -> None:
    blocks = Blocks([member // 2 for member in range(31)])
    for block, member in sorted(set(placed), key=lambda pair: pair[1]):
        blocks.add(block, member)
    wanted = {
        (first, second)
        for block in range(6)
        for first, second in combinations(sorted({m for b, m in placed if b == block}), 2)
        if first // 2 != second // 2
    }
    assert list(blocks.pairs()) == sorted(wanted)


def test_a_block_of_thousands_fits() -> None:
    blocks = Blocks(range(3_000))
    for member in range(3_000):
        for block in (7, 8, 9):
            blocks.add(block, member)
    assert sum(1 for _ in blocks.pairs()) == 3_000 * 2_999 // 2


@pytest.mark.parametrize("word", ["say", "harbour", "sousaphone", "zorvathic", "café", "o'neill"])
def test_weights_are_those_of_wordfreq(word: str) -> None:
    assert word_weight(word) == min(6.0, max(0.0, 7.0 - zipf_frequency(word, "en")))


def test_rarity_is_that_of_the_commonest_form() -> None:
    assert rarity("injure") < word_weight("injure") - 1
    assert rarity("zorvathic") >= ANY_TIME - 1
    assert rarity("45") < rarity("450") < rarity("45021")
