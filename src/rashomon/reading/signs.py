"""Runs of signs without a space, which no article holds and which a tokeniser chokes on."""

import re

from rashomon.reading.problems import NotReadError

MAX_WORK = 5_000_000
"""The most work that runs of signs may make: the signs at the ends of a chunk, times its length.

spaCy's tokeniser takes one sign off either end of a chunk at a time and looks at the whole rest
again, about half a microsecond a character: 20,000 brackets in a row take minutes. This much
takes three seconds. A rule of 80 dashes makes 6,400; one run of 2,200 signs is the longest read.
"""

_SHORT = 64
_CHUNK = re.compile(rf"\S{{{_SHORT},}}")
_LEADING = re.compile(r"(?:[^\w\s]|_)*")
# Backwards, since only the ends count; "'s" is taken off as a sign is.
_TRAILING = re.compile(r"(?:[^\w\s]|_|[sS](?=['’]))*")


def check(text: str) -> None:
    """Raise ``NotReadError`` where runs of signs would take a tokeniser too long."""
    work, longest, place = 0, 0, 0
    for chunk in _CHUNK.finditer(text):
        signs = _at_the_ends(chunk[0])
        work += signs * len(chunk[0])
        if signs > longest:
            longest, place = signs, chunk.start()
    if work > MAX_WORK:
        raise NotReadError(
            "signs",
            f"It has long runs of signs without a space, up to {longest:,} at character "
            f"{place:,}, as no article has; take them out.",
        )


def _at_the_ends(chunk: str) -> int:
    leading = _LEADING.match(chunk)
    trailing = _TRAILING.match(chunk[::-1])
    counted = sum(len(found[0]) for found in (leading, trailing) if found)
    return min(counted, len(chunk))
