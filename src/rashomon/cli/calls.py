"""What the command line asks of the public face; all of it imported when it is asked."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.casework.matching import Matched
    from rashomon.face import AnnotatedReport, Dossier, Progress
    from rashomon.model import dossier as nouns
    from rashomon.model.findings import BestRule, Independent
    from rashomon.model.incidents import Where
    from rashomon.reading import Reading


def read(inputs: Sequence[str], stdin: bytes | None, max_chars: int) -> "Reading":
    """Read files, folders, globs and standard input."""
    from rashomon import face

    return face.read(inputs, stdin=stdin, max_chars=max_chars)


def most_bytes() -> int:
    """The most that is read of one file."""
    from rashomon import reading

    return reading.MAX_BYTES


def known_by(reading: "Reading", as_of: str) -> "Reading":
    """Only what was surely published by then."""
    from rashomon import face

    return face.known_by(reading, as_of)


def compare(
    reading: "Reading", best: "BestRule", as_of: str | None, max_chars: int, progress: "Progress"
) -> "Dossier":
    """The dossier of what was read (and, with ``as_of``, known by then)."""
    from rashomon import face

    return face.compare_read(
        reading, best=best, as_of=as_of, max_chars=max_chars, progress=progress
    )


def load(path: str) -> "Dossier":
    """A dossier that was saved."""
    from rashomon import face

    return face.load(path)


def match(dossier: "Dossier", path: str, name: str) -> "Matched":
    """The rows of a dataset that fit the incidents."""
    return dossier.match(path, name)


def match_sentences(matched: "Matched") -> "Iterator[str]":
    """A comparison as sentences."""
    from rashomon.casework import matching

    return matching.sentences(matched)


def write_matches(matched: "Matched", folder: Path) -> Path:
    """A comparison as a table in ``folder``."""
    from rashomon import publishing
    from rashomon.casework import matching

    return publishing.write_table(matching.table(matched), folder)


def annotate(reading: "Reading", progress: "Progress") -> "Iterator[AnnotatedReport]":
    """The annotations of what was read, report by report."""
    from rashomon import face

    return face.annotate_many(reading.reports, progress)


def place_words(where: "Where") -> str | None:
    """A place from the building to the country, each name once; ``None`` where none is known."""
    from rashomon.publishing import where_text

    told = where_text(where)
    return None if told.absent else told.text


def notes(dossier: "nouns.Dossier") -> tuple[str, ...]:
    """As of when the record is, and whether it was made to be passed on."""
    from rashomon import publishing

    return publishing.notes(dossier)


def independent_words(sources: "Independent") -> str:
    """How many independent sources, as the page says it."""
    from rashomon import publishing

    return publishing.independent_words(sources)


def told_beside(dossier: "nouns.Dossier", most: int) -> "dict[str, tuple[tuple[str, str], ...]]":
    """Of the first incidents, by id: other counts, who is blamed, what the accounts part on."""
    from rashomon import publishing

    return publishing.told_beside(dossier, most)


def schema() -> dict[str, Any]:
    """The JSON Schema of a dossier."""
    from rashomon import face

    return face.schema()
