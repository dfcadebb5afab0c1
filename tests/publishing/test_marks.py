"""Nested, overlapping, empty and impossible spans on a text."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.annotations import Section
from rashomon.publishing.marks import Mark, Segment, blocks, segments, within

TEXT = st.text(alphabet="ab \n\r<", max_size=30)
SPANS = st.lists(st.tuples(st.integers(0, 35), st.integers(0, 35)), max_size=8)
KINDS = st.sampled_from(["dateline", "block-quote", "post", "tags"])


def marks_of(spans: list[tuple[int, int]]) -> list[Mark]:
    return [Mark(min(s), max(s), f"c{n}", "said") for n, s in enumerate(spans)]


def test_overlapping_marks_are_cut_into_segments() -> None:
    got = within(
        "four killed and nine hurt", 0, [Mark(0, 11, "a", "said"), Mark(5, 20, "b", "said")]
    )
    assert got == (
        Segment("four ", ("said",), ("a",), ()),
        Segment("killed", ("said", "said-deep"), ("b",), ("a",)),
        Segment(" and nine", ("said",), (), ("b",)),
        Segment(" hurt", (), (), ()),
    )


def test_a_mark_over_a_paragraph_break_goes_on_in_the_next() -> None:
    text = "one two\n\nthree"
    rows = segments(text, blocks(text, ()), [Mark(4, 12, "a", "said")])
    assert [[s.text for s in row if s.styles] for row in rows] == [["two"], ["thr"]]
    assert rows[0][-1].begins == ("a",)
    assert rows[1][0].ends == ("a",)


def test_sections_cut_lines_and_the_last_to_begin_wins() -> None:
    text = "before POST inner after"
    outer = Section(start=7, end=17, kind="block-quote")
    inner = Section(start=12, end=17, kind="post")
    cut = blocks(text, (inner, outer))
    assert [(text[b.start : b.end], b.section and b.section.kind, b.first) for b in cut] == [
        ("before ", None, False),
        ("POST ", "block-quote", True),
        ("inner", "post", True),
        (" after", None, True),
    ]


@given(text=TEXT, spans=SPANS)
def test_every_mark_begins_and_ends_once(text: str, spans: list[tuple[int, int]]) -> None:
    found = blocks(text, ())
    rows = segments(text, found, marks_of(spans))
    flat = [segment for row in rows for segment in row]
    keys = Counter({f"c{n}": 1 for n in range(len(spans))})
    assert Counter(key for segment in flat for key in segment.begins) == keys
    assert Counter(key for segment in flat for key in segment.ends) == keys
    assert ["".join(s.text for s in row) for row in rows if found] == [
        text[block.start : block.end] for block in found
    ]


@given(text=TEXT, spans=SPANS)
def test_what_is_marked_is_what_the_spans_hold(text: str, spans: list[tuple[int, int]]) -> None:
    got = within(text, 0, marks_of(spans))
    inside = {n for s in spans for n in range(min(s), max(s))}
    shown = [bool(segment.styles) for segment in got for _ in segment.text]
    assert shown == [n in inside for n in range(len(text))]


@given(text=TEXT, spans=SPANS, kind=KINDS)
def test_blocks_hold_every_word_in_order(
    text: str, spans: list[tuple[int, int]], kind: str
) -> None:
    sections = tuple(
        Section.model_validate({"start": min(s), "end": max(s), "kind": kind}) for s in spans
    )
    found = blocks(text, sections)
    joined = "".join(text[block.start : block.end] for block in found)
    assert "".join(joined.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
