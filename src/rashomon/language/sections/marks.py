"""The marks that items of lists begin with: an hour, a number or letter, a dash or bullet."""

import re

from rashomon.model.annotations import ItemKind

_MARKS: tuple[tuple[ItemKind, re.Pattern[str]], ...] = (
    (
        "timed",
        re.compile(
            r"\d{1,2}[:.h]\d{2}(?:\s?(?:am|pm|a\.m\.|p\.m\.|GMT|UTC|hrs))?\s{0,2}[-–—:|]?\s+(?=\S)"
        ),
    ),
    ("numbered", re.compile(r"(?:\d{1,2}[.)]|\((?:\d{1,2}|[a-z])\)|[a-z]\))\s+(?=\S)")),
    ("bullet", re.compile(r"[-–—•*·▪●◦‣]\s+(?=\S)")),
)


def mark_of(text: str) -> tuple[ItemKind, int] | None:
    """The kind of the mark that a line begins with, and where what it marks begins."""
    for kind, mark in _MARKS:
        match = mark.match(text)
        if match is not None:
            return kind, match.end()
    return None
