"""Whole numbers as they are written in a sentence: digits, or a word or two."""

from functools import cache

from rashomon.data import lexicon
from rashomon.data.phrases import either


@cache
def number_pattern() -> str:
    """A regular expression for "19", "1,200", "nineteen", "forty-two"."""
    word = either(_numbers())
    return rf"(?:\d{{1,3}}(?:,\d{{3}})*|(?:{word})(?:-(?:{word}))?)"


def number_said(said: str) -> int | None:
    """The number, ``None`` where the words are none."""
    digits = said.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    parts = [_numbers().get(part) for part in said.casefold().split("-")]
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else None


@cache
def _numbers() -> dict[str, int]:
    rows = lexicon("weighing_words")
    return {r["word"]: int(r["value"]) for r in rows if r["use"] == "number" and r["value"]}
