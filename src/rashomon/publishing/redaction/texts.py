"""A report's text with only what is quoted, private names replaced, and where everything went."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.data.phrases import words
from rashomon.publishing.redaction.persons import Person

_LEFT_OUT = " […] "
_LONGEST_NAME = 24
_FIRST_NAME = re.compile(r"(?<![\w’'-])([A-Z][\w’'-]+)\s$")


class Masker:
    """Replaces private names in any words by what stands for them."""

    def __init__(self, persons: Sequence[Person]) -> None:
        """The longest spelling of a name is looked for first."""
        self._roles = {name: person.role for person in reversed(persons) for name in person.names}
        longest = sorted(self._roles, key=lambda name: (-len(name), name))
        either = "|".join(re.escape(name) for name in longest)
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)") if longest else None

    def hide(self, text: str) -> str:
        """The same words without private names."""
        parts, here = [], 0
        for start, end, role in self.found(text):
            parts += [text[here:start], role]
            here = end
        return "".join(parts) + text[here:]

    def found(self, text: str) -> list[tuple[int, int, str]]:
        """Where private names stand, in order, and what takes their place. A first name right
        before one that was read without it ("Anders *Holm*") goes with it."""
        if self._pattern is None:
            return []
        stands: list[tuple[int, int, str]] = []
        for each in self._pattern.finditer(text):
            start = each.start() if " " in each.group() else _with_first_name(text, each.start())
            role = self._roles[each.group()]
            if not stands or start >= stands[-1][1]:
                stands.append((start, _with_age(text, each.end(), role), role))
        return stands


def _with_age(text: str, end: int, role: str) -> int:
    """The end of the name, or of the age after it that its role tells already."""
    age = role.strip("[]").partition(", ")[2]
    told = f", {age}"
    return end + len(told) if age and text.startswith(told, end) else end


def _with_first_name(text: str, start: int) -> int:
    before = _FIRST_NAME.search(text, max(0, start - _LONGEST_NAME), start)
    if before is None or before.group(1).casefold() in _no_names():
        return start
    return before.start(1)


@cache
def _no_names() -> frozenset[str]:
    """Capitalised words that stand before names: titles, and words that begin a sentence."""
    titles = frozenset(word for title in words("titles", "title") for word in title.split())
    return titles | words("function_words")


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of the old text and what it became; ``kept``: letter for letter."""

    start: int
    end: int
    at: int
    words: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Redacted:
    """The new text, with the place of every old offset in it."""

    text: str
    runs: tuple[_Run, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the words from ``start`` to ``end`` stand now; of words that were left out an
        empty place."""
        first = self._place(start, opening=True)
        return first, max(first, self._place(end, opening=False))

    def _place(self, offset: int, *, opening: bool) -> int:
        index = bisect_right([run.start for run in self.runs], offset if opening else offset - 1)
        run = self.runs[max(0, index - 1)]
        if run.kept:
            return run.at + min(offset, run.end) - run.start
        hidden = run.words == _LEFT_OUT
        return run.at if opening != hidden else run.at + len(run.words)


def redacted(text: str, quoted: Iterable[tuple[int, int]], masker: Masker) -> Redacted:
    """Keep the stretches that are quoted, without private names."""
    runs: list[_Run] = []
    at = last = 0
    for start, end in _merged(quoted):
        if start > last:
            runs.append(_Run(last, start, at, _LEFT_OUT, kept=False))
            at += len(_LEFT_OUT)
        for run in _masked(text, start, end, at, masker):
            runs.append(run)
            at = run.at + len(run.words)
        last = end
    if last < len(text) or not runs:
        runs.append(_Run(last, len(text) + 1, at, _LEFT_OUT, kept=False))
    return Redacted("".join(run.words for run in runs), tuple(runs))


def _masked(text: str, start: int, end: int, at: int, masker: Masker) -> list[_Run]:
    runs: list[_Run] = []
    here = start
    for first, last, role in masker.found(text[start:end]):
        if start + first > here:
            runs.append(_Run(here, start + first, at, text[here : start + first], kept=True))
            at += start + first - here
        runs.append(_Run(start + first, start + last, at, role, kept=False))
        at, here = at + len(role), start + last
    if here < end:
        runs.append(_Run(here, end, at, text[here:end], kept=True))
    return runs


def _merged(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
