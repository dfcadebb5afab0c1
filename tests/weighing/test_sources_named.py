"""Public sources that name nobody; one body under two names in a copied statement."""

import pytest


@pytest.mark.parametrize(
    ("name", "low"),
    [
        ("Larnian officials", 0),
        ("police", 2),
        ("the interior ministry", 2),
        ("two security sources", 0),
        ("a spokesman", 0),
    ],
)
def test_a_role_that_many_hold_names_nobody(pile, name, low):
    for report in ("r1", "r2"):
        pile.report(report, f"Post {report}", "2031-03-11")
        source = f"{report} {name}"
        pile.voice(source)
        key = source.replace(" ", "-")
        pile.voices[key] = pile.voices[key].model_copy(update={"name": name})
        pile.say(report, f"Four people died, {name} said.", "Four", (4, 4), through=(source,))
    killed = next(f for f in pile.weigh().findings if f.who is None)
    assert (killed.independent.low, killed.independent.high) == (low, 2)


def test_a_copied_statement_has_one_source_under_a_long_and_a_short_name(pile):
    for name in ("Interior Ministry", "Ministry of the Interior"):
        pile.voice(name)
    pile.report("r1", "Inland Post", "2031-03-11")
    pile.report("r2", "Morning Ferry", "2031-03-11")
    said = "The toll in the market hall stands at six and will be looked into."
    first = pile.say("r1", said, "six", (6, 6), through=("Ministry of the Interior",))
    second = pile.say("r2", said, "six", (6, 6), through=("Interior Ministry",))
    apart = next(f for f in pile.weigh().findings if f.who is None)
    assert apart.independent.low == 2
    pile.copy(first, second, kind="statement", source="Ministry-of-the-Interior")
    together = next(f for f in pile.weigh().findings if f.who is None)
    assert together.independent.low == together.independent.high == 1


@pytest.mark.parametrize(
    ("one", "other", "low"),
    [
        ("Dockers' Union", "Larnos Dockers' Union", 1),
        ("Interior Ministry", "Larnia's Interior Ministry", 1),
        ("Union", "Larnos Dockers' Union", 2),
        ("Dockers' Union", "Larnos Fishers' Union", 2),
    ],
)
def test_a_body_named_in_short_is_the_one_named_in_full(pile, one, other, low):
    for report, name in (("r1", one), ("r2", other)):
        pile.report(report, f"Post {report}", "2031-03-11")
        pile.voice(name, kind="group")
        pile.say(report, f"Six people died, the {name} said.", "Six", (6, 6), through=(name,))
    killed = next(f for f in pile.weigh().findings if f.who is None)
    assert (killed.independent.low, killed.independent.high) == (low, low)


def test_a_body_without_its_country_is_the_one_with_it(pile):
    for report, name, command in (
        ("r1", "the army", "army"),
        ("r2", "the Larnian army", "army (LN)"),
    ):
        pile.report(report, f"Post {report}", "2031-03-11")
        pile.voice(name, command=command)
        pile.say(report, f"Six people died, {name} said.", "Six", (6, 6), through=(name,))
    killed = next(f for f in pile.weigh().findings if f.who is None)
    assert killed.independent.high == 1
