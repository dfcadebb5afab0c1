"""Text cut into paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.language.sections.marks import mark_of

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_WRAPPED = range(55, 101)  # the usual widths of hard-wrapped mail and wire text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph without the white space around it; ``plain`` has straight quotes."""

    start: int
    end: int
    text: str
    plain: str


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "\xa0": " "})


def straight(text: str) -> str:
    """The text with typographic quotes made straight, character for character."""
    return text.translate(_STRAIGHT)


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs: lines, except that the lines of hard-wrapped text are put together."""
    found: list[Paragraph] = []
    for start, end in _joined(text, list(_lines(text))):
        exact = text[start:end]
        found.append(Paragraph(start, end, exact, straight(exact)))
    return found


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            yield start, start + len(bare)


def _joined(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    chunks = (part for chunk in _chunks(text, lines) for part in _listed(text, chunk))
    for chunk in chunks:
        if _is_wrapped(chunk):
            yield chunk[0][0], chunk[-1][1]
            continue
        start, end = chunk[0]
        for after in chunk[1:]:
            if not text[after[0]].islower():
                yield start, end
                start = after[0]
            end = after[1]
        yield start, end


def _chunks(text: str, lines: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    chunk: list[tuple[int, int]] = []
    for start, end in lines:
        if chunk and text.count("\n", chunk[-1][1], start) > 1:
            yield chunk
            chunk = []
        chunk.append((start, end))
    if chunk:
        yield chunk


def _listed(text: str, chunk: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The items of a list, whose lines may be as long as those of wrapped text; one mark alone is
    a dash or number that came to stand at the start of a line."""
    marks = [mark_of(text[start:end]) for start, end in chunk]
    kinds = Counter(mark[0] for mark in marks if mark is not None)
    starts = [n for n, mark in enumerate(marks) if n and mark is not None and kinds[mark[0]] > 1]
    for first, last in zip([0, *starts], [*starts, len(chunk)], strict=True):
        yield chunk[first:last]


def _is_wrapped(chunk: list[tuple[int, int]]) -> bool:
    widths = [end - start for start, end in chunk[:-1]]
    return len(widths) > 1 and all(w in _WRAPPED for w in widths) and max(widths) - min(widths) < 25
