"""The way through this room: inputs → files → drafts → reports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike, fspath

from rashomon.model.report import Report
from rashomon.model.settings import MAX_CHARS
from rashomon.reading import files, formats, pile, records
from rashomon.reading.drafts import Draft
from rashomon.reading.files import File
from rashomon.reading.problems import NotReadError, Problem, Reading
from rashomon.reading.records import Item

Input = str | PathLike[str] | Mapping[str, object] | Report


@dataclass(frozen=True, slots=True)
class _Given:
    """An input that is no file, with the name that messages call it by."""

    label: str
    content: Mapping[str, object] | Report


def read(
    inputs: Sequence[Input], *, stdin: bytes | None = None, max_chars: int = MAX_CHARS
) -> Reading:
    """Read every input: files, folders, globs, ``-``, mappings and reports.

    ``stdin`` is what ``-`` stands for. Bad input raises nothing: what could not be read is in
    ``problems``, and the rest in ``reports``, in the order of the inputs.
    """
    accepted: list[Draft] = []
    problems: list[Problem] = []
    for item in _items(inputs, stdin):
        if isinstance(item, Problem):
            problems.append(item)
            continue
        try:
            accepted.append(pile.accept(item, max_chars))
            problems += pile.doubts(item)
        except NotReadError as error:
            problems.append(error.about(item.label))
    reports, notes = pile.finish(accepted)
    return Reading(reports=reports, problems=(*problems, *notes))


def _items(inputs: Iterable[Input], stdin: bytes | None) -> Iterator[Item]:
    """What every input gives, one after the other; each file once."""
    for each in files.once(_sources(inputs)):
        if isinstance(each, Problem):
            yield each
        elif isinstance(each, File):
            yield from _of_file(each, stdin)
        elif isinstance(each.content, Report):
            yield _of_report(each.content)
        else:
            yield from records.read_mapping(each.content, each.label, None)


def _sources(inputs: Iterable[Input]) -> Iterator[_Given | File | Problem]:
    for number, each in enumerate(inputs, start=1):
        if isinstance(each, Report):
            yield _Given(each.source, each)
        elif isinstance(each, Mapping):
            given = each.get("id") or each.get("url")
            yield _Given(given if isinstance(given, str) else f"report {number}", each)
        elif isinstance(each, str | PathLike):
            yield from files.files_of(fspath(each))
        else:
            raise TypeError(f"a path, a mapping or a Report is wanted, not {type(each).__name__}")


def _of_file(file: File, stdin: bytes | None) -> Iterator[Item]:
    try:
        if file.path != files.STDIN:
            yield from formats.read_bytes(files.load(file), file.path, formats.ending(file.path))
        elif stdin is None:
            raise NotReadError("missing", "There is nothing on standard input; pipe a text to it.")
        else:
            yield from formats.read_bytes(files.bounded(stdin), file.path)
    except NotReadError as error:
        yield error.about(file.path)


def _of_report(report: Report) -> Draft:
    """A report that was made elsewhere: it keeps all that it has."""
    return Draft(
        label=report.source,
        text=report.text,
        url=report.url,
        id=report.id,
        sha256=report.sha256,
        title=report.title,
        outlet=report.outlet,
        published=report.published,
        published_basis=report.published_basis,
        language=report.language,
        source=report.source,
    )
