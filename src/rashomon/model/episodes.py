"""An episode: one incident as one report tells it. The unit that travels."""

from collections.abc import Callable

from rashomon.model.annotations import Modality
from rashomon.model.base import Frozen
from rashomon.model.claims import Claim, WhereValue
from rashomon.model.incidents import RelationType
from rashomon.model.spans import Span
from rashomon.model.times import Interval, Offset
from rashomon.model.voices import Actor, Voice


class TimeFrame(Frozen):
    """When, as far as one report can say: an interval, or an offset from an unknown day."""

    interval: Interval | None
    offset: Offset | None = None
    weight: float = 0.0
    """How much of the telling stands by it, among the times of one episode."""

    def could_meet(self, other: "TimeFrame") -> bool:
        """Whether both may be one time, whatever the unknown days of publication are."""
        if self.interval and other.interval:
            return self.interval.meets(other.interval)
        if self.interval and other.offset:
            return other.offset.could_mean(self.interval, None)
        if self.offset and other.interval:
            return self.offset.could_mean(other.interval, None)
        if self.offset and other.offset:
            return self.offset.same_weekday(other.offset)
        return True

    def could_meet_here(self, other: "TimeFrame") -> bool:
        """The same for two times of one report, which share its day of publication: who says "on
        Monday" of one event says "in April 2023" of another."""
        if self.offset and other.offset and not (self.interval and other.interval):
            return self.offset.meets(other.offset)
        for one, two in ((self, other), (other, self)):
            if one._of_last_week() and two._of_a_month():
                return False
        return self.could_meet(other)

    def _of_last_week(self) -> bool:
        return self.interval is None and self.offset is not None and self.offset.weekday is not None

    def _of_a_month(self) -> bool:
        return self.interval is not None and self.interval.granularity in ("month", "year")


class Site(Frozen):
    """One place of an episode, with what it is part of.

    ``kind`` is a ``PlaceKind``; ``facility``, ``admin1`` and ``within`` (the enclosing settlement)
    are names where known; ``weight`` says how much of the telling stands by it.
    """

    value: WhereValue
    kind: str
    facility: str | None = None
    admin1: str | None = None
    radius_km: float | None = None
    within: str | None = None
    weight: float = 0.0


class Tie(Frozen):
    """What one sentence says of two events: ``mention`` and ``other`` are where they are named,
    ``type`` is what the first is to the second, ``span`` the words that say so."""

    type: RelationType
    mention: int
    other: int
    span: Span


class Episode(Frozen):
    """One incident as one report tells it, made from that report and nothing else.

    ``times`` and ``sites`` come most telling first. ``published`` is the report's publication
    day where known. ``names`` are canonical names in its sentences, ``persons`` those of people;
    ``words`` content lemmas of its sentences; ``prominence`` weighs its mentions by how
    early they come; ``aftermath`` says how much of the report tells what followed (an arrest, a
    hearing, a funeral), 0 to 1; ``stress`` how much each of the ``words`` is said. ``item``: it is
    what an item of a round-up is about, told for its own sake though the report is about no one
    incident.
    """

    id: str
    report: str
    kind: str
    event_type: str | None
    mode: str | None
    modality: Modality
    main: bool
    background: bool
    distinct: str | None
    published: Interval | None
    times: tuple[TimeFrame, ...]
    sites: tuple[Site, ...]
    claims: tuple[Claim, ...]
    voices: tuple[Voice, ...]
    actors: tuple[Actor, ...]
    names: tuple[str, ...]
    persons: tuple[str, ...]
    words: tuple[str, ...]
    mentions: tuple[int, ...]
    prominence: float
    ties: tuple[Tie, ...] = ()
    aftermath: float = 0.0
    stress: tuple[float, ...] = ()
    item: bool = False
    lands: tuple[str, ...] = ()
    """The countries (ISO 3166-1 alpha-2) that its sentences name, by a name, their people, a
    capital or a body of theirs."""
    story: tuple[str, ...] = ()
    """Of what is told in passing: words of the names, places and prose of what its report is mainly
    about."""
    struck: tuple[Claim, ...] = ()
    """What was hit, as thing or site. It joins the record where accounts part on it."""
    plain: tuple[Claim, ...] = ()
    """Who did it in the outlet's plain prose. It joins the record where others say otherwise."""

    def rewritten(self, change: Callable[[Claim], Claim]) -> "Episode":
        """The episode with each of its claims changed, also those that wait for others."""
        return self.model_copy(
            update={
                "claims": tuple(map(change, self.claims)),
                "struck": tuple(map(change, self.struck)),
                "plain": tuple(map(change, self.plain)),
            }
        )
