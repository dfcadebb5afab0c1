"""The test set of copies: piles made by the seeded editor of our own texts, and their scores.

Each pile holds a wire text, what another outlet made of it, and a report of the same event in words
of its own; or one statement as two outlets quote it; or two stock reports that differ only in
names and numbers and are no copies.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copy_editor import Edited, edit, quote

from rashomon.linking.copies import find_copies
from rashomon.model.annotations import Annotated, Annotations
from rashomon.model.copies import Copy
from rashomon.model.report import Report

ROOT = Path(__file__).resolve().parent.parent
TEXTS = Path(__file__).parent / "copy_texts"
SHARES = (0.0, 0.1, 0.2, 0.3)
MIN_QUOTE = 12  # words
SPEAKERS = ("Mirel Astor", "the ministry", "Colonel Varga", "the keeper", "a spokeswoman")


@dataclass(slots=True)
class Score:
    """Passages to be found, found, shown in all, and shown though they are no copies."""

    wanted: int = 0
    found: int = 0
    shown: int = 0
    false: int = 0

    @property
    def recall(self) -> float:
        """Of the passages to be found."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """Of the passages shown."""
        return 1 - self.false / self.shown if self.shown else 1.0

    def line(self) -> str:
        """For a table."""
        found = f"recall {self.recall:.3f} of {self.wanted}"
        return f"{found}, precision {self.precision:.3f} of {self.shown}"


def parts(name: str) -> list[str]:
    """The texts of a file, split at "===" lines."""
    return [part.strip() for part in (TEXTS / name).read_text("utf-8").split("\n===\n")]


def stories() -> list[tuple[str, str]]:
    """Wire texts, each with a text in words of its own (another event's where there is none)."""
    told = (ROOT / "tests" / "linking" / "data" / "stories.txt").read_text("utf-8")
    pairs = [tuple(p.strip() for p in story.split("---")) for story in told.split("===")]
    wires = parts("wires.txt")
    return [(a, b) for a, b in pairs] + [(w, pairs[n % len(pairs)][1]) for n, w in enumerate(wires)]


def spare_words() -> list[str]:
    """Words to put in another's place: those of all texts, as often as they stand there."""
    every = " ".join(wire for wire, _ in stories())
    return [word.strip(".,“”’—()") for word in every.split() if word.strip(".,“”’—()").isalpha()]


def report(key: str, text: str, outlet: str) -> Annotated:
    """A report without annotations."""
    made = Report(id=key, source=key, sha256="0" * 64, text=text, outlet=outlet)
    return Annotated(report=made, annotations=Annotations())


def score_texts(share: float, turns: int) -> Score:
    """Edited wires: each passage of 25 words and more, and whatever is shown besides."""
    score, spare = Score(), spare_words()
    for number, (wire, own) in enumerate(stories()):
        for turn in range(turns):
            rng = random.Random(f"{number} {turn} {share}")
            other = stories()[(number + turn) % len(stories())][1]
            made = edit(wire, rng, share, spare, other if turn % 2 else "")
            pile = [
                report("a", wire, "One"),
                report("b", made.text, "Two"),
                report("c", own, "Three"),
            ]
            _count(score, find_copies(pile), made)
    return score


def _count(score: Score, copies: Sequence[Copy], made: Edited) -> None:
    here, there = _places(copies, "b"), _places(copies, "a")
    for run in made.passages():
        score.wanted += 1
        score.found += _mostly(here, [(k.start, k.end) for k in run]) and _mostly(
            there, [(k.from_start, k.from_end) for k in run]
        )
    true_here = {n for k in made.kept for n in range(k.start, k.end)}
    true_there = {n for k in made.kept for n in range(k.from_start, k.from_end)}
    for copy in copies:
        for span in copy.spans:
            true = {"a": true_there, "b": true_here}.get(span.report, set())
            score.shown += 1
            score.false += not _mostly(true, [(span.start, span.end)])


def _places(copies: Sequence[Copy], key: str) -> set[int]:
    """Characters of a report that lie in passages shared with the other one."""
    both = [c for c in copies if {"a", key} <= {s.report for s in c.spans} or key == "a"]
    return {n for c in both for s in c.spans if s.report == key for n in range(s.start, s.end)}


def _mostly(places: set[int], spans: Sequence[tuple[int, int]]) -> bool:
    size = sum(end - start for start, end in spans)
    return sum(n in places for start, end in spans for n in range(start, end)) > 0.5 * size


def score_quotes(turns: int) -> Score:
    """One statement, whole or in part, in two outlets' own reports."""
    score, frames = Score(), [own for _, own in stories()[:4]]
    for number, statement in enumerate(parts("statements.txt")):
        for turn in range(turns):
            rng = random.Random(f"quote {number} {turn}")
            whole = quote(statement, rng, SPEAKERS[turn % 5], whole=True)
            part = quote(statement, rng, SPEAKERS[(turn + number) % 5], whole=False)
            if sum(len(q.split()) for q in re.findall("“([^”]+)”", part)) < MIN_QUOTE:
                continue
            first, second = rng.sample(range(len(frames)), 2)
            pile = [
                report("a", _framed(frames[first], whole, rng), "One"),
                report("b", _framed(frames[second], part, rng), "Two"),
            ]
            copies = find_copies(pile)
            score.wanted += 1
            score.found += bool(copies)
            score.shown += len(copies)
            score.false += sum(not _touches(c, part, pile[1]) for c in copies)
    return score


def _framed(frame: str, said: str, rng: random.Random) -> str:
    paragraphs = frame.split("\n\n")
    paragraphs.insert(rng.randint(0, len(paragraphs)), said)
    return "\n\n".join(paragraphs)


def _touches(copy: Copy, said: str, other: Annotated) -> bool:
    start = other.report.text.index(said)
    return any(
        s.report == "b" and s.start < start + len(said) and start < s.end for s in copy.spans
    )


def score_stock(turns: int) -> Score:
    """Stock reports, filled in twice: nothing is to be shown."""
    score = Score()
    for number, form in enumerate(parts("stock.txt")):
        for turn in range(turns):
            rng = random.Random(f"stock {number} {turn}")
            pile = [
                report(k, form.format(**fillings(rng)), o) for k, o in (("a", "One"), ("b", "Two"))
            ]
            score.shown += 1
            score.false += bool(find_copies(pile))
    return score


def fillings(rng: random.Random) -> dict[str, str | int]:
    """Names and numbers for a stock report."""
    first = ("Abel", "Bruno", "Carla", "Dunja", "Edgar", "Flora", "Gwen", "Hugo", "Irma", "Jonas")
    last = ("Marlow", "Norwood", "Ostrander", "Pellham", "Quist", "Rusk", "Sayle", "Tolliver")
    towns = ("Marrick", "Orsk", "Quell", "Delling", "Tarnhaven", "Larnmouth", "Asra", "Fenwick")
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return {
        "name": f"{rng.choice(first)} {rng.choice(last)}",
        "name2": f"{rng.choice(first)} {rng.choice(last)}",
        "town": rng.choice(towns),
        "county": rng.choice(last),
        "street": rng.choice(("Fennel", "Alder", "Quay", "Mill", "Chapel", "Orchard")),
        "day": rng.choice(days),
        "day2": rng.choice(days),
        "age": rng.randint(18, 80),
        "age2": rng.randint(18, 80),
        "hour": rng.randint(1, 12),
        "number": rng.randint(2, 28),
        "amount": rng.randint(5, 90) * 1000,
    }


def every(turns: int) -> Iterator[tuple[str, Score]]:
    """All parts of the set by name."""
    for share in SHARES:
        yield f"texts, {share:.0%} of words changed", score_texts(share, turns)
    yield "one statement in two lengths", score_quotes(turns)
    yield "stock reports", score_stock(turns)


def score_crowd(outlets: int, turns: int) -> Score:
    """One wire in many outlets, each edited apart: every passage is to be found in the wire."""
    score, spare = Score(), spare_words()
    for number, (wire, _) in enumerate(stories()):
        for turn in range(turns):
            rng = random.Random(f"crowd {number} {turn}")
            made = [edit(wire, rng, rng.choice(SHARES), spare) for _ in range(outlets)]
            pile = [report("a", wire, "Wire")]
            pile += [report(f"b{n:03}", m.text, f"Outlet {n}") for n, m in enumerate(made)]
            copies = find_copies(pile)
            for n, each in enumerate(made):
                places = _places(copies, f"b{n:03}")
                for run in each.passages():
                    score.wanted += 1
                    score.found += _mostly(places, [(k.start, k.end) for k in run])
    return score
