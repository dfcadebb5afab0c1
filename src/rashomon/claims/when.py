"""When an incident happened, as one report tells it: claims, and time frames by weight."""

import datetime as dt
import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.claims.account import Account, within
from rashomon.claims.day_traits import Candidate, Telling, candidates
from rashomon.claims.frames import block_frame, frame, hangs_on, of_its_day, telling, times_of
from rashomon.claims.making import Maker, stretch
from rashomon.data import lexicon
from rashomon.data.kinds import kind
from rashomon.data.phrases import phrases, words
from rashomon.model.annotations import EventMention, TimeMention
from rashomon.model.base import NullReason
from rashomon.model.claims import Claim, WhenValue
from rashomon.model.episodes import TimeFrame
from rashomon.model.times import DAY, Interval

_SHORT = 2  # letters: "at", "on", "pm"
_STAMP = 60
_NEWS = 30
"""Days before publication up to which a report tells how things have been since an event."""
_WORD = re.compile(r"[^\W\d_]+")
_EVEN = 0.3
"""The weight of a time that is as likely as not that of the incident (linking/profiles.py)."""
_LEAST = 0.001
_MOST = 5.0
"""Nothing is surer than this on the logistic scale."""
SPAN = 0.15
"""A span of days gives way to a single day unless it has seven times as much behind it."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One time expression and how much speaks for it as the time of the incident."""

    time: TimeMention
    frame: TimeFrame
    weight: float


def when_claims(mentions: Iterable[EventMention], account: Account, maker: Maker) -> list[Claim]:
    """A claim for every time that the words tie to what happened; not for the day of a toll. The
    times of who lies in hospital are claims where no others are told."""
    claims: dict[str, Claim] = {}
    in_care: dict[str, Claim] = {}
    for mention in happenings(mentions):
        cared = _in_care(mention, account)
        for time in times_of(mention, account):
            if not of_its_day(time, mention, account):
                continue
            if frame(time) is not None and not stamped(time, account):
                claim = maker.claim("when", _value(time), stretch(time))
                (in_care if cared else claims).setdefault(claim.id, claim)
    return list((claims or in_care).values())


def _in_care(mention: EventMention, account: Account) -> bool:
    """ "Died *in hospital* on Tuesday", "were in critical *condition* on Friday morning": the day
    of what came of it; not in a sentence that tells the event itself."""
    start, end = account.sentence_of(mention)
    told = within(account.notes.mentions, start, end)
    if mention.affects is None or any(kind(m.kind).role == "event" for m in told):
        return False
    said = re.findall(r"\w+", account.report.text[start:end].casefold())
    places = words("event_cues", role="care")
    return bool(places.union(words("care_words", use="state")).intersection(said))


def time_frames(
    mentions: Sequence[EventMention], account: Account, alone: Collection[int], main: bool
) -> tuple[TimeFrame, ...]:
    """The times of an incident, the one with most behind it first.

    Each has the odds, by its traits, that it is the time of the incident; those of one day add
    up. For what the report is mainly about all its times are looked at, an aside has those that
    the grammar gives it. A span such as "last week" speaks for the days told in it.
    """
    found = _edges_yield(day_candidates(mentions, account, alone, main), account)
    votes = [Vote(c.time, c.frame, _weight(c)) for c in found]
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


def _edges_yield(found: list[Candidate], account: Account) -> list[Candidate]:
    """Without the day in a dateline, which is that of the writing, the day since when others are
    counted, and that of what came before, where the words tie another time to what happened."""
    told = [
        c
        for c in found
        if not (_in_dateline(c.time, account) or _since(c, account) or _of_the_background(c))
    ]
    return told if any("tied" in each.traits for each in told) else found


def _of_the_background(candidate: Candidate) -> bool:
    """ "The protests *began on 8 May*", far down in a report of the shots that ended them."""
    return "tied to other background" in candidate.traits and "tied" not in candidate.traits


def _since(candidate: Candidate, account: Account) -> bool:
    """ "*Since 7 October* nine have died"; not "has been in hospital since Sunday", where it is the
    day of what is told."""
    day, published = candidate.day, account.report.published
    if day is None or published is None:
        return False
    text = account.report.text
    before = text[max(0, candidate.time.start - _STAMP) : candidate.time.start].casefold().split()
    long_ago = (dt.date.fromisoformat(published[:10]) - day).days > _NEWS
    return long_ago and bool(words("time_governors", tells="since").intersection(before[-1:]))


