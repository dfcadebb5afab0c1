"""How the time of linking grows with the pile: generated episodes, 40 % of which share an incident.

    python benchmarks/linking.py [--sizes 1000 10000 100000]

Each size runs in a process of its own. Printed are seconds, the peak of memory and how many times
the time of the size before: at most 12 for ten times the episodes is what we hold ourselves to.
"""

import argparse
import datetime as dt
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from multiprocessing import get_context

from rashomon.linking.clusters import cluster
from rashomon.model.claims import WhereValue
from rashomon.model.episodes import Episode, Site, TimeFrame
from rashomon.model.times import DAY, Interval

SIZES = (1_000, 10_000, 100_000)
SHARING = 0.4
"""The part of the episodes that share their incident with another."""
TOWNS_FOR = 40
"""One town for so many episodes: a larger pile covers more of the world, not one town more."""
DAYS = 365
FIRST_DAY = dt.date(2023, 1, 1)
KINDS = ("shooting", "bombing", "attack", "protest", "fire", "air-strike", "accident")
COMMON = [
    "police",
    "people",
    "say",
    "man",
    "kill",
    "officer",
    "street",
    "report",
    "hospital",
    "city",
    "year",
    "official",
    "home",
    "family",
    "night",
    "witness",
    "injure",
    "fire",
    "group",
    "house",
    "member",
    "school",
    "night",
    "car",
    "local",
    "state",
    "woman",
]
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or")]


def main() -> None:
    """Run all sizes and tell their times."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    before = None
    for size in parser.parse_args().sizes:
        with get_context("spawn").Pool(1) as pool:
            seconds, megabytes, incidents = pool.apply(measured, (size,))
        growth = f"   {seconds / before:.1f} times the time before" if before else ""
        told = f"{seconds:9.1f} s {megabytes:8.0f} MB {incidents:8,} incidents"
        print(f"{size:9,} episodes {told}{growth}", flush=True)
        before = seconds


def measured(size: int) -> tuple[float, float, int]:
    """Seconds and peak megabytes of linking so many episodes, and the incidents found."""
    episodes = pile(size)
    began = time.process_time()
    found = cluster(episodes)
    seconds = time.process_time() - began
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    return seconds, peak, len(found)


def pile(size: int, seed: int = 1) -> list[Episode]:
    """So many episodes of as many reports, in an order that tells nothing."""
    rng = random.Random(seed)
    made: list[Episode] = []
    while len(made) < size:
        alone = rng.random() >= SHARING / (SHARING + 3 * (1 - SHARING))
        made += incident(rng, size, 1 if alone else rng.choice((2, 3, 4)), len(made))
    rng.shuffle(made)
    return made[:size]


def incident(rng: random.Random, size: int, reports: int, number: int) -> Iterator[Episode]:
    """The episodes of one incident: one place and day, shared names, most words in common."""
    day = FIRST_DAY + rng.randrange(DAYS) * DAY
    kind, site = rng.choice(KINDS), town(rng.randrange(max(1, size // TOWNS_FOR)))
    persons = tuple(sorted(f"{name(rng)} {name(rng)}" for _ in range(2)))
    story = [name(rng).casefold() for _ in range(6)] + rng.sample(COMMON, 10)
    for each in range(reports):
        words = {*story[each % 2 :: 1], *rng.sample(COMMON, 6), name(rng).casefold()}
        yield told(f"e{number + each:07}", kind, day, site, persons, sorted(words), rng)


def name(rng: random.Random) -> str:
    """A made-up name."""
    return "".join(rng.choices(SYLLABLES, k=3)).capitalize()


def town(number: int) -> Site:
    """One of the made-up towns, about 60 km from the next."""
    row, column = divmod(number, 600)
    value = WhereValue(
        name=f"Town {number}",
        country_code=None,
        lat=round(-60 + row * 0.6, 4),
        lon=round(-179 + column * 0.6, 4),
        geonameid=number + 1,
        precision=1,
    )
    return Site(value=value, kind="settlement", weight=3.0)


def told(
    id_: str,
    kind: str,
    day: dt.date,
    site: Site,
    persons: tuple[str, ...],
    words: Sequence[str],
    rng: random.Random,
) -> Episode:
    """One report's episode."""
    out = day + rng.randrange(3) * DAY
    return Episode(
        id=id_,
        report=f"r{id_}",
        kind=kind,
        event_type=None,
        mode=None,
        modality="actual",
        main=True,
        background=False,
        distinct=None,
        published=Interval.of_days(out, out),
        times=(TimeFrame(interval=Interval.of_days(day, day), weight=2.0),),
        sites=(site,),
        claims=(),
        voices=(),
        actors=(),
        names=persons,
        persons=persons,
        words=tuple(words),
        mentions=(0,),
        prominence=1.0,
    )


if __name__ == "__main__":
    main()
