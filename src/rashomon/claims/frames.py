"""The times, places and parties that the words tie to a mention."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rashomon.claims.account import Account
from rashomon.data import lexicon
from rashomon.data.kinds import kinds_of
from rashomon.data.phrases import any_of, words
from rashomon.model.annotations import (
    EventMention,
    Item,
    NameMention,
    PlaceMention,
    Section,
    TimeMention,
)
from rashomon.model.episodes import TimeFrame
from rashomon.model.times import DAY, Interval

LATER_DEATH_DAYS = 60
"""Up to how many days after an attack a death is still counted to it; later it is history."""

_WIDEST_DAYS = 62
"""A time wider than two months ("this year") says too little to tell incidents apart."""

AT_ONCE = 5
"""Characters between an event and a time that stands right behind it: "the fire on Monday"."""

_BEFORE_IT = frozenset({"stamp", "since"})
"""What such a word tells of is the time that it stands right before."""

_WIDE_PLACES = frozenset({"country", "continent", "admin1"})
_PARTIES = frozenset({"group", "state", "force", "office", "organisation"})
_BODIES = frozenset({"group", "office", "organisation", "force"})
_BEFORE_PLACE = 40
_RIGHT_BEFORE = re.compile(r"(?:['’ʼ]s?\s(?:[a-z-]+\s){0,2}|\s)")
_POSSESSIVE = re.compile(r"['’‘ʼ]s?\b|['’‘ʼ]\s")


def frame(time: TimeMention) -> TimeFrame | None:
    """The time as a frame, or ``None`` where it says nothing about when."""
    counted = time.type == "DURATION" and time.anchor == "event"  # "two hours after the blast"
    if not (time.type in ("DATE", "TIME") or counted) or time.timex == "PRESENT_REF":
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
    item = account.item(mention.start)
    if not spans and item is not None and item.head is not None:
        spans = [(item.head.end, item.body)]
    return [t for start, end in spans for t in account.times_in(start, end)]


def hangs_on(time: TimeMention) -> str | None:
    """What the verb or noun over the time tells of the day (``time_governors.tsv``): "onset",
    "later", "state" or "after"; ``None`` where the nearest known word says nothing of it, or where
    a state is told with the event between ("are recovering from a *shooting* on Monday")."""
    for at, word in enumerate(time.governors):
        tells = _tells().get(word)
        if tells is not None:
            between = time.governors[:at]
            return None if tells == "state" and any(map(kinds_of, between)) else tells
    return None


@cache
def _tells() -> dict[str, str]:
    rows = lexicon("time_governors")
    said = dict.fromkeys(words("reporting_verbs", "verb"), "after")
    return said | {row["word"]: row["tells"] for row in rows if row["tells"] not in _BEFORE_IT}


def of_its_day(time: TimeMention, mention: EventMention, account: Account) -> bool:
    """Whether the time is not that of an arrest, a speech or a state told beside the event."""
    return _names(time, mention, account) or hangs_on(time) not in ("after", "state")


def _names(time: TimeMention, mention: EventMention, account: Account) -> bool:
    """ "The victims of *Monday's* car bombing", "the *Jan. 28* shooting", "questioned about the
    raid near Orsk *last week*", "the last was on *19 May*, when a boat sank": it says which is
    meant."""
    if 0 < time.start - mention.end <= AT_ONCE:
        return True
    text = account.report.text
    if time.end < mention.start and _when_it_was().match(text, time.end, mention.start):
        return True
    if _RIGHT_BEFORE.fullmatch(text, time.end, mention.start):
        return True
    places = account.places_in(mention.end, time.start)
    if not places or places[-1].end + AT_ONCE < time.start:
        return False
    between = text[mention.end : places[0].start].split()
    return len(places) == 1 and {*between} <= words("locatives", use="preposition")


@cache
def _when_it_was() -> re.Pattern[str]:
    """A clause that says what was then, up to its event."""
    return re.compile(rf",?\s(?:{any_of('grammar_words', use='at-that-time')})\s[^.;:]*$")


def block_frame(mention: EventMention, account: Account) -> TimeFrame | None:
    """The time of what a dated block tells ("On 3 May the ministry announced the following: …"):
    the week up to that day, since the date is of the words and not of the event."""
    section = account.section(mention.start)
    if section is None or section.kind != "block-quote":
        return None
    for time in _date_of(section, account):
        if time.interval is not None:
            day = time.interval.last_day
            return TimeFrame(interval=Interval.of_days(day - 6 * DAY, day, "week"))
    return None


def dated_block(mention: EventMention, account: Account) -> int | None:
    """The start of the block that the mention stands in, where its opener gives a full date: what
    is told there is of its own day unless the words say otherwise."""
    section = account.section(mention.start)
    if section is None or section.kind != "block-quote" or not _date_of(section, account):
        return None
    return section.start


def _date_of(block: Section, account: Account) -> list[TimeMention]:
    """The full date in the sentence that opens a block."""
    start, end = account.bounds(account.sentence(max(0, block.start - 1)))
    return [t for t in account.times_in(start, min(end, block.start)) if t.anchor == "none"]


def located(place: PlaceMention, account: Account) -> bool:
    """Whether the words put something there: "in Iraq" does, "Iraq said", "Baghdad said" and "U.S.
    troops" do not. Towns, sites and the like need no preposition."""
    if place.kind not in _WIDE_PLACES:
        return not (_speaks(place, account) or _theirs(place, account))
    text = account.report.text
    before = text[max(0, place.start - _BEFORE_PLACE) : place.start]
    if text[place.end : place.end + 1] == "-":  # "Iran-backed"
        return False
    after = text[place.end : place.end + _BEFORE_PLACE]
    return bool(_locative("preposition").search(before)) or bool(
        _locative("verb").search(before) and _whole_object().match(after)
    )


