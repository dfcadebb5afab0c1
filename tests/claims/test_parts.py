"""Who some of the dead were, from a table (``data/parts.tsv``)."""

import csv
from pathlib import Path

import pytest

import rashomon

_LINES = (Path(__file__).parent / "data" / "parts.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][-60:])
def test_parts_of_a_toll(row: dict[str, str]) -> None:
    report = {"id": "r1", "text": row["text"], "published": "2024-06-12", "outlet": "Courier"}
    killed = rashomon.compare([report]).incidents[0].killed
    parts = [f"{part.who.label} {part.low}-{part.high}" for part in killed.parts]
    assert f"{killed.low}-{killed.high}" == row["killed"]
    assert (", ".join(parts) or "-") == row["parts"]
