"""Figures of some only, and of more than one incident, from a table (``data/some.tsv``)."""

import csv
from pathlib import Path

import pytest

import rashomon

_LINES = (Path(__file__).parent / "data" / "some.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['text'][-50:]}|{row['low']}")
def test_what_sets_no_end(row: dict[str, str]) -> None:
    report = {"id": "r1", "text": row["text"], "published": "2024-06-12", "outlet": "Courier"}
    wanted = (row["property"], int(row["low"]), int(row["high"]) if row["high"] else None)
    claims = [
        claim
        for claim in rashomon.compare([report]).claims
        if claim.property == wanted[0]
        and (getattr(claim.value, "low", None), getattr(claim.value, "high", None)) == wanted[1:]
    ]
    flags = {"P": "partial", "S": "scope", "D": "denied"}
    assert claims
    for claim in claims:
        said = {"partial": claim.partial, "scope": claim.scope, "denied": claim.stance == "denied"}
        assert said[flags[row["flag"]]]
        assert not claim.used or claim.partial
