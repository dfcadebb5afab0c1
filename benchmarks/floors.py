"""Hold the measured quality against the floors in ``floors.toml``.

    python benchmarks/floors.py FOLDER

FOLDER holds the public data sets and their scorer (``score.py``; see docs/quality.md for the sets
and where to get them). Each table of ``floors.toml`` names a set, how many of its items are
measured, and the lowest figure that passes. To lower a floor is a deliberate change of that file.
Exit status 1 where a figure lies below its floor.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")


def measured(folder: Path, name: str, limit: int) -> dict[str, float]:
    """The scorer's figures for the first ``limit`` items of a set."""
    command = [sys.executable, str(folder / "score.py"), name, "--limit", str(limit), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)[name]


def below(name: str, floors: dict[str, float], folder: Path) -> list[str]:
    """One line for each figure that lies below its floor; prints all of them."""
    floors = dict(floors)
    figures = measured(folder, name, int(floors.pop("items")))
    lines = [(key, figures[key], floor) for key, floor in floors.items()]
    for key, figure, floor in lines:
        print(f"{name:13}{key:20}{figure:6.1f}  floor {floor:5.1f}", flush=True)
    return [
        f"{name} {key}: {figure:.1f} < {floor}" for key, figure, floor in lines if figure < floor
    ]


def main() -> int:
    """Measure every set of the floors file."""
    folder = Path(sys.argv[1])
    tables = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    missed = [line for name, floors in tables.items() for line in below(name, floors, folder)]
    for line in missed:
        print(f"below its floor: {line}", file=sys.stderr)
    print(f"{sum(len(f) - 1 for f in tables.values()) - len(missed)} passed, {len(missed)} failed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
