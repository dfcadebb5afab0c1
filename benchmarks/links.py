"""Learn the weights of links between episodes from public sets, and measure the links.

    python benchmarks/links.py FOLDER --cache DIR [--write]

FOLDER holds ``gva.jsonl`` (shootings, each with its reports), ``triples.jsonl`` (events of three
reports) and ``ecbplus.jsonl`` (reports with topic and incident); docs/quality.md names the sets and
where to get them. The open piles of ``benchmarks/accounts`` are the fourth set: short reports of
many kinds of incidents, of which the others have few. DIR keeps the episodes of each pile, so that
only the first run reads the texts; empty it when the language or claims room has changed. Needs
numpy besides Rashomon (spaCy brings it). Piles of gva are 150 incidents, neighbours by state, town
and day; piles 1, 2 and 4 and, by hash, half of the topics of ecbplus, of the events of triples and
of the piles of accounts are learned from, the rest is held out. Last comes how sure a score is: the
share of held-out pairs with such a score that is right.
``--write`` replaces the weights in ``src/rashomon/data/all/link_weights.tsv`` and the shares in
``link_sureness.tsv``.

A weight whose sign contradicts its meaning is set to nought, those in ``BY_HAND`` stay as they
are: the sets are nearly all of one kind each, so that learning cannot see what kinds say (left to
it, gva gains 0.1 and ecbplus loses 1), and no public set has pairs of episodes told in passing.
Hours apart, days known for sure and one town are held where short reports of two deeds in one town
stay two (tests/casework/test_hard_pairs.py); no held-out set loses by it.
"""

import argparse
import hashlib
import json
import math
import random
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

import rashomon.linking.scores as shipped
from rashomon.claims import episodes
from rashomon.data import folder, lexicon
from rashomon.language import pipeline
from rashomon.linking.candidates import candidates
from rashomon.linking.clusters import cluster
from rashomon.linking.evidence import evidence
from rashomon.linking.profiles import Profile
from rashomon.model.episodes import Episode
from rashomon.model.settings import Settings
from rashomon.reading import read

PILE = 150
LEARNED_PILES = frozenset({1, 2, 4})
RIDGE = 1e-5
BY_HAND = {
    "same-kind": 0.3,
    "like-kind": 0.2,
    "kind-speech": 0.1,
    "kind-mixed": 0.0,
    "other-kind": -0.5,
    "main-and-aside": -0.5,
    "both-asides": 1.2,
    "aside-apart": -2.5,
    "told-before": -2.0,
    "hours-apart": -1.5,
    "surely-apart": -1.6,
    "same-town": 0.1,
}
AGAINST = frozenset(
    {
        "publication-gap",
        "told-later",
        "told-before",
        "near-town",
        "far-town",
        "other-country",
        "other-site",
    }
) | frozenset(
    {
        "hours-apart",
        "next-day",
        "days-apart",
        "week-apart",
        "long-apart",
        "times-part",
        "surely-apart",
    }
    | {"other-persons", "other-killed"}
)
ACCOUNTS = Path(__file__).parent / "accounts"
WEIGHTS = folder() / "all" / "link_weights.tsv"
SURENESS = folder() / "all" / "link_sureness.tsv"


@dataclass(frozen=True)
class Pile:
    """Episodes of reports read together, with the true incident of each report."""

    name: str
    learned: bool
    episodes: tuple[Episode, ...]
    gold: Mapping[str, str]


