"""What the exports ask of an incident: its sides, its days, its sources, its number."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urlsplit

import pycountry

from rashomon.model.claims import ActorValue, Claim, Property, ResponsibleValue, Who
from rashomon.model.dossier import Dossier, DossierReport
from rashomon.model.findings import Finding, TollPart
from rashomon.model.incidents import Incident, Where
from rashomon.model.times import moment
from rashomon.model.voices import Actor
from rashomon.publishing.book import Book
from rashomon.publishing.exports.parts import Loss
from rashomon.publishing.hostile import web_address
from rashomon.publishing.summary import summary

JOIN = "; "
OWN_WORDS: tuple[Literal["claimed", "admitted"], ...] = ("claimed", "admitted")
_ISOLATES = re.compile("[\u2066-\u2069]")
_COUNTRY = 6
_HEX = re.compile(r"[0-9a-f]{8,}")


class Shelf(Book):
    """A book in which reports and claims need not be searched for."""

    def __init__(self, dossier: Dossier) -> None:
        """Read the dossier once."""
        super().__init__(dossier)
        self.reports: dict[str, DossierReport] = {each.id: each for each in dossier.reports}
        self.order: dict[str, int] = {each.id: n for n, each in enumerate(dossier.reports)}
        self.claims_in: defaultdict[str | None, list[Claim]] = defaultdict(list)
        for claim in dossier.claims:
            self.claims_in[claim.incident].append(claim)
        self.actors: dict[str, Actor] = {each.id: each for each in dossier.actors}
        self.voice_kinds: dict[str, str] = {each.id: each.kind for each in dossier.voices}


@dataclass(frozen=True, slots=True)
class Sides:
    """Who acts and who is acted upon, the best supported first; ``accused``: only accused."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    accused: tuple[Actor, ...]


def sides(incident: Incident, actors: dict[str, Actor]) -> Sides:
    """The sides of an incident. Who claims or admits it acts; who is accused is kept apart, for
    an accusation is a claim about the event and no part of it."""
    acting: list[str] = []
    accused: list[str] = []
    receiving: list[str] = []
    for finding in incident.findings:
        for value in (reading.value for reading in finding.readings):
            if isinstance(value, ResponsibleValue):
                if value.role != "denied":
                    (acting if value.role in OWN_WORDS else accused).append(value.actor)
            elif isinstance(value, ActorValue):
                (receiving if finding.property == "recipient" else acting).append(value.actor)
    blamed = [each for each in accused if each not in acting]
    known = (_known(each, actors) for each in (acting, receiving, blamed))
    return Sides(*known)


def _known(ids: Iterable[str], actors: dict[str, Actor]) -> tuple[Actor, ...]:
    return tuple(actors[each] for each in dict.fromkeys(ids) if each in actors)


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day on which it may have happened."""

    first: dt.date
    last: dt.date

    @property
    def count(self) -> int:
        """How many days, both ends included."""
        return (self.last - self.first).days + 1

    @property
    def middle(self) -> dt.date:
        """The day in the middle; of an even number the earlier."""
        return self.first + (self.last - self.first) // 2


def days(incident: Incident) -> Days | None:
    """When it happened, to the day; ``None`` where no day is known."""
    when = incident.when
    if when.earliest is None or when.latest is None:
        return None
    try:
        first, last = moment(when.earliest).date(), moment(when.latest, end=True).date()
    except ValueError:
        return None
    return Days(first, last) if first <= last else None


def finding(incident: Incident, prop: Property) -> Finding | None:
    """The first finding on a property."""
    return next((each for each in incident.findings if each.property == prop), None)


def all_words(incident: Incident, prop: Property) -> tuple[str, ...]:
    """What is said of a property that is only words, each once."""
    found = (r.value for f in incident.findings if f.property == prop for r in f.readings)
    return tuple(dict.fromkeys(v.text for v in found if v is not None and hasattr(v, "text")))


def told(incident: Incident, book: Shelf) -> str:
    """What the reports say, with who says so, as plain text."""
    return plain(str(summary(incident, book)))


def plain(text: str) -> str:
    """Text without the marks that keep directions of writing apart on the page."""
    return _ISOLATES.sub("", text)


def reports_of(incident: Incident, book: Shelf) -> tuple[DossierReport, ...]:
    """The reports of an incident, in the dossier's order."""
    known = (each for each in set(incident.reports) if each in book.reports)
    return tuple(book.reports[each] for each in sorted(known, key=book.order.__getitem__))


