"""The times and places that the words tie to a mention."""

from collections.abc import Iterable, Sequence

from rashomon.claims.account import Account
from rashomon.model.annotations import EventMention, PlaceMention, TimeMention
from rashomon.model.episodes import TimeFrame

LATER_DEATH_DAYS = 60
"""Up to how many days after an attack a death is still counted to it; later it is history."""

_WIDEST_DAYS = 62
"""A time wider than two months ("this year") says too little to tell incidents apart."""


def frame(time: TimeMention) -> TimeFrame | None:
    """The time as a frame, or ``None`` where it says nothing about when."""
    if time.type not in ("DATE", "TIME") or time.timex == "PRESENT_REF":
        return None
    if time.interval is None and time.offset is None:
        return None
    return TimeFrame(interval=time.interval, offset=time.offset)


def telling(frame: TimeFrame) -> bool:
    """Whether the frame is narrow enough to tell incidents apart."""
    if frame.interval is not None:
        return frame.interval.days <= _WIDEST_DAYS or frame.interval.granularity == "year"
    return frame.offset is not None and frame.offset.last - frame.offset.first <= _WIDEST_DAYS


def times_of(mention: EventMention, account: Account) -> list[TimeMention]:
    """The time expressions that the grammar gives to the mention."""
    spans = [(a.start, a.end) for a in mention.arguments if a.role == "time"]
    return [t for start, end in spans for t in account.times_in(start, end)]


def places_of(mention: EventMention, account: Account) -> list[PlaceMention]:
    """The places that the grammar gives to the mention."""
    spans = [(a.start, a.end) for a in mention.arguments if a.role == "place"]
    return [p for start, end in spans for p in account.places_in(start, end)]


def frames_of(mentions: Iterable[EventMention], account: Account) -> list[TimeFrame]:
    """The telling frames of several mentions, in order, without repeats."""
    found: dict[TimeFrame, None] = {}
    for mention in mentions:
        for time in times_of(mention, account):
            each = frame(time)
            if each is not None and telling(each):
                found[each] = None
    return list(found)


def settlements_of(mentions: Iterable[EventMention], account: Account) -> frozenset[int]:
    """GeoNames ids of the settlements that the words tie to the mentions."""
    return frozenset(
        place.geonameid
        for mention in mentions
        for place in places_of(mention, account)
        if place.kind == "settlement" and place.geonameid is not None
    )


def towns_conflict(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether both name towns and share none."""
    return bool(one) and bool(other) and not one & other


def later_is_fine(effect: Sequence[TimeFrame], event: Sequence[TimeFrame]) -> bool:
    """Whether the effect may come after the event: someone died days later of his wounds."""
    return any(_soon_after(a, b) for a in effect for b in event)


def _soon_after(effect: TimeFrame, event: TimeFrame) -> bool:
    if effect.interval and event.interval:
        gap = (effect.interval.first_day - event.interval.last_day).days
        return 0 <= gap <= LATER_DEATH_DAYS
    if effect.offset and event.offset:
        return 0 <= effect.offset.last - event.offset.first <= LATER_DEATH_DAYS
    return False
