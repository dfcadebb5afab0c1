"""What the templates show: plain values, everything decided, nothing left to work out."""

from dataclasses import dataclass

from rashomon.publishing.book import Ref
from rashomon.publishing.copy_views import BorrowedView
from rashomon.publishing.hostile import Prose
from rashomon.publishing.marks import Segment
from rashomon.publishing.ranges import Bar
from rashomon.publishing.tollchart import TollChart


@dataclass(frozen=True, slots=True)
class StatusView:
    """How sure: ``code`` picks the shape, ``word`` and ``meaning`` are for people."""

    code: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Hop:
    """One voice of a chain; ``cue`` is its verb as written, ``stance`` empty if it asserts."""

    voice: Ref
    cue: str
    stance: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its words. ``anchor`` is empty where the card stands elsewhere on the page."""

    anchor: str
    classes: str
    ref: Ref
    mark: Ref
    report: Ref
    property: str
    value: str
    quote: tuple[Segment, ...]
    chain: tuple[Hop, ...]
    stance: str
    notes: tuple[str, ...]
    corrects: Ref | None
    left_out: str


@dataclass(frozen=True, slots=True)
class Branch:
    """A voice with the claims that end in it and those who hand it on."""

    voice: Ref
    kind: str
    claims: tuple[Ref, ...]
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Joint:
    """Primary sources that count once. ``reason`` is empty where there is but one; ``named``
    where somebody stands behind it, so that it counts for certain."""

    reason: str
    named: bool
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class ReadingView:
    """One value with all who stand behind it."""

    value: str
    bar: Bar | None
    independent: str
    sources: tuple[Ref, ...]
    claims: tuple[ClaimView, ...]
    joints: tuple[Joint, ...]
    is_best: bool


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Where accounts part. ``history``: a replaced figure, no disagreement. ``pairs``: the
    record's own sentences, where several are told in one."""

    type: str
    property: str
    explanation: str
    pairs: tuple[str, ...]
    claims: tuple[Ref, ...]
    history: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    """All accounts of one property. ``behind``: who its independent sources are."""

    anchor: str
    title: str
    label: str
    value: str
    best: str
    chart: TollChart | None
    status: StatusView
    independent: str
    behind: str
    derivation: str
    conflicts: tuple[ConflictView, ...]
    readings: tuple[ReadingView, ...]
    left_out: tuple[ClaimView, ...]
    open: bool
    number: bool


@dataclass(frozen=True, slots=True)
class GlanceRow:
    """One line of an incident at a glance.

    ``absent``: ``value`` says why there is none. ``claims`` stand in where no finding weighs
    them; ``part``: a group within the line above.
    """

    label: str
    value: str
    note: str
    href: str | None
    status: StatusView | None
    independent: str
    chart: TollChart | None
    claims: tuple[Ref, ...]
    part: bool
    absent: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """A term and what is to be said of it."""

    term: str
    text: str
    absent: bool = False


@dataclass(frozen=True, slots=True)
class RelationView:
    """How an incident is said to hang on another; ``words`` with the report that has them."""

    type: str
    incident: Ref
    words: tuple[tuple[str, Ref], ...]
    claims: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class DevelopmentView:
    """What followed, on which day, with all who tell of it."""

    anchor: str
    name: str
    day: str
    independent: str
    claims: tuple[ClaimView, ...]
    joints: tuple[Joint, ...]


@dataclass(frozen=True, slots=True)
class SilentRow:
    """Who is silent on a property. ``said``: each report's claims on it, in the order of the
    columns; ``silent``: whether it is, which it may not be where no claim is shown."""

    property: str
    said: tuple[tuple[Ref, ...], ...]
    silent: tuple[bool, ...]
    reports: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class LinkView:
    """Why a report's episode is counted to an incident; ``sure`` is its score in words."""

    report: Ref
    score: str
    sure: str
    because: str


