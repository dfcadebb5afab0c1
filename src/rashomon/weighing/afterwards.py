"""Whether one count is told as of a later day than another of the same report."""

import re
from functools import cache

from rashomon.data.calendar import weekdays
from rashomon.data.phrases import either
from rashomon.model.claims import Claim
from rashomon.weighing.wording import words_for

_SOON = 3  # days: "on Wednesday" after a Sunday is the one behind it, "on Friday" may be before
_WEEK = 7


def told_later(claim: Claim, before: Claim) -> bool:
    """Whether its words give a day behind that of ``before`` ("rose to 12 on Monday … two more
    died on Tuesday"), or say that it was since then."""
    if claim.sentence == before.sentence:
        return False
    start = max(0, claim.span.start - claim.sentence.start)
    if _since().search(claim.sentence.exact[: start + 1] + " "):
        return True
    first, then = _weekday(before), _weekday(claim)
    return first is not None and then is not None and 0 < (then - first) % _WEEK <= _SOON


def _weekday(claim: Claim) -> int | None:
    """The day of the week that is named nearest to a count in its sentence."""
    at = claim.span.start - claim.sentence.start
    named = [
        (abs(found.start() - at), weekdays().index(found[0].casefold()))
        for found in _days().finditer(claim.sentence.exact)
    ]
    return min(named)[1] if named else None


@cache
def _days() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(weekdays())})\b", re.IGNORECASE)


@cache
def _since() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words_for('since'))})\b", re.IGNORECASE)
