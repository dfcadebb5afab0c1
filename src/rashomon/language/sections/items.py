"""Items of lists: numbered, dashed, stamped with an hour, or opened by a head of a word or two.

An item of a bulletin or round-up tells its own matter; its head says where that is or what it is
about ("2. VELMAR. At about …", "- Orrin: Two men …", "Norway. In Arvik …") and nobody's words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.data.naming import title_kinds
from rashomon.data.phrases import words
from rashomon.language.sections.marks import mark_of
from rashomon.language.sections.paragraphs import Paragraph
from rashomon.model.annotations import Item, ItemKind
from rashomon.model.spans import Piece

_WORD = r"[A-ZÀ-ÖØ-Þ][^\s.:;,()]{0,24}"
_HEAD = re.compile(
    rf"(?P<head>{_WORD}(?:[ ](?:{_WORD}|de|del|al|of|the|and|la|el)){{0,4}})"
    r"(?:\s\([^()\n]{1,60}\))?(?P<close>[.:]|\s[-–—])\s+(?=[A-ZÀ-ÖØ-Þ\"“'‘\d])"
)
_MARKED_HEAD = re.compile(
    rf"(?P<head>{_WORD}(?:[ ](?:{_WORD}|de|del|al|of|the|and|la|el)){{0,4}})"
    r"(?:\s\([^()\n]{1,60}\))?(?P<close>:)\s+(?=\w)"
)
"""Behind a mark what follows a colon may begin small: "- Orrin: two men …"."""
_DATED = re.compile(
    rf"(?P<head>{_WORD}(?:[ ]{_WORD}){{0,3}}), \d{{1,2}} [A-Z][a-z]{{2,8}}\b[^.:\n]{{0,40}}"
    r"(?P<close>[.:])\s+(?=[A-ZÀ-ÖØ-Þ\"“'‘\d])"
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_LONGEST_ITEM = 3  # paragraphs
_MOST_HEAD = 4  # words of a head without a mark before it
_LEAST = 2  # marked alike, or headed: one alone is an ordinary sentence


@dataclass(frozen=True, slots=True)
class _Found:
    """The paragraph ``index`` begins an item; its head, if any, stands at ``head``, and what is
    told begins at ``body``."""

    index: int
    kind: ItemKind
    head: tuple[int, int] | None
    body: int
    dated: bool = False


def items_in(parts: Sequence[Paragraph], taken: set[int]) -> tuple[Item, ...]:
    """The items, by start; no paragraph that starts at one of ``taken`` is one."""
    found = [
        each
        for index, part in enumerate(parts)
        if part.start not in taken and (each := _item(index, part)) is not None
    ]
    alike = Counter(each.kind for each in found)
    kept = [each for each in found if each.dated or alike[each.kind] >= _LEAST]
    return tuple(_spans(kept, parts))


def _item(index: int, part: Paragraph) -> _Found | None:
    marked = mark_of(part.text)
    if marked is not None:
        kind, at = marked
        head, body = _head(part, at)
        return _Found(index, kind, head, body)
    if index == 0:
        return None
    head, body = _head(part, 0)
    if (
        head is None
        or len(part.text[head[0] - part.start : head[1] - part.start].split()) > _MOST_HEAD
    ):
        return None
    dated = _DATED.match(part.text)
    if dated is not None and _YEAR.search(dated.group()):
        return None  # a masthead
    return _Found(index, "headed", head, body, dated=dated is not None)


def _head(part: Paragraph, at: int) -> tuple[tuple[int, int] | None, int]:
    """Where the head stands that begins at ``at``, and where the item goes on."""
    match = _DATED.match(part.text, at) or _HEAD.match(part.text, at)
    if match is None and at:
        match = _MARKED_HEAD.match(part.text, at)
    if match is None or match["head"].split()[-1].casefold() in title_kinds():
        return None, part.start + at
    if _labels_figure(match["head"]) and part.text[match.end()].isdigit():
        return None, part.start + at
    return (
        (part.start + match.start("head"), part.start + match.end("head")),
        part.start + match.end(),
    )


def _labels_figure(head: str) -> bool:
    """ "Died", "Civilians killed": how many of them there were is told behind, and no matter."""
    folded = head.casefold()
    return bool({folded, folded.split()[-1], folded.split()[0]} & words("figure_labels"))


def _spans(found: Sequence[_Found], parts: Sequence[Paragraph]) -> Iterator[Item]:
    """An item goes on to the next one of its kind, the last one for a paragraph."""
    for number, each in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        last = each.index
        if after is not None and after.kind == each.kind != "headed":
            last = min(after.index - 1, each.index + _LONGEST_ITEM - 1)
        start = parts[each.index].start
        yield Item(
            start=start,
            end=parts[last].end,
            kind=each.kind,
            head=_piece(parts[each.index], each.head),
            body=each.body,
        )


def _piece(part: Paragraph, head: tuple[int, int] | None) -> Piece | None:
    if head is None:
        return None
    exact = part.text[head[0] - part.start : head[1] - part.start]
    return Piece(start=head[0], end=head[1], exact=exact)