def offices(incident: Incident, book: Shelf) -> tuple[str, ...]:
    """The outlets of an incident, each once; of a report without one its host or its number."""
    found = (
        report.outlet or _host(report.url) or f"report {book.tag(report.id)}"
        for report in reports_of(incident, book)
    )
    return tuple(dict.fromkeys(found))


def _host(url: str | None) -> str | None:
    return urlsplit(url).hostname if url and web_address(url) else None


def precision(where: Where) -> int | None:
    """UCDP's where_prec; where nothing nearer than the country is named it is the country's."""
    nearer = where.name and where.name != where.country
    return where.precision if nearer or where.admin1 or where.precision is None else _COUNTRY


def primary_sources(incident: Incident, book: Shelf) -> tuple[str, ...]:
    """The voices at the ends of the chains of all its claims, in the order of the claims."""
    ends = (claim.primary() for claim in book.claims_in.get(incident.id, ()) if claim.chain)
    names = (plain(book.voice_name(each)) for each in dict.fromkeys(ends))
    return tuple(dict.fromkeys(names))


def numbered(incidents: Iterable[Incident], digits: int) -> dict[str, int]:
    """A number for each incident's id, made from the id alone: up to ``digits`` hexadecimal
    digits of it. Where two would be equal the later goes up by one."""
    given: dict[str, int] = {}
    taken: set[int] = set()
    for incident in incidents:
        found = _HEX.search(incident.id)
        text = found.group() if found else incident.id.encode("utf-8", "surrogatepass").hex()
        number = int(text[:digits], 16)
        while number in taken:
            number += 1
        taken.add(number)
        given[incident.id] = number
    return given


def alpha_3(code: str | None) -> str | None:
    """ISO 3166-1 alpha-3 of an alpha-2 code."""
    found = pycountry.countries.get(alpha_2=code) if code else None
    return str(found.alpha_3) if found else None


def numeric(code: str | None) -> int | None:
    """ISO 3166-1 numeric of an alpha-2 code."""
    found = pycountry.countries.get(alpha_2=code) if code else None
    return int(found.numeric) if found else None


def parts_of(parts: Iterable[TollPart], *statuses: str) -> Iterator[TollPart]:
    """The parts of a toll that count people of these statuses."""
    return (part for part in parts if part.who.status in statuses)


def harmed_statuses(incident: Incident) -> frozenset[str]:
    """The known statuses of the people killed and injured, without the perpetrators."""
    counted: list[Who] = [part.who for part in (*incident.killed.parts, *incident.injured.parts)]
    counted += [f.who for f in incident.findings if f.property in ("killed", "injured") and f.who]
    return frozenset(w.status for w in counted if w.role != "perpetrator") - {"unknown"}


def sifted(
    dossier: Dossier, rule: Callable[[Incident], str | None]
) -> tuple[list[Incident], list[Loss]]:
    """The incidents that a codebook takes, and the others with the rule that leaves them out."""
    rules = [(incident, rule(incident)) for incident in dossier.incidents]
    kept = [incident for incident, why in rules if why is None]
    return kept, [Loss(each.id, "the whole incident", why) for each, why in rules if why]


def empty_columns(columns: Iterable[str], why: str) -> tuple[Loss, ...]:
    """The losses of columns that stay empty in every row."""
    return tuple(Loss("all", f"column {column}", why) for column in columns)


def urn(name: str) -> str:
    """An id as it may stand in a urn."""
    return quote(name.encode("utf-8", "surrogatepass"), safe="-._~")


def language_3(code: str | None) -> str | None:
    """ISO 639-3 of an ISO 639-1 or 639-3 code."""
    if code is None or len(code) not in (2, 3):
        return None
    found = pycountry.languages.get(**{f"alpha_{len(code)}": code.lower()})
    return str(found.alpha_3) if found else None
