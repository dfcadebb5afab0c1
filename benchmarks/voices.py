"""Learn which candidates are attributions, and how often each word attributes, from PolNeAR.

    python benchmarks/voices.py FILE --cache DIR [--write]

FILE is the training part of PolNeAR as lines of JSON: ``text``, and ``attributions`` each with
``source``, ``cue`` and ``content`` as lists of [start, end]; docs/quality.md names the set. DIR
keeps the parsed texts. Needs numpy besides Rashomon (spaCy brings it). One text in ten, by the hash
of its id, is held out; the figures printed are those of the held-out texts.

Two things are learned. The numbers in the tables ``reporting_verbs``, ``reporting_nouns`` and
``reporting_adjectives`` ("inf=7") say how many times in ten a word in a frame attributes; a text is
never judged with numbers that it was counted in. The weights of ``voice_weights.tsv`` are those of
a logistic regression on the traits of language/attributions/traits.py. ``--write`` replaces both.
"""

import argparse
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import spacy
from spacy.tokens import Doc, DocBin

import rashomon.language.names
import rashomon.language.sections  # noqa: F401  (registers the component)
from rashomon.data import folder
from rashomon.language.attributions import judging
from rashomon.language.attributions.component import candidates, find_attributions
from rashomon.language.attributions.drafts import Draft, Range
from rashomon.language.attributions.traits import Setting, traits
from rashomon.model.annotations import Attribution, NameMention, Section
from rashomon.model.settings import Settings

FOLDS = 5
RIDGE = 6.0
LENIENCE = 0.6
"""Added to the bias: as F1 wants it, a candidate somewhat less likely than not is taken too."""
STEPS = 300
SELDOM = 25
"""A trait that fewer candidates have gets no weight."""
PRIOR = 2.0
"""Candidates of the frame's average that are added to a word's own before the share is taken."""
SHARE = 0.5
"""Of a content: what a candidate must share with the annotated one (intersection over union)."""
WEIGHTS = folder() / "all" / "voice_weights.tsv"
TABLES = {
    "v": ("attitude_verbs", "reporting_verbs"),
    "n": ("reporting_nouns",),
    "a": ("reporting_adjectives",),
}

Key = tuple[str, str, str]
"""Table, lemma and frame."""
Pieces = Sequence[Sequence[int]]


@dataclass
class Case:
    """One candidate: its features without the habit, the habit's key, and whether it is true."""

    text: int
    draft: Draft
    key: Key | None
    true: bool


@dataclass
class Text:
    """A parsed text with its annotation and candidates."""

    doc: Doc
    gold: list[dict]
    held_out: bool
    fold: int
    drafts: list[Draft]
    setting: Setting
    cases: list[Case]


def main() -> None:
    """Count, learn, measure on the held-out texts before and after, write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="replace the shipped numbers")
    options = parser.parse_args()
    texts = list(read(options.file, options.cache))
    held_out = [text for text in texts if text.held_out]
    before = measured(held_out)
    learned_from = [text for text in texts if not text.held_out]
    habits = counted(learned_from)
    weights = learn(learned_from)
    set_habits(held_out, habits)
    judging.weights = lambda: weights
    after = measured(held_out, keep_habits=True)
    print("shipped ", told(before))
    print("learned ", told(after))
    if options.write:
        write_weights(weights, told(after))
        for table, names in TABLES.items():
            own = {key[1:]: often for key, often in habits.items() if key[0] == table}
            for name in names:
                write_habits(name, own)


# --- the texts --------------------------------------------------------------------------------


def read(file: Path, cache: Path) -> Iterator[Text]:
    """The texts with their candidates, parsed now or before."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for number, (row, doc) in enumerate(zip(rows, parsed(rows, cache), strict=True)):
        gold = [g for g in row["attributions"] if g["content"]]
        drafts, setting = candidates(doc)
        digest = hashlib.sha256(row["id"].encode()).digest()
        text = Text(doc, gold, digest[0] % 10 == 0, digest[1] % FOLDS, drafts, setting, [])
        text.cases = list(cases(number, text))
        yield text


def parsed(rows: Sequence[Mapping[str, str]], cache: Path) -> Iterator[Doc]:
    """The parsed texts with sections and names, in order."""
    cache.mkdir(parents=True, exist_ok=True)
    kept, notes = cache / "texts.spacy", cache / "notes.jsonl"
    if not kept.exists():
        parse(rows, kept, notes)
    vocab = spacy.load(Settings().pipeline).vocab
    lines = notes.read_text(encoding="utf-8").splitlines()
    for doc, line in zip(DocBin().from_disk(kept).get_docs(vocab), lines, strict=True):
        found = json.loads(line)
        doc._.sections = tuple(Section.model_validate(s) for s in found["sections"])
        doc._.names = tuple(NameMention.model_validate(n) for n in found["names"])
        yield doc


