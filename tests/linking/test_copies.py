"""Copied passages: found under edits, typed, with what changed; nothing found where nothing is."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.linking.copies import find_copies
from rashomon.model.annotations import (
    Annotated,
    Annotations,
    Attribution,
    NameMention,
    Section,
    Sentence,
)
from rashomon.model.report import Report
from rashomon.model.spans import Piece

STORIES = (Path(__file__).parent / "data" / "stories.txt").read_text(encoding="utf-8")
# Each story: a wire text; below "---" one on the same event in words of its own.
WIRES, OWN = zip(
    *([part.strip() for part in story.split("---")] for story in STORIES.split("===")),
    strict=True,
)
SPARE = (Path(__file__).parent / "data" / "spare_words.txt").read_text(encoding="utf-8").split()


def sentences(text):
    found, start = [], 0
    for paragraph in text.split("\n\n"):
        at = text.index(paragraph, start)
        begin = at
        for offset, character in enumerate(paragraph):
            end = at + offset + 1
            if character == "." and (end == at + len(paragraph) or text[end : end + 1] == " "):
                found.append(Sentence(start=begin, end=end))
                begin = end + 1
        if begin < at + len(paragraph):
            found.append(Sentence(start=begin, end=at + len(paragraph)))
        start = at + len(paragraph)
    return tuple(found)


def report(key, text, outlet=None, published=None, **annotations):
    return Annotated(
        report=Report(
            id=key, source=key, sha256="0" * 64, text=text, outlet=outlet, published=published
        ),
        annotations=Annotations(sentences=sentences(text), **annotations),
    )


def test_own_words_on_the_same_event_are_no_copies():
    for wire, own in zip(WIRES, OWN, strict=True):
        assert find_copies([report("a", wire), report("b", own)]) == ()


def test_kinds():
    wire, short = WIRES[0], "\n\n".join(WIRES[0].split("\n\n")[:2])
    credited = f"LARNMOUTH (AP) — {wire}"
    credit = Section(start=0, end=15, kind="dateline", speaker="Associated Press")
    name = NameMention(start=11, end=13, exact="AP", kind="agency", canonical="Associated Press")
    first = report("a", credited, "Harbour Daily", sections=(credit,), names=(name,))
    second = report("b", short, "The Strait")
    (copy,) = find_copies([first, second], lambda key, start, end: f"v:{key}:{start}")
    assert copy.kind == "wire"
    assert copy.primary_source == "v:a:11"
    assert {span.role for span in copy.spans} == {"unknown"}
    (unnamed,) = find_copies([first, second])
    assert unnamed.primary_source is None
    assert unnamed.why_null == {"primary_source": "unresolved"}


def test_reprint_and_own_update():
    (reprint,) = find_copies(
        [report("a", WIRES[1], "One", "2031-01-02"), report("b", WIRES[1], "Two", "2031-01-03")]
    )
    assert reprint.kind == "reprint"
    assert {s.report: s.role for s in reprint.spans} == {"a": "origin", "b": "copy"}
    more = f"{WIRES[1]}\n\nThe school will stay closed until Friday."
    (update,) = find_copies(
        [report("a", WIRES[1], "One", "2031-01-02"), report("b", more, "one", "2031-01-03")]
    )
    assert update.kind == "own-update"


def test_an_agencys_own_report_is_the_origin():
    pile = [
        report("a", WIRES[2], "Reuters", "2031-01-02"),
        report("b", "\n\n".join(WIRES[2].split("\n\n")[:3]), "Two", "2031-01-02"),
        report("c", "\n\n".join(WIRES[2].split("\n\n")[1:]), "Three", "2031-01-02"),
    ]
    copies = find_copies(pile)
    assert all(copy.kind == "wire" for copy in copies)
    roles = {(s.report, s.role) for copy in copies for s in copy.spans}
    assert {("a", "origin"), ("b", "copy"), ("c", "copy")} <= roles


SAID = (
    "We opened the gates at dawn because nobody had told us that the river "
    "would rise so quickly, and we would do it again"
)


@pytest.mark.parametrize(("kind", "voice_kind"), [("quotation", "person"), ("statement", "state")])
def test_quotations_and_statements(kind, voice_kind):
    pile = []
    for key, frame in (
        ("a", "“{},” Mirel Astor told the council on Monday night."),
        ("b", "In her letter the keeper wrote: “{}.” Nobody answered."),
    ):
        text = frame.format(SAID)
        start = text.index(SAID)
        content = (Piece.cut(text, start, start + len(SAID)),)
        said = Attribution(
            id="t1",
            source=Piece.cut(text, text.index("e"), text.index("e") + 1),
            cue=None,
            content=content,
            kind="direct",
            voice_kind=voice_kind,
            why_null={},
        )
        pile.append(report(key, text, attributions=(said,)))
    (copy,) = find_copies(pile)
    assert copy.kind == kind
    assert all(SAID.startswith(span.exact[:40]) for span in copy.spans)


def test_furniture_is_no_passage():
    line = (
        "Sign up for the morning letter of this paper and read every day before breakfast what "
        "happened in the harbour, on the hills and in the long valley behind them."
    )
    pile = []
    for key, story in (("a", OWN[0]), ("b", OWN[1])):
        text = f"{story}\n\n{line}"
        at = text.index(line)
        section = Section(start=at, end=len(text), kind="furniture")
        pile.append(report(key, text, "Harbour Daily", sections=(section,)))
    assert find_copies(pile) == ()
    unmarked = [report(a.report.id, a.report.text, "Harbour Daily") for a in pile]
    assert find_copies(unmarked) == ()


def made_up_pile(count, rng):
    """Reports of random words; every fifth group of ten shares a passage of forty words."""
    words = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in SPARE for c in "aeiouy"]

    def sentence(length=20):
        return " ".join(rng.choices(words, k=length)).capitalize() + "."

    shared = [" ".join(sentence() for _ in range(2)) for _ in range(count // 50 + 1)]
    pile = []
    for n in range(count):
        own = [sentence() for _ in range(20)]
        if n % 5 == 0:
            own.insert(7, shared[n // 50])
        pile.append(report(f"r{n:05}", " ".join(own), f"Outlet {n}"))
    return pile


def test_five_hundred_reports_quickly():
    pile = made_up_pile(500, random.Random(5))
    began = time.process_time()
    copies = find_copies(pile)
    assert time.process_time() - began < 10
    assert len(copies) == 10
    assert all(len({s.report for s in copy.spans}) == 10 for copy in copies)


def test_one_story_in_many_outlets_is_one_copy():
    pile = [report(f"r{n:03}", WIRES[0], f"Outlet {n}") for n in range(60)]
    (copy,) = find_copies(pile)
    assert len(copy.spans) == 60


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=400), max_size=4), st.randoms(use_true_random=False))
def test_any_text_any_order(texts, rng):
    pile = [
        report(f"r{n}", f"{text} {WIRES[0]}"[: 3 * len(text) + 400]) for n, text in enumerate(texts)
    ]
    copies = find_copies(pile)
    for copy in copies:
        for span in copy.spans:
            text = next(r.report.text for r in pile if r.report.id == span.report)
            assert text[span.start : span.end] == span.exact
    shuffled = list(pile)
    rng.shuffle(shuffled)
    assert find_copies(shuffled) == copies


@pytest.mark.parametrize(
    "text",
    ["", "\0" * 50, "“" * 20000, "a " * 60000, "\u202e" + "x" * 100000, "💥 " * 5000, "." * 50000],
    ids=["empty", "nul", "quotes", "one word", "bidi", "emoji", "dots"],
)
def test_hostile(text):
    began = time.process_time()
    find_copies([report("a", text, "One"), report("b", text, "Two")])
    assert time.process_time() - began < 10
