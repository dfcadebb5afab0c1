"""The quality command on invented data: figures, comparison with an earlier run, floors."""

import json
import shutil
import sys
from pathlib import Path

import pytest
import quality

DATA = Path(__file__).parent / "data"


def run(monkeypatch: pytest.MonkeyPatch, *words: str | Path) -> int:
    monkeypatch.setattr(sys, "argv", ["quality.py", *map(str, words)])
    return quality.main()


def test_figures_and_misses(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "run.json"
    assert run(monkeypatch, DATA, "--misses", "9", "--json", out) == 0
    figures = {
        (name, figure): each["value"]
        for name, found in json.loads(out.read_text()).items()
        for figure, each in found["figures"].items()
    }
    assert figures["times", "relaxed"] == pytest.approx(100 * 6 / 7)  # "three days" is not gold
    assert figures["times", "value"] == pytest.approx(100 * 4 / 7)  # a wrong day in the gold
    assert figures["airwars", "range"] == 50
    assert figures["airwars", "disputed_range"] == 0
    assert figures["airwars", "date"] == 100  # the span of days is not measured
    assert figures["attributions", "both_f1"] == 100
    run(monkeypatch, DATA, "--set", "times", "--against", out)
    assert "change  +0.0 ±0.0" in capsys.readouterr().out


def test_misses_only_of_half_a(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    halves = {name: quality.Item(name, {}).half for name in ("n1", "n2", "t1", "t2")}
    run(monkeypatch, DATA, "--misses", "9", "--set", "times", "--set", "airwars")
    told = capsys.readouterr().out
    assert all(f"    {name}:" not in told for name, half in halves.items() if half == "B")


@pytest.mark.parametrize(("floor", "status"), [(50.0, 0), (60.0, 1)])
def test_floors(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, floor: float, status: int) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text(f"[airwars]\nitems = 2\nrange = {floor}\n")
    assert run(monkeypatch, DATA, "--floors", floors) == status


def test_a_floor_without_its_data_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text("[gva]\nitems = 2\nkilled = 1.0\n")
    assert run(monkeypatch, DATA, "--floors", floors) == 1


def test_which_files_are_read(tmp_path: Path) -> None:
    for name in ("x-train", "x-dev", "x-test", "y-dev", "notes"):
        shutil.copy(DATA / "times.jsonl", tmp_path / f"{name}.jsonl")
    assert [p.stem for p in quality.files([tmp_path])] == ["notes", "x-test", "y-dev"]


def test_rows_of_no_known_form(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text('{"colour": "red"}\n')
    assert run(monkeypatch, other) == 2
    assert "other.jsonl" in capsys.readouterr().err


def test_the_shipped_floors_name_known_sets_and_figures() -> None:
    import tomllib

    path = Path(quality.__file__).with_name("floors.toml")
    kinds = {kind.name: kind for kind in quality.KINDS}
    for name, floors in tomllib.loads(path.read_text()).items():
        assert set(floors) - {"items"} <= set(kinds[name].figures)
