"""Ordinals, for counting on: "a third victim died"."""

from collections.abc import Mapping
from functools import cache

from rashomon.data import lexicon


@cache
def ordinals() -> Mapping[str, int]:
    """The ordinals from the second on, each with its number."""
    rows = lexicon("weighing_words")
    return {row["word"]: int(row["value"]) for row in rows if row["use"] == "ordinal"}
