"""What a body is called: its telling words, its chief noun, and whether two names can be one's.

Shared by the room that hears voices in one report and the one that counts them over reports.
"""

import re
from functools import cache, lru_cache

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.data.spelling import words as words_of
from rashomon.model.annotations import VoiceKind

_BEHIND = re.compile(r"\s(?:of|for|in|at|on)\s")
_PAPERS = frozenset({"documents", "records"})
_TYPES = frozenset({"office", "force"})


@lru_cache(maxsize=16_384)
def telling_words(name: str) -> frozenset[str]:
    """The folded words that tell a body from others: no articles, no "town" or "national"."""
    found = [word.folded for word in words_of(name)]
    small = words("function_words") | words("body_words")
    return frozenset(word for word in found if word not in small) or frozenset(found[-1:])


@lru_cache(maxsize=16_384)
def chief_noun(name: str) -> str:
    """What it is: "committee" of "the emergency committee of Larnos", "ministry" of "Ministry of
    Trade"."""
    small = words("function_words")
    first = [w.folded for w in words_of(_BEHIND.split(name.strip())[0]) if w.folded not in small]
    every = first or [w.folded for w in words_of(name)]
    return every[-1] if every else ""


def same_body(short: str, long: str) -> bool:
    """Whether one is a short form of the other: the same chief noun, and no word of its own."""
    one, other = telling_words(short), telling_words(long)
    return chief_noun(short) == chief_noun(long) and one <= other


@cache
def body_nouns() -> dict[str, VoiceKind]:
    """Chief nouns of bodies, and what kind of voice such a body is."""
    kinds: dict[str, VoiceKind] = dict.fromkeys(
        words("source_roles", "noun", voice="group"), "group"
    )
    for row in lexicon("name_nouns"):
        if row["position"] == "tail" and row["kind"] not in ("agency", "outlet"):
            kind: VoiceKind = "official" if row["kind"] in _TYPES else "group"
            kinds.setdefault(row["noun"].split()[-1], kind)
    for row in lexicon("offices"):
        if row["canonical"].islower():
            for noun in (row["canonical"], *row["aliases"].split("|")):
                kinds.setdefault(chief_noun(noun), "official")
    return {noun: kind for noun, kind in kinds.items() if noun and noun not in _PAPERS}
