"""Passages that stand in more than one report, and how they changed on the way."""

from typing import Literal

from pydantic import Field

from rashomon.model.base import Frozen, WhyNull
from rashomon.model.spans import Span

CopyKind = Literal["wire", "statement", "quotation", "reprint", "own-update"]
DriftKind = Literal[
    "attribution-dropped", "number-changed", "hedge-dropped", "hedge-added", "label-changed"
]


class CopySpan(Span):
    """A shared passage where it stands in one report.

    ``containment`` is the share of this passage's word trigrams found in the origin's (of the
    origin itself: 1).
    """

    role: Literal["origin", "copy", "unknown"]
    containment: float = Field(ge=0, le=1)


class Drift(Frozen):
    """What changed between two wordings of one passage."""

    what: DriftKind
    from_: Span = Field(alias="from", serialization_alias="from")
    to: Span


class Copy(Frozen):
    """One passage, everywhere it stands."""

    id: str
    kind: CopyKind
    spans: tuple[CopySpan, ...]
    primary_source: str | None
    drift: tuple[Drift, ...] = ()
    why_null: WhyNull = Field(default_factory=dict)
