"""What one sentence says of two events (``data/relations.tsv``), and the claims made of it."""

import csv
from pathlib import Path
from typing import get_args

import pytest

from rashomon.data import lexicon
from rashomon.model.claims import TextValue
from rashomon.model.incidents import RelationType

from .conftest import Reader

_TABLE = Path(__file__).parent / "data" / "relations.tsv"


def _rows() -> list[dict[str, str]]:
    lines = [line for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", restval=""))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["text"][:50])
def test_what_a_sentence_says_of_two_events(tell: Reader, row: dict[str, str]) -> None:
    text = row["text"]
    found = {
        (
            tie.type,
            text[tie.mention :].split()[0].strip(".,"),
            text[tie.other :].split()[0].strip(".,"),
        )
        for episode in tell(text)
        for tie in episode.ties
    }
    wanted = {(row["relation"], row["one"], row["other"])} if row["relation"] else set()
    assert found == wanted


def _word(text: str, start: int) -> str:
    return text[start:].split()[0].strip(".,")


def test_retaliation_is_a_claim_of_motive_with_its_speaker(tell: Reader) -> None:
    told = tell(
        "The army raided Orsk on Sunday in retaliation for a bombing in Tavik on 3 June, "
        "the governor said."
    )
    claims = [c for episode in told for c in episode.claims if c.property == "motive"]
    assert [c.value for c in claims] == [TextValue(text="in retaliation for a bombing")]
    assert len(claims[0].chain) == 2


def test_the_table_knows_only_relations_of_the_contract() -> None:
    rows = lexicon("sequence")
    assert {row["relation"] for row in rows} <= {*get_args(RelationType), ""}
    assert {row["subject"] for row in rows} == {"first", "second"}
    assert {row["apart"] for row in rows} == {"yes", "no", "deed", "crowd", "behind"}
