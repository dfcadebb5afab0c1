"""The search for copies, from a pile of reports to typed passages."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

import numpy as np

from rashomon.linking.copies.candidates import report_pairs
from rashomon.linking.copies.credits import VoiceOf, kind_of, origin_of, outlet, own, source_of
from rashomon.linking.copies.drift import drift_of
from rashomon.linking.copies.groups import Forest, Passage, Stretch, passages_of
from rashomon.linking.copies.matching import Match, Weight, index, passages, quotes, trigrams
from rashomon.linking.copies.units import MIN_QUOTE, Prepared, Shelf, Unit, Vocabulary
from rashomon.model.annotations import Annotated
from rashomon.model.base import NullReason, content_id
from rashomon.model.copies import Copy, CopyKind, CopySpan, Drift

_OWN_TEXT = 0.5  # of the shorter of two reports of one outlet: an update; less is furniture
_OWN_PART, _OWN_WORDS = 0.25, 40  # of a short report, so many words and so large a part are as well


def _nobody(report: str, start: int, end: int) -> str | None:
    return None


def find_copies(reports: Iterable[Annotated], voice_of: VoiceOf = _nobody) -> tuple[Copy, ...]:
    """All passages that stand in two or more reports, whatever the order of ``reports``.

    Of text at least 25 words, of quotations 12; furniture, credits, tags and captions are left
    out. ``voice_of`` maps the place of a name (report id, start, end) to a voice's id, for
    ``primary_source``. Time is near linear in the words of the pile.
    """
    ordered = sorted(reports, key=lambda each: each.report.id)
    vocabulary = Vocabulary()
    pairs = _worth_comparing(ordered, vocabulary)
    shelf = Shelf(ordered, vocabulary)
    texts, quoted = _joined(shelf, pairs, vocabulary.weight)
    found = [
        _copy(passage, shelf, False, voice_of) for passage in passages_of(texts, shelf.sentences)
    ]
    found += [
        _copy(passage, shelf, True, voice_of) for passage in _each_apart(quoted, shelf.quotes)
    ]
    return tuple(sorted(found, key=lambda copy: copy.id))


def _worth_comparing(
    ordered: Sequence[Annotated], vocabulary: Vocabulary
) -> Iterable[tuple[int, int]]:
    """Pairs of reports that may share a passage, sorted."""
    flat, lengths = array("i"), []
    for each in ordered:
        words = vocabulary.words(each)
        flat.extend(words)
        lengths.append(len(words))
    return report_pairs(np.frombuffer(flat, dtype=np.int32), np.array(lengths, dtype=np.int64))


def _each_apart(forest: Forest, units: Callable[[int], Sequence[Unit]]) -> list[Passage]:
    """Quotations are not gathered by reports: each is one copy."""
    found = []
    for tree in forest.trees():
        alone = Forest()
        for node in tree[1:]:
            alone.join(tree[0], node)
        found += passages_of(alone, units)
    return found


def _joined(
    prepared: Shelf, pairs: Iterable[tuple[int, int]], weight: Weight
) -> tuple[Forest, Forest]:
    """The sentences, and the quotations, that are one text."""
    texts, spoken = Forest(), Forest()
    for one, others in groupby(pairs, key=lambda pair: pair[0]):
        first = prepared[one]
        known = index(first.sentences)
        for _, other in others:
            second = prepared[other]
            quoted = quotes(first, second)
            shared = _passages(passages(first, second, known, weight), quoted, first, second)
            for match in shared:
                texts.join((one, match.one), (other, match.other))
            for match in quoted:
                if not any(_holds(m, match, first, second) for m in shared):
                    spoken.join((one, match.one), (other, match.other))
    return texts, spoken


def _passages(
    found: Sequence[list[Match]], quoted: Sequence[Match], first: Prepared, second: Prepared
) -> list[Match]:
    """What two reports share as text, without what is only a quotation that both have."""
    runs = [
        run
        for run in found
        if sum(m.words for m in run) - _in_quotes(run, quoted, first, second) >= MIN_QUOTE
    ]
    shared = [match for run in runs for match in run]
    return [] if _is_furniture(shared, first, second) else shared


def _in_quotes(
    run: Sequence[Match], quoted: Sequence[Match], first: Prepared, second: Prepared
) -> int:
    """How many of a passage's words are words of shared quotations."""
    inside = {q.one: q for q in quoted if any(_holds(m, q, first, second) for m in run)}
    return sum(match.words for match in inside.values())


def _is_furniture(shared: Sequence[Match], first: Prepared, second: Prepared) -> bool:
    """Whether two reports of one outlet share only what its pages always carry."""
    if not _same_outlet(first, second):
        return False
    words = sum(match.words for match in {m.one: m for m in shared}.values())
    shorter = min(first.words, second.words)
    return words < (_OWN_PART if words >= _OWN_WORDS else _OWN_TEXT) * shorter


def _same_outlet(first: Prepared, second: Prepared) -> bool:
    name = outlet(first.annotated)
    return name is not None and name == outlet(second.annotated)


def _holds(match: Match, quoted: Match, first: Prepared, second: Prepared) -> bool:
    """Whether matched sentences and a matched quotation are about the same words."""
    here = _touch(first.sentences[match.one], first.quotes[quoted.one])
    return here and _touch(second.sentences[match.other], second.quotes[quoted.other])


def _touch(sentence: Unit, quote: Unit) -> bool:
    return sentence.start < quote.end and quote.start < sentence.end


def _units(prepared: Prepared, quote: bool) -> Sequence[Unit]:
    return prepared.quotes if quote else prepared.sentences


def _copy(passage: Passage, prepared: Shelf, quote: bool, voice_of: VoiceOf) -> Copy:
    kind = kind_of(passage, prepared, quote)
    origin = origin_of(passage, prepared, kind)
    base = passage.reports[0] if origin is None else origin
    voice, named = source_of(passage, prepared, kind, voice_of)
    why_null: dict[str, NullReason] = {}
    if voice is None:
        why_null["primary_source"] = "unresolved" if named else "not-stated"
    spans = tuple(
        _span(stretch, passage, prepared, quote, base, origin) for stretch in passage.stretches
    )
    drift: tuple[Drift, ...] = () if quote else drift_of(passage, prepared, base)
    return Copy(
        id=_id(kind, spans),
        kind=kind,
        spans=spans,
        primary_source=voice,
        drift=drift,
        why_null=why_null,
    )


def _id(kind: CopyKind, spans: Sequence[CopySpan]) -> str:
    return content_id("k", kind, *(f"{s.report}:{s.start}:{s.end}" for s in spans))


def _span(
    stretch: Stretch,
    passage: Passage,
    prepared: Shelf,
    quote: bool,
    base: int,
    origin: int | None,
) -> CopySpan:
    report = prepared[stretch.report].annotated.report
    whole = _trigrams(own(passage, base), prepared[base], quote)
    mine = _trigrams([stretch], prepared[stretch.report], quote)
    share = 1.0 if stretch.report == base or not mine else len(mine & whole) / len(mine)
    return CopySpan(
        report=report.id,
        start=stretch.start,
        end=stretch.end,
        exact=report.text[stretch.start : stretch.end],
        role="unknown" if origin is None else "origin" if stretch.report == origin else "copy",
        containment=round(share, 4),
    )


def _trigrams(
    stretches: Sequence[Stretch], prepared: Prepared, quote: bool
) -> set[tuple[int, int, int]]:
    units = _units(prepared, quote)
    return {t for s in stretches for place in s.units for t in trigrams(units[place])}
