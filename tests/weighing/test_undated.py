"""Which figure came first where a report has no day: the texts' own words, then what bounds it."""

from rashomon.weighing import weigh


def say(pile, report, number, source=None, *, words="", **more):
    sentence = f"{words or 'In all'} {number} people died."
    through = (source,) if source else ()
    return pile.say(report, sentence, str(number), (number, number), through=through, **more)


def pile_of(pile, **days):
    for report, day in days.items():
        pile.report(report, f"{report.title()} Post", day)
    pile.voice("police")
    pile.voice("clinic")
    return pile


def ends(weighed):
    return weighed.killed.low, weighed.killed.best, weighed.killed.high


def test_a_rise_replaces_a_lower_figure_of_a_report_without_a_day(pile):
    pile_of(pile, harbour=None, ledger="2031-05-04")
    say(pile, "harbour", 3, "clinic")
    say(pile, "ledger", 5, "police", words="The toll rose to")
    assert ends(pile.weigh()) == (5, 5, 5)


def test_a_rise_of_a_report_without_a_day_replaces_too(pile):
    pile_of(pile, harbour="2031-05-03", ledger=None)
    say(pile, "harbour", 3, "clinic", words="The toll rose to")
    say(pile, "ledger", 5, "police", words="The toll rose to")
    assert ends(pile.weigh()) == (5, 5, 5)


def test_a_figure_set_against_others_is_not_replaced_without_a_day(pile):
    pile_of(pile, harbour=None, ledger="2031-05-04")
    say(pile, "harbour", 3, "clinic", words="Only")
    say(pile, "ledger", 5, "police", words="The toll rose to")
    assert ends(pile.weigh())[0] == 3


def test_no_rise_replaces_what_is_surely_later(pile):
    pile_of(pile, harbour=None, ledger="2031-05-04")
    say(pile, "harbour", 3, "clinic")
    say(pile, "ledger", 5, "police", words="The toll rose to")
    case = pile.case().model_copy(update={"between": {"harbour": ("2031-05-06", None)}})
    assert ends(weigh(case))[0] == 3


def test_a_source_that_gives_more_dead_has_gone_on_counting(pile):
    pile_of(pile, harbour=None, ledger="2031-05-04")
    say(pile, "harbour", 3, "police")
    say(pile, "ledger", 5, "police")
    assert ends(pile.weigh()) == (5, 5, 5)


def test_so_has_it_on_one_day(pile):
    pile_of(pile, harbour="2031-05-04", ledger="2031-05-04")
    say(pile, "harbour", 3, "police")
    say(pile, "ledger", 5, "police")
    assert ends(pile.weigh()) == (5, 5, 5)


def test_but_two_sources_of_one_day_contradict_each_other(pile):
    pile_of(pile, harbour="2031-05-04", ledger="2031-05-04")
    say(pile, "harbour", 3, "police")
    say(pile, "ledger", 5, "clinic")
    assert ends(pile.weigh())[::2] == (3, 5)


def test_and_of_the_hurt_the_lower_figure_may_be_the_later_one(pile):
    pile_of(pile, harbour=None, ledger="2031-05-04")
    say(pile, "harbour", 3, "police", prop="injured")
    say(pile, "ledger", 5, "police", prop="injured")
    weighed = pile.weigh()
    assert (weighed.injured.low, weighed.injured.high) == (3, 5)


def test_a_later_figure_of_one_source_where_only_bounds_tell_which_is_later(pile):
    pile_of(pile, harbour="2031-05-04", ledger=None)
    say(pile, "harbour", 5, "police", prop="injured")
    say(pile, "ledger", 3, "police", prop="injured")
    case = pile.case().model_copy(update={"between": {"ledger": ("2031-05-06", None)}})
    assert (weigh(case).injured.low, weigh(case).injured.high) == (3, 3)


def test_who_is_cited_behind_a_rise_answers_it(pile):
    pile_of(pile, harbour="2031-05-04")
    say(pile, "harbour", 14, "clinic", words="The toll rose to")
    say(pile, "harbour", 11, "police")
    assert ends(pile.weigh())[::2] == (11, 14)


def test_but_not_who_is_cited_with_an_earlier_figure(pile):
    pile_of(pile, harbour="2031-05-04")
    say(pile, "harbour", 14, "clinic", words="The toll rose to")
    say(pile, "harbour", 11, "police", as_of="2031-05-03")
    assert ends(pile.weigh()) == (14, 14, 14)


def test_one_sides_own_fighters_are_some_of_all(pile):
    pile_of(pile, harbour="2031-05-04", ledger="2031-05-04")
    say(pile, "harbour", 5, "police")
    say(pile, "ledger", 2, "clinic", label="its fighters")
    assert ends(pile.weigh()) == (5, 5, 5)
