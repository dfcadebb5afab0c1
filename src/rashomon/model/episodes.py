"""An episode: one incident as one report tells it. The unit that travels."""

from rashomon.model.annotations import Modality
from rashomon.model.base import Frozen
from rashomon.model.claims import Claim, WhereValue
from rashomon.model.times import Interval, Offset
from rashomon.model.voices import Actor, Voice


class TimeFrame(Frozen):
    """When, as far as one report can say: an interval, or an offset from an unknown day."""

    interval: Interval | None
    offset: Offset | None = None


class Site(Frozen):
    """One place of an episode, with what it is part of.

    ``kind`` is a ``PlaceKind``; ``facility`` and ``admin1`` are names where known.
    """

    value: WhereValue
    kind: str
    facility: str | None = None
    admin1: str | None = None
    radius_km: float | None = None


class Episode(Frozen):
    """One incident as one report tells it, made from that report and nothing else.

    ``times`` and ``sites`` come most telling first. ``published`` is the report's publication
    interval where known. ``names`` are canonical names that play a part; ``words`` content
    lemmas near its mentions; ``prominence`` counts its mentions. ``follows`` holds the
    starts of mentions that say this came after or because of another episode's.
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
    words: tuple[str, ...]
    mentions: tuple[int, ...]
    prominence: int
