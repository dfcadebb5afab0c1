"""What the accounts of one incident amount to, and where they part."""

from typing import Literal

from pydantic import Field

from rashomon.model.base import Frozen, WhyNull
from rashomon.model.claims import Property, Value, Who

Status = Literal["agreed", "compatible", "disputed", "single-source"]
BestBasis = Literal["independent", "latest", "lowest", "none", "floor", "sum", "rest"]
BestRule = Literal["independent", "latest", "lowest", "none"]
ConflictType = Literal[
    "contradiction",
    "superseded",
    "different-scope",
    "different-category",
    "vague",
    "denial",
]


class Independent(Frozen):
    """How many independent primary sources stand behind a value, at least and at most."""

    low: int
    high: int


class Collapsed(Frozen):
    """Claims that count once, and why."""

    claims: tuple[str, ...]
    reason: str


class Reading(Frozen):
    """One value and all who stand behind it."""

    value: Value
    claims: tuple[str, ...]
    primary_sources: tuple[str, ...]
    independent: Independent
    collapsed: tuple[Collapsed, ...] = ()


class Conflict(Frozen):
    """Where accounts part: what kind of difference it is, in one sentence for a reader."""

    type: ConflictType
    claims: tuple[str, ...]
    explanation: str


class Finding(Frozen):
    """One property of one incident over all claims: a range of claims, no confidence interval."""

    id: str
    property: Property
    who: Who | None
    status: Status
    low: int | None = None
    best: int | None = None
    high: int | None = None
    open: bool = False
    best_basis: BestBasis | None = None
    derivation: str
    independent: Independent
    readings: tuple[Reading, ...]
    conflicts: tuple[Conflict, ...] = ()
    why_null: WhyNull = Field(default_factory=dict)


class TollPart(Frozen):
    """The same range for one group of people."""

    who: Who
    low: int | None
    best: int | None
    high: int | None
    finding: str | None = None
    why_null: WhyNull = Field(default_factory=dict)


class Toll(Frozen):
    """The killed or injured of an incident."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    open: bool = False
    best_basis: BestBasis | None = None
    status: Status | None = None
    parts: tuple[TollPart, ...] = ()
    finding: str | None = None
    why_null: WhyNull = Field(default_factory=dict)
