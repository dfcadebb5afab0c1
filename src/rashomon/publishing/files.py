"""Writing a dossier into a folder, all or nothing for each file."""

import os
import tempfile
from pathlib import Path

from rashomon.model.dossier import Dossier
from rashomon.publishing.exports import FORMATS, LOSSES, Loss, csv_bytes, losses_table
from rashomon.publishing.exports.parts import Table
from rashomon.publishing.page import page
from rashomon.publishing.record import to_json


def write(dossier: Dossier, folder: Path) -> tuple[Path, Path]:
    """Write ``dossier.json`` and ``index.html`` into ``folder``, which is made if need be.

    Both are rendered before anything is written, and each takes its place in one step, so
    that no reader ever meets half a file. Raises ``OSError`` where the folder cannot be
    written.
    """
    contents = (("dossier.json", to_json(dossier)), ("index.html", page(dossier)))
    folder.mkdir(parents=True, exist_ok=True)
    record, shown = (_replace(folder / name, text.encode("utf-8")) for name, text in contents)
    return record, shown


def write_export(
    dossier: Dossier, name: str, folder: Path
) -> tuple[tuple[Path, ...], tuple[Loss, ...]]:
    """Write the dossier in the format ``name`` and the report of what it could not hold.

    Gives the files and the losses. Raises ``KeyError`` for an unknown format and ``OSError``
    where the folder cannot be written.
    """
    made = FORMATS[name](dossier)
    files = {**made.files, LOSSES: csv_bytes(losses_table(made.losses))}
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_replace(folder / each, files[each]) for each in sorted(files)), made.losses


def write_table(table: Table, folder: Path) -> Path:
    """Write a table as CSV under its name. Raises ``OSError`` where that cannot be done."""
    folder.mkdir(parents=True, exist_ok=True)
    return _replace(folder / f"{table.name}.csv", csv_bytes(table))


def _replace(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    waiting = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        waiting.chmod(0o666 & ~_umask())
        waiting.replace(path)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise
    return path


def _umask() -> int:
    """The process's mask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
