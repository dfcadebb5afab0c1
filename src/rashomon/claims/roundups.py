"""Round-ups: bulletins, digests and lists that tell one incident after another.

The items are those that language/ finds. They make a round-up where at least two of them tell an
event of their own, each in its place: under another heading, in another town or, where nothing
before the list tells an event, at another site or on another day. What the words only take up
again ("the attack") is no event of an item's own, nor is what a disaster told before the list did
in each place. A box of what is known, a timeline or a list of what one incident cost is none.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rashomon.claims.account import Account
from rashomon.claims.frames import apart, places_of, times_of
from rashomon.claims.pointing import akin, pointing
from rashomon.claims.towns import Town, settlements_of, towns_apart
from rashomon.data import lexicon
from rashomon.data.kinds import kind
from rashomon.model.annotations import (
    Annotated,
    Attribution,
    EventMention,
    Item,
    ItemKind,
    Section,
    Sentence,
)
from rashomon.model.spans import Piece

_ORDER: tuple[ItemKind, ...] = ("numbered", "bullet", "headed", "timed")
"""Lists are tried in this order: those with the plainest marks first, hours of a live blog last."""
_RUNNING: tuple[ItemKind, ...] = ("numbered",)
_PLACES = frozenset({"settlement", "facility", "natural", "admin1", "admin2", "country"})
_STOPS, _QUOTES = (".", "!", "?"), " \n\"”’')"
_SPREADING = "disaster"
"""What strikes many towns at once."""


def round_up(mentions: Sequence[EventMention], account: Account) -> tuple[Item, ...]:
    """The items of a report, seen from the mentions that tell something happened; none where it
    is no round-up. Each goes on to the next one of its list."""
    for items in _lists(account):
        before = [m for m in mentions if m.start < items[0].start]
        led = led_by(before, account)
        told = [_Told.of(item, mentions, before, account) for item in items]
        own = [each for each in told if each is not None]
        if any(each.differs(other, led) for each, other in combinations(own, 2)):
            return tuple(_gathered(items, told))
    return ()


def _gathered(items: Sequence[Item], told: Sequence["_Told | None"]) -> Iterator[Item]:
    """The items that tell an event of their own, each with those that follow and do not: the
    numbered paragraphs of a statement go on with the one before."""
    open_one: Item | None = None
    for item, own in zip(items, told, strict=True):
        if open_one is None or item.kind not in _RUNNING:
            yield from (open_one,) if open_one else ()
            open_one = item
        elif own is None and not item.head:
            open_one = open_one.model_copy(update={"end": item.end})
        else:
            yield open_one
            open_one = item
    yield from (open_one,) if open_one else ()


def led_by(mentions: Sequence[EventMention], account: Account) -> bool:
    """Whether the words before a list tell one event: in a sentence or with who or where it hit,
    not only its name ("Weekend violence"), nor several ("shootings") at once."""
    several = any(
        each.exact.casefold() in _plurals() and (each.distinct or not each.background)
        for each in mentions
    )
    return not several and any(
        kind(each.kind).role in ("event", "effect")
        and not each.background
        and (
            account.sentence_span(each.start).exact.rstrip(_QUOTES).endswith(_STOPS)
            or any(argument.role != "time" for argument in each.arguments)
        )
        for each in mentions
    )


@cache
def _plurals() -> frozenset[str]:
    rows = lexicon("events")
    return frozenset(f"{row['lemma']}s" for row in rows if row["pos"] == "NOUN")


def divided(annotated: Annotated, items: Sequence[Item]) -> tuple[Annotated, ...]:
    """What stands around the items, then each item, with the annotations that lie there. The
    place that heads an item is its dateline."""
    length = len(annotated.report.text)
    edges = [0, *(edge for item in items for edge in (item.start, item.end)), length]
    around = _cut(annotated, list(zip(edges[::2], edges[1::2], strict=True)))
    return (around, *(_headed_cut(annotated, item) for item in items))


def behind(annotated: Annotated, start: int) -> Annotated:
    """The same report with only the annotations from a character on."""
    return _cut(annotated, [(start, len(annotated.report.text))])


def _headed_cut(annotated: Annotated, item: Item) -> Annotated:
    own = _cut(annotated, [(item.start, item.end)])
    head = _heading(item, Account.of(own))
    if head is None:
        return own
    section = Section(start=head.start, end=head.end, kind="dateline")
    notes = own.annotations
    sections = tuple(sorted((*notes.sections, section), key=lambda s: (s.start, -s.end)))
    return own.model_copy(update={"annotations": notes.model_copy(update={"sections": sections})})


def _cut(annotated: Annotated, stretches: Sequence[tuple[int, int]]) -> Annotated:
    """The same report with only the annotations that lie in the stretches."""

    def inside(offset: int) -> bool:
        return any(start <= offset < end for start, end in stretches)

    notes = annotated.annotations
    kept: dict[str, tuple[object, ...]] = {
        "sentences": tuple(s for bounds in stretches for s in _clipped(notes.sentences, *bounds)),
        "attributions": tuple(filter(None, (_heard(a, inside) for a in notes.attributions))),
    }
    for name in ("sections", "times", "places", "counts", "names", "mentions"):
        kept[name] = tuple(each for each in getattr(notes, name) if inside(each.start))
    words = tuple((offset, lemma) for offset, lemma in annotated.words if inside(offset))
    charges = tuple(each for each in annotated.charges if inside(each.start))
    return annotated.model_copy(
        update={"annotations": notes.model_copy(update=kept), "words": words, "charges": charges}
    )


def _clipped(sentences: Sequence[Sentence], start: int, end: int) -> Iterator[Sentence]:
    for each in sentences:
        if each.start < end and start < each.end:
            yield each.model_copy(
                update={"start": max(start, each.start), "end": min(end, each.end)}
            )


def _heard(each: Attribution, inside: Callable[[int], bool]) -> Attribution | None:
    """The attribution with the content that lies inside; ``None`` where none does."""
    content = tuple(piece for piece in each.content if inside(piece.start))
    return each.model_copy(update={"content": content}) if content else None


@dataclass(frozen=True, slots=True)
class _Told:
    """What tells one item from another: its heading, and when and where its own event happened.
    ``towns`` and ``spots`` are those of the event."""

    headed: str | None
    days: frozenset[str]
    towns: frozenset[Town]
    spots: frozenset[str]

    @classmethod
    def of(
        cls,
        item: Item,
        mentions: Sequence[EventMention],
        before: Sequence[EventMention],
        account: Account,
    ) -> "_Told | None":
        inside = [m for m in mentions if item.start <= m.start < item.end]
        own = [m for m in inside if _is_new(m, before, account)]
        head = _heading(item, account)
        counted = [m for m in inside if kind(m.kind).role == "effect"]
        if not own and not (head and counted and not before):
            return None
        return cls(
            headed=head.exact.casefold() if head else None,
            days=frozenset(
                time.timex[:_DAY]
                for m in (*own, *counted)
                for time in times_of(m, account)
                if time.timex and _is_day(time.timex)
            ),
            towns=settlements_of(own, account),
            spots=frozenset(
                place.name.casefold()
                for m in own
                for place in places_of(m, account)
                if place.kind == "facility"
            ),
        )

    def differs(self, other: "_Told", led: bool) -> bool:
        """Whether the two tell of two places, or, where no event led to them, sites or days."""
        if self.headed and other.headed:
            return self.headed != other.headed
        if towns_apart(self.towns, other.towns):
            return True
        return not led and (apart(self.days, other.days) or apart(self.spots, other.spots))


_DAY = len("2024-05-01")


def _is_day(timex: str) -> bool:
    """Whether a TIMEX3 value is a day, or an hour or part of one."""
    return timex[4:5] == "-" == timex[7:8] and timex[8:_DAY].isdigit()


def _happens(mention: EventMention) -> bool:
    return kind(mention.kind).role == "event" and not mention.background


def _is_new(mention: EventMention, before: Sequence[EventMention], account: Account) -> bool:
    """Whether an item itself tells the event."""
    if not _happens(mention) or pointing(mention, account):
        return False
    spread = [
        m for m in before if not m.background and _SPREADING in {m.kind} | kind(m.kind).within
    ]
    return not any(akin(mention.kind, each.kind) for each in spread)


def _lists(account: Account) -> Iterator[list[Item]]:
    """The lists of a report, of two items and more, without those that are no prose."""
    items = [each for each in account.notes.items if account.readable(each.body)]
    for name in _ORDER:
        found = [each for each in items if each.kind == name]
        if name in ("headed", "timed"):
            found = [each for each in found if _heading(each, account)]
        if len(found) > 1:
            ends = [*(each.start for each in found[1:]), found[-1].end]
            yield [
                each.model_copy(update={"end": end}) for each, end in zip(found, ends, strict=True)
            ]


def _heading(item: Item, account: Account) -> Piece | None:
    """The head of an item, where it is a place or a name."""
    head = item.head
    if head is None:
        return None
    named = account.names_in(head.start, head.end)
    placed = [p for p in account.places_in(head.start, head.end) if p.kind in _PLACES]
    return head if any(each.start == head.start for each in (*placed, *named)) else None
