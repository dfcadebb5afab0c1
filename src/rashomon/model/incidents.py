"""One thing in the world, as all reports together tell it."""

from typing import Literal

from pydantic import Field

from rashomon.model.annotations import Modality
from rashomon.model.base import Frozen, WhyNull
from rashomon.model.claims import WhereValue
from rashomon.model.findings import Finding, Reading, Toll
from rashomon.model.spans import Span
from rashomon.model.times import Granularity

RelationType = Literal["follows", "retaliation-for", "part-of", "caused-by", "compared-with"]


class When(Frozen):
    """When it happened. ``edtf`` is Extended Date/Time Format; ``precision`` UCDP's date_prec."""

    earliest: str | None
    latest: str | None
    granularity: Granularity | None
    edtf: str | None
    precision: int | None
    why_null: WhyNull = Field(default_factory=dict)


class Where(Frozen):
    """Where it happened: the narrowest settlement, with what lies in and around it."""

    name: str | None
    facility: str | None
    admin1: str | None
    country: str | None
    country_code: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    geonameid: int | None
    precision: int | None
    sites: tuple[WhereValue, ...] = ()
    why_null: WhyNull = Field(default_factory=dict)


class AcledType(Frozen):
    """ACLED's event and sub-event type."""

    event_type: str
    sub_event_type: str


class Relation(Frozen):
    """How this incident hangs on another: the claims of motive or cause that say so, and in
    ``spans`` all words that do."""

    type: RelationType
    incident: str
    claims: tuple[str, ...]
    spans: tuple[Span, ...] = ()


class Link(Frozen):
    """Why one report's episode is counted to this incident: a score and its named parts."""

    report: str
    episode: str
    score: float
    because: str


class Incident(Frozen):
    """One record per real incident.

    ``developments`` are what came of it later, by day: each a reading whose value is a
    ``DevelopmentValue``, with all who tell of it.
    """

    id: str
    title: str
    kind: str
    event_type: str | None
    mode: str | None
    acled: AcledType | None
    modality: Modality
    reports: tuple[str, ...]
    main_in: tuple[str, ...]
    when: When
    where: Where
    killed: Toll
    injured: Toll
    findings: tuple[Finding, ...] = ()
    developments: tuple[Reading, ...] = ()
    relations: tuple[Relation, ...] = ()
    silent_reports: dict[str, tuple[str, ...]]
    links: tuple[Link, ...] = ()
    why_null: WhyNull = Field(default_factory=dict)