def parse(rows: Sequence[Mapping[str, str]], kept: Path, notes: Path) -> None:
    """Keep what stands before the attributions in the pipeline."""
    nlp = spacy.load(Settings().pipeline)
    nlp.add_pipe("rashomon_sections", first=True)
    nlp.add_pipe("rashomon_names")
    docs, lines = DocBin(), []
    for doc in nlp.pipe((row["text"] for row in rows), batch_size=16):
        docs.add(doc)
        found = {
            "sections": [s.model_dump() for s in doc._.sections],
            "names": [n.model_dump() for n in doc._.names],
        }
        lines.append(json.dumps(found))
    docs.to_disk(kept)
    notes.write_text("\n".join(lines) + "\n", encoding="utf-8")


# --- candidates -------------------------------------------------------------------------------


def cases(number: int, text: Text) -> Iterator[Case]:
    """The candidates that are not within an annotated content, for annotators seldom went there."""
    for draft in text.drafts:
        at = text.doc[draft.head].idx
        true = any(matches(text.doc, draft, at, gold) for gold in text.gold)
        if true or not any(s <= at < e for g in text.gold for s, e in g["content"]):
            yield Case(number, draft, key_of(text.doc, draft), true)


def matches(doc: Doc, draft: Draft, at: int, gold: Mapping[str, Pieces]) -> bool:
    """Whether the candidate has the annotated content, and its cue where it has one."""
    if draft.cue is not None and gold["cue"] and not any(s <= at < e for s, e in gold["cue"]):
        return False
    return shared([characters(doc, piece) for piece in draft.content], gold["content"]) >= SHARE


def characters(doc: Doc, piece: Range) -> tuple[int, int]:
    """The offsets of a range of tokens."""
    last = doc[piece[1] - 1]
    return doc[piece[0]].idx, last.idx + len(last)


def shared(one: Pieces, other: Pieces) -> float:
    """Intersection over union."""
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    return both / max(1, sum(b - a for a, b in one) + sum(b - a for a, b in other) - both)


def key_of(doc: Doc, draft: Draft) -> Key | None:
    """The row and frame of the lexicon that proposed this candidate."""
    if not draft.key:
        return None
    token = doc[draft.head]
    table = "v" if not draft.frame.startswith("n:") else "n" if token.pos_ == "NOUN" else "a"
    return table, token.lemma_.lower(), draft.key


# --- learning ---------------------------------------------------------------------------------


def counted(texts: Iterable[Text]) -> dict[Key, int]:
    """How many times in ten each word attributes in each frame."""
    seen: Counter[Key] = Counter()
    true: Counter[Key] = Counter()
    for text in texts:
        best: dict[tuple[int, Key], bool] = defaultdict(bool)
        for case in text.cases:
            if case.key is not None:  # the ends that a clause may have count once
                best[case.draft.head, case.key] |= case.true
        for (_, key), found in best.items():
            seen[key] += 1
            true[key] += found
    of_frame: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for (table, _, frame), n in seen.items():
        of_frame[table, frame][0] += n
    for (table, _, frame), n in true.items():
        of_frame[table, frame][1] += n
    share = {frame: hits / n for frame, (n, hits) in of_frame.items()}
    return {
        key: min(9, int(10 * (true[key] + PRIOR * share[key[0], key[2]]) / (seen[key] + PRIOR)))
        for key in seen
    }


def set_habits(texts: Iterable[Text], habits: Mapping[Key, int]) -> None:
    """Give each candidate the habit of its word."""
    for text in texts:
        for draft in text.drafts:
            key = key_of(text.doc, draft)
            draft.often = habits.get(key) if key else None


def learn(texts: Sequence[Text]) -> dict[str, tuple[float, float]]:
    """First the choice among the contents of one cue, then whether the chosen one is true; each
    fold has the habits of the others."""
    for fold in range(FOLDS):
        others = counted(text for text in texts if text.fold != fold)
        set_habits((text for text in texts if text.fold == fold), others)
    rows = [(t, c, traits(t.doc, c.draft, t.setting)) for t in texts for c in t.cases]
    often = Counter(name for _, _, found in rows for name in set(found))
    names = sorted(name for name, n in often.items() if n >= SELDOM)
    at = {name: number for number, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)), np.float32)
    for number, (_, _, found) in enumerate(rows):
        x[number, [at[name] for name in found if name in at]] = 1
    true = np.array([case.true for _, case, _ in rows])
    cues = [(case.text, case.draft.head) for _, case, _ in rows]
    choose = choice(x, true, cues)
    for number, (_, case, _) in enumerate(rows):
        case.draft.chosen = float(x[number] @ choose)
    best = {id(d) for text in texts for d in judging.chosen([c.draft for c in text.cases])}
    taken = np.array([id(case.draft) in best for _, case, _ in rows])
    take = newton(x[taken], true[taken].astype(np.float32))
    take[at["bias"]] += LENIENCE
    return {n: (float(c), float(t)) for n, c, t in zip(names, choose, take, strict=True)}


