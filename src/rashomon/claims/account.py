"""One annotated report, indexed by where things stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from rashomon.model.annotations import (
    NOT_PROSE,
    Annotated,
    Annotations,
    Attribution,
    CountMention,
    EventMention,
    Item,
    NameMention,
    PlaceMention,
    Section,
    TimeMention,
)
from rashomon.model.charges import Charge
from rashomon.model.report import Report
from rashomon.model.spans import Piece, Span

_A_SENTENCE = 5  # spaces between words, at least
_SIGNATURE = 24
"""Characters: a handle is at most 15 long."""
_BROKEN = re.compile(r"[^\s.!?:][^\S\n]*\n[^\S\n]*[^\W\d_A-Z]")

P = TypeVar("P", bound=Piece)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Account:
    """A report and what was found in it, with the lookups that the claims room needs."""

    report: Report
    notes: Annotations
    words: tuple[tuple[int, str], ...]
    starts: tuple[int, ...]
    lemmas: Mapping[int, Sequence[str]]
    """By sentence: its content lemmas."""
    named: Mapping[int, Sequence[NameMention]]
    """By sentence: the names that begin in it."""
    told: Mapping[int, Sequence[Attribution]]
    """By sentence: the attributions of which some content stands in it."""
    heard: Mapping[int, Sequence[Attribution]]
    """By sentence: the attributions of which the source begins in it."""
    events: Mapping[int, Sequence[EventMention]]
    """By sentence: the event mentions that begin in it."""
    timed: Mapping[int, Sequence[EventMention]]
    """By the start of a time expression: the mentions that the grammar gives it to."""
    charges: Mapping[int, Sequence[Charge]]
    """By sentence: the verbs of blame and of deeds that begin in it."""
    wrapped: bool = False
    """Whether lines break within sentences: then only an empty line ends a paragraph."""

    @classmethod
    def of(cls, annotated: Annotated) -> "Account":
        """The account of one annotated report, every annotation filed by its sentence once."""
        notes = annotated.annotations
        starts = tuple(each.start for each in notes.sentences)
        at = partial(_sentence, starts)
        sources = ((at(a.source.start), a) for a in notes.attributions if a.source)
        return cls(
            report=annotated.report,
            notes=notes,
            words=annotated.words,
            starts=starts,
            lemmas=_filed((at(offset), lemma) for offset, lemma in annotated.words),
            named=_filed((at(name.start), name) for name in notes.names),
            told=_filed((n, a) for a in notes.attributions for n in _covered(a, at)),
            heard=_filed(sources),
            events=_filed((at(mention.start), mention) for mention in notes.mentions),
            timed=_filed(_timed(notes)),
            charges=_filed((at(charge.start), charge) for charge in annotated.charges),
            wrapped=bool(_BROKEN.search(annotated.report.text)),
        )

    def sentence(self, offset: int) -> int:
        """The index of the sentence that holds ``offset`` (0 where there is none)."""
        return _sentence(self.starts, offset)

    def bounds(self, index: int) -> tuple[int, int]:
        """Where sentence ``index`` starts and ends; the whole text where there is none."""
        if not self.starts:
            return 0, len(self.report.text)
        sentence = self.notes.sentences[index]
        return sentence.start, sentence.end

    def opens_paragraph(self, index: int) -> bool:
        """Whether a sentence is the first of its paragraph; the spaces between two sentences may
        lie in either."""
        if index <= 0:
            return True
        text = self.report.text
        before, (start, end) = self.bounds(index - 1), self.bounds(index)
        last = before[0] + len(text[slice(*before)].rstrip())
        first = end - len(text[start:end].lstrip())
        return text.count("\n", last, first) > self.wrapped

    def paragraph(self, index: int) -> int:
        """The first sentence of the paragraph that holds a sentence."""
        while not self.opens_paragraph(index):
            index -= 1
        return index

    def span(self, start: int, end: int) -> Span:
        """The words from ``start`` to ``end``."""
        return Span(report=self.report.id, start=start, end=end, exact=self.report.text[start:end])

    def sentence_span(self, offset: int) -> Span:
        """The whole sentence that holds ``offset``."""
        return self.span(*self.bounds(self.sentence(offset)))

    def section(self, offset: int) -> Section | None:
        """The section that holds ``offset``, if any."""
        return next((s for s in self.notes.sections if s.start <= offset < s.end), None)

    @property
    def lead(self) -> int:
        """The index of the first sentence that is one, behind titles, mastheads and formulas."""
        text = self.report.text
        for index, each in enumerate(self.notes.sentences):
            said = text[each.start : each.end].rstrip(" \n\"”’')")
            if said.endswith((".", "!", "?")) and said.count(" ") >= _A_SENTENCE:
                return index
        return 0

    def item(self, offset: int) -> Item | None:
        """The item of a list that holds ``offset``, if any."""
        return next((i for i in self.notes.items if i.start <= offset < i.end), None)

    def readable(self, offset: int) -> bool:
        """Whether ``offset`` lies in prose."""
        section = self.section(offset)
        return section is None or section.kind not in NOT_PROSE

    def times_in(self, start: int, end: int) -> list[TimeMention]:
        """The time expressions between two offsets, without the dates under posts."""
        found = within(self.notes.times, start, end)
        return [time for time in found if not self._signs_a_post(time)]

    def _signs_a_post(self, time: TimeMention) -> bool:
        before = self.report.text[max(0, time.start - _SIGNATURE) : time.start]
        return before.rstrip().endswith(")") and "(@" in before

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        """The places between two offsets."""
        return within(self.notes.places, start, end)

    def lemmas_in(self, start: int, end: int) -> list[str]:
        """The lemmas of the words that begin between two offsets."""
        first, stop = (bisect_left(self.words, (at,)) for at in (start, end))
        return [lemma for _, lemma in self.words[first:stop]]

    def counts_in(self, start: int, end: int) -> list[CountMention]:
        """The counts of which the number stands between two offsets."""
        return within(self.notes.counts, start, end)

    def names_in(self, start: int, end: int) -> list[NameMention]:
        """The names between two offsets."""
        return within(self.notes.names, start, end)

    def sentence_of(self, mention: EventMention) -> tuple[int, int]:
        """Where the sentence of an event mention starts and ends."""
        return self.bounds(self.sentence(mention.start))


def starting(items: Sequence[P], start: int, end: int) -> list[P]:
    """The pieces (in order of ``start``) that begin between two offsets."""
    first = bisect_left(items, start, key=lambda item: item.start)
    last = bisect_left(items, end, key=lambda item: item.start)
    return list(items[first:last])


def _sentence(starts: Sequence[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)


def _covered(attribution: Attribution, at: Callable[[int], int]) -> list[int]:
    """The sentences that some of its content stands in."""
    spans = [range(at(p.start), at(max(p.start, p.end - 1)) + 1) for p in attribution.content]
    return sorted({index for span in spans for index in span})


def _timed(notes: Annotations) -> Iterator[tuple[int, EventMention]]:
    for mention in notes.mentions:
        for argument in mention.arguments:
            if argument.role == "time":
                for time in within(notes.times, argument.start, argument.end):
                    yield time.start, mention


def _filed(pairs: Iterable[tuple[int, T]]) -> dict[int, list[T]]:
    filed: dict[int, list[T]] = {}
    for index, item in pairs:
        filed.setdefault(index, []).append(item)
    return filed


def within(items: Sequence[P], start: int, end: int) -> list[P]:
    """The pieces (in order of ``start``) that lie between two offsets."""
    first = bisect_right(items, start - 1, key=lambda item: item.start)
    found = []
    for item in items[first:]:
        if item.start >= end:
            break
        if item.end <= end:
            found.append(item)
    return found
