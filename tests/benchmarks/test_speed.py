"""The speed command: what it reads, and that it says what it measured."""

import json
import sys
from pathlib import Path

import pytest
import speed


def test_without_input_the_examples_are_read() -> None:
    assert len(speed.reports_of([], None)) == 9
    assert len(speed.reports_of([], 3)) == 3


def test_reports_inside_rows(tmp_path: Path) -> None:
    data = tmp_path / "data.jsonl"
    text = "A barge sank near Larnos on Monday and \u2028 two sailors of its crew are missing."
    row = {"gold": 1, "reports": [{"text": text}, {"text": f"{text} Nobody else was on board."}]}
    data.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert len(speed.reports_of([str(data)], None)) == 2


def test_a_ratio_that_no_machine_reaches_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["speed.py", "--limit", "2", "--json", "--at-most", "0.1"])
    assert speed.main() == 1
    told = json.loads(capsys.readouterr().out)
    assert told["reports"] == 2
    assert told["ratio"] > 0.1
