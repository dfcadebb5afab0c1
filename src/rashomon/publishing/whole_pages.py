"""The two sorts of whole pages: one with everything, and the index of very many incidents."""

from dataclasses import dataclass

from rashomon.publishing.chronology import Chronology
from rashomon.publishing.copy_views import CopyView
from rashomon.publishing.filters import Menu
from rashomon.publishing.movement import Movement
from rashomon.publishing.views import (
    ActorView,
    BaseMap,
    ClaimView,
    Detail,
    IncidentView,
    MapRow,
    MapView,
    MarkView,
    OverviewRow,
    ReportView,
    TimelineRow,
    VoiceView,
    WordingView,
)


@dataclass(frozen=True, slots=True)
class ListRow:
    """An incident in the index of very many: what the table sorts and filters by."""

    row: OverviewRow
    classes: str
    when_key: str
    killed_key: int
    injured_key: int


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index of very many incidents. ``rest`` leads to what is tied to none of them."""

    title: str
    lead: str
    notes: tuple[str, ...]
    rows: tuple[ListRow, ...]
    menus: tuple[Menu, ...]
    bases: tuple[BaseMap, ...]
    map: MapView | None
    map_rows: tuple[MapRow, ...]
    chronology: Chronology | None
    rest: str
    made_with: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page. ``marks`` maps the keys of segments to their links; ``home`` leads to the
    index where the incident has a page of its own. Of the list of incidents the ``first_rows``
    are shown and the rest is folded under the words ``further_rows``."""

    title: str
    lead: str
    home: str
    notes: tuple[str, ...]
    menus: tuple[Menu, ...]
    overview: tuple[OverviewRow, ...]
    first_rows: int
    further_rows: str
    incidents: tuple[IncidentView, ...]
    loose: tuple[ClaimView, ...]
    bases: tuple[BaseMap, ...]
    map: MapView | None
    map_rows: tuple[MapRow, ...]
    chronology: Chronology | None
    movements: tuple[Movement, ...]
    timeline: tuple[TimelineRow, ...]
    wording: WordingView
    voices: tuple[VoiceView, ...]
    actors: tuple[ActorView, ...]
    copies: tuple[CopyView, ...]
    reports: tuple[ReportView, ...]
    marks: dict[str, MarkView]
    made_with: tuple[Detail, ...]
