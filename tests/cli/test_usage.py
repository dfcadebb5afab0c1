"""Wrong usage and unreadable input: what is said, where, and with which exit status."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli import main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["compare"], "Missing argument 'INPUT...'"),
        (["compare", "a.txt", "--best", "highest"], "'highest' is not one of"),
        (["compare", "a.txt", "--max-chars", "0"], "is not in the range"),
        (["annotate"], "Missing argument"),
        (["weigh"], "No such command"),
        (["export", ".", "--format", "tsv"], "'tsv' is not one of 'json', 'csv'"),
    ],
)
def test_wrong_usage_is_two(arguments: list[str], said: str) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("command", ["compare", "annotate"])
def test_nothing_to_read_is_one(command: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    result = CliRunner().invoke(main, [command, str(empty), str(tmp_path / "no*.txt")])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "empty.txt: It is empty" in result.stderr
    assert "No file matches" in result.stderr
    assert "Nothing could be read" in result.stderr


def test_an_output_folder_that_cannot_be_made_is_said_before_the_work(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    (tmp_path / "a.txt").write_text("Two people were hurt when a bus hit a wall on Monday.")
    for folder in ("taken", "taken/below"):
        given = [str(tmp_path / "a.txt"), "-o", str(tmp_path / folder)]
        result = CliRunner().invoke(main, ["compare", *given])
        assert result.exit_code == 1
        assert "Cannot write into" in result.stderr
        assert "choose another folder" in result.stderr


def test_empty_standard_input() -> None:
    result = CliRunner().invoke(main, ["compare", "-"], input=b"")
    assert result.exit_code == 1
    assert "-: It is empty" in result.stderr


def test_a_folder_without_a_dossier_is_said_to_have_none(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["explain", str(tmp_path)])
    assert result.exit_code == 1
    assert "There is no dossier.json in" in result.stderr
    assert "compare -o DIR" in result.stderr
