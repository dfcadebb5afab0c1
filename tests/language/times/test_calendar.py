"""Date arithmetic behind the readings."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.language.times import calendar
from rashomon.language.times.numerals import amount, duration_value

DAYS = st.dates(min_value=dt.date(1700, 1, 1), max_value=dt.date(2300, 12, 31))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter", "2016-03-27"),
        ("easter", "2019-04-21"),
        ("good friday", "2024-03-29"),
        ("thanksgiving", "1989-11-23"),
        ("black friday", "2018-11-23"),
        ("labor day", "2020-09-07"),
        ("memorial day", "2021-05-31"),
        ("election day", "2016-11-08"),
        ("election day", "2022-11-08"),
        ("martin luther king day", "2015-01-19"),
    ],
)
def test_holidays(name: str, day: str) -> None:
    date = dt.date.fromisoformat(day)
    assert calendar.holiday(name, date.year) == date


@given(day=DAYS, unit=st.sampled_from(["D", "W", "MO", "Q", "Y"]), steps=st.integers(-40, 40))
def test_the_envelope_holds_every_period(day: dt.date, unit: str, steps: int) -> None:
    before, after = calendar.envelope(unit, steps)
    first, last = calendar.period_days(calendar.move(day, unit, steps), unit)
    assert before <= (first - day).days and (last - day).days <= after


@given(day=DAYS, weekday=st.integers(1, 7))
def test_nearest_weekdays(day: dt.date, weekday: int) -> None:
    ahead = calendar.nearest_weekday(day, weekday, forward=True)
    back = calendar.nearest_weekday(day, weekday, forward=False)
    assert ahead.isoweekday() == back.isoweekday() == weekday
    assert 0 <= (ahead - day).days <= 6 and 0 <= (day - back).days <= 6


@pytest.mark.parametrize(
    ("words", "unit", "value"),
    [
        ("two", "D", "P2D"),
        ("twenty - four", "H", "PT24H"),
        ("a couple of", "W", "P2W"),
        ("a", "DE", "P10Y"),
        ("several", "Y", "PXY"),
        ("2 1 / 2", "H", "PT2H30M"),
        ("a hundred", "Y", "P100Y"),
        ("two thousand", "Y", "P2000Y"),
        ("1 , 200", "D", "P1200D"),
        ("1 . 5", "D", "P1.5D"),
    ],
)
def test_durations(words: str, unit: str, value: str) -> None:
    assert duration_value(amount(words.split()), unit) == value
