"""Which times can be one, on their own, without a case around them."""

import pytest

from rashomon.model.times import Interval
from rashomon.weighing.times import over_midnight, part


def span(earliest: str, latest: str) -> Interval:
    return Interval(earliest=earliest, latest=latest)


NIGHT = span("2031-03-03T20:00", "2031-03-03T23:59")
EARLY = span("2031-03-04T00:00", "2031-03-04T05:59")


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (NIGHT, EARLY, True),
        (NIGHT, span("2031-03-04T06:00", "2031-03-04T11:59"), True),
        (NIGHT, span("2031-03-04T13:00", "2031-03-04T14:00"), False),
        (NIGHT, span("2031-03-05T00:00", "2031-03-05T05:59"), False),
        (span("2031-03-03T12:00", "2031-03-03T14:00"), EARLY, False),
        (span("2031-03-03", "2031-03-03"), span("2031-03-04", "2031-03-04"), False),
        (span("2031-03-02T20:00", "2031-03-03T23:59"), EARLY, False),
    ],
)
def test_a_night_runs_on_into_the_next_morning(
    one: Interval, other: Interval, together: bool
) -> None:
    assert over_midnight(one, other) == over_midnight(other, one) == together
    assert part(one, other) != together


@pytest.mark.parametrize(("hour", "apart"), [("10:00", False), ("11:30", False), ("12:30", True)])
def test_clock_times_some_hours_apart_are_one_moment(hour: str, apart: bool) -> None:
    nine = span("2031-03-03T09:30", "2031-03-03T09:30")
    assert part(nine, span(f"2031-03-03T{hour}", f"2031-03-03T{hour}")) == apart
