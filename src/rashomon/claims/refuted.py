"""Figures of which somebody says right behind them that they are not so.

"Twenty had died, the opposition said. The administration denied this." The denial is a claim of
its own, by who denies; the figure stays that of who gave it.
"""

import re
from collections.abc import Iterable
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker
from rashomon.data.phrases import any_of
from rashomon.model.claims import COUNTED, Claim
from rashomon.model.numbers import NumberRange

_FIGURE = r"(?:figure|number|report|claim|toll|count|post|information|rumou?r|allegation)s?"
_OWN = r"(?:the|this|that|these|those|such|his|her|their)"
_IT = rf"(?:it|this|that|these|those|which|{_OWN}\s{_FIGURE})"


def refuted(claims: Iterable[Claim], account: Account, maker: Maker) -> list[Claim]:
    """Denials of the counts among the claims of one incident, in the sentence or the next."""
    found = (_refuted(claim, account, maker) for claim in claims if _may_be(claim))
    return list({claim.id: claim for claim in found if claim is not None}.values())


def disbelieved(claims: Iterable[Claim], account: Account) -> list[Claim]:
    """The claims, those denied of which the sentence tells only as a false report: "the report of
    *casualties* was fabricated"."""
    return [
        claim.model_copy(update={"stance": "denied"})
        if claim.property in COUNTED and not claim.recalled and _only_reported(claim, account)
        else claim
        for claim in claims
    ]


def _only_reported(claim: Claim, account: Account) -> bool:
    start, end = claim.sentence.start, claim.sentence.end
    told = (
        found.span("what") for found in _false_report().finditer(account.report.text, start, end)
    )
    return any(first <= claim.span.start and claim.span.end <= last for first, last in told)


@cache
def _false_report() -> re.Pattern[str]:
    false = any_of("refutations", "phrase", use="is")
    return re.compile(
        rf"\b{_FIGURE}\s(?:of|that|about)\s(?P<what>[^.;:]{{1,120}}?)\s(?:{false})\b", re.IGNORECASE
    )


def _may_be(claim: Claim) -> bool:
    """Whether it is a number that somebody else than the outlet gives."""
    value = claim.value
    number = isinstance(value, NumberRange) and (value.low or 0) > 0
    return number and claim.property in COUNTED and len(claim.chain) > 1 and not claim.partial


def _refuted(claim: Claim, account: Account, maker: Maker) -> Claim | None:
    text, index = account.report.text, account.sentence(claim.span.start)
    _, end = account.bounds(index)
    following = min(index + 1, max(0, len(account.starts) - 1))
    start, stop = account.bounds(following)
    said = _cue().search(text, claim.span.end, end)
    if said is None and start >= end:
        said = _cue().search(text, start, stop)
    if said is None:
        return None
    told = maker.claim(claim.property, claim.value, said.span(), who=claim.who, denied=True)
    return told if told.primary() != claim.primary() else None


@cache
def _cue() -> re.Pattern[str]:
    false = any_of("refutations", "phrase", use="is")
    denied = any_of("refutations", "phrase", use="of")
    return re.compile(
        rf"\b{_IT}\s(?:{false})\b|\b(?:{denied})\s(?:that\s)?{_IT}(?=\s?[.,;]|\sand\b|\sbut\b)",
        re.IGNORECASE,
    )
