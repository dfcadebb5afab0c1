"""What could not be read, or was read in a way the user should know of."""

from typing import Literal

from rashomon.model.base import Frozen
from rashomon.model.report import Report

ProblemCode = Literal[
    "missing",
    "unreadable",
    "not-a-file",
    "link",
    "too-large",
    "format",
    "format-later",
    "empty",
    "binary",
    "encoding",
    "broken-gzip",
    "broken-json",
    "broken-characters",
    "record",
    "field",
    "date",
    "no-article",
    "too-long",
    "signs",
    "language",
    "same-file",
    "same-report",
    "same-id",
    "reprint",
    "later",
]


class Problem(Frozen):
    """One thing about one source, in a sentence that says what is wrong and what to do.

    ``fatal``: something was *not read* because of it (exit status 3); otherwise it is a note
    about how it was read.
    """

    source: str
    code: ProblemCode
    message: str
    fatal: bool


class Reading(Frozen):
    """All that was read, in the order of the inputs, and all that was not."""

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]


class NotReadError(Exception):
    """Raised inside this room where a source cannot be read; it becomes a fatal ``Problem``."""

    def __init__(self, code: ProblemCode, message: str) -> None:
        """``message`` is one sentence: what is wrong and what to do."""
        super().__init__(message)
        self.code: ProblemCode = code
        self.message = message

    def about(self, source: str) -> Problem:
        """The problem, under the name of what could not be read."""
        return Problem(source=source, code=self.code, message=self.message, fatal=True)


def note(source: str, code: ProblemCode, message: str) -> Problem:
    """A problem that kept nothing from being read."""
    return Problem(source=source, code=code, message=message, fatal=False)
