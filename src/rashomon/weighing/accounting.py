"""The derivation of a finding that is no number: which words from whom, in one sentence."""

from collections.abc import Mapping, Sequence

from rashomon.model.claims import Claim, WhereValue
from rashomon.model.findings import Reading
from rashomon.weighing.conflicts import Teller
from rashomon.weighing.disputes import said, width
from rashomon.weighing.exclusion import LeftOut
from rashomon.weighing.places import wider
from rashomon.weighing.times import interval, over_midnight
from rashomon.weighing.wording import clipped

_TOLD = 3  # readings that one sentence names
_LEFT_OUT = 2  # claims left out that one sentence names

_ALONE = ", whose words alone do not settle the day"


def account_for(
    readings: Sequence[Reading],
    used: Mapping[str, Claim],
    claims: Sequence[Claim],
    left: Mapping[str, LeftOut],
    teller: Teller,
) -> str:
    """One sentence, its parts joined by semicolons."""
    groups = [[used[each] for each in reading.claims] for reading in readings]
    told = [_reading(group, teller) for group in groups[:_TOLD]]
    for number, group in enumerate(groups[1:_TOLD], start=1):
        told[number] += _beside(group, groups[0])
    if len(groups) > _TOLD:
        told.append(f"{len(groups) - _TOLD} more below")
    told += _left_out(claims, left, teller)
    return "; ".join(told or ["Nothing is claimed"]) + "."


def _reading(group: Sequence[Claim], teller: Teller) -> str:
    """Who gives it, and whose words alone would not settle the day."""
    unsettled = [c for c in group if c.property == "when" and interval(c) is None]
    settled = [claim for claim in group if claim not in unsettled]
    if not settled:
        return f"{said(unsettled, teller)} from {teller.who(unsettled)}{_ALONE}"
    widest = max(map(width, settled))
    same = [claim for claim in settled if width(claim) == widest]
    parts = [f"{said(same, teller)} from {teller.who(same)}"]
    finer = [claim for claim in settled if claim not in same]
    if finer:
        parts.append(f"within it {_words(finer)} from {teller.who(finer)}")
    if unsettled:
        parts.append(f"also {_words(unsettled)} from {teller.who(unsettled)}{_ALONE}")
    return ", ".join(parts)


def _words(claims: Sequence[Claim]) -> str:
    return f"“{clipped(claims[0].span.exact)}”"


def _beside(group: Sequence[Claim], first: Sequence[Claim]) -> str:
    """How a further reading stands to the best supported one, where that needs saying."""
    one, other = group[0].value, first[0].value
    if isinstance(one, WhereValue) and isinstance(other, WhereValue):
        return ", a wider place" if wider(one, other) else ""
    mine, theirs = interval(group[0]), interval(first[0])
    if mine is None or theirs is None:
        return ""
    if over_midnight(mine, theirs):
        return ", across midnight from it"
    return ", which holds with it" if mine.meets(theirs) else ""


def _left_out(claims: Sequence[Claim], left: Mapping[str, LeftOut], teller: Teller) -> list[str]:
    said_once = dict.fromkeys(
        f"{_words([claim])} from {teller.who([claim])} left out: {left[claim.id].why}"
        for claim in sorted(claims, key=lambda each: each.id)
        if claim.id in left
    )
    more = len(said_once) - _LEFT_OUT
    return [*list(said_once)[:_LEFT_OUT], *([f"{more} more left out"] if more > 0 else [])]
