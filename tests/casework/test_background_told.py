"""Which incidents an article tells of beside its own, and whose dead, hurt and held are whose."""

import csv
from pathlib import Path

import pytest

import rashomon
from rashomon.model.incidents import Incident

_TABLE = (Path(__file__).parent / "data" / "background.tsv").read_text("utf-8").splitlines()
_LINES = [line for line in _TABLE if not line.startswith("#")]
_ROWS = list(csv.DictReader(_LINES, delimiter="\t", quoting=csv.QUOTE_NONE))
_ASKED = ("killed", "injured", "arrested", "participants", "missing", "displaced")


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: str(row["about"]))
def test_the_incidents_of_an_article(row: dict[str, str]) -> None:
    report = {"id": "r1", "text": row["text"].replace("\\n", "\n")}
    if row["published"]:
        report["published"] = row["published"]
    dossier = rashomon.compare([report])
    told = [_said(incident) for incident in dossier.incidents]
    assert sorted(told) == sorted(row["incidents"].split("; "))


def _said(incident: Incident) -> str:
    """ "accident 2031-05-14 killed 3-3": kind, day if there is one, and what is counted."""
    when = incident.when
    days = {when.earliest[:10], when.latest[:10]} if when and when.earliest and when.latest else ()
    figures = [
        f"{finding.property} {finding.low}-{'' if finding.high is None else finding.high}"
        for name in _ASKED
        for finding in incident.findings
        if finding.property == name and finding.who is None and finding.low is not None
    ]
    return " ".join([incident.kind, *(days if len(days) == 1 else ()), *figures])
