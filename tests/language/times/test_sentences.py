"""A table of sentences: what is found in each, and what it means."""

import datetime as dt
from itertools import groupby
from pathlib import Path

import pytest

from tests.language.times.conftest import Read

Row = tuple[str, ...]
TABLE = Path(__file__).parent / "data" / "sentences.tsv"


def _cases() -> list[tuple[str, str, list[Row]]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = [tuple(line.split("\t")) for line in lines[1:]]
    return [
        (text, published, [row[2:] for row in same if row[2]])
        for (text, published), same in groupby(rows, key=lambda row: (row[0], row[1]))
    ]


@pytest.mark.parametrize(("text", "published", "wanted"), _cases())
def test_sentence(read: Read, text: str, published: str, wanted: list[Row]) -> None:
    day = dt.date.fromisoformat(published) if published else None
    found = [(m.exact, m.timex, m.earliest or "", m.latest or "") for m in read(text, day)]
    assert found == wanted
