"""Dating incidents from reports, and undated reports from incidents."""

import datetime as dt

from rashomon.linking.clusters import Cluster
from rashomon.linking.dating import incident_time, published_ranges
from rashomon.model.episodes import Episode, TimeFrame
from rashomon.model.times import Interval, Offset
from tests.linking.strategies import day, episode

TUESDAY = dt.date(2024, 5, 14)
ON_TUESDAY = TimeFrame(interval=None, offset=Offset(first=-6, last=0, weekday=2))
ON_SUNDAY = TimeFrame(interval=None, offset=Offset(first=-6, last=0, weekday=7))


def together(*episodes: Episode) -> Cluster:
    return Cluster(episodes=episodes, scores={})


def test_an_undated_report_is_dated_by_what_it_shares() -> None:
    dated = episode("e1", "r1", times=(day(TUESDAY),), published=TUESDAY)
    undated = episode("e2", "r2", times=(ON_TUESDAY,))
    ranges = published_ranges([together(dated, undated)])
    assert ranges == {"r2": Interval.of_days(TUESDAY, dt.date(2024, 5, 20))}


def test_its_other_incidents_get_the_days_that_fit() -> None:
    ranges = {"r2": Interval.of_days(TUESDAY, dt.date(2024, 5, 18))}
    before = incident_time([episode("e3", "r2", times=(ON_SUNDAY,))], ranges)
    assert before == Interval.of_days(dt.date(2024, 5, 12), dt.date(2024, 5, 12))


def test_a_range_that_leaves_two_days_gives_both() -> None:
    ranges = {"r2": Interval.of_days(TUESDAY, dt.date(2024, 5, 20))}
    either = incident_time([episode("e3", "r2", times=(ON_SUNDAY,))], ranges)
    assert either is not None
    assert (either.earliest, either.latest) == ("2024-05-12", "2024-05-19")


def test_a_dated_report_gets_no_range() -> None:
    one = episode("e1", "r1", times=(day(TUESDAY),), published=TUESDAY)
    other = episode("e2", "r2", times=(ON_TUESDAY,), published=TUESDAY)
    assert published_ranges([together(one, other)]) == {}


def test_most_reports_give_the_day() -> None:
    monday = day(TUESDAY - dt.timedelta(days=1))
    told = [
        episode("e1", "r1", times=(day(TUESDAY),)),
        episode("e2", "r2", times=(day(TUESDAY),)),
        episode("e3", "r3", times=(monday,)),
    ]
    assert incident_time(told, {}) == Interval.of_days(TUESDAY, TUESDAY)


def test_nobody_gives_a_time() -> None:
    assert incident_time([episode("e1", "r1")], {}) is None


def test_what_one_report_ties_to_the_event_outweighs_what_two_mention() -> None:
    tuesday = day(TUESDAY).model_copy(update={"weight": 3.0})
    monday = day(TUESDAY - dt.timedelta(days=1)).model_copy(update={"weight": 0.1})
    told = [
        episode("e1", "r1", times=(tuesday,)),
        episode("e2", "r2", times=(monday,)),
        episode("e3", "r3", times=(monday,)),
    ]
    assert incident_time(told, {}) == Interval.of_days(TUESDAY, TUESDAY)


def test_a_span_bears_out_the_day_that_lies_in_it() -> None:
    week = TimeFrame(interval=Interval.of_days(TUESDAY - dt.timedelta(days=2), TUESDAY, "week"))
    earlier = day(TUESDAY - dt.timedelta(days=9))
    told = [
        episode("e1", "r1", times=(day(TUESDAY),)),
        episode("e2", "r2", times=(earlier,)),
        episode("e3", "r3", times=(week,)),
    ]
    assert incident_time(told, {}) == Interval.of_days(TUESDAY, TUESDAY)


def test_a_day_with_next_to_nothing_behind_it_gives_way_to_a_span() -> None:
    month = TimeFrame(interval=Interval.of_days(dt.date(2024, 4, 1), dt.date(2024, 4, 30), "month"))
    faint = day(TUESDAY).model_copy(update={"weight": 0.05})
    told = [episode("e1", "r1", times=(month.model_copy(update={"weight": 3.0}), faint))]
    assert incident_time(told, {}) == month.interval


def test_a_day_after_one_of_the_reports_came_out_gives_way() -> None:
    monday, later = TUESDAY - dt.timedelta(days=1), TUESDAY + dt.timedelta(days=30)
    told = [
        episode("e1", "r1", times=(day(monday).model_copy(update={"weight": 2.0}),)),
        episode("e2", "r2", times=(day(later).model_copy(update={"weight": 2.4}),)),
    ]
    assert incident_time(told, {}) == Interval.of_days(later, later)
    out = told[0].model_copy(update={"published": Interval.of_days(TUESDAY, TUESDAY)})
    assert incident_time([out, told[1]], {}) == Interval.of_days(monday, monday)


def test_one_early_report_does_not_outvote_three() -> None:
    later = TUESDAY + dt.timedelta(days=30)
    early = episode("e0", "r0", times=(day(TUESDAY),), published=TUESDAY)
    told = [episode(f"e{n}", f"r{n}", times=(day(later),), published=later) for n in (1, 2, 3)]
    assert incident_time([early, *told], {}) == Interval.of_days(later, later)
