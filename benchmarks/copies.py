"""Measure the search for copies: how well it finds, and what it costs.

    python benchmarks/copies.py quality [--turns 40]
    python benchmarks/copies.py speed [--reports 2000 10000 100000]

``quality`` runs the seeded test set (``copy_set``): own texts, edited. ``speed`` searches generated
reports of 400 words (``copy_piles``) and prints, for each size, processor time and peak
memory of a process of its own, the reports themselves included, and how many copiers it found.
100,000 reports take some minutes; a release is measured with them, a test runs 2,000.
"""

import argparse
import multiprocessing
import resource
import time
from dataclasses import dataclass

import copy_piles
import copy_set

from rashomon.linking.copies import find_copies


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one search: seconds, peak megabytes; copiers in the pile, and those found."""

    reports: int
    seconds: float
    megabytes: float
    copies: int
    copiers: int
    found: int

    def line(self) -> str:
        """For a table."""
        return (
            f"{self.reports:>8,} reports  {self.seconds:>7.1f} s  {self.megabytes:>6.0f} MB  "
            f"{self.copies:>6,} copies  {self.found / max(1, self.copiers):.3f} of copiers found"
        )


def search(count: int) -> Cost:
    """Search one generated pile."""
    pile, sources = [], {}
    for report, source in copy_piles.reports(count):
        pile.append(report)
        if source:
            sources[report.report.id] = source
    began = time.process_time()
    copies = find_copies(pile)
    seconds = time.process_time() - began
    together: dict[str, set[str]] = {}
    for copy in copies:
        ids = {span.report for span in copy.spans}
        for each in ids & sources.keys():
            together.setdefault(each, set()).update(ids)
    found = sum(source in together.get(key, ()) for key, source in sources.items())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Cost(count, seconds, peak, len(copies), len(sources), found)


def speed(sizes: list[int]) -> None:
    """One process for each size, so that each has its own peak."""
    context = multiprocessing.get_context("spawn")
    before: Cost | None = None
    for size in sizes:
        with context.Pool(1) as pool:
            cost = pool.apply(search, (size,))
        times = f"  {cost.seconds / before.seconds:.1f} times the time" if before else ""
        print(cost.line() + times, flush=True)
        before = cost


def quality(turns: int) -> None:
    """The whole set."""
    for name, score in copy_set.every(turns):
        print(f"{name:34}{score.line()}")


def main() -> None:
    """Read the arguments."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("what", choices=["quality", "speed"])
    parser.add_argument("--turns", type=int, default=40)
    parser.add_argument("--reports", type=int, nargs="+", default=[2000, 10_000, 100_000])
    given = parser.parse_args()
    if given.what == "quality":
        quality(given.turns)
    else:
        speed(given.reports)


if __name__ == "__main__":
    main()
