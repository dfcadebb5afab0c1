"""Which episodes come together: for reasons that are named, whatever the order."""

import datetime as dt
import gc
import random
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.clusters import cluster
from rashomon.linking.profiles import word_weight
from rashomon.linking.scores import LINK, pair_score
from rashomon.model.episodes import Episode
from tests.linking.strategies import WORDS, day, episode, piles, span, town

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
    assert {"both a bombing", "0 days apart"} <= {part.words for part in score.parts}
    assert len(score.because.split("; ")) <= 5


def test_another_day_is_another_bombing() -> None:
    """In the same few words, whenever it was published."""
    told = MONDAY + dt.timedelta(days=9)
    later = bombing("e2", "r2", times=(day(told),))
    assert ids([bombing("e1", "r1"), later]) == [["e1"], ["e2"]]
    later = bombing("e2", "r2", times=(day(told),), published=told + dt.timedelta(days=1))
    assert ids([bombing("e1", "r1"), later]) == [["e1"], ["e2"]]


def test_another_kind_is_another_incident() -> None:
    protest = bombing("e2", "r2", kind="election")
    assert (
        pair_score(bombing("e1", "r1"), protest).score
        < pair_score(bombing("e1", "r1"), bombing("e2", "r2")).score
    )


@pytest.mark.parametrize(
    "change",
    [
        {"times": (day(MONDAY - dt.timedelta(days=30)),)},
        {"sites": (town("Ostrike", country="BE"),)},
        {"kind": "election"},
        {"words": ("orchard", "harvest", "tractor", "cider")},
        {"published": MONDAY + dt.timedelta(days=200), "times": ()},
        {"main": False},
    ],
)
def test_what_speaks_against_lowers_the_score(change: dict[str, object]) -> None:
    first = bombing("e1", "r1", sites=(town("Larnos", country="CY"),))
    same = bombing("e2", "r2", sites=(town("Larnos", country="CY"),))
    other = bombing("e2", "r2", **{"sites": (town("Larnos", country="CY"),), **change})
    assert pair_score(first, other).score < pair_score(first, same).score


def test_an_explicit_day_outweighs_late_publication() -> None:
    late = bombing("e2", "r2", published=MONDAY + dt.timedelta(days=90))
    assert ids([bombing("e1", "r1"), late]) == [["e1", "e2"]]


def test_a_brief_goes_with_the_long_account() -> None:
    long = bombing("e1", "r1", words=(*STORY, *WORDS, *(f"{w}keeper" for w in WORDS)))
    assert ids([long, bombing("e2", "r2")]) == [["e1", "e2"]]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("air-strike", "both an air strike"),
        ("bombing", "both a bombing"),
        ("casualties", "both casualties"),
        ("crowd-control", "both a use of force against a crowd"),
    ],
)
def test_kinds_read_well(kind: str, words: str) -> None:
    score = pair_score(bombing("e1", "r1", kind=kind), bombing("e2", "r2", kind=kind))
    assert words in {part.words for part in score.parts}


@pytest.mark.parametrize(
    ("one", "other"), [("rioter", "protester"), ("terrorist", "militant"), ("mob", "demonstrator")]
)
def test_swapped_labels_change_no_link(one: str, other: str) -> None:
    pair = [bombing(f"e{n}", f"r{n}", words=(*STORY, one)) for n in (1, 2)]
    swapped = [pair[0], bombing("e2", "r2", words=(*STORY, other))]
    assert pair_score(*pair) == pair_score(*swapped)
    assert ids(pair) == ids(swapped)


@given(piles(), st.permutations(["terrorist", "militant", "insurgent", "rebel"]))
def test_swapped_labels_change_no_cluster(pile: list[Episode], labels: list[str]) -> None:
    def with_label(label: str) -> list[Episode]:
        return [e.model_copy(update={"words": tuple(sorted({*e.words, label}))}) for e in pile]

    assert ids(with_label(labels[0])) == ids(with_label(labels[1])) == ids(pile)


def test_an_aside_does_not_part_the_main_accounts() -> None:
    mains = [bombing("e2", "r1"), bombing("e3", "r2", words=(*STORY[:4], "depot"))]
    aside = bombing("e1", "r1", main=False)
    assert ["e2", "e3"] in ids([*mains, aside])


