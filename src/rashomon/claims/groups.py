"""The mentions of one incident in one report, gathered: how much they are told, and whether two
such groups can be one in time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.claims.account import Account
from rashomon.claims.frames import later_is_fine
from rashomon.claims.pointing import Pointing
from rashomon.claims.towns import Town
from rashomon.data.kinds import kind
from rashomon.model.annotations import EventMention
from rashomon.model.episodes import TimeFrame

OPENING = 3
"""The sentences in which a report says what it is about."""

_TELLING = 0.1
"""A narrower kind names the incident when told at least a tenth as often as the general word."""

_TELLING_OF_CROWDS = 0.5
"""A rally before which a road was blocked is no blockade: what a crowd did names the incident only
where it is told half as often."""

_DEEDS = frozenset({"attack", "protest"})
OUTCOMES = {"fire": 1 / 3, "crowd-control": 1.0}
"""A deed told at least so often as the fire or the tear gas in which it ended is what happened."""

_NEARER_TOP = 0.5

_ALL_AFTERMATH = 3.0
"""A report in which a third of the events are arrests and hearings is about what followed: it
names the event again with each of them."""

_MONTH = 28
_A_NIGHT = 2
"""Days that a night touches."""

_QUOTED_BLOCK = 0.5
"""A mention inside somebody else's block says half as much about what this report is about."""


@dataclass(slots=True)
class Group:
    """The mentions of one incident, as they are gathered."""

    mentions: list[EventMention]
    kinds: dict[str, float]
    background: bool
    distinct: str | None
    frames: list[TimeFrame] = field(default_factory=list)
    towns: frozenset[Town] = frozenset()
    regions: frozenset[Town] = frozenset()
    scene: frozenset[Town] = frozenset()
    """The place with which it opens a paragraph ("In Darfur, …")."""
    doers: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    first: int = 0
    last: int = 0
    """The sentences that tell it first and last; ``paragraph`` is where the last one's begins."""
    paragraph: int = 0
    definite: bool = False
    """Whether it only speaks of dead or hurt told before ("the wounded")."""
    opens: bool = False
    """Whether it is told in the first sentence of the report: what the headline told is that."""
    headline: bool = False
    """Whether only words above the first sentence tell it, and these name no two towns."""
    goes_on: bool = False
    """Whether its subject is what the sentence before tells ("It killed …")."""
    counts: frozenset[str] = frozenset()
    """The tolls that it tells of; of one mention, those of its whole sentence."""
    set_apart: bool = False
    """Whether its sentence opens by saying that it is another matter ("Separately, …")."""
    in_view: frozenset[str] = frozenset()
    """The kinds that its last sentence tells."""
    sited: int = 0
    """The sentence that names its town last."""
    block: int | None = None
    points: Pointing = ""
    followed: frozenset[int] = frozenset()
    aside: bool = False
    """Whether its last mention only names it as what came before another event."""
    fronted: bool = False
    """Whether its sentence opens with it, only to say after or for what the rest was done."""
    named_by: str = ""
    """How another event is said to hang on it, where its sentence names it only for that."""
    before_it: str | None = None
    """The words by which it came before what the sentence before tells ("It followed")."""
    harms: bool = False
    """Whether its last sentence counts somebody hurt or dead."""
    crowd_acts: bool = False
    crowd_hit: bool = False
    """Whether a crowd without a name does it, or suffers it."""
    hands: frozenset[str] = frozenset()
    """Whether soldiers or police act in it ("guard"), or gunmen and the like ("armed")."""
    hurts_others: bool = False
    """Whether it counts dead or hurt people who are no gunmen."""
    raids_anew: bool = False
    """Whether soldiers or police raid a place in it that was not told of before."""
    fells_attackers: bool = False
    """Whether all whom it counts as dead or hurt are gunmen, kidnappers and the like."""
    timed: bool = False
    """Whether a mention of the event itself has a time, not only what came of it."""

    @property
    def kind(self) -> str:
        """The kind told most, of equals the first; where that is a general word, the more telling
        one used with it; where it is a fire or tear gas, the deed that led to it. Shops that were
        looted in an attack make no riot of it unless a crowd is told of."""
        heaviest = max(self.kinds, key=lambda name: (_role_rank(name), self.kinds[name]))
        if heaviest in OUTCOMES:
            deeds = self._deeds_behind(heaviest)
            heaviest = max(deeds, key=lambda name: self.kinds[name], default=heaviest)
        telling = [
            name
            for name in self.kinds
            if heaviest in kind(name).within
            and kind(name).role == kind(heaviest).role
            and self.kinds[name] >= _share(heaviest) * self.kinds[heaviest]
            and not (heaviest == "attack" and name == "riot" and not self.crowd_acts)
        ]
        return max(telling, key=lambda name: (self.kinds[name], name), default=heaviest)

    def _deeds_behind(self, outcome: str) -> list[str]:
        """The deeds told beside it of which it is often a part: a strike, a riot."""
        return [
            name
            for name, said in self.kinds.items()
            if kind(outcome).part_of & (kind(name).within | {name})
            and _DEEDS & (kind(name).within | {name})
            and kind(name).role == "event"
            and said >= OUTCOMES[outcome] * self.kinds[outcome]
        ]

    @property
    def physical(self) -> bool:
        """Whether something happened, rather than was said, judged or decided."""
        return kind(self.kind).role in ("event", "effect")

    @property
    def only_effects(self) -> bool:
        """Whether no mention names the event itself."""
        return kind(self.kind).role == "effect"

    @property
    def dying(self) -> bool:
        """Whether it only tells what may come later than the event: not that people were killed,
        which is done in it, but that they died, or how many are counted."""
        return self.only_effects and "killing" not in self.kinds


