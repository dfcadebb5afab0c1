"""Which words of one report tell of one incident, across its paragraphs."""

import csv
from pathlib import Path

import pytest

from rashomon.claims.account import Account
from rashomon.language import pipeline
from rashomon.model.report import Report
from rashomon.model.settings import Settings

from .conftest import Reader

_LINES = (Path(__file__).parent / "data" / "together.tsv").read_text("utf-8").splitlines()
_ROWS = list(csv.DictReader((each for each in _LINES if each[0] != "#"), delimiter="\t"))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: f"{row['text'][:40]} {row['other']}")
def test_one_incident_or_two(tell: Reader, row: dict[str, str]) -> None:
    text = row["text"].replace(" | ", "\n\n")
    homes = {at: each.id for each in tell(text) for at in each.mentions}
    one, other = (homes[min(homes, key=_from(text.index(row[name])))] for name in ("one", "other"))
    assert (one == other) == (row["incidents"] == "one")


def _from(word: int):
    return lambda at: abs(at - word)


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("A mill burned.\nNobody was hurt. A cat fled.\n", [0, 1]),
        ("A mill burned. Nobody\nwas hurt.\nA cat\nfled.\n\nIt rained.", [0, 3]),
        ("A mill burned.", [0]),
    ],
)
def test_sentences_that_open_a_paragraph(text: str, opening: list[int]) -> None:
    nlp = pipeline.load(Settings().pipeline)
    report = Report(id="r1", source="r1", sha256="0", text=text)
    account = Account.of(next(iter(pipeline.annotate([report], nlp))))
    sentences = range(len(account.notes.sentences))
    assert [index for index in sentences if account.opens_paragraph(index)] == opening
