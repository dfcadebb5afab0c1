"""Figures that a report names only to say that they no longer hold.

"Four died and not six, as had been reported"; "the ministry, which had put the dead at 20"; "the
toll was raised from 20 to 41". They are claims, of what was once said, and no account of the
report that names them: what it gives instead replaces them, whoever gave them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker
from rashomon.data.numbers import number_pattern, number_said
from rashomon.data.phrases import any_of, either, words
from rashomon.model.claims import Claim
from rashomon.model.numbers import NumberRange, exactly

_HARM = frozenset({"killed", "injured", "missing", "casualties", "abducted", "arrested"})
_BEHIND = 30
"""Characters behind a figure in which words say what befell the people."""


def with_earlier_figures(claims: Sequence[Claim], account: Account, maker: Maker) -> list[Claim]:
    """The claims of one report, those of a figure that no longer holds marked as such, and those
    that were not read yet added."""
    kept = {claim.id: claim for claim in claims}
    for at, end, value in _named(claims, account):
        here = [c for c in claims if c.span.start < end and at < c.span.end]
        own = [c for c in here if c.value == exactly(value) and not c.partial]
        for claim in own:
            kept[claim.id] = claim.model_copy(update={"recalled": True})
        beside = None if own else _like(at, end, value, claims, account)
        if beside is not None:
            told = maker.claim(beside.property, exactly(value), (at, end), who=beside.who)
            kept[told.id] = told.model_copy(update={"recalled": True})
    return list(kept.values())


def _named(claims: Sequence[Claim], account: Account) -> Iterator[tuple[int, int, int]]:
    """Where such figures stand, in the sentences that count the harmed and right behind them."""
    told = {account.sentence(c.span.start) for c in claims if c.property in _HARM}
    last = len(account.starts) - 1
    for index in sorted(told | {each + 1 for each in told if each < last}):
        start, end = account.bounds(index)
        seen: set[int] = set()
        for pattern in _patterns():
            for found in pattern.finditer(account.report.text, start, end):
                for name in ("n", "m") if "m" in pattern.groupindex else ("n",):
                    value = number_said(found[name]) if found[name] else None
                    if value and found.start(name) not in seen:
                        seen.add(found.start(name))
                        yield found.start(name), found.end(name), value


def _like(at: int, end: int, value: int, claims: Sequence[Claim], account: Account) -> Claim | None:
    """The claim whose people the figure was given of: of the fate that its own words name, in the
    same sentence or the one before; the nearest."""
    index = account.sentence(at)
    near = [
        claim
        for claim in claims
        if claim.property in _HARM
        and index - 1 <= account.sentence(claim.span.start) <= index
        and isinstance(claim.value, NumberRange)
        and claim.value not in (exactly(0), exactly(value))
        and not claim.partial
    ]
    fate = _fate(at, end, account)
    if fate is not None:
        near = [claim for claim in near if claim.property == fate]
    here = [c for c in near if account.sentence(c.span.start) == index] or near
    return min(here, key=lambda claim: (abs(claim.span.start - at), claim.id), default=None)


def _fate(at: int, end: int, account: Account) -> str | None:
    """What the words right behind the figure say became of them ("spoken of 22 *abducted*")."""
    upto = min(end + _BEHIND, account.bounds(account.sentence(at))[1])
    told = (m for m in account.events.get(account.sentence(at), ()) if end <= m.start < upto)
    return next((m.affects for m in told if m.affects), None)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Each with the figure as ``n``, and a second one given since as ``m``."""
    number = number_pattern()
    one, two = rf"(?P<n>{number})\b", rf"(?P<m>{number})\b"
    instead, earlier, told, put, figure, move = (
        any_of("earlier_figures", "phrase", use=use)
        for use in ("instead", "earlier", "told", "put", "figure", "move")
    )
    bound = rf"(?:(?:{either(words('number_bounds', 'words'))})\s)?"
    people = rf"(?:\s(?:{_people()}))?"
    ends = rf"(?=\s?[.,;)”\"]|\s?$|\s(?:as|that|which)\b|\s(?:{earlier}|{told})\b)"
    raised = rf"\b(?:{move})\b[^.;:]{{0,90}}?\s"
    said = (
        rf"\b(?:{instead})\s{bound}{one}{people}{ends}",
        rf"\b(?:{earlier})\s(?:official\s)?(?:{figure})\sof\s(?:the\s)?{bound}{one}",
        rf"\bthe\s{bound}{one}{people},?\s(?:that\s|which\s)?(?:(?:had|have)\sbeen\s|were\s)?"
        rf"(?:(?:{earlier})\s(?:{told})|(?:{told})\s(?:{earlier}))\b(?!\s(?:to be\s)?missing)",
        rf"{raised}from\s{bound}{one}{people}\sto\s",
        rf"{raised}to\s(?:{number})\b{people}\sfrom\s{bound}{one}",
        rf"\b(?:up|down)\sfrom\s(?:an?\s|the\s)?(?:(?:{earlier})\s)?{bound}{one}",
        rf"\bhad\s(?:(?:{earlier})\s)?(?:{put})\s[^.;:\d]{{0,60}}?\bat\s{bound}{one}"
        rf"(?:,?\s(?:and\s)?(?:then|later)\s(?:at|to)\s{bound}{two})?",
        rf"\b(?:(?:{earlier})\s(?:(?:{figure})\s)?(?:had\s)?|who\shad\s|which\shad\s)"
        rf"(?:{put})\s(?:that\s|of\s)?{bound}{one}(?:[^.;:\d]{{0,40}}?\band\sthen\s{bound}{two})?",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in said)


def _people() -> str:
    """Nouns that a figure of people may stand before."""
    nouns = words("people", "noun")
    return either(nouns | {f"{noun}s" for noun in nouns} | {"dead", "killed", "wounded", "injured"})
