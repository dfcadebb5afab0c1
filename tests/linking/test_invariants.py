"""What holds of any pile of episodes: order, batches, what is taken away, what is far off."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.linking.clusters import cluster
from rashomon.linking.scores import LINK, pair_score
from rashomon.model.episodes import Episode
from tests.linking.strategies import piles


def groups(episodes: Sequence[Episode]) -> set[frozenset[str]]:
    return {frozenset(e.id for e in found.episodes) for found in cluster(episodes)}


@settings(deadline=None)
@given(piles(), st.data())
def test_batches_in_any_order_give_the_same_incidents(
    pile: list[Episode], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(pile)))
    assert groups([*pile[cut:], *pile[:cut]]) == groups(pile)


@settings(deadline=None)
@given(piles(), piles())
def test_two_unrelated_piles_give_what_they_give_apart(
    pile: list[Episode], more: list[Episode]
) -> None:
    """Other reports, and no pair that is likely at all."""
    other = [e.model_copy(update={"id": f"x{e.id}", "report": f"x{e.report}"}) for e in more]
    if any(pair_score(a, b).score >= 0.01 for a in pile for b in other):
        return
    assert groups([*pile, *other]) == groups(pile) | groups(other)


@settings(max_examples=60, deadline=None)
@given(piles(), st.data())
def test_what_joins_without_a_report_was_kept_apart_by_it(
    pile: list[Episode], data: st.DataObject
) -> None:
    """Two episodes that come together when a report is taken away were held apart while it was
    there by one of its episodes: it stood with either of them or with one that now stands there."""
    if not pile:
        return
    report = data.draw(st.sampled_from(sorted({e.report for e in pile})))
    before, after = groups(pile), groups([e for e in pile if e.report != report])
    taken = {e.id for e in pile if e.report == report}
    home = {each: group for group in before for each in group}
    for group in after:
        homes = {home[each] for each in group}
        if len(homes) > 1:
            assert taken & frozenset().union(*homes) or _spoke(pile, group, taken)


def _spoke(pile: Sequence[Episode], group: frozenset[str], taken: set[str]) -> bool:
    """Whether an episode that was taken away could have joined one of the group."""
    known = {each.id: each for each in pile}
    return any(
        pair_score(known[one], known[other]).score >= LINK
        for one in sorted(taken)
        for other in sorted(group)
    )
