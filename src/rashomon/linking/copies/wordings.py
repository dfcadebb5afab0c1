"""One sentence as one report words it, and what its words stand for: numbers and labels."""

from dataclasses import dataclass
from functools import cache, cached_property

from rashomon.data import lexicon
from rashomon.linking.copies.units import Unit, places
from rashomon.model.annotations import Annotated
from rashomon.model.spans import Span


@dataclass(frozen=True)
class Wording:
    """One sentence in one report."""

    annotated: Annotated
    unit: Unit

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each word."""
        return places(self.unit, self.annotated.report.text)

    def span(self, start: int, end: int) -> Span:
        """Words of the report as a span."""
        text = self.annotated.report.text
        return Span(report=self.annotated.report.id, start=start, end=end, exact=text[start:end])

    def whole(self) -> Span:
        """The sentence."""
        return self.span(self.places[0][0], self.places[-1][1])

    def word(self, place: int) -> str:
        """One of its words, folded."""
        start, end = self.places[place]
        return self.annotated.report.text[start:end].casefold()

    def at(self, place: int) -> Span:
        """The span of one word."""
        return self.span(*self.places[place])


def number_of(word: str) -> str | None:
    """What a folded word says as a number: "4" for "four" and "4", "23" for "twenty-three"."""
    if word[:1].isdigit():
        return word.replace(",", "")
    parts = [_numbers().get(part) for part in word.split("-")]
    if len(parts) == 2 and all(part and part.isdigit() for part in parts):
        return str(sum(int(part) for part in parts if part))
    return parts[0] if len(parts) == 1 else None


@cache
def _numbers() -> dict[str, str]:
    rows = [row for row in lexicon("weighing_words") if row["use"] == "number"]
    vague = [row["words"] for row in lexicon("vague_numbers") if row["role"] == "number"]
    last = {phrase.split()[-1] for phrase in vague}  # "a dozen", "a pair"
    return {word: word for word in sorted(last)} | {
        row["word"]: row["value"] or row["word"] for row in rows
    }


def label_of(word: str) -> tuple[str, str] | None:
    """The set that a folded word is a label of, and which member."""
    return _labels().get(word)


@cache
def _labels() -> dict[str, tuple[str, str]]:
    return {row["label"]: (row["set"], row["member"]) for row in lexicon("label_sets")}
