"""What changed between two wordings of one sentence: numbers, hedges, labels, attributions."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz.distance import LCSseq

from rashomon.data.phrases import words
from rashomon.linking.copies.groups import Passage
from rashomon.linking.copies.hedging import bound_before, hedges
from rashomon.linking.copies.units import Node, Shelf
from rashomon.linking.copies.wordings import Wording, label_of, number_of
from rashomon.model.annotations import Attribution
from rashomon.model.copies import Drift, DriftKind
from rashomon.model.spans import Piece, Span

_ONE_SENTENCE = 0.5
"""Share of the words of two sentences that stand in both in order, where either has several like
it."""

Words = list[int]
"""Places of words in a sentence."""


def drift_of(passage: Passage, prepared: Shelf, base: int) -> tuple[Drift, ...]:
    """Every change from the base report's wording to the others', in order of place."""
    found: list[Drift] = []
    for nodes in passage.classes:
        for before, after in _pairs(nodes, prepared, base):
            found += compare(before, after)
    return tuple(sorted(found, key=_order))


def _order(drift: Drift) -> tuple[str, int, str, int, str]:
    return drift.from_.report, drift.from_.start, drift.to.report, drift.to.start, drift.what


def _pairs(nodes: Sequence[Node], prepared: Shelf, base: int) -> Iterable[tuple[Wording, Wording]]:
    """The base's wording beside each other one, sentence by sentence; where a headline and its lead
    are both like a sentence, the one that is most like it."""
    mine = [place for report, place in nodes if report == base]
    for report in sorted({report for report, _ in nodes} - {base}):
        places = [place for at, place in nodes if at == report]
        pairs = [(here, there) for here in mine for there in places]
        if len(pairs) > 1:
            pairs = _likest(pairs, prepared, base, report)
        for here, there in pairs:
            before = Wording(prepared[base].annotated, prepared[base].sentences[here])
            yield before, Wording(prepared[report].annotated, prepared[report].sentences[there])


def _likest(
    pairs: Iterable[tuple[int, int]], prepared: Shelf, base: int, report: int
) -> list[tuple[int, int]]:
    """Of pairs of sentences those that are mostly one, each sentence in one pair at most."""
    found: list[tuple[int, int]] = []
    likeness = {
        (here, there): LCSseq.normalized_similarity(
            prepared[base].sentences[here].words, prepared[report].sentences[there].words
        )
        for here, there in pairs
    }
    for here, there in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        taken = any(here == one or there == other for one, other in found)
        if not taken and likeness[here, there] >= _ONE_SENTENCE:
            found.append((here, there))
    return found


def compare(before: Wording, after: Wording) -> list[Drift]:
    """The changes between two wordings of one sentence."""
    if before.unit.words == after.unit.words:
        return []
    same, replaced = _aligned(before, after)
    return [
        *_numbers(before, after, same, replaced),
        *_labels(before, after, replaced),
        *_hedges(before, after),
        *_attributions(before, after),
    ]


def _drift(what: DriftKind, before: Span, after: Span) -> Drift:
    return Drift.model_validate({"what": what, "from": before, "to": after})


def _aligned(
    before: Wording, after: Wording
) -> tuple[list[tuple[int, int]], list[tuple[Words, Words]]]:
    """Words in common, and stretches between them where both sides have something."""
    same: list[tuple[int, int]] = []
    between: list[tuple[Words, Words]] = []
    old: Words = []
    new: Words = []
    for step in LCSseq.opcodes(before.unit.words, after.unit.words):
        here, there = range(step.src_start, step.src_end), range(step.dest_start, step.dest_end)
        if step.tag == "equal":
            same += zip(here, there, strict=True)
            between.append((old, new))
            old, new = [], []
        else:
            old, new = [*old, *here], [*new, *there]
    between.append((old, new))
    return same, [(first, second) for first, second in between if first and second]


def _numbers(
    before: Wording,
    after: Wording,
    same: Sequence[tuple[int, int]],
    replaced: Iterable[tuple[Words, Words]],
) -> list[Drift]:
    """Numbers put in one another's place, and what stood before a number and fell, or came."""
    found, kept = [], [(n, m) for n, m in same if number_of(before.word(n))]
    for old, new in replaced:
        first = [n for n in old if number_of(before.word(n))]
        second = [n for n in new if number_of(after.word(n))]
        for here, there in zip(first, second, strict=False):
            if number_of(before.word(here)) == number_of(after.word(there)):
                kept.append((here, there))
            else:
                found.append(_drift("number-changed", before.at(here), after.at(there)))
    return found + [
        drift for here, there in sorted(kept) for drift in _bound(before, after, here, there)
    ]


