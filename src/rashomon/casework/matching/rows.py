"""Reading a dataset: row by row, within bounds, whatever its encoding and separators."""

import codecs
import csv
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from rashomon.casework.matching import columns
from rashomon.casework.matching.values import Days, Range, day_of, number_of, within

MAX_BYTES = 2_000_000_000
MAX_ROWS = 5_000_000
_HEAD = 1_000_000
_LONGEST_LINE = 1_000_000
_DELIMITERS = (",", ";", "\t", "|")
_HALF_WEEK, _HALF_MONTH = 3, 15
_WIDER = {"2": dt.timedelta(days=_HALF_WEEK), "3": dt.timedelta(days=_HALF_MONTH)}
"""ACLED's time_precision: the day is the middle of a week (2) or a month (3)."""
_GENERIC = re.compile(r"^(?:civilians|unidentified|unknown|none|rioters|protesters)\b", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """One record of the dataset. ``days`` holds every reading of its date: "3/4/2021" has two."""

    number: int
    id: str
    days: tuple[Days, ...]
    place: str
    admin1: str
    country: str
    lat: float | None
    lon: float | None
    kind: str
    below: str
    actors: tuple[str, ...]
    killed: Range | None
    injured: Range | None


@dataclass(slots=True)
class Tally:
    """How much was read, what was not, and whether the table went on."""

    rows: int = 0
    undated: int = 0
    broken: int = 0
    cut: bool = False


@dataclass(slots=True)
class Source:
    """A dataset on disk: its rows in order, and the tally of them."""

    path: Path
    format: str
    tally: Tally = field(default_factory=Tally)

    def __iter__(self) -> Iterator[Row]:
        """The rows that have a day. Raises ``ValueError`` with the reason if it is no table."""
        encoding = _encoding(self.path)
        with self.path.open(encoding=encoding, errors="replace", newline="") as stream:
            head = next(_lines(stream), "")
            reader = csv.reader(_lines(stream, head), delimiter=_delimiter(head))
            try:
                places = columns.found(next(reader, []), self.format)
            except csv.Error as error:
                raise ValueError(f"its first line cannot be read ({error})") from error
            yield from self._rows(reader, places)

    def _rows(self, reader: Iterator[Sequence[str]], places: dict[str, int]) -> Iterator[Row]:
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error:
                self.tally.broken += 1
                continue
            if self.tally.rows >= MAX_ROWS:
                self.tally.cut = True
                return
            if any(cells):
                self.tally.rows += 1
                row = _row(self.tally.rows, cells, places)
                if row.days:
                    yield row
                else:
                    self.tally.undated += 1


def _encoding(path: Path) -> str:
    """UTF-8 (with or without a mark), UTF-16 with one, else Windows-1252."""
    if not path.is_file():
        raise ValueError("it is no file")
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"it is larger than {MAX_BYTES:,} bytes")
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith((b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")):
        raise ValueError("it is a workbook or packed: save it as CSV first")
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _lines(stream: TextIO, first: str = "") -> Iterator[str]:
    """Lines, none longer than may be held at once."""
    if first:
        yield first
    while line := stream.readline(_LONGEST_LINE):
        yield line


def _delimiter(head: str) -> str:
    return max(_DELIMITERS, key=lambda each: (head.count(each), -_DELIMITERS.index(each)))


def _row(number: int, cells: Sequence[str], places: dict[str, int]) -> Row:
    def cell(name: str) -> str:
        at = places.get(name)
        return cells[at].strip()[:500] if at is not None and at < len(cells) else ""

    actors = (cell("actor1"), cell("actor2"))
    return Row(
        number=number,
        id=cell("id"),
        days=tuple(_days(cell("first"), cell("last"), cell("precision"))),
        place=cell("place"),
        admin1=cell("admin1"),
        country=cell("country"),
        lat=within(cell("lat"), 90),
        lon=within(cell("lon"), 180),
        kind=cell("kind"),
        below=cell("below"),
        actors=tuple(each for each in actors if each and not _GENERIC.match(each)),
        killed=_range(cell("killed"), cell("killed_low"), cell("killed_high")),
        injured=_range(cell("injured"), cell("injured_low"), cell("injured_high")),
    )


def _days(first: str, last: str, precision: str) -> Iterator[Days]:
    ends = day_of(last)
    around = _WIDER.get(precision, dt.timedelta())
    for number, start in enumerate(day_of(first)):
        end = ends[number] if number < len(ends) and ends[number] >= start else start
        try:
            yield Days(start - around, end + around)
        except OverflowError:
            continue


def _range(best: str, low: str, high: str) -> Range | None:
    """The lowest and the highest of what is given."""
    given = [
        each for each in (number_of(best), number_of(low), number_of(high)) if each is not None
    ]
    return Range(min(given), max(given), number_of(best)) if given else None
