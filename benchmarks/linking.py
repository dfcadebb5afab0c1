"""How the time of linking grows with the pile: generated episodes, 40 % of which share an incident.

    python benchmarks/linking.py [--sizes 1000 10000 100000] [--at-most 12]

Each size runs in a process of its own. Printed are seconds of the processor, the peak of memory,
pairs compared for each episode, and how many times the time of the size before. ``--at-most``
fails where that is more, for ten times the episodes.

What is generated is as common as in the world: words come by their frequency in English, with
those of reporting more often; names and towns by Zipf's law, flattened at its head (the largest
town has about one episode in a hundred). One in ten has no day, one in seven no place, three in ten
are told in passing, in few words. A larger pile covers more of the world and not more of one year.
"""

import argparse
import datetime as dt
import math
import random
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from multiprocessing import get_context

from wordfreq import get_frequency_dict

from rashomon.linking.candidates import candidates
from rashomon.linking.clusters import cluster
from rashomon.linking.profiles import Profile
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
NO_DAY, NO_PLACE, ASIDE = 0.1, 0.15, 0.3
FLAT = 20
"""Added to each rank: the first towns and names are not all there is."""
KINDS = ("shooting", "bombing", "attack", "protest", "fire", "air-strike", "accident")
OF_REPORTING = (
    "police people say man kill officer street report hospital city official home family witness "
    "injure fire group house member school night car local woman victim suspect wound arrest gun "
    "soldier attack fighter army minister spokesman confirm blast area"
)
TRADE = tuple(OF_REPORTING.split())
SURNAMES = 20_000
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or")]


def main() -> None:
    """Run all sizes and tell their times."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--at-most", type=float, help="times the time for ten times the episodes")
    asked = parser.parse_args()
    before: tuple[int, float] | None = None
    worst = 0.0
    for size in asked.sizes:
        with get_context("spawn").Pool(1) as pool:
            seconds, megabytes, incidents, pairs = pool.apply(measured, (size,))
        told = f"{seconds:9.1f} s {megabytes:8.0f} MB {incidents:8,} incidents {pairs:6.1f} pairs"
        growth = ""
        if before:
            grown = seconds / before[1]
            worst = max(worst, grown ** (math.log(10) / math.log(size / before[0])))
            growth = f"   {grown:.1f} times the time before"
        print(f"{size:9,} episodes {told}{growth}", flush=True)
        before = size, seconds
    if asked.at_most and worst > asked.at_most:
        sys.exit(f"{worst:.1f} times the time for ten times the episodes: more than asked")


def measured(size: int) -> tuple[float, float, int, float]:
    """Seconds and peak megabytes of linking so many episodes, the incidents found, and the pairs
    compared for each episode."""
    episodes = pile(size)
    began = time.process_time()
    found = cluster(episodes)
    seconds = time.process_time() - began
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    return seconds, peak, len(found), pairs_each(episodes)


def pairs_each(episodes: Sequence[Episode]) -> float:
    """Pairs that are compared, for each episode."""
    return sum(1 for _ in candidates([Profile.of(e) for e in episodes])) / len(episodes)


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
    """The episodes of one incident: one place and day, shared names, many words in common."""
    day = FIRST_DAY + rng.randrange(DAYS) * DAY
    towns = max(1, size // TOWNS_FOR)
    kind, site = rng.choice(KINDS), town(ranked(rng, towns))
    persons = tuple(sorted({f"{name(rng, 500)} {name(rng, SURNAMES)}" for _ in range(2)}))
    story = [*words(rng, 30), *rng.sample(TRADE, 8)]
    for each in range(reports):
        aside = rng.random() < ASIDE
        if aside:
            said = {*rng.sample(story, 8), *words(rng, 3)}
        else:
            said = {*rng.sample(story, 28), *words(rng, 25), *rng.sample(TRADE, 8)}
        id_ = f"e{number + each:07}"
        yield told(id_, kind, day, site, () if aside else persons, sorted(said), not aside, rng)


def words(rng: random.Random, count: int) -> list[str]:
    """Words as often as they are in English; the most frequent are grammar and left out."""
    known, weights = vocabulary()
    return rng.choices(known, cum_weights=weights, k=count)


@cache
def vocabulary() -> tuple[list[str], list[float]]:
    """The words with their added frequencies."""
    listed = list(get_frequency_dict("en", "best").items())[150:]
    plain = [(word, share) for word, share in listed if word.isascii() and word.isalpha()]
    return [word for word, _ in plain], list(accumulate(share for _, share in plain))


def ranked(rng: random.Random, count: int) -> int:
    """A rank below ``count`` by Zipf's law, flattened at its head."""
    return int(FLAT * ((count + FLAT) / FLAT) ** rng.random() - FLAT)


def name(rng: random.Random, count: int) -> str:
    """One of so many made-up names."""
    chosen = random.Random(ranked(rng, count))
    return "".join(chosen.choices(SYLLABLES, k=3)).capitalize()


def town(number: int) -> Site:
    """One of the made-up towns, about 60 km from the next."""
    row, column = divmod(number, 600)
    value = WhereValue(
        name=f"Town {number}",
        country_code="QZ",
        lat=round(-60 + row * 0.6, 4),
        lon=round(-179 + column * 0.6, 4),
        geonameid=number + 1,
        precision=1,
    )
    return Site(value=value, kind="settlement", admin1=f"Division {number // 50}", weight=3.0)


def told(
    id_: str,
    kind: str,
    day: dt.date,
    site: Site,
    persons: tuple[str, ...],
    words: Sequence[str],
    main: bool,
    rng: random.Random,
) -> Episode:
    """One report's episode."""
    out = day + rng.randrange(3) * DAY
    times = TimeFrame(interval=Interval.of_days(day, day), weight=2.0)
    return Episode(
        id=id_,
        report=f"r{id_}",
        kind=kind,
        event_type=None,
        mode=None,
        modality="actual",
        main=main,
        background=not main,
        distinct=None,
        published=Interval.of_days(out, out),
        times=() if rng.random() < NO_DAY else (times,),
        sites=() if rng.random() < NO_PLACE else (site,),
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