def _bound(before: Wording, after: Wording, here: int, there: int) -> list[Drift]:
    """ "At least three" that became "three" is another number; the other way the number was made
    softer."""
    old, new = bound_before(before, here), bound_before(after, there)
    first = before.span(old.start if old else before.at(here).start, before.at(here).end)
    second = after.span(new.start if new else after.at(there).start, after.at(there).end)
    if old and not new:
        return [_drift("number-changed", first, second)]
    if new and not old:
        return [_drift("hedge-added", first, second)]
    return []


def _labels(
    before: Wording, after: Wording, replaced: Iterable[tuple[Words, Words]]
) -> list[Drift]:
    """Labels of one set put in one another's place."""
    found = []
    for old, new in replaced:
        first = [(n, label) for n in old if (label := label_of(before.word(n)))]
        second = [(n, label) for n in new if (label := label_of(after.word(n)))]
        for (here, one), (there, other) in zip(first, second, strict=False):
            if one[0] == other[0] and one[1] != other[1]:
                found.append(_drift("label-changed", before.at(here), after.at(there)))
    return found


def _hedges(before: Wording, after: Wording) -> list[Drift]:
    """Hedges of which one wording has more; one for another is no change."""
    old, new = hedges(before), hedges(after)
    fallen = _beyond(old, new)[: max(0, len(old) - len(new))]
    come = _beyond(new, old)[: max(0, len(new) - len(old))]
    return [_drift("hedge-dropped", span, after.whole()) for span in fallen] + [
        _drift("hedge-added", before.whole(), span) for span in come
    ]


def _beyond(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The spans whose words the others do not have."""
    left = [_folded(other) for other in others]
    found = []
    for span in spans:
        if _folded(span) in left:
            left.remove(_folded(span))
        else:
            found.append(span)
    return found


def _folded(span: Span) -> str:
    return " ".join(span.exact.casefold().split())


def _attributions(before: Wording, after: Wording) -> list[Drift]:
    """A source that is named for the sentence in one wording and for none in the other."""
    whole = before.whole()
    named = [a.source for a in _about(before) if a.source]
    inside = [source for source in named if source.inside(whole.start, whole.end)]
    if not inside or any(a.source and _speaks(a) for a in _about(after)):
        return []
    last = inside[0].exact.split()[-1].casefold()
    if any(after.word(place) == last for place in range(len(after.unit.words))):
        return []
    return [
        _drift("attribution-dropped", before.span(*_words_of(before, inside[0])), after.whole())
    ]


def _words_of(wording: Wording, source: Piece) -> tuple[int, int]:
    """The words that attribute: the source and, where it stands in the sentence, the cue."""
    whole = wording.whole()
    cues = [a.cue for a in _about(wording) if a.source == source and a.cue]
    near = [cue for cue in cues if cue.inside(whole.start, whole.end)]
    pieces = [source, *near[:1]]
    return min(p.start for p in pieces), max(p.end for p in pieces)


def _speaks(attribution: Attribution) -> bool:
    """Whether the source is one who can speak: "the traces pointed to" is nobody's words."""
    source = attribution.source
    if source is None or attribution.voice_kind != "unnamed":
        return source is not None
    said = set(re.findall(r"[\w-]+", source.exact.casefold()))
    return not said.isdisjoint(_speakers())


@cache
def _speakers() -> frozenset[str]:
    nouns = words("source_roles", "noun") | words("pronouns")
    return frozenset(nouns | {f"{noun}s" for noun in nouns} | {"who", "authorities"})


def _about(wording: Wording) -> list[Attribution]:
    """The attributions that hold some of the sentence."""
    whole = wording.whole()
    attributions = wording.annotated.annotations.attributions
    return [a for a in attributions if any(p.overlaps(whole.start, whole.end) for p in a.content)]
