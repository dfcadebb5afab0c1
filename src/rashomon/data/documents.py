"""Texts that a body issues in its own name: how they are told at their head, and who issues them.

Shared by the room that reads heads and the one that makes voices: a ministry's communiqué is the
ministry speaking, not an outlet (CONTRACT.md, independence).
"""

import re
from functools import cache
from itertools import islice

from rashomon.data.known_names import known
from rashomon.data.naming import voice_kind
from rashomon.data.phrases import any_of, words
from rashomon.data.place_table import place_table
from rashomon.data.publishers import cased, kind_by_nouns, publishes
from rashomon.model.annotations import VoiceKind

_HEAD_LINES, _HEAD = 6, 500
_LONGEST_LINE = 110
_LONGEST_NAME = 9  # words
_PARTS = re.compile(r"\s*(?:\||\s[–—-]{1,2}\s|·|•|::)\s*")
_ASIDE = re.compile(r"\s*[,(|–—]|\s-\s")
_SIGNS = any_of("documents", "words", use="sign")
_BEHIND = rf"(?:\s*$|\s*[,.(|–—-]|\s+(?:{_SIGNS})(?!\w)|\s*#?\d)"
_NUMBER = rf"\s*(?:(?:report|notice)\s+)?(?:(?:{_SIGNS})\.?)?\s*\d"
_OF = any_of("documents", "words", use="of")
_BY = rf"\s+(?:{_OF})\s+(?:the\s+)?(?P<who>[A-Z].{{2,80}})"


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
            over = sorted(enumerate(lines[:at]), key=lambda each: (_speaks(each[1]), -each[0]))
            above = [_body(each) for _, each in over]
            below = [_name(each) for each in lines[at + 1 : at + 2]]
            return next(filter(None, (_behind(parts[told]), *beside, *above, *below)), None)
    return None


def issued_by(line: str | None) -> str | None:
    """The body that a line names as the one whose document this is: "Statement of the Sarmo Front
    (translation)"; ``None`` for the name of an outlet."""
    return _behind(line.strip()) if line else None


def publisher_kind(name: str, issues: bool) -> VoiceKind:
    """What kind of voice a publisher is: an outlet, unless its name tells that it is an agency or
    a public body, or the text that it is a body which issues it (``issues``)."""
    body = known(name)
    kind = body.kind if body is not None else kind_by_nouns(name)
    if issues and kind not in ("agency", "outlet"):
        return voice_kind(kind or "organisation", "group")
    if body is None and kind == "organisation":  # "Larnos News Network" is an outlet
        return "outlet"
    return voice_kind(kind or "outlet", "outlet")


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's, by the lexicon or by its own words."""
    body = known(name)
    return (body.kind if body is not None else kind_by_nouns(name)) == "agency"


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
    return alone or any(p.match(part) for p in _patterns()) or _behind(part) is not None


def _speaks(line: str) -> bool:
    """ "Directorate of Press and Public Affairs", "Office of the Governor": it speaks for the body
    above it."""
    return _press().search(line) is not None or line.casefold().startswith("office of ")


@cache
def _press() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('head_words', 'phrase', use='press')})\b", re.IGNORECASE)


def _behind(part: str) -> str | None:
    found = _patterns()[-1].match(part)
    if found is not None:
        return _name(_ASIDE.split(found["who"])[0], told=True)
    before, _, said = part.partition(": ")
    told = said.casefold() in words("documents", "words") or any(p.match(said) for p in _patterns())
    return _name(before) if said and told and kind_by_nouns(before) else None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    told = any_of("documents", "words", use="alone")
    every = any_of("documents", "words", use="numbered") + f"|{told}"
    return (
        re.compile(rf"(?:{told})(?:{_BEHIND})", re.IGNORECASE),
        re.compile(rf"(?:{every}){_NUMBER}", re.IGNORECASE),
        re.compile(rf"(?i:(?:{every})){_BY}"),
    )


@cache
def _speaker() -> re.Pattern[str]:
    """Who speaks for the body that is named behind him: "Spokesperson, Larnos Police"."""
    speakers = any_of("documents", "words", use="speaker")
    return re.compile(rf"(?:{speakers})(?:,\s|\s(?:of|for)\s)(?:the\s)?(?=[A-Z])", re.IGNORECASE)


def _name(line: str, told: bool = False) -> str | None:
    """The line as a name: capitalised words that may publish, no number, no end of a sentence.

    ``told``: the words before it say that it is a body's ("Press centre of the …").
    """
    bare = re.sub(r"\s*\([^)]{0,60}\)\s*$", "", line).strip(" ,;")
    bare = _speaker().sub("", bare)
    found = bare.split()
    if not 1 <= len(found) <= _LONGEST_NAME or bare[-1:] in ".:!?\"'”’":
        return None
    if any(letter.isdigit() for letter in bare) or not cased(bare) or not (told or publishes(bare)):
        return None
    return None if _is_document(bare) else bare


def _body(line: str) -> str | None:
    """The line as a name that is not only a town's ("Harbour Police / LARNOS / Press note")."""
    name = _name(line)
    return None if name and place_table().lookup(name) and not kind_by_nouns(name) else name
