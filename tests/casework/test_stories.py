"""What a short report is about: politics, labour and nature are no violence (``stories.tsv``)."""

import csv
from pathlib import Path

import pytest

from rashomon import compare

_LINES = (Path(__file__).parent / "data" / "stories.tsv").read_text("utf-8").splitlines()
_ROWS = list(
    csv.DictReader(
        [line for line in _LINES if not line.startswith("#")],
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["text"][:50])
def test_what_it_is_about(row: dict[str, str]) -> None:
    dossier = compare([{"id": "r1", "published": "2023-05-06", "text": row["text"]}])
    main = next((each for each in dossier.incidents if each.main_in), None)
    assert main is not None
    assert main.kind == row["kind"]
    if row["when"]:
        days = row["when"].split()
        when = (main.when.earliest or "")[:10], (main.when.latest or "")[:10]
        assert when == (days[0], days[-1])
    toll = main.killed
    told = "-" if toll is None or toll.low is None else f"{toll.low} {toll.high}"
    assert told == row["killed"] or not row["killed"]
