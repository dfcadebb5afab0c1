"""Progress: on a terminal's standard error only, and only where work lasts."""

import os
import subprocess
import sys

_WORK = """
from rashomon.cli.progress import Watch
with Watch("Reading closely", patience={patience}) as watch:
    for done in range(1, 4):
        watch(done, 3)
"""


def _on_terminal(patience: float) -> bytes:
    """What the work writes on a standard error that is a terminal."""
    ours, theirs = os.openpty()
    environment = os.environ | {"TERM": "xterm", "COLUMNS": "100"}
    command = [sys.executable, "-c", _WORK.format(patience=patience)]
    done = subprocess.run(
        command, stderr=theirs, stdout=subprocess.PIPE, env=environment, check=True, timeout=60
    )
    os.set_blocking(ours, False)
    try:
        shown = os.read(ours, 65536)
    except BlockingIOError:
        shown = b""
    os.close(ours)
    os.close(theirs)
    assert done.stdout == b""
    return shown


def test_work_that_lasts_is_shown() -> None:
    assert b"Reading closely" in _on_terminal(0)


def test_quick_work_is_not() -> None:
    assert _on_terminal(60) == b""


def test_nothing_is_shown_where_nobody_looks() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WORK.format(patience=0)],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == (b"", b"")
