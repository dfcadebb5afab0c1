"""What changed between two wordings of one sentence: numbers, hedges, labels, attributions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import LCSseq

from rashomon.data import lexicon
from rashomon.linking.copies.groups import Passage
from rashomon.linking.copies.units import Node, Prepared, Unit
from rashomon.model.annotations import Annotated, Attribution
from rashomon.model.copies import Drift, DriftKind
from rashomon.model.spans import Span


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence in one report."""

    annotated: Annotated
    unit: Unit

    def span(self, start: int, end: int) -> Span:
        """Words of the report as a span."""
        text = self.annotated.report.text
        return Span(report=self.annotated.report.id, start=start, end=end, exact=text[start:end])

    def whole(self) -> Span:
        """The sentence."""
        return self.span(self.unit.places[0][0], self.unit.places[-1][1])

    def word(self, place: int) -> str:
        """One of its words, folded."""
        start, end = self.unit.places[place]
        return self.annotated.report.text[start:end].casefold()

    def at(self, place: int) -> Span:
        """The span of one word."""
        return self.span(*self.unit.places[place])


def drift_of(passage: Passage, prepared: Sequence[Prepared], base: int) -> tuple[Drift, ...]:
    """Every change from the base report's wording to the others', in order of place."""
    found: list[Drift] = []
    for nodes in passage.classes:
        for before, after in _pairs(nodes, prepared, base):
            found += compare(before, after)
    return tuple(sorted(found, key=_order))


def _order(drift: Drift) -> tuple[str, int, str, int, str]:
    return drift.from_.report, drift.from_.start, drift.to.report, drift.to.start, drift.what


def _pairs(
    nodes: Sequence[Node], prepared: Sequence[Prepared], base: int
) -> Iterable[tuple[Wording, Wording]]:
    """The base's wording beside each other one; only where one sentence stands for one."""
    mine = [place for report, place in nodes if report == base]
    if len(mine) != 1:
        return
    before = Wording(prepared[base].annotated, prepared[base].sentences[mine[0]])
    for report in sorted({report for report, _ in nodes} - {base}):
        places = [place for at, place in nodes if at == report]
        if len(places) == 1:
            yield before, Wording(prepared[report].annotated, prepared[report].sentences[places[0]])


def compare(before: Wording, after: Wording) -> list[Drift]:
    """The changes between two wordings of one sentence."""
    if before.unit.words == after.unit.words:
        return []
    return [
        *_numbers_and_labels(before, after),
        *_hedges(before, after),
        *_attributions(before, after),
    ]


def _drift(what: DriftKind, before: Span, after: Span) -> Drift:
    return Drift.model_validate({"what": what, "from": before, "to": after})


def _numbers_and_labels(before: Wording, after: Wording) -> list[Drift]:
    """Words put in one another's place that are numbers, or labels of one set."""
    found = []
    for old, new in _replaced(before.unit, after.unit):
        for what, table in (("number-changed", _numbers()), ("label-changed", _labels())):
            first = [(n, _reads(table, before.word(n))) for n in old]
            second = [(n, _reads(table, after.word(n))) for n in new]
            changed = _first_change([x for x in first if x[1]], [x for x in second if x[1]])
            if changed:
                kind: DriftKind = "number-changed" if what == "number-changed" else "label-changed"
                found.append(_drift(kind, before.at(changed[0]), after.at(changed[1])))
    return found


_Read = tuple[str, str] | None


def _first_change(
    old: Sequence[tuple[int, _Read]], new: Sequence[tuple[int, _Read]]
) -> tuple[int, int] | None:
    """Places of the first two words of one set that are not the same member of it."""
    for (here, first), (there, second) in zip(old, new, strict=False):
        if first and second and first[0] == second[0] and first[1] != second[1]:
            return here, there
    return None


def _replaced(before: Unit, after: Unit) -> list[tuple[list[int], list[int]]]:
    """Stretches between words in common, where both sides have something."""
    found: list[tuple[list[int], list[int]]] = []
    old: list[int] = []
    new: list[int] = []
    for step in LCSseq.opcodes(before.words, after.words):
        if step.tag == "equal":
            found.append((old, new))
            old, new = [], []
            continue
        old = [*old, *range(step.src_start, step.src_end)]
        new = [*new, *range(step.dest_start, step.dest_end)]
    found.append((old, new))
    return [(first, second) for first, second in found if first and second]


@cache
def _numbers() -> dict[str, tuple[str, str]]:
    rows = lexicon("weighing_words")
    return {r["word"]: ("number", r["value"] or r["word"]) for r in rows if r["use"] == "number"}


@cache
def _labels() -> dict[str, tuple[str, str]]:
    return {row["label"]: (row["set"], row["member"]) for row in lexicon("label_sets")}


def _reads(table: dict[str, tuple[str, str]], word: str) -> _Read:
    if table is _numbers() and word[:1].isdigit():
        return "number", word.replace(",", "")
    return table.get(word)


@cache
def _hedge_pattern() -> re.Pattern[str]:
    """The phrases in lower case and at the start of a sentence; "May" may be the month."""
    folded = {row["phrase"] for row in lexicon("copy_hedges")}
    phrases = folded | {phrase.capitalize() for phrase in folded if not phrase.startswith("may")}
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _hedges(before: Wording, after: Wording) -> list[Drift]:
    old, new = _hedge_spans(before), _hedge_spans(after)
    if old and not new:
        return [_drift("hedge-dropped", old[0], after.whole())]
    if new and not old:
        return [_drift("hedge-added", before.whole(), new[0])]
    return []


def _hedge_spans(wording: Wording) -> list[Span]:
    whole = wording.whole()
    text = wording.annotated.report.text
    found = _hedge_pattern().finditer(text, whole.start, whole.end)
    return [wording.span(*match.span()) for match in found]


def _attributions(before: Wording, after: Wording) -> list[Drift]:
    """A source that is named for the sentence in one wording and for none in the other."""
    whole = before.whole()
    named = [a for a in _about(before) if a.source and a.source.inside(whole.start, whole.end)]
    if not named or _about(after):
        return []
    source = named[0].source
    if source is None:
        return []
    said = {after.word(place) for place in range(len(after.unit.places))}
    if source.exact.split()[-1].casefold() in said:
        return []
    return [_drift("attribution-dropped", before.span(source.start, source.end), after.whole())]


def _about(wording: Wording) -> list[Attribution]:
    """The attributions that hold some of the sentence."""
    whole = wording.whole()
    attributions = wording.annotated.annotations.attributions
    return [a for a in attributions if any(p.overlaps(whole.start, whole.end) for p in a.content)]