@cache
def _whole_object() -> re.Pattern[str]:
    """What may follow a place that a quake "struck": not "hit U.S. forces"."""
    divisions = any_of("locatives", use="division")
    behind = any_of("locatives", use="whole")
    return re.compile(rf"(?:\s(?:{divisions}))?(?:[.,;:)]|\s?$|\s(?:{behind})\b)")


def _theirs(place: PlaceMention, account: Account) -> bool:
    """Whether a building only says whose pupil or worker somebody is: "an *Arvik High* teacher"."""
    behind = account.report.text[place.end : place.end + _BEFORE_PLACE].split(maxsplit=1)
    noun = behind[0].strip(".,;:").casefold() if behind else ""
    return place.kind == "facility" and noun in words("people", "noun")


def _speaks(place: PlaceMention, account: Account) -> bool:
    """Whether a town stands for those who speak there: "Baghdad said"."""
    heard = account.heard.get(account.sentence(place.start), ())
    return any(
        a.source is not None and (a.source.start, a.source.end) == (place.start, place.end)
        for a in heard
    )


@cache
def _locative(use: str) -> re.Pattern[str]:
    before = any_of("locatives", use=use)
    sides = any_of("locatives", use="side")
    divisions = any_of("place_cues", cue="division")
    name = r"|(?-i:[A-Z])\w*,\s+" if use == "preposition" else ""
    return re.compile(
        rf"(?:\b(?:{before})\s+(?:(?-i:[A-Z])\w*['’]s\s+)?(?:the\s+)?(?:(?:{sides})\s+)?"
        rf"(?:(?:{divisions})\s+of\s+)?{name})$",
        re.IGNORECASE,
    )


def places_of(mention: EventMention, account: Account) -> list[PlaceMention]:
    """The places that the grammar gives to the mention; beside a country in which it happened
    ("in Orvala and Zarqa") another needs no preposition of its own."""
    spans = [(a.start, a.end) for a in mention.arguments if a.role == "place"]
    told: list[PlaceMention] = []
    for place in (p for start, end in spans for p in account.places_in(start, end)):
        if located(place, account) or (told and told[-1].kind == place.kind):
            told.append(place)
    if any(place.kind == "settlement" for place in told):
        return told
    head = head_place(account.item(mention.start), account)
    return [*told, head] if head is not None and head not in told else told


