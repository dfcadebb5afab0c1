"""Bulletins in running prose: a head that sums up, then one incident after another.

"Four people were killed in separate incidents on Sunday. A bomb … In Orsk, …": the head tells no
incident of its own, and the report is mainly about none of those that follow. Each is then read as
an item of a list. Only where the head says that it sums up, and at least two events follow that
are not told as background.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache

from rashomon.claims.account import Account, within
from rashomon.claims.groups import Group
from rashomon.claims.towns import towns_apart
from rashomon.data import lexicon
from rashomon.data.kinds import kind
from rashomon.data.phrases import any_of, either, phrases
from rashomon.model.annotations import EventMention, Item

_WORDS_BETWEEN = r"\s+(?:[\w’'-]+\s+){0,2}?"
_FIRST_WORDS = r"\A\W*(?:[\w’'-]+\s+){0,4}"
_SPREADING = "disaster"
"""What strikes many villages at once, and is one."""

Grouping = Callable[[int], Sequence[Group]]
"""The incidents that the report tells from a character on."""


def digest(mentions: Sequence[EventMention], account: Account, grouped: Grouping) -> list[Item]:
    """The items of a report that sums up; none where it does not. ``mentions`` tell something."""
    if not account.starts:
        return []
    head = account.bounds(account.lead)
    sums = _sums_up(account, *head)
    if not sums and not _named_so(account, *head):
        return []
    begins = head[1] if sums else head[0]
    told = [g for g in grouped(begins) if g.physical and not (g.background or g.before_it)]
    told.sort(key=_first)
    if len(told) < 2 or not (sums or _in_other_towns(told)) or _goes_on(mentions, head, sums):
        return []
    return _items(told, begins, account)


def _sums_up(account: Account, start: int, end: int) -> bool:
    """Whether the first sentence takes several events together, and none that they followed."""
    said = account.report.text[start:end]
    inside = within(account.notes.mentions, start, end)
    if any(_SPREADING in {m.kind} | kind(m.kind).within for m in inside):
        return False
    return bool(_summing().search(said)) and not phrases("sequence", apart="yes").search(said)


def _named_so(account: Account, start: int, end: int) -> bool:
    """Whether the words before the first sentence, or its words before a colon, or the title, name
    a digest."""
    title = phrases("digest_words", "word", use="title")
    opens = max(start, account.report.text.rfind(":", start, end))
    return bool(title.search(account.report.text, 0, opens)) or bool(
        title.search(account.report.title or "")
    )


def _in_other_towns(told: Sequence[Group]) -> bool:
    return any(towns_apart(one.towns, other.towns) for one in told for other in told)


def _goes_on(mentions: Sequence[EventMention], head: tuple[int, int], sums: bool) -> bool:
    """Whether the first sentence that sums up also tells who was hit or where by whom: then it is
    the lead of a report on attacks that are told as one."""
    if not sums:
        return False
    happened = (m for m in mentions if kind(m.kind).role in ("event", "effect"))
    inside = [m for m in happened if head[0] <= m.start < head[1]]
    return any(a.role == "actor" for m in inside for a in m.arguments)


def _items(told: Sequence[Group], begins: int, account: Account) -> list[Item]:
    """From the paragraph, or the sentence, that first tells of each to that of the next; the first
    from the head."""
    text = account.report.text
    starts: list[int] = []
    for sentence in sorted({account.bounds(account.sentence(_first(g)))[0] for g in told}):
        paragraph = text.rfind("\n", 0, sentence) + 1
        fresh = not starts or paragraph > starts[-1]
        starts.append(paragraph if fresh and paragraph >= begins else sentence)
    if len(starts) < 2:
        return []
    starts[0] = min(begins, starts[0])
    ends = [*starts[1:], len(text)]
    return [
        Item(start=start, end=end, kind="headed", body=start)
        for start, end in zip(starts, ends, strict=True)
    ]


def _first(told: Group) -> int:
    return told.mentions[0].start


@cache
def _summing() -> re.Pattern[str]:
    number = any_of("digest_words", use="number")
    nouns = (row for row in lexicon("events") if row["pos"] == "NOUN")
    events = either(f"{row['lemma']}s" for row in nouns if _is_a_deed(row["kind"]))
    gathers = any_of("digest_words", use="gathers")
    together = any_of("digest_words", use="together")
    loose = any_of("digest_words", use="loose")
    return re.compile(
        rf"\b(?:(?:{number}){_WORDS_BETWEEN}(?:{events}|{gathers})|(?:{together})\s+"
        rf"(?:[\w’'-]+\s+)?(?:{events}|{gathers}))\b|{_FIRST_WORDS}(?:{loose})\b",
        re.IGNORECASE,
    )


def _is_a_deed(name: str) -> bool:
    return kind(name).role == "event" or name == "killing"
