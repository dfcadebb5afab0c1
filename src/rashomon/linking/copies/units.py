"""A report as the search for copies sees it: sentences and quotations as lists of words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from wordfreq import zipf_frequency

from rashomon.linking.copies.quotations import Stretches, quotations
from rashomon.model.annotations import NOT_PROSE, Annotated

MIN_QUOTE = 12  # words of a quotation
MIN_TEXT = 25  # words of any other passage
Node = tuple[int, int]
"""A unit: the place of its report in the pile, and its own place in the report."""

_EVERYDAY = 6.5  # Zipf frequency of a word that tells nothing
_RAREST, _FIGURE, _COMMONEST = 5.0, 4.0, 0.3
_KEPT = 16_000  # reports
_NOT_COPIED = NOT_PROSE | {"dateline"}
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"'”’»)]*|\n|$)")
# Whom to ring or write to: newspapers of a town print the same line under every story.
_CONTACT = re.compile(
    r"\b\d{3}\)?[ .-]{1,2}\d{3}[ .-]{1,2}(?:\d{4}|[A-Z]{4})\b|\b[\w.]+@\w+\.\w|\bwww\."
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or quotation: ``pieces`` of the text from ``start`` to ``end``.

    ``words`` are numbers that stand for folded words; ``telling`` those that are numbers or names,
    by which two stock sentences differ. Where the words stand is not kept: see :func:`places`.
    """

    start: int
    end: int
    pieces: Stretches
    words: tuple[int, ...]
    telling: frozenset[int]


@dataclass(frozen=True, slots=True)
class Prepared:
    """One report, ready to be compared."""

    annotated: Annotated
    sentences: tuple[Unit, ...]
    quotes: tuple[Unit, ...]

    @property
    def words(self) -> int:
        """How many words of prose it has."""
        return sum(len(unit.words) for unit in self.sentences)


def places(unit: Unit, text: str) -> tuple[tuple[int, int], ...]:
    """Where each word of a unit begins and ends."""
    return tuple(m.span() for start, end in unit.pieces for m in _WORD.finditer(text, start, end))


class Vocabulary:
    """Folded words as numbers, the same for all reports of one search."""

    def __init__(self) -> None:
        """Start without words."""
        self._numbers: dict[str, int] = {}
        self._spelled: list[str] = []

    @cache  # noqa: B019 (a vocabulary lives for one search)
    def weight(self, word: int) -> float:
        """How much a word tells: figures and rare words much, common ones little."""
        if word >= len(self._spelled):
            self._spelled = list(self._numbers)
        spelled = self._spelled[word]
        if spelled[0].isdigit():
            return _FIGURE
        return min(_RAREST, max(_COMMONEST, _EVERYDAY - zipf_frequency(spelled, "en", "small")))

    def words(self, annotated: Annotated) -> list[int]:
        """All words of a report's prose, in order."""
        text, numbers = annotated.report.text, self._numbers
        skipped = _skipped(annotated)
        return [
            numbers.setdefault(_folded(word), len(numbers))
            for start, end in _without(0, len(text), skipped)
            for word in _WORD.findall(text, start, end)
        ]

    def unit(self, text: str, pieces: Stretches) -> Unit | None:
        """The words of some stretches; ``None`` if there are none."""
        found = [m for start, end in pieces for m in _WORD.finditer(text, start, end)]
        if not found:
            return None
        numbers = self._numbers
        words = tuple(numbers.setdefault(_folded(m.group()), len(numbers)) for m in found)
        telling = {
            word
            for place, (word, m) in enumerate(zip(words, found, strict=True))
            if m.group()[0].isdigit() or (place and m.group()[0].isupper())
        }
        return Unit(found[0].start(), pieces[-1][1], pieces, words, frozenset(telling))


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").replace("ʼ", "'")


def prepare(annotated: Annotated, vocabulary: Vocabulary) -> Prepared:
    """Cut a report into units, leaving out what is the page's and not the article's."""
    text, skipped = annotated.report.text, _skipped(annotated)

    def unit(pieces: Stretches) -> Unit | None:
        left = tuple(cut for start, end in pieces for cut in _without(start, end, skipped))
        return vocabulary.unit(text, left)

    sentences = [
        vocabulary.unit(text, (piece,))
        for start, end in _sentences(annotated)
        for piece in _without(start, end, skipped)
        if not _CONTACT.search(text, *piece)
    ]
    quotes = [unit(pieces) for pieces in quotations(annotated)]
    return Prepared(
        annotated,
        tuple(each for each in sentences if each),
        tuple(each for each in quotes if each and len(each.words) >= MIN_QUOTE),
    )


class Shelf:
    """The reports of a pile, cut into units when they are asked for.

    Only some thousands stay: those of a large pile that are looked at again are cut again.
    """

    def __init__(self, reports: Sequence[Annotated], vocabulary: Vocabulary) -> None:
        """Take the reports in the order of the pile."""
        self._reports = reports
        self._vocabulary = vocabulary
        self._kept: dict[int, Prepared] = {}

    def __getitem__(self, place: int) -> Prepared:
        """The report at a place of the pile."""
        found = self._kept.get(place)
        if found is None:
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            found = self._kept[place] = prepare(self._reports[place], self._vocabulary)
        return found

    def sentences(self, place: int) -> tuple[Unit, ...]:
        """Its sentences."""
        return self[place].sentences

    def quotes(self, place: int) -> tuple[Unit, ...]:
        """Its quotations."""
        return self[place].quotes


def _skipped(annotated: Annotated) -> list[tuple[int, int]]:
    sections = annotated.annotations.sections
    return sorted((s.start, s.end) for s in sections if s.kind in _NOT_COPIED)


def _sentences(annotated: Annotated) -> Iterable[tuple[int, int]]:
    if annotated.annotations.sentences:
        return [(s.start, s.end) for s in annotated.annotations.sentences]
    return [m.span() for m in _SENTENCE.finditer(annotated.report.text)]


def _without(start: int, end: int, out: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a stretch when the given ones, sorted, are cut out."""
    left, at = [], start
    for cut_start, cut_end in out:
        if cut_start >= end:
            break
        if cut_end > at:
            left.append((at, cut_start))
            at = cut_end
    left.append((at, end))
    return [(first, last) for first, last in left if first < last]
