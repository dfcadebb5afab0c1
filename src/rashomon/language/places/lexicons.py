"""The places' tables, read once into typed form, and the gazetteer behind them."""

import math
from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.data.place_table import Entry, normal_form, place_table


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A written short form of a division; ``alone``: it needs no town before it."""

    code: str
    alone: bool


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """A noun that heads names of places.

    ``described``: unnamed ones count, too; ``body``: as often a body that acts as a place.
    """

    kind: str
    described: bool
    body: bool = False


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
        row["noun"]: PlaceNoun(
            row["kind"], row["described"] == "yes", row["needs"] == "preposition"
        )
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
def cues(cue: str) -> frozenset[str]:
    """The words that give a cue, as the table's header explains them."""
    return words("place_cues", cue=cue)


@cache
def country_cues() -> dict[str, tuple[str, ...]]:
    """Lower-case word -> the countries that it hints at."""
    hints: dict[str, list[str]] = {}
    for row in lexicon("place_country_cues"):
        hints.setdefault(row["word"], []).append(row["country"])
    return {word: tuple(countries) for word, countries in hints.items()}


@cache
def _peoples() -> dict[str, str]:
    return {
        word: row["code"]
        for row in lexicon("demonyms")
        for word in row["demonyms"].split("|")
        if word
    }


def people_of(word: str) -> str | None:
    """The country's code, of a word for its people and things ("Colombian")."""
    return _peoples().get(word)


@cache
def _aliases() -> dict[str, tuple[Entry, ...]]:
    return {
        row["alias"]: settled(row["means"], row["in"])
        for row in lexicon("place_aliases")
        if row["only"] == "yes"
    }


@cache
def _usual() -> dict[str, Entry]:
    rows = [row for row in lexicon("place_aliases") if row["only"] != "yes"]
    return {
        normal_form(row["alias"]): entry
        for row in rows
        for entry in settled(row["means"], row["in"])
    }


def is_usual(entry: Entry, key: str) -> bool:
    """Whether news mean this place where they use the name (a normal form) alone."""
    return key in _usual() and _usual()[key].geonameid == entry.geonameid


def is_alias(text: str) -> bool:
    """Whether a lexicon has the name exactly as written."""
    return text in _aliases()


def settled(name: str, code: str) -> tuple[Entry, ...]:
    """The place of that name in the area with that code, the area itself first."""
    area = place_table().by_code(code)
    if area is None:
        return ()
    named = [e for e in place_table().lookup(name) if lies_in(e, area)]
    itself = [e for e in named if e.geonameid == area.geonameid]
    return tuple((itself or named)[:1])


def lies_in(entry: Entry, area: Entry) -> bool:
    """Whether ``area`` (a country, division or region) holds ``entry``; an area holds itself."""
    if entry.country_code is None or entry.country_code != area.country_code:
        return False
    if area.kind == "country":
        return True
    if area.kind == "admin1":
        return entry.admin1 == area.admin1
    if area.kind == "natural":
        return kilometres(entry, area) <= (area.radius_km or 0.0)
    return area.kind == "admin2" and (entry.admin1, entry.admin2) == (area.admin1, area.admin2)


def kilometres(one: Entry, other: Entry) -> float:
    """Great-circle distance; infinite where either has no point."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    a, b = math.radians(one.lat), math.radians(other.lat)
    turn = math.radians(other.lon - one.lon)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


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
    filed = tuple(e for e in place_table().lookup(text) if e.lat is not None)
    usual = _usual().get(normal_form(text))
    known = usual is None or any(e.geonameid == usual.geonameid for e in filed)
    return filed if usual is None or known else (usual, *filed)


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


@cache
def _generics() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {"first": {}, "last": {}, "ending": {}}
    for row in lexicon("place_generics"):
        table[row["stands"]][row["word"]] = row["kind"]
    return table


@cache
def _english() -> frozenset[str]:
    return words("place_generics", stands="first", **{"in": "English and others"})


def english_generics(word: str) -> bool:
    """Whether English has the generic word, too ("Club", "Hotel")."""
    return word.casefold() in _english()


@lru_cache(maxsize=16384)
def generic(word: str, stands: str) -> str | None:
    """What a generic word makes a name one of ("Wadi …": natural), ``None`` where it is none. With
    ``ending``: the last letters of a longer word ("Velmarabad")."""
    known, folded = _generics()[stands], word.casefold()
    if stands != "ending":
        return known.get(folded)
    ends = (end for end in known if folded.endswith(end) and len(folded) > len(end) + 2)
    return next((known[end] for end in ends), None)