@dataclass(frozen=True, slots=True)
class BaseMap:
    """Outlines in the units of a map: ``own`` is the country that it is about. ``names``: each
    country with the middle and the size of what is seen of it, and whether it is that one."""

    anchor: str
    land: str
    own: str
    names: tuple[tuple[str, tuple[float, float], float, bool], ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A circle on a map, with its name beside it. ``to_scale``: as large as it is in truth."""

    x: float
    y: float
    r: float
    name: str
    label_x: float
    label_y: float
    end: str
    to_scale: bool


@dataclass(frozen=True, slots=True)
class MapLabel:
    """The name of a country."""

    text: str
    x: int
    y: int
    own: bool


@dataclass(frozen=True, slots=True)
class MapView:
    """A map over the outlines ``base``; ``length`` is that of its scale bar, ``alt`` its text."""

    base: str
    spots: tuple[Spot, ...]
    labels: tuple[MapLabel, ...]
    length: float
    scale: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class MapRow:
    """An incident in the table beside the map."""

    number: int
    incident: Ref
    where: str
    point: str
    reach: str
    told: str


@dataclass(frozen=True, slots=True)
class Usage:
    """Words, how often, and in which reports; or a name, and how often it uses them."""

    text: str
    count: int
    reports: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact, and every wording of it."""

    incident: Ref
    property: str
    value: str
    usages: tuple[Usage, ...]


@dataclass(frozen=True, slots=True)
class LabelRow:
    """What an actor is called: by whom as his own word, by whom in quotation."""

    actor: Ref
    label: str
    own: tuple[Usage, ...]
    quoted: tuple[Usage, ...]


@dataclass(frozen=True, slots=True)
class WordingView:
    """The ledger of words."""

    facts: tuple[FactView, ...]
    labels: tuple[LabelRow, ...]


@dataclass(frozen=True, slots=True)
class IncidentView:
    """One incident. ``brief``: its toll and conflicts in a few words, for where it is folded."""

    anchor: str
    parting: str
    title: str
    kicker: str
    open: bool
    brief: str
    summary: Prose
    further: Prose
    map: MapView | None
    glance: tuple[GlanceRow, ...]
    conflicts: tuple[ConflictView, ...]
    lesser: tuple[ConflictView, ...]
    history: tuple[ConflictView, ...]
    findings: tuple[FindingView, ...]
    developments: tuple[DevelopmentView, ...]
    other: tuple[ClaimView, ...]
    details: tuple[Detail, ...]
    relations: tuple[RelationView, ...]
    columns: tuple[Ref, ...]
    silent: tuple[SilentRow, ...]
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One incident in the list of all. ``parted``: what its accounts part on; ``parting`` leads
    there."""

    incident: Ref
    parting: str
    when: str
    where: str
    killed: Detail
    injured: Detail
    reports: int
    parted: str


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """An incident, a publication or a figure; ``sure`` says how the time is known.

    ``kind`` is a CSS class, ``sort`` its word; ``claims`` carry a figure.
    """

    time: str
    kind: str
    sort: str
    what: Ref
    sure: str
    dated: bool
    claims: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class NameView:
    """A spelling, how often, and where."""

    text: str
    count: int
    reports: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One who speaks. ``first_hand``: claims that end in it; ``relays``: those it hands on."""

    anchor: str
    name: str
    kind: str
    notes: tuple[str, ...]
    actor: Ref | None
    names: tuple[NameView, ...]
    first_hand: tuple[Ref, ...]
    relays: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class LabelUse:
    """Who uses a label in one manner, how often, and in which reports."""

    by: str
    count: int
    reports: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class LabelView:
    """What an actor is called, and by whom."""

    label: str
    uses: tuple[LabelUse, ...]


@dataclass(frozen=True, slots=True)
class SaidOf:
    """Something stated of two actors, with the words."""

    who: Ref
    words: str
    report: Ref


@dataclass(frozen=True, slots=True)
class ActorView:
    """One who acts or is acted upon."""

    anchor: str
    name: str
    kind: str
    names: tuple[NameView, ...]
    labels: tuple[LabelView, ...]
    part_of: tuple[SaidOf, ...]
    not_the_same_as: tuple[SaidOf, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph of a report. ``kind`` is a CSS class; ``caption`` names a section."""

    kind: str
    caption: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report in full. ``classes``: by what it is filtered."""

    anchor: str
    tag: str
    classes: str
    name: str
    title: str
    published: str
    address: str | None
    source: str
    details: tuple[Detail, ...]
    incidents: tuple[Ref, ...]
    claims: int
    open: bool
    borrowed: tuple[BorrowedView, ...]
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class MarkView:
    """A claim's mark in a report: its own id, and the claim it leads to."""

    anchor: str
    claim: Ref
    classes: str
