"""When an incident happened, as one report tells it: claims, and time frames by weight."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rashomon.claims.account import Account
from rashomon.claims.frames import block_frame, frame, telling, times_of
from rashomon.claims.making import Maker, stretch
from rashomon.data.kinds import kind
from rashomon.model.annotations import EventMention, TimeMention
from rashomon.model.base import NullReason
from rashomon.model.claims import Claim, WhenValue
from rashomon.model.episodes import TimeFrame
from rashomon.model.times import Interval

_TIED = 3.0
_SAME_SENTENCE = 1.0
_ELSEWHERE = 0.25
_FURTHER_DOWN = 0.1


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
            if frame(time) is not None:
                claim = maker.claim("when", _value(time), stretch(time))
                claims.setdefault(claim.id, claim)
    return list(claims.values())


def time_frames(
    mentions: Sequence[EventMention], account: Account, alone: Collection[int]
) -> tuple[TimeFrame, ...]:
    """The times of an incident, the one with most behind it first.

    Times tied to its mentions count most. For the main incident of a report those in the
    sentences that tell of it ``alone`` count too, where it has mentions there and, a little,
    elsewhere; an aside, for which ``alone`` is empty, has the times that the grammar gives it.
    """
    votes = _votes(mentions, account, alone)
    if not votes:
        blocks = [block_frame(m, account) for m in happenings(mentions)]
        return tuple(dict.fromkeys(each for each in blocks if each))[:1]
    weights: dict[tuple[object, ...], float] = {}
    for vote in votes:
        weights[_day_key(vote.frame)] = weights.get(_day_key(vote.frame), 0.0) + vote.weight
    order = sorted(weights, key=lambda k: (_coarse(k), -weights[k], str(k)))
    best = [_narrowest([v for v in votes if _day_key(v.frame) == key]) for key in order]
    return tuple(best)


def happenings(mentions: Iterable[EventMention]) -> list[EventMention]:
    """The mentions that tell what happened, without later follow-ups and talk about it; all of
    them where there is nothing else."""
    everything = list(mentions)
    events = [m for m in everything if kind(m.kind).role in ("event", "effect")]
    return events or everything


def _votes(
    mentions: Sequence[EventMention], account: Account, alone: Collection[int]
) -> list[Vote]:
    votes: dict[int, Vote] = {}
    for mention in happenings(mentions):
        index = account.sentence(mention.start)
        fade = 1 + _FURTHER_DOWN * index
        for time in times_of(mention, account):
            _keep(votes, time, _TIED / fade, account)
        for time in account.times_in(*account.bounds(index)) if index in alone else ():
            _keep(votes, time, _SAME_SENTENCE / fade, account)
    if not votes:
        for time in account.notes.times:
            index = account.sentence(time.start)
            fade = 1 + _FURTHER_DOWN * index
            if index in alone and account.readable(time.start):
                _keep(votes, time, _ELSEWHERE / fade, account)
    return list(votes.values())


def _keep(votes: dict[int, Vote], time: TimeMention, weight: float, account: Account) -> None:
    each = frame(time)
    if each is None or not telling(each) or _after_publication(each, account):
        return
    known = votes.get(time.start)
    if known is None or known.weight < weight:
        votes[time.start] = Vote(time, each, weight)


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
