"""Who came to a march and who was arrested at it, from a table (``data/crowds.tsv``)."""

import csv
from pathlib import Path

import pytest

import rashomon
from rashomon.model.numbers import NumberRange

_LINES = (Path(__file__).parent / "data" / "crowds.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


def _said(value: object) -> str:
    assert isinstance(value, NumberRange)
    return f"{value.low}-{'' if value.high is None else value.high}"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][-60:])
def test_how_many_came_or_were_held(row: dict[str, str]) -> None:
    report = {"id": "r1", "text": row["text"], "published": "2024-06-12", "outlet": "Courier"}
    claims = [c for c in rashomon.compare([report]).claims if c.property == row["property"]]
    said = [_said(c.value) for c in sorted(claims, key=lambda c: c.span.start)]
    assert (", ".join(said) or "-") == row["claims"]
