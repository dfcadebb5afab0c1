"""Dead perpetrators beside their victims, and the hurt that follow from other figures."""

import pytest

DOER = {"role": "perpetrator"}


@pytest.fixture
def two(pile):
    """Two reports of one day."""
    pile.report("r1", "Harbour Times", "2031-05-03")
    pile.report("r2", "Inland Post", "2031-05-03")
    return pile


def test_the_gunman_of_another_report_is_counted_too(two):
    two.say("r1", "He killed five people.", "killed five people", (5, 5), others=True)
    two.say("r2", "The gunman is dead.", "The gunman is dead", label="gunman", who=DOER)
    assert two.weigh().killed.best == 6


def test_a_figure_for_all_has_him_already(two):
    two.say("r1", "Six people are dead.", "Six people are dead", (6, 6))
    two.say("r2", "The gunman is dead.", "The gunman is dead", label="gunman", who=DOER)
    assert two.weigh().killed.best == 6


def test_the_one_man_killed_may_be_the_gunman(two):
    two.say("r1", "Police killed a man.", "killed a man", label="man", others=True)
    two.say("r2", "The gunman is dead.", "The gunman is dead", label="gunman", who=DOER)
    assert two.weigh().killed.best == 1


def test_the_rest_of_those_hit_are_hurt(two):
    two.say("r1", "Five people were shot.", "Five people", (5, 5), prop="casualties")
    two.say("r1", "One of them died.", "One of them died", (1, 1))
    injured = two.weigh().injured
    assert (injured.low, injured.best, injured.high) == (4, 4, 4)
    assert injured.best_basis == "rest"


def test_a_number_of_hurt_that_is_given_stands(two):
    two.say("r1", "Five people were shot.", "Five people", (5, 5), prop="casualties")
    two.say("r1", "One died.", "One died", (1, 1))
    two.say("r1", "Four others were hurt.", "Four others", (4, 4), prop="injured", additional=True)
    assert two.weigh().injured.best_basis == "independent"


def test_the_hit_without_any_dead_leave_no_rest(two):
    two.say("r1", "Five people were shot.", "Five people", (5, 5), prop="casualties")
    assert two.weigh().injured.best is None
