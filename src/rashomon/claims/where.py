"""Where an incident happened, as one report tells it: claims, and sites by weight."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.claims.account import Account
from rashomon.claims.bearing import bearing, cares, role
from rashomon.claims.frames import located, places_of
from rashomon.claims.making import Maker, stretch
from rashomon.claims.when import happenings
from rashomon.data.kinds import kind
from rashomon.data.naming import capital_of
from rashomon.data.spelling import fold
from rashomon.model.annotations import EventMention, PlaceMention, Section
from rashomon.model.base import NullReason
from rashomon.model.claims import Claim, WhereValue
from rashomon.model.episodes import Site

_TIED = 3.0
_SAME_SENTENCE = 1.0
_DATELINE = 1.5
_ELSEWHERE = 0.2
_FURTHER_DOWN = 0.1
_WIDE_KM = 100.0
_AT_ALL = 0.5
"""What speaks for a place must weigh more than this to outdo a dateline."""
_EXACT = frozenset({"settlement", "facility", "continent"})
_TITLED = 2.0
"""How much more a town in the headline weighs."""
_WIDE = frozenset({"country", "continent", "admin1"})
_OUTLET_BEHIND = re.compile(r"\s[-|–—]\s")
_A_NAME = 4
"""Letters; what is shorter may be an abbreviation."""

UCDP_WHERE_PREC = {
    "facility": 1,
    "settlement": 1,
    "relative": 2,
    "admin2": 3,
    "admin1": 4,
    "natural": 5,
    "country": 6,
}
"""UCDP GED's where_prec by kind of place (codebook, 1 exact … 6 country); continents have none."""

_CARED_FOR = 0.3
"""What part of its weight a building keeps where nothing else took place."""
_LOOSE = frozenset({"facility", "natural", "relative"})
_FINEST = ("settlement", "natural", "relative", "admin2", "admin1", "country", "continent")

_COUNTY = _FINEST.index("admin2")


def where_claims(mentions: Iterable[EventMention], account: Account, maker: Maker) -> list[Claim]:
    """A claim for every place that the words tie to what happened."""
    claims: dict[str, Claim] = {}
    for mention in happenings(mentions):
        for place in places_of(mention, account):
            claim = maker.claim("where", where_value(place), stretch(place))
            claims.setdefault(claim.id, claim)
    return list(claims.values())


@dataclass(slots=True)
class _Tally:
    """What speaks for one place; ``told``: that part of its weight which is no dateline's;
    ``scene``: whether it may be where it happened, by the words around one telling at least."""

    place: PlaceMention
    weight: float = 0.0
    told: float = 0.0
    scene: bool = False
    facilities: dict[str, float] = field(default_factory=dict)


def sites(
    mentions: Sequence[EventMention], account: Account, own: Collection[int], main: bool
) -> tuple[Site, ...]:
    """The places of an incident, the finest with most behind it first.

    A town to which the hurt were only brought comes behind the county that is told. Places tied
    to its mentions count most, then those in the sentences of its ``own`` (which
    tell of no other incident); for the main one the dateline and places elsewhere count a little.
    """
    tallies: dict[tuple[str, object], _Tally] = {}
    hit = _hit(mentions, account)
    for place, weight in _weighed(mentions, account, own, main):
        tally = _counted(tallies, place, weight, dated=_dateline(place, account) is not None)
        brought = role(place, account) == "care" or (cares(place) and place.start not in hit)
        tally.scene = tally.scene or not brought
    for tally in tallies.values():
        if tally.place.kind == "facility" and not tally.scene:
            tally.weight *= _CARED_FOR
    _house_facilities(tallies)
    _datelines_yield(tallies, account)
    local = any(t.scene and _rank(t.place) <= _COUNTY for t in tallies.values())
    ranked = sorted(
        tallies.values(),
        key=lambda t: (local and not t.scene, _rank(t.place), -t.weight, t.place.start),
    )
    return tuple(_site(tally) for tally in ranked)


def _hit(mentions: Iterable[EventMention], account: Account) -> frozenset[int]:
    """Where places stand that the grammar makes the scene of what was done, or its target, and not
    only of a death or an injury."""
    deeds = [m for m in happenings(mentions) if kind(m.kind).role == "event"]
    struck = [a for m in deeds for a in m.arguments if a.role in ("place", "recipient")]
    return frozenset(p.start for a in struck for p in account.places_in(a.start, a.end))


