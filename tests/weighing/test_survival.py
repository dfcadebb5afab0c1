"""Who was hurt and then died: in one report, and from one report to the next."""

import pytest

HER, HIM = {"sex": "female"}, {"sex": "male"}


@pytest.fixture
def two(pile):
    """Two reports, a day apart."""
    pile.report("r1", "Harbour Times", "2031-05-03")
    pile.report("r2", "Inland Post", "2031-05-04")
    return pile


def hurt(pile, report, sentence, exact, label, **more):
    return pile.say(report, sentence, exact, label=label, prop="injured", **more)


def test_taken_to_hospital_where_he_died(two):
    hurt(two, "r1", "A boy was taken to hospital.", "A boy was taken", "boy")
    two.say("r1", "The child died there.", "The child died", label="child")
    weighed = two.weigh()
    assert weighed.killed.best == 1
    assert weighed.injured.best is None


def test_two_told_in_one_sentence_stay_two(two):
    sentence = "A man was killed and a nurse was hurt."
    two.say("r1", sentence, "A man was killed", label="man")
    hurt(two, "r1", sentence, "a nurse was hurt", "nurse", same_sentence=True)
    hurt(two, "r1", "The nurse was taken to hospital.", "The nurse was taken", "nurse")
    assert two.weigh().injured.best == 1


def test_another_person_is_another(two):
    two.say("r1", "A man was killed.", "A man was killed", label="man")
    hurt(two, "r1", "Another man was hurt.", "Another man", "man", additional=True)
    assert two.weigh().injured.best == 1


def test_dead_in_the_report_of_the_next_day(two):
    first = hurt(two, "r1", "Ana Berel was badly hurt.", "Ana Berel was badly hurt", "Ana Berel")
    two.say("r2", "Ana Berel has died.", "Ana Berel has died", label="Ana Berel")
    weighed = two.weigh()
    assert weighed.injured.best is None
    (conflict,) = [c for f in weighed.findings for c in f.conflicts]
    assert conflict.type == "superseded"
    assert "said to have died according to Inland Post" in conflict.explanation
    assert next(c for c in weighed.claims if c.id == first.id).why_not == "said to have died"


def test_an_older_report_of_a_death_moves_nobody(two):
    two.say("r1", "A woman has died.", "A woman has died", label="woman")
    hurt(two, "r2", "A woman was hurt.", "A woman was hurt", "woman")
    assert two.weigh().injured.best == 1


def test_who_is_counted_beside_the_dead_stays_hurt(two):
    hurt(two, "r1", "A woman was hurt.", "A woman was hurt", "woman", who=HER)
    two.say("r2", "A woman was killed.", "A woman was killed", label="woman", who=HER)
    hurt(two, "r2", "A man was hurt.", "A man was hurt", "man", who=HIM)
    assert two.weigh().injured.best is not None


def test_other_names_are_other_people(two):
    hurt(two, "r1", "Ana Berel was hurt.", "Ana Berel was hurt", "Ana Berel")
    two.say("r2", "Ida Marn was killed.", "Ida Marn was killed", label="Ida Marn")
    assert two.weigh().injured.best == 1


def test_another_person_is_not_the_one_who_then_died(two):
    hurt(two, "r1", "Another person was hurt.", "Another person", "person", additional=True)
    two.say("r1", "The boy died on the way.", "The boy died", label="boy")
    assert two.weigh().injured.best == 1


def test_one_of_another_surname_stays_hurt(two):
    two.say("r1", "Ana Berel was killed.", "Ana Berel was killed", label="Ana Berel")
    hurt(two, "r1", "Marn was taken to hospital.", "Marn was taken", "Marn")
    assert two.weigh().injured.best == 1


def test_one_by_surname_alone_may_be_the_dead(two):
    two.say("r1", "Ana Berel was killed.", "Ana Berel was killed", label="Ana Berel")
    hurt(two, "r1", "Berel was taken to hospital.", "Berel was taken", "Berel")
    assert two.weigh().injured.best is None


@pytest.mark.parametrize(
    "words",
    ["is recovering", "is in stable condition", "was released from hospital"],
)
def test_who_is_said_to_live_is_nobody_else_who_died(two, words):
    sentence = f"Ana Berel {words} after the shooting."
    two.say("r1", "A child was killed.", "A child was killed", label="child")
    hurt(two, "r1", sentence, f"Ana Berel {words}", "Ana Berel")
    assert two.weigh().injured.best == 1


def test_a_girl_in_stable_condition_may_be_the_girl_who_died(two):
    hurt(two, "r1", "A girl is in stable condition.", "A girl is in stable", "girl")
    two.say("r2", "The girl has died.", "The girl has died", label="girl")
    assert two.weigh().injured.best is None


def test_that_she_was_shot_does_not_say_that_she_lived(two):
    """Told later, by a report that does not say what became of her."""
    two.say("r1", "A woman has died.", "A woman has died", label="woman")
    hurt(two, "r2", "He is accused of shooting a woman.", "shooting a woman", "woman")
    assert two.weigh().injured.best is None


def test_at_least_one_hurt_may_be_the_one_who_died(two):
    hurt(two, "r1", "A boy was hurt.", "A boy was hurt", "boy")
    two.say("r2", "A boy has died.", "A boy has died", label="boy")
    more = {"value": (1, None)}
    hurt(two, "r2", "At least one person was hurt.", "At least one person", "person", **more)
    assert two.weigh().injured.best_basis == "floor"
