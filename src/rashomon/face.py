"""The public face: what ``import rashomon`` gives. Everything heavy is imported when called."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import PrivateAttr

from rashomon.model import dossier as nouns
from rashomon.model import incidents as happened
from rashomon.model.annotations import Annotations
from rashomon.model.base import Frozen
from rashomon.model.findings import BestRule
from rashomon.model.report import Report
from rashomon.model.settings import MAX_CHARS, Settings

if TYPE_CHECKING:
    from rashomon.casework.matching import Matched
    from rashomon.publishing import Loss
    from rashomon.reading import Problem, Reading

Input = str | Path | Mapping[str, Any] | Report
Progress = Callable[[int, int], None]
"""Called with how many reports are done, and how many there are."""


class Incident(happened.Incident):
    """An incident that notebooks can show."""

    def _repr_html_(self) -> str:
        from rashomon import publishing

        return publishing.incident_html(self)


class Dossier(nouns.Dossier):
    """A dossier that can be saved, with the problems met while reading its reports."""

    incidents: tuple[Incident, ...]
    _problems: tuple["Problem", ...] = PrivateAttr(default=())

    @property
    def problems(self) -> tuple["Problem", ...]:
        """What could not be read, or was noted while reading."""
        return self._problems

    def explain(self, *things: str) -> tuple[str, ...]:
        """Why the record is as it is, a sentence a line: of an incident ("I1"), of one of its
        findings ("I1", "killed"), or of two reports ("R1", "R2"); without a name, what there is.

        Raises ``ValueError`` where nothing, or more than one thing, goes by a name.
        """
        from rashomon import casework

        return tuple(casework.explain(self, *things))

    def to_frame(self, noun: str = "claims", library: str | None = None) -> Any:
        """One noun as a data frame: incidents, findings, claims, voices, actors, copies, reports.

        ``library`` is "pandas" or "polars"; without it the first of these that is installed.
        Raises ``ValueError`` for another noun and ``ImportError`` where there is no library.
        """
        from rashomon import publishing

        if noun not in publishing.TABLES:
            raise ValueError(f"“{noun}” is none of {', '.join(publishing.TABLES)}")
        columns = publishing.TABLES[noun](self).by_column()
        return _frames(library).DataFrame(columns)

    def public(self, *, with_names: bool = False, exact_places: bool = False) -> "Dossier":
        """The dossier that may be passed on: private names as roles, only quoted sentences,
        coordinates no finer than the settlement."""
        from rashomon import publishing

        made = publishing.redact(self, with_names=with_names, exact_places=exact_places)
        return _own(made, self._problems)

    def export(
        self,
        format: str,
        folder: str | Path,
        *,
        with_names: bool = False,
        exact_places: bool = False,
    ) -> tuple[tuple[Path, ...], tuple["Loss", ...]]:
        """Write the dossier in another format into ``folder``; gives the files, and what the
        format could not hold (also in ``losses.csv`` there).

        Made to be passed on: private names are masked and places blurred unless asked for.
        Raises ``ValueError`` for a format that is not known.
        """
        from rashomon import publishing

        if format not in publishing.FORMATS:
            raise ValueError(f"“{format}” is none of {', '.join(publishing.FORMATS)}")
        masked = self.public(with_names=with_names, exact_places=exact_places)
        return publishing.write_export(masked, format, Path(folder))

    def match(self, path: str | Path, format: str = "csv") -> "Matched":
        """Which rows of an existing dataset (``acled``, ``ucdp`` or any ``csv``) are these
        incidents, with the parts of each score, and where the figures differ.

        Raises ``ValueError`` with the reason where the file is no such table, ``OSError`` where
        it cannot be opened.
        """
        from rashomon.casework import matching

        return matching.match(self, Path(path), format)

    def _repr_html_(self) -> str:
        from rashomon import publishing

        return publishing.dossier_html(self)

    def save(self, folder: str | Path) -> tuple[Path, Path]:
        """Write ``dossier.json`` and ``index.html`` into ``folder`` (made if missing)."""
        from rashomon import publishing

        return publishing.write(self, Path(folder))


class AnnotatedReport(Frozen):
    """One report's annotations, without any linking."""

    id: str
    annotations: Annotations

    def to_dict(self) -> dict[str, Any]:
        """``id`` and the fields of ``annotations`` (CONTRACT.md), ready for JSON."""
        return {"id": self.id, **self.annotations.model_dump(mode="json")}


