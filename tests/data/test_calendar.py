"""Months and days of the week by their full names."""

import calendar

from rashomon.data.calendar import months, weekdays


def test_months_and_days_stand_in_order_under_their_full_names() -> None:
    assert [name.title() for name in months()] == list(calendar.month_name)[1:]
    assert [name.title() for name in weekdays()] == list(calendar.day_name)