def _share(general: str) -> float:
    return _TELLING_OF_CROWDS if general == "protest" else _TELLING


def _role_rank(name: str) -> int:
    return -("event", "effect", "follow-up", "speech").index(kind(name).role)


def telling(account: Account) -> list[EventMention]:
    """Mentions that assert something happened; of denied events only those that count people."""
    return [
        mention
        for mention in account.notes.mentions
        if account.readable(mention.start)
        and mention.modality in ("actual", "alleged")
        and (not mention.negated or mention.affects)
    ]


def main_of(groups: Sequence[Group], account: Account) -> Group | None:
    """What the report is mainly about: told early and often, not as background."""
    return max(
        groups,
        key=lambda g: (not g.background, prominence(g, account), -g.mentions[0].start),
        default=None,
    )


def prominence(group: Group, account: Account) -> float:
    """The mentions, each weighing less the further down its sentence stands."""
    return sum(weight(each, account) for each in group.mentions)


def total(groups: Iterable[Group], account: Account) -> float:
    """The prominence of several together."""
    return sum(prominence(each, account) for each in groups)


def weight(mention: EventMention, account: Account) -> float:
    """How much one mention says of what the report is about: 1 in its first sentence, then less."""
    section = account.section(mention.start)
    quoted = section is not None and section.kind in ("block-quote", "post")
    fade = 1 + _NEARER_TOP * max(0, account.sentence(mention.start) - account.lead)
    return (_QUOTED_BLOCK if quoted else 1.0) / fade


def aftermath(account: Account) -> float:
    """How much of the report tells what followed an event (an arrest, a hearing), 0 to 1; an
    investigation is told with the event itself."""
    told = [m for m in account.notes.mentions if account.readable(m.start)]
    followed = sum(weight(m, account) for m in told if _followed(m))
    happened = sum(weight(m, account) for m in told if kind(m.kind).role in ("event", "effect"))
    if not followed:
        return 0.0
    return min(1.0, _ALL_AFTERMATH * followed / (followed + happened))


def _followed(mention: EventMention) -> bool:
    return kind(mention.kind).role == "follow-up" and mention.kind != "investigation"


def times_allow(atom: Group, home: Group) -> bool:
    """Times that can be one, or those of a death and of what led to it, told in either order."""
    if not atom.frames or not home.frames:
        return True
    if _sums_up(atom) and _of_days(home.frames):
        return False
    mine, theirs = _of_days(atom.frames), _of_days(home.frames)
    if not mine or not theirs:  # "this weekend" keeps apart only where no day is told
        mine, theirs = atom.frames, home.frames
    if any(a.could_meet_here(h) for a in mine for h in theirs):
        return True
    if atom.dying and _all_later(atom.frames, home.frames):
        return True
    return not (atom.only_effects or home.timed) and _all_later(home.frames, atom.frames)


def _all_later(effects: Sequence[TimeFrame], event: Sequence[TimeFrame]) -> bool:
    """Whether all may be of deaths after the event: who was dead on 1 May, and of whom one died on
    6 May, fell in no attack of 2 May."""
    return all(later_is_fine([each], event) for each in effects)


def _sums_up(atom: Group) -> bool:
    """ "More than 1,000 have been killed *this year*": the dead of a month or longer are not those
    of one day."""
    spans = [each.interval for each in atom.frames]
    return atom.only_effects and all(each is not None and each.days >= _MONTH for each in spans)


def _of_days(frames: Sequence[TimeFrame]) -> list[TimeFrame]:
    """Those that mean one day, or one night."""
    return [each for each in frames if _of_a_day(each)]


def _of_a_day(frame: TimeFrame) -> bool:
    if frame.interval is not None:
        return frame.interval.days <= _A_NIGHT
    offset = frame.offset
    return offset is not None and (
        offset.weekday is not None or offset.last - offset.first < _A_NIGHT
    )


def join(home: Group, atom: Group) -> None:
    """Add the mentions of ``atom`` and, unless they only follow up, what they say of the event."""
    beside = atom.last == home.last  # what stands beside what came before came before too
    home.mentions.extend(atom.mentions)
    home.crowd_acts |= atom.crowd_acts
    home.crowd_hit |= atom.crowd_hit
    home.hands |= atom.hands
    for name, said in atom.kinds.items() if atom.points != "name" else ():
        home.kinds[name] = home.kinds.get(name, 0.0) + said
    if atom.last >= home.last:
        home.in_view = atom.in_view | (home.in_view if beside else frozenset())
    home.paragraph = atom.paragraph if atom.last >= home.last else home.paragraph
    home.last = max(home.last, atom.last)
    home.counts |= atom.counts
    home.headline = home.headline and atom.headline
    if kind(atom.kind).role in ("event", "effect") or not home.physical:
        home.frames.extend(atom.frames)
        home.timed = home.timed or atom.timed
        home.sited = atom.sited if atom.towns else home.sited
        home.towns |= atom.towns
        home.regions |= atom.regions
        home.doers |= atom.doers
        home.victims |= atom.victims
        home.targets |= atom.targets
    home.followed |= atom.followed
    home.aside = atom.aside
    goes_along = beside or atom.goes_on or kind(atom.kind).role == "follow-up"
    home.background = home.background and (atom.background or goes_along)
