"""A report on its way from bytes to ``Report``: what a format gave, before anything is decided."""

from dataclasses import dataclass

from rashomon.model.report import PublishedBasis


@dataclass(frozen=True, slots=True)
class Draft:
    """One text with what came along with it.

    ``label`` names it in messages (path, path and line, or position). ``path`` is ``None`` for
    what did not come from a file. ``sha256`` is of the raw bytes, or ``None`` where the text is
    one record of several and its own UTF-8 bytes are to be hashed. ``plain`` says that title,
    outlet and day may be looked for at the head of the text.
    """

    label: str
    text: str
    path: str | None = None
    url: str | None = None
    id: str | None = None
    sha256: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = "unknown"
    language: str | None = None
    source: str | None = None
    plain: bool = False
