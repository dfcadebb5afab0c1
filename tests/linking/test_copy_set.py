"""The seeded test set of copies (``benchmarks/copies.py`` runs a larger one), with its bounds."""

import random

import copies
import copy_set
import pytest
from copy_editor import change_words, edit


@pytest.mark.parametrize("share", copy_set.SHARES)
def test_passages_are_found_under_edits(share: float) -> None:
    score = copy_set.score_texts(share, turns=8)
    assert score.wanted > 100
    assert score.recall >= 0.98, score.line()
    assert score.precision >= 0.98, score.line()


def test_one_statement_quoted_in_two_lengths() -> None:
    score = copy_set.score_quotes(turns=12)
    assert score.wanted > 50
    assert score.recall >= 0.9, score.line()
    assert score.precision >= 0.98, score.line()


def test_stock_reports_are_no_copies() -> None:
    assert copy_set.score_stock(turns=20).precision >= 0.8


def test_sixteen_outlets_with_one_story() -> None:
    score = copy_set.score_crowd(outlets=16, turns=1)
    assert score.recall >= 0.98, score.line()


def test_the_editor_changes_as_many_words_as_it_says() -> None:
    wire = copy_set.stories()[0][0]
    words = change_words(wire.replace("\n\n", " "), random.Random(1), 0.3, ["zzz"]).split()
    new = sum(word.casefold().startswith("zzz") for word in words) / len(wire.split())
    assert 0.25 < new < 0.3


def test_the_editor_knows_what_it_kept() -> None:
    wire = copy_set.stories()[-1][0]
    made = edit(wire, random.Random(3), 0.0, copy_set.spare_words())
    for kept in made.kept:
        first = wire[kept.from_start : kept.from_end].split()
        now = made.text[kept.start : kept.end].split()
        assert [word for word in first if word.strip(".,") in {w.strip(".,") for w in now}]
        assert len(now) <= len(first)


def test_two_thousand_reports() -> None:
    """The small form of ``benchmarks/copies.py speed``."""
    cost = copies.search(2000)
    assert cost.found / cost.copiers >= 0.98, cost.line()
    assert cost.seconds < 60, cost.line()
