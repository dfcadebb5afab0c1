"""Ranges of one report: a table of sentences that a domain expert can extend."""

from pathlib import Path

import pytest

import rashomon

_TABLE = Path(__file__).parent / "data" / "ranges.tsv"
Range = tuple[int | None, int | None, int | None]


def _rows() -> list[tuple[str, Range]]:
    lines = [li for li in _TABLE.read_text(encoding="utf-8").splitlines() if li[:1] != "#"]
    rows = [line.split("\t") for line in lines[1:]]
    return [(text, (_number(low), _number(best), _number(high))) for text, low, best, high in rows]


def _number(cell: str) -> int | None:
    return None if cell == "-" else int(cell)


@pytest.mark.parametrize(("text", "expected"), _rows())
def test_killed_of_a_report(text: str, expected: Range) -> None:
    dossier = rashomon.compare([{"id": "r1", "text": text}])
    killed = dossier.incidents[0].killed
    got = (killed.low, killed.best, killed.high) if killed else (None, None, None)
    assert got == expected
