"""Those who were counted before: "*The 19 include* 15 guests and four guards, the mayor said".

A number with an article and nobody behind it points back to the people whom the report counted last
in that number. Who says what they were gives their number too, and their parts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker
from rashomon.claims.parts_told import listed_on
from rashomon.claims.who import who
from rashomon.data.numbers import number_pattern, number_said
from rashomon.data.phrases import any_of
from rashomon.model.claims import Claim
from rashomon.model.numbers import NumberRange, exactly

_FAR = 12
"""Sentences back to where they were counted."""
_SEVERAL = 3
"""So many that the number is telling: "the two" may be any two."""
_HARM = frozenset({"killed", "injured", "missing", "abducted"})


def those_counted(claims: Sequence[Claim], account: Account, maker: Maker) -> list[Claim]:
    """The claims of one incident with those that point back to one of them."""
    told = [c for c in claims if c.property in _HARM and _several(c) and not c.partial]
    if not told:
        return list(claims)
    found = {claim.id: claim for claim in claims}
    first = account.sentence(min(c.span.start for c in told))
    last = account.sentence(max(c.span.start for c in told)) + _FAR
    end = account.bounds(min(last, len(account.starts) - 1))[1]
    for said in _pattern().finditer(account.report.text, account.bounds(first)[0], end):
        number = said["n"] or said["m"]
        at = said.span("n" if said["n"] else "m")
        meant = _meant(number_said(number), at[0], told, account)
        if meant is not None:
            for claim in _claims(meant, said, at, claims, maker):
                for other in _taken_for_others(claim, found.values()):
                    del found[other]
                found.setdefault(claim.id, claim)
    return list(found.values())


def _several(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, NumberRange) and value.precise and (value.low or 0) >= _SEVERAL


def _meant(number: int | None, at: int, told: Sequence[Claim], account: Account) -> Claim | None:
    """The claim of that number nearest before; none where the dead and the hurt were as many."""
    here = account.sentence(at)
    same = [
        claim
        for claim in told
        if number is not None
        and claim.value == exactly(number)
        and 0 < here - account.sentence(claim.span.start) <= _FAR
    ]
    alike = len({claim.property for claim in same}) == 1
    return max(same, key=lambda claim: claim.span.start) if alike else None


def _claims(
    meant: Claim, said: re.Match[str], at: tuple[int, int], claims: Sequence[Claim], maker: Maker
) -> Iterator[Claim]:
    yield maker.claim(meant.property, meant.value, at, who=meant.who, scope=meant.scope)
    account = maker.account
    _, end = account.bounds(account.sentence(at[0]))
    behind = [c for c in account.counts_in(said.end(), end) if c.start > at[1]]
    if said["m"] or not behind or not _AT_ONCE.fullmatch(said.string, said.end(), behind[0].start):
        return
    whole = meant.value.low or 0 if isinstance(meant.value, NumberRange) else 0
    own = [claim.span for claim in claims if claim.property == meant.property]
    for count in listed_on(behind, account.report.text):
        known = any(span.start < count.end and count.start < span.end for span in own)
        if not known and (count.low or 0) < whole:
            of = who(count, None, victim=True)
            words = (count.phrase.start, count.phrase.end)
            yield maker.claim(meant.property, count.range, words, who=of, partial=True)


def _taken_for_others(claim: Claim, known: Iterable[Claim]) -> list[str]:
    """The parts with the same words of another fate: "33 were hurt … *The 41* include 23 women"."""
    return [
        other.id
        for other in known
        if claim.partial
        and other.partial
        and other.property != claim.property
        and other.span.start < claim.span.end
        and claim.span.start < other.span.end
    ]


_AT_ONCE = re.compile(r"[\s,:]{1,3}(?:at least\s)?")


@cache
def _pattern() -> re.Pattern[str]:
    """ "The 19 include", "those 19 were 15 guests"; "among the 19", "of the 19,"."""
    number = number_pattern()
    including = any_of("weighing_words", use="including")
    among = any_of("weighing_words", use="among")
    people = any_of("weighing_words", use="those-counted")
    return re.compile(
        rf"\b(?:the|those|these)\s(?P<n>{number})(?:\s(?:{people}))?\s"
        rf"(?:{including}|(?:were|are)(?=\s(?:{number})\b))"
        rf"|\b(?:{among}|of)\s(?:the|those|these)\s(?P<m>{number})(?=[.,;])",
        re.IGNORECASE,
    )
