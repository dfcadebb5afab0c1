"""What changed between two wordings of one passage, with both wordings."""

import pytest

from rashomon.linking.copies import find_copies
from rashomon.model.annotations import Annotated, Annotations, Attribution, Sentence
from rashomon.model.report import Report
from rashomon.model.spans import Piece

BEFORE = (
    "At least four militants reportedly died when a mine went off under a lorry near the old salt "
    "works, the district office said, and about twenty-three of the labourers were taken to Orsk."
)
OFFICE = "the district office"


def report(key: str, text: str, outlet: str, spoken: bool) -> Annotated:
    said: tuple[Attribution, ...] = ()
    if spoken and OFFICE in text:
        start = text.index(OFFICE)
        source = Piece.cut(text, start, start + len(OFFICE))
        content = (Piece.cut(text, 0, start - 2),)
        said = (Attribution(id="t1", source=source, cue=None, content=content, kind="indirect"),)
    return Annotated(
        report=Report(
            id=key, source=key, sha256="0" * 64, text=text, outlet=outlet, published="2031-01-02"
        ),
        annotations=Annotations(sentences=(Sentence(start=0, end=len(text)),), attributions=said),
    )


def swap(*pairs: tuple[str, str]) -> str:
    text = BEFORE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


WHOLE = None
TABLE = [
    ("a number", swap(("four", "seven")), [("number-changed", "four", "seven")]),
    ("in digits", swap(("four", "4")), []),
    ("compound", swap(("twenty-three", "23")), []),
    ("compound changed", swap(("twenty-three", "25")), [("number-changed", "twenty-three", "25")]),
    ("vague for exact", swap(("four", "dozens of")), [("number-changed", "four", "dozens")]),
    (
        "floor dropped",
        swap(("At least four", "Four")),
        [("number-changed", "At least four", "Four")],
    ),
    ("floor moved on", swap(("At least four", "No fewer than 4")), []),
    (
        "about dropped",
        swap(("about tw", "tw")),
        [("number-changed", "about twenty-three", "twenty-three")],
    ),
    ("ceiling added", swap(("of the lab", "of up to 40 lab")), []),
    ("more than added", swap(("about tw", "more than tw")), []),
    (
        "a dozen",
        swap(("about twenty-three", "about a dozen")),
        [("number-changed", "twenty-three", "dozen")],
    ),
    ("hedge dropped", swap(("reportedly ", "")), [("hedge-dropped", "reportedly", WHOLE)]),
    ("over a line", swap(("reportedly died", "are believed\nto have died")), []),
    ("hedge exchanged", swap(("reportedly", "allegedly")), []),
    ("hedge added", swap(("when a", "when apparently a")), [("hedge-added", WHOLE, "apparently")]),
    (
        "added over a line",
        swap(("went off", "may\n have gone off")),
        [("hedge-added", WHOLE, "may\n have")],
    ),
    ("one dropped, one added", swap(("reportedly ", ""), ("when", "perhaps when")), []),
    ("a label", swap(("militants", "terrorists")), [("label-changed", "militants", "terrorists")]),
    ("same label", swap(("four militants", "four of the militant")), []),
    (
        "attribution dropped",
        swap((", the district office said,", "")),
        [("attribution-dropped", OFFICE, WHOLE)],
    ),
    ("attribution moved", swap((", the district office said,", ", said the office,")), []),
    (
        "two at once",
        swap(("At least four militants", "Four terrorists")),
        [("number-changed", "At least four", "Four"), ("label-changed", "militants", "terrorists")],
    ),
    (
        "two numbers",
        swap(("four", "nine"), ("twenty-three", "thirty")),
        [("number-changed", "four", "nine"), ("number-changed", "twenty-three", "thirty")],
    ),
    ("other marks", BEFORE.replace(",", " –"), []),
]


@pytest.mark.parametrize(("name", "after", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_drift(name: str, after: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    pile = [report("a", BEFORE, "Reuters", True), report("b", after, "Two", False)]
    (copy,) = find_copies(pile)
    assert [d.what for d in copy.drift] == [what for what, _, _ in expected], name
    for drift, (_, old, new) in zip(copy.drift, expected, strict=True):
        assert drift.from_.report == "a" and drift.to.report == "b"
        assert drift.from_.exact == (old or BEFORE[:-1])
        assert drift.to.exact == (new or after[:-1])


def test_nothing_drifts_in_the_same_words() -> None:
    pile = [report("a", BEFORE, "Reuters", True), report("b", BEFORE, "Two", True)]
    (copy,) = find_copies(pile)
    assert copy.drift == ()


def test_a_bare_quotation_names_no_source() -> None:
    """Words between marks are no attribution: the one that named the office is gone."""
    after = swap((", the district office said,", ""), ("a mine", "“a mine”"))
    pile = [report("a", BEFORE, "Reuters", True), report("b", after, "Two", False)]
    at = after.index("a mine")
    bare = Attribution(
        id="t1", source=None, cue=None, content=(Piece.cut(after, at, at + 6),), kind="direct"
    )
    notes = pile[1].annotations.model_copy(update={"attributions": (bare,)})
    pile[1] = pile[1].model_copy(update={"annotations": notes})
    (copy,) = find_copies(pile)
    assert [d.what for d in copy.drift] == ["attribution-dropped"]


def under_headline(key: str, lead: str, outlet: str) -> Annotated:
    """A report whose headline is the first half of its lead."""
    headline = lead.split(", the district")[0]
    made = report(key, f"{headline}\n\n{lead}", outlet, spoken=False)
    second = len(headline) + 2
    both = (Sentence(start=0, end=len(headline)), Sentence(start=second, end=second + len(lead)))
    return made.model_copy(update={"annotations": Annotations(sentences=both)})


def test_a_lead_is_compared_with_the_lead_and_not_with_its_headline() -> None:
    """Two sentences of one report that are like one of the other are told apart by likeness."""
    changed = swap(("At least four", "Sixty"))
    reports = [under_headline("a", BEFORE, "LNA"), report("b", changed, "Hill Courier", False)]
    reports.append(report("c", changed.split(", the district")[0] + ".", "Quay Post", False))
    numbers = [d for copy in find_copies(reports) for d in copy.drift if d.what == "number-changed"]
    assert {(each.from_.exact, each.to.exact) for each in numbers} == {("four", "Sixty")}
    assert {each.to.report for each in numbers} == {"b", "c"}
