"""Tolls of one report, from a table that a domain expert can extend (``data/tolls.tsv``)."""

import csv
from pathlib import Path

import pytest

import rashomon
from rashomon.model.findings import Toll

_LINES = (Path(__file__).parent / "data" / "tolls.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


def _said(toll: Toll) -> str:
    if toll.low is None:
        return "-"
    return f"{toll.low}+" if toll.open else f"{toll.low}-{toll.high}"


@pytest.mark.parametrize("row", ROWS, ids=[row["about"] for row in ROWS])
def test_what_a_report_amounts_to(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n")
    report = {"id": "r1", "text": text, "published": "2024-06-12", "outlet": "Courier"}
    dossier = rashomon.compare([report])
    main = dossier.reports[0].main_incident
    tolls = [(i.killed, i.injured) for i in dossier.incidents if i.id == main]
    said = [(_said(killed), _said(injured)) for killed, injured in tolls] or [("-", "-")]
    assert said == [(row["killed"], row["injured"])]
