"""What one report's counts amount to, and how parts and totals keep apart."""

import pytest

CIVILIAN = {"status": "civilian"}
SOLDIER = {"status": "security-force"}
FEMALE = {"sex": "female"}
MALE = {"sex": "male"}
CHILD = {"age_group": "child"}
GUNMAN = {"role": "perpetrator"}


def one(sentence, exact, number=1, label="people", **more):
    return sentence, exact, (number, number), {"label": label, **more}


TABLE = [
    (
        "a suspect, then his name",
        [
            one("One suspect died in the yard.", "One suspect", label="suspect", who=GUNMAN),
            one("Teo Marlin died at once.", "Teo Marlin", label="Teo Marlin"),
        ],
        1,
    ),
    (
        "the others who were told of",
        [
            one("A farmer and a nurse died.", "A farmer", label="farmer", who=MALE),
            one(
                "A farmer and a nurse died.",
                "a nurse",
                label="nurse",
                who=FEMALE,
                same_sentence=True,
            ),
            one("He killed the two others.", "the two others", 2, label="others", additional=True),
        ],
        2,
    ),
    (
        "a town's name is not the boy's",
        [
            one("A Larnos City boy was killed.", "A Larnos City boy", label="Larnos City boy"),
            one("Darin Merrow died at home.", "Darin Merrow", label="Darin Merrow"),
        ],
        1,
    ),
    (
        "one person told of twice",
        [
            one("A man was shot dead outside the mill.", "A man", label="A man", who=MALE),
            one("The victim died at once.", "The victim", label="The victim"),
        ],
        1,
    ),
    (
        "a third",
        [
            one("Two people were killed in the yard.", "Two", 2),
            one("A third died in hospital.", "A third", label="A third", additional=True),
        ],
        3,
    ),
    (
        "a third that the headline has already",
        [
            one("Three dead at the mill.", "Three", 3),
            one("Two people were killed in the yard.", "Two", 2),
            one("A third died in hospital.", "A third", label="A third", additional=True),
        ],
        3,
    ),
    (
        "groups that exclude each other add up",
        [
            one(
                "Seven civilians and five soldiers were killed.",
                "Seven",
                7,
                "civilians",
                who=CIVILIAN,
            ),
            one(
                "Seven civilians and five soldiers were killed.",
                "five",
                5,
                "soldiers",
                who=SOLDIER,
                same_sentence=True,
            ),
        ],
        12,
    ),
    (
        "women and children add up",
        [
            one("Two women and three children died.", "Two", 2, "women", who=FEMALE),
            one(
                "Two women and three children died.",
                "three",
                3,
                "children",
                who=CHILD,
                same_sentence=True,
            ),
        ],
        5,
    ),
    (
        "a total and its groups",
        [
            one("Twelve people were killed.", "Twelve", 12),
            one("Seven civilians were among the dead.", "Seven", 7, "civilians", who=CIVILIAN),
            one("Five soldiers died.", "five" if False else "Five", 5, "soldiers", who=SOLDIER),
        ],
        12,
    ),
    (
        "named victims one by one",
        [
            one("Ana Berel, 34, was killed.", "Ana Berel", label="Ana Berel, 34"),
            one("Tomas Ruiz, 41, was killed.", "Tomas Ruiz", label="Tomas Ruiz, 41"),
            one("Berel, a nurse, died on the stairs.", "Berel", label="Ana Berel"),
        ],
        2,
    ),
    (
        "different ages are different people",
        [
            one(
                "A 19-year-old man was killed.",
                "A 19-year-old man",
                label="A 19-year-old man",
                who=MALE,
            ),
            one(
                "A 23-year-old man was killed.",
                "A 23-year-old man",
                label="A 23-year-old man",
                who=MALE,
            ),
            one("The 19-year-old died at the scene.", "The 19-year-old", label="The 19-year-old"),
        ],
        2,
    ),
    (
        "people under a stated total",
        [
            one("Three people were killed.", "Three", 3),
            one("Ana Berel, 34, was killed.", "Ana Berel", label="Ana Berel, 34"),
            one("Tomas Ruiz, 41, was killed.", "Tomas Ruiz", label="Tomas Ruiz, 41"),
        ],
        3,
    ),
    (
        "the gunman beside his victims",
        [
            one("He killed two people before shooting himself.", "two", 2),
            one(
                "He killed two people before shooting himself.",
                "He",
                label="He",
                who=GUNMAN,
                same_sentence=True,
            ),
        ],
        3,
    ),
    (
        "the gunman among the dead",
        [
            one("Three people are dead, including the gunman.", "Three", 3),
            one(
                "Three people are dead, including the gunman.",
                "the gunman",
                label="the gunman",
                who=GUNMAN,
                same_sentence=True,
                partial=True,
            ),
        ],
        3,
    ),
    (
        "a part in a further sentence",
        [
            one("Five people died, the mayor said.", "Five", 5),
            one("Two people died in the cellar.", "Two", 2),
        ],
        5,
    ),
    (
        "nobody of one group is no nought for all",
        [
            one("Two people were killed.", "Two", 2),
            one("No officers were killed.", "No", 0, "officers", who=SOLDIER),
        ],
        2,
    ),
    (
        "two kinds of people in one sentence",
        [
            one("Two pilots and three nurses were killed.", "Two", 2, "pilots", who=FEMALE),
            one(
                "Two pilots and three nurses were killed.",
                "three",
                3,
                "nurses",
                who=FEMALE,
                same_sentence=True,
            ),
        ],
        5,
    ),
    (
        "two others besides one",
        [
            one("A man was killed.", "A man", label="A man", who=MALE),
            one("Two others died later.", "Two", 2, "others", additional=True),
        ],
        3,
    ),
]


