"""The places' tables, read once into typed form, and the gazetteer behind them."""

from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.data import lexicon
from rashomon.data.place_table import Entry, normal_form, place_table


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A written short form of a division; ``alone``: it needs no town before it."""

    code: str
    alone: bool


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """A noun that heads names of places; ``described``: unnamed ones count, too."""

    kind: str
    described: bool


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """Written form -> division."""
    return {
        row["abbreviation"]: Abbreviation(row["code"], row["alone"] == "yes")
        for row in lexicon("place_abbreviations")
    }


@cache
def nouns() -> dict[str, PlaceNoun]:
    """Lower-case noun (one or two words) -> what it heads."""
    return {
        row["noun"]: PlaceNoun(row["kind"], row["described"] == "yes")
        for row in lexicon("place_nouns")
    }


@cache
def stopwords() -> dict[str, str]:
    """Normal form -> ``never`` or ``context``."""
    return {normal_form(row["word"]): row["rule"] for row in lexicon("place_stopwords")}


@cache
def _regions() -> dict[str, Entry]:
    return {normal_form(row["name"]): _region(row) for row in lexicon("place_regions")}


def _region(row: dict[str, str]) -> Entry:
    return Entry(
        name=row["name"],
        kind="natural",
        country_code=row["country"] or None,
        admin1=None,
        admin2=None,
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        geonameid=None,
        population=0,
        radius_km=float(row["radius_km"]),
    )


@cache
def _aliases() -> dict[str, tuple[Entry, ...]]:
    return {row["alias"]: _meant(row["means"], row["in"]) for row in lexicon("place_aliases")}


def _meant(name: str, code: str) -> tuple[Entry, ...]:
    """The place of that name in the area with that code; the area itself where it has the name."""
    area = place_table().by_code(code)
    if area is None:
        return ()
    named = [e for e in place_table().lookup(name) if lies_in(e, area)]
    itself = [e for e in named if e.geonameid == area.geonameid]
    return tuple((itself or named or [area])[:1])


def lies_in(entry: Entry, area: Entry) -> bool:
    """Whether ``area`` (a country or a division) holds ``entry``; an area holds itself."""
    if entry.country_code is None or entry.country_code != area.country_code:
        return False
    if area.kind == "country":
        return True
    if area.kind == "admin1":
        return entry.admin1 == area.admin1
    return area.kind == "admin2" and (entry.admin1, entry.admin2) == (area.admin1, area.admin2)


@lru_cache(maxsize=16384)
def namesakes(text: str) -> tuple[Entry, ...]:
    """Every place that goes by ``text``, as written; the lexicons come before the gazetteer."""
    if text in _aliases():
        return _aliases()[text]
    short = abbreviations().get(text)
    if short is not None:
        division = place_table().by_code(short.code)
        return (division,) if division and short.alone else ()
    region = _regions().get(normal_form(text))
    if region is not None:
        return (region,)
    return tuple(e for e in place_table().lookup(text) if e.lat is not None)


def division(text: str) -> Entry | None:
    """The division that an abbreviation stands for after a town ("Spokane, WA")."""
    short = abbreviations().get(text)
    return place_table().by_code(short.code) if short else None


def own_name(entry: Entry, text: str) -> bool:
    """Whether ``text`` is the place's own name, and no alternate one.

    A division's name may go without its generic word: "Anbar", "Anbar Governorate".
    """
    name, key = normal_form(entry.name), normal_form(text)
    return name == key or (entry.kind.startswith("admin") and name.startswith(key + " "))
