"""Where accounts part: conflicts as a reader takes them in, those over one matter together.

The record has them pair by pair. Of five figures that exclude each other these are ten, which
say no more than the five side by side.
"""

from collections.abc import Iterator, Sequence

from rashomon.model.claims import Claim, Value
from rashomon.model.findings import Conflict, ConflictType, Finding, Reading
from rashomon.model.numbers import NumberRange
from rashomon.publishing import words
from rashomon.publishing.book import Book
from rashomon.publishing.dates import sort_key
from rashomon.publishing.hostile import Prose, isolate, sentence
from rashomon.publishing.saying import (
    claims_of,
    listed_sources,
    reading_words,
    whom_and_words,
)
from rashomon.publishing.views import ConflictView

_SIDE_BY_SIDE = ("contradiction", "vague", "superseded")
_CANNOT = ("cannot hold with", ", nor with ")
_Group = tuple[Finding, list[Conflict]]


def conflict_views(findings: Sequence[Finding], book: Book) -> tuple[ConflictView, ...]:
    """The conflicts of some findings, gravest first, each once."""
    return tuple(_view(finding, group, book) for finding, group in _groups(findings, book))


def parted_on(views: Sequence[ConflictView]) -> str:
    """What the accounts part on, in a few words; empty where they do not."""
    found = dict.fromkeys(view.property.lower() for view in views if not view.history)
    return words.listed(list(found), most=4)


def _groups(findings: Sequence[Finding], book: Book) -> list[_Group]:
    found: dict[Conflict, Finding] = {}
    for finding in findings:
        for conflict in finding.conflicts:
            found.setdefault(conflict, finding)
    grouped: dict[object, _Group] = {}
    for conflict in sorted(found, key=lambda each: _gravity(each, found[each])):
        finding = found[conflict]
        grouped.setdefault(_matter(conflict, finding, book), (finding, []))[1].append(conflict)
    return list(grouped.values())


def _gravity(conflict: Conflict, finding: Finding) -> tuple[int, int]:
    """The kind of conflict first, then what it is about: lives before places."""
    about = finding.property
    rank = words.WEIGHT.index(about) if about in words.WEIGHT else len(words.WEIGHT)
    return words.GRAVITY.index(conflict.type), rank


def _matter(conflict: Conflict, finding: Finding, book: Book) -> object:
    """What is told in one sentence with other conflicts; what cannot be stands alone."""
    if conflict.type not in _SIDE_BY_SIDE or not set(conflict.claims) <= book.claims.keys():
        return conflict
    read = {claim for reading in finding.readings for claim in reading.claims}
    kept = read.intersection(conflict.claims)
    if conflict.type == "superseded":
        return (finding.id, conflict.type, frozenset(kept)) if kept else conflict
    return (finding.id, conflict.type) if len(kept) == len(conflict.claims) else conflict


def _view(finding: Finding, group: list[Conflict], book: Book) -> ConflictView:
    first = group[0]
    pairs = [book.readable(each.explanation) for each in group]
    told = _told_together(finding, group, book)
    return ConflictView(
        type=words.CONFLICT[first.type],
        property=_property(finding),
        explanation=told or Prose(pairs[0]),
        pairs=tuple(pairs) if told and len(pairs) > 1 else (),
        claims=tuple(
            book.claim(claim) for claim in dict.fromkeys(c for each in group for c in each.claims)
        ),
        history=first.type == "superseded",
    )


def _property(finding: Finding) -> str:
    name = words.PROPERTY[finding.property]
    return (
        f"{name} ({finding.who.label})" if finding.who and words.is_of_some(finding.who) else name
    )


def _told_together(finding: Finding, group: list[Conflict], book: Book) -> Prose | None:
    """Several pairs in one sentence; a place also alone, since its country tells which is meant.
    ``None`` where the record's own sentence says it best."""
    if _matter(group[0], finding, book) is group[0]:
        return None
    if len(group) == 1 and finding.property != "where":
        return None
    meant = {claim for each in group for claim in each.claims}
    sides = [(each, _meant(each, meant, book)) for each in finding.readings]
    sides = sorted((pair for pair in sides if pair[1]), key=lambda pair: _size_of(pair[0].value))
    if len(sides) < 2 and group[0].type != "superseded":
        return None
    told = [_side(reading, claims, finding, book) for reading, claims in sides]
    if group[0].type == "superseded":
        return Prose(sentence(f"{'; '.join(told)}, in place of {_replaced(finding, meant, book)}"))
    hub = _in_all([reading for reading, _ in sides], group)
    return Prose(sentence(_set_apart(told, hub, group[0].type)))


def _set_apart(told: list[str], hub: int | None, kind: ConflictType) -> str:
    """The sides in one sentence. What is vague does not fit; that it cannot hold is said of what
    is exact only, as by the status."""
    if hub is not None and len(told) > 2:
        others = [each for n, each in enumerate(told) if n != hub]
        how, nor = ("does not fit", ", nor ") if kind == "vague" else _CANNOT
        return f"{told[hub]} {how} {nor.join(others)}"
    how_many = "both" if len(told) == 2 else "all"
    how = "do not fit together" if kind == "vague" else f"cannot {how_many} hold"
    return f"these {how}: {'; '.join(told)}"


def _in_all(readings: Sequence[Reading], group: list[Conflict]) -> int | None:
    """The one reading that stands against all others, which do not contradict each other."""
    found = [
        n
        for n, reading in enumerate(readings)
        if all(set(reading.claims).intersection(each.claims) for each in group)
    ]
    return found[0] if len(found) == 1 else None


def _meant(reading: Reading, meant: set[str], book: Book) -> list[Claim]:
    return [claim for claim in claims_of(reading, book) if claim.id in meant]


def _size_of(value: Value) -> tuple[int, int]:
    if not isinstance(value, NumberRange):
        return 0, 0
    return value.low or 0, value.high or 0


def _side(reading: Reading, claims: list[Claim], finding: Finding, book: Book) -> str:
    value = isolate(reading_words(reading, book)) + whom_and_words(finding, reading, claims)
    return f"{value} according to {listed_sources([], claims, book)}"


def _replaced(finding: Finding, meant: set[str], book: Book) -> str:
    """ "9 or more (Coast Daily) and 23 (coast guard)", in the order in which they were given."""
    read = {claim for reading in finding.readings for claim in reading.claims}
    old = [book.claims[each] for each in meant - read]
    old.sort(key=lambda claim: (sort_key(claim.as_of), _size_of(claim.value), claim.id))
    return words.listed(list(_figures(old, book)), most=8)


def _figures(claims: list[Claim], book: Book) -> Iterator[str]:
    by_value: dict[str, list[Claim]] = {}
    for claim in claims:
        value = claim.value
        told = (
            words.number_words(value.low, value.high, value.approximate)
            if isinstance(value, NumberRange)
            else f"“{claim.span.exact}”"
        )
        by_value.setdefault(told, []).append(claim)
    for told, givers in by_value.items():
        yield f"{isolate(told)} ({listed_sources([], givers, book)})"
