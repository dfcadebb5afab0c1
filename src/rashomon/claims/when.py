"""When an incident happened, as one report tells it: claims, and time frames by weight."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rashomon.claims.account import Account
from rashomon.claims.frames import AT_ONCE, block_frame, frame, hangs_on, telling, times_of
from rashomon.claims.making import Maker, stretch
from rashomon.data.kinds import kind
from rashomon.data.phrases import phrases, words
from rashomon.model.annotations import EventMention, TimeMention
from rashomon.model.base import NullReason
from rashomon.model.claims import Claim, WhenValue
from rashomon.model.episodes import TimeFrame
from rashomon.model.times import Interval

_TIED = 2.0
_SAME_SENTENCE = 1.0
_ELSEWHERE = 0.5
_FURTHER_DOWN = 0.1
_FOLLOWED = 0.1
_SHARED = 0.3
_COUNTED_ON = frozenset({"next_day", "told_later", "day_after"})
_COUNTED_ON_SHARE = 0.3
"""What is told as so many days after another day is seldom what the report is about."""
_BY_THE_HOUR = 1.3
_HANGS_ON_NOTHING = 0.5
_SHARES = {"onset": 3.0, "later": 0.6, "state": 0.3, "after": 0.04}
_SHORT = 2  # letters: "at", "on", "pm"
_STAMP = 60
_NAMES_IT = 3.0
_BETWEEN = re.compile(r"(?:['’ʼ]s)?\s$")
_WORD = re.compile(r"[^\W\d_]+")
SPAN = 0.15
"""A span of days gives way to a single day unless it has seven times as much behind it."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One time expression and how much speaks for it as the time of the incident."""

    time: TimeMention
    frame: TimeFrame
    weight: float


def when_claims(mentions: Iterable[EventMention], account: Account, maker: Maker) -> list[Claim]:
    """A claim for every time that the words tie to what happened."""
    claims: dict[str, Claim] = {}
    for mention in happenings(mentions):
        for time in times_of(mention, account):
            if frame(time) is not None and not stamped(time, account):
                claim = maker.claim("when", _value(time), stretch(time))
                claims.setdefault(claim.id, claim)
    return list(claims.values())


def time_frames(
    mentions: Sequence[EventMention], account: Account, alone: Collection[int]
) -> tuple[TimeFrame, ...]:
    """The times of an incident, the one with most behind it first.

    Times tied to its mentions count most. For the main incident of a report those in the
    sentences that tell of it ``alone`` count too, where it has mentions there and, less,
    elsewhere; an aside, for which ``alone`` is empty, has the times that the grammar gives it.
    A span such as "last week" speaks for the days told in it.
    """
    votes = _votes(mentions, account, alone)
    if not votes:
        blocks = [block_frame(m, account) for m in happenings(mentions)]
        return tuple(dict.fromkeys(each for each in blocks if each))[:1]
    told: dict[tuple[object, ...], list[Vote]] = {}
    for vote in votes:
        told.setdefault(_day_key(vote.frame), []).append(vote)
    own = {key: sum(vote.weight for vote in of_key) for key, of_key in told.items()}
    spans = [(v.frame.interval, v.weight) for v in votes if _coarse(_day_key(v.frame))]
    weights = {
        key: weight + _borne_out(told[key][0].frame, weight, spans) for key, weight in own.items()
    }
    order = sorted(weights, key=lambda k: (-weights[k] * (SPAN if _coarse(k) else 1.0), str(k)))
    return tuple(
        _narrowest(told[key]).model_copy(update={"weight": round(weights[key], 3)}) for key in order
    )


def _borne_out(
    each: TimeFrame, own: float, spans: Iterable[tuple[Interval | None, float]]
) -> float:
    """What the spans around a known day add to it: at most as much as it has itself."""
    day = each.interval
    if day is None or day.days > 1:
        return 0.0
    return min(own, sum(weight for span, weight in spans if span and span.contains(day)))


def happenings(mentions: Iterable[EventMention]) -> list[EventMention]:
    """The mentions that tell what happened, without later follow-ups, talk about it and who is
    still in hospital; all of them where there is nothing else."""
    everything = list(mentions)
    events = [
        m
        for m in everything
        if kind(m.kind).role in ("event", "effect") and not phrases("partial").search(m.exact)
    ]
    return events or everything


