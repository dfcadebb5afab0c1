"""What goes into the scales and what comes out."""

from collections.abc import Mapping

from pydantic import Field

from rashomon.model.base import Frozen
from rashomon.model.claims import Claim
from rashomon.model.copies import Copy
from rashomon.model.findings import Finding, Reading, Toll
from rashomon.model.voices import Actor, Voice


class Case(Frozen):
    """Everything that all reports together claim about one incident.

    Voice ids are those of the whole pile (one id for one voice across reports). ``published``
    maps a report's id to its ISO date or date-time; it stands in where a claim has no ``as_of``;
    ``between`` gives the first and the last day on which a report without one can have come out;
    ``letters`` are what the reports bring in for the names of bodies ("UND");
    ``since`` is the first day on which the incident can have happened.
    """

    claims: tuple[Claim, ...]
    voices: Mapping[str, Voice] = Field(default_factory=dict)
    actors: Mapping[str, Actor] = Field(default_factory=dict)
    copies: tuple[Copy, ...] = ()
    published: Mapping[str, str | None] = Field(default_factory=dict)
    between: Mapping[str, tuple[str | None, str | None]] = Field(default_factory=dict)
    letters: Mapping[str, str] = Field(default_factory=dict)
    since: str | None = None


class Weighed(Frozen):
    """The claims, in the order given, with ``used`` and ``why_not`` settled; and what follows."""

    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    killed: Toll
    injured: Toll
    developments: tuple[Reading, ...] = ()
