"""Paths, folders, globs and standard input → files in a fixed order."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from rashomon.reading.decoding import MAX_BYTES
from rashomon.reading.formats import check_ending
from rashomon.reading.problems import NotReadError, Problem, note

STDIN = "-"
MAX_FILES = 1_000_000
_MAGIC = frozenset("*?[")

Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: the path that names it, and the real one that tells it from others."""

    path: str
    real: str


def files_of(given: str) -> Iterator[File | Problem]:
    """The files that one input means: itself, a folder's, or a glob's, in order of their paths."""
    path = Path(given)
    try:
        if given == STDIN:
            yield File(path=STDIN, real=STDIN)
        elif path.is_dir():
            yield from _in_folder(path)
        elif path.exists() or path.is_symlink() or not _MAGIC & set(given):
            yield from _checked(path)
        else:
            yield from _matching(given)
    except NotReadError as error:
        yield error.about(_shown(given))
    except (OSError, ValueError) as error:
        yield _unreadable(error).about(_shown(given))


def once(items: Iterable[Other | File | Problem]) -> Iterator[Other | File | Problem]:
    """Each file once, under the least of its names; a note for each time it came again."""
    held = list(items)
    least: dict[str, File] = {}
    for item in held:
        if isinstance(item, File):
            least[item.real] = min(least.get(item.real, item), item, key=lambda file: file.path)
    done: set[str] = set()
    for item in held:
        if not isinstance(item, File):
            yield item
        elif item.real in done:
            yield note(item.path, "same-file", "It was given more than once and read once.")
        else:
            done.add(item.real)
            yield least[item.real]


def load(file: File) -> bytes:
    """The bytes of a file. Raises ``NotReadError``, also where there are too many."""
    try:
        with Path(file.real).open("rb") as stream:
            return bounded(stream.read(MAX_BYTES + 1))
    except OSError as error:
        raise _unreadable(error) from error


def bounded(data: bytes) -> bytes:
    """The same bytes; raises ``NotReadError`` where they are more than ``MAX_BYTES``."""
    if len(data) > MAX_BYTES:
        raise NotReadError(
            "too-large", f"It is larger than {MAX_BYTES // 2**20} MB; split it first."
        )
    return data


def _in_folder(folder: Path) -> Iterator[File | Problem]:
    """Every file below, hidden ones apart. Links are not followed: one may lead anywhere."""
    found = False
    root = folder.resolve()
    shut: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=shut.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names + [n for n in folders if Path(place, n).is_symlink()]):
            if not name.startswith("."):
                found = True
                yield from _below(root, Path(place, name))
    for error in shut:
        yield _unreadable(error).about(_shown(str(error.filename or folder)))
    if not found and not shut:
        raise NotReadError("missing", "There is no file in this folder; give one with reports.")


def _below(root: Path, path: Path) -> Iterator[File | Problem]:
    if not path.is_symlink():
        yield from _checked(path)
    elif not path.resolve().is_relative_to(root):
        yield NotReadError(
            "link", "It is a link that leads out of its folder; name its target to have it read."
        ).about(_shown(str(path)))


def _matching(pattern: str) -> Iterator[File | Problem]:
    """The files of a glob; those of the folders that it finds too. Links are not walked."""
    whole = Path(pattern)
    below = Path(whole.anchor or ".")
    paths = sorted(islice(below.glob(str(whole.relative_to(whole.anchor))), MAX_FILES))
    paths = [path for path in paths if not any(part.startswith(".") for part in path.parts)]
    if not paths:
        raise NotReadError("missing", "No file matches this pattern; check its spelling.")
    for path in paths:
        if not path.is_dir():
            yield from _checked(path)
        elif "**" not in pattern:  # which finds what is in a folder by itself
            yield from _in_folder(path)


def _checked(path: Path) -> Iterator[File | Problem]:
    """The file, or why it is none that can be read."""
    name = _shown(os.path.normpath(path))
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise NotReadError("not-a-file", "It is not an ordinary file; give a file or a folder.")
        check_ending(name)
        yield File(path=Path(name).as_posix(), real=os.path.realpath(path))
    except NotReadError as error:
        yield error.about(name)
    except (OSError, RuntimeError) as error:
        yield _unreadable(error).about(name)


def _shown(path: str) -> str:
    """The path as text, also where the file system's name is no valid UTF-8."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _unreadable(error: Exception) -> NotReadError:
    if isinstance(error, FileNotFoundError):
        return NotReadError("missing", "There is no such file or folder; check the spelling.")
    if isinstance(error, PermissionError):
        return NotReadError("unreadable", "It may not be opened by you; change its permissions.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return NotReadError("unreadable", f"It cannot be opened ({reason}); check the file.")
