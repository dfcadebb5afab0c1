"""Kind, PLOVER type and mode, both sides, weapon, modality and background: the table."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.model.annotations import EventMention

_DATA = Path(__file__).parent / "data"


def _rows(name: str) -> list[dict[str, str]]:
    lines = (_DATA / name).read_text("utf-8").splitlines()
    told = (line for line in lines if not line.startswith("#"))
    return list(csv.DictReader(told, delimiter="\t", quoting=csv.QUOTE_NONE))


_ROWS = _rows("roles.tsv")
_TIMES = _rows("times.tsv")


def _told(doc: Doc, mention: EventMention, role: str) -> str:
    spans = [doc.text[a.start : a.end] for a in mention.arguments if a.role == role]
    return "; ".join(spans)


def _flags(mention: EventMention) -> set[str]:
    flags = {"neg": mention.negated, "bg": mention.background}
    modality = {mention.modality} - {"actual"}
    return {name for name, holds in flags.items() if holds} | modality


@pytest.mark.parametrize("row", _ROWS, ids=lambda r: f"{r['sentence'][:40]}|{r['trigger']}")
def test_table(whole: Language, row: dict[str, str]) -> None:
    doc = whole.make_doc(row["sentence"])
    doc._.published = dt.date(2031, 5, 14)
    doc = whole(doc)
    found = [m for m in doc._.mentions if m.exact == row["trigger"]]
    assert found, [m.exact for m in doc._.mentions]
    mention = found[0]
    assert mention.kind == row["kind"]
    assert (mention.event_type or "", mention.mode or "") == (row["type"], row["mode"])
    for role in ("actor", "recipient", "weapon"):
        assert _told(doc, mention, role) == (row[role] or ""), role
    assert _flags(mention) == set((row["flags"] or "").split())


@pytest.mark.parametrize("row", _TIMES, ids=lambda r: f"{r['sentence'][:40]}|{r['trigger']}")
def test_times(whole: Language, row: dict[str, str]) -> None:
    doc = whole.make_doc(row["sentence"])
    doc._.published = dt.date(2031, 5, 14)
    doc = whole(doc)
    mention = next(m for m in doc._.mentions if m.exact == row["trigger"])
    assert _told(doc, mention, "time") == row["time"]
    assert _told(doc, mention, "actor") == (row["actor"] or "")


def test_a_month_is_no_march(whole: Language) -> None:
    doc = whole("In March 2029, a bridge was opened. In May there was a march.")
    assert [m.exact for m in doc._.mentions] == ["march"]


def test_how_long_says_not_when(whole: Language) -> None:
    doc = whole("On Monday a court sentenced the clerk to ten years in prison.")
    mention = next(m for m in doc._.mentions if m.exact == "sentenced")
    assert _told(doc, mention, "time") == "Monday"
