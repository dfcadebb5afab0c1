"""Labelled lines at the head of a text: "Outlet: Harbour Daily"."""

import re

from rashomon.data.phrases import any_of
from rashomon.reading import dates

_LONGEST = 180
_LONGEST_HEAD = 130  # characters; a longer line is prose
_LABELLED = re.compile(
    r"\s*(title|headline|outlet|source|publication|newspaper)\s?:\s{1,5}(\S.*)", re.I
)


def label(text: str, *labels: str) -> str | None:
    """What the first line with one of these labels says."""
    for line in dates.head_lines(text):
        if len(line) > _LONGEST_HEAD and not is_labelled(line):
            return None
        found = _LABELLED.fullmatch(line)
        if found is not None and found[1].lower() in labels and not _posts(found[2]):
            return found[2].strip().strip("\"'")[:_LONGEST] or None
    return None


def _posts(said: str) -> bool:
    """Whether it is who says something, and where: "the governor on Telegram"."""
    media = any_of("head_words", "phrase", use="medium")
    return re.search(rf"\b(?:on|via)\s(?:{media})\b", said, re.I) is not None


def is_labelled(line: str) -> bool:
    """Whether a line is a label and what it says."""
    return _LABELLED.fullmatch(line) is not None
