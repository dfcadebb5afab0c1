"""Writing a dossier into a folder, all or nothing for each file."""

import os
import tempfile
from pathlib import Path

from rashomon.model.dossier import Dossier
from rashomon.publishing.exports import FORMATS, LOSSES, Loss, csv_bytes, losses_table
from rashomon.publishing.exports.parts import Table
from rashomon.publishing.many import FOLDER as INCIDENTS
from rashomon.publishing.page import pages
from rashomon.publishing.record import to_json


def write(dossier: Dossier, folder: Path) -> tuple[Path, Path]:
    """Write ``dossier.json`` and ``index.html`` into ``folder``, which is made if need be; with
    very many incidents also a page for each into ``incidents/`` there.

    All are rendered before anything is written, and each takes its place in one step, so
    that no reader ever meets half a file. Raises ``OSError`` where the folder cannot be
    written.
    """
    record, shown = to_json(dossier), pages(dossier)
    folder.mkdir(parents=True, exist_ok=True)
    if len(shown) > 1:
        (folder / INCIDENTS).mkdir(exist_ok=True)
    for name in sorted(shown.keys() - {"index.html"}):
        _replace(folder / name, shown[name].encode("utf-8"))
    written = _replace(folder / "dossier.json", record.encode("utf-8"))
    return written, _replace(folder / "index.html", shown["index.html"].encode("utf-8"))


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
