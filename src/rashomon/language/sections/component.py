"""The spaCy component ``rashomon_sections``."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.language import extensions
from rashomon.language.sections.blocks import blocks_in
from rashomon.language.sections.credits import credit_of
from rashomon.language.sections.datelines import dateline_of
from rashomon.language.sections.items import items_in
from rashomon.language.sections.lines import section_of
from rashomon.language.sections.paragraphs import Paragraph, paragraphs
from rashomon.language.sections.posts import posts_in
from rashomon.model.annotations import NOT_PROSE, Section

_HEAD = 3
"""Paragraphs under the title among which a masthead's line may end in a credit."""

_TITLE_WITHIN = 1200
"""Characters at the head of a text in which its headline stands."""

_INNER_END = re.compile(r"[.!?][\"'”’]?\s")

_LABELLED = re.compile(r"^\W{0,6}[^\W\d_][^:.\n]{1,60}:[ \t]{1,3}\d[^.\n]{0,80}$", re.MULTILINE)
"""A label and its figure: "Civilians killed: 7 (six named)"."""

extensions.register()


def find_sections(text: str) -> tuple[Section, ...]:
    """All sections of a text, by start. Only a block quote can hold others (a dateline)."""
    return _sections(paragraphs(text))


def not_prose(sections: Sequence[Section]) -> tuple[tuple[int, int], ...]:
    """The stretches (start, end) that are not read as prose, by start."""
    return tuple((s.start, s.end) for s in sections if s.kind in NOT_PROSE)


_STOPS = frozenset(".!?")
_LONGEST_SENTENCE = 250  # words without a full stop


def _sections(parts: Sequence[Paragraph]) -> tuple[Section, ...]:
    found = list(posts_in(parts))
    in_posts = _inside(parts, found)
    for number, part in enumerate(parts):
        if part.start not in in_posts:
            head = 0 < number <= _HEAD
            section = credit_of(part, head) or section_of(part) or dateline_of(part)
            found.extend([section] if section else [])
    found.extend(blocks_in(parts, found))
    return tuple(sorted(found, key=lambda s: (s.start, -s.end, s.kind)))


def _inside(parts: Sequence[Paragraph], posts: Sequence[Section]) -> set[int]:
    """The starts of the paragraphs that hold a part of a post; both come in order."""
    found: set[int] = set()
    number = 0
    for part in parts:
        while number < len(posts) and posts[number].end <= part.start:
            number += 1
        if number < len(posts) and posts[number].start < part.end:
            found.add(part.start)
    return found


@Language.factory(
    "rashomon_sections", assigns=["doc._.sections", "doc._.items", "token.is_sent_start"]
)
class Sections:
    """Finds the sections of a text and lets sentences begin at their borders."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Keep the component's name in its pipeline."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.sections``; where no parser has run yet, also the sentence starts."""
        parts = paragraphs(doc.text)
        doc._.sections = _sections(parts)
        doc._.items = items_in(parts, _closed(doc._.sections))
        if not doc.has_annotation("DEP"):
            bodies = (item.body for item in doc._.items if item.head or item.kind == "timed")
            _start_sentences(doc, sorted({*_borders(parts, doc._.sections), *bodies}))
            _keep_labelled(doc, parts)
            _keep_title(doc)
        return doc


def _keep_labelled(doc: Doc, parts: Sequence[Paragraph]) -> None:
    """Keep a label with its figure in one sentence ("- Missing: 11"), and the number
    that begins a paragraph with the next word ("Seven civilians"), which the parser may cut off."""
    starts = [token.idx for token in doc]
    for found in _LABELLED.finditer(doc.text):
        _keep(doc, bisect_left(starts, found.start()), bisect_left(starts, found.end()))
    for part in parts:
        first = bisect_left(starts, part.start)
        if doc[first].like_num and doc[first + 1 : first + 2].text.islower():
            _keep(doc, first, first + 2)


def _keep_title(doc: Doc) -> None:
    """Keep the headline in one sentence: without its small words the parser may cut it in two
    ("Gunmen / storm hotel"). Not one that holds the end of a sentence."""
    title = doc._.title or ""
    at = doc.text.find(title, 0, _TITLE_WITHIN) if title else -1
    if at < 0 or _INNER_END.search(title):
        return
    starts = [token.idx for token in doc[:_TITLE_WITHIN]]
    _keep(doc, bisect_left(starts, at), bisect_left(starts, at + len(title)))


def _keep(doc: Doc, first: int, end: int) -> None:
    """Let no sentence begin among these tokens but at the first."""
    for token in doc[first + 1 : end]:
        if not token.is_sent_start:
            token.is_sent_start = False


def _closed(sections: Sequence[Section]) -> set[int]:
    """Where sections begin that are no items, or none of the report's own."""
    return {section.start for section in sections}


def _borders(parts: Sequence[Paragraph], sections: Sequence[Section]) -> list[int]:
    borders = {part.start for part in parts}
    for section in sections:
        borders.update((section.start, section.end))
    return sorted(borders)


def _start_sentences(doc: Doc, borders: Sequence[int]) -> None:
    """Let the first word at or after each border begin a sentence, and cut what goes on for longer
    than any sentence does: all that is read within one would take quadratic time."""
    waiting = iter(borders)
    border = next(waiting, None)
    length = 0
    starts: Any = doc.to_array("SENT_START")
    for token in doc:
        length = 0 if token.text in _STOPS else length + 1
        begins = border is not None and token.idx >= border and not token.is_space
        while begins and border is not None and border <= token.idx:
            border = next(waiting, None)
        if begins or length > _LONGEST_SENTENCE:
            starts[token.i] = 1
            length = 1
    doc.from_array(["SENT_START"], starts)  # at once: to set one looks through the whole text
