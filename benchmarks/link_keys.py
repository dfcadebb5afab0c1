"""Which keys bring which episodes together: what each family costs and finds.

    python benchmarks/link_keys.py FOLDER --cache DIR [--pile gva-2 ...]

FOLDER and DIR are those of benchmarks/links.py. For each pile are printed: pairs compared for each
episode; the part of the true pairs of main episodes that is compared, and of the pairs that score
high enough to be linked; B³ with these pairs and with all. Then for each family of keys: the pairs
that share one, for each episode; the true pairs among them, and those that no other family brings.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import links

from rashomon.linking.candidates import candidates
from rashomon.linking.clusters import cluster
from rashomon.linking.keys import keys
from rashomon.linking.profiles import Profile
from rashomon.linking.scores import LINK, likelihood

Pairs = set[tuple[int, int]]


def main() -> None:
    """Read the piles and print a table for each."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--pile", nargs="*", help="only these")
    asked = parser.parse_args()
    for pile in links.read_piles(asked.folder, asked.cache):
        if not asked.pile or pile.name in asked.pile:
            for line in table(pile):
                print(line, flush=True)


def table(pile: links.Pile) -> Iterator[str]:
    """The lines for one pile."""
    profiles = [Profile.of(e) for e in sorted(pile.episodes, key=lambda e: e.id)]
    every = all_pairs(profiles)
    compared, true = set(candidates(profiles)), true_pairs(profiles, pile.gold, every)
    likely = {(a, b) for a, b in every if likelihood(profiles[a], profiles[b]) >= LINK}
    main = {pair for pair in likely if all(profiles[each].leads for each in pair)}
    yield (
        f"{pile.name}: {len(compared) / len(profiles):.1f} pairs an episode; compared: true "
        f"{part(compared, true)}, likely {part(compared, main)}, likely in passing "
        f"{part(compared, likely - main)}"
    )
    yield f"  B³ {scored(pile, compared)}; with all pairs {scored(pile, every)}"
    families = by_family(profiles)
    for name, pairs in sorted(families.items()):
        others = set[tuple[int, int]]().union(*(p for n, p in families.items() if n != name))
        yield (
            f"  {name:12}{len(pairs) / len(profiles):6.1f} pairs an episode, true "
            f"{part(pairs, true)}, alone {part(pairs - others, true)}"
        )


def part(found: Pairs, wanted: Pairs) -> str:
    """How much of what is wanted is found, in %."""
    return f"{100 * len(found & wanted) / max(1, len(wanted)):.1f} %"


def all_pairs(profiles: Sequence[Profile]) -> Pairs:
    """All but those of one report."""
    reports = [profile.episode.report for profile in profiles]
    return {(a, b) for a, b in combinations(range(len(profiles)), 2) if reports[a] != reports[b]}


def true_pairs(profiles: Sequence[Profile], gold: Mapping[str, str], every: Pairs) -> Pairs:
    """Those whose reports are of one incident, of main episodes."""
    told = [gold[p.episode.report] if p.episode.main else None for p in profiles]
    return {(a, b) for a, b in every if told[a] is not None and told[a] == told[b]}


def by_family(profiles: Sequence[Profile]) -> dict[str, Pairs]:
    """The pairs that are compared, by the families of the keys that they share."""
    held = [{(key.family, key.parts) for key in keys(profile)} for profile in profiles]
    families: dict[str, Pairs] = defaultdict(set)
    for one, other in candidates(profiles):
        for family, _ in held[one] & held[other]:
            families[family].add((one, other))
    return families


def scored(pile: links.Pile, pairs: Pairs) -> str:
    """B³ of the main episodes where these pairs are compared."""
    guess = {
        episode.report: number
        for number, group in enumerate(cluster(pile.episodes, lambda _: sorted(pairs)))
        for episode in group.episodes
        if episode.main
    }
    found = links.b_cubed({report: pile.gold[report] for report in guess}, guess)
    return "P {:.1f} R {:.1f} F {:.1f}".format(*found)


if __name__ == "__main__":
    main()
