"""Reports are untrusted: what may reach the page, and what is shown in its place."""

import hashlib
import re
from urllib.parse import urlsplit

from markupsafe import Markup

REPLACEMENT = "\ufffd"

_HIDDEN = (
    *(code for code in range(0x20) if code not in (0x09, 0x0A)),
    *range(0x7F, 0xA0),
    *range(0x202A, 0x202F),  # embeddings and overrides: they make figures read backwards
    *range(0x2066, 0x206A),  # isolates: one that is never closed swallows what follows
    *range(0xD800, 0xE000),
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),  # invisible tag characters
    0xFEFF,
    *(plane + low for plane in range(0, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF)),
)
_FIRST_STRONG, _END = "\u2068", "\u2069"
_SHOWN = dict.fromkeys(_HIDDEN, REPLACEMENT)
_SHOWN_IN_OURS = {code: _SHOWN[code] for code in _HIDDEN if chr(code) not in _FIRST_STRONG + _END}
_PLAIN_ID = re.compile(r"[A-Za-z0-9_.-]{1,80}")
_UNFIT_FOR_URL = re.compile(r"[\s\x00-\x20\x7f-\x9f\u200b-\u206f\ufeff<>\"\\^`{|}]")


def visible(text: str) -> str:
    """The text with every control character replaced by one that can be seen.

    Tabs and line ends stay; a carriage return becomes a line end. Arabic and Hebrew need no
    overrides to be read, so those are shown as replacements too.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_SHOWN)


class Prose(str):
    """A sentence of ours with names in it, each of which went through ``isolate``."""

    __slots__ = ()


def isolate(name: str) -> str:
    """A name for use within a sentence of ours: it cannot turn the words around it about."""
    return f"{_FIRST_STRONG}{visible(name)}{_END}"


def sentence(text: str) -> str:
    """The text as a sentence: a capital at its head, also of an isolated name, and a full stop."""
    head = 2 if text.startswith(_FIRST_STRONG) else 1
    return text[:head].upper() + text[head:] + "."


def finalize(value: object) -> object:
    """What the templates do with everything they print: no control character gets out."""
    if value is None:
        return ""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return value.translate(_SHOWN_IN_OURS) if isinstance(value, Prose) else visible(value)


def web_address(url: str | None) -> str | None:
    """The url if it may be a link: http or https, with a host and nothing odd in it."""
    if url is None or len(url) > 2000 or _UNFIT_FOR_URL.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def anchor(kind: str, identity: str) -> str:
    """The id of an element: ``report-r1``; ids that do not fit into HTML are hashed."""
    if _PLAIN_ID.fullmatch(identity):
        return f"{kind}-{identity}"
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-x{digest[:16]}"
