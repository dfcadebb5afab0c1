"""From what was decided to the annotations: :class:`PlaceMention`, every absence with its code."""

from rashomon.data.place_table import Entry
from rashomon.language.places.distances import Spot
from rashomon.language.places.namesakes import Choice
from rashomon.model.annotations import PlaceKind, PlaceMention
from rashomon.model.base import NullReason

_KINDS: dict[str, PlaceKind] = {
    "continent": "continent",
    "country": "country",
    "admin1": "admin1",
    "admin2": "admin2",
    "settlement": "settlement",
    "natural": "natural",
}
_POINT = frozenset({"lat", "lon"})
_NOT_IN_SCHEME = frozenset({"geonameid", "population"})
"""What only a gazetteer's own place has; natural features and facilities are not in it."""


def of_entry(text: str, start: int, end: int, choice: Choice) -> PlaceMention:
    """A name that the gazetteer knows."""
    entry = choice.entry
    return _mention(
        text,
        start,
        end,
        entry=entry,
        name=entry.name,
        kind=_KINDS[entry.kind],
        within=_within(entry),
        evidence=choice.evidence,
        radius_km=entry.radius_km,
        geonameid=entry.geonameid,
        population=entry.population or None,
    )


def of_part(text: str, start: int, end: int, name: str, country: Entry) -> PlaceMention:
    """ "Northern Iran": the middle of the country, and as wide as it."""
    return _mention(
        text,
        start,
        end,
        entry=country,
        name=name,
        kind="natural",
        within=country.name,
        evidence=f"a part of {country.name}",
        radius_km=country.radius_km,
        geonameid=None,
        population=None,
    )


def of_site(
    text: str,
    start: int,
    end: int,
    *,
    name: str,
    kind: PlaceKind,
    around: Entry | None,
    radius_km: float,
    evidence: str,
) -> PlaceMention:
    """A facility, natural feature or described place: the point of the settlement ``around`` it."""
    return _mention(
        text,
        start,
        end,
        entry=around,
        name=name,
        kind=kind,
        within=around.name if around else None,
        evidence=evidence,
        radius_km=radius_km if around else None,
        geonameid=None,
        population=None,
    )


def of_spot(text: str, spot: Spot) -> PlaceMention:
    """ "30 km west of Arvik": the point so far off, within the town's surroundings."""
    point = spot.point()
    return of_site(
        text,
        spot.start,
        spot.end,
        name=spot.name,
        kind="relative",
        around=point,
        radius_km=point.radius_km or 0.0,
        evidence=f"{spot.town.name}: told from it",
    )


def _within(entry: Entry) -> str | None:
    """The next larger named place, where the entry itself says it."""
    larger = [entry.admin2, entry.admin1] if entry.kind == "settlement" else [entry.admin1]
    return next((name for name in larger if name and name != entry.name), None)


def _mention(
    text: str,
    start: int,
    end: int,
    *,
    entry: Entry | None,
    name: str,
    kind: PlaceKind,
    within: str | None,
    evidence: str,
    radius_km: float | None,
    geonameid: int | None,
    population: int | None,
) -> PlaceMention:
    values = {
        "country_code": entry.country_code if entry else None,
        "lat": entry.lat if entry else None,
        "lon": entry.lon if entry else None,
        "geonameid": geonameid,
        "admin1": entry.admin1 if entry else None,
        "within": within,
        "radius_km": radius_km,
        "population": population,
    }
    return PlaceMention.model_validate(
        values
        | {
            "start": start,
            "end": end,
            "exact": text[start:end],
            "name": name,
            "kind": kind,
            "evidence": evidence,
            "why_null": {
                field: _reason(field, entry) for field, value in values.items() if value is None
            },
        }
    )


def _reason(field: str, entry: Entry | None) -> NullReason:
    if field in _POINT:
        return "unresolved"
    if entry is not None or field in _NOT_IN_SCHEME:
        return "not-in-scheme"
    return "not-stated" if field == "within" else "unresolved"
