"""Learn what the traits of a time say for its being the day of a report's incident.

    python benchmarks/days.py FOLDER --cache DIR [--write]

FOLDER holds ``gva.jsonl`` (shootings, each with its reports and day) and ``airwars.jsonl``
(narratives, each with its day); docs/quality.md names the sets. DIR keeps the annotated reports, so
that only the first run reads the texts; empty it when the language room has changed. Needs numpy
besides Rashomon (spaCy brings it).

Learned from are the piles of gva (150 incidents, neighbours by state, town and day) but 3 and 6,
and every other narrative; the rest is held out. The weights are those under which the true days
are likeliest among all times of their report, or none of them where the day is not told:
a conditional logit with a ridge. ``--write`` replaces ``src/rashomon/data/all/day_weights.tsv``.
"""

import argparse
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from links import gva, load
from sets import _plain_day

from rashomon.claims.account import Account
from rashomon.claims.day_traits import Candidate
from rashomon.claims.episodes import main_telling
from rashomon.claims.when import day_candidates, day_weights
from rashomon.data import folder
from rashomon.language import pipeline
from rashomon.model.annotations import Annotated
from rashomon.model.settings import Settings
from rashomon.reading import read

HELD_OUT = frozenset({3, 6})
RIDGE = 8.0
STEPS = 400
STRIDE = 0.05
SELDOM = 8
"""A trait that fewer times have gets no weight."""
WEIGHTS = folder() / "all" / "day_weights.tsv"
HEADER = """\
# What each trait of a time expression says for (+) or against (-) its being the time of what a
# report is mainly about, on the logistic scale: the odds are the exponential of the sum.
# See rashomon/claims/day_traits.py and docs/model-card-days.md.
# trait   its name; "aftermath: trait" counts anew in reports of an arrest, a trial or a funeral
# weight  what it adds
# Learned by benchmarks/days.py from shootings of the SemEval-2018 Task 5 corpus (piles 0, 1, 2, 4
# and 5 of 150 incidents) and every other narrative of Airwars (Gaza 2023-2024).
# Held out, share of reports whose likeliest day is that of the record (%): """


@dataclass(frozen=True)
class Case:
    """A report: the times that may be those of its incident, and its true day."""

    name: str
    held_out: bool
    times: Sequence[Candidate]
    day: dt.date

    def true(self, candidate: Candidate) -> bool | None:
        """Whether it is the true time; ``None`` for a span of days around the true one where that
        is told too: it is neither right nor wrong."""
        if candidate.day is not None:
            return candidate.day == self.day
        interval = candidate.frame.interval
        if interval is None or not interval.first_day <= self.day <= interval.last_day:
            return False
        return None if any(c.day == self.day for c in self.times) else True


