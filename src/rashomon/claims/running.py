"""A number that runs on: "a *third* person has died" says that three are dead by now.

Only of the first dead that a report counts: after "two died at the scene" the third is one more,
and after two who were hurt he need not be the third of the dead.
"""

import re
from functools import cache

from rashomon.data.ordinals import ordinals
from rashomon.data.phrases import any_of, either, phrases
from rashomon.model.claims import Claim, Who
from rashomon.model.numbers import NumberRange, exactly

_HARM = frozenset({"killed", "injured", "casualties"})
_OF_NOBODY = {"sex": "not-stated", "age_group": "not-stated"}


def run_on(claims: list[Claim]) -> list[Claim]:
    """The claims of one report, those that count on with the number that the dead have reached."""
    ordered = sorted(claims, key=lambda claim: (claim.span.start, claim.span.end))
    first = next((c.span.start for c in ordered if _counts_several(c)), None)
    reached = {
        claim.id: _counted(claim, number)
        for claim in ordered
        if (number := _reached(claim))
        and (first is None or claim.span.start < first or _headed(claim, number, ordered))
    }
    return [reached.get(claim.id, claim) for claim in claims]


def _headed(claim: Claim, number: int, ordered: list[Claim]) -> bool:
    """Whether as many dead are told above it: "*Three dead* after shooting", then "a third person
    has died", is no fourth."""
    above = (c for c in ordered if c.span.start < claim.span.start and not c.partial)
    return any(c.property == "killed" and c.value == exactly(number) for c in above)


def died_later(claims: list[Claim]) -> list[Claim]:
    """ "Twelve died *on the spot* and four on the way to hospital": sixteen."""
    at_once = [c for c in claims if c.property == "killed" and _at_once(c)]
    return [
        claim.model_copy(update={"additional": True})
        if any(_right_behind(claim, each) for each in at_once)
        else claim
        for claim in claims
    ]


def _at_once(claim: Claim) -> bool:
    behind = claim.sentence.exact[max(0, claim.span.end - claim.sentence.start) :]
    return bool(_on_the_spot().match(behind)) and not claim.partial


def _right_behind(claim: Claim, other: Claim) -> bool:
    if claim.property != other.property or claim.sentence != other.sentence or claim.partial:
        return False
    return claim.span.start > other.span.end and claim.value != exactly(0)


@cache
def _on_the_spot() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{any_of('weighing_words', use='at-once')})\b", re.IGNORECASE)


def _counts_several(claim: Claim) -> bool:
    low = claim.value.low if isinstance(claim.value, NumberRange) else None
    return claim.property in _HARM and (low or 0) > 1


def _reached(claim: Claim) -> int:
    """The number of the dead that an ordinal gives, 0 where none does."""
    if claim.property != "killed" or claim.value != exactly(1) or claim.partial:
        return 0
    if claim.who is None or claim.who.role == "perpetrator":
        return 0
    said = _ordinal().match(claim.span.exact)
    later = phrases("deaths").search(claim.sentence.exact, claim.span.start - claim.sentence.start)
    return ordinals()[said[1].casefold()] if said and later else 0


def _counted(claim: Claim, number: int) -> Claim:
    """That many dead, of whom nothing is known but what is said of the last."""
    who = claim.who and Who(
        label=claim.who.label,
        status=claim.who.status,
        role=claim.who.role,
        why_null={**claim.who.why_null, **_OF_NOBODY},
    )
    return claim.model_copy(update={"value": exactly(number), "additional": False, "who": who})


@cache
def _ordinal() -> re.Pattern[str]:
    return re.compile(rf"(?:an?\s|the\s)?({either(ordinals())})\s", re.IGNORECASE)
