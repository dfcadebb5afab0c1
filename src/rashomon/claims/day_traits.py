"""What a time expression has to do with an incident: named facts of grammar and position.

No word of a text is a trait. What each of them says for or against the time's being that of the
incident was learned once (``data/all/day_weights.tsv``, docs/model-card-days.md).
"""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.claims.account import Account
from rashomon.claims.frames import AT_ONCE, hangs_on
from rashomon.claims.groups import aftermath
from rashomon.data.kinds import kind
from rashomon.model.annotations import EventMention, TimeMention
from rashomon.model.episodes import TimeFrame

_BETWEEN = re.compile(r"(?:['’ʼ]s)?\s$")
_BEGINS = 25
"""Characters into a sentence up to which a time stands at its beginning."""
_ENDS = 6
_ABOUT_WHAT_FOLLOWED = 0.5
_SENTENCES = ((3, None), (6, "4-6"), (12, "7-12"))
_LAGS = ((2, None), (5, "3-5"), (6, "6"), (30, "7-30"))
_AGAIN = ("out ", "hangs on", "sentence", "earliest", "latest")
"""Traits that say something else in a report of an arrest or a trial; they count there anew."""


@dataclass(frozen=True, slots=True)
class Telling:
    """Where a report tells of one incident.

    ``happened`` are the starts of the mentions that tell what happened, ``own`` of all of the
    incident's, ``alone`` the sentences that tell of no other, ``first`` the first that tells of it.
    """

    account: Account
    happened: Mapping[int, EventMention]
    own: frozenset[int]
    alone: Collection[int]
    first: int
    named: frozenset[int]
    followed: bool

    @classmethod
    def of(
        cls,
        mentions: Sequence[EventMention],
        happened: Sequence[EventMention],
        account: Account,
        alone: Collection[int],
        main: bool,
    ) -> "Telling":
        """The telling of the ``mentions``, of which ``happened`` tell the event itself."""
        return cls(
            account=account,
            happened={m.start: m for m in happened},
            own=frozenset(m.start for m in mentions),
            alone=alone,
            first=min((account.sentence(m.start) for m in happened), default=0),
            named=_naming(happened, account),
            followed=main and aftermath(account) >= _ABOUT_WHAT_FOLLOWED,
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time that may be that of the incident, and what is known of it there."""

    time: TimeMention
    frame: TimeFrame
    traits: tuple[str, ...]

    @property
    def day(self) -> dt.date | None:
        """The one day that it means, where it means one."""
        interval = self.frame.interval
        return interval.first_day if interval is not None and interval.days == 1 else None


def candidates(times: Sequence[tuple[TimeMention, TimeFrame]], telling: Telling) -> list[Candidate]:
    """The times with their traits, those included that hang on the other times."""
    first = min((time.start for time, _ in times), default=0)
    single = [Candidate(t, f, tuple(_alone(t, f, telling, t.start == first))) for t, f in times]
    days = sorted({each.day for each in single if each.day is not None})
    compared = [replace(c, traits=(*c.traits, *_among(c.day, days))) for c in single]
    if not telling.followed:
        return compared
    return [replace(c, traits=(*c.traits, *_once_more(c.traits))) for c in compared]


def _once_more(traits: Sequence[str]) -> Iterator[str]:
    return (f"aftermath: {name}" for name in traits if name.startswith(_AGAIN))


def _alone(time: TimeMention, frame: TimeFrame, telling: Telling, first: bool) -> Iterator[str]:
    """What can be said of a time without the others."""
    yield "bias"
    if first:
        yield "first told"
    tells = hangs_on(time) if time.governors else "no word"
    yield f"hangs on {tells}"
    yield from _form(time)
    yield from _tied(time, telling, str(tells))
    yield from _beside(time, telling)
    yield from _said(time, telling.account)
    yield from _when(time, frame, telling.account)


def _form(time: TimeMention) -> Iterator[str]:
    yield f"rule {time.rule}"
    yield f"anchor {time.anchor}"
    yield f"type {time.type}"
    yield f"grain {time.granularity}"


def _tied(time: TimeMention, telling: Telling, tells: str) -> Iterator[str]:
    """The events that the grammar gives the time to."""
    tied = telling.account.timed.get(time.start, ())
    own = [m for m in tied if m.start in telling.happened]
    if not tied:
        yield "tied to nothing"
    if own:
        yield "tied"
        yield f"tied, hangs on {tells}"
    if any(m.affects for m in own):
        yield "tied to harm"
    if any(m.modality != "actual" for m in own):
        yield "tied to what is alleged"
    if any(m.background for m in own):
        yield "tied to background"
    if any(m.background and m.start not in telling.own for m in tied):
        yield "tied to other background"
    for role in sorted({kind(m.kind).role for m in tied if m.start not in telling.own}):
        yield f"tied to other {role}"
    if any(m.start in telling.own and m.start not in telling.happened for m in tied):
        yield "tied to what followed"
    beside = telling.account.events.get(telling.account.sentence(time.start), ())
    if any(m.start in telling.happened and 0 < time.start - m.end <= AT_ONCE for m in beside):
        yield "right behind"
    if time.end in telling.named:
        yield "names it"


def _naming(happened: Sequence[EventMention], account: Account) -> frozenset[int]:
    """The ends of times that name what happened: "the *Jan. 28* shooting", "*Monday*'s fire"."""
    text = account.report.text
    return frozenset(
        m.start - len(between.group())
        for m in happened
        if (between := _BETWEEN.search(text, max(0, m.start - AT_ONCE), m.start))
    )


def _beside(time: TimeMention, telling: Telling) -> Iterator[str]:
    """What else its sentence tells."""
    sentence = telling.account.sentence(time.start)
    events = telling.account.events.get(sentence, ())
    happened = [m for m in events if m.start in telling.happened]
    own = [m for m in events if m.start in telling.own]
    told = "it" if happened else "what followed" if own else "others" if events else "no event"
    yield f"beside {told}"
    if own and len(own) < len(events):
        yield "beside others too"
    for name in ("killed", "injured"):
        if any(m.affects == name for m in happened):
            yield f"beside {name}"
    if any(kind(m.kind).role == "event" for m in happened):
        yield "beside the event"
    if any(kind(m.kind).role == "follow-up" for m in own):
        yield "beside a follow-up"
    if sentence not in telling.alone:
        yield "in a shared sentence"
    yield f"sentence {_sentence(sentence - telling.first)}"


def _sentence(number: int) -> str:
    """How far down, counted from the first sentence that tells of it."""
    return "before" if number < 0 else _step(number, _SENTENCES) or "13+"


def _step(number: int, steps: Sequence[tuple[int, str | None]]) -> str | None:
    for most, name in steps:
        if number <= most:
            return name or str(number)
    return None


def _said(time: TimeMention, account: Account) -> Iterator[str]:
    """Where it stands and who says it."""
    section = account.section(time.start)
    if section is not None:
        yield f"in {section.kind}"
    if not account.readable(time.start):
        yield "not in prose"
    index = account.sentence(time.start)
    speech = [
        a.kind
        for a in account.told.get(index, ())
        if any(piece.start <= time.start < piece.end for piece in a.content)
    ]
    quoted = any(each != "indirect" for each in speech)
    yield "quoted" if quoted else "reported" if speech else "own words"
    start, end = account.bounds(index)
    if time.start - start < _BEGINS:
        yield "begins its sentence"
    elif end - time.end < _ENDS:
        yield "ends its sentence"


def _when(time: TimeMention, frame: TimeFrame, account: Account) -> Iterator[str]:
    """How long before publication it lies, by itself and by whether it has an hour."""
    if frame.interval is None:
        yield "out unknown"
    elif frame.interval.days > 1:
        yield "span"
    elif account.report.published is None:
        yield "out never said"
    else:
        out = dt.date.fromisoformat(account.report.published[:10])
        days = (out - frame.interval.first_day).days
        lag = _step(days, _LAGS) or "31+"
        yield f"out {lag} days later"
        yield f"out {lag} days later, {time.type}"


def _among(day: dt.date | None, days: Sequence[dt.date]) -> Iterator[str]:
    """How its day lies among all that are told."""
    if day is None:
        return
    if len(days) == 1:
        yield "only day"
        return
    if day == days[0]:
        yield "earliest day"
    if day == days[-1]:
        yield "latest day"
    one = dt.timedelta(days=1)
    if day - one in days:
        yield "day after one told"
    if day + one in days:
        yield "day before one told"
