"""Fill in the output that README.md shows, from a real run.

    python docs/make_tour.py

A comment ``<!-- shown: NAME -->`` in README.md stands before a fenced block; the block's content
is replaced by what the program prints now. Run it whenever the example's dossier changes.
"""

import contextlib
import io
import os
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from rashomon.cli import main as rashomon

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
EXAMPLE = "examples/harbour-consulate"
CUT = "…"

SHOWN = re.compile(r"(<!-- shown: (?P<name>[a-z-]+) -->\n```\w*\n)(?P<old>.*?)(^```$)", re.M | re.S)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)


def run(*arguments: str) -> str:
    """Standard output of one command, run in the root of the repository."""
    done = CliRunner().invoke(
        rashomon, list(arguments), prog_name="rashomon", catch_exceptions=False
    )
    if done.exit_code:
        raise RuntimeError(f"rashomon {' '.join(arguments)}: {done.output}")
    return done.stdout


def summary(_: str) -> str:
    """What ``compare`` prints: its first two incidents, and where it wrote."""
    with tempfile.TemporaryDirectory() as folder:
        printed = run("compare", EXAMPLE, "-o", folder).replace(folder, "dossier")
    blocks = printed.strip().split("\n\n")
    return "\n\n".join([*blocks[:3], CUT, blocks[-1]]) + "\n"


def annotated(_: str) -> str:
    """The head of one line of ``annotate``."""
    line = run("annotate", f"{EXAMPLE}/01-meridian-wire.txt")
    return line[:150] + CUT + "\n"


def python(readme: str, number: int = 0) -> str:
    """What one of the README's Python examples prints; those before it run first."""
    names: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as folder:
        for code in PYTHON.findall(readme)[: number + 1]:
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(code.replace('save("dossier")', f"save({folder!r})"), names)  # noqa: S102
    return printed.getvalue()


def pile(readme: str) -> str:
    """What the second Python example prints."""
    return python(readme, 1)


def usage(_: str) -> str:
    """The program's own help."""
    return run("--help")


MAKERS: dict[str, Callable[[str], str]] = {
    "summary": summary,
    "annotated": annotated,
    "python": python,
    "pile": pile,
    "usage": usage,
}


def filled(readme: str) -> str:
    """The README with every shown block made anew."""
    return SHOWN.sub(lambda found: found[1] + MAKERS[found["name"]](readme) + found[4], readme)


def main() -> int:
    """Rewrite README.md in place."""
    os.chdir(ROOT)
    before = README.read_text(encoding="utf-8")
    after = filled(before)
    README.write_text(after, encoding="utf-8")
    print("README.md:", "as it was" if before == after else "rewritten")
    return 0


if __name__ == "__main__":
    sys.exit(main())
