"""Offices that one person holds: "the mayor", in two reports of one incident, is one mayor."""

import re
from collections.abc import Iterable
from functools import cache

from rashomon.data.phrases import either, words
from rashomon.model.voices import Voice


def offices_of(voices: Iterable[Voice]) -> dict[str, str]:
    """Voice id -> the office, for voices that are called by nothing else.

    With its place where that is said; one of which no place is said is that of the one place
    from which the others are.
    """
    found = {voice.id: held for voice in voices if (held := _held(voice.name)) is not None}
    placed: dict[str, set[str]] = {}
    for noun, place in found.values():
        placed.setdefault(noun, set()).add(place)
    return {
        voice: f"{noun} of {_where(place, placed[noun])}".strip()
        for voice, (noun, place) in found.items()
    }


def _where(place: str, known: set[str]) -> str:
    named = sorted(known - {""})
    return named[0] if not place and len(named) == 1 else place


def _held(name: str) -> tuple[str, str] | None:
    found = _office().fullmatch(" ".join(name.split()))
    if found is None:
        return None
    place = found["place"] or found["whose"] or ""
    return found["office"].casefold(), place.casefold()


@cache
def _office() -> re.Pattern[str]:
    nouns = either(words("sole_offices", "noun"))
    return re.compile(
        rf"(?:the\s(?:[a-z]{{3,14}}['’]s\s)?|its\s|their\s|(?P<whose>[A-Z][\w-]{{1,30}}(?:\s[A-Z][\w-]{{1,30}})?)(?:['’]s)?\s)?"
        rf"(?P<office>(?i:{nouns}))"
        rf"(?:\s(?:of|in|for)\s(?:the\s)?(?P<place>[A-Z][\w-]{{1,30}}(?:\s[A-Z][\w-]{{1,30}}){{0,2}}))?"
    )
