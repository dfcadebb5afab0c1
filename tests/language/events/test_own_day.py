"""Whose time and place it is, where a sentence tells more than one thing. All fiction."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from spacy.language import Language

TABLE = Path(__file__).parent / "data" / "own_day.tsv"
_LINES = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
_ROWS = list(csv.DictReader(_LINES, delimiter="\t"))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: f"{row['word']}: {row['text'][:40]}")
def test_an_event_has_its_own_time_and_place(whole: Language, row: dict[str, str]) -> None:
    doc = whole.make_doc(row["text"])
    doc._.published = dt.date(2031, 5, 9)
    doc = whole(doc)
    mention = next(each for each in doc._.mentions if row["word"] in each.exact)
    told = {each.role: row["text"][each.start : each.end] for each in mention.arguments}
    found = (told.get("time", "-"), told.get("place", "-"), mention.distinct or "-")
    assert found == (row["time"], row["place"], row["apart"])
