"""Round-ups: bulletins, digests and lists that tell one incident after another.

A list is one where items are numbered, marked with a dash or bullet, or begin with the name of the
place that they are about ("Zinder. …", "VELDAMAR: …"). It is a round-up where at least two items
tell of something that happened and differ in heading, town or day. A list of what one incident cost
is none.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.claims.account import Account
from rashomon.claims.frames import apart, times_of
from rashomon.claims.towns import Town, settlements_of, towns_apart
from rashomon.data.kinds import kind
from rashomon.model.annotations import (
    Annotated,
    Attribution,
    EventMention,
    Section,
    Sentence,
)

_NUMBERED = re.compile(r"^[ \t]{0,8}\(?(\d{1,2})[.)][ \t]{1,4}(?=\S)", re.MULTILINE)
_MARKED = re.compile(r"^[ \t]{0,8}[-–—*•·▪◦‣][ \t]{1,4}(?=\S)", re.MULTILINE)
_LINE = re.compile(r"^[ \t]{0,8}(?=\S)", re.MULTILINE)
_HEAD_ENDS = re.compile(r"\s{0,2}(?:\([^()\n]{1,60}\))?(?:[:.]|\s[-–—]\s)")
"""What stands between the name that heads an item and the rest: "Corvina (tanker, Malta)."."""
_LONGEST_HEAD = 60
_DAY = re.compile(r"[\dX]{4}-\d\d-\d\d")
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_PLACES = frozenset({"settlement", "facility", "natural", "admin1", "admin2", "country"})


@dataclass(frozen=True, slots=True)
class Item:
    """From ``start`` up to ``end``: one item; ``head`` is where its own words begin."""

    start: int
    end: int
    head: int


def round_up(mentions: Sequence[EventMention], account: Account) -> tuple[Item, ...]:
    """The items of a report, seen from the mentions that tell something happened; none where it
    is no round-up."""
    for items in _lists(account):
        told = [_Told.of(item, mentions, account) for item in items]
        own = [each for each in told if each is not None]
        if any(each.differs(other) for each, other in combinations(own, 2)):
            return tuple(items)
    return ()


def divided(annotated: Annotated, items: Sequence[Item]) -> tuple[Annotated, ...]:
    """What stands around the items, then each item, with the annotations that lie there. The
    place that heads an item is its dateline."""
    length = len(annotated.report.text)
    edges = [0, *(edge for item in items for edge in (item.start, item.end)), length]
    around = _cut(annotated, list(zip(edges[::2], edges[1::2], strict=True)))
    return (around, *(_headed_cut(annotated, item) for item in items))


def _headed_cut(annotated: Annotated, item: Item) -> Annotated:
    own = _cut(annotated, [(item.start, item.end)])
    name = _heading(item, Account.of(own))
    if name is None:
        return own
    head = Section(start=item.head, end=item.head + len(name), kind="dateline")
    notes = own.annotations
    sections = tuple(sorted((*notes.sections, head), key=lambda s: (s.start, -s.end)))
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
    return annotated.model_copy(
        update={"annotations": notes.model_copy(update=kept), "words": words}
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
    """What tells one item from another: its heading, and when and where it happened."""

    headed: str | None
    days: frozenset[str]
    towns: frozenset[Town]

    @classmethod
    def of(cls, item: Item, mentions: Sequence[EventMention], account: Account) -> "_Told | None":
        own = [m for m in mentions if item.start <= m.start < item.end]
        harm = [m for m in own if kind(m.kind).role in ("event", "effect")]
        name = _heading(item, account)
        told = (_DAY.match(time.timex or "") for m in harm for time in times_of(m, account))
        days = frozenset(day.group() for day in told if day)
        if not harm or not (name or days or any(kind(m.kind).role == "event" for m in harm)):
            return None
        return cls(
            headed=name.casefold() if name else None,
            days=days,
            towns=settlements_of(harm, account),
        )

    def differs(self, other: "_Told") -> bool:
        """Whether the two items tell of two places or two days."""
        if self.headed and other.headed:
            return self.headed != other.headed
        return apart(self.days, other.days) or towns_apart(self.towns, other.towns)


def _lists(account: Account) -> Iterator[list[Item]]:
    """The lists of a report, those with the plainest marks first."""
    text = account.report.text
    for found in (_counted_up(text), list(_MARKED.finditer(text)), _headed(account)):
        if len(found) > 1:
            yield _items([(each.start(), each.end()) for each in found], text)


def _counted_up(text: str) -> list[re.Match[str]]:
    """Lines numbered 1, 2, 3 and so on; a year or a toll at the start of a line is none."""
    found: list[re.Match[str]] = []
    for each in _NUMBERED.finditer(text):
        if int(each[1]) == len(found) + 1:
            found.append(each)
    return found


def _headed(account: Account) -> list[re.Match[str]]:
    """Paragraphs that begin with a place on its own; at least two places, or it is a dateline."""
    found = []
    for line in _LINE.finditer(account.report.text):
        if _place_heading(Item(line.start(), line.end(), line.end()), account):
            found.append(line)
    return found


def _heading(item: Item, account: Account) -> str | None:
    """The name that an item begins with, if nothing but a stop stands behind it."""
    named = _place_heading(item, account)
    for name in account.names_in(item.head, item.head + _LONGEST_HEAD) if not named else ():
        if name.start == item.head and _HEAD_ENDS.match(account.report.text, name.end):
            return name.exact
    return named


def _place_heading(item: Item, account: Account) -> str | None:
    section = account.section(item.head)
    if section is not None and section.kind == "dateline":
        return None
    for place in account.places_in(item.head, item.head + _LONGEST_HEAD):
        if place.start == item.head and place.kind in _PLACES:
            return place.exact if _HEAD_ENDS.match(account.report.text, place.end) else None
    return None


def _items(starts: Sequence[tuple[int, int]], text: str) -> list[Item]:
    """Each item up to the next one, the last up to the end of its paragraph."""
    stop = _PARAGRAPH.search(text, starts[-1][1])
    ends = [start for start, _ in starts[1:]] + [stop.start() if stop else len(text)]
    return [Item(start, end, own) for (start, own), end in zip(starts, ends, strict=True)]
