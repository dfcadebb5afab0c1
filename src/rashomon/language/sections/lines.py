"""Whole lines that are no prose: furniture, tags, captions, credits; their words are data."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.data import lexicon, phrases
from rashomon.language.sections.paragraphs import Paragraph
from rashomon.model.annotations import Section, SectionKind

_EDGES = " \t.,:;!?|·•*>-–—_[](){}\"'"
_LONGEST = 400  # characters; a longer line is prose whatever it begins with
_NO_WORDS = re.compile(r"[\W_]*\Z")
_BYLINE = re.compile(r"[-–—•\s]{0,3}by:? (?=\S)", re.IGNORECASE)
_FOLLOW = re.compile(r"\b(?:follow|contact|reach|e-?mail|find|call|tweet)\b", re.IGNORECASE)
_HANDLE = re.compile(r"@\w|\b(?:twitter|facebook|instagram)\b|\w\.(?:com|org|net)\b", re.IGNORECASE)
_CONTACT = re.compile(r"(?:@\w{2,30}|\S{1,60}@\S{1,60}\.\w{2,8}|\(?\d{3}\)?[- .]\d{3}[- .]\d{4})")
_SHORT = {"line": 12, "byline": 14, "follow": 30}
_CREDITED = re.compile(
    r"[(\[](?:(?:cover |file |featured )?(?:photo|image|source|credit|pic|video|screenshot)s?"
    r"(?: by| via| from| courtesy(?: of)?)?\b|©|ap photo|getty|courtesy)[^()\[\]]{0,120}[)\]]\.?\Z",
    re.IGNORECASE,
)
_CREDIT_LABEL = re.compile(r"Credit(?:\.{3}|…|(?=[A-Z]))(?P<who>.{1,80})\Z")
_COPYRIGHT = re.compile(
    r"(?<=[.!?\"”)] )[(]?(?:copyright (?:©|\(c\)|by)? ?\d{4}|© ?\d{4})[^\n]{0,300}\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    kind: SectionKind
    where: str
    max_words: int


@cache
def _rows(where: str) -> tuple[_Row, ...]:
    return tuple(
        _Row(row["words"], _kind(row["kind"]), where, int(row["max_words"] or 0))
        for row in lexicon("section_lines")
        if row["where"] == where
    )


@cache
def _exact_lines() -> dict[str, SectionKind]:
    return {row.words.strip(_EDGES): row.kind for row in _rows("line")}


def _kind(name: str) -> SectionKind:
    kinds: dict[str, SectionKind] = {
        "furniture": "furniture",
        "tags": "tags",
        "caption": "caption",
        "credit": "credit",
    }
    return kinds[name]


def section_of(paragraph: Paragraph) -> Section | None:
    """The section that this paragraph is, whole or at its end, or ``None`` where it is prose."""
    kind = _whole(paragraph)
    if kind is not None:
        return Section(start=paragraph.start, end=paragraph.end, kind=kind)
    tail = _COPYRIGHT.search(paragraph.text, max(0, len(paragraph.text) - 330))
    if tail:
        start = paragraph.start + tail.start()
        return Section(start=start, end=paragraph.end, kind="credit")
    return _caption_tail(paragraph)


def _whole(paragraph: Paragraph) -> SectionKind | None:
    if len(paragraph.text) > _LONGEST:
        return None
    plain = paragraph.plain.lower()
    if _NO_WORDS.match(plain):
        return "furniture"
    words = plain.split()
    return (
        _exact_lines().get(plain.strip(_EDGES))
        or _by_edges(plain.lstrip(" [•*-–—|"), plain.rstrip(_EDGES), len(words))
        or _credit_line(paragraph.plain, words)
        or _contact_line(paragraph.plain, words)
    )


def _by_edges(head: str, tail: str, count: int) -> SectionKind | None:
    for row in _rows("start"):
        if count <= row.max_words and head.startswith(row.words) and _whole_word(head, row.words):
            return row.kind
    for row in _rows("end"):
        if count <= row.max_words and tail.endswith(row.words.rstrip(_EDGES)):
            return row.kind
    return None


def _whole_word(head: str, words: str) -> bool:
    follows = head[len(words) : len(words) + 1]
    return not (words[-1].isalpha() and follows.isalnum())


def _byline_words() -> frozenset[str]:
    return phrases.words("name_cues", role="byline")


def _credit_line(plain: str, words: list[str]) -> SectionKind | None:
    label = _CREDIT_LABEL.match(plain)
    if label and len(words) <= _SHORT["line"]:
        return "caption"
    byline = _BYLINE.match(plain)
    if not byline or len(words) > _SHORT["byline"]:
        return None
    names = plain[byline.end() :].split()
    return "credit" if all(_fits_a_byline(word) for word in names) else None


def _fits_a_byline(word: str) -> bool:
    bare = word.strip(".,;|()")
    return not bare or bare[0].isupper() or bare.lower() in _byline_words() or "@" in bare


def _contact_line(plain: str, words: list[str]) -> SectionKind | None:
    contact = _CONTACT.search(plain)
    if contact and len(words) <= 6 and not plain.rstrip().endswith(("?", "!")):
        rest = plain[: contact.start()] + plain[contact.end() :]
        if sum(word.strip(_EDGES).islower() for word in rest.split()) <= 1:
            return "furniture"
    if len(words) <= _SHORT["follow"] and _FOLLOW.match(plain) and _HANDLE.search(plain):
        return "furniture"
    return None


def _caption_tail(paragraph: Paragraph) -> Section | None:
    tail = _CREDITED.search(paragraph.text, max(0, len(paragraph.text) - 140))
    if not tail:
        return None
    whole = len(paragraph.text.split()) <= 60
    start = paragraph.start if whole else paragraph.start + tail.start()
    return Section(start=start, end=paragraph.end, kind="caption")
