"""What every noun of Rashomon has in common: frozen, strict, and honest about what is missing."""

import hashlib
import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

NullReason = Literal["not-stated", "vague", "unresolved", "ambiguous", "not-read", "not-in-scheme"]
"""Why a value is absent (CONTRACT.md, dossier.json): never a guess, always a code."""


class Frozen(BaseModel):
    """A value that cannot change and accepts no field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


WhyNull = dict[str, NullReason]
"""field name -> reason, for each field of the object that is ``None``."""


_HALF = 8
"""Hex digits of each half of an id."""

_WHOLE_ID = re.compile(rf"\b([a-z][0-9a-f]{{{_HALF}}})[0-9a-f]{{{_HALF}}}\b")


def content_id(prefix: str, *parts: object, source: str = "") -> str:
    """An id made from content alone: ``prefix`` and twice 8 hex digits of a SHA-256.

    The first 8 hang on what is said, the last also on the ``source`` that it was read from, be it
    that of a part that is itself an id. So what is sorted by its id lies in the same order
    wherever the files lie. The parts are joined with a separator that cannot occur in reports, so
    that ``("ab", "c")`` and ``("a", "bc")`` differ.
    """
    joined = _joined(*parts)
    said = _WHOLE_ID.sub(r"\1", joined)
    return f"{prefix}{_digits(said)}{_digits(_joined(joined, source))}"


def _joined(*parts: object) -> str:
    return "\x1f".join(str(part) for part in parts)


def _digits(said: str) -> str:
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:_HALF]