def _votes(
    mentions: Sequence[EventMention], account: Account, alone: Collection[int]
) -> list[Vote]:
    votes: dict[int, Vote] = {}
    telling = set()
    for mention in happenings(mentions):
        index = account.sentence(mention.start)
        telling.add(index)
        itself = kind(mention.kind).role in ("event", "effect")
        for time in times_of(mention, account):
            tied = _TIED * (1.0 if itself else _FOLLOWED)
            at_once = itself and 0 < time.start - mention.end <= AT_ONCE
            _keep(votes, time, tied, account, sure=at_once)
    named = _naming(mentions, account)
    aside = {t.start for m in account.notes.mentions if m.background for t in times_of(m, account)}
    for time in account.notes.times if alone else ():
        index = account.sentence(time.start)
        if account.readable(time.start) and _narrow(time) and time.start not in aside:
            if time.end in named:
                _keep(votes, time, _NAMES_IT, account, sure=True)
            beside = _SAME_SENTENCE if index in telling else _ELSEWHERE
            _keep(votes, time, beside * (1.0 if index in alone else _SHARED), account)
    return list(votes.values())


def _naming(mentions: Sequence[EventMention], account: Account) -> frozenset[int]:
    """The ends of times that name what happened: "the *Jan. 28* shooting", "*Monday*'s fire"."""
    text = account.report.text
    starts = (m.start for m in happenings(mentions))
    return frozenset(
        start - len(between.group())
        for start in starts
        if (between := _BETWEEN.search(text, max(0, start - AT_ONCE), start))
    )


def _narrow(time: TimeMention) -> bool:
    """Whether it is narrower than a year, which says nothing unless it is tied to something."""
    return time.granularity != "year"


def _keep(
    votes: dict[int, Vote], time: TimeMention, weight: float, account: Account, sure: bool = False
) -> None:
    """Take the time as a vote; ``sure`` where it stands right behind what happened ("the fire on
    Monday"), whatever the parser hangs it on."""
    each = frame(time)
    if each is None or not telling(each) or _after_publication(each, account):
        return
    if stamped(time, account):
        return
    weight *= _said_of(time, sure) * (_BY_THE_HOUR if time.type == "TIME" else 1.0)
    weight *= _COUNTED_ON_SHARE if time.rule in _COUNTED_ON else 1.0
    weight /= 1 + _FURTHER_DOWN * account.sentence(time.start)
    known = votes.get(time.start)
    if known is None or known.weight < weight:
        votes[time.start] = Vote(time, each, weight)


def _said_of(time: TimeMention, sure: bool) -> float:
    """How likely what the time hangs on is of the day of the event."""
    if not time.governors:
        return _HANGS_ON_NOTHING
    tells = hangs_on(time)
    if tells is None or (sure and tells == "after"):
        return 1.0
    return _SHARES[tells]


def stamped(time: TimeMention, account: Account) -> bool:
    """Whether it says when the page was published or changed ("Updated: Monday, 9:15 a.m.")."""
    published = account.report.published
    if time.anchor == "none" and published and time.timex == published[:10]:
        return True  # who writes of the day itself says "today" or its weekday, without the year
    before = account.report.text[max(0, time.start - _STAMP) : time.start]
    for word in reversed(_WORD.findall(before)):
        if word.casefold() in words("time_governors", tells="stamp"):
            return True
        if word.islower() and len(word) > _SHORT:
            return False
    return False


def _after_publication(each: TimeFrame, account: Account) -> bool:
    published = account.report.published
    if each.interval is None or published is None:
        return each.offset is not None and each.offset.first > 0
    return each.interval.earliest[:10] > published[:10]


def _day_key(each: TimeFrame) -> tuple[object, ...]:
    """Frames of one day vote together; wider ones each for themselves."""
    if each.interval is not None:
        first, last = each.interval.first_day, each.interval.last_day
        return ("day", first) if first == last else ("span", first, last)
    offset = each.offset
    if offset is None:
        return ("none",)
    single = offset.weekday is not None or offset.first == offset.last
    return ("day" if single else "span", offset.weekday, offset.first, offset.last)


def _coarse(key: tuple[object, ...]) -> bool:
    return key[0] != "day"


def _narrowest(votes: list[Vote]) -> TimeFrame:
    """The frame that says most about the hour, of those with the most weight."""
    ranks = ("minute", "hour", "part-of-day", "day", "week", "month", "year")

    def key(vote: Vote) -> tuple[int, float, int]:
        interval = vote.frame.interval
        offset = vote.frame.offset
        grain = interval.granularity if interval else offset.granularity if offset else "year"
        return ranks.index(grain), -vote.weight, vote.time.start

    return min(votes, key=key).frame


def _value(time: TimeMention) -> WhenValue:
    interval: Interval | None = time.interval
    codes: dict[str, NullReason] = {}
    if interval is None:
        codes = {"earliest": "unresolved", "latest": "unresolved"}
    if time.granularity is None:
        codes["granularity"] = "unresolved"
    return WhenValue(
        earliest=interval.earliest if interval else None,
        latest=interval.latest if interval else None,
        granularity=time.granularity,
        why_null=codes,
    )