def main() -> None:
    """Learn, measure before and after, write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="replace the shipped weights")
    options = parser.parse_args()
    piles = list(read_piles(options.folder, options.cache))
    before = measured(piles)
    weights = learn([pile for pile in piles if pile.learned])
    use(weights)
    after = measured(piles)
    counted = reliability([pile for pile in piles if not pile.learned])
    for line in (*told(before, after), *reliability_told(counted)):
        print(line)
    if options.write:
        write(weights, told(before, after, held_out_only=True))
        write_sureness(counted)


# --- the sets ---------------------------------------------------------------------------------


def read_piles(source: Path, cache: Path) -> Iterator[Pile]:
    """All piles of the three sets, from the cache where it has them."""
    cache.mkdir(parents=True, exist_ok=True)
    for name, learned, reports in [*gva(source), *halves(source), *accounts()]:
        kept = cache / f"{name}.jsonl"
        if not kept.exists():
            made = annotated_episodes(reports)
            kept.write_text("".join(e.model_dump_json() + "\n" for e in made), encoding="utf-8")
        lines = kept.read_text(encoding="utf-8").splitlines()
        told_in = tuple(Episode.model_validate_json(line) for line in lines)
        yield Pile(name, learned, told_in, {r["id"]: r["gold"] for r in reports})


def gva(source: Path) -> list[tuple[str, bool, list[dict[str, str]]]]:
    """Piles of shootings that lie near each other."""
    rows = load(source / "gva.jsonl")
    rows.sort(
        key=lambda r: (*(r["gold"][k] or "" for k in ("state", "city", "date")), r["incident"])
    )
    piles = []
    for number, start in enumerate(range(0, len(rows), PILE)):
        found = [(x, row["incident"]) for row in rows[start : start + PILE] for x in row["reports"]]
        piles.append((f"gva-{number}", number in LEARNED_PILES, shuffled(found, number)))
    return piles


def halves(source: Path) -> Iterator[tuple[str, bool, list[dict[str, str]]]]:
    """Each of the two other sets in a half to learn from and a half held out."""
    for name, group, key in (("triples", "event", "event"), ("ecbplus", "topic", "incident")):
        parts: dict[bool, list[tuple[dict[str, str], str]]] = defaultdict(list)
        for row in load(source / f"{name}.jsonl"):
            learned = hashlib.sha256(str(row[group]).encode()).digest()[0] % 2 == 1
            parts[learned] += [(report, row[key]) for report in row.get("reports", [row])]
        for learned in (True, False):
            label = f"{name}-{'learned' if learned else 'held-out'}"
            yield label, learned, shuffled(parts[learned], 1)


def accounts(folder: Path = ACCOUNTS) -> Iterator[tuple[str, bool, list[dict[str, str]]]]:
    """The open piles of our own set, their reports with a main incident; read as files are."""
    parts: dict[bool, list[tuple[dict[str, str], str]]] = defaultdict(list)
    for pile in sorted(folder.glob("*/gold.json")):
        coded = json.loads(pile.read_text(encoding="utf-8"))
        if coded["part"] != "open":
            continue
        name = pile.parent.name
        learned = hashlib.sha256(name.encode()).digest()[0] % 2 == 1
        main = {
            i["report"]: i.get("main", i.get("incident"))
            for i in coded["items"]
            if i["kind"] == "main"
        }
        for report, told in coded["reports"].items():
            if main.get(report):
                whole = (pile.parent / told["file"]).read_text(encoding="utf-8")
                parts[learned].append(({"text": whole}, f"{name} {main[report]}"))
    for learned in (True, False):
        label = f"accounts-{'learned' if learned else 'held-out'}"
        yield label, learned, shuffled(parts[learned], 1)


def load(path: Path) -> list[dict]:
    """The rows of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def shuffled(found: list[tuple[dict[str, str], str]], seed: int) -> list[dict[str, str]]:
    """Reports in an order and with ids that tell nothing."""
    fields = ("title", "outlet", "published", "url", "text")
    reports = [{k: report.get(k) for k in fields} | {"gold": key} for report, key in found]
    random.Random(seed).shuffle(reports)
    return [report | {"id": f"r{n}"} for n, report in enumerate(reports)]


def annotated_episodes(reports: Sequence[dict[str, str]]) -> list[Episode]:
    """What the rooms before linking make of the reports."""
    drafts = [{k: v for k, v in report.items() if k != "gold"} for report in reports]
    nlp = pipeline.load(Settings().pipeline)
    return [e for each in pipeline.annotate(read(drafts).reports, nlp) for e in episodes(each)]


# --- learning ---------------------------------------------------------------------------------


