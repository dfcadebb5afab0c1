"""What a figure covers where its words say that it covers more than one incident."""

import re
from functools import cache
from itertools import pairwise

from rashomon.claims.account import Account
from rashomon.data.calendar import months
from rashomon.data.phrases import either, phrases, words
from rashomon.model.claims import Scope

_SEASON = "spring|summer|autumn|winter"
_LENGTH = f"(?:hours|days|weeks|months|years|decades?|season|{_SEASON})"
_LATELY = (
    rf"(?:in|over|during|within|of) the (?:past|last) (?:[\w-]{{1,12}} (?:of )?){{0,2}}{_LENGTH}"
    r"|this (?:year|month|season)|of the year|(?:each|every) year|per year|annually"
    r"|in the first (?:[\w-]{1,10} )?(?:weeks|months|half)"
)
_COMPARED = re.compile(
    r"\b(?!(?:west|east|rest|test|guest|arrest|protest|request|forest|suggest|interest)\b)"
    r"(?:[a-z]{2,12}est|worst|most|first|second|third|fourth|fifth|only|\w{3,12}th)\b"
    r"(?:\s[\w’'-]{1,20}){0,8}\s?$",
    re.IGNORECASE,
)
"""What is compared with a period does not cover it: "the deadliest attack since March"."""
_ONLY_AND = re.compile(r"[\s,;:()–—-]{1,4}(?:and\s|a further\s|another\s)?")
_BREAK = re.compile(r"[,;:()–—]|\s-\s")


def scope_of(at: tuple[int, int], account: Account) -> Scope | None:
    """The period that the words at ``at`` cover, by the rest of their sentence, if it is one."""
    start, end = account.bounds(account.sentence(at[0]))
    text = account.report.text
    for found in _periods().finditer(text, start, end):
        before = text[start : found.start()]
        if _COMPARED.search(before) or _dated().search(before):
            continue
        if found.start() < at[0]:
            if not account.counts_in(start, found.start()):
                return Scope(period=found.group(0))
        elif _of_one_list(at[1], found.start(), account):
            return Scope(period=found.group(0))
    return _of_several(at[1], end, account)


def _of_several(start: int, end: int, account: Account) -> Scope | None:
    """ "Two were killed and three hurt *in separate shootings*": the sum of several incidents."""
    for found in _several().finditer(account.report.text, start, end):
        if _of_one_list(start, found.start(), account):
            return Scope(action=found.group(0))
    return None


@cache
def _several() -> re.Pattern[str]:
    events = either(words("event_cues", "word", role="incident"))
    apart = "separate|unrelated|different|various"
    number = "two|three|four|five|six|seven|eight|nine|ten|several|multiple|\\d{1,3}"
    told = rf"(?:\w{{1,12}} ){{0,3}}(?:{apart}) (?:\w{{1,12}} )?(?:{events})e?s"
    counted = rf"(?:at least |over |more than )?(?:{number}) (?:\w{{1,12}} )?incidents"
    return re.compile(rf"\bin (?:{told}|{counted})\b", re.I)


def _of_one_list(first: int, last: int, account: Account) -> bool:
    """Whether nothing but further figures lies between: "40 killed, 90 hurt and 12 gone since May";
    not "two men died on Monday, the third blast this year"."""
    between = account.report.text[first:last]
    marks = [first + each.start() for each in _BREAK.finditer(between)]
    return all(_begins_with_count(*stretch, account) for stretch in pairwise([*marks, last]))


def _begins_with_count(start: int, end: int, account: Account) -> bool:
    counts = account.counts_in(start, end)
    return bool(counts) and bool(_ONLY_AND.fullmatch(account.report.text, start, counts[0].start))


@cache
def _dated() -> re.Pattern[str]:
    """What makes of a period one time in it: "*earlier* this year", "*in March* this year"."""
    return re.compile(
        rf"(?:\b(?:earlier|later)|\b(?:in|on)\s(?:{'|'.join(months())})(?:\s\d{{1,2}})?,?)\s$",
        re.IGNORECASE,
    )


@cache
def _periods() -> re.Pattern[str]:
    """A period that a figure may be the sum of, in the words of the table or with a number."""
    kinds = (phrases("scopes").pattern, rf"\b(?:{_since()})\b(?!['’]s)", rf"\b(?:{_LATELY})\b")
    return re.compile("|".join(kinds), re.IGNORECASE)


def _since() -> str:
    month = rf"(?:early |late |mid-)?(?:{'|'.join(months())})\b(?! \d{{1,2}}\b)(?: (?:19|20)\d\d)?"
    last = rf"last (?:year|month|week|{_SEASON})|(?:the )?(?:{_SEASON}|year|month)"
    return rf"since (?:the (?:start|beginning|end) of )?(?:{month}|(?:19|20)\d\d|{last})"
