"""Figures named as earlier ones: a table of pairs that a domain expert can extend."""

import csv
from pathlib import Path

import pytest

import rashomon

_LINES = (Path(__file__).parent / "data" / "replaced.tsv").read_text("utf-8").splitlines()
ROWS = list(
    csv.DictReader(
        [line for line in _LINES if line[:1] != "#"], delimiter="\t", quoting=csv.QUOTE_NONE
    )
)


def _number(cell: str) -> int | None:
    return None if cell == "-" else int(cell)


@pytest.mark.parametrize("row", ROWS, ids=[row["about"] for row in ROWS])
def test_what_a_second_report_leaves_of_the_first(row: dict[str, str]) -> None:
    reports = [
        {"id": name, "text": row[name].replace("\\n", "\n"), "published": day, "outlet": name}
        for name, day in (("first", "2024-06-11"), ("second", "2024-06-12"))
    ]
    (incident,) = rashomon.compare(reports).incidents
    killed = incident.killed
    assert (killed.low, killed.best, killed.high) == tuple(
        _number(row[end]) for end in ("low", "best", "high")
    )
