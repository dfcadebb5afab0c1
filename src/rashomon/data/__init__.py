"""The lexicons: tables that a domain expert can edit, one folder a language.

A table is a tab-separated UTF-8 file. Lines that start with ``#`` explain its columns and name
the public lists it was drawn from; the first other line names the columns.
"""

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

Row = dict[str, str]


@cache
def folder() -> Path:
    """Where the tables lie."""
    return Path(str(files(__name__)))


@cache
def lexicon(name: str, language: str = "en") -> tuple[Row, ...]:
    """The rows of ``data/<language>/<name>.tsv``; a short row is filled with empty cells.

    Raises ``FileNotFoundError`` where there is no such table, ``ValueError`` with the line
    number where a row has more cells than there are columns.
    """
    path = folder() / language / f"{name}.tsv"
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    kept = [(n, line) for n, line in lines if line.strip() and not line.startswith("#")]
    columns = kept[0][1].split("\t")
    return tuple(_row(path, n, columns, line.split("\t")) for n, line in kept[1:])


def _row(path: Path, number: int, columns: list[str], cells: list[str]) -> Row:
    if len(cells) > len(columns):
        raise ValueError(
            f"{path.name}, line {number}: {len(cells)} cells for {len(columns)} columns"
        )
    padded = cells + [""] * (len(columns) - len(cells))
    return {column: cell.strip() for column, cell in zip(columns, padded, strict=True)}


@cache
def fingerprint() -> str:
    """SHA-256 over all tables, names and bytes, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(folder().glob("*/*.tsv")):
        digest.update(f"{path.parent.name}/{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
