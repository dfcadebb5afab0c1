"""What every noun of Rashomon has in common: frozen, strict, and honest about what is missing."""

import hashlib
from typing import Literal

from pydantic import BaseModel, ConfigDict

NullReason = Literal["not-stated", "vague", "unresolved", "ambiguous", "not-read", "not-in-scheme"]
"""Why a value is absent (CONTRACT.md, dossier.json): never a guess, always a code."""


class Frozen(BaseModel):
    """A value that cannot change and accepts no field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


WhyNull = dict[str, NullReason]
"""field name -> reason, for each field of the object that is ``None``."""


def content_id(prefix: str, *parts: object) -> str:
    """An id made from content alone: ``prefix`` and the first 12 hex digits of a SHA-256.

    The parts are joined with a separator that cannot occur in reports, so that
    ``("ab", "c")`` and ``("a", "bc")`` differ.
    """
    joined = "\x1f".join(str(part) for part in parts)
    return f"{prefix}{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
