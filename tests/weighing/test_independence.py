"""CONTRACT.md, independence: bounds, collapses and their reasons."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rashomon.model.voices import NameSpan
from rashomon.weighing import Case, weigh

DAY = "2031-03-11"


def reading(pile):
    found = next(f for f in pile.weigh().findings if f.property == "killed" and f.who is None)
    return found.readings[0]


@pytest.fixture
def four(pile):
    """Four outlets and every kind of source."""
    for number, name in enumerate(("Inland Post", "Morning Ferry", "Radio Twelve", "Hill News"), 1):
        pile.report(f"r{number}", name, DAY)
    pile.voice("police", command="Brask police")
    pile.voice("Oksana Veld", command="Brask police")
    pile.voice("a police source", "unnamed", command="Brask police")
    pile.voice("clinic")
    pile.voice("officials", "unnamed")
    pile.voice("residents", "unnamed")
    pile.voice("Reuters", "agency")
    pile.voice("Evening Tide", "outlet")
    pile.voice("ministry", "state")
    return pile


TABLE = [
    ("one named source", [("police",)], (1, 1), None),
    ("two named sources", [("police",), ("clinic",)], (2, 2), None),
    ("the same source twice", [("police",), ("police",)], (1, 1), "the same primary source"),
    ("bodies under one command", [("police",), ("Oksana Veld",)], (1, 1), "under one command"),
    ("unnamed member", [("police",), ("a police source",)], (1, 1), "unnamed member"),
    ("an agency that names nobody", [("Reuters",)], (1, 1), None),
    ("an agency twice", [("Reuters",), ("Reuters",)], (1, 1), "the same primary source"),
    ("another outlet", [("Evening Tide",)], (1, 1), None),
    ("through the agency or straight", [("Reuters", "police"), ("police",)], (1, 1), "police"),
    ("one unnamed source", [("officials",)], (0, 1), None),
    ("unnamed in two reports", [("officials",), ("officials",)], (0, 2), None),
    ("unnamed beside named", [("officials",), ("police",)], (1, 2), None),
    ("prose", [()], (0, 1), None),
    ("all prose together", [(), (), ()], (0, 1), "prose without attribution"),
    ("prose beside a source", [(), ("police",)], (1, 2), None),
]


@pytest.mark.parametrize(
    ("name", "chains", "bounds", "reason"), TABLE, ids=[row[0] for row in TABLE]
)
def test_bounds(four, name, chains, bounds, reason):
    for number, chain in enumerate(chains, 1):
        four.say(f"r{number}", f"Four people died, says {name}.", "Four", (4, 4), through=chain)
    found = reading(four)
    assert (found.independent.low, found.independent.high) == bounds
    reasons = [collapsed.reason for collapsed in found.collapsed]
    assert (reasons == []) if reason is None else any(reason in each for each in reasons)


@pytest.mark.parametrize(
    ("heard", "bounds"),
    [
        ((("Larnos police", "police (Larnos)"), ("Quell police", "police (Quell)")), (2, 2)),
        ((("Larnos police", "police (Larnos)"), ("police", "police")), (1, 1)),
        ((("Mira Sand", "police (Larnos)"), ("Larnos police", "police (Larnos)")), (1, 1)),
        (
            (
                ("Larnos police", "police (Larnos)"),
                ("Quell police", "police (Quell)"),
                ("police", "police"),
            ),
            (2, 3),
        ),
        ((("police", "police"), ("the police", "police")), (1, 1)),
    ],
)
def test_police_of_two_towns_are_two(four, heard, bounds):
    for number, (name, command) in enumerate(heard, 1):
        four.voice(name, command=command)
        four.say(f"r{number}", f"Four people died, says {name}.", "Four", (4, 4), through=(name,))
    found = reading(four)
    assert (found.independent.low, found.independent.high) == bounds


def test_which_police_a_report_means_is_seen_in_it(four):
    for report, town in (("r1", "Larnos"), ("r2", "Quell")):
        key = four.voice(f"{town} police", command=f"police ({town})")
        named = NameSpan(text=f"{town} police", report=report, start=0, end=5)
        four.voices[key] = four.voices[key].model_copy(update={"names": (named,)})
    bare = four.voice("police", command="police")
    named = NameSpan(text="police", report="r2", start=50, end=56)
    four.voices[bare] = four.voices[bare].model_copy(update={"names": (named,)})
    four.say("r1", "Four died, Larnos police said.", "Four", (4, 4), through=("Larnos police",))
    four.say("r2", "Four died, Quell police said.", "Four", (4, 4), through=("Quell police",))
    four.say("r2", "All four died at once, police said.", "four", (4, 4), through=("police",))
    found = reading(four)
    assert (found.independent.low, found.independent.high) == (2, 2)


def test_an_unnamed_officer_in_one_agencys_words_is_one(four):
    four.voice("a customs officer", "unnamed")
    four.voice("one customs officer", "unnamed")
    for number in (1, 2):
        four.say(
            f"r{number}",
            f"Four people died, version {number}.",
            "Four",
            (4, 4),
            through=("Reuters", "a customs officer"),
        )
    assert (reading(four).independent.low, reading(four).independent.high) == (0, 1)
    four.say("r3", "Four people died.", "Four", (4, 4), through=("a customs officer",))
    assert reading(four).independent.high == 2


def test_what_the_outlets_own_staff_saw(four):
    four.say("r1", "Our reporter counted four bodies.", "four", (4, 4), staff_saw=True)
    found = reading(four)
    assert (found.independent.low, found.independent.high) == (1, 1)
    assert found.primary_sources == ("Inland-Post",)


def test_ten_copies_of_one_story_change_nothing(four):
    sentence = "Four people died when the roof of the market hall came down on the stalls."
    first = four.say(
        "r1", f"{sentence[:-1]}, police said.", "Four", (4, 4), through=("Reuters", "police")
    )
    alone = reading(four).independent
    copies = [
        four.say(f"r{n}", sentence, "Four", (4, 4), through=chain)
        for n, chain in ((2, ("Reuters",)), (3, ()), (4, ("officials",)))
    ]
    four.copy(first, *copies)
    found = reading(four)
    assert found.independent == alone
    assert "the same agency text" in found.collapsed[0].reason
    assert found.primary_sources == ("police",)


def test_copies_of_prose_stay_at_most_one(four):
    sentence = "Four people died when the roof of the market hall came down on the stalls."
    claims = [four.say(f"r{n}", sentence, "Four", (4, 4)) for n in (1, 2)]
    four.copy(*claims)
    assert (reading(four).independent.low, reading(four).independent.high) == (0, 1)
    four.copies.clear()
    four.copy(*claims, source="Reuters")
    assert (reading(four).independent.low, reading(four).independent.high) == (1, 1)


def test_two_sources_inside_one_agency_text_stay_two(four):
    first = four.say(
        "r1",
        "Four people died, police said on Monday.",
        "Four",
        (4, 4),
        through=("Reuters", "police"),
    )
    second = four.say(
        "r1", "The clinic too spoke of four dead.", "four", (4, 4), through=("Reuters", "clinic")
    )
    four.copy(first, second)
    assert reading(four).independent.low == 2


CHAINS = [
    (),
    ("police",),
    ("Oksana Veld",),
    ("clinic",),
    ("officials",),
    ("Reuters",),
    ("Reuters", "police"),
]
claims = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from(CHAINS),
        st.sampled_from([(4, 4), (5, 5), (24, 99), (3, None), (0, 0)]),
        st.sampled_from(["asserted", "hedged", "denied"]),
        st.sampled_from(["2031-03-11", "2031-03-12", None]),
        st.sampled_from([{}, {"status": "civilian"}, {"role": "perpetrator"}, {"sex": "female"}]),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
)


def fill(pile, said):
    for number in range(1, 5):
        pile.report(f"r{number}", f"Outlet {number}", DAY)
    for name, command in (
        ("police", "Brask police"),
        ("Oksana Veld", "Brask police"),
        ("clinic", None),
    ):
        pile.voice(name, command=command)
    pile.voice("officials", "unnamed")
    pile.voice("Reuters", "agency")
    for n, (report, chain, value, stance, day, who, partial) in enumerate(said):
        pile.say(
            f"r{report}", f"Claim {n} is of some people.", "some", value,
            through=chain, stance=stance, as_of=day, who=who, partial=partial and bool(who),
        )  # fmt: skip
    return pile


@settings(max_examples=60, deadline=None)
@given(said=claims, rng=st.randoms(use_true_random=False))
def test_order_never_matters(new_pile, said, rng):
    case = fill(new_pile(), said).case()
    shuffled = list(case.claims)
    rng.shuffle(shuffled)
    voices = dict(sorted(case.voices.items(), reverse=True))
    again = weigh(Case(claims=tuple(shuffled), voices=voices, published=case.published))
    first = weigh(case)
    assert again.findings == first.findings
    assert (again.killed, again.injured) == (first.killed, first.injured)
    assert {c.id: (c.used, c.why_not) for c in again.claims} == {
        c.id: (c.used, c.why_not) for c in first.claims
    }


@settings(max_examples=60, deadline=None)
@given(said=claims)
def test_every_finding_is_whole(new_pile, said):
    weighed = fill(new_pile(), said).weigh()
    for found in weighed.findings:
        if found.low is not None and found.high is not None:
            assert found.low <= found.high
            assert found.best is None or found.low <= found.best <= found.high
        assert found.independent.low <= found.independent.high
        assert all((getattr(found, k) is None) for k in found.why_null)
        assert all(
            k in found.why_null for k in ("low", "best", "high") if getattr(found, k) is None
        )
    assert all(claim.used or claim.why_not for claim in weighed.claims)


@settings(max_examples=60, deadline=None)
@given(said=claims, which=st.integers(0, 7))
def test_a_copy_adds_no_primary_source(new_pile, said, which):
    pile = fill(new_pile(), said)
    before = pile.weigh().findings[0]
    origin = pile.claims[which % len(said)]
    # What its own report gives as part of a total stands for itself in a copy of it alone.
    assume(any(origin.id in reading.claims for reading in before.readings))
    report = pile.report("r9", "Outlet 9", DAY)
    text = origin.sentence.exact
    copy = pile.say(
        report, text, origin.span.exact,
        (origin.value.low, origin.value.high), stance=origin.stance,
        as_of=origin.as_of, who=origin.who.model_dump(exclude={"label", "why_null"}),
        partial=origin.partial,
    )  # fmt: skip
    pile.copy(origin, copy)
    after = pile.weigh().findings[0]
    known = {r.value: r.independent for r in before.readings}
    for found in after.readings:
        if found.value in known:
            assert found.independent.low <= known[found.value].low
            assert found.independent.high <= known[found.value].high
    assert after.independent.low <= before.independent.low
    # A copy of only the lesser of two figures can bring that figure back into play.
    if {r.value for r in after.readings} <= set(known):
        assert after.independent.high <= before.independent.high


@settings(max_examples=60, deadline=None)
@given(said=claims)
def test_merging_two_voices_adds_none(new_pile, said):
    apart = fill(new_pile(), said).weigh().findings[0].independent
    merged = fill(new_pile(), said)
    merged.voice("clinic", command="Brask police")
    together = merged.weigh().findings[0].independent
    assert together.low <= apart.low
    assert together.high <= apart.high
