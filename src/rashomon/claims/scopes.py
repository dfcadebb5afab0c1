"""What a figure covers where its words say that it covers more than one incident."""

import datetime as dt
import re
from functools import cache
from itertools import pairwise

from rashomon.claims.account import Account
from rashomon.data.calendar import months
from rashomon.data.phrases import any_of, phrases
from rashomon.model.annotations import TimeMention
from rashomon.model.claims import Scope

_MORE = r"(?:,? [\w’'-]{1,20}){0,8}?,?"
_BREAK = re.compile(r"[,;:()–—]|\s-\s")


def scope_of(at: tuple[int, int], account: Account) -> Scope | None:
    """The period or the several incidents that the words at ``at`` cover, by the rest of their
    sentence or, at the head of a report, by what its title or lead says of the same figure."""
    return _of_its_sentence(at, account) or _of_its_head(at, account) or _counted_on(at, account)


def _counted_on(at: tuple[int, int], account: Account) -> Scope | None:
    """ "On the other side ten soldiers *have been* killed", without a time of its own, right behind
    what has been counted since a day long past: it covers the same."""
    here = account.sentence(at[0])
    start, end = account.bounds(here)
    text = account.report.text
    if not here or not _have_been().search(text, start, end) or account.times_in(start, end):
        return None
    before = account.bounds(here - 1)
    if "\n" in text[before[0] : start].rstrip() or text[before[1] : start].count("\n"):
        return None
    scopes = (
        _of_its_sentence((each.start, each.end), account)
        for each in account.counts_in(*before)
        if each.basis in ("numeral", "vague")
    )
    return next((each for each in scopes if each and each.period), None)


@cache
def _have_been() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_either('so-far')}) (?:been )?(?:\w{{2,12}}ly )?(?:{_either('harmed')})\b", re.I
    )


def _of_its_head(at: tuple[int, int], account: Account) -> Scope | None:
    """ "Eleven shot, three dead *in 30 hours*", and below it "Eleven people were shot, three of
    them fatally": the sentence says again what the title sums up."""
    here = account.sentence(at[0])
    if here > account.lead:
        return None
    own = {(each.low, each.high) for each in account.counts_in(*account.bounds(here))}
    for each in account.counts_in(0, account.bounds(account.lead)[1]):
        if (
            (each.low or 0) > 1
            and (each.low, each.high) in own
            and account.sentence(each.start) != here
        ):
            found = _of_its_sentence((each.start, each.end), account)
            if found is not None:
                return found
    return None


def _of_its_sentence(at: tuple[int, int], account: Account) -> Scope | None:
    start, end = account.bounds(account.sentence(at[0]))
    text = account.report.text
    for found in _periods().finditer(text, start, end):
        before = text[start : found.start()]
        if _compared().search(before) or _dated().search(before):
            continue
        if found.start() < at[0]:
            if not account.counts_in(start, found.start()):
                return Scope(period=found.group(0))
        elif _of_one_list(at[1], found.start(), account):
            return Scope(period=found.group(0))
    return (
        _of_several(at[1], end, account)
        or _of_a_war(at[1], account)
        or _of_many(start, at, end, account)
        or _since_a_day(start, end, account)
    )


_LONG_PAST = dt.timedelta(days=14)


def _since_a_day(start: int, end: int, account: Account) -> Scope | None:
    """ "Since 8 October", told weeks later; "since Monday" may be one battle."""
    text = account.report.text
    for time in account.times_in(start, end):
        since = _since_at_end().search(text, start, time.start)
        if since is None or time.type != "DATE" or not _long_past(time, account):
            continue
        if not _compared().search(text[start : since.start()]):
            return Scope(period=text[since.start() : time.end])
    return None


def _long_past(time: TimeMention, account: Account) -> bool:
    """Whether a time lies weeks before the report came out."""
    day, published = time.interval, account.report.published
    if day is None or not published:
        return False
    return day.last_day + _LONG_PAST < dt.date.fromisoformat(published[:10])


@cache
def _since_at_end() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either('since')}) $", re.I)


def _of_many(start: int, at: tuple[int, int], end: int, account: Account) -> Scope | None:
    """What unrest, the deeds of a year or the incidents counted before it cost all in all."""
    text = account.report.text
    cost = _in_wars().match(text, at[1], end)
    if cost is None and _hundreds(at, account):
        cost = _unrest_has().search(text, start, at[1])
    if cost:
        return Scope(action=cost.group(0).strip())
    many = _so_many().search(text, start, at[0])
    if many:
        return Scope(action=many["many"])
    deeds, year = _deeds().search(text, start, end), _a_year().search(text, start, end)
    if deeds and year and not _compared().search(text[start : at[0]]):
        return Scope(period=year.group(0))
    return None


_HUNDREDS = 200  # people: more than one incident of unrest costs as a rule


def _hundreds(at: tuple[int, int], account: Account) -> bool:
    return any((count.low or 0) >= _HUNDREDS for count in account.counts_in(*at))


