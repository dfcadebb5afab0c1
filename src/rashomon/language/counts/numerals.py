"""Digits and number words to whole numbers: "1,200", "one hundred and twenty", "1.2 million"."""

import re
from dataclasses import dataclass
from decimal import Decimal

_LEXEME = re.compile(r"\d+(?:[,.]\d{1,9}){0,12}|[^\W\d_]+|[-‐-―+~$£€%#/:.]")
_DIGITS = re.compile(r"\d{1,12}|\d{1,3}(?:,\d{3}){1,4}|\d{1,12}\.\d{1,9}")

_UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHARES = {("half", "a"): Decimal("0.5"), ("half", "of", "a"): Decimal("0.5")}
_SHARES |= {("a", "quarter", "of", "a"): Decimal("0.25"), ("quarter", "of", "a"): Decimal("0.25")}
"""Before a scale: "half a million", "a quarter of a million"."""

_ORDINAL = frozenset({"st", "nd", "rd", "th"})
DASHES = frozenset("-‐‑‒–—―")

NUMBER_WORDS = frozenset(_UNITS) | frozenset(_TENS) | frozenset(_SCALES)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, number or sign with its place in the text; ``low`` is its lower-case form."""

    start: int
    end: int
    low: str


def lexemes(text: str) -> list[Lexeme]:
    """Words, numbers and the signs that matter to numbers, in order."""
    found = (Lexeme(m.start(), m.end(), m.group().lower()) for m in _LEXEME.finditer(text))
    return [word for word in found if not _ordinal(text, word)]


def _ordinal(text: str, word: Lexeme) -> bool:
    """Whether a figure is that of "the 5th child"."""
    ending = text[word.end : word.end + 3].lower()
    return word.low[-1].isdigit() and ending[:2] in _ORDINAL and not ending[2:].isalpha()


def digits(word: str) -> Decimal | None:
    """The value of a figure ("1,200", "1.2"), or ``None``: "1,20" is not one."""
    if not _DIGITS.fullmatch(word) or not word.isascii():
        return None
    return Decimal(word.replace(",", ""))


def _below_hundred(words: list[Lexeme], at: int) -> tuple[int, int] | None:
    """Value and next position of "seven", "twenty", "twenty-one"."""
    word = words[at].low if at < len(words) else ""
    if word in _UNITS:
        return _UNITS[word], at + 1
    if word not in _TENS:
        return None
    after = at + 1
    if after < len(words) and words[after].low in DASHES and words[after].start == words[at].end:
        after += 1
    unit = _UNITS.get(words[after].low, 0) if after < len(words) else 0
    touching = after < len(words) and words[after].start - words[after - 1].end <= 1
    if 1 <= unit <= 9 and touching:
        return _TENS[word] + unit, after + 1
    return _TENS[word], at + 1


def _simple(words: list[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """A figure or a word below a hundred."""
    if at >= len(words):
        return None
    figure = digits(words[at].low)
    if figure is not None:
        return figure, at + 1
    small = _below_hundred(words, at)
    if small is None:
        return None
    return Decimal(small[0]), small[1]


def number_at(words: list[Lexeme], at: int) -> tuple[int, int] | None:
    """The whole number that starts at ``at`` and the position after it, or ``None``.

    "a hundred" counts from the article; "five and seven" are two numbers, "one hundred and
    seven" is one.
    """
    start = _start(words, at)
    if start is None:
        return None
    value, after = start
    total, current = Decimal(0), value
    while after < len(words):
        scale = _SCALES.get(words[after].low)
        if scale is not None and _near(words, after):
            if scale == 100:
                current *= scale
            else:
                total, current = total + current * scale, Decimal(0)
            after += 1
            if _and_a_half(words, after):
                total, after = total + Decimal(scale) / 2, after + 3
            continue
        more = _after_scale(words, after)
        if more is None:
            break
        current, after = current + more[0], more[1]
    total += current
    return (int(total), after) if total == int(total) and total < 10**12 else None


def _start(words: list[Lexeme], at: int) -> tuple[Decimal, int] | None:
    word = words[at].low
    for said, share in _SHARES.items():
        end = at + len(said)
        if end < len(words) and words[end].low in _SCALES and _says(words[at:end], said):
            return share, end
    if word in ("a", "an"):
        follows = at + 1 < len(words) and words[at + 1].low in _SCALES
        return (Decimal(1), at + 1) if follows else None
    found = _simple(words, at)
    if found is None or not _and_a_half(words, found[1]):
        return found
    scaled = words[found[1] + 3 : found[1] + 4]
    return (found[0] + Decimal("0.5"), found[1] + 3) if scaled and _scale(scaled[0]) else found


def _scale(word: Lexeme) -> int:
    return _SCALES.get(word.low, 0)


def _says(words: list[Lexeme], said: tuple[str, ...]) -> bool:
    return tuple(word.low for word in words) == said


def _and_a_half(words: list[Lexeme], at: int) -> bool:
    """ "Two *and a half* million", "a million *and a half*"."""
    return _says(words[at : at + 3], ("and", "a", "half"))


def _near(words: list[Lexeme], at: int) -> bool:
    return words[at].start - words[at - 1].end <= 1


def _after_scale(words: list[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """ "and twenty", "twenty" or "five hundred" after "hundred", "thousand", …"""
    if words[at - 1].low not in _SCALES or not _near(words, at):
        return None
    joined = at + 1 if words[at].low == "and" else at
    more = _simple(words, joined)
    if more is None or (digits(words[joined].low) is not None) or not _near(words, joined):
        return None
    return more
