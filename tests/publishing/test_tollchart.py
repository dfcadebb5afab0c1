"""The chart of a toll: a mark for every account, none upon another."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model.dossier import Dossier
from rashomon.model.findings import Finding, Independent, Reading
from rashomon.model.numbers import NumberRange
from rashomon.publishing.ranges import finding_top
from rashomon.publishing.tollchart import TollChart, toll_chart


def reading(low: int, high: int | None, claims: int, sure: int, maybe: int) -> Reading:
    return Reading(
        value=NumberRange(low=low, high=high, approximate=False),
        claims=tuple(f"c{low}-{high}-{n}" for n in range(claims)),
        primary_sources=(),
        independent=Independent(low=sure, high=sure + maybe),
    )


def chart(example: Dossier, *readings: Reading) -> TollChart:
    lows = [r.value.low for r in readings if isinstance(r.value, NumberRange)]
    known = [low for low in lows if low is not None]
    fields = {"readings": readings, "low": min(known), "high": max(known), "best": None}
    finding: Finding = example.incidents[0].findings[0].model_copy(update=fields)
    made = toll_chart(finding, finding, finding_top(finding))
    assert made is not None
    return made


def test_each_account_is_a_mark_by_its_independence(example: Dossier) -> None:
    made = chart(example, reading(4, 4, 5, 2, 1), reading(7, 7, 1, 1, 0))
    assert [[dot.kind for dot in stack.dots] for stack in made.stacks] == [
        ["sure", "sure", "maybe", "again", "again"],
        ["sure"],
    ]
    assert "4: 5 accounts, 2 to 3 independent sources." in made.alt
    assert [tick.text for tick in made.ticks] == ["0", "10", "4", "7"]


def test_many_accounts_are_counted_not_piled_up(example: Dossier) -> None:
    made = chart(example, reading(4, 4, 40, 1, 1))
    assert len(made.stacks[0].dots) + made.stacks[0].more == 40
    assert made.height < 110


def test_a_vague_word_is_a_line_and_an_open_one_starts_at_its_floor(example: Dossier) -> None:
    made = chart(example, reading(24, 99, 1, 1, 0), reading(30, None, 1, 1, 0))
    reaches = [stack.reach for stack in made.stacks]
    assert all(reach is not None and reach[0] < reach[1] for reach in reaches)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 10**7), st.one_of(st.none(), st.integers(0, 10**4)), st.integers(1, 9)
        ),
        min_size=1,
        max_size=12,
    )
)
def test_no_mark_covers_another(example: Dossier, given: list[tuple[int, int | None, int]]) -> None:
    made = chart(example, *(reading(a, None if b is None else a + b, n, 1, 0) for a, b, n in given))
    dots = [dot for stack in made.stacks for dot in stack.dots]
    assert all(0 <= dot.x <= 300 and 0 < dot.y < made.line for dot in dots)
    for number, one in enumerate(dots):
        for other in dots[number + 1 :]:
            assert abs(one.x - other.x) >= 5 or abs(one.y - other.y) >= 5
