"""Times as intervals and as constraints."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rashomon.model.episodes import TimeFrame
from rashomon.model.times import DAY, Interval, Offset

days = st.dates(dt.date(1990, 1, 1), dt.date(2040, 1, 1))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    first = draw(days)
    return Interval.of_days(first, first + draw(st.integers(0, 40)) * DAY)


@st.composite
def offsets(draw: st.DrawFn) -> Offset:
    first = draw(st.integers(-20, 10))
    weekday = draw(st.one_of(st.none(), st.integers(1, 7)))
    return Offset(first=first, last=first + draw(st.integers(0, 13)), weekday=weekday)


def test_a_bare_date_is_the_whole_day() -> None:
    day = Interval(earliest="2024-05-13", latest="2024-05-13")
    night = Interval(earliest="2024-05-13T18:00", latest="2024-05-13T23:59")
    assert day.contains(night)
    assert not night.contains(day)
    assert day.intersect(night) == night


def test_an_interval_runs_forwards() -> None:
    with pytest.raises(ValidationError):
        Interval(earliest="2024-05-14", latest="2024-05-13")


@given(intervals(), intervals())
def test_what_is_shared_lies_in_both(one: Interval, other: Interval) -> None:
    shared = one.intersect(other)
    assert (shared is not None) == one.meets(other) == other.meets(one)
    if shared is not None:
        assert one.contains(shared) and other.contains(shared)


@given(days)
def test_tuesday_is_the_last_one_up_to_publication(published: dt.date) -> None:
    meant = Offset(first=-6, last=0, weekday=2).from_day(published)
    assert meant is not None
    assert meant.first_day == meant.last_day <= published
    assert meant.first_day.isoweekday() == 2


@pytest.mark.parametrize(
    ("published", "first", "last"),
    [
        ("2024-06-11", "2024-06-02", "2024-06-09"),  # a Tuesday
        ("2024-06-15", "2024-06-02", "2024-06-09"),  # the Saturday of the same week
        ("2024-06-16", "2024-06-02", "2024-06-15"),  # a Sunday, on which a week may begin
    ],
)
def test_last_week_is_the_week_before_that_of_publication(
    published: str, first: str, last: str
) -> None:
    told = Offset(first=-14, last=-1, granularity="week", weeks=-1)
    meant = told.from_day(dt.date.fromisoformat(published))
    assert meant == Interval(earliest=first, latest=last, granularity="week")


@given(offsets(), days)
def test_publication_turns_an_offset_round(offset: Offset, published: dt.date) -> None:
    meant = offset.from_day(published)
    if meant is not None:
        possible = offset.publication(meant)
        assert possible is not None
        assert possible.first_day <= published <= possible.last_day
        assert offset.could_mean(meant, Interval.of_days(published, published))


@given(offsets(), days)
def test_another_weekday_is_never_meant(offset: Offset, day: dt.date) -> None:
    if offset.weekday not in (None, day.isoweekday()):
        assert not offset.could_mean(Interval.of_days(day, day), None)


@given(intervals(), offsets(), offsets())
def test_meeting_is_mutual_for_frames(interval: Interval, one: Offset, other: Offset) -> None:
    frames = [
        TimeFrame(interval=interval),
        TimeFrame(interval=None, offset=one),
        TimeFrame(interval=None, offset=other),
    ]
    for first in frames:
        for second in frames:
            assert first.could_meet(second) == second.could_meet(first)
            assert first.could_meet_here(second) == second.could_meet_here(first)
