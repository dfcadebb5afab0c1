"""Measure Rashomon, or the coders, on the accounts set.

    python benchmarks/accounts/score.py score [PILE ...] [--json FILE]
    python benchmarks/accounts/score.py score --misses PILE
    python benchmarks/accounts/score.py agreement

``score`` runs Rashomon on the reports of each pile and says, for each kind of item and for each
half of the set, how many gold items are right in the dossier (CODING.md, section 6).
``--misses`` lists those that are not; of closed piles they must not be read, so that it does not
show them. ``agreement`` compares ``first.json`` with ``second.json``.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import checks_events as events
import checks_words as words
from agreement import table
from found import Found, found
from goldset import HERE, Coding, Item, piles, read

Check = Callable[[Item, Found], bool]

CHECKS: Mapping[str, Check] = {
    "incident": events.incident,
    "main": events.main,
    "what": events.what,
    "when": events.when,
    "where": events.where,
    "apart": events.apart,
    "toll": events.toll,
    "part": events.part,
    "independent": events.independent,
    "chain": words.chain,
    "left-out": words.left_out,
    "copy": words.copy,
    "drift": words.drift,
    "conflict": words.conflict,
    "label": words.label,
    "relation": words.relation,
    "actor-same": words.actor_same,
    "actor-apart": words.actor_apart,
    "responsible": words.responsible,
    "follow-up": events.follow_up,
    "published": events.published,
}
ASIDES: Mapping[str, tuple[tuple[str, Check], ...]] = {
    "toll": (("range", events.toll_range), ("status", events.toll_status)),
    "chain": (("all hops", words.all_hops),),
}
"""Measured besides, and no part of the figure over all."""

FIRST = "1"
"""The set whose halves are named without its number."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A gold item and whether it is right; ``column`` names set and half."""

    part: str
    column: str
    item: Item
    right: bool
    asides: tuple[tuple[str, bool], ...] = ()


def judge(coding: Coding, dossier: Mapping[str, Any]) -> tuple[Verdict, ...]:
    """Every gold item of a pile against a dossier of its reports."""
    view = found(coding, dossier)
    return tuple(
        Verdict(
            part=coding.part,
            column=coding.part + ("" if coding.series == FIRST else f", set {coding.series}"),
            item=item,
            right=CHECKS[item["kind"]](item, view),
            asides=tuple((name, check(item, view)) for name, check in ASIDES.get(item["kind"], ())),
        )
        for item in coding.items
    )


def tallies(verdicts: Iterable[Verdict]) -> dict[str, dict[str, tuple[int, int]]]:
    """For each half and each kind (``all`` over all): how many are right, of how many."""
    right: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    for verdict in verdicts:
        kind = verdict.item["kind"]
        counted = [(kind, verdict.right), ("all", verdict.right)]
        counted += [(f"{kind}: {name}", yes) for name, yes in verdict.asides]
        for name, yes in counted:
            asked[verdict.column, name] += 1
            right[verdict.column, name] += yes
    order = [name for kind in CHECKS for name in (kind, *_asides(kind))] + ["all"]
    return {
        half: {name: (right[half, name], asked[half, name]) for name in order if asked[half, name]}
        for half in sorted({each for each, _ in asked}, key=_order)
    }


def _order(column: str) -> tuple[str, bool]:
    """By set, the open half first."""
    half, _, series = column.partition(",")
    return series, half != "open"


def _asides(kind: str) -> list[str]:
    return [f"{kind}: {name}" for name, _ in ASIDES.get(kind, ())]


def dossier_of(pile: Path) -> Mapping[str, Any]:
    """What Rashomon makes of the reports of a pile."""
    import rashomon

    return rashomon.compare(sorted(pile.glob("r*.txt"))).to_dict()


def show(tallied: Mapping[str, Mapping[str, tuple[int, int]]]) -> str:
    """The tallies as a Markdown table."""
    parts = list(tallied)
    lines = [
        "| kind | " + " | ".join(parts) + " |",
        "| --- |" + " --- |" * len(parts),
    ]
    names = dict.fromkeys(name for part in parts for name in tallied[part])
    ordered = [name for name in names if name != "all"] + ["all"]
    for name in ordered:
        cells = [_cell(*tallied[part].get(name, (0, 0))) for part in parts]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(right: int, asked: int) -> str:
    return f"{right} of {asked} ({100 * right / asked:.0f} %)" if asked else "–"


def misses(verdicts: Iterable[Verdict]) -> str:
    """The gold items that are not right, one a line; only those of the open half."""
    return "\n".join(
        f"{v.item['id']} {v.item['kind']}: {v.item['statement']}"
        for v in verdicts
        if not v.right and v.part == "open"
    )


def _score(chosen: Sequence[str], listed: bool, written: Path | None) -> int:
    verdicts: list[Verdict] = []
    for pile in piles():
        if not chosen or any(pile.name.startswith(each) for each in chosen):
            verdicts += judge(read(pile), dossier_of(pile))
    if listed:
        print(misses(verdicts))
    tallied = tallies(verdicts)
    print(show(tallied))
    if written:
        written.write_text(json.dumps(tallied, indent=1), encoding="utf-8")
    return 0


def main(given: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    commands = parser.add_subparsers(dest="command", required=True)
    score = commands.add_parser("score", help="Rashomon against the gold items")
    score.add_argument("piles", nargs="*", metavar="PILE", help="numbers or names; all if none")
    score.add_argument("--misses", metavar="PILE", action="append", help="list its wrong items")
    score.add_argument("--json", type=Path, metavar="FILE", help="write the tallies here too")
    commands.add_parser("agreement", help="the first coding against the second")
    asked = parser.parse_args(given)
    if asked.command == "agreement":
        print(table([pile for pile in piles(HERE) if (pile / "second.json").exists()]))
        return 0
    return _score([*asked.piles, *(asked.misses or ())], bool(asked.misses), asked.json)


if __name__ == "__main__":
    sys.exit(main())
