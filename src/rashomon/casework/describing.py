"""When, where and what an incident is, in the fields that other people's codebooks ask for."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pycountry

from rashomon.data import lexicon
from rashomon.data.kinds import kind as kind_of
from rashomon.data.spelling import fold
from rashomon.model.base import NullReason
from rashomon.model.claims import ActorValue, Claim, Who
from rashomon.model.episodes import Site
from rashomon.model.incidents import AcledType, When, Where
from rashomon.model.times import Interval
from rashomon.model.voices import Actor


def describe_when(interval: Interval | None) -> When:
    """The time with its EDTF form and UCDP date precision."""
    if interval is None:
        fields = ("earliest", "latest", "granularity", "edtf", "precision")
        return When(
            earliest=None,
            latest=None,
            granularity=None,
            edtf=None,
            precision=None,
            why_null=dict.fromkeys(fields, "not-stated"),
        )
    return When(
        earliest=interval.earliest,
        latest=interval.latest,
        granularity=interval.granularity,
        edtf=_edtf(interval),
        precision=_date_prec(interval.days),
    )


def _edtf(interval: Interval) -> str:
    if interval.days == 1:
        return interval.first_day.isoformat()
    first, last = interval.first_day, interval.last_day
    if (first, last) == (dt.date(first.year, 1, 1), dt.date(first.year, 12, 31)):
        return f"{first.year:04}"
    if first.day == 1 and first.month == last.month and (last + dt.timedelta(days=1)).day == 1:
        return f"{first.year:04}-{first.month:02}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _date_prec(days: int) -> int:
    """UCDP GED's date_prec: 1 day, 2 within 2 to 6 days, 3 a week, 4 a month, 5 longer."""
    bounds = ((1, 1), (6, 2), (7, 3), (31, 4))
    return next((prec for longest, prec in bounds if days <= longest), 5)


def describe_where(sites: Sequence[Site]) -> Where:
    """The first site as the place, with the names that lie around it."""
    if not sites:
        names = [n for n in Where.model_fields if n not in ("sites", "why_null")]
        empty: dict[str, NullReason] = dict.fromkeys(names, "not-stated")
        return Where(**dict.fromkeys(names), why_null=empty)
    top = sites[0]
    code = top.value.country_code or _shared_country(sites)
    placed = top.value.lat is not None
    fields: dict[str, Any] = {
        "name": _settlement(top),
        "facility": top.facility,
        "admin1": top.value.name if top.kind == "admin1" else top.admin1,
        "country": _country(code),
        "country_code": code,
        "lat": top.value.lat,
        "lon": top.value.lon,
        "radius_km": top.radius_km,
        "geonameid": top.value.geonameid,
        "precision": top.value.precision if placed else None,
    }
    codes: dict[str, NullReason] = {
        name: top.value.why_null.get(name, "not-stated")
        for name, value in fields.items()
        if value is None
    }
    if not placed and top.value.precision is not None:
        codes["precision"] = "unresolved"
    return Where(**fields, sites=tuple(s.value for s in sites), why_null=codes)


def _settlement(site: Site) -> str | None:
    """The settlement, quarter or natural feature: of a building the one around it, if known."""
    if site.kind in ("country", "continent", "admin1", "admin2"):
        return None
    return site.within if site.kind == "facility" else site.value.name


def _shared_country(sites: Sequence[Site]) -> str | None:
    """The country of a building that nobody places, where all other sites lie in one."""
    codes = {site.value.country_code for site in sites[1:]} - {None}
    return codes.pop() if len(codes) == 1 else None


@cache
def _country(code: str | None) -> str | None:
    found = pycountry.countries.get(alpha_2=code) if code else None
    return str(getattr(found, "common_name", found.name)) if found else None


def title(kind: str, where: Where, when: When) -> str:
    """What an incident is called: kind, place, date."""
    words = kind_of(kind).title
    around = where.name or where.admin1 or where.country
    place = where.facility or around
    if where.facility and around and not _holds(where.facility, around):
        place = f"{where.facility}, {around}"
    named = f"{words[:1].upper()}{words[1:]}"
    if place:
        named += f" {_preposition(where, place)}{place}"
    return f"{named}, {_told(when)}" if when.earliest else named


def _preposition(where: Where, place: str) -> str:
    """ "at" a building or a spot near a town, "in" a town; none before "near Larnos" and
    "30 km west of Larnos"."""
    if place.partition(" ")[0] in _LYING or (place[0].isdigit() and not where.facility):
        return ""
    return "at " if where.facility or where.precision == _NEARBY else "in "


_LYING = frozenset({"near", "outside", "off", "around", "between", "along"})
_NEARBY = 2  # UCDP's where_prec for a place near a known one


def _holds(facility: str, place: str) -> bool:
    """Whether the building's name says already where it is ("market in Larnos")."""
    return f" {fold(place)} " in f" {fold(facility)} "


def _told(when: When) -> str:
    first = dt.date.fromisoformat((when.earliest or "")[:10])
    last = dt.date.fromisoformat((when.latest or "")[:10])
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if when.granularity == "year" and first.year == last.year:
        return str(first.year)
    same_month = (first.year, first.month) == (last.year, last.month)
    if when.granularity == "month" and same_month:
        return f"{first:%B %Y}"
    year = "" if first.year == last.year else f" {first.year}"
    month = "" if same_month else f" {first:%B}"
    return f"{first.day}{month}{year} to {last.day} {last:%B %Y}"


def acled(
    kind: str, mode: str | None, claims: Sequence[Claim], actors: Mapping[str, Actor]
) -> AcledType | None:
    """ACLED's types from the kind, the PLOVER mode and the status of both sides
    (``data/all/acled.tsv``); ``None`` where the table has no row for them."""
    sides = (_side("actor", claims, actors), _side("recipient", claims, actors))
    for row in lexicon("acled", "all"):
        fits = row["kind"] == kind and row["mode"] in ("", mode or "")
        if fits and all(
            row[n] in ("", s) for n, s in zip(("actor", "recipient"), sides, strict=True)
        ):
            return AcledType(event_type=row["event_type"], sub_event_type=row["sub_event_type"])
    return None


def _side(role: str, claims: Sequence[Claim], actors: Mapping[str, Actor]) -> str:
    """The status of one side: of its actors, or (recipients) of the people counted as harmed."""
    kinds = {
        actors[claim.value.actor].kind
        for claim in claims
        if claim.property == role and isinstance(claim.value, ActorValue)
    }
    for each in ("state", "armed-group", "organisation", "crowd"):
        if each in kinds:
            return each
    if role == "recipient":
        harmed = [claim.who for claim in claims if claim.property in ("killed", "injured")]
        return _status([who for who in harmed if who])
    return ""


def _status(harmed: Sequence[Who]) -> str:
    found = {who.status for who in harmed} - {"unknown"}
    return next(iter(found)) if len(found) == 1 else ""
