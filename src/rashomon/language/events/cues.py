"""The words beside events (``event_cues.tsv``)."""

from collections.abc import Mapping
from functools import cache

from rashomon.data import lexicon
from rashomon.data.phrases import words


@cache
def cues(role: str) -> frozenset[str]:
    """The words of one role, as the table's header explains it."""
    return words("event_cues", role=role)


@cache
def headline_verbs() -> Mapping[str, str]:
    """Form in a headline -> the verb that it is of."""
    return {row["word"]: row["means"] for row in lexicon("event_cues") if row["role"] == "headline"}
