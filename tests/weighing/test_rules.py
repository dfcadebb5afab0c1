"""CONTRACT.md, "low, best, high of a finding", sentence by sentence."""

import pytest

DAY1, DAY2 = "2031-03-11", "2031-03-12"


@pytest.fixture
def three(pile):
    """Three outlets and five sources."""
    for name in ("police", "clinic", "mayor", "governor"):
        pile.voice(name)
    pile.voice("aides", "unnamed")
    pile.voice("Reuters", "agency")
    pile.report("r1", "Inland Post", DAY1)
    pile.report("r2", "Morning Ferry", DAY1)
    pile.report("r3", "Radio Twelve", DAY2)
    return pile


def killed(pile, rule="independent"):
    return next(f for f in pile.weigh(rule).findings if f.property == "killed" and f.who is None)


def types(finding):
    return [conflict.type for conflict in finding.conflicts]


VALUES = {
    "dozens": (24, 99),
    "at least ten": (10, None),
    "more than 100": (101, None),
    "many": (2, None),
    "around 50": (45, 55),
    "several": (3, 9),
    "between three and five": (3, 5),
    "4-6": (4, 6),
}


def say(pile, report, number, source, **more):
    """One claim, in digits or in the words of ``VALUES``."""
    value = VALUES.get(number) if isinstance(number, str) else (number, number)
    sentence = f"In all {number} people died, the {source} said."
    return pile.say(
        report, sentence, str(number), value, through=(source,) if source else (), **more
    )


@pytest.mark.parametrize(
    ("said", "low", "best", "high", "is_open", "basis", "status"),
    [
        # vague or open that contains a precise one widens nothing and supports nothing
        (
            [("r1", 30, "police"), ("r2", "dozens", "clinic")],
            30,
            30,
            30,
            False,
            "independent",
            "compatible",
        ),
        (
            [("r1", 12, "police"), ("r2", "at least ten", "clinic")],
            12,
            12,
            12,
            False,
            "independent",
            "compatible",
        ),
        # one that excludes it counts with both ends
        (
            [("r1", 9, "police"), ("r2", "dozens", "clinic")],
            9,
            9,
            99,
            False,
            "independent",
            "disputed",
        ),
        (
            [("r1", 4, "police"), ("r2", "at least ten", "clinic")],
            4,
            4,
            10,
            False,
            "independent",
            "compatible",
        ),
        # the latest leaves the top open
        (
            [("r1", 12, "police"), ("r3", "at least ten", "clinic")],
            12,
            12,
            12,
            True,
            "independent",
            "compatible",
        ),
        # only floors, only vague
        ([("r1", "at least ten", "police")], 10, 10, 10, True, "floor", "single-source"),
        ([("r1", "more than 100", "police")], 101, 101, 101, True, "floor", "single-source"),
        ([("r1", "many", "police")], 2, None, 2, True, None, "single-source"),
        ([("r1", "dozens", "police")], 24, None, 99, False, None, "single-source"),
        # words that name both ends set both
        (
            [("r1", "between three and five", "police"), ("r2", 3, "clinic")],
            3,
            3,
            5,
            False,
            "independent",
            "compatible",
        ),
        ([("r1", "4-6", "police")], 4, None, 6, False, None, "single-source"),
        # more independent sources, then later, then lower
        (
            [("r1", 4, "police"), ("r2", 4, "clinic"), ("r2", 6, "mayor")],
            4,
            4,
            6,
            False,
            "independent",
            "disputed",
        ),
        ([("r1", 4, "police"), ("r3", 6, "mayor")], 4, 6, 6, False, "independent", "compatible"),
        ([("r1", 4, "police"), ("r2", 6, "mayor")], 4, 4, 6, False, "independent", "disputed"),
        ([("r1", 4, "police"), ("r2", 4, "clinic")], 4, 4, 4, False, "independent", "agreed"),
        # nought that somebody asserts is a figure
        ([("r1", 0, "police"), ("r2", 0, "clinic")], 0, 0, 0, False, "independent", "agreed"),
        # the same source later
        (
            [("r1", 4, "police"), ("r3", 6, "police")],
            6,
            6,
            6,
            False,
            "independent",
            "single-source",
        ),
        (
            [("r1", 6, "police"), ("r3", 4, "police")],
            4,
            4,
            4,
            False,
            "independent",
            "single-source",
        ),
        # a wider figure later replaces nothing
        (
            [("r1", 12, "police"), ("r3", "at least ten", "police")],
            12,
            12,
            12,
            True,
            "independent",
            "single-source",
        ),
    ],
)
def test_ends(three, said, low, best, high, is_open, basis, status):
    for report, number, source in said:
        say(three, report, number, source)
    found = killed(three)
    assert (found.low, found.best, found.high, found.open) == (low, best, high, is_open)
    assert (found.best_basis, found.status) == (basis, status)
    assert ("best" in found.why_null) == (best is None)
    assert found.derivation.endswith(".")


