"""The formats by their endings, and what is read of each."""

import hashlib
from collections.abc import Iterator
from pathlib import PurePath

from rashomon.reading import records, web
from rashomon.reading.decoding import decode, gunzip, in_two_encodings
from rashomon.reading.drafts import Draft
from rashomon.reading.problems import NotReadError, note
from rashomon.reading.records import Item

TEXT = frozenset({".txt", ".md"})
PAGE = frozenset({".html", ".htm"})
JSON = frozenset({".json"})
JSON_LINES = frozenset({".jsonl"})
LATER = {
    ".xml": "Feeds",
    ".rss": "Feeds",
    ".atom": "Feeds",
    ".warc": "Web archives",
}
_TWO_ENCODINGS = "Its lines are in two encodings, UTF-8 and Windows-1252; each was read in its own."
KNOWN = TEXT | PAGE | JSON | JSON_LINES


def ending(path: str) -> str:
    """The ending that tells the format, in lower case and without ``.gz``."""
    pure = PurePath(path.lower())
    return PurePath(pure.stem).suffix if pure.suffix == ".gz" else pure.suffix


def check_ending(path: str) -> None:
    """Raise ``NotReadError`` where the ending is none that can be read."""
    suffix = ending(path)
    if suffix in LATER:
        raise NotReadError(
            "format-later",
            f"{LATER[suffix]} ({suffix}) cannot be read yet; save the articles as .html or .txt.",
        )
    if suffix not in KNOWN:
        named = f"Files ending in {suffix}" if suffix else "Files without an ending"
        raise NotReadError(
            "format", f"{named} cannot be read; give .txt, .md, .html, .json or .jsonl."
        )


def read_bytes(data: bytes, path: str, suffix: str | None = None) -> Iterator[Item]:
    """The reports in one file's bytes; ``suffix`` ``None`` means: tell the format from them.

    Raises ``NotReadError`` where nothing of the file can be read.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    data = gunzip(data)
    text = in_two_encodings(data)
    if text is None:
        text = decode(data, html=suffix in PAGE or suffix is None)
    else:
        yield note(path, "encoding", _TWO_ENCODINGS)
    suffix = _told(text) if suffix is None else suffix
    if suffix in JSON:
        yield from records.read_json(text, path)
    elif suffix in JSON_LINES:
        yield from records.read_json_lines(text, path)
    elif suffix in PAGE:
        yield web.read_page(text, path, path, sha256)
    else:
        yield Draft(label=path, text=text, path=path, sha256=sha256, plain=True)


def _told(text: str) -> str:
    """The ending that fits a text from standard input."""
    start = text.lstrip()
    if web.looks_like_html(text):
        return ".html"
    if not start.startswith(("{", "[{", "[ {", "[\n")):
        return ".txt"
    first = start.split("\n", 1)[0].rstrip()
    more = start[len(first) :].strip()
    return ".jsonl" if first.startswith("{") and first.endswith("}") and more else ".json"
