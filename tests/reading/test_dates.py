"""Days of publication."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading import dates


@pytest.mark.table("head_days")
def test_a_day_at_the_head_is_found_and_one_in_prose_is_not(text: str, expected: str) -> None:
    assert dates.head_day(text) == (expected or None)


@pytest.mark.table("metadata_days")
def test_metadata_are_read_where_they_hold_one_full_date(text: str, expected: str) -> None:
    assert dates.metadata_day(text) == (expected or None)


def test_dates_of_python_are_taken() -> None:
    assert dates.metadata_day(dt.date(2024, 5, 14)) == "2024-05-14"
    assert dates.metadata_day(dt.datetime(2024, 5, 14, 8, 10)) == "2024-05-14T08:10:00"
    assert dates.metadata_day(20240514) is None


def test_a_day_far_down_is_not_looked_at() -> None:
    assert dates.head_day("Prose goes on. " * 60 + "\n14 May 2024\n") is None


@given(st.text(max_size=600))
def test_no_text_raises_and_every_day_is_a_date(text: str) -> None:
    for day in (dates.head_day(text), dates.metadata_day(text)):
        assert day is None or dt.datetime.fromisoformat(day)


@given(
    st.dates(dt.date(1800, 1, 1), dt.date(2199, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y"])
)
def test_every_day_can_be_written_out(day: dt.date, form: str) -> None:
    assert dates.head_day(f"Posted: {day.strftime(form)}\nText.") == day.isoformat()


@pytest.mark.parametrize(
    "hostile",
    ["by " * 5000, "posted " * 5000, "| " * 9000, "a" * 9000, "1:11 " * 5000, "May " * 5000],
)
def test_hostile_heads_cost_nothing(hostile: str) -> None:
    began = time.perf_counter()
    dates.head_day(hostile)
    assert time.perf_counter() - began < 0.5