def where_value(place: PlaceMention) -> WhereValue:
    """The place as a value; every null has its code."""
    precision = _precision(place)
    codes: dict[str, NullReason] = {
        name: place.why_null.get(name, "unresolved")
        for name in ("country_code", "lat", "lon", "geonameid")
        if getattr(place, name) is None
    }
    if precision is None:
        codes["precision"] = "not-in-scheme"
    return WhereValue(
        name=_as_written(place),
        country_code=place.country_code,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid,
        precision=precision,
        why_null=codes,
    )


def _precision(place: PlaceMention) -> int | None:
    """UCDP's where_prec; a town in no gazetteer is known as far as its county, "a base in Iraq" as
    far as Iraq."""
    unlisted = place.kind == "settlement" and place.geonameid is None and place.lat is not None
    if place.kind in ("facility", "relative") and _broad(place):
        return UCDP_WHERE_PREC["admin1" if place.admin1 else "country"]
    return UCDP_WHERE_PREC.get("admin2" if unlisted else place.kind)


def _broad(place: PlaceMention) -> bool:
    """Whether its point may lie further off than a division is wide."""
    return place.radius_km is not None and place.radius_km > _WIDE_KM


def _as_written(place: PlaceMention) -> str:
    """A town under the name that the report gives it ("Beit Hanoun"), not the gazetteer's
    transliteration; capitals of a dateline are put right."""
    words = place.exact.strip("#").strip()
    if place.kind in ("admin1", "admin2") and fold(words) == fold(place.name):
        return words.title() if words.isupper() else words
    if place.kind == "natural" and fold(words) != fold(place.name):
        return place.name  # "Iraq's west" is western Iraq
    if place.kind not in ("settlement", "natural") or "." in words or len(words) < _A_NAME:
        return place.name
    return words.title() if words.isupper() else words


def _weighed(
    mentions: Sequence[EventMention], account: Account, own: Collection[int], main: bool
) -> Iterable[tuple[PlaceMention, float]]:
    """Each place told with the weight of one telling, less where its role is another."""
    for place, weight in _told(mentions, account, own, main):
        titled = _TITLED if main and _in_title(place, account) else 1.0
        share = bearing(place, account)
        yield place, weight * titled * (share if weight < _SAME_SENTENCE else min(share, 1.0))


def _told(
    mentions: Sequence[EventMention], account: Account, own: Collection[int], main: bool
) -> Iterable[tuple[PlaceMention, float]]:
    for mention in happenings(mentions):
        index = account.sentence(mention.start)
        fade = 1 + _FURTHER_DOWN * index
        tied = places_of(mention, account)
        for place in tied:
            yield place, _TIED / fade
        for place in account.places_in(*account.bounds(index)) if index in own else ():
            if place not in tied and located(place, account):
                yield place, _SAME_SENTENCE / fade
    if main:
        others = _of_others(mentions, account)
        for place in account.notes.places:
            if place.start in others:
                continue
            section = account.section(place.start)
            if section is not None and section.kind == "dateline":
                yield place, _DATELINE
            elif account.readable(place.start) and located(place, account):
                yield place, _ELSEWHERE / (1 + _FURTHER_DOWN * account.sentence(place.start))


def _of_others(mentions: Sequence[EventMention], account: Account) -> frozenset[int]:
    """Where sites stand that the report gives to another event."""
    own = {mention.start for mention in mentions}
    others = [m for m in happenings(account.notes.mentions) if m.start not in own]
    theirs = {p.start for m in others for p in places_of(m, account) if p.kind == "facility"}
    ours = {place.start for mention in mentions for place in places_of(mention, account)}
    return frozenset(theirs - ours)


def _in_title(place: PlaceMention, account: Account) -> bool:
    """Whether the headline, before the outlet's name behind it, has a town's or site's name."""
    if place.kind in _WIDE or len(place.exact) < _A_NAME:
        return False
    headline = _OUTLET_BEHIND.split(account.report.title or "")[0]
    return bool(re.search(rf"\b{re.escape(place.exact)}\b", headline, re.IGNORECASE))


