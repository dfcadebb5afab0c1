"""What a report gives word for word: between marks, in blocks and posts, by its attributions."""

import re
from collections.abc import Iterable

from rashomon.model.annotations import Annotated

Stretches = tuple[tuple[int, int], ...]
"""Starts and ends of pieces of a text, in order."""

_SPEECH = frozenset({"block-quote", "post"})
_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
# A quotation that runs on in the next paragraph has no closing mark in this one.
_MARKED = re.compile(r"[“«]([^“”«»]{2,8000})(?:[”»]|$)|\"([^\"]{2,8000})(?:\"|$)")
_ASIDE = 90  # characters: “…,” the keeper told reporters at the gate on Monday, “…”


def quotations(annotated: Annotated) -> list[Stretches]:
    """The quotations of a report, each as its pieces; pieces that only "she said" parts are one."""
    text = annotated.report.text
    found: list[list[tuple[int, int]]] = []
    for start, end in _apart([*_marked(text), *_spoken(annotated)]):
        last = found[-1][-1][1] if found else 0
        if found and start - last <= _ASIDE and "\n" not in text[last:start]:
            found[-1].append((start, end))
        else:
            found.append([(start, end)])
    return [tuple(pieces) for pieces in found]


def _marked(text: str) -> Iterable[tuple[int, int]]:
    for paragraph in _PARAGRAPH.finditer(text):
        for match in _MARKED.finditer(text, *paragraph.span()):
            yield match.span(match.lastindex or 0)


def _spoken(annotated: Annotated) -> Iterable[tuple[int, int]]:
    for attribution in annotated.annotations.attributions:
        if attribution.kind != "indirect":
            yield from ((piece.start, piece.end) for piece in attribution.content)
    for section in annotated.annotations.sections:
        if section.kind in _SPEECH:
            yield section.start, section.end


def _apart(pieces: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches with those that overlap made one."""
    apart: list[tuple[int, int]] = []
    for start, end in sorted(set(pieces)):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart
