"""Which medium carries a source's words: "told state radio", "in a statement carried by Interfax".

It stands between the report and the source, so a chain runs through it.
"""

import re
from functools import cache

from rashomon.claims.account import Account
from rashomon.data.phrases import any_of
from rashomon.model.annotations import Attribution
from rashomon.model.spans import Piece

_MEDIA = frozenset({"agency", "outlet"})
_OWN = re.compile(r"\b(?:our|this)\s$", re.IGNORECASE)
_ASIDE = 60
"""Characters before a source in which "in an interview with" may begin."""


def carrier(account: Account, attribution: Attribution) -> Piece | None:
    """The words for the agency, outlet or broadcaster through which the source speaks, if any."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None:
        return None
    text = account.report.text
    first, last = account.bounds(account.sentence(cue.start))
    held = [(p.start, p.end) for p in attribution.content]
    if _tells().search(cue.exact):
        told = _medium(account, cue.end, last)
        if told is not None:
            return told
    for found in _through().finditer(text, first, last):
        inside = any(start <= found.start() < end for start, end in held)
        behind = source.start <= found.start() <= max(source.end, cue.end) + _ASIDE
        ahead = 0 <= source.start - found.end() <= _ASIDE
        if not inside and (behind or ahead):
            medium = _medium(account, found.end(), last)
            if medium is not None and not medium.overlaps(source.start, source.end):
                return medium
    return None


def is_own_medium(text: str, medium: Piece) -> bool:
    """Whether it is the report's own: "told *our newspaper*", "told *this website*"."""
    return _OWN.search(text, max(0, medium.start - _ASIDE), medium.start) is not None


def _medium(account: Account, start: int, end: int) -> Piece | None:
    """A medium right there: one that is known by name, or called by what it is."""
    text = account.report.text
    opened = _article().match(text, start, end)
    at = opened.end() if opened else start
    for name in account.names_in(at, end):
        if name.kind in _MEDIA and name.start == at:
            return Piece.cut(text, name.start, name.end)
    found = _called().match(text, at, end)
    if found is None:
        return None
    named = found["name"] and text[at].islower()  # "the newspaper *Le Matin*"
    return Piece.cut(text, *found.span("name")) if named else Piece.cut(text, at, found.end())


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(r"\b(?:told|tells|telling|tell)$", re.IGNORECASE)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"[\s,]+(?:(?:the|an?|our|this|its)\s)?", re.IGNORECASE)


@cache
def _through() -> re.Pattern[str]:
    """ "In an interview with", "carried by", "quoted by"."""
    through = any_of("attribution_cues", "word", role="through")
    return re.compile(rf"\b(?:{through})(?=\s)", re.IGNORECASE)


@cache
def _called() -> re.Pattern[str]:
    """ "State television", "a Larnos radio station", "the newspaper Le Matin"."""
    nouns = any_of("attribution_cues", "word", role="medium")
    name = r"(?-i:[^\W\d_a-zß-öø-ÿ][\w’'-]*)"
    sort = rf"(?!(?:{any_of('function_words')})\b)[\w’'-]{{2,15}}"
    small, then = any_of("function_words"), any_of("attribution_cues", "word", role="medium-then")
    whole = rf"(?!\s(?!(?:{small}|{then})\b)(?-i:[a-z])\w\w)"  # not "radio *amateurs*"
    called = rf"(?:\s(?P<name>{name}(?:\s{name}){{0,2}}))?"
    return re.compile(rf"(?:{sort}\s){{0,3}}?(?:{nouns})\b{called}{whole}", re.IGNORECASE)
