"""One run of the examples for all tests that look at it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rashomon.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples" / "harbour-consulate"


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the eight example reports."""
    return EXAMPLES


@pytest.fixture(scope="session")
def compared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Path]:
    """What ``rashomon compare`` said of the examples, and the folder that it wrote."""
    folder = tmp_path_factory.mktemp("compared") / "new" / "dossier"
    return CliRunner().invoke(main, ["compare", str(EXAMPLES), "-o", str(folder)]), folder
