"""Every value has words under it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from rashomon.model.spans import Piece, Span


@given(st.text(min_size=1, max_size=40), st.data())
def test_a_cut_piece_holds_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = Piece.cut(text, start, end)
    assert text[piece.start : piece.end] == piece.exact
    span = Span.of("r1", piece)
    assert (span.start, span.end, span.exact) == (piece.start, piece.end, piece.exact)


def test_words_of_another_length_are_refused() -> None:
    with pytest.raises(ValidationError):
        Piece(start=0, end=3, exact="four")


def test_the_nouns_are_frozen_and_take_no_unknown_field() -> None:
    piece = Piece.cut("words", 0, 5)
    with pytest.raises(ValidationError):
        piece.start = 1  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Piece(start=0, end=1, exact="w", colour="red")  # type: ignore[call-arg]
