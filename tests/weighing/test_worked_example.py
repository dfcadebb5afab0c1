"""A whole case, as CONTRACT.md's rules make it: an invented blast at a market hall."""

import pytest

from rashomon.model.claims import ResponsibleValue


@pytest.fixture
def case(pile):
    pile.voice("Oksana Veld", command="Brask police")
    pile.voice("police", command="Brask police")
    pile.voice("Reuters", "agency")
    pile.voice("Brask clinic")
    pile.voice("onlookers", "unnamed")
    pile.voice("aides", "unnamed")
    pile.voice("Red Lantern Front", "group")
    pile.report("r1", "Inland Post", "2031-03-11")
    pile.report("r2", "Morning Ferry", "2031-03-11")
    pile.report("r3", "Radio Twelve", "2031-03-12")
    s1 = "At least five people were killed and eleven hurt in the market hall, Oksana Veld said."
    pile.say("r1", s1, "At least five", (5, None), through=("Oksana Veld",))
    pile.say(
        "r1", s1, "eleven", (11, 11), through=("Oksana Veld",), prop="injured", same_sentence=True
    )
    pile.say(
        "r2", "Five people were killed, police said.", "Five", (5, 5), through=("Reuters", "police")
    )
    pile.say(
        "r2",
        "Dozens were wounded, according to onlookers.",
        "Dozens",
        (24, 99),
        through=("Reuters", "onlookers"),
        prop="injured",
    )
    pile.say(
        "r3", "Eight people died, Brask clinic said.", "Eight", (8, 8), through=("Brask clinic",)
    )
    pile.say(
        "r3",
        "Six are still being treated.",
        "Six",
        (6, 6),
        through=("Brask clinic",),
        prop="injured",
        partial=True,
    )
    for role, voice in (("accused", "aides"), ("denied", "Red Lantern Front")):
        value = ResponsibleValue(actor="a1", role=role)
        s = f"The {voice} spoke of the front."
        pile.say("r3", s, "the front", value, through=(voice,), prop="responsible")
    return pile


def finding(weighed, name):
    return next(f for f in weighed.findings if f.property == name and f.who is None)


def test_killed(case):
    weighed = case.weigh()
    killed = finding(weighed, "killed")
    assert (killed.low, killed.best, killed.high, killed.open) == (5, 8, 8, False)
    assert killed.best_basis == "independent"
    assert killed.status == "compatible"
    assert (killed.independent.low, killed.independent.high) == (2, 2)
    assert killed.conflicts == ()
    readings = {(r.value.low, r.value.high): r for r in killed.readings}
    assert readings[5, 5].primary_sources == ("police",)
    assert readings[5, 5].independent.low == readings[5, 5].independent.high == 1
    assert readings[8, 8].primary_sources == ("Brask-clinic",)
    assert "Brask clinic (through Radio Twelve) on 12 March 2031" in killed.derivation
    assert weighed.killed.best == 8
    assert weighed.killed.finding == killed.id


def test_injured(case):
    injured = finding(case.weigh(), "injured")
    assert (injured.low, injured.best, injured.high) == (11, 11, 99)
    assert injured.status == "disputed"
    assert [c.type for c in injured.conflicts] == ["vague"]
    nine = next(r for r in injured.readings if r.value.precise)
    assert (nine.independent.low, nine.independent.high) == (1, 1)
    still = next(c for c in case.weigh().claims if c.partial)
    assert not still.used and still.why_not


def test_responsible(case):
    responsible = finding(case.weigh(), "responsible")
    assert [c.type for c in responsible.conflicts] == ["denial"]
    assert {r.value.role for r in responsible.readings} == {"accused", "denied"}
    assert responsible.why_null["best"] == "not-in-scheme"


@pytest.mark.parametrize(
    ("clinic_day", "police_day"), [("2031-03-11", "2031-03-11"), ("2031-03-11", "2031-03-12")]
)
def test_a_lower_count_that_is_not_earlier_disputes(pile, clinic_day, police_day):
    pile.voice("police")
    pile.voice("clinic")
    pile.report("r1", "Inland Post", clinic_day)
    pile.report("r2", "Radio Twelve", police_day)
    pile.say("r1", "Eight people died, the clinic said.", "Eight", (8, 8), through=("clinic",))
    pile.say("r2", "Five people died, police said.", "Five", (5, 5), through=("police",))
    killed = finding(pile.weigh(), "killed")
    assert killed.status == "disputed"
    assert [c.type for c in killed.conflicts] == ["contradiction"]


def test_words_of_change_replace_earlier_figures_of_any_source(pile):
    pile.voice("police")
    pile.voice("clinic")
    pile.report("r1", "Inland Post", "2031-03-11")
    pile.report("r2", "Radio Twelve", "2031-03-12")
    pile.say(
        "r1", "At least five died, police said.", "At least five", (5, None), through=("police",)
    )
    pile.say("r1", "Five people died, police said.", "Five", (5, 5), through=("police",))
    pile.say("r2", "The toll rose to eight, the clinic said.", "eight", (8, 8), through=("clinic",))
    killed = finding(pile.weigh(), "killed")
    assert (killed.low, killed.best, killed.high) == (8, 8, 8)
    assert killed.status == "single-source"
    assert {c.type for c in killed.conflicts} == {"superseded"}