def choice(x: np.ndarray, true: np.ndarray, cues: Sequence[tuple[int, int]]) -> np.ndarray:
    """Weights under which true contents are likeliest among those of their cue."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, cue in enumerate(cues):
        groups[cue].append(number)
    open_ = [g for g in groups.values() if 0 < true[g].sum() < len(g)]
    rows = np.concatenate(open_)
    starts = np.cumsum([0] + [len(g) for g in open_[:-1]])
    sizes = [len(g) for g in open_]
    x, true = x[rows], true[rows].astype(np.float32)
    weights, mean, spread = (np.zeros(x.shape[1], np.float32) for _ in range(3))
    for step in range(1, STEPS + 1):
        z = np.exp(np.clip(x @ weights, -30, 30))
        p = z / np.repeat(np.add.reduceat(z, starts), sizes)
        q = z * true / np.repeat(np.add.reduceat(z * true, starts), sizes)
        slope = x.T @ (p - q) + RIDGE * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        stride = (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
        weights -= 0.03 * stride
    return weights


def newton(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights of least loss of a logistic regression with a ridge."""
    weights = np.zeros(x.shape[1])
    for _ in range(12):
        p = 1 / (1 + np.exp(-(x @ weights)))
        slope = x.T @ (p - y) + RIDGE * weights
        bend = (x * (p * (1 - p)).astype(np.float32)[:, None]).T @ x + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-3:
            break
    return weights


# --- measuring --------------------------------------------------------------------------------


def measured(texts: Iterable[Text], keep_habits: bool = False) -> Counter[str]:
    """Counts of annotated, found and matching attributions, as shared/bench/score.py has them."""
    c: Counter[str] = Counter()
    for text in texts:
        left = [(a, [(p.start, p.end) for p in a.content]) for a in find_attributions(text.doc)]
        for gold in text.gold:
            c["gold"] += 1
            best = max(left, key=lambda a: shared(a[1], gold["content"]), default=None)
            if best is None or shared(best[1], gold["content"]) < SHARE:
                continue
            left.remove(best)
            c["content"] += 1
            c["both"] += right_source(best[0], gold["source"])
        c["found"] += sum(a.parent is None for a, _ in left)
    c["found"] += c["content"]
    return c


def right_source(found: Attribution, gold: Pieces) -> bool:
    """Whether the source is the annotated one, or both have none."""
    own = [(found.source.start, found.source.end)] if found.source else []
    return shared(own, gold) >= 0.4 if gold else not own


def told(c: Mapping[str, int]) -> str:
    """The figures in %."""
    found, gold = max(1, c["found"]), max(1, c["gold"])
    return (
        f"content P {100 * c['content'] / found:.1f} R {100 * c['content'] / gold:.1f} "
        f"F1 {200 * c['content'] / (found + gold):.1f}, "
        f"with the source F1 {200 * c['both'] / (found + gold):.1f}"
    )


# --- writing ----------------------------------------------------------------------------------

HEADER = """\
# What each trait of a candidate attribution says for (+) or against (-) it, on the logistic scale.
# See rashomon/language/attributions/traits.py and docs/model-card-voices.md.
# trait    its name; "group: trait" counts only for candidates of that group of frames
# choose   what it adds for this content among those that one cue may have: the highest sum is it
# take     what it adds for the chosen one's being an attribution: it is where the sum is above 0
# Learned by benchmarks/voices.py from the training part of PolNeAR.
# Held out (one text in ten): """


def write_weights(weights: Mapping[str, tuple[float, float]], figures: str) -> None:
    """Replace the shipped weights; those that move nothing are left out."""
    rows = [
        f"{name}\t{choose:.2f}\t{take:.2f}"
        for name, (choose, take) in sorted(weights.items())
        if max(abs(choose), abs(take)) >= 0.01
    ]
    text = f"{HEADER}{figures}\ntrait\tchoose\ttake\n"
    WEIGHTS.write_text(text + "\n".join(rows) + "\n", encoding="utf-8")


def write_habits(table: str, habits: Mapping[tuple[str, str], int]) -> None:
    """Write behind each frame of each row how many times in ten the word attributes in it."""
    path = folder() / "en" / f"{table}.tsv"
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        word, *rest = line.split("\t")
        if not line.startswith("#") and rest and rest[0] != "frames":
            frames = [re.sub(r"=\d", "", frame) for frame in rest[0].split()]
            often = [(f, habits.get((word, f))) for f in frames]
            rest[0] = " ".join(f if n is None else f"{f}={n}" for f, n in often)
        lines.append("\t".join([word, *rest]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