@cache
def _unrest_has() -> re.Pattern[str]:
    """ "*The violence has left* 900 dead"; of fewer it may be one incident."""
    return re.compile(
        rf"\b(?:{_either('unrest')})\b{_MORE}(?: (?:{_either('which')}))? {_had()}", re.I
    )


@cache
def _in_wars() -> re.Pattern[str]:
    """ "40,000 people have died *in the conflict*"."""
    return re.compile(
        r"\s(?:in|during)\s(?:the|its|their)\s(?:[\w’'-]{2,20}\s){0,3}?"
        rf"(?:{_either('long-war')})(?=[.,;:)”\"]|\s(?:{_either('war-goes-on')})\b|$)",
        re.IGNORECASE,
    )


@cache
def _so_many() -> re.Pattern[str]:
    """ "*17 security incidents and* 58 deaths", "*700 attacks* …, in which 165 people died"."""
    number = rf"(?:{_either('number')}|\d{{1,4}}|\d,\d{{3}})"
    return re.compile(
        rf"\b(?P<many>{number}\s(?:[\w’'-]{{2,14}}\s){{0,2}}(?:incidents|{_either('deed')}))\b"
        rf"(?:,|\s(?:{_either('next-to')})|[^.;:\d]{{0,60}}?\s(?:{_either('cost-link')}))"
        r"\s(?:[^\W\d]{1,12}\s){0,3}$",
        re.IGNORECASE,
    )


@cache
def _deeds() -> re.Pattern[str]:
    """ "*Road accidents* killed 2,300 people last year"."""
    return re.compile(rf"(?<!one of the )\b(?:{_either('deed')})\b", re.IGNORECASE)


@cache
def _a_year() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either('year')}|in (?:19|20)\d\d)\b(?!['’]s)", re.IGNORECASE)


def _of_a_war(last: int, account: Account) -> Scope | None:
    """ "*The war has* killed thousands", and of one that the sentence before is about "*it has*
    killed thousands"; "a year in which *40 raids* killed 90"; "thousands *since then*"."""
    here = account.sentence(last - 1)
    start, end = account.bounds(here)
    text = account.report.text
    found = _war_has().search(text, start, last) or _many_in_which().search(text, start, last)
    if found is None and here and _war_is().match(text, account.bounds(here - 1)[0]):
        found = _it_has().match(text, start, last)
    if found is None:
        found = _since_then(start, end, account)
    return Scope(action=" ".join(found.group(0).split())) if found else None


def _since_then(start: int, end: int, account: Account) -> re.Match[str] | None:
    """ "Since then" counted from a month or a year, not from the day of one incident."""
    found = _then().search(account.report.text, start, end)
    if found is None:
        return None
    before = [t for t in account.notes.times if t.end <= found.start() and t.type == "DATE"]
    here = account.sentence(start)
    near = [t for t in before if account.sentence(t.start) >= here - 1]
    long = bool(near) and near[-1].granularity in ("month", "year")
    return found if long or any(_long_past(t, account) for t in near) else None


def _of_several(start: int, end: int, account: Account) -> Scope | None:
    """ "Two were killed and three hurt *in separate shootings*": the sum of several incidents."""
    for found in _several().finditer(account.report.text, start, end):
        if _of_one_list(start, found.start(), account):
            return Scope(action=found.group(0))
    return None


def _either(use: str) -> str:
    return any_of("scopes", "phrase", use=use)


@cache
def _several() -> re.Pattern[str]:
    events = any_of("event_cues", "word", role="incident")
    told = rf"(?:\w{{1,12}} ){{0,3}}(?:{_either('apart')}) (?:\w{{1,12}} )?(?:{events})e?s"
    number = rf"(?:{_either('number')}|\d{{1,3}})"
    counted = rf"(?:(?:{_either('more')}) )?{number} (?:\w{{1,12}} )?incidents"
    many = rf"(?:(?:{_either('more')}) )?{number} (?:\w{{1,12}} )?(?:{_either('deed')})"
    spread = rf"(?:{_either('deed')}) (?:{_either('spread')})"
    one_of = rf"(?!(?:{_either('one')}) of )"
    return re.compile(rf"\bin {one_of}(?:{told}|{counted}|{many}|{spread})\b", re.I)


def _had() -> str:
    return rf"(?:{_either('has')}) (?:\w{{2,12}}ly )?(?:{_either('cost')})\b"


@cache
def _war_has() -> re.Pattern[str]:
    """ "A civil war that has claimed"; "fighting" may be one battle."""
    wars = _either("long-war")
    return re.compile(rf"\b(?:{wars})\b{_MORE}(?: (?:{_either('which')}))? {_had()}", re.I)


@cache
def _war_is() -> re.Pattern[str]:
    """A sentence about a war, by its first words: "The war between the army and the Front"."""
    return re.compile(
        rf"\W{{0,3}}(?:the|this|a)\s(?:[\w-]{{2,15}}\s){{0,3}}?(?:{_either('long-war')})\b", re.I
    )


@cache
def _it_has() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{_either('it')}) {_had()}", re.I)


@cache
def _many_in_which() -> re.Pattern[str]:
    """ "243 air strikes, *in which* at least 200 people died", "*recorded 19* … *in which*"."""
    number = rf"(?:{_either('number')}|\d{{1,4}}|{_either('dozens')})"
    deeds = rf"(?:{_either('deed')}|{_either('waves')})"
    told = rf"{number} (?:[\w-]{{2,15}} ){{0,2}}{deeds}"
    tallied = rf"(?:{_either('tallied')}) {number} [a-z]{{3,14}}s\b[^.;:()]{{0,80}}?"
    return re.compile(rf"\b(?:{told}|{tallied}),? (?:{_either('which')})\b", re.I)


@cache
def _then() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_either('then')})\b", re.I)


