"""The coding sheet, read back as a person's program reads it (fiction)."""

import io
from collections.abc import Callable
from typing import Any

import pytest

from rashomon.model.dossier import Dossier
from rashomon.publishing.exports import FORMATS

pytest.importorskip("xlsxwriter", reason="the coding sheet's library is not installed")
openpyxl = pytest.importorskip("openpyxl", reason="nothing here reads workbooks")

HAND = ["right?", "corrected value", "coder", "remarks"]


def sheet(dossier: Dossier, name: str) -> Any:
    content = FORMATS["xlsx"](dossier).files["coding-sheet.xlsx"]
    return openpyxl.load_workbook(io.BytesIO(content))[name]


def records(dossier: Dossier, name: str) -> list[dict[str, Any]]:
    head, *rows = sheet(dossier, name).iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_a_row_for_each_incident_and_each_claim(example: Dossier) -> None:
    assert [r["incident"] for r in records(example, "Overview")] == [
        each.id for each in example.incidents
    ]
    found = {r["id"]: r for r in records(example, "Claims")}
    assert found.keys() == {claim.id for claim in example.claims}
    for claim in example.claims:
        assert found[claim.id]["exact words"] == claim.span.exact
        assert found[claim.id]["sentence"] == claim.sentence.exact.strip()


@pytest.mark.parametrize("name", ["Overview", "Claims"])
def test_what_a_person_fills_in_is_empty_and_marked(example: Dossier, name: str) -> None:
    found = sheet(example, name)
    head = [cell.value for cell in found[1]]
    assert head[-4:] == HAND
    hand, read = found[2][head.index("coder")], found[2][0]
    assert (hand.value, hand.fill.fgColor.rgb) == (None, "FFFFF8DC")
    assert read.alignment.wrap_text
    assert found.freeze_panes == "D2"
    assert found.column_dimensions["C"].width > 20
    (choice,) = found.data_validations.dataValidation
    assert choice.formula1 == '"right,wrong,unsure"'


def test_every_column_for_a_person_is_explained(example: Dossier) -> None:
    notes = " ".join(row[0] for row in sheet(example, "Notes").iter_rows(values_only=True))
    assert all(f"{name}:" in notes for name in HAND)


def test_the_same_dossier_gives_the_same_bytes(example: Dossier) -> None:
    again = Dossier.model_validate(example.to_dict())
    assert FORMATS["xlsx"](example) == FORMATS["xlsx"](again)


@pytest.mark.parametrize(
    "bad", ["=cmd|'/c calc'!A1", "@SUM(1)", "\x00\x1b\udcff" * 9, "x" * 40_000]
)
def test_no_cell_runs_or_breaks(poisoned: Callable[[str], Dossier], bad: str) -> None:
    for name in ("Overview", "Claims"):
        for row in sheet(poisoned(bad), name).iter_rows():
            assert not [cell for cell in row if cell.data_type == "f"]
            assert not [
                cell
                for cell in row
                if isinstance(cell.value, str) and cell.value[:1] in "=@+-" and cell.value
            ]
