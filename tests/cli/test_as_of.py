"""``--as-of`` on the command line: what is left out is named; what is no date is wrong usage."""

from pathlib import Path

from click.testing import CliRunner

from rashomon.cli import main

STORY = "Two people were killed in a bombing in Tavik on Friday, police said.\n"


def _pile(folder: Path) -> str:
    (folder / "early.md").write_text(f"---\ntitle: Early\ndate: 2024-03-01\n---\n{STORY}")
    (folder / "undated.txt").write_text(STORY)
    return str(folder)


def test_what_is_left_out_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["compare", _pile(tmp_path), "--as-of", "2024-03-02"])
    assert done.exit_code == 0, done.output
    assert "undated.txt: Left out of what was known by 2024-03-02: it has no date" in done.output
    assert "1 report, 1 incident" in done.output


def test_nothing_known_by_then(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["compare", _pile(tmp_path), "--as-of", "2023-01-01"])
    assert done.exit_code == 1
    assert "No report is known to have been published by 2023-01-01." in done.output


def test_no_date_is_wrong_usage(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["compare", _pile(tmp_path), "--as-of", "Friday"])
    assert done.exit_code == 2
    assert "is no date: write it as 2019-12-30 or 2019-12-30T18:00" in done.output
