"""How much time our components add to the bare spaCy pipeline, and where a dossier's time goes.

    python benchmarks/speed.py [INPUT...] [--limit N] [--rounds N] [--at-most RATIO] [--json]

INPUT is whatever ``rashomon compare`` reads, and also a data file of incidents with their reports
(``{"reports": [{"text": ...}]}`` a line); without any, the reports of ``examples/`` are read. Both
ways of reading take turns, batch by batch, in one process. Seconds are the processor's, spent in
this process alone, so that other programs on the machine hardly count; what is held against
``--at-most`` is the median of the batches' ratios (exit status 1 above it). A first sentence that
loads everything is not counted, and in the first round each text is new, so that nothing our
components remember helps them.
"""

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

import spacy
from spacy.language import Language

from rashomon import casework
from rashomon.casework.compare import put_together
from rashomon.face import read
from rashomon.language import pipeline
from rashomon.model.annotations import Annotated
from rashomon.model.report import Report
from rashomon.model.settings import Settings

EXAMPLES = Path(__file__).parent.parent / "examples"
BATCH = 16


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds of one run over all reports, and what they say."""

    reports: int
    tokens: int
    spacy_seconds: float
    annotate_seconds: float
    ratio: float
    """Median over the batches of annotate's time to spaCy's."""
    compare_seconds: float
    """All that a comparison does after its reports have been annotated."""

    def lines(self) -> list[str]:
        """The figures in words."""
        whole = self.annotate_seconds + self.compare_seconds
        share = 100 / whole if whole else 0.0
        ours = self.annotate_seconds - self.spacy_seconds
        return [
            f"{self.reports} reports, {self.tokens:,} tokens",
            f"bare spaCy pipeline  {self.spacy_seconds:7.2f} s  "
            f"{self.tokens / self.spacy_seconds:7,.0f} tokens a second",
            f"annotate             {self.annotate_seconds:7.2f} s  "
            f"{self.tokens / self.annotate_seconds:7,.0f} tokens a second",
            f"ratio                {self.ratio:7.2f}    (median of batches)",
            f"comparing after that {self.compare_seconds:7.2f} s",
            f"a dossier            {whole:7.2f} s  {self.reports / whole:7.1f} reports a second: "
            f"spaCy {share * self.spacy_seconds:.0f} %, our components {share * ours:.0f} %, "
            f"claims to dossier {share * self.compare_seconds:.0f} %",
        ]


def reports_of(inputs: Sequence[str], limit: int | None) -> tuple[Report, ...]:
    """The reports of files, folders, and data files of incidents with their reports."""
    taken: list[object] = []
    for name in inputs or [str(EXAMPLES)]:
        nested = _nested(Path(name))
        taken += nested if nested else [name]
    found = read(taken[:limit] if limit else taken).reports  # type: ignore[arg-type]
    return found[:limit] if limit else found


def _nested(path: Path) -> list[dict[str, object]]:
    """The reports inside the rows of a data file, none where it is no such file."""
    if path.suffix != ".jsonl":
        return []
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    keys = ("title", "outlet", "published", "url", "text")
    return [
        {key: report.get(key) for key in keys} for row in rows for report in row.get("reports", ())
    ]


def timed(work: Callable[[], Iterable[object]]) -> float:
    """Seconds until all of it has been made."""
    began = time.process_time()
    for _ in work():
        pass
    return time.process_time() - began


def batches(reports: Sequence[Report]) -> list[Sequence[Report]]:
    """Runs of reports that take long enough to be timed."""
    return [reports[n : n + BATCH] for n in range(0, len(reports), BATCH)]


def measure(reports: Sequence[Report], rounds: int) -> Speed:
    """Both ways over every batch, taking turns at being first."""
    settings = Settings()
    bare = spacy.load(settings.pipeline)
    ours = pipeline.load(settings.pipeline)
    warm = read([{"text": _WARM}]).reports
    timed(lambda: bare.pipe([_WARM]))
    put_together(list(pipeline.annotate(warm, ours)), settings)
    pairs = [
        _pair(batch, bare, settings, turn % 2 == 0)
        for round_ in range(rounds)
        for turn, batch in enumerate(batches(reports), start=round_)
    ]
    annotated = sorted(casework.annotate(reports, settings), key=lambda each: each.report.id)
    return Speed(
        reports=len(reports),
        tokens=sum(len(bare.make_doc(report.text)) for report in reports),
        spacy_seconds=sum(pair[0] for pair in pairs) / rounds,
        annotate_seconds=sum(pair[1] for pair in pairs) / rounds,
        ratio=median(pair[1] / pair[0] for pair in pairs),
        compare_seconds=_compared(annotated, settings),
    )


_WARM = "The mayor of Larnos said on Tuesday that three people were killed in a fire."


def _pair(
    batch: Sequence[Report], bare: Language, settings: Settings, bare_first: bool
) -> tuple[float, float]:
    """Seconds of the bare pipeline and of ``annotate`` for one batch."""
    gc.collect()
    texts = [report.text for report in batch]
    if bare_first:
        alone = timed(lambda: bare.pipe(texts, batch_size=BATCH))
        return alone, timed(lambda: casework.annotate(batch, settings))
    whole = timed(lambda: casework.annotate(batch, settings))
    return timed(lambda: bare.pipe(texts, batch_size=BATCH)), whole


def _compared(annotated: Sequence[Annotated], settings: Settings) -> float:
    began = time.process_time()
    put_together(annotated, settings)
    return time.process_time() - began


def main() -> int:
    """Measure, say it, and hold it against the given ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("inputs", nargs="*", metavar="INPUT")
    parser.add_argument("--limit", type=int, help="the first N reports only")
    parser.add_argument("--rounds", type=int, default=1, help="go over all reports N times")
    parser.add_argument("--at-most", type=float, metavar="RATIO", help="fail above this ratio")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    given = parser.parse_args()
    speed = measure(reports_of(given.inputs, given.limit), given.rounds)
    print(json.dumps(asdict(speed)) if given.json else "\n".join(speed.lines()))
    if given.at_most is not None and speed.ratio > given.at_most:
        print(f"slower than {given.at_most} times spaCy: {speed.ratio:.2f}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
