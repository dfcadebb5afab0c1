"""The tables of reporting verbs, nouns, adjectives and of the nouns that name a kind of source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from rashomon.data import Row, lexicon
from rashomon.data.naming import voice_kind
from rashomon.data.phrases import words
from rashomon.model.annotations import Polarity, VoiceKind


@dataclass(frozen=True, slots=True)
class Entry:
    """A word that attributes; ``frames`` says what may stand as its content, ``often`` how many
    times in ten it does attribute with it, where that was counted."""

    frames: frozenset[str]
    hedged: bool = False
    hedged_unnamed: bool = False
    polarity: Polarity = "affirmed"
    quotes: bool = False
    often: Mapping[str, int] = field(default_factory=dict)


@cache
def verbs() -> Mapping[str, Entry]:
    """Reporting verbs, and verbs that report only sometimes, by lemma."""
    rows = (*lexicon("attitude_verbs"), *lexicon("reporting_verbs"))
    return {row["verb"]: _entry(row) for row in rows}


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


def _frame(word: str) -> tuple[str, int | None]:
    """ "inf=7" is the frame "inf", seven times in ten."""
    frame, _, often = word.partition("=")
    return frame, int(often) if often else None


def _entry(row: Row) -> Entry:
    counted = dict(_frame(word) for word in row["frames"].split())
    return Entry(
        frames=frozenset(counted),
        often={frame: often for frame, often in counted.items() if often is not None},
        hedged=row["hedged"] == "yes",
        hedged_unnamed=row["hedged"] == "unnamed",
        polarity="denied" if row.get("polarity") == "denied" else "affirmed",
        quotes=row.get("quotes") == "yes",
    )
