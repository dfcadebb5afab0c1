"""Names as they are found, before it is settled which of those that overlap is meant."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from spacy.tokens import Doc

from rashomon.data.known_names import Known
from rashomon.data.spelling import Word, joined, words
from rashomon.model.annotations import NameKind


class Evidence(IntEnum):
    """What a draft rests on; the greater wins where two overlap and neither is longer."""

    ENTITY = 0
    COUNTRY = 1
    WORDS = 2
    LEXICON = 3
    STATED = 4


@dataclass(slots=True)
class Draft:
    """A possible name. ``evidence`` below ``WORDS`` gives way to anything from there on."""

    start: int
    end: int
    kind: NameKind
    canonical: str
    evidence: Evidence
    country: str | None = None
    known: Known | None = None

    @property
    def length(self) -> int:
        """How many characters it covers."""
        return self.end - self.start

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any character is shared."""
        return self.start < end and start < self.end


class Scene:
    """A document as this room looks at it: its words, and the spaCy token of each."""

    def __init__(self, doc: Doc) -> None:
        """Split the text once; every finder works on the same words."""
        self.doc = doc
        self.text = doc.text
        self.words = words(self.text)
        self._token_at = {token.idx: token.i for token in doc}

    def proper(self, word: Word) -> bool:
        """Whether the tagger holds the word for a proper noun or the parser for an entity."""
        at = self._token_at.get(word.start)
        if at is None:
            return True
        token = self.doc[at]
        return token.pos_ == "PROPN" or bool(token.ent_type_)

    def entity(self, word: Word) -> str:
        """The label of the entity that the word belongs to, or the empty string."""
        at = self._token_at.get(word.start)
        return self.doc[at].ent_type_ if at is not None else ""

    def tag(self, word: Word) -> str:
        """The part of speech that the tagger gives the word, or the empty string."""
        at = self._token_at.get(word.start)
        return self.doc[at].pos_ if at is not None else ""

    def joined(self, at: int) -> bool:
        """Whether word ``at`` follows the one before it with nothing but a space or hyphen."""
        return 0 < at < len(self.words) and joined(self.text, self.words[at - 1], self.words[at])

    def near_line_start(self, at: int, limit: int) -> bool:
        """Whether word ``at`` ends less than ``limit`` characters into its line."""
        end = self.words[at].end
        return end < limit or "\n" in self.text[end - limit : end]

    def shouted(self, at: int) -> bool:
        """Whether the words on both sides are in capitals: then capitals say nothing."""
        around = self.words[max(0, at - 1) : at] + self.words[at + 1 : at + 2]
        return bool(around) and all(word.capitals and len(word.raw) > 3 for word in around)

    def cut(self, first: int, last: int) -> str:
        """The text from word ``first`` up to word ``last`` (not included)."""
        return self.text[self.words[first].start : self.words[last - 1].end]


def settle(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that stand, none overlapping another, by start: strong before weak, long first."""
    ranked = sorted(drafts, key=lambda d: (-_tier(d.evidence), -d.length, -d.evidence, d.start))
    taken = set[int]()
    kept: list[Draft] = []
    for draft in ranked:
        letters = range(draft.start, draft.end)
        if taken.isdisjoint(letters):
            taken.update(letters)
            kept.append(draft)
    return sorted(kept, key=lambda d: d.start)


def _tier(evidence: Evidence) -> int:
    if evidence is Evidence.STATED:
        return 2
    return 1 if evidence >= Evidence.WORDS else 0
