"""The walls between rooms stand, and each test folder belongs to a room (or to the benchmarks)."""

from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ROOT / "src" / "rashomon"
TESTS = sorted(
    {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    - {ROOT / "tests", ROOT / "tests" / "benchmarks"}
)


def test_no_import_goes_through_a_wall(capsys: pytest.CaptureFixture[str]) -> None:
    """The contracts stand in ``pyproject.toml``; what breaks one is named in the output."""
    status = lint_imports(str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_folder_of_tests_mirrors_a_room(path: Path) -> None:
    assert (ROOMS / path.relative_to(ROOT / "tests")).is_dir()


def test_every_room_is_tested() -> None:
    rooms = {path.parent.relative_to(ROOMS).parts[0] for path in ROOMS.glob("*/*.py")}
    assert rooms == {path.relative_to(ROOT / "tests").parts[0] for path in TESTS}
