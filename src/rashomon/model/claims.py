"""One asserted value about an incident, by one source, with the words under it."""

from typing import Literal

from pydantic import Field

from rashomon.model.base import Frozen, WhyNull
from rashomon.model.numbers import NumberRange
from rashomon.model.spans import Span
from rashomon.model.times import Granularity

CountProperty = Literal[
    "killed",
    "injured",
    "casualties",
    "missing",
    "abducted",
    "arrested",
    "displaced",
    "evacuated",
    "participants",
]
Property = Literal[
    "when",
    "where",
    "killed",
    "injured",
    "casualties",
    "missing",
    "abducted",
    "arrested",
    "displaced",
    "evacuated",
    "participants",
    "actor",
    "recipient",
    "responsible",
    "weapon",
    "damage",
    "cause",
    "motive",
    "development",
]
Stance = Literal["asserted", "denied", "unconfirmed", "hedged"]
PersonStatus = Literal["civilian", "combatant", "security-force", "unknown"]
PersonRole = Literal["victim", "perpetrator", "bystander", "unknown"]
ResponsibleRole = Literal["claimed", "accused", "admitted", "denied"]

COUNTED: tuple[CountProperty, ...] = (
    "killed",
    "injured",
    "casualties",
    "missing",
    "abducted",
    "arrested",
    "displaced",
    "evacuated",
    "participants",
)


class WhenValue(Frozen):
    """A time as claimed; null ends where the report alone cannot settle it."""

    earliest: str | None
    latest: str | None
    granularity: Granularity | None
    why_null: WhyNull = Field(default_factory=dict)


class DevelopmentValue(WhenValue):
    """What later came of the incident (a kind of ``kinds.tsv``: "arrest", "verdict"), and when.

    Where its day is not told, ``latest`` is the day on which it was said and ``earliest`` null.
    """

    development: str


class WhereValue(Frozen):
    """A place as claimed; ``precision`` is UCDP's where_prec, 1 (exact) to 7."""

    name: str
    country_code: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    precision: int | None
    why_null: WhyNull = Field(default_factory=dict)


class ActorValue(Frozen):
    """An actor's id."""

    actor: str


class ResponsibleValue(Frozen):
    """An actor's id and what is said of its part."""

    actor: str
    role: ResponsibleRole


class TextValue(Frozen):
    """A value that is only words."""

    text: str


_NO_ACTOR: WhyNull = {"actor": "not-in-scheme"}


class TargetValue(TextValue):
    """A thing or a site that was hit, which is no actor: ``actor`` stands there as null."""

    actor: None = None
    why_null: WhyNull = Field(default_factory=lambda: dict(_NO_ACTOR))


Value = (
    NumberRange
    | WhenValue
    | DevelopmentValue
    | WhereValue
    | ResponsibleValue
    | ActorValue
    | TextValue
    | TargetValue
)
"""Of two that fit the words read back, pydantic takes the first: mere words are no target."""


class Who(Frozen):
    """Who is counted. ``label`` is as written; no label sets a status by itself."""

    label: str
    actor: str | None = None
    side: str | None = None
    status: PersonStatus = "unknown"
    role: PersonRole = "unknown"
    sex: Literal["female", "male"] | None = None
    age_group: Literal["child", "adult", "elderly"] | None = None
    why_null: WhyNull = Field(default_factory=dict)


class ChainLink(Frozen):
    """One hop from the outlet towards the primary source."""

    voice: str
    attribution: str | None
    stance: Stance = "asserted"


class Scope(Frozen):
    """What a figure covers where it is more than this incident: "since the war began"."""

    period: str | None = None
    area: str | None = None
    action: str | None = None


class Claim(Frozen):
    """A value, who says so through whom, and the exact words.

    ``chain`` runs from the outlet to the primary source. ``staff_saw`` marks what the outlet's
    (or agency's) own staff witnessed: then the last hop is primary. ``stance`` is of the whole
    chain. ``as_of`` is the ISO day for which the value was given. ``others``: the words tell what
    somebody did to the counted, who is not among them himself ("killing five"). ``recalled``: the
    figure is named only as one that no longer holds ("not six, as had been reported").
    """

    id: str
    incident: str | None
    property: Property
    value: Value
    who: Who | None
    span: Span
    sentence: Span
    chain: tuple[ChainLink, ...]
    stance: Stance
    as_of: str | None
    scope: Scope | None = None
    counted_by: str | None = None
    partial: bool = False
    additional: bool = False
    others: bool = False
    recalled: bool = False
    corrects: str | None = None
    staff_saw: bool = False
    used: bool = True
    why_not: str | None = None
    why_null: WhyNull = Field(default_factory=dict)

    def primary(self) -> str:
        """The voice at the end of the chain."""
        return self.chain[-1].voice
