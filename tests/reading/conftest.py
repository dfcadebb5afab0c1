"""Tables of cases."""

from collections.abc import Callable
from pathlib import Path

import pytest

Rows = list[tuple[str, str]]


def rows(name: str) -> Rows:
    """The cases of ``data/<name>.tsv``; ``\\n`` in a cell is a line break."""
    path = Path(__file__).parent / "data" / f"{name}.tsv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    cells = [line.replace("\\n", "\n").split("\t") for line in lines[1:]]
    return [(text, expected) for text, expected in cells]


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", "table(name): run with every row of a table")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """``@pytest.mark.table("name")`` runs a test with every row of a table."""
    for mark in metafunc.definition.iter_markers("table"):
        metafunc.parametrize(("text", "expected"), rows(mark.args[0]))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], str]:
    """Write a file below a fresh folder and give its path."""

    def written(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    return written
