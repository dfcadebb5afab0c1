"""Growth of linking: the pairs that are compared grow with the pile and not with its square."""

import linking
import pytest

from rashomon.linking.clusters import cluster


def test_pairs_for_each_episode_hardly_grow() -> None:
    few, many = (linking.pairs_each(linking.pile(size)) for size in (1_000, 4_000))
    assert linking.SHARING / 2 < few < 4  # whoever shares an incident is paired at least once
    assert many < 1.6 * few


def test_two_thousand_are_linked() -> None:
    episodes = linking.pile(2_000)
    found = cluster(episodes)
    assert 1_300 < len(found) < 1_700
    assert sorted(e.id for each in found for e in each.episodes) == sorted(e.id for e in episodes)


@pytest.mark.parametrize("count", [1, 60, 2_500])
def test_ranks_stay_below_their_count(count: int) -> None:
    rng = linking.random.Random(3)
    assert {linking.ranked(rng, count) for _ in range(300)} <= set(range(count))