def _in_dateline(time: TimeMention, account: Account) -> bool:
    section = account.section(time.start)
    return section is not None and section.kind == "dateline"


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


def day_candidates(
    mentions: Sequence[EventMention], account: Account, alone: Collection[int], main: bool
) -> list[Candidate]:
    """The times that may be those of an incident, with their traits, in order."""
    happened = happenings(mentions)
    if main:
        times = account.times_in(0, len(account.report.text))
    else:
        tied = {t.start: t for m in happened for t in times_of(m, account)}
        tied = tied or {t.start: t for t in _beside(happened, account, alone)}
        times = [tied[start] for start in sorted(tied)]
    known = [(time, each) for time in times if (each := _frame(time, account)) is not None]
    return candidates(known, Telling.of(mentions, happened, account, alone, main))


def _beside(
    happened: Iterable[EventMention], account: Account, alone: Collection[int]
) -> list[TimeMention]:
    """The times of sentences that tell of nothing else, which the grammar ties to no event: "At
    about 9 p.m., it is said, …"; else those of a sentence right behind in which nothing happens."""
    own = sorted({account.sentence(m.start) for m in happened}.intersection(alone))
    told = [t for index in own for t in account.times_in(*account.bounds(index))]
    if not told:
        behind = (index + 1 for index in own[-1:])
        told = [t for index in behind for t in _of_a_quiet_sentence(index, account)]
    return [t for t in told if not account.timed.get(t.start) and hangs_on(t) != "after"]


def _of_a_quiet_sentence(index: int, account: Account) -> list[TimeMention]:
    """The times of a sentence that tells of no event, in the same paragraph as the one before."""
    if index >= len(account.notes.sentences) or account.events.get(index):
        return []
    return [] if account.opens_paragraph(index) else account.times_in(*account.bounds(index))


def _frame(time: TimeMention, account: Account) -> TimeFrame | None:
    """The time as a frame where it can be that of something told in the prose."""
    each = frame(time)
    if each is None or not telling(each) or after_publication(each, account):
        return None
    if not account.readable(time.start) or stamped(time, account):
        return None
    untied = time.start not in account.timed
    return None if untied and time.granularity == "year" else each


def _weight(candidate: Candidate) -> float:
    """The odds that it is the time of the incident, on the scale of ``_EVEN``."""
    weights = day_weights()
    said = math.fsum(weights.get(name, 0.0) for name in candidate.traits)
    return max(_LEAST, _EVEN * math.exp(min(said, _MOST)))


@cache
def day_weights() -> Mapping[str, float]:
    """What each trait says, on the logistic scale (``data/all/day_weights.tsv``)."""
    return {row["trait"]: float(row["weight"]) for row in lexicon("day_weights", "all")}


def stamped(time: TimeMention, account: Account) -> bool:
    """Whether it says when the page was published or changed ("Updated: Monday, 9:15 a.m."), or
    until when it holds ("as of Tuesday")."""
    published = account.report.published
    if time.anchor == "none" and published and time.timex == published[:10]:
        return True  # who writes of the day itself says "today" or its weekday, without the year
    before = account.report.text[max(0, time.start - _STAMP) : time.start]
    stamps = words("time_governors", tells="stamp")
    if f" {before.casefold().rstrip()}".endswith(tuple(f" {w}" for w in stamps if " " in w)):
        return True  # "figures *as at* 0800hrs"
    for word in reversed(_WORD.findall(before)):
        if word.casefold() in stamps:
            return True
        if word.islower() and len(word) > _SHORT:
            return False
    return False


def after_publication(each: TimeFrame, account: Account) -> bool:
    """Whether it is yet to come when the report is published."""
    published = account.report.published
    if each.interval is None or published is None:
        return each.offset is not None and each.offset.first > 0
    return each.interval.earliest[:10] > published[:10]


def _day_key(each: TimeFrame) -> tuple[object, ...]:
    """Frames of one day vote together; wider ones each for themselves."""
    if each.interval is not None:
        first, last = each.interval.first_day, each.interval.last_day
        if first != last and _one_night(each.interval):
            return ("day", first, last)
        return ("day", first) if first == last else ("span", first, last)
    offset = each.offset
    if offset is None:
        return ("none",)
    single = offset.weekday is not None or offset.first == offset.last
    return ("day" if single else "span", offset.weekday, offset.first, offset.last)


def _one_night(interval: Interval) -> bool:
    """Whether it runs over midnight, told by the hour: "the night from Monday to Tuesday"."""
    return interval.granularity == "part-of-day" and interval.end - interval.start < DAY


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
