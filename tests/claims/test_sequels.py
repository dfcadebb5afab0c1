"""How sentences hang on what was told before them (``data/sequels.tsv``)."""

import csv
from pathlib import Path
from typing import get_args

import pytest

from rashomon.data import lexicon
from rashomon.model.incidents import RelationType

from .conftest import Reader

_TABLE = Path(__file__).parent / "data" / "sequels.tsv"


def _rows() -> list[dict[str, str]]:
    lines = [line for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", restval=""))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["text"][:60])
def test_what_follows_on_what(tell: Reader, row: dict[str, str]) -> None:
    text = row["text"]
    told = tell(text)
    homes = {at: episode.id for episode in told for at in episode.mentions}
    found = {
        (tie.type, homes[tie.mention], homes[tie.other])
        for episode in told
        for tie in episode.ties
        if tie.mention in homes and tie.other in homes and homes[tie.mention] != homes[tie.other]
    }
    if not row["relation"]:
        assert found == set()
        return
    one, other = (homes[_near(text, row[name], homes)] for name in ("one", "other"))
    assert (row["relation"], one, other) in found


def _near(text: str, word: str, homes: dict[int, str]) -> int:
    """The mention that begins at the word, or the one next to it."""
    return min(homes, key=lambda at: abs(at - text.index(word)))


@pytest.mark.parametrize(
    "text",
    [
        "An hour earlier, a bomb killed a nurse in Orsk.",
        "Two days before. Two days before. Again again again.",
        "It was the second. It was the second such. It was the second",
        "worst worst worst worst massacre",
        "About " * 400 + "an hour earlier, two men were shot in Orsk.",
    ],
)
def test_a_tie_is_between_two_events_that_stand_in_the_text(tell: Reader, text: str) -> None:
    text = "Two men were shot dead in Larnos on Sunday. " + text
    told = tell(text)
    mentions = {at for episode in told for at in episode.mentions}
    ties = [tie for episode in told for tie in episode.ties]
    assert bool(ties) == ("hour earlier, a bomb" in text)
    assert len({(tie.mention, tie.other, tie.type) for tie in ties}) <= len(mentions)
    for tie in ties:
        assert tie.mention != tie.other
        assert {tie.mention, tie.other} & mentions
        assert text[tie.span.start : tie.span.end] == tie.span.exact


def test_the_table_is_of_the_contract() -> None:
    rows = [row for row in lexicon("sequels") if row["place"] != "about"]
    assert {row["relation"] for row in rows} <= {*get_args(RelationType)}
    assert {row["place"] for row in rows} == {"start", "beside", "after", "within", "next"}
    assert {row["apart"] for row in rows} == {"yes", "own", ""}
    assert {row["of"] for row in rows} == {"told", "this"}
