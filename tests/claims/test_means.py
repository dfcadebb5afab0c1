"""What an incident was done with, what brought it about, and which words only look like that."""

import csv
from pathlib import Path

import pytest

from tests.claims.conftest import Reader

_TABLE = (Path(__file__).parent / "data" / "means.tsv").read_text("utf-8").splitlines()
_ROWS = list(csv.DictReader(_TABLE[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: f"{row['property']}|{row['text'][:45]}")
def test_the_words_of_a_weapon_cause_or_motive(tell: Reader, row: dict[str, str]) -> None:
    told = [c.span.exact for c in tell(row["text"])[0].claims if c.property == row["property"]]
    assert told == ([] if row["words"] == "-" else [row["words"]])
