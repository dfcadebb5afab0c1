"""Measure how well Rashomon reads, on data that people annotated.

    python benchmarks/quality.py DATA... [--set NAME]... [--limit N] [--misses N]
                                 [--json FILE] [--against FILE] [--floors FILE]

DATA are files of JSON Lines, or folders of them, in the forms that docs/quality.md describes; which
set a file belongs to is told by its fields. In a folder, files with "train" in their name are left
out, and "-dev" where there is a "-test". Each figure stands with its standard error (items
resampled) and its value in two halves of the items, told apart by a hash of their names; misses are
shown of half A alone, so that half B stays unread while rules are written.

``--against`` takes an earlier run's ``--json`` file and shows by how much each figure has changed,
with the standard error of the change over the items that both runs measured. ``--floors`` measures
what a floors file names (its ``items`` first ones of each set) and gives exit status 1 where a
figure lies below its floor.
"""

import argparse
import json
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measures import Item, error, total
from sets import KINDS, Kind, Row


@dataclass(frozen=True, slots=True)
class Change:
    """By how much a figure has changed, and the standard error of that."""

    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Result:
    """One measured set."""

    kind: Kind
    items: tuple[Item, ...]
    seconds: float

    def figure(self, name: str) -> float:
        """A figure over all items."""
        return self.kind.figures[name](total(self.items))

    def half(self, name: str, half: str) -> float:
        """A figure over one half of the items."""
        return self.kind.figures[name](total([i for i in self.items if i.half == half]))

    def error(self, name: str) -> float:
        """The standard error of a figure."""
        figure = self.kind.figures[name]
        return error(lambda items: figure(total(items)), self.items)

    def change(self, name: str, earlier: Mapping[str, Mapping[str, float]]) -> Change | None:
        """What changed since a run in which the items had these sums."""
        both = [item for item in self.items if item.name in earlier]
        if not both:
            return None
        figure = self.kind.figures[name]

        def change(items: Sequence[Item]) -> float:
            before = [Item(item.name, earlier[item.name]) for item in items]
            return figure(total(items)) - figure(total(before))

        return Change(change(both), error(change, both))

    def to_dict(self) -> dict[str, Any]:
        """For ``--json``: the figures, and each item's sums for a later ``--against``."""
        figures = {
            name: {
                "value": self.figure(name),
                "error": self.error(name),
                "halves": [self.half(name, half) for half in "AB"],
            }
            for name in self.kind.figures
        }
        sums = {item.name: dict(item.sums) for item in self.items}
        return {"figures": figures, "seconds": self.seconds, "items": sums}


def files(inputs: Iterable[Path]) -> list[Path]:
    """The data files among files and folders, in order."""
    found: list[Path] = []
    for path in inputs:
        if path.is_dir():
            inside = sorted(p for p in path.glob("*.jsonl") if "train" not in p.stem)
            tests = {p.stem.removesuffix("-test") for p in inside if p.stem.endswith("-test")}
            found += [p for p in inside if p.stem.removesuffix("-dev") not in tests]
        else:
            found.append(path)
    return found


def kind_of(row: Row) -> Kind | None:
    """The kind of data that a row's fields give away."""
    return next((kind for kind in KINDS if kind.fits(row)), None)


def rows_of(inputs: Iterable[Path]) -> dict[str, list[Row]]:
    """Rows by the name of their set; files of no known form are named on standard error."""
    found: dict[str, list[Row]] = defaultdict(list)
    for path in files(inputs):
        rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
        kind = kind_of(rows[0]) if rows else None
        if kind is None:
            print(f"{path.name}: its rows have no form that is measured", file=sys.stderr)
        else:
            found[kind.name] += rows
    return found


def measured(kind: Kind, rows: Sequence[Row], limit: int | None) -> Result:
    """Run Rashomon over the rows of one set."""
    began = time.perf_counter()
    items = tuple(kind.measure(rows, limit))
    return Result(kind, items, time.perf_counter() - began)


def show(result: Result, earlier: Mapping[str, Any] | None, misses: int) -> None:
    """A set's figures a line each, then what went wrong in half A."""
    print(f"\n{result.kind.name}: {len(result.items)} items, {result.seconds:.0f} s")
    known = (earlier or {}).get(result.kind.name, {}).get("items", {})
    for name in result.kind.figures:
        a, b = (result.half(name, half) for half in "AB")
        line = f"  {name:22}{result.figure(name):6.1f} ±{result.error(name):4.1f}"
        line += f"   A {a:5.1f}  B {b:5.1f}"
        change = result.change(name, known)
        if change is not None:
            line += f"   was {result.figure(name) - change.value:5.1f}"
            line += f"  change {change.value:+5.1f} ±{change.error:.1f}"
        print(line, flush=True)
    wrong = [(i.name, miss) for i in result.items if i.half == "A" for miss in i.misses]
    for item, miss in wrong[:misses]:
        print(f"    {item}: {miss}")


def below(result: Result, floors: Mapping[str, float]) -> list[str]:
    """The figures that lie below their floors, in words."""
    lines = []
    for name, floor in floors.items():
        figure = result.figure(name)
        print(f"  {name:22}{figure:6.1f}   floor {floor:5.1f}", flush=True)
        if figure < floor:
            lines.append(f"{result.kind.name} {name}: {figure:.1f} < {floor}")
    return lines


def hold(rows: Mapping[str, Sequence[Row]], path: Path) -> int:
    """Measure what a floors file names; 1 where a figure, or a whole set, is missing."""
    floors: dict[str, dict[str, float]] = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds: dict[str, Kind] = {kind.name: kind for kind in KINDS}
    missed: list[str] = []
    for name, wanted in floors.items():
        if name not in rows:
            missed.append(f"{name}: no data")
            continue
        limit = int(wanted.pop("items"))
        result = measured(kinds[name], rows[name], limit)
        print(f"{name}: {len(result.items)} items, {result.seconds:.0f} s", flush=True)
        missed += below(result, wanted)
    for line in missed:
        print(f"below its floor: {line}", file=sys.stderr)
    held = sum(map(len, floors.values())) - len(missed)
    print(f"{held} held, {len(missed)} did not")
    return 1 if missed else 0


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", nargs="+", type=Path, metavar="DATA", help="files or folders")
    names = [kind.name for kind in KINDS]
    parser.add_argument("--set", action="append", choices=names, help="only this set (repeatable)")
    parser.add_argument("--limit", type=int, help="only the first N items of each set")
    parser.add_argument("--misses", type=int, default=0, help="show N misses of half A")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write figures and sums there")
    parser.add_argument("--against", type=Path, metavar="FILE", help="compare with an earlier run")
    parser.add_argument("--floors", type=Path, metavar="FILE", help="hold figures against floors")
    return parser.parse_args()


def main() -> int:
    """Measure what is asked for."""
    given = arguments()
    rows = rows_of(given.data)
    if given.set:
        rows = {name: rows[name] for name in given.set if name in rows}
    if not rows:
        print("nothing to measure in what was given", file=sys.stderr)
        return 2
    if given.floors:
        return hold(rows, given.floors)
    earlier = json.loads(given.against.read_text("utf-8")) if given.against else None
    results: dict[str, dict[str, Any]] = {}
    for kind in KINDS:
        if kind.name in rows:
            result = measured(kind, rows[kind.name], given.limit)
            show(result, earlier, given.misses)
            results[kind.name] = result.to_dict()
    if given.json:
        given.json.write_text(json.dumps(results, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