@pytest.mark.parametrize(
    ("rule", "best", "basis"),
    [
        ("independent", 4, "independent"),
        ("latest", 7, "latest"),
        ("lowest", 3, "lowest"),
        ("none", None, "none"),
    ],
)
def test_best_rules(three, rule, best, basis):
    for report, number, source in [
        ("r1", 4, "police"),
        ("r2", 4, "clinic"),
        ("r2", 3, "governor"),
        ("r3", 7, "mayor"),
    ]:
        say(three, report, number, source)
    found = killed(three, rule)
    assert (found.best, found.best_basis) == (best, basis)
    assert (found.low, found.high) == (3, 7)


def test_a_denial_conflicts_and_changes_no_status(three):
    say(three, "r1", 4, "police")
    say(three, "r2", 4, "clinic")
    before = killed(three)
    denied = three.say(
        "r3",
        "The governor denied that any civilian died.",
        "any",
        (1, None),
        through=("governor",),
        stance="denied",
        who={"status": "civilian"},
    )
    after = killed(three)
    assert types(after) == ["denial"]
    assert after.status == before.status == "agreed"
    assert (after.low, after.high) == (4, 4)
    settled = next(c for c in three.weigh().claims if c.id == denied.id)
    assert not settled.used and settled.why_not == "denied, not claimed"


def test_a_superseded_figure_is_history(three):
    old = say(three, "r1", 4, "police")
    say(three, "r3", 6, "police")
    found = killed(three)
    assert types(found) == ["superseded"]
    assert "police (through Inland Post)" in found.conflicts[0].explanation
    settled = next(c for c in three.weigh().claims if c.id == old.id)
    assert not settled.used and "replaced on 12 March 2031" in settled.why_not


@pytest.mark.parametrize(
    ("sentence", "exact", "number", "gone"),
    [
        ("The toll has risen to nine, the mayor said.", "nine", 9, True),
        ("It is now known that two died, the mayor said.", "two", 2, True),
        ("The count was revised to two, the mayor said.", "two", 2, True),
        ("The toll was lowered to two, the mayor said.", "two", 2, True),
        ("The toll stood at nine, the mayor said.", "nine", 9, False),
    ],
)
def test_words_of_change(three, sentence, exact, number, gone):
    say(three, "r1", 4, "police")
    three.say("r3", sentence, exact, (number, number), through=("mayor",))
    assert ("superseded" in types(killed(three))) == gone


@pytest.mark.parametrize(("report", "gone"), [("r3", True), ("r2", False)])
def test_one_rise_replaces_another_of_an_earlier_day(three, report, gone):
    three.say(
        "r1", "The toll has climbed to four, police said.", "four", (4, 4), through=("police",)
    )
    three.say(report, "The toll rose to nine, the mayor said.", "nine", (9, 9), through=("mayor",))
    assert ("superseded" in types(killed(three))) == gone


def test_corrects_names_what_it_replaces(three):
    old = say(three, "r1", 4, "police")
    three.say(
        "r1",
        "In fact five died, said the clinic.",
        "five",
        (5, 5),
        through=("clinic",),
        corrects=old.id,
    )
    found = killed(three)
    assert (found.low, found.best, found.high) == (5, 5, 5)
    assert types(found) == ["superseded"]


