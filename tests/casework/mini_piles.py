"""Reads mini-piles: a few short reports of one thing, and what is to come out.

A pile begins with ``## name``, a report with ``| date outlet`` (``-`` for no date), what is to
come out with ``=``: a count (``= killed 12 14 14 disputed 2-3``: low, best, high, then optionally
status and the bounds of independence; ``.`` for what is not asked, ``-`` for none), a conflict
(``= conflict weapon contradiction r1 r2``), or that there is none (``= none``, ``= none weapon``).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import rashomon
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Finding

DATA = Path(__file__).parent / "data"


@dataclass(slots=True)
class MiniPile:
    """A named pile: its reports as ``compare`` takes them, and the lines of what is wanted."""

    name: str
    reports: list[dict[str, str]] = field(default_factory=list)
    wanted: list[list[str]] = field(default_factory=list)

    def misses(self) -> list[str]:
        """What does not come out as wanted, each with what came instead."""
        dossier = rashomon.compare(self.reports)
        return [miss for want in self.wanted for miss in _misses(want, dossier)]


def read(name: str) -> list[MiniPile]:
    """The piles of one file below ``data``."""
    piles: list[MiniPile] = []
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            piles.append(MiniPile(line[3:]))
        elif line.startswith("| "):
            piles[-1].reports.append(_report(line[2:], len(piles[-1].reports) + 1))
        elif line.startswith("= "):
            piles[-1].wanted.append(line[2:].split())
        elif line and not line.startswith("#"):
            report = piles[-1].reports[-1]
            report["text"] = f"{report['text']}\n\n{line}".strip()
    return piles


def _report(head: str, number: int) -> dict[str, str]:
    day, _, outlet = head.partition(" ")
    report = {"id": f"r{number}", "outlet": outlet, "text": ""}
    return report if day == "-" else {**report, "published": day}


def _misses(want: list[str], dossier: Dossier) -> Iterator[str]:
    if want[0] == "conflict":
        yield from _no_such(want, dossier)
    elif want[0] == "none":
        told = [each for each in conflicts(dossier) if each[0] in want[1:] or not want[1:]]
        yield from (f"wanted none, got {each}" for each in told)
    else:
        yield from _other_count(want, dossier)


def conflicts(dossier: Dossier) -> list[tuple[str, str, tuple[str, ...], str]]:
    """Property, type, reports and sentence of every conflict."""
    home = {claim.id: claim.span.report for claim in dossier.claims}
    return sorted(
        {
            (f.property, c.type, tuple(sorted({home[i] for i in c.claims})), c.explanation)
            for incident in dossier.incidents
            for f in incident.findings
            for c in f.conflicts
        }
    )


def _no_such(want: list[str], dossier: Dossier) -> Iterator[str]:
    _, name, kind, *reports = want
    every = conflicts(dossier)
    if not any(n == name and k == kind and set(reports) <= set(r) for n, k, r, _ in every):
        yield f"wanted {' '.join(want)}, got {every}"


def _other_count(want: list[str], dossier: Dossier) -> Iterator[str]:
    found = [_shown(each) for each in _totals(want[0], dossier)]
    fits = [all(w in (".", g) for w, g in zip(want[1:], got, strict=False)) for got in found]
    if not any(fits):
        yield f"wanted {' '.join(want)}, got {found}"


def _totals(name: str, dossier: Dossier) -> list[Finding]:
    return [
        finding
        for incident in dossier.incidents
        for finding in incident.findings
        if finding.property == name and finding.who is None
    ]


def _shown(finding: Finding) -> tuple[str, ...]:
    ends = (finding.low, finding.best, finding.high)
    bounds = f"{finding.independent.low}-{finding.independent.high}"
    return *("-" if each is None else str(each) for each in ends), finding.status, bounds
