"""How the figures of an incident moved: rows for the time line."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier
from rashomon.model.numbers import NumberRange
from rashomon.publishing import words
from rashomon.publishing.book import Book, Ref
from rashomon.publishing.dates import day_words, sort_key
from rashomon.publishing.hostile import anchor
from rashomon.publishing.movement import is_figure
from rashomon.publishing.views import TimelineRow

_Key = tuple[str, str, str, str]
_Timed = tuple[tuple[dt.datetime, dt.datetime], TimelineRow]


def figures(dossier: Dossier, book: Book) -> Iterator[_Timed]:
    """Each figure of a toll once a day, with who gave it; only tolls with two figures or more."""
    told: defaultdict[_Key, list[Claim]] = defaultdict(list)
    for claim in book.claims.values():
        if claim.incident in book.incidents and is_figure(claim):
            told[(claim.incident, claim.property, claim.as_of or "", _value(claim))].append(claim)
    moved: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for incident, prop, _, value in told:
        moved[(incident, prop)].add(value)
    findings = {
        (i.id, str(f.property)): f.id for i in dossier.incidents for f in reversed(i.findings)
    }
    for incident, prop, day, value in sorted(told):
        if len(moved[(incident, prop)]) > 1:
            claims = sorted(told[(incident, prop, day, value)], key=lambda claim: claim.id)
            yield _row(claims, day, findings.get((incident, prop)), book)


def _value(claim: Claim) -> str:
    value = claim.value
    if not isinstance(value, NumberRange):
        return ""
    number = words.number_words(value.low, value.high, value.approximate)
    return f"{number} {words.COUNTED[claim.property][0]}"


def _row(claims: list[Claim], day: str, finding: str | None, book: Book) -> _Timed:
    first = claims[0]
    voices = dict.fromkeys(book.voice_name(claim.primary()) for claim in claims if claim.chain)
    by = f"according to {words.listed(list(voices))}; " if voices else ""
    row = TimelineRow(
        time=day_words(day),
        kind="figure",
        sort="Figure",
        what=Ref(_value(first), f"#{anchor('finding', finding)}" if finding else None),
        sure=by + book.incident(first.incident or "").text,
        dated=True,
        claims=tuple(book.claim(claim.id) for claim in claims),
    )
    return (sort_key(day), sort_key(day)), row