def learn(piles: Sequence[Pile]) -> dict[str, float]:
    """Logistic regression on the candidate pairs of main episodes, each set weighing the same
    by its true pairs."""
    rows, truth, importance = [], [], []
    for pile in piles:
        pairs = list(main_pairs(pile))
        share = 1 / max(1, sum(same for _, same in pairs))
        rows += [features for features, _ in pairs]
        truth += [same for _, same in pairs]
        importance += [share] * len(pairs)
    names = sorted({name for row in rows for name in row} - BY_HAND.keys())
    x = np.array([[row.get(name, 0.0) for name in names] + [1.0] for row in rows])
    fixed = np.array([sum(BY_HAND.get(n, 0.0) * v for n, v in row.items()) for row in rows])
    sign = np.array([-1.0 if name in AGAINST else 1.0 for name in names] + [0.0])
    found = newton(x, np.array(truth, float), np.array(importance), fixed, sign)
    return {"bias": found[-1], **BY_HAND, **dict(zip(names, found, strict=False))}


def main_pairs(pile: Pile) -> Iterator[tuple[dict[str, float], bool]]:
    """Features and truth of each candidate pair of main episodes."""
    profiles = [Profile.of(e) for e in sorted(pile.episodes, key=lambda e: e.id) if e.main]
    for first, second in candidates(profiles):
        one, other = profiles[first], profiles[second]
        same = pile.gold[one.episode.report] == pile.gold[other.episode.report]
        yield {part.name: part.value for part in evidence(one, other)}, same


def newton(
    x: np.ndarray, y: np.ndarray, importance: np.ndarray, fixed: np.ndarray, sign: np.ndarray
) -> np.ndarray:
    """Weights of least loss; those that end on the wrong side of nought are held there."""
    weights, free = np.zeros(x.shape[1]), np.ones(x.shape[1], bool)
    ridge = np.where(sign == 0, 0.0, RIDGE)
    importance = importance / importance.sum()

    def loss(w: np.ndarray) -> float:
        z = x @ w + fixed
        return float((importance * (np.logaddexp(0, z) - y * z)).sum() + (ridge * w * w).sum() / 2)

    while True:
        descend(x[:, free], y, importance, fixed, ridge[free], weights, free, loss)
        wrong = (sign * weights < 0) & free
        if not wrong.any():
            return weights
        weights[wrong], free = 0.0, free & ~wrong


def descend(x, y, importance, fixed, ridge, weights, free, loss) -> None:
    """Newton's steps on the free weights, halved until the loss falls."""
    for _ in range(60):
        p = 1 / (1 + np.exp(-(x @ weights[free] + fixed)))
        slope = x.T @ (importance * (p - y)) + ridge * weights[free]
        bend = (x * (importance * p * (1 - p))[:, None]).T @ x + np.diag(ridge + 1e-9)
        step, before = np.linalg.solve(bend, slope), loss(weights)
        for half in range(12):
            trial = weights.copy()
            trial[free] -= step / 2**half
            if loss(trial) <= before:
                weights[:] = trial
                break
        if before - loss(weights) < 1e-10:
            return


def use(weights: Mapping[str, float]) -> None:
    """Score with these weights from now on."""
    shipped._weights = lambda: dict(weights)


# --- measuring --------------------------------------------------------------------------------


def measured(piles: Sequence[Pile]) -> dict[str, tuple[float, float, float]]:
    """B³ precision, recall and F1 of the main episodes, in %, pile by pile."""
    found = {}
    for pile in piles:
        guess = {
            episode.report: number
            for number, group in enumerate(cluster(pile.episodes))
            for episode in group.episodes
            if episode.main
        }
        found[pile.name] = b_cubed({r: pile.gold[r] for r in guess}, guess)
    return found


