"""The commands on the examples, from end to end."""

import json
from pathlib import Path

import jsonschema
from click.testing import CliRunner, Result

from rashomon.cli import main

TEXT = "Two people were injured when a bus hit a wall in Lima on Monday, police said."


def test_compare_writes_the_page_and_the_record(compared: tuple[Result, Path]) -> None:
    result, folder = compared
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in folder.iterdir()) == ["dossier.json", "index.html"]
    assert f"Page: {folder / 'index.html'}" in result.stdout
    assert result.stderr == ""


def test_the_summary_has_a_block_an_incident(compared: tuple[Result, Path]) -> None:
    result, folder = compared
    dossier = json.loads((folder / "dossier.json").read_text("utf-8"))
    shown = min(10, len(dossier["incidents"]))
    assert result.stdout.startswith("8 reports, ")
    for name in ("when", "where", "killed", "injured", "told in"):
        assert result.stdout.count(f"\n  {name}") == shown
    assert dossier["incidents"][0]["title"] in result.stdout


def test_the_record_fits_the_schema(compared: tuple[Result, Path]) -> None:
    printed = CliRunner().invoke(main, ["schema"])
    assert printed.exit_code == 0
    schema = json.loads(printed.stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads((compared[1] / "dossier.json").read_text("utf-8")), schema)


def test_the_order_of_files_changes_no_byte(
    compared: tuple[Result, Path], examples: Path, tmp_path: Path
) -> None:
    files = [str(path) for path in sorted(examples.iterdir(), reverse=True)]
    result = CliRunner().invoke(main, ["compare", *files, "-o", str(tmp_path)])
    assert result.exit_code == 0, result.output
    for name in ("dossier.json", "index.html"):
        assert (tmp_path / name).read_bytes() == (compared[1] / name).read_bytes()


def test_annotate_gives_a_line_a_report_in_input_order() -> None:
    records = [{"id": name, "text": f"{TEXT} {name}"} for name in ("z", "a", "m")]
    given = "\n".join(json.dumps(record) for record in records).encode()
    result = CliRunner().invoke(main, ["annotate", "-"], input=given)
    assert result.exit_code == 0, result.output
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["id"] for line in lines] == ["z", "a", "m"]
    for name in ("sentences", "times", "places", "counts", "names", "attributions", "mentions"):
        assert isinstance(lines[0][name], list)


def test_what_is_not_read_sets_status_three(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("")
    for command in ("annotate", "compare"):
        result = CliRunner().invoke(main, [command, str(tmp_path)])
        assert result.exit_code == 3
        assert "not read" in result.stderr
        assert "b.txt: It is empty" in result.stderr
        assert result.stdout


def test_notes_keep_status_nought(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    given = [str(tmp_path / "a.txt")] * 2
    result = CliRunner().invoke(main, ["compare", *given])
    assert result.exit_code == 0
    assert "note: " in result.stderr
    assert "add -o DIR" in result.stdout
