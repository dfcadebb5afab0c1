"""A report as the search for copies sees it: sentences and quotations as lists of words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.model.annotations import NOT_PROSE, Annotated, Attribution
from rashomon.model.spans import Piece

MIN_QUOTE = 12  # words of a quotation
MIN_TEXT = 25  # words of any other passage
Node = tuple[int, int]
"""A unit: the place of its report in the pile, and its own place in the report."""

_NOT_COPIED = NOT_PROSE | {"dateline"}
_SPEECH = frozenset({"block-quote", "post"})
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"'”’»)]*|\n|$)")
_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{40,4000})[”\"»]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or quotation. ``words`` are numbers that stand for folded words;
    ``places`` the start and end of each; ``trigrams`` are every three words in a row,
    ``telling`` the words that are numbers or names, by which two stock sentences differ."""

    start: int
    end: int
    words: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    trigrams: frozenset[tuple[int, int, int]]
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


class Vocabulary:
    """Folded words as numbers, the same for all reports of one search."""

    def __init__(self) -> None:
        """Start without words."""
        self._numbers: dict[str, int] = {}

    def unit(self, text: str, start: int, end: int) -> Unit:
        """The words between two offsets."""
        found = list(_WORD.finditer(text, start, end))
        numbers = self._numbers
        folded = [m.group().casefold().replace("’", "'").replace("ʼ", "'") for m in found]
        words = tuple(numbers.setdefault(word, len(numbers)) for word in folded)
        trigrams = frozenset(zip(words, words[1:], words[2:], strict=False))
        telling = {
            word
            for place, (word, m) in enumerate(zip(words, found, strict=True))
            if m.group()[0].isdigit() or (place and m.group()[0].isupper())
        }
        places = tuple(m.span() for m in found)
        return Unit(start, end, words, places, trigrams, frozenset(telling))


def prepare(annotated: Annotated, vocabulary: Vocabulary) -> Prepared:
    """Cut a report into units, leaving out what is the page's and not the article's."""
    text = annotated.report.text
    skipped = [s for s in annotated.annotations.sections if s.kind in _NOT_COPIED]
    out = [(section.start, section.end) for section in skipped]
    sentences = [
        vocabulary.unit(text, start, end)
        for begin, stop in _sentences(annotated)
        for start, end in _without(begin, stop, out)
    ]
    quotes = [
        vocabulary.unit(text, start, end)
        for begin, stop in _quotations(annotated)
        for start, end in _without(begin, stop, out)
    ]
    return Prepared(
        annotated,
        tuple(unit for unit in sentences if unit.words),
        tuple(unit for unit in quotes if len(unit.words) >= MIN_QUOTE),
    )


def _sentences(annotated: Annotated) -> Iterable[tuple[int, int]]:
    if annotated.annotations.sentences:
        return [(s.start, s.end) for s in annotated.annotations.sentences]
    return [m.span() for m in _SENTENCE.finditer(annotated.report.text)]


def _without(start: int, end: int, out: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What is left of a stretch when the given ones are cut out."""
    left = [(start, end)]
    for cut_start, cut_end in out:
        left = (
            [
                piece
                for begin, stop in left
                for piece in ((begin, min(stop, cut_start)), (max(begin, cut_end), stop))
                if piece[0] < piece[1]
            ]
            if cut_start < end and start < cut_end
            else left
        )
    return left


def _quotations(annotated: Annotated) -> list[tuple[int, int]]:
    """Quoted stretches: by their marks, and what an attribution gives as said word for word."""
    found = {m.span(1) for m in _QUOTED.finditer(annotated.report.text)}
    found |= {(p.start, p.end) for a in annotated.annotations.attributions for p in _spoken(a)}
    kinds = (s for s in annotated.annotations.sections if s.kind in _SPEECH)
    return sorted(found | {(section.start, section.end) for section in kinds})


def _spoken(attribution: Attribution) -> tuple[Piece, ...]:
    return attribution.content if attribution.kind != "indirect" else ()
