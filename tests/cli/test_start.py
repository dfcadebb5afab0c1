"""What the program does before it does anything: help, version, imports."""

import subprocess
import sys

import pytest

HEAVY = ("spacy", "thinc", "trafilatura", "lxml", "rich", "jinja2", "numpy", "py3langid")

_PROBE = """
import sys
from click.testing import CliRunner
from rashomon.cli import main
result = CliRunner().invoke(main, {arguments!r})
assert result.exit_code == 0, result.output
print(" ".join(name for name in {heavy!r} if name in sys.modules))
"""


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    done = _run("-c", _PROBE.format(arguments=arguments, heavy=HEAVY))
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_importing_rashomon_imports_no_language_pipeline() -> None:
    done = _run("-c", f"import rashomon, sys; print([n for n in {HEAVY!r} if n in sys.modules])")
    assert done.stdout.strip() == "[]"


def test_the_module_runs_and_names_itself() -> None:
    done = _run("-m", "rashomon", "--version")
    assert done.stdout.startswith("rashomon, version ")
    assert done.returncode == 0


def test_a_mistake_gives_no_traceback() -> None:
    done = _run("-m", "rashomon", "compare", "no-such-file.txt")
    assert done.returncode == 1
    assert "no-such-file.txt: There is no such file" in done.stderr
    assert "Traceback" not in done.stderr
