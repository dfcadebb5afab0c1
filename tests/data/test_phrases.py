"""Lexicon columns as sets and patterns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.data import lexicon
from rashomon.data.phrases import either, phrases, words


def test_a_column_can_be_narrowed_by_other_cells() -> None:
    sides = words("locatives", use="side")
    assert "northern" in sides and "in" not in sides
    uses = ("preposition", "verb", "division", "whole")
    others = frozenset().union(*(words("locatives", use=use) for use in uses))
    assert words("locatives") == sides | others


@pytest.mark.parametrize("table", ["sequence", "scopes", "partial", "copy_hedges", "soft_zeros"])
def test_every_phrase_is_found_whole_in_any_case_and_over_a_line_break(table: str) -> None:
    for row in lexicon(table):
        wrapped = row["phrase"].upper().replace(" ", "\n")
        found = phrases(table).search(f"– {wrapped} –")
        assert found is not None and found.group() == wrapped
        assert not phrases(table).fullmatch(f"x{row['phrase']}x")


def test_the_longest_phrase_comes_first_and_letters_mean_themselves() -> None:
    pattern = re.compile(either(["as", "as many as", "a.m."]))
    assert pattern.match("as many as ten")[0] == "as many as"
    assert not pattern.match("axmx")


_LISTS = st.lists(st.text("ab.| ", min_size=1, max_size=5).filter(str.strip), max_size=6)


@given(_LISTS, st.text("ab.| ", max_size=12))
def test_a_tree_of_beginnings_finds_what_the_plain_list_finds(listed: list[str], text: str) -> None:
    longest_first = sorted({" ".join(each.split()) for each in listed}, key=len, reverse=True)
    plain = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest_first)
    found = [each.span() for each in re.finditer(f"(?:{either(listed)})", text)]
    assert found == [each.span() for each in re.finditer(f"(?:{plain})", text)]
