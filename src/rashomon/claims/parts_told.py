"""Who some of those were whom an event befell: "including two nurses and a baby", "Among the dead
were six soldiers", "Four of them were women"."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from rashomon.claims.account import Account
from rashomon.data.numbers import number_said
from rashomon.data.phrases import any_of, words
from rashomon.model.annotations import CountMention, EventMention

_INCLUDING = re.compile(
    r"(?:(?:\s[^\W\d_]{1,12}){0,2}\sinclude[ds]?|[^.;:()\d]{0,90}?(?:,|\s[–—-])?\sincluding)"
    r"\s{1,2}(?:at least\s)?",
    re.IGNORECASE,
)
_OF_WHOM = re.compile(
    r"[^.;:()]{0,60}[,;–—]\s{1,2}(?:of\swhom\s|among(?:st)?\s(?:them|whom)\s"
    r"|(?=[^.;:()]{1,40}\sof\s(?:them|whom|these|those)\b))",
    re.IGNORECASE,
)
_WERE = re.compile(r"(?:\s[^,.;:]{1,60})?\s(?:was|were|is|are)\s(?:at least\s)?", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:\s(?:of|from|in|at)\s[^,.;:]{1,40}|\s?\([^()]{1,40}\))?"
    r"(?:,\s(?:and\s)?|\s(?:and|as well as)\s)",
    re.IGNORECASE,
)
_COUNTED = ("numeral", "vague", "article")


def told_behind(
    mention: EventMention, last: int, rivals: Sequence[EventMention], account: Account
) -> Iterator[CountMention]:
    """Some of those, in the rest of the sentence behind ``last``: "the dead *include three children
    and a nurse*", "27 were hurt, *nine of whom* are officers"; unless another outcome is told
    there."""
    start, end = account.sentence_of(mention)
    text = account.report.text
    among = _among().fullmatch(text[start : mention.start])
    others = [each for each in rivals if last <= each.start < end]
    if others:  # "ten died, including *two women*, and 14 others were hurt"
        end = min(each.start for each in others)
        theirs = [a.start for each in others for a in each.arguments if a.role == "recipient"]
        end = min([end, *(at for at in theirs if at >= last)])
        if among or not _INCLUDING.match(text, last, end):
            return
    behind = account.counts_in(mention.end if among else last, end)
    for index, count in enumerate(behind):
        between = text[last : count.phrase.start]
        if among:
            told = bool(_WERE.fullmatch(text[mention.end : count.phrase.start]))
        else:
            told = count.partial and bool(
                _INCLUDING.fullmatch(between) or _OF_WHOM.match(text, last, end)
            )
        if told:
            yield from listed_on(behind[index:], text)
            return


def listed_on(counts: Sequence[CountMention], text: str) -> Iterator[CountMention]:
    """The first, and those that are listed on with nothing but "and" or a comma between."""
    before = None
    for count in counts:
        if before is not None:
            joined = _NEXT.fullmatch(text, before.phrase.end, count.phrase.start)
            if not joined or count.basis not in _COUNTED or count.additional:
                return
        before = count
        yield count.model_copy(update={"partial": True})


def told_next(
    mention: EventMention, most: int, rivals: Sequence[EventMention], account: Account
) -> list[CountMention]:
    """Some of at most ``most`` people, of whom the next sentence tells: "Four of them were women
    and two were children", "They included a nurse"."""
    _, end = account.sentence_of(mention)
    last = max((m.start for m in rivals if m.start < end), default=mention.start)
    text = account.report.text
    if most < 2 or last != mention.start or end >= len(text):
        return []
    start, stop = account.bounds(account.sentence(end + 1))
    if start < end or any(start <= rival.start < stop for rival in rivals):
        return []
    if _of_others(text[start:stop]):
        return []
    bases: Collection[str] = _COUNTED if _among_them().match(text, start) else ("numeral",)
    return [
        count
        for count in account.counts_in(start, stop)
        if count.partial and count.basis in bases and (count.low or 0) < most
    ]


def _of_others(sentence: str) -> bool:
    """ "*The 12 accused* include two soldiers": not of those who were harmed."""
    told = _including_whom().match(sentence)
    if told is None or number_said(told["whom"]) is not None:
        return False
    harmed = words("people", "noun", role="victim") | words("people", "noun", type="toll")
    said = (word.removesuffix("s") for word in told["whom"].casefold().split())
    return not any(word in harmed for word in said)


@cache
def _including_whom() -> re.Pattern[str]:
    including = any_of("weighing_words", use="including")
    return re.compile(rf"\W{{0,3}}the\s(?P<whom>[^.;:]{{1,60}}?)\s(?:{including})\b", re.IGNORECASE)


@cache
def _among() -> re.Pattern[str]:
    """ "*Among those* killed were …"."""
    among = any_of("weighing_words", use="among")
    return re.compile(
        rf"\W{{0,3}}(?:{among})\s(?:the\s|those\s(?:who\s)?(?:were\s)?)?", re.IGNORECASE
    )


@cache
def _among_them() -> re.Pattern[str]:
    """ "*Among them* were …", "*They included* …"."""
    among = any_of("weighing_words", use="among")
    return re.compile(
        rf"\W{{0,3}}(?:(?:{among})\s(?:them|these|those)|(?:they|these|those)\sinclude[ds]?)\b",
        re.IGNORECASE,
    )
