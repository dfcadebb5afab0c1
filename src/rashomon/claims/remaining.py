"""Who is said to be there still, where others tell that people were brought away: that gainsays
an evacuation, and counts nobody."""

import re
from collections.abc import Iterable
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker
from rashomon.data.phrases import any_of, either, words
from rashomon.model.claims import Claim
from rashomon.model.numbers import NumberRange


def remaining(sentences: Iterable[int], account: Account, maker: Maker) -> list[Claim]:
    """Denials that people were evacuated, in the sentences that tell of one incident."""
    found: dict[str, Claim] = {}
    for index in sentences:
        start, end = account.bounds(index)
        for still in _still_inside().finditer(account.report.text, start, end):
            nobody = NumberRange(low=None)
            claim = maker.claim("evacuated", nobody, still.span(), denied=True)
            found.setdefault(claim.id, claim)
    return list(found.values())


@cache
def _still_inside() -> re.Pattern[str]:
    """ "Embassy *staff are still inside*"."""
    people = words("people", "noun", type="person") | words("people", "noun", type="group")
    many = {f"{noun}s" for noun in people} | {f"{noun[:-1]}ies" for noun in people}
    nouns = people | many | words("people", "noun", number="plural")
    stays = any_of("care_words", use="stays")
    inside = any_of("care_words", use="inside")
    return re.compile(
        rf"\b(?:{either(nouns)})\s(?:{stays})\s(?:\w{{2,12}}\s)?(?:{inside})\b", re.IGNORECASE
    )
