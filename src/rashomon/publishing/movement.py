"""How a toll moved: every figure at the day for which it was given."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Finding
from rashomon.model.incidents import Incident
from rashomon.model.numbers import NumberRange
from rashomon.publishing import words
from rashomon.publishing.book import Book
from rashomon.publishing.chronology import DayTick, Scale, as_day, day_scale, day_ticks
from rashomon.publishing.ranges import scale_top

WIDTH, HEIGHT = 320.0, 150.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 34.0, 290.0, 14.0, 122.0
_DATE_ROOM = 76.0
_CLOSE = 12.0
_Key = tuple[dt.date, int, int | None]
TOLLS = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure on one day: ``low`` and ``high`` are heights, ``text`` the number beside it.

    ``kept``: whether any claim of it is used; ``size``: of the mark, by the number of accounts;
    ``beside``: the number stands to the right, since another stands to the left.
    """

    x: float
    low: float
    high: float
    text: str
    kept: bool
    size: float
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Movement:
    """One toll of one incident."""

    title: str
    incident: str
    figures: tuple[Figure, ...]
    ticks: tuple[DayTick, ...]
    top: int
    alt: str


def toll_finding(incident: Incident, prop: str) -> Finding | None:
    """The finding behind a toll: that of all who are counted, not of the children among them."""
    toll = incident.killed if prop == "killed" else incident.injured
    found = [each for each in incident.findings if each.property == prop]
    behind = next((each for each in found if each.id == toll.finding), None)
    return behind or next((each for each in found if not words.is_of_some(each.who)), None)


def figures_of(finding: Finding | None, book: Book) -> list[Claim]:
    """The claims that gave the whole of a toll as a number, for a day: what the finding weighs,
    and what was replaced."""
    if finding is None:
        return []
    ids = [claim for reading in finding.readings for claim in reading.claims]
    ids += [claim for conflict in finding.conflicts for claim in conflict.claims]
    found = (book.claims[each] for each in dict.fromkeys(ids) if each in book.claims)
    return [claim for claim in found if claim.property == finding.property and _is_figure(claim)]


def _is_figure(claim: Claim) -> bool:
    whole = not claim.partial and claim.scope is None
    said = claim.as_of is not None and claim.stance != "denied"
    return whole and said and isinstance(claim.value, NumberRange) and claim.value.numbered


def movements(dossier: Dossier, book: Book) -> Iterator[Movement]:
    """Every toll for which two figures or more were given, on two days or more."""
    for incident in dossier.incidents:
        for prop in TOLLS:
            found = figures_of(toll_finding(incident, prop), book)
            claims = [claim for claim in found if as_day(claim.as_of)]
            days = {as_day(claim.as_of) for claim in claims}
            if len(days) > 1 and len({_ends(claim) for claim in claims}) > 1:
                yield _movement(incident, prop, claims)


def _ends(claim: Claim) -> tuple[int, int | None]:
    value = claim.value
    return (value.low or 0, value.high) if isinstance(value, NumberRange) else (0, 0)


def _movement(incident: Incident, prop: str, claims: list[Claim]) -> Movement:
    grouped: defaultdict[_Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        day = as_day(claim.as_of)
        if day is not None:
            grouped[(day, *_ends(claim))].append(claim)
    scale = day_scale((key[0] for key in grouped), _LEFT + 26, _RIGHT)
    highest = max(high or low for _, low, high in grouped)
    top = scale_top(highest + 1)  # the number of the highest stands clear of the axis's own
    keys = sorted(grouped, key=lambda key: (key[0], key[1], key[2] or 0, key[2] is None))
    told = "; ".join(f"{day.isoformat()}: {words.number_words(a, b)}" for day, a, b in keys)
    return Movement(
        title=words.COUNTED[claims[0].property][0],
        incident=incident.title,
        figures=tuple(_figures([(key, grouped[key]) for key in keys], scale, top)),
        ticks=tuple(day_ticks(scale, _DATE_ROOM)),
        top=top,
        alt=f"{words.PROPERTY[claims[0].property]}, by day: {told}.",
    )


def _figures(told: list[tuple[_Key, list[Claim]]], scale: Scale, top: int) -> Iterator[Figure]:
    before: Figure | None = None
    for key, claims in told:
        figure = _figure(key, claims, scale.at(key[0]), top)
        if before and before.x == figure.x and abs(before.low - figure.low) < _CLOSE:
            figure = replace(figure, beside=not before.beside)
        before = figure
        yield figure


def _figure(key: _Key, claims: list[Claim], x: float, top: int) -> Figure:
    _, low, high = key
    return Figure(
        x=x,
        low=_height(low, top),
        high=_height(top if high is None else high, top),
        text=words.number_short(low, high),
        kept=any(claim.used for claim in claims),
        size=min(3.0 + 0.6 * len(claims), 7.0),
    )


def _height(number: int, top: int) -> float:
    return round(_BOTTOM - (_BOTTOM - _TOP) * min(number, top) / top, 1)
