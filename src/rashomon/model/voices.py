"""Who speaks (voices) and who acts (actors), with every name they go by."""

from typing import Literal

from pydantic import Field

from rashomon.model.annotations import VoiceKind
from rashomon.model.base import Frozen, WhyNull
from rashomon.model.spans import Span

ActorKind = Literal["state", "armed-group", "organisation", "person", "crowd"]


class NameSpan(Frozen):
    """One place where a voice is named."""

    text: str
    report: str
    start: int
    end: int


class Voice(Frozen):
    """One who says something, under all the names used for it.

    ``names`` may be empty for an outlet that no report names in its text.
    """

    id: str
    name: str
    kind: VoiceKind
    names: tuple[NameSpan, ...] = ()
    actor: str | None = None
    country: str | None = None
    command: str | None = None
    why_null: WhyNull = Field(default_factory=dict)


class ActorName(Frozen):
    """One spelling of an actor, how often and where."""

    text: str
    count: int
    reports: tuple[str, ...]


class PartOf(Frozen):
    """A stated membership: "operates under the umbrella of …"."""

    actor: str
    span: Span


class NotTheSame(Frozen):
    """A stated difference: "a separate force from …"."""

    name: str
    actor: str | None = None
    span: Span


class Label(Frozen):
    """What somebody calls an actor, and whether in the outlet's own voice or quoted."""

    label: str
    span: Span
    voice: str | None
    own_voice: bool


class ActorLink(Frozen):
    """Why a name is held for the actor's: ``score`` says how sure that is, 0 to 1."""

    name: str
    reports: tuple[str, ...]
    score: float
    because: str


class Actor(Frozen):
    """One who acts or is acted upon.

    ``roles`` are the offices, ranks and trades by which reports tell who a person is, in lower
    case; ``links`` say for each actor of a report that was merged into this one why.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    part_of: tuple[PartOf, ...] = ()
    names: tuple[ActorName, ...] = ()
    not_the_same_as: tuple[NotTheSame, ...] = ()
    labels: tuple[Label, ...] = ()
    roles: tuple[str, ...] = ()
    links: tuple[ActorLink, ...] = ()
    why_null: WhyNull = Field(default_factory=dict)
