"""Numbers as ranges: the arithmetic that every toll rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rashomon.model.numbers import NumberRange, exactly, total


@st.composite
def ranges(draw: st.DrawFn) -> NumberRange:
    low = draw(st.integers(0, 500))
    high = draw(st.one_of(st.none(), st.integers(low, low + 500)))
    return NumberRange(low=low, high=high, approximate=draw(st.booleans()))


def allowed(each: NumberRange, number: int) -> bool:
    assert each.low is not None
    return each.low <= number and (each.high is None or number <= each.high)


@pytest.mark.parametrize(
    ("low", "high", "approximate", "kinds"),
    [
        (25, 25, False, {"precise"}),
        (24, 99, False, {"vague"}),
        (22, 26, True, {"vague"}),
        (50, 50, True, {"vague"}),
        (3, None, False, {"open"}),
        (None, None, False, set()),
    ],
)
def test_a_range_is_precise_vague_open_or_unnumbered(
    low: int | None, high: int | None, approximate: bool, kinds: set[str]
) -> None:
    each = NumberRange(low=low, high=high, approximate=approximate)
    assert {name for name in ("precise", "vague", "open") if getattr(each, name)} == kinds


@pytest.mark.parametrize(("low", "high"), [(3, 2), (None, 4), (-1, 2)])
def test_impossible_ranges_are_refused(low: int | None, high: int | None) -> None:
    with pytest.raises(ValidationError):
        NumberRange(low=low, high=high)


@pytest.mark.parametrize(
    ("one", "other", "contained"),
    [
        ((3, 9), (3, 9), True),
        ((3, 9), (4, 8), True),
        ((3, 9), (2, 8), False),
        ((3, 9), (4, 10), False),
        ((3, 9), (4, None), False),
        ((3, None), (3, None), True),
        ((None, None), (3, 3), False),
    ],
)
def test_both_ends_belong_to_a_range(
    one: tuple[int | None, int | None], other: tuple[int | None, int | None], contained: bool
) -> None:
    wide = NumberRange(low=one[0], high=one[1])
    assert wide.contains(NumberRange(low=other[0], high=other[1])) == contained


@given(ranges(), ranges(), st.integers(0, 1000))
def test_containing_means_allowing_all_of_it(one: NumberRange, other: NumberRange, n: int) -> None:
    if one.contains(other) and allowed(other, n):
        assert allowed(one, n)


@given(ranges(), ranges())
def test_meeting_is_mutual_and_follows_from_containing(
    one: NumberRange, other: NumberRange
) -> None:
    assert one.meets(other) == other.meets(one)
    if one.contains(other):
        assert one.meets(other)


@given(ranges(), ranges(), st.integers(0, 1000))
def test_what_both_allow_is_where_they_meet(one: NumberRange, other: NumberRange, n: int) -> None:
    if allowed(one, n) and allowed(other, n):
        assert one.meets(other)


@given(st.lists(ranges(), max_size=5))
def test_a_sum_takes_the_ends_together(parts: list[NumberRange]) -> None:
    whole = total(parts)
    assert whole.low == sum(each.low or 0 for each in parts)
    assert (whole.high is None) == any(each.high is None for each in parts)


@given(ranges(), ranges(), ranges())
def test_sums_do_not_depend_on_the_order(
    one: NumberRange, two: NumberRange, three: NumberRange
) -> None:
    assert total([one, two, three]) == total([three, one, two])


@given(ranges())
def test_nothing_added_changes_nothing(each: NumberRange) -> None:
    assert each.plus(exactly(0)) == each
