"""Exports: what is written, what is said to be lost, and what no spreadsheet may run (fiction)."""

import csv
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

import rashomon
from rashomon.cli import commands, main
from rashomon.publishing import FORMATS, TABLES
from rashomon.publishing.exports.parts import Table, csv_bytes, safe

PILE = [
    {
        "id": "a",
        "title": "=HYPERLINK(0) Two shot dead in Marseille",
        "outlet": "@Coastal Courier",
        "published": "2024-03-02",
        "text": "Two people, one of them Petra Quell, 34, were shot dead in Marseille on Friday, "
        "police said. The hospital said that three people died.",
    },
]


@pytest.fixture(scope="module")
def dossier() -> rashomon.Dossier:
    return rashomon.compare(PILE)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _needs(name: str) -> None:
    if name == "xlsx":
        pytest.importorskip("xlsxwriter")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_its_files_and_a_report_of_losses(
    dossier: rashomon.Dossier, tmp_path: Path, name: str
) -> None:
    _needs(name)
    files, losses = dossier.export(name, tmp_path)
    assert len(files) > 1
    assert all(path.read_bytes() for path in files)
    told = _read(tmp_path / "losses.csv")
    assert [(row["what"], row["why"]) for row in told] == [(x.what, x.why) for x in losses]


@pytest.mark.parametrize("name", FORMATS)
def test_no_export_carries_a_private_name_unless_asked(
    dossier: rashomon.Dossier, tmp_path: Path, name: str
) -> None:
    _needs(name)
    files, _ = dossier.export(name, tmp_path)
    assert not [path.name for path in files if b"Quell" in _content(path)]


def _content(path: Path) -> bytes:
    """What a file holds; of a workbook all that is packed in it."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    with ZipFile(path) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def test_names_are_kept_where_asked_for(dossier: rashomon.Dossier, tmp_path: Path) -> None:
    dossier.export("csv", tmp_path, with_names=True)
    assert "Petra Quell" in (tmp_path / "claims.csv").read_text("utf-8")


def test_tables_have_a_row_for_each_thing(dossier: rashomon.Dossier, tmp_path: Path) -> None:
    dossier.export("csv", tmp_path)
    assert len(_read(tmp_path / "claims.csv")) == len(dossier.claims)
    assert [row["killed_high"] for row in _read(tmp_path / "incidents.csv")] == ["3"]


def test_no_cell_is_a_formula(dossier: rashomon.Dossier, tmp_path: Path) -> None:
    files, _ = dossier.export("csv", tmp_path)
    cells = [cell for path in files for row in _read(path) for cell in row.values()]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-", "\t", "\r"))]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("-2", "'-2"),
        ("+31", "'+31"),
        ("@x", "'@x"),
        ("＝1", "'＝1"),
        (-2, -2),
        ("plain", "plain"),
        (None, None),
        ("a\x00b\x1b", "ab"),
    ],
)
def test_cells_are_safe_in_spreadsheets(cell: str | int | None, written: str | int | None) -> None:
    assert safe(cell) == written


def test_a_record_with_another_column_is_refused() -> None:
    with pytest.raises(ValueError, match="other"):
        Table.of("t", ("one",), [{"one": 1, "other": 2}])
    assert csv_bytes(Table.of("t", ("one",), [{"one": None}, {"one": True}])) == (
        b'one\r\n""\r\ntrue\r\n'
    )


def test_an_unknown_format_is_said(dossier: rashomon.Dossier, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is none of json, csv,"):
        dossier.export("dbase", tmp_path)


def test_on_the_command_line(dossier: rashomon.Dossier, tmp_path: Path) -> None:
    dossier.save(tmp_path)
    out = tmp_path / "out"
    done = CliRunner().invoke(main, ["export", str(tmp_path), "--format", "json", "-o", str(out)])
    assert done.exit_code == 0, done.output
    assert json.loads((out / "dossier.json").read_text("utf-8"))["format"] == "rashomon-dossier/1"
    assert ", ".join(FORMATS) == commands.FORMATS


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_data_frame_has_the_same_rows(dossier: rashomon.Dossier, library: str) -> None:
    pytest.importorskip(library)
    for noun in TABLES:
        frame = dossier.to_frame(noun, library)
        assert len(frame) == len(TABLES[noun](dossier).rows)


def test_frames_of_what_is_not_there_are_refused(dossier: rashomon.Dossier) -> None:
    with pytest.raises(ValueError, match="is none of incidents"):
        dossier.to_frame("rumours")
    with pytest.raises(ValueError, match="is none of pandas"):
        dossier.to_frame("claims", "excel")


def test_every_format_is_described() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    assert not [name for name in FORMATS if f"| `{name}` |" not in page]