@cache
def _compared() -> re.Pattern[str]:
    """What is compared with a period does not cover it: "the deadliest attack since March"."""
    return re.compile(
        rf"\b(?!(?:{_either('no-compared')})\b)(?:[a-z]{{2,12}}est|\w{{3,12}}th|{_either('compared')})\b"
        r"(?:\s[\w’'-]{1,20}){0,8}\s?$",
        re.IGNORECASE,
    )


@cache
def _only_joined() -> re.Pattern[str]:
    return re.compile(rf"[\s,;:()–—-]{{1,4}}(?:(?:{_either('join')})\s)?")


def _of_one_list(first: int, last: int, account: Account) -> bool:
    """Whether nothing but further figures lies between: "40 killed, 90 hurt and 12 gone since May";
    not "two men died on Monday, the third blast this year"."""
    between = account.report.text[first:last]
    marks = [first + each.start() for each in _BREAK.finditer(between)]
    return all(_begins_with_count(*stretch, account) for stretch in pairwise([*marks, last]))


def _begins_with_count(start: int, end: int, account: Account) -> bool:
    counts = account.counts_in(start, end)
    return bool(counts) and bool(
        _only_joined().fullmatch(account.report.text, start, counts[0].start)
    )


@cache
def _dated() -> re.Pattern[str]:
    """What makes of a period one time in it: "*earlier* this year", "*in March* this year"."""
    return re.compile(
        rf"(?:\b(?:{_either('moment')})|\b(?:in|on)\s(?:{_months()})(?:\s\d{{1,2}})?,?)\s$",
        re.IGNORECASE,
    )


def _months() -> str:
    return "|".join(months())


@cache
def _periods() -> re.Pattern[str]:
    """A period that a figure may be the sum of, in the words of the table or with a number."""
    whole = phrases("scopes", use="").pattern
    kinds = (
        whole,
        rf"\b(?:{_since()}|{_since_event()})\b(?!['’]s)",
        rf"\b(?:{_lately()}|{_within()}|{_weeks_of()})\b",
    )
    return re.compile("|".join(kinds), re.IGNORECASE)


def _lately() -> str:
    """ "Over the past five years"."""
    return (
        rf"(?:{_either('lately')}) the (?:{_either('past')}) (?:[\w-]{{1,12}} (?:of )?){{0,2}}"
        rf"(?:{_either('length')})(?! of\b)"
    )


def _within() -> str:
    """ "In just 30 hours"; not "in two days of fighting", which may be one battle."""
    number, length = rf"(?:{_either('number')}|\d{{1,3}})", _either("short-length")
    return (
        rf"(?:{_either('within')}) (?:(?:{_either('just')}) ){{0,2}}{number} (?:{length})"
        rf"(?! (?:of|{_either('moment')}|{_either('no-within')})\b)"
    )


def _weeks_of() -> str:
    """ "In the two weeks *of unrest*"; days of it may be one incident."""
    number = rf"(?:{_either('number')}|\d{{1,3}})"
    return (
        rf"(?:{_either('within')}) (?:the )?(?:(?:{_either('past')}) )?{number} "
        rf"(?:{_either('long-length')}) of (?:\w{{2,14}} )?"
        rf"(?:{_either('unrest')}|{_either('since-event')})"
    )


def _since() -> str:
    month = rf"(?:early |late |mid-)?(?:{_months()})\b(?! \d{{1,2}}\b)(?: (?:19|20)\d\d)?"
    seasons = _either("season")
    last = rf"last (?:year|month|week|{seasons})|(?:the )?(?:{seasons}|year|month)"
    edge = rf"(?:the (?:{_either('edge')}) of )?"
    return rf"since {edge}(?:{month}|(?:19|20)\d\d|{last})"


def _since_event() -> str:
    """ "Since a truce ended in March", "since the coup"."""
    events, verbs = _either("since-event"), _either("since-verb")
    when = rf"(?: (?:in|on) (?:{_months()})(?: \d{{1,4}})?)?"
    return (
        rf"since it (?:{verbs})\b|"
        rf"since (?:an?|the|its|their|last \w{{3,9}}[’']s) (?:[\w’'-]{{2,15}} ){{0,2}}?(?:{events})"
        rf"(?: (?:\w{{2,12}} ){{0,3}}?(?:{verbs}){when})?"
    )
