"""What the language room finds in one report (CONTRACT.md, ``annotations``)."""

from typing import Literal

from pydantic import Field

from rashomon.model.base import Frozen, WhyNull
from rashomon.model.charges import Charge
from rashomon.model.numbers import NumberRange
from rashomon.model.report import Report
from rashomon.model.spans import Piece
from rashomon.model.times import Granularity, Interval, Offset

SectionKind = Literal["dateline", "block-quote", "post", "caption", "tags", "credit", "furniture"]
ItemKind = Literal["numbered", "bullet", "timed", "headed"]
PlaceKind = Literal[
    "continent", "country", "admin1", "admin2", "settlement", "facility", "natural", "relative"
]
NameKind = Literal[
    "person", "group", "agency", "outlet", "office", "organisation", "state", "force", "demonym"
]
AttributionKind = Literal["direct", "indirect", "block", "post"]
Polarity = Literal["affirmed", "denied", "unconfirmed"]
VoiceKind = Literal["agency", "outlet", "official", "state", "group", "person", "unnamed"]
Modality = Literal["actual", "alleged", "planned", "hypothetical"]
CountBasis = Literal["numeral", "vague", "article", "name", "definite", "plural", "none"]
ArgumentRole = Literal["actor", "recipient", "weapon", "place", "time", "cause", "damage"]

NOT_PROSE: frozenset[SectionKind] = frozenset({"tags", "credit", "furniture", "caption"})
"""Sections in which the report tells nothing."""


class Sentence(Frozen):
    """Where a sentence stands."""

    start: int
    end: int


class Section(Frozen):
    """A stretch of the report that is not the outlet's running prose, or not its own words.

    ``speaker`` is who speaks in it, as written ("The Associated Press", a post's author);
    ``voice`` the id of that voice in a dossier. ``handle`` and ``posted`` (ISO date) are a
    post's. ``certain`` is false where the end of the block had to be inferred.
    """

    start: int
    end: int
    kind: SectionKind
    voice: str | None = None
    speaker: str | None = None
    handle: str | None = None
    posted: str | None = None
    certain: bool = True


class Item(Frozen):
    """An item of a list. ``head`` is the word or two that it opens with ("- *Orrin*: Two men …"),
    ``body`` where what it tells begins."""

    start: int
    end: int
    kind: ItemKind
    head: Piece | None = None
    body: int


class TimeMention(Piece):
    """A time expression: TIMEX3 ``timex`` and ``type``, and the interval it means.

    ``anchor`` says against what it was resolved. Where the publication day is unknown,
    ``offset`` says how it hangs on it and the interval is null. ``rule`` names the rule;
    ``governors`` are lemmas of the nouns over it up to the first verb ("arrest").
    """

    timex: str | None
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    earliest: str | None
    latest: str | None
    granularity: Granularity | None
    anchor: Literal["publication", "text", "event", "none"]
    rule: str
    offset: Offset | None = None
    governors: tuple[str, ...] = ()
    why_null: WhyNull = Field(default_factory=dict)

    @property
    def interval(self) -> Interval | None:
        """The interval, where it is known."""
        if self.earliest is None or self.latest is None or self.granularity is None:
            return None
        return Interval(earliest=self.earliest, latest=self.latest, granularity=self.granularity)


class PlaceMention(Piece):
    """A place name or a described place ("a base near Kirkuk").

    Coordinates are decimal degrees (WGS 84) from the gazetteer; for a facility or a relative
    place those of the enclosing settlement, named in ``within``. ``radius_km`` says how far off
    they may be. ``evidence`` names what chose this place among its namesakes.
    """

    name: str
    kind: PlaceKind
    country_code: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    admin1: str | None = None
    within: str | None = None
    radius_km: float | None = None
    population: int | None = None
    evidence: str | None = None
    why_null: WhyNull = Field(default_factory=dict)


class CountMention(Piece):
    """A number of people, in digits, words, or implied by the noun phrase.

    ``start``–``end`` are the number's words (for ``article``, ``name``, ``definite``,
    ``plural`` those of the phrase); ``noun`` is the head that is counted, ``phrase`` the
    whole noun phrase ("two members of the Iraqi Security Forces"). ``partial``: said to be
    part of another count ("including two children"); ``additional``: "two others", "three more".
    """

    low: int | None
    high: int | None
    approximate: bool
    noun: str | None
    basis: CountBasis
    phrase: Piece
    partial: bool = False
    additional: bool = False

    @property
    def range(self) -> NumberRange:
        """The number as a range."""
        return NumberRange(low=self.low, high=self.high, approximate=self.approximate)


class NameMention(Piece):
    """A name. ``canonical`` is the lexicon's key for it ("Associated Press"), else the full
    form of the name in this report ("Esper" → "Mark Esper"), else as written."""

    kind: NameKind
    canonical: str
    country: str | None = None


class Attribution(Frozen):
    """Who says what: source, cue, content (PARC 3.0's terms).

    ``name`` is the source's resolved name ("he" → "Donald Trump"), ``voice_kind`` what kind of
    voice it is. ``hedged``: the cue itself is unsure ("fears", "appears to", "reportedly").
    ``parent`` is the attribution whose content holds this one.
    """

    id: str
    source: Piece | None
    cue: Piece | None
    content: tuple[Piece, ...]
    kind: AttributionKind
    polarity: Polarity = "affirmed"
    hedged: bool = False
    parent: str | None = None
    voice: str | None = None
    name: str | None = None
    voice_kind: VoiceKind = "unnamed"
    why_null: WhyNull = Field(default_factory=dict)


class Argument(Frozen):
    """A phrase that plays a role in an event."""

    role: ArgumentRole
    start: int
    end: int


class EventMention(Piece):
    """An event as its trigger tells it; ``exact`` is the trigger.

    ``affects`` is the property this trigger counts ("killed" → ``killed``), or ``None``.
    ``tied_to`` is the start of another trigger whose event the grammar makes this part of
    ("killed *in the strikes*"). ``distinct`` holds the words that set it apart ("a second",
    "separate"); ``background_because`` the reason for ``background``.
    """

    kind: str
    event_type: str | None
    mode: str | None
    modality: Modality = "actual"
    negated: bool = False
    background: bool = False
    arguments: tuple[Argument, ...] = ()
    incident: str | None = None
    affects: str | None = None
    tied_to: int | None = None
    distinct: str | None = None
    background_because: str | None = None
    why_null: WhyNull = Field(default_factory=dict)


class Annotations(Frozen):
    """All that was found in one report, each kind in order of ``start``."""

    sentences: tuple[Sentence, ...] = ()
    sections: tuple[Section, ...] = ()
    items: tuple[Item, ...] = ()
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    mentions: tuple[EventMention, ...] = ()


class Annotated(Frozen):
    """A report with its annotations: what the language room hands on.

    ``words`` are its content lemmas in lower case, each with its offset, for linking; ``charges``
    who accuses whom, and whose deeds are told, as the grammar has it.
    """

    report: Report
    annotations: Annotations
    words: tuple[tuple[int, str], ...] = Field(default=(), repr=False)
    charges: tuple[Charge, ...] = Field(default=(), repr=False)
