"""What a tokeniser would choke on is told apart from the signs that articles have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading import signs
from rashomon.reading.problems import NotReadError

STORY = "Nine people were hurt in Larnos on Sunday, the mayor said. "


@pytest.mark.parametrize(
    "tail",
    [
        "=" * 80,
        ("-" * 200 + "\n") * 100,
        "!" * 500,
        "[" * 2_000,
        "https://larnos.example/" + "a/" * 900,
        "data:image/png;base64," + "QUJD+/" * 50_000 + "==",
        "“(Well) — ‘yes’…” " * 10_000,
    ],
)
def test_what_articles_have_is_let_through(tail: str) -> None:
    signs.check(STORY + tail)


@pytest.mark.parametrize(
    ("tail", "longest"),
    [
        ("[" * 20_000, "20,000"),
        ("_" * 2_300, "2,300"),
        ("’" * 1_000_000, "1,000,000"),
        ("'s" * 2_000, "4,000"),
        ("x" * 500_000 + ")" * 20, "20"),
        (("?" * 1_000 + " ") * 6, "1,000"),
    ],
)
def test_long_runs_are_named_with_their_place(tail: str, longest: str) -> None:
    with pytest.raises(NotReadError) as caught:
        signs.check(STORY + tail)
    assert caught.value.code == "signs"
    assert f"up to {longest} at character {len(STORY)}" in caught.value.message


@given(st.text(max_size=400))
def test_short_texts_always_pass(text: str) -> None:
    signs.check(text)