def read(
    inputs: Iterable[Input], *, max_chars: int = MAX_CHARS, stdin: bytes | None = None
) -> "Reading":
    """Read the inputs into reports; what cannot be read is named in ``problems``."""
    from rashomon import reading

    return reading.read(list(inputs), stdin=stdin, max_chars=max_chars)


def compare(
    inputs: Iterable[Input],
    *,
    best: BestRule = "independent",
    as_of: str | None = None,
    max_chars: int = MAX_CHARS,
    progress: Progress | None = None,
) -> Dossier:
    """Read the inputs, link what they tell, and weigh it.

    ``inputs`` are paths (files, folders, globs), ``Report``s, or mappings with the keys ``id,
    text, title, outlet, published, url`` of which only ``text`` is needed. ``as_of``: an ISO date
    or date-time; only what was surely published by then counts (``ValueError`` if it is neither).
    """
    taken = read(inputs, max_chars=max_chars)
    return compare_read(taken, best=best, as_of=as_of, max_chars=max_chars, progress=progress)


def compare_read(
    read_in: "Reading",
    *,
    best: BestRule = "independent",
    as_of: str | None = None,
    max_chars: int = MAX_CHARS,
    progress: Progress | None = None,
) -> Dossier:
    """The dossier of reports that have been read already."""
    from rashomon import casework

    read_in = known_by(read_in, as_of) if as_of else read_in
    settings = Settings(best=best, as_of=as_of, max_chars=max_chars)
    made = casework.compare(read_in.reports, settings, progress)
    return _own(made, read_in.problems)


def _own(made: nouns.Dossier, problems: tuple["Problem", ...]) -> Dossier:
    """The same as a dossier of this face."""
    incidents = tuple(Incident.model_construct(**_fields(each)) for each in made.incidents)
    dossier = Dossier.model_construct(**{**_fields(made), "incidents": incidents})
    dossier._problems = problems
    return dossier


def _fields(noun: Frozen) -> dict[str, Any]:
    return {name: getattr(noun, name) for name in type(noun).model_fields}


def load(path: str | Path) -> Dossier:
    """A dossier that was saved: ``path`` is its ``dossier.json`` or the folder that holds it.

    Raises ``OSError`` where it cannot be opened and ``ValueError`` where it is no dossier.
    """
    file = Path(path)
    file = file / "dossier.json" if file.is_dir() else file
    return Dossier.model_validate_json(file.read_bytes())


def known_by(read_in: "Reading", as_of: str) -> "Reading":
    """The same reading without what may have been published after ``as_of``; each report left
    out is named in ``problems`` with the reason. Raises ``ValueError`` if ``as_of`` is no date."""
    from rashomon import casework, reading

    known, left = casework.known_by(read_in.reports, as_of)
    notes = tuple(
        reading.Problem(
            source=each.report.source,
            code="later",
            message=f"Left out of what was known by {as_of}: {each.why}.",
            fatal=False,
        )
        for each in left
    )
    return reading.Reading(reports=known, problems=(*read_in.problems, *notes))


def _frames(library: str | None) -> Any:
    """The data frame library that is asked for, else the first that is installed."""
    known = ("pandas", "polars")
    if library is not None and library not in known:
        raise ValueError(f"“{library}” is none of {', '.join(known)}")
    wanted = [library] if library else [name for name in known if find_spec(name)]
    if not wanted:
        raise ImportError("to_frame needs pandas or polars; install one of them")
    return import_module(wanted[0])


def annotate(report: Input) -> AnnotatedReport:
    """Annotate one report; raises ``ValueError`` with the reason where it cannot be read."""
    taken = read([report])
    if not taken.reports:
        raise ValueError(taken.problems[0].message if taken.problems else "no report found")
    return next(annotate_many(taken.reports))


def annotate_many(
    reports: Sequence[Report], progress: Progress | None = None
) -> Iterator[AnnotatedReport]:
    """Annotate reports that have been read, in order."""
    from rashomon import casework

    for done, each in enumerate(casework.annotate(reports, Settings()), start=1):
        if progress:
            progress(done, len(reports))
        yield AnnotatedReport(id=each.report.id, annotations=each.annotations)


def schema() -> dict[str, Any]:
    """The JSON Schema of ``dossier.json``."""
    from rashomon import publishing

    return publishing.schema()