def main() -> None:
    """Learn, measure before and after on what is held out, write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="replace the shipped weights")
    options = parser.parse_args()
    cases = list(read_cases(options.folder, options.cache))
    learned = learn([case for case in cases if not case.held_out])
    for name, weights in (("shipped", day_weights()), ("learned", learned)):
        print(name, told(cases, weights, held_out=False), "| held out", told(cases, weights))
    if options.write:
        rows = [f"{n}\t{w:.2f}" for n, w in sorted(learned.items()) if abs(w) >= 0.01]
        head = f"{HEADER}{told(cases, learned)}\ntrait\tweight\n"
        WEIGHTS.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


# --- the sets ---------------------------------------------------------------------------------


def read_cases(source: Path, cache: Path) -> Iterator[Case]:
    """The reports of both sets that have a day on record."""
    cache.mkdir(parents=True, exist_ok=True)
    days = {row["incident"]: row["gold"]["date"] for row in load(source / "gva.jsonl")}
    for number, (name, _, reports) in enumerate(gva(source)):
        for each, report in zip(annotated(reports, cache / f"{name}.jsonl"), reports, strict=True):
            day = dt.date.fromisoformat(days[report["gold"]])
            yield Case("gva", number in HELD_OUT, told_times(each), day)
    rows = load(source / "airwars.jsonl")
    reports = [{"id": f"a{n:03}", "text": row["text"]} for n, row in enumerate(rows)]
    for n, each in enumerate(annotated(reports, cache / "airwars.jsonl")):
        day = _plain_day(rows[n]["gold"]["date"])
        if day is not None:
            held_out = n % 2 == 1
            yield Case("airwars", held_out, told_times(each), dt.date.fromisoformat(day))


def annotated(reports: Sequence[Mapping[str, str]], kept: Path) -> list[Annotated]:
    """What the language room finds in the reports, in their order."""
    if not kept.exists():
        drafts = [{k: v for k, v in report.items() if k != "gold"} for report in reports]
        nlp = pipeline.load(Settings().pipeline)
        made = pipeline.annotate(read(drafts).reports, nlp)
        kept.write_text("".join(each.model_dump_json() + "\n" for each in made), encoding="utf-8")
    lines = kept.read_text(encoding="utf-8").splitlines()
    found = {each.report.id: each for each in map(Annotated.model_validate_json, lines)}
    return [found[report["id"]] for report in reports]


def told_times(each: Annotated) -> list[Candidate]:
    """The times that may be those of what the report is mainly about."""
    account = Account.of(each)
    mentions, alone = main_telling(account)
    return day_candidates(mentions, account, alone, main=True)


# --- learning ---------------------------------------------------------------------------------


def learn(cases: Sequence[Case]) -> dict[str, float]:
    """The weights of the traits that are not seldom."""
    told_of = [[c for c in case.times if case.true(c) is not None] for case in cases]
    often = Counter(name for times in told_of for c in times for name in set(c.traits))
    names = sorted(name for name, n in often.items() if n >= SELDOM)
    at = {name: number for number, name in enumerate(names)}
    rows = [(n, c) for n, times in enumerate(told_of) for c in times]
    x = np.zeros((len(rows), len(names)), np.float32)
    for number, (_, candidate) in enumerate(rows):
        x[number, [at[name] for name in candidate.traits if name in at]] = 1
    report = np.array([n for n, _ in rows])
    true = np.array([bool(cases[n].true(c)) for n, c in rows])
    return dict(zip(names, likeliest(x, true, report, len(cases)).tolist(), strict=True))


def likeliest(x: np.ndarray, true: np.ndarray, report: np.ndarray, reports: int) -> np.ndarray:
    """Weights under which the true times are likeliest among those of their report and none of
    them, which has odds of one."""
    told_at_all = np.bincount(report, true, reports) > 0
    weights, mean, spread = (np.zeros(x.shape[1]) for _ in range(3))
    for step in range(1, STEPS + 1):
        z = np.exp(np.clip(x @ weights, -30, 30))
        p = z / (np.bincount(report, z, reports) + 1)[report]
        right = np.bincount(report, z * true, reports) + ~told_at_all
        q = np.where(told_at_all[report], z * true / right[report], 0)
        slope = x.T @ (p - q) + RIDGE * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= STRIDE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


# --- measuring --------------------------------------------------------------------------------


def told(cases: Sequence[Case], weights: Mapping[str, float], held_out: bool = True) -> str:
    """For each set the share of reports whose likeliest day is the true one."""
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for case in cases:
        if case.held_out == held_out:
            of[case.name] += 1
            right[case.name] += likeliest_day(case, weights) == case.day
    return ", ".join(f"{name} {100 * right[name] / of[name]:.1f}" for name in of)


def likeliest_day(case: Case, weights: Mapping[str, float]) -> dt.date | None:
    """The day with the highest sum of odds."""
    odds: Counter[dt.date] = Counter()
    for c in case.times:
        if c.day is not None:
            odds[c.day] += np.exp(min(30, sum(weights.get(name, 0.0) for name in c.traits)))
    return max(odds, key=lambda day: (odds[day], -day.toordinal()), default=None)


if __name__ == "__main__":
    main()
