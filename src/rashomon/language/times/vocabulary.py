"""Text as a string of word classes, one character a word: what the grammar's patterns run over.

Every word that the grammar knows belongs to one or more classes (``lexicon("times_words")``);
each distinct set of classes has one private-use character. A pattern such as ``<weekday> <part>``
becomes a short regular expression over these characters, so that the time for a text grows
with its length, whatever stands in it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rashomon.data import lexicon

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\n[ \t\r]*\n|\S")
_PUNCTUATION = {
    "-": "hyphen",
    "‐": "hyphen",
    "‑": "hyphen",
    "–": "hyphen",
    "—": "dash",
    ".": "dot",
    ",": "comma",
    ":": "colon",
    "/": "slash",
    "'": "apos",
    "’": "apos",
    "‘": "apos",
    "ʼ": "apos",
    "`": "apos",
    "(": "open",
    ")": "close",
}
_UNKNOWN = "."
_PRIVATE = 0xE000
MAX_DIGITS = 6


@cache
def word_values() -> dict[tuple[str, str], str]:
    """(class, word) -> value, from the lexicons of words, parts of the day and holidays."""
    values = {(row["class"], row["word"]): row["value"] for row in lexicon("times_words")}
    for row in lexicon("times_parts"):
        clock = row["code"].startswith("T")
        values["clockword" if clock else "part", row["word"]] = row["code"]
    return values


@cache
def part_hours() -> dict[str, tuple[int, int]]:
    """Word for a part of the day -> first and last hour (24 and more: the day after)."""
    return {row["word"]: (int(row["from"]), int(row["to"])) for row in lexicon("times_parts")}


def digit_classes(digits: str) -> frozenset[str]:
    """What a run of digits can be: a day, a month, a year, an hour, a minute, a number."""
    if len(digits) > MAX_DIGITS:
        return frozenset()
    value, size = int(digits), len(digits)
    tests = {
        "num": True,
        "day": size < 3 and 1 <= value <= 31,
        "mm": size < 3 and 1 <= value <= 12,
        "two": size == 2,
        "year": size == 4 and 1000 <= value <= 2999,
        "newyear": size == 4 and 1700 <= value <= 2100,
        "decades": size == 4 and value % 10 == 0 and 1500 <= value <= 2090,
        "tens": size == 2 and value % 10 == 0,
        "hour": size < 3 and value <= 24,
        "twelve": size < 3 and 1 <= value <= 12,
        "minute": size == 2 and value < 60,
        "military": size == 4 and value < 2400 and value % 100 < 60,
        "three": size == 3,
    }
    return frozenset(name for name, holds in tests.items() if holds)


def _shapes() -> Iterable[frozenset[str]]:
    yield from (digit_classes(str(n)) for n in range(3000))
    yield from (digit_classes(f"{n:0{width}}") for width in (2, 3, 4, 5, 6) for n in range(2500))


class Vocabulary:
    """Classes and codes of words; ``literals`` are the words that patterns name themselves."""

    def __init__(self, literals: Iterable[str]) -> None:
        """Give every set of classes that a word can have its character."""
        classes: dict[str, set[str]] = {}
        for name, word in word_values():
            classes.setdefault(word, set()).add(name)
        for word in literals:
            classes.setdefault(word, set()).add("=" + word)
        for mark, name in _PUNCTUATION.items():
            classes.setdefault(mark, set()).add(name)
        self._words = {word: frozenset(names) for word, names in classes.items()}
        known = {*self._words.values(), *_shapes()} - {frozenset()}
        ordered = sorted(known, key=sorted)
        self._codes = {names: chr(_PRIVATE + n) for n, names in enumerate(ordered)}
        self._word_codes = {word: self._codes[names] for word, names in self._words.items()}

    def charset(self, name: str) -> str:
        """A regular expression for one word of that class. Raises ``KeyError`` for no class."""
        codes = "".join(code for names, code in self._codes.items() if name in names)
        if not codes:
            raise KeyError(name)
        return f"[{codes}]"

    def code(self, word: str) -> str:
        """The character of a word in lower case."""
        known = self._word_codes.get(word)
        if known is None and word.isdigit() and word.isascii():
            return self._codes.get(digit_classes(word), _UNKNOWN)
        return known or _UNKNOWN

    def encode(self, text: str) -> "Coded":
        """The text as words, their places, and their codes."""
        matches = list(_TOKEN.finditer(text))
        words = [match.group().lower() for match in matches]
        return Coded(
            text=text,
            words=words,
            starts=[match.start() for match in matches],
            ends=[match.end() for match in matches],
            codes="".join(map(self.code, words)),
        )


@dataclass(slots=True)
class Coded:
    """A text cut into words: ``codes[i]`` is the class character of ``words[i]``."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str

    def at(self, offset: int) -> int:
        """The number of the first word that starts at or after a character."""
        return bisect_left(self.starts, offset)

    def capital(self, word: int) -> bool:
        """Whether the word begins with a capital letter."""
        return self.text[self.starts[word]].isupper()

    def glued(self, first: int, last: int) -> bool:
        """Whether no space stands between the words from ``first`` to ``last``."""
        return all(self.ends[n] == self.starts[n + 1] for n in range(first, last))
