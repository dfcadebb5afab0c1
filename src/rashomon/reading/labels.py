"""Labelled lines at the head of a text: "Outlet: Harbour Daily"."""

import re

from rashomon.reading import dates

_LONGEST = 180
_LABELLED = re.compile(
    r"\s*(title|headline|outlet|source|publication|newspaper)\s?:\s{1,5}(\S.*)", re.I
)


def label(text: str, *labels: str) -> str | None:
    """What the first line with one of these labels says."""
    for line in dates.head_lines(text):
        found = _LABELLED.fullmatch(line)
        if found is not None and found[1].lower() in labels:
            return found[2].strip().strip("\"'")[:_LONGEST] or None
    return None


def is_labelled(line: str) -> bool:
    """Whether a line is a label and what it says."""
    return _LABELLED.fullmatch(line) is not None
