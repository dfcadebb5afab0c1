"""How many came, where that is told apart from the march: "Police put the crowd at 2,000".

Organisers and police seldom agree, and they are heard in sentences that tell of no event.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker
from rashomon.claims.who import who
from rashomon.data.phrases import any_of, either, words
from rashomon.model.annotations import CountMention
from rashomon.model.claims import Claim


def crowd_sizes(sentences: Iterable[int], account: Account, maker: Maker) -> list[Claim]:
    """Claims of participants in the sentences about a march, a rally or the like."""
    found: dict[str, Claim] = {}
    for index in sentences:
        for count, span in _sizes(*account.bounds(index), account):
            told = who(count, None, victim=False)
            claim = maker.claim("participants", count.range, span, who=told)
            found.setdefault(claim.id, claim)
    return list(found.values())


def _sizes(
    start: int, end: int, account: Account
) -> Iterator[tuple[CountMention, tuple[int, int]]]:
    text = account.report.text
    for count in account.counts_in(start, end):
        if count.basis not in ("numeral", "vague") or count.partial:
            continue
        behind = _takes_part().match(text, count.phrase.end, end)
        if behind is not None:
            yield count, (count.phrase.start, behind.end())
            continue
        put = _put_at().search(text[start : count.start])
        if put is not None:
            yield count, (start + put.start(), count.end)


@cache
def _takes_part() -> re.Pattern[str]:
    """ "10,000 people *took part*"."""
    return re.compile(rf"\s(?:{any_of('crowd_sizes', use='takes-part')})\b", re.IGNORECASE)


@cache
def _put_at() -> re.Pattern[str]:
    """ "*Estimated the crowd at* 2,000", "*put the number of marchers at* about 9,000"."""
    size, taker = (any_of("crowd_sizes", use=use) for use in ("size", "taker"))
    of_them = rf"(?:\sof\s(?:the\s)?(?:{taker}|{either({'people', 'those'})}))?"
    put = words("event_cues", "word", role="put")
    forms = {verb + ending for verb in put for ending in ("", "s", "ed", "d", "ting")}
    return re.compile(
        rf"\b(?:{either(forms)})\s(?:the|their|its)?\s?(?:{size}|{taker}){of_them}"
        r"(?:\s(?!of\b)[\w’'-]{1,15}){0,4}\sat\s$",
        re.IGNORECASE,
    )
