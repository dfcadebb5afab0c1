"""Words for the hurt that only take up who is counted in other words of the same report."""

import re
from collections.abc import Collection, Sequence

from rashomon.claims.account import Account
from rashomon.model.annotations import CountMention
from rashomon.model.claims import Claim, Property
from rashomon.model.numbers import NumberRange, exactly

_POSSESSIVE = re.compile(r"(?:['’ʼ]s|s['’ʼ]) \w")
_NOBODY = frozenset({"no one", "no-one", "nobody", "none"})
_CITED = 2  # voices in the chain of what somebody else says


def without_echoes(
    claims: list[Claim], echoes: Collection[str], unnumbered: Collection[str]
) -> list[Claim]:
    """Leave out "the victim" where the same report counts the victims in other words; not "his
    mother" in one list with others ("his mother and two women were hurt"). ``echoes`` are the ids
    of what may be one, ``unnumbered`` those that speak of deaths without a number."""
    firm = [claim for claim in claims if claim.id not in echoes]
    told = {(c.property, _doer(c)) for c in firm if not (c.additional and _beside(c, claims))}
    listed = {(c.property, c.span.end) for c in firm} | {(c.property, c.span.start) for c in firm}
    return [
        claim
        for claim in claims
        if claim.id not in echoes
        or (claim.property, _doer(claim)) not in told
        or (_owned(claim) and _one_of(claim, listed))
        or _gainsays(claim, firm)
        or (claim.id in unnumbered and _several(claim, firm))
    ]


def _beside(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether it adds to one of whom its own sentence tells first: "he was killed *along with a
    guard*"."""
    return any(
        (one.property, one.sentence) == (claim.property, claim.sentence)
        and one.value == exactly(1)
        and one.span.start < claim.span.end
        and one is not claim
        and not (one.partial or one.additional)
        for one in claims
    )


def told_in_headlines_only(
    claims: list[Claim], echoes: Collection[str], account: Account
) -> set[str]:
    """ "Gunmen kill driver", then "*killed its driver*, officials said": the one of whom only the
    headline tells in other words. What the text says of him is no echo of it."""
    title = account.report.title or ""
    end = account.report.text.find(title) + len(title)
    firm = [claim for claim in claims if claim.id not in echoes]
    counted = {(claim.property, _doer(claim)) for claim in firm if claim.span.start >= end}
    headed = {(c.property, _head(c)) for c in firm if c.span.end <= end and c.value == exactly(1)}
    return {
        claim.id
        for claim in claims
        if claim.id in echoes and claim.span.start >= end and claim.value == exactly(1)
        if (claim.property, _doer(claim)) not in counted
        if (claim.property, _head(claim)) in headed
    }


def _head(claim: Claim) -> str:
    return claim.who.label.casefold().split()[-1] if claim.who else ""


def _gainsays(claim: Claim, firm: Sequence[Claim]) -> bool:
    """Whether somebody says that there was nobody where others count some: "police said no one had
    died", "the army said that no civilian was hurt" are accounts, and no echo of theirs."""
    if claim.value != exactly(0) or len(claim.chain) < _CITED or claim.who is None:
        return False
    if claim.who.label.casefold() in _NOBODY and claim.property != "killed":
        return False  # "nobody was hurt" may be told of other shots
    heard = {each.primary() for each in firm if each.property == claim.property}
    return claim.primary() not in heard


def spoken_of(count: CountMention, account: Account) -> bool:
    """Whether the dead are told of without a number; not "a list of *fatalities*"."""
    before = account.report.text[max(0, count.phrase.start - 4) : count.phrase.start].split()
    return count.basis == "plural" and before[-1:] != ["of"]


def _several(claim: Claim, firm: Sequence[Claim]) -> bool:
    """Whether somebody else's plural is more than the one of whom the report knows: "one man was
    killed"; "local pages spoke of *deaths*"."""
    known = [each for each in firm if each.property == claim.property and not each.partial]
    heard = {each.primary() for each in known}
    one = all(each.value == exactly(1) or _at_least_one(each) for each in known)
    return one and len(claim.chain) >= _CITED and claim.primary() not in heard


def _at_least_one(claim: Claim) -> bool:
    value = claim.value
    return isinstance(value, NumberRange) and (value.low, value.high) == (1, None)


def _doer(claim: Claim) -> bool:
    return claim.who is not None and claim.who.role == "perpetrator"


def _one_of(claim: Claim, listed: Collection[tuple[Property, int]]) -> bool:
    """Whether its words begin or end with those of a listed claim: one verb tells of both."""
    return any((claim.property, at) in listed for at in (claim.span.start, claim.span.end))


def _owned(claim: Claim) -> bool:
    """Whether the words tell of somebody's relative or friend, one person."""
    label = claim.who.label.casefold() if claim.who else ""
    owned = label.split()[:1] in (["his"], ["her"], ["their"]) or bool(_POSSESSIVE.search(label))
    return owned and claim.value == exactly(1)
