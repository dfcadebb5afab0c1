"""Which episodes come together: for reasons that are named, whatever the order."""

import datetime as dt
import random

from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.clusters import cluster
from rashomon.linking.scores import LINK, pair_score
from rashomon.model.episodes import Episode
from tests.linking.strategies import day, episode, piles, town

MONDAY = dt.date(2024, 5, 13)
STORY = ("harbour", "ferry", "terminal", "blast", "quay")


def ids(episodes: list[Episode]) -> list[list[str]]:
    return [[each.id for each in found.episodes] for found in cluster(episodes)]


def bombing(id_: str, report: str, **changes: object) -> Episode:
    told: dict[str, object] = {
        "times": (day(MONDAY),),
        "sites": (town("Larnos"),),
        "words": STORY,
        "published": MONDAY + dt.timedelta(days=1),
    }
    return episode(id_, report, **{**told, **changes})  # type: ignore[arg-type]


def test_two_accounts_of_one_bombing_come_together() -> None:
    pair = [bombing("e1", "r1"), bombing("e2", "r2", words=(*STORY[:4], "depot"))]
    assert ids(pair) == [["e1", "e2"]]
    score = pair_score(*pair)
    assert score.score >= LINK
    assert "both a bombing" in score.because and "0 days apart" in score.because


def test_another_day_is_another_bombing() -> None:
    later = bombing("e2", "r2", times=(day(MONDAY + dt.timedelta(days=9)),))
    assert ids([bombing("e1", "r1"), later]) == [["e1"], ["e2"]]


def test_another_kind_is_another_incident() -> None:
    protest = bombing("e2", "r2", kind="election")
    assert pair_score(bombing("e1", "r1"), protest).score < pair_score(
        bombing("e1", "r1"), bombing("e2", "r2")
    ).score


def test_one_report_tells_no_incident_twice() -> None:
    assert ids([bombing("e1", "r1"), bombing("e2", "r1")]) == [["e1"], ["e2"]]


def test_a_report_of_two_incidents_does_not_chain_them() -> None:
    other_day = day(MONDAY + dt.timedelta(days=20))
    monday, later = bombing("e1", "r1"), bombing("e4", "r4", times=(other_day,))
    roundup = [bombing("e2", "r2"), bombing("e3", "r2", times=(other_day,))]
    assert ids([monday, *roundup, later]) == [["e1", "e2"], ["e3", "e4"]]


@given(piles(), st.integers())
def test_the_order_of_episodes_does_not_matter(pile: list[Episode], seed: int) -> None:
    shuffled = list(pile)
    random.Random(seed).shuffle(shuffled)
    assert ids(shuffled) == ids(pile)


@given(piles())
def test_every_episode_is_in_one_cluster(pile: list[Episode]) -> None:
    found = [each for group in ids(pile) for each in group]
    assert sorted(found) == sorted(each.id for each in pile)


@given(piles())
def test_a_pair_scores_the_same_both_ways(pile: list[Episode]) -> None:
    for one, other in zip(pile, pile[1:], strict=False):
        assert pair_score(one, other) == pair_score(other, one)
        assert 0 <= pair_score(one, other).score <= 1