def _plain(name: str) -> frozenset[str]:
    """The words that tell a facility from others, without where it lies."""
    return frozenset(_bare(name).replace(".", "").casefold().split())


def _bare(name: str) -> str:
    """A facility's name without where it lies: "the embassy compound in Baghdad"."""
    return re.split(r"\s(?:in|near|at|on)\s", name, maxsplit=1)[0]


def _same_facility(tallies: Mapping[tuple[str, object], _Tally], place: PlaceMention) -> object:
    """The key of a facility counted already of which this is a longer or shorter name."""
    words = _plain(place.name)
    for sort, name in tallies:
        other = _plain(tallies[sort, name].place.name) if sort == "facility" else frozenset()
        if other and (other <= words or words <= other):
            return name
    return place.name.casefold()


def _counted(
    tallies: dict[tuple[str, object], _Tally], place: PlaceMention, weight: float, dated: bool
) -> _Tally:
    name: object = place.geonameid or place.name.casefold()
    if place.kind == "facility":
        name = _same_facility(tallies, place)
    key = (place.kind, name)
    tally = tallies.setdefault(key, _Tally(place))
    tally.weight += weight
    tally.told += 0.0 if dated else weight
    return tally


def _dateline(place: PlaceMention, account: Account) -> Section | None:
    """The dateline that the place stands in, if any."""
    section = account.section(place.start)
    return section if section is not None and section.kind == "dateline" else None


def _datelines_yield(tallies: dict[tuple[str, object], _Tally], account: Account) -> None:
    """An agency sits in the capital: its dateline says nothing where the text puts the event in
    another part of the country or, wider than the dateline, just in the country."""
    for key, tally in list(tallies.items()):
        line = _dateline(tally.place, account)
        if line is None or capital_of(tally.place.exact.title()) is None:
            continue
        least = max(tally.told, _AT_ALL)
        others = [o.place for o in tallies.values() if o is not tally and o.told > least]
        if any(_outdoes(other, tally.place, line) for other in others):
            del tallies[key]


def _outdoes(told: PlaceMention, seat: PlaceMention, line: Section) -> bool:
    """Whether a place that is told is another one than the seat of government in the dateline: its
    own country is, where an agency writes."""
    if told.kind in _EXACT:
        return False
    if told.country_code != seat.country_code or told.kind in ("natural", "relative"):
        return True
    return line.speaker is not None if told.kind == "country" else told.admin1 != seat.admin1


def _house_facilities(tallies: dict[tuple[str, object], _Tally]) -> None:
    """A facility speaks for the settlement that encloses it, and is shown as part of it."""
    towns = {t.place.name.casefold(): t for k, t in tallies.items() if k[0] == "settlement"}
    for key in [key for key in tallies if key[0] in ("facility", "relative")]:
        tally = tallies[key]
        town = towns.get((tally.place.within or "").casefold())
        far = tally.place.name[:1].isdigit()  # "30 km west of Larnos" is not Larnos
        if town is not None and not (key[0] == "relative" and far):
            town.weight += tally.weight
            if key[0] == "facility" and tally.scene:
                town.facilities[tally.place.name] = tally.weight
            if key[0] == "facility" or f" of {tally.place.within}" in tally.place.name:
                del tallies[key]


def _rank(place: PlaceMention) -> int:
    if place.kind == "facility" and place.lat is None:
        return len(_FINEST)
    if place.kind in _LOOSE and _broad(place):
        return _FINEST.index("country")  # the coast of a sea, "northern Iran", "a base in Iraq"
    return _FINEST.index("settlement" if place.kind == "facility" else place.kind)


def _site(tally: _Tally) -> Site:
    place = tally.place
    housed = sorted(tally.facilities, key=lambda name: (-tally.facilities[name], name))
    facility = place.name if place.kind == "facility" else next(iter(housed), None)
    facility = _bare(facility) if facility else None
    return Site(
        value=where_value(place),
        kind=place.kind,
        facility=facility,
        admin1=place.admin1,
        radius_km=place.radius_km,
        within=place.within,
        weight=round(tally.weight, 3),
    )
