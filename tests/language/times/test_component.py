"""What holds for every time mention: spans, reasons, offsets, order."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.model.annotations import TimeMention
from rashomon.model.times import Interval
from tests.language.times.conftest import Read

DAYS = st.dates(min_value=dt.date(1980, 1, 1), max_value=dt.date(2060, 12, 31))
MONTHS = [f"{dt.date(2000, month, 1):%B}" for month in range(1, 13)]
PHRASES = (
    "on Tuesday", "late on Monday night", "yesterday", "today", "overnight", "last night",
    "this morning", "over the weekend", "earlier this week", "last week", "last month",
    "this year", "two days ago", "three weeks ago", "a year ago", "early Friday",
    "shortly after midnight on Sunday", "at 10:30 p.m. on Saturday", "in the early hours of Sunday",
    "last Thursday", "a week ago Friday", "Monday overnight", "tonight", "four months ago",
)  # fmt: skip
relaxed = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check(text: str, mentions: tuple[TimeMention, ...]) -> None:
    reach = 0
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.exact != ""
        assert mention.start >= reach
        reach = mention.end
        for name in ("earliest", "latest", "granularity"):
            assert (getattr(mention, name) is None) == (name in mention.why_null)
        if mention.earliest is not None:
            assert mention.interval is not None


@relaxed
@given(day=DAYS, form=st.integers(0, 5))
def test_a_date_reads_back_as_itself(read_bare: Read, day: dt.date, form: int) -> None:
    month = MONTHS[day.month - 1]
    written = [
        day.isoformat(),
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month[:3] if len(month) > 5 else month} {day.day}, {day.year}",
        f"{day:%A}, {month} {day.day}, {day.year}",
        f"{day.month}/{day.day}/{day.year}",
    ][form]
    (mention,) = read_bare(f"The pier burned on {written} after a row.", None)
    assert (mention.exact, mention.timex) == (written, day.isoformat())
    assert (mention.earliest, mention.latest) == (day.isoformat(), day.isoformat())


@relaxed
@given(published=DAYS, phrase=st.sampled_from(PHRASES))
def test_the_offset_gives_the_interval(read_bare: Read, published: dt.date, phrase: str) -> None:
    (mention,) = read_bare(f"The pier burned {phrase}.", published)
    assert mention.offset is not None and mention.interval is not None
    told = mention.offset.from_day(published)
    assert told is not None
    if mention.granularity == "minute":  # an offset knows hours only
        assert told.contains(mention.interval)
    else:
        assert (told.start, told.end) == (mention.interval.start, mention.interval.end)


@relaxed
@given(published=DAYS, phrase=st.sampled_from(PHRASES))
def test_without_a_date_the_constraint_still_holds(
    read_bare: Read, published: dt.date, phrase: str
) -> None:
    (known,) = read_bare(f"The pier burned {phrase}.", published)
    (unknown,) = read_bare(f"The pier burned {phrase}.", None)
    assert unknown.earliest is None and unknown.why_null["earliest"] == "unresolved"
    assert unknown.offset is not None and known.interval is not None
    assert unknown.offset.could_mean(known.interval, Interval.of_days(published, published))


@relaxed
@given(published=DAYS, weekday=st.sampled_from(["Monday", "Wednesday", "Sunday"]))
def test_a_weekday_lies_in_the_week_before(
    read_bare: Read, published: dt.date, weekday: str
) -> None:
    (mention,) = read_bare(f"The pier burned on {weekday}.", published)
    assert mention.interval is not None
    assert 0 <= (published - mention.interval.first_day).days <= 6
    assert f"{mention.interval.first_day:%A}" == weekday


MIXED = (
    "the a two 31 2019 12 : . , - / ' ’ s may March Sunday night p m ago later weeks year of in"
    " quarter first hundred thousand midnight at early last that before \n\n 99999999999 ٣ half"
    " and next day days mid o clock am \u202e \x00 \U0001f4a5 Easter new eve"
)
WORDS = st.sampled_from(MIXED.split(" "))


@settings(relaxed, max_examples=150)
@given(
    words=st.lists(WORDS, max_size=40),
    published=st.one_of(st.none(), st.dates()),
)
def test_no_mix_of_words_raises(
    read_bare: Read, words: list[str], published: dt.date | None
) -> None:
    text = " ".join(words)
    check(text, read_bare(text, published))


@relaxed
@given(text=st.text(max_size=200), published=st.one_of(st.none(), st.dates()))
def test_no_text_raises(read_bare: Read, text: str, published: dt.date | None) -> None:
    check(text, read_bare(text, published))


HOSTILE = (
    "", " ", "\x00", "\u202eyadnoM", "\U0001f4a5 5 May \U0001f4a5", "9" * 5000 + " days ago",
    "two hundred thousand thousand thousand days ago", "9999 years ago", "9999 decades ago",
    "5000 years ago", "in 8000 years",
    "in 9999 years from now", "February 30", "31/31/31", "24:61", "0 a.m.", "the 0th century",
    "Feb. 29", "9999 weeks ago Friday", "the 99th century", "99 o'clock",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("published", [None, dt.date.min, dt.date(2024, 2, 29), dt.date.max])
def test_hostile_text(read_bare: Read, text: str, published: dt.date | None) -> None:
    check(text, read_bare(text, published))


@pytest.mark.parametrize(
    "unit", ["the ", "two ", "12:", "1-", "Monday ", "5 p.m. ", "that night ", "' s "]
)
def test_long_repetition_stays_linear(read_bare: Read, unit: str) -> None:
    text = unit * 4_000
    check(text, read_bare(text, dt.date(2020, 5, 5)))


def test_durations_say_that_no_day_was_stated(read_bare: Read) -> None:
    (mention,) = read_bare("The siege lasted two weeks.", dt.date(2020, 5, 5))
    assert mention.why_null["earliest"] == mention.why_null["latest"] == "not-stated"


def test_the_component_is_registered_with_what_it_assigns(read: Read) -> None:
    from spacy.language import Language

    assert Language.get_factory_meta("rashomon_times").assigns == ["doc._.times"]
    assert read("", None) == ()