def b_cubed(gold: Mapping[str, str], guess: Mapping[str, int]) -> tuple[float, float, float]:
    """Bagga and Baldwin's (1998) precision, recall and F1, in %."""
    both = Counter((gold[r], guess[r]) for r in gold)
    real, made = Counter(gold.values()), Counter(guess.values())
    precision = math.fsum(n * n / made[m] for (_, m), n in both.items()) / len(gold)
    recall = math.fsum(n * n / real[g] for (g, _), n in both.items()) / len(gold)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def reliability(piles: Sequence[Pile]) -> list[tuple[float, int, int]]:
    """For each row of ``link_sureness.tsv``: its least score, how many candidate pairs of main
    episodes have a score in the row, and how many of these are of one incident."""
    rows = [float(row["from"]) for row in lexicon("link_sureness", "all")]
    pairs, right = [0] * len(rows), [0] * len(rows)
    for pile in piles:
        for likely, same in scored_pairs(pile):
            row = bisect_right(rows, likely) - 1
            pairs[row] += 1
            right[row] += same
    return list(zip(rows, pairs, right, strict=True))


def scored_pairs(pile: Pile) -> Iterator[tuple[float, bool]]:
    """Score and truth of each candidate pair of main episodes."""
    profiles = [Profile.of(e) for e in sorted(pile.episodes, key=lambda e: e.id) if e.main]
    for first, second in candidates(profiles):
        one, other = profiles[first], profiles[second]
        same = pile.gold[one.episode.report] == pile.gold[other.episode.report]
        yield shipped.likelihood(one, other), same


def reliability_told(counted: Sequence[tuple[float, int, int]]) -> list[str]:
    """One line a row."""
    lines = ["score from   pairs   of one incident, %"]
    for least, pairs, right in counted:
        lines.append(f"{least:10.2f}{pairs:8}{100 * right / max(1, pairs):10.1f}")
    return lines


def write_sureness(counted: Sequence[tuple[float, int, int]]) -> None:
    """Replace the shares and keep the words."""
    head = [line for line in SURENESS.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    words = [row["words"] for row in lexicon("link_sureness", "all")]
    lines = [*head, "from\tright\tpairs\twords"]
    for (least, pairs, right), said in zip(counted, words, strict=True):
        lines.append(f"{least:g}\t{100 * right / max(1, pairs):.1f}\t{pairs}\t{said}")
    SURENESS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def told(before: dict, after: dict, held_out_only: bool = False) -> list[str]:
    """One line a pile."""
    learned = {f"gva-{n}" for n in LEARNED_PILES} | {n for n in after if n.endswith("-learned")}
    lines = []
    for part, names in groupby(
        sorted(after, key=lambda n: (n in learned, n)), learned.__contains__
    ):
        if part and held_out_only:
            continue
        for name in names:
            was, now = ("P {:.1f} R {:.1f} F {:.1f}".format(*x[name]) for x in (before, after))
            change = f"   (before: {was})" if not held_out_only else ""
            lines.append(f"{name:18}{now}{change}{'   learned from' if part else ''}")
    return lines


HEADER = """\
# How much each named feature of a pair of episodes says for (+) or against (-) one incident, on the
# logistic scale: the sum of weight x strength, 0 = even odds. See rashomon/linking/evidence.py.
# feature  the name of the feature; "bias" is added once
# weight   what one unit of its strength adds
# basis    learned = by benchmarks/links.py from pairs of main episodes: shootings of SemEval-2018
#          Task 5 corpus (piles 1, 2, 4 of 150 incidents), half of the topics of ECB+, of the
#          events of BASIL and of the open piles of benchmarks/accounts; hand = set by hand: kinds,
#          since each of the large sets is nearly all of one kind, and asides, since no public set
#          has pairs of episodes told in passing
# Held out (B-cubed of main episodes, %):
"""


def write(weights: Mapping[str, float], lines: Sequence[str]) -> None:
    """Replace the shipped weights."""
    rows = [
        f"{n}\t{round(w, 2) + 0.0:g}\t{'hand' if n in BY_HAND else 'learned'}"
        for n, w in weights.items()
    ]
    text = HEADER + "".join(f"#   {line}\n" for line in lines) + "feature\tweight\tbasis\n"
    WEIGHTS.write_text(text + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
