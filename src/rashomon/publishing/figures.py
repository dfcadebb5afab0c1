"""How the figures of an incident moved: rows for the time line."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from rashomon.data.spelling import in_a_sentence
from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Finding
from rashomon.model.numbers import NumberRange
from rashomon.publishing import words
from rashomon.publishing.book import Book, Ref
from rashomon.publishing.dates import day_words, sort_key
from rashomon.publishing.hostile import Prose, anchor
from rashomon.publishing.movement import TOLLS, figures_of, toll_finding
from rashomon.publishing.saying import of_whom
from rashomon.publishing.views import TimelineRow

_Figure = tuple[str, int, int | None, bool]
"""The day for which it was given, its ends, whether it is only about so."""
_Timed = tuple[tuple[dt.datetime, dt.datetime], TimelineRow]


def figures(dossier: Dossier, book: Book) -> Iterator[_Timed]:
    """Each figure of a toll once a day, with who gave it; only tolls with two figures or more."""
    tolls = [
        (finding, incident.title, _told(finding, book))
        for incident in dossier.incidents
        for finding in (toll_finding(incident, prop) for prop in TOLLS)
        if finding is not None
    ]
    moved = [toll for toll in tolls if len({key[1:] for key in toll[2]}) > 1]
    several = len({title for _, title, _ in moved}) > 1
    for finding, title, told in moved:
        for key in sorted(told, key=lambda each: (each[:2], each[2] or 0, each[2] is None)):
            yield _row(told[key], key, finding, f"; {title}" if several else "", book)


def _told(finding: Finding, book: Book) -> dict[_Figure, list[Claim]]:
    told: defaultdict[_Figure, list[Claim]] = defaultdict(list)
    for claim in figures_of(finding, book):
        value = claim.value
        if isinstance(value, NumberRange):
            key = (claim.as_of or "", value.low or 0, value.high, value.approximate)
            told[key].append(claim)
    return dict(told)


def _row(claims: list[Claim], key: _Figure, finding: Finding, of: str, book: Book) -> _Timed:
    day, low, high, approximate = key
    voices = dict.fromkeys(book.voice_name(claim.primary()) for claim in claims if claim.chain)
    names = [in_a_sentence(each) for each in voices]
    number = words.number_words(low, high, approximate)
    whom = of_whom(finding, claims)
    row = TimelineRow(
        time=day_words(day),
        kind="figure",
        sort="Figure",
        what=Ref(
            Prose(f"{number} {words.COUNTED[finding.property][0]}{whom}"),
            f"#{anchor('finding', finding.id)}",
        ),
        sure=(f"according to {words.listed(names)}" if names else "nobody is named") + of,
        dated=True,
        claims=tuple(book.claim(claim.id) for claim in claims),
    )
    return (sort_key(day), sort_key(day)), row
