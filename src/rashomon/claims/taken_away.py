"""How many were taken, in a report of a kidnapping: "39 people *had been taken*".

"Taken" alone says little; where a report tells of an abduction, it says who was abducted.
"""

import re
from collections.abc import Iterable
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker
from rashomon.claims.who import who
from rashomon.data.phrases import any_of
from rashomon.model.claims import Claim

_FIRM = ("numeral", "vague")


def taken_away(sentences: Iterable[int], account: Account, maker: Maker) -> list[Claim]:
    """Claims of the abducted in the sentences about a kidnapping that only say "taken"."""
    found: dict[str, Claim] = {}
    for index in sentences:
        start, end = account.bounds(index)
        for count in account.counts_in(start, end):
            said = _taken().match(account.report.text, count.phrase.end, end)
            if said is None or count.basis not in _FIRM:
                continue
            words = (count.phrase.start, said.end())
            claim = maker.claim(
                "abducted",
                count.range,
                words,
                who=who(count, None, victim=True),
                partial=count.partial,
                additional=count.additional,
            )
            found.setdefault(claim.id, claim)
    return list(found.values())


@cache
def _taken() -> re.Pattern[str]:
    """ "*Were taken* from the bus"; not "were taken to hospital" or "into custody"."""
    taken = any_of("event_cues", "word", role="taken")
    elsewhere = any_of("event_cues", "word", role="taken-elsewhere")
    return re.compile(
        rf"(?:\swho)?\s(?:was|were|had been|have been|has been)\s(?:{taken})\b"
        rf"(?!\s(?:{elsewhere})\b)",
        re.IGNORECASE,
    )