def test_another_scope_is_left_out(three):
    say(three, "r1", 4, "police")
    say(three, "r2", 900, "police", scope="since the war began")
    found = killed(three)
    assert (found.low, found.high) == (4, 4)
    assert types(found) == ["different-scope"]
    assert "since the war began" in found.derivation


def test_beside_another_scope_each_figure_goes_to_who_gave_it(three):
    say(three, "r1", 4, "police")
    say(three, "r2", 900, "union", scope="since the war began")
    say(three, "r3", 6, "hospital")
    found = killed(three)
    (scoped,) = [each for each in found.conflicts if each.type == "different-scope"]
    assert "900 according to union" in scoped.explanation
    assert "for this incident 4 according to police" in scoped.explanation
    assert "6 according to hospital" in scoped.explanation
    assert "police and" not in scoped.explanation
    assert "hospital and" not in scoped.explanation


def test_garbled_and_hardened_copies_are_left_out(three):
    origin = say(three, "r1", 4, "Reuters")
    copy = say(three, "r2", 40, "Reuters")
    three.copy(origin, copy, drift=(("number-changed", origin, copy),))
    found = killed(three)
    assert (found.low, found.high) == (4, 4)
    assert "a number changed in a copy" in found.derivation


def test_a_hedge_dropped_on_the_way(three):
    origin = say(three, "r1", 4, "Reuters", stance="hedged")
    copy = say(three, "r2", 4, "Reuters")
    three.copy(origin, copy, drift=(("hedge-dropped", origin, copy),))
    settled = {c.id: c for c in three.weigh().claims}
    assert settled[origin.id].used and not settled[copy.id].used


def test_a_floor_that_hardened_on_the_way(three):
    origin = say(three, "r1", "at least ten", "Reuters")
    copy = say(three, "r2", 10, "Reuters")
    three.copy(origin, copy, drift=(("hedge-dropped", origin, copy),))
    found = killed(three)
    assert (found.low, found.best, found.high, found.best_basis) == (10, 10, 10, "floor")
    assert "a hedge dropped in a copy" in found.derivation


def test_no_reports_of_casualties_is_no_nought(three):
    three.say(
        "r1",
        "There were no reports of casualties.",
        "no",
        (0, 0),
        prop="casualties",
        stance="hedged",
    )
    weighed = three.weigh()
    (found,) = weighed.findings
    assert (found.low, found.best, found.high) == (0, None, 0)
    assert weighed.killed.best is None and weighed.killed.low is None
    assert weighed.killed.finding == found.id
    assert weighed.killed.why_null["best"] == "not-stated"


def test_there_were_no_casualties_asserts_none(three):
    three.say("r1", "There were no casualties.", "no", (0, 0), prop="casualties")
    weighed = three.weigh()
    assert (weighed.killed.low, weighed.killed.best, weighed.killed.high) == (0, 0, 0)
    assert weighed.injured.best == 0


def test_nothing_stated(three):
    weighed = three.weigh()
    assert weighed.findings == ()
    assert weighed.killed.best is None
    assert set(weighed.killed.why_null) >= {"low", "best", "high", "status", "finding"}


def test_evacuated_without_a_number(three):
    three.say("r1", "The staff were evacuated.", "The staff", (None, None), prop="evacuated")
    (found,) = three.weigh().findings
    assert found.low is found.best is found.high is None
    assert found.why_null["low"] == "not-stated"
    assert len(found.readings) == 1


def test_injured_here_killed_there(three):
    three.say("r1", "One contractor was killed.", "One", (1, 1), label="contractor")
    three.say("r2", "One contractor was hurt.", "One", (1, 1), label="contractor", prop="injured")
    for found in three.weigh().findings:
        assert types(found) == ["different-category"]
        assert "1 contractor killed according to Inland Post" in found.conflicts[0].explanation


def test_a_contradiction_is_told_with_its_sources(three):
    say(three, "r1", 4, "police")
    say(three, "r2", 7, "clinic")
    (conflict,) = killed(three).conflicts
    assert conflict.explanation == (
        "4 according to police (through Inland Post); "
        "7 according to clinic (through Morning Ferry)."
    )
