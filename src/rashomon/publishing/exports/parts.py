"""What every export is made of: files, and a report of what they could not hold."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rashomon.model.dossier import Dossier

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First signs that make a spreadsheet take a cell for a formula (OWASP, CSV injection)."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that the format could not hold: of which ``record`` (an id, or "all"), ``what``,
    and ``why`` with the format's own rule."""

    record: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of one export by name, and what they do not hold."""

    files: dict[str, bytes]
    losses: tuple[Loss, ...]


Exporter = Callable[[Dossier], Exported]
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, the same for a file, a sheet and a data frame."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @classmethod
    def of(
        cls, name: str, columns: Sequence[str], records: Iterable[Mapping[str, Cell]]
    ) -> "Table":
        """A table of records; each must have exactly the columns."""
        rows = []
        for record in records:
            if record.keys() != set(columns):
                raise ValueError(f"{name}: {sorted(record.keys() ^ set(columns))}")
            rows.append(tuple(record[column] for column in columns))
        return cls(name, tuple(columns), tuple(rows))

    def by_column(self) -> dict[str, list[Cell]]:
        """The cells of each column, as data frames are made of."""
        return {name: [row[n] for row in self.rows] for n, name in enumerate(self.columns)}


def safe(cell: Cell) -> Cell:
    """The cell as a spreadsheet may open it: text that would be a formula gets a ' in front, and
    signs that no table can hold are left out."""
    if not isinstance(cell, str):
        return cell
    clean = "".join(sign for sign in cell if sign >= " " or sign in "\n\t")
    return f"'{clean}" if clean.startswith(_FORMULA) else clean


def csv_bytes(table: Table) -> bytes:
    """The table as CSV (RFC 4180, UTF-8), empty cells for what is not there."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(table.columns)
    writer.writerows([[_plain(safe(cell)) for cell in row] for row in table.rows])
    return stream.getvalue().encode("utf-8", "replace")


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else cell


def json_bytes(content: Any) -> bytes:
    """JSON text, the same wherever it is made."""
    return (json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode(
        "utf-8", "replace"
    )


def losses_table(losses: Iterable[Loss]) -> Table:
    """The loss report: one row for each thing that is not in the files."""
    rows = ({"record": each.record, "what": each.what, "why": each.why} for each in losses)
    return Table.of("losses", ("record", "what", "why"), rows)
