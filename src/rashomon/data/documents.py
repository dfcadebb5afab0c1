"""Texts that a body issues in its own name: how they are told at their head, and who issues them.

Shared by the room that reads heads and the one that makes voices: a ministry's communiqué is the
ministry speaking, not an outlet (CONTRACT.md, independence).
"""

import re
from functools import cache
from itertools import islice

from rashomon.data import lexicon
from rashomon.data.known_names import known
from rashomon.data.naming import voice_kind
from rashomon.data.phrases import either, words
from rashomon.data.place_table import place_table
from rashomon.data.spelling import words as words_of
from rashomon.model.annotations import VoiceKind

_HEAD_LINES, _HEAD = 6, 500
_LONGEST_LINE = 110
_LONGEST_NAME = 9  # words
_PARTS = re.compile(r"\s*(?:\||\s[–—-]{1,2}\s|·|•|::)\s*")
_SMALL = frozenset("of the and for in on to de du des la le del al el y et & - –".split())  # noqa: SIM905
_BEHIND = r"(?:\s*$|\s*[,.(|–—-]|\s+(?:no|nr|n°|nº|number|#)\b|\s*#?\d)"
_NUMBER = r"\s*(?:(?:report|notice)\s+)?(?:no\.?|nr\.?|n°|nº|number|#)?\s*\d"
_BY = r"\s+(?:of|by|from|on behalf of|issued by)\s+(?:the\s+)?(?P<who>[A-Z].{2,80})"


def issuer_of(text: str) -> str | None:
    """Who issues a text whose head says what it is ("BULLETIN 61", "Press release"), as written.

    The line that says so names the body ("Statement of the Harbour Front"), or stands beside,
    under or over its name. ``None`` for the texts of outlets.
    """
    lines = _head(text)
    for at, line in enumerate(lines):
        parts = [part for part in _PARTS.split(line) if part]
        told = next((n for n, part in enumerate(parts) if _is_document(part)), None)
        if told is not None:
            beside = [_name(part) for part in parts[:told]]
            above = [_body(each) for each in reversed(lines[:at])]
            below = [_name(each) for each in lines[at + 1 : at + 2]]
            return next(filter(None, (_behind(parts[told]), *beside, *above, *below)), None)
    return None


def publisher_kind(name: str, issues: bool) -> VoiceKind:
    """What kind of voice a publisher is: an outlet, unless its name tells that it is an agency or
    a public body, or the text that it is a body which issues it (``issues``)."""
    body = known(name)
    kind = body.kind if body is not None else _by_nouns(name)
    if issues and kind not in ("agency", "outlet"):
        return voice_kind(kind or "organisation", "group")
    if body is None and kind == "organisation":  # "Larnos News Network" is an outlet
        return "outlet"
    return voice_kind(kind or "outlet", "outlet")


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's, by the lexicon or by its own words."""
    body = known(name)
    return (body.kind if body is not None else _by_nouns(name)) == "agency"


def _head(text: str) -> list[str]:
    """The short lines at the head, up to the first that is prose."""
    found: list[str] = []
    kept = (line.strip() for line in text[:_HEAD].lstrip("\ufeff").splitlines())
    for line in islice(filter(None, kept), _HEAD_LINES):
        if len(line) > _LONGEST_LINE or (len(line) > 60 and line.endswith(".")):
            break
        found.append(line)
    return found


def _is_document(part: str) -> bool:
    alone = part.strip(" .:").lower() in words("documents", "words", use="line")
    return alone or any(pattern.match(part) for pattern in _patterns())


def _behind(part: str) -> str | None:
    found = _patterns()[-1].match(part)
    return _name(found["who"]) if found else None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    told = either(words("documents", "words", use="alone"))
    every = either(words("documents", "words", use="numbered")) + f"|{told}"
    return (
        re.compile(rf"(?:{told})(?:{_BEHIND})", re.IGNORECASE),
        re.compile(rf"(?:{every}){_NUMBER}", re.IGNORECASE),
        re.compile(rf"(?i:(?:{every})){_BY}"),
    )


@cache
def _speaker() -> re.Pattern[str]:
    """Who speaks for the body that is named behind him: "Spokesperson, Larnos Police"."""
    speakers = either(words("documents", "words", use="speaker"))
    return re.compile(rf"(?:{speakers})(?:,\s|\s(?:of|for)\s)(?:the\s)?(?=[A-Z])", re.IGNORECASE)


def _name(line: str) -> str | None:
    """The line as a name: capitalised words, no number, no end of a sentence."""
    bare = re.sub(r"\s*\([^)]{0,60}\)\s*$", "", line).strip(" ,;")
    bare = _speaker().sub("", bare)
    found = bare.split()
    if not 1 <= len(found) <= _LONGEST_NAME or bare[-1:] in ".:!?\"'”’":
        return None
    if any(letter.isdigit() for letter in bare) or not all(map(_cased, found)):
        return None
    return bare if found[0][0].isupper() and not _is_document(bare) else None


def _body(line: str) -> str | None:
    """The line as a name that is not only a town's ("Harbour Police / LARNOS / Press note")."""
    name = _name(line)
    return None if name and place_table().lookup(name) and not _by_nouns(name) else name


def _cased(word: str) -> bool:
    """A capital at the front, or behind an article of its own ("as-Sadwa")."""
    return word[0].isupper() or word.lower() in _SMALL or word.partition("-")[2][:1].isupper()


@cache
def _nouns(position: str) -> dict[str, str]:
    return {
        row["noun"]: row["kind"] for row in lexicon("name_nouns") if row["position"] == position
    }


def _by_nouns(name: str) -> str | None:
    """The kind that the nouns of a name give it: "Larnos Harbour Authority"."""
    found = [word.folded for word in words_of(name)]
    tail = _nouns("tail")
    for size in (3, 2, 1):
        if len(found) > size and " ".join(found[-size:]) in tail:
            return tail[" ".join(found[-size:])]
    start = found[1:] if found[:1] == ["the"] else found
    if len(start) > 2 and start[1] in ("of", "for"):
        return _nouns("head").get(start[0])
    return None