@pytest.mark.parametrize(("name", "said", "best"), TABLE, ids=[row[0] for row in TABLE])
def test_one_report(pile, name, said, best):
    pile.report("r1", "Inland Post", "2031-03-11")
    for sentence, exact, value, more in said:
        pile.say("r1", sentence, exact, value, **more)
    killed = pile.weigh().killed
    assert (killed.low, killed.best, killed.high) == (best, best, best)


@pytest.mark.parametrize(("name", "said", "best"), TABLE, ids=[row[0] for row in TABLE])
def test_two_reports_of_the_same_outlet_family_keep_the_figure(pile, name, said, best):
    for report, outlet in (("r1", "Inland Post"), ("r2", "Radio Twelve")):
        pile.report(report, outlet, "2031-03-11")
        for sentence, exact, value, more in said:
            pile.say(report, sentence, exact, value, **more)
    assert pile.weigh().killed.best == best


def part(toll, **wanted):
    return next(p for p in toll.parts if all(getattr(p.who, k) == v for k, v in wanted.items()))


def test_parts_of_a_toll(pile):
    pile.report("r1", "Inland Post", "2031-03-11")
    s = "Seven civilians, among them two children, and five soldiers were killed."
    pile.say("r1", s, "Seven", (7, 7), label="civilians", who=CIVILIAN)
    pile.say("r1", s, "two", (2, 2), label="children", who=CHILD, same_sentence=True, partial=True)
    pile.say("r1", s, "five", (5, 5), label="soldiers", who=SOLDIER, same_sentence=True)
    weighed = pile.weigh()
    assert weighed.killed.best_basis == "sum"
    assert (weighed.killed.low, weighed.killed.best) == (12, 12)
    assert part(weighed.killed, status="civilian").best == 7
    assert part(weighed.killed, status="security-force").best == 5
    assert part(weighed.killed, age_group="child").best == 2
    assert all(claim.used for claim in weighed.claims)


def test_dead_perpetrator_counts_and_is_shown_apart(pile):
    pile.report("r1", "Inland Post", "2031-03-11")
    s = "Two shoppers and the gunman died."
    pile.say("r1", s, "Two", (2, 2), label="shoppers", who={"role": "victim"})
    pile.say("r1", s, "the gunman", (1, 1), label="the gunman", who=GUNMAN, same_sentence=True)
    killed = pile.weigh().killed
    assert killed.best == 3
    assert part(killed, role="perpetrator").best == 1


def test_parts_told_by_different_reports_add_up(pile):
    pile.voice("mayor")
    pile.voice("army")
    pile.report("r1", "Inland Post", "2031-03-11")
    pile.report("r2", "Radio Twelve", "2031-03-11")
    pile.say(
        "r1",
        "Three civilians died, the mayor said.",
        "Three",
        (3, 3),
        label="civilians",
        who=CIVILIAN,
        through=("mayor",),
    )
    pile.say(
        "r2",
        "Two soldiers died, the army said.",
        "Two",
        (2, 2),
        label="soldiers",
        who=SOLDIER,
        through=("army",),
    )
    killed = pile.weigh().killed
    assert (killed.low, killed.best, killed.high, killed.best_basis) == (5, 5, 5, "sum")


def test_a_group_alone_stands_for_the_total(pile):
    pile.report("r1", "Inland Post", "2031-03-11")
    pile.say("r1", "Three civilians died.", "Three", (3, 3), label="civilians", who=CIVILIAN)
    killed = pile.weigh().killed
    assert killed.best == 3
    assert part(killed, status="civilian").best == 3


def test_a_figure_that_may_count_the_gunman_is_not_added_to_him(pile):
    pile.report("r1", "Inland Post", "2031-03-11")
    pile.say("r1", "Six people are dead.", "Six people", (6, 6), who={"role": "victim"})
    pile.say("r1", "The gunman died.", "The gunman", (1, 1), label="gunman", who=GUNMAN)
    killed = pile.weigh().killed
    assert killed.best == 6
    assert part(killed, role="perpetrator").best == 1


@pytest.mark.parametrize(
    ("label", "more", "civilians"),
    [("his wife", {}, 4), ("child", {"age_group": "child"}, 4), ("militants", {}, 2)],
)
def test_a_wife_or_a_child_beside_civilians_tells_nobody_apart(pile, label, more, civilians):
    pile.report("r1", "Harbour Times", "2031-05-03")
    pile.say("r1", "Four people were killed.", "Four people", (4, 4))
    sentence = f"A clerk counted two civilians killed alongside {label}."
    pile.say(
        "r1",
        sentence,
        "two civilians killed",
        (2, 2),
        label="civilians",
        who={"status": "civilian"},
    )
    exact = f"two civilians killed alongside {label}"
    pile.say("r1", sentence, exact, label=label, who=more, same_sentence=True)
    parts = {part.who.label: part.high for part in pile.weigh().killed.parts}
    assert parts["civilians"] == civilians