def head_place(item: Item | None, account: Account) -> PlaceMention | None:
    """The place that an item of a list opens with: what the item tells happened there."""
    if item is None or item.head is None:
        return None
    inside = account.places_in(item.head.start, item.head.end)
    return next((place for place in inside if place.exact == item.head.exact), None)


def frames_of(mentions: Iterable[EventMention], account: Account) -> list[TimeFrame]:
    """The telling frames of several mentions, in order, without repeats."""
    found: dict[TimeFrame, None] = {}
    for mention in mentions:
        told = [t for t in times_of(mention, account) if of_its_day(t, mention, account)]
        own = [each for time in told if (each := frame(time)) is not None]
        block = None if own else block_frame(mention, account)
        for each in (*own, *((block,) if block else ())):
            if telling(each):
                found[each] = None
    return list(found)


def doers_of(mentions: Iterable[EventMention], account: Account) -> frozenset[str]:
    """Who acts, by canonical name, a state's forces and offices by their country. People without a
    name may be anybody's."""
    found: set[str] = set()
    for mention in mentions:
        found |= _named_before(mention, account)
        for argument in mention.arguments:
            if argument.role == "actor":
                names = account.names_in(argument.start, argument.end)
                after = account.report.text
                heads = [
                    n
                    for n in names
                    if n.end == argument.end
                    or (n.kind == "group" and not _POSSESSIVE.match(after, n.end))
                ]
                known = {_doer(n) for n in heads if n.kind in _PARTIES}
                found |= known
    return frozenset(found)


def _named_before(mention: EventMention, account: Account) -> set[str]:
    """ "*Zarqan Front* strikes": an armed group right before the noun for what it did."""
    before = account.names_in(max(0, mention.start - _BEFORE_PLACE), mention.start)
    near = [n for n in before if n.kind == "group" and n.end + 1 == mention.start]
    return {_doer(name) for name in near}


def _doer(name: NameMention) -> str:
    official = name.kind in ("state", "force", "office") and name.country
    return f"state {name.country}" if official else name.canonical


def of_a_crowd(mentions: Iterable[EventMention], account: Account, part: str) -> bool:
    """Whether people who act together without a name have that part ("actor", "recipient")."""
    crowds = words("crowds", "noun")
    said = {
        word.casefold()
        for mention in mentions
        for argument in mention.arguments
        if argument.role == part
        for word in re.findall(r"\w+", account.report.text[argument.start : argument.end])
    }
    return any(word in crowds or word.removesuffix("s") in crowds for word in said)


def victims_of(mentions: Iterable[EventMention], account: Account) -> frozenset[str]:
    """Whom it befell, as the counted phrases say without their number, for telling whether two
    mentions count the same people ("an American contractor")."""
    found: set[str] = set()
    for mention in mentions:
        for argument in mention.arguments:
            if argument.role == "recipient" and mention.affects:
                for count in account.counts_in(argument.start, argument.end):
                    words = re.findall(r"\w+", count.phrase.exact.casefold())
                    if len(words) > 2 and count.basis != "definite":
                        found.add(" ".join(words[1:]))
    return frozenset(found)


def targets_of(mentions: Iterable[EventMention], account: Account) -> frozenset[str]:
    """What it befell or where it took place, by name: bodies and sites, not towns."""
    found: set[str] = set()
    for mention in mentions:
        found |= {_folded(p.name) for p in places_of(mention, account) if p.kind == "facility"}
        for argument in mention.arguments:
            if argument.role == "recipient":
                names = account.names_in(argument.start, argument.end)
                found |= {_folded(n.canonical) for n in names if n.kind in _BODIES}
    return frozenset(found)


def _folded(name: str) -> str:
    plain = re.split(r"\s(?:in|near|at|on|compound)\b", name.replace(".", "").casefold())[0]
    return plain.removeprefix("the ")


def apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both name somebody or somewhere, and share none."""
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