def test_asides_join_the_incident_they_tell_of() -> None:
    pile = [bombing("e1", "r1"), bombing("e2", "r2", main=False)]
    assert ids(pile) == [["e1", "e2"]]
    asides = [bombing(f"e{n}", f"r{n}", main=False) for n in (1, 2)]
    assert ids(asides) == [["e1", "e2"]]


def test_two_asides_of_one_day_that_share_no_word_are_two() -> None:
    one = bombing("e1", "r1", main=False, sites=())
    other = bombing("e2", "r2", main=False, sites=(), words=("depot", "orchard", "convoy"))
    assert ids([one, other]) == [["e1"], ["e2"]]


@given(piles())
def test_no_cluster_holds_two_episodes_of_one_report(pile: list[Episode]) -> None:
    for found in cluster(pile):
        reports = [each.report for each in found.episodes]
        assert len(reports) == len(set(reports))


@given(piles(), piles())
def test_what_is_far_off_changes_nothing(pile: list[Episode], more: list[Episode]) -> None:
    """Episodes in another country, decades away and in other words touch no cluster."""
    long_ago = dt.date(1950, 1, 1)
    far = [
        episode(
            f"x{e.id}",
            f"x{e.report}",
            kind="visit",
            words=(f"z{e.id}q",),
            times=(day(long_ago + n * dt.timedelta(days=400)),),
        )
        for n, e in enumerate(more)
    ]
    assert [group for group in ids([*pile, *far]) if group[0][0] == "e"] == ids(pile)


def test_many_incidents_in_one_town_stay_near_linear() -> None:
    names = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in ("ane", "ilo", "uvo") for c in "kmnrst"]
    rng = random.Random(7)
    pile = [
        bombing(
            f"e{n:04}",
            f"r{n:04}",
            words=tuple({*STORY, *rng.sample(names, 3), f"{names[n % 200]}{n}"}),
            times=(day(MONDAY + (n // 4) * dt.timedelta(days=3)),),
        )
        for n in range(1200)
    ]
    began = time.process_time()
    cluster(pile)
    assert time.process_time() - began < 10


def test_word_weights() -> None:
    assert word_weight("say") < word_weight("harbour") < word_weight("sousaphone")
    assert word_weight("2014") < word_weight("34") < word_weight("4210")
    assert word_weight("zzqqx") == 6.0


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
    for one, other in pairwise(pile):
        assert pair_score(one, other) == pair_score(other, one)
        assert 0 <= pair_score(one, other).score <= 1


@pytest.mark.parametrize("on", [True, False])
def test_the_garbage_collector_is_left_as_it_was(on: bool) -> None:
    def failing(profiles: object) -> list[tuple[int, int]]:
        assert not gc.isenabled()
        raise ValueError

    was = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        with pytest.raises(ValueError):
            cluster([], failing)
        assert gc.isenabled() == on
    finally:
        (gc.enable if was else gc.disable)()


MONTH = dt.date(2024, 2, 1), dt.date(2024, 2, 29)
MATTER = ("hollins", "orskmarsh", "tarnfield")


def aside(id_: str, report: str, **changes: object) -> Episode:
    told: dict[str, object] = {"kind": "shooting", "main": False, "sites": (), "words": ()}
    return bombing(id_, report, **{**told, **changes})


def test_asides_of_one_matter_come_together() -> None:
    """What is told in a line beside the same main event needs no words of its own in common."""
    dated, of_a_month = (day(dt.date(2024, 2, 17)),), (span(*MONTH),)
    pair = [aside("e1", "r1", times=dated), aside("e2", "r2", times=of_a_month)]
    assert ids(pair) == [["e1"], ["e2"]]
    assert ids([each.model_copy(update={"story": MATTER}) for each in pair]) == [["e1", "e2"]]


def test_a_year_that_holds_a_day_is_no_evidence() -> None:
    year = dt.date(2024, 1, 1), dt.date(2024, 12, 31)
    told = {"story": MATTER, "kind": "kidnapping"}
    pair = [aside("e1", "r1", times=(span(*year),), story=MATTER), aside("e2", "r2", **told)]
    assert ids(pair) == [["e1"], ["e2"]]


def test_an_aside_without_a_time_is_not_the_next_best() -> None:
    words = ("grenade", "gate", "candidate")
    pair = [aside("e1", "r1", words=words), aside("e2", "r2", words=words[:1], times=())]
    assert ids(pair) == [["e1"], ["e2"]]
