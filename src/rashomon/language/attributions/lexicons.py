"""The tables of reporting verbs, nouns, adjectives and of the nouns that name a kind of source."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rashomon.data import Row, lexicon
from rashomon.data.naming import voice_kind
from rashomon.data.phrases import words
from rashomon.model.annotations import Polarity, VoiceKind


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that attributes; ``frames`` says what may stand as its content."""

    frames: frozenset[str]
    hedged: bool = False
    polarity: Polarity = "affirmed"
    quotes: bool = False


@cache
def verbs() -> Mapping[str, Entry]:
    """Reporting verbs by lemma."""
    return {row["verb"]: _entry(row) for row in lexicon("reporting_verbs")}


@cache
def nouns() -> Mapping[str, Entry]:
    """Reporting nouns by lemma."""
    return {row["noun"]: _entry(row) for row in lexicon("reporting_nouns")}


@cache
def adjectives() -> Mapping[str, Entry]:
    """Reporting adjectives by lemma."""
    return {row["adjective"]: _entry(row) for row in lexicon("reporting_adjectives")}


@cache
def roles() -> Mapping[str, VoiceKind]:
    """Nouns that name a source by its role, by lemma: what kind of voice it is."""
    return {row["noun"]: voice_kind(row["voice"]) for row in lexicon("source_roles")}


@cache
def labels_apart() -> frozenset[str]:
    """Words that stand before a colon and name no speaker ("Update:")."""
    return words("source_roles", "noun", voice="none")


@cache
def cues(role: str) -> frozenset[str]:
    """Words beside one that attributes, of one role (``attribution_cues.tsv``)."""
    return words("attribution_cues", role=role)


def _entry(row: Row) -> Entry:
    return Entry(
        frames=frozenset(row["frames"].split()),
        hedged=row["hedged"] == "yes",
        polarity="denied" if row.get("polarity") == "denied" else "affirmed",
        quotes=row.get("quotes") == "yes",
    )
