"""Figures of a headline: whose they are is said in the text below it."""

from collections.abc import Sequence

from rashomon.claims.account import Account
from rashomon.model.claims import COUNTED, Claim
from rashomon.model.numbers import NumberRange

_LINE = 160  # characters of a headline, at most
_HEAD = 400  # characters in which a headline stands


def headed(claims: Sequence[Claim], account: Account) -> list[Claim]:
    """The claims, those of the headline with the chain that the same figure has below it.

    A headline names nobody for want of room; its figure is no further source's.
    """
    end = _end(account)
    below = [claim for claim in claims if claim.span.start >= end and _attributed(claim)]
    return [_as_below(claim, below) if claim.span.start < end else claim for claim in claims]


def _end(account: Account) -> int:
    """Where the headline ends in the text, 0 where it does not stand in it. Of a report without a
    title it is the first line, if that is no sentence."""
    title = account.report.title or _first_line(account.report.text)
    at = account.report.text.find(title, 0, _HEAD + len(title)) if title else -1
    return at + len(title) if title and at >= 0 else 0


def _first_line(text: str) -> str:
    line, _, below = text.lstrip().partition("\n")
    said = line.rstrip()
    return said if below and len(said) <= _LINE and not said.endswith((".", "!", "”", '"')) else ""


def _attributed(claim: Claim) -> bool:
    return any(link.attribution for link in claim.chain) or claim.staff_saw


def _as_below(claim: Claim, below: Sequence[Claim]) -> Claim:
    if claim.property not in COUNTED or _attributed(claim):
        return claim
    same = [other for other in below if _same_figure(claim, other)]
    best = min(same, key=lambda other: (other.value != claim.value, other.span.start), default=None)
    if best is None:
        return claim
    told = {"chain": best.chain, "as_of": best.as_of, "staff_saw": best.staff_saw}
    return claim.model_copy(update=told)


def _same_figure(claim: Claim, other: Claim) -> bool:
    """Equal, or with the same number in it: "17 dead" over "at least 17 people were killed"."""
    one, two = claim.value, other.value
    return (
        claim.property == other.property
        and isinstance(one, NumberRange)
        and isinstance(two, NumberRange)
        and one.low is not None
        and (one.low == two.low or (one.high is not None and one.high == two.high))
    )
