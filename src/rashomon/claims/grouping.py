"""Which mentions of one report tell of the same incident.

The report is read once from top to bottom. A mention joins what the grammar ties it to, else the
latest incident that its kind, time and place allow; words like "a second" or "in a separate
incident", another day and another town open a new one. What only tells an effect ("two were
killed") or a follow-up (an arrest) belongs to the incident in view.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.claims.account import Account
from rashomon.claims.frames import (
    LATER_DEATH_DAYS,
    apart,
    dated_block,
    doers_of,
    frames_of,
    later_is_fine,
    settlements_of,
    targets_of,
    told_in_sequence,
    victims_of,
)
from rashomon.claims.pointing import Pointing, akin, pointing
from rashomon.data.kinds import compatible, kind
from rashomon.model.annotations import EventMention
from rashomon.model.episodes import TimeFrame

REACH = 6
"""How many sentences back an effect without any time or place of its own looks for its event."""

_TELLING = 0.1
"""A narrower kind names the incident when told at least a tenth as often as the general word."""

_NEARER_TOP = 0.5
_PASSING = 0.5
"""Violence told less than half as much as the politics around it is told in passing."""

_FOLLOWED_UP = 0.1
"""What courts and police do is done for something: a harm told a tenth as much is what for."""

_OPENING = 3
"""The sentences in which a report says what it is about."""

_ALL_AFTERMATH = 3.0
"""A report in which a third of the events are arrests and hearings is about what followed: it
names the event again with each of them."""

_FAR_MORE = 2.0
_AT_HAND = 2
"""Sentences in which "the protest" is the one just told, whatever hour it ended."""
_HARMED = frozenset({"killed", "injured", "casualties"})

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
    towns: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    last: int = 0
    block: int | None = None
    points: Pointing = ""
    followed: frozenset[int] = frozenset()
    timed: bool = False
    """Whether a mention of the event itself has a time, not only what came of it."""

    @property
    def kind(self) -> str:
        """The kind told most; where that is a general word, the more telling one used with it."""
        heaviest = max(self.kinds, key=lambda name: (_role_rank(name), self.kinds[name], name))
        telling = [
            name
            for name in self.kinds
            if heaviest in kind(name).within
            and kind(name).role == kind(heaviest).role
            and self.kinds[name] >= _TELLING * self.kinds[heaviest]
        ]
        return max(telling, key=lambda name: (self.kinds[name], name), default=heaviest)

    @property
    def physical(self) -> bool:
        """Whether something happened, rather than was said, judged or decided."""
        return kind(self.kind).role in ("event", "effect")

    @property
    def only_effects(self) -> bool:
        """Whether no mention names the event itself."""
        return kind(self.kind).role == "effect"


def _role_rank(name: str) -> int:
    return -("event", "effect", "follow-up", "speech").index(kind(name).role)


def group(account: Account) -> list[Group]:
    """The report's incidents; of speech and follow-ups alone at most one is made, where nothing
    physical is told or only in passing."""
    atoms = [_atom(tied, account) for tied in _tied(telling(account))]
    physical = [atom for atom in atoms if atom.physical]
    if not physical:
        return _one_of(atoms)
    deed = _arrest_is_the_deed(atoms, account)
    groups: list[Group] = []
    for atom in atoms:
        if kind(atom.kind).role != "speech":
            _place(atom, groups, deed)
    groups = _settled(groups, account)
    if deed:
        return groups
    said = [atom for atom in atoms if not atom.physical and not atom.background]
    return _one_of(said) + groups if _in_passing(groups, said, account) else groups


def _arrest_is_the_deed(atoms: Sequence[Group], account: Account) -> bool:
    """Whether a report tells of arrests for their own sake: first and most, and of nobody harmed
    for whom somebody could be arrested."""
    told = [a for a in atoms if not a.background and kind(a.kind).role != "speech"]
    own = [a for a in told if a.kind == "arrest"]
    harm = [a for a in told if a.physical and a.points != "name"]
    if (
        not own
        or told[0].kind != "arrest"
        or account.sentence(told[0].mentions[0].start) > _OPENING
    ):
        return False
    if any(m.affects in _HARMED for a in harm for m in a.mentions):
        return False
    return _FAR_MORE * _total(harm, account) < _total(own, account)


def _total(groups: Iterable[Group], account: Account) -> float:
    return sum(prominence(each, account) for each in groups)


def _in_passing(groups: Sequence[Group], said: list[Group], account: Account) -> bool:
    """Whether a report of politics or courts only mentions violence: counting nobody, not in its
    first sentences, and with little beside what it says of its own matter."""
    events = [each for each in groups if not each.background]
    if not said:
        return False
    if _decision_first(said, groups, account):
        return True
    if any(_opens(each, account) for each in events) or _long_ago(groups, said):
        return False
    weight = sum(prominence(each, account) for each in said)
    courts = sum(prominence(each, account) for each in said if kind(each.kind).role == "follow-up")
    if courts > _PASSING * weight:
        harm = [each for each in groups if any(m.affects for m in each.mentions)]
        return all(prominence(each, account) < _FOLLOWED_UP * courts for each in harm)
    return all(prominence(each, account) < _PASSING * weight for each in events)


def _decision_first(said: Sequence[Group], groups: Sequence[Group], account: Account) -> bool:
    """Whether the report begins with a decision (a vote, a resignation, a summit), says more of
    such matters than of violence, and neither dates nor counts that in its first sentences."""
    first = min((each.mentions[0] for each in said), key=lambda m: m.start)
    index = account.sentence(first.start)
    if index >= _OPENING or kind(first.kind).role != "speech" or _is_saying(first.kind):
        return False
    for each in groups:
        if each.mentions[0].start < first.start or (each.frames and _opens(each, account)):
            return False
        if any(m.affects and account.sentence(m.start) <= index for m in each.mentions):
            return False
    happened = sum(prominence(each, account) for each in groups if not each.background)
    return happened <= sum(prominence(each, account) for each in said)


def _is_saying(name: str) -> bool:
    return name == "statement" or "statement" in kind(name).within


def _long_ago(groups: Sequence[Group], said: Sequence[Group]) -> bool:
    """Whether the report begins with something of last month, and then tells only what is said of
    it: nothing newer makes it background."""
    first = min(groups, key=lambda g: g.mentions[0].start)
    begins = all(first.mentions[0].start < each.mentions[0].start for each in said)
    only_words = all(_is_saying(each.kind) for each in said)
    return begins and only_words and bool(first.mentions[0].arguments)


def _opens(group: Group, account: Account) -> bool:
    """Whether the report begins with it: an event told there, not one that is only named ("a bill
    on the attacks"), or people counted soon after."""
    lead = account.lead
    for mention in group.mentions:
        index = account.sentence(mention.start) - lead
        if index < 2 * _OPENING and mention.affects:
            return True
        if index < _OPENING and mention.arguments:
            return True
    return False


def main_of(groups: Sequence[Group], account: Account) -> Group | None:
    """What the report is mainly about: told early and often, not as background."""
    return max(
        groups,
        key=lambda g: (not g.background, prominence(g, account), -g.mentions[0].start),
        default=None,
    )


def prominence(group: Group, account: Account) -> float:
    """The mentions, each weighing less the further down its sentence stands."""
    return sum(_weight(m, account) for m in group.mentions)


def _weight(mention: EventMention, account: Account) -> float:
    section = account.section(mention.start)
    quoted = section is not None and section.kind in ("block-quote", "post")
    fade = 1 + _NEARER_TOP * account.sentence(mention.start)
    return (_QUOTED_BLOCK if quoted else 1.0) / fade


def aftermath(account: Account) -> float:
    """How much of the report tells what followed an event (an arrest, a hearing), 0 to 1; an
    investigation is told with the event itself."""
    told = [m for m in account.notes.mentions if account.readable(m.start)]
    followed = sum(_weight(m, account) for m in told if _followed(m))
    happened = sum(_weight(m, account) for m in told if kind(m.kind).role in ("event", "effect"))
    if not followed:
        return 0.0
    return min(1.0, _ALL_AFTERMATH * followed / (followed + happened))


def _followed(mention: EventMention) -> bool:
    return kind(mention.kind).role == "follow-up" and mention.kind != "investigation"


def telling(account: Account) -> list[EventMention]:
    """Mentions that assert something happened; of denied events only those that count people."""
    return [
        mention
        for mention in account.notes.mentions
        if account.readable(mention.start)
        and mention.modality in ("actual", "alleged")
        and (not mention.negated or mention.affects)
    ]


def _tied(mentions: Sequence[EventMention]) -> list[list[EventMention]]:
    """Mentions put together by grammar, in order of their first."""
    leader = {m.start: m.start for m in mentions}
    aside = {m.start: m.background for m in mentions}

    def find(start: int) -> int:
        while leader[start] != start:
            start = leader[start]
        return start

    for mention in mentions:
        if mention.tied_to is not None and aside.get(mention.tied_to) == mention.background:
            one, other = sorted((find(mention.start), find(mention.tied_to)))
            leader[other] = one
    tied: dict[int, list[EventMention]] = {}
    for mention in mentions:
        tied.setdefault(find(mention.start), []).append(mention)
    return list(tied.values())


def _atom(mentions: list[EventMention], account: Account) -> Group:
    head = mentions[0]
    atom = Group(
        mentions=mentions,
        kinds=_kinds(mentions, account),
        background=all(m.background for m in mentions),
        distinct=next((m.distinct for m in mentions if m.distinct), None),
        last=account.sentence(mentions[-1].start),
    )
    atom.frames = frames_of(mentions, account)
    atom.timed = bool(atom.frames) and not atom.only_effects
    atom.towns = settlements_of(mentions, account)
    atom.doers = doers_of(mentions, account)
    atom.victims = victims_of(mentions, account)
    atom.targets = targets_of(mentions, account)
    atom.followed = told_in_sequence(mentions, account)
    atom.block = dated_block(head, account)
    atom.points = pointing(head, account) if len(mentions) == 1 else ""
    atom.background = atom.background or (head.background and len(mentions) == 1)
    return atom


def _kinds(mentions: Iterable[EventMention], account: Account) -> dict[str, float]:
    """How much each kind is told."""
    told: dict[str, float] = {}
    for mention in mentions:
        told[mention.kind] = told.get(mention.kind, 0.0) + _weight(mention, account)
    return told


def _one_of(atoms: list[Group]) -> list[Group]:
    """Where nothing physical happened the report tells one story, of its most told kind."""
    current = [atom for atom in atoms if not atom.background] or atoms
    if not current:
        return []
    story = Group([], {}, all(a.background for a in current), None)
    for atom in current:
        _join(story, atom)
    return [story]


def _place(atom: Group, groups: list[Group], deed: bool) -> None:
    home = _named(groups) if atom.points == "name" else _home(atom, groups)
    if home is not None:
        _join(home, atom)
    elif atom.physical or (deed and atom.kind == "arrest" and not atom.background):
        groups.append(atom)


def _named(groups: Sequence[Group]) -> Group | None:
    """What somebody gives a name: the event in view."""
    return max((g for g in groups if not g.background), key=lambda g: g.last, default=None)


def _home(atom: Group, groups: list[Group]) -> Group | None:
    """The group that counts the same victims, else the latest that the atom may belong to;
    follow-ups fall to the one in view."""
    if atom.distinct and atom.physical:
        return None
    for candidate in groups:
        if atom.victims & candidate.victims and _times_allow(atom, candidate):
            return candidate
    for candidate in sorted(groups, key=lambda g: (-_likeness(atom, g), -g.last)):
        if _may_join(atom, candidate):
            return candidate
    return None


def _likeness(atom: Group, home: Group) -> int:
    """What both share beside nearness: one target, one telling word. A second "bombing" is
    likelier the first one again than part of the shooting told since."""
    if atom.only_effects:
        return 0
    telling = bool(kind(atom.kind).within) and atom.kind in home.kinds
    return 2 * bool(atom.targets & home.targets) + telling


def _may_join(atom: Group, home: Group) -> bool:
    if any(each.start in home.followed for each in atom.mentions):
        return False
    if atom.block != home.block and not (atom.frames and home.frames):
        return False
    role = kind(atom.kind).role
    if role == "follow-up":
        return not home.background and atom.last - home.last <= REACH
    if atom.background != home.background and atom.last != home.last:
        return False
    if not compatible(atom.kind, home.kind) and not _takes_up(atom, home):
        return False
    if _comes_late(atom, home):
        return False
    if apart(atom.towns, home.towns) or apart(atom.doers, home.doers):
        return False
    if atom.points == "back" and atom.kind in home.kinds and atom.last - home.last <= _AT_HAND:
        return True
    if _times_allow(atom, home):
        near = atom.last - home.last <= REACH
        return near or not atom.only_effects or bool(atom.frames)
    return False


def _comes_late(atom: Group, home: Group) -> bool:
    """A protest in a town of its own, told long after the dead, is not what they died in."""
    dead = any(m.affects == "killed" and not m.negated for m in home.mentions)
    calm = not {"attack", "accident", "disaster"} & ({atom.kind} | kind(atom.kind).within)
    far = atom.last - home.last > _OPENING
    return home.only_effects and dead and calm and far and bool(atom.towns) and not home.towns


def _takes_up(atom: Group, home: Group) -> bool:
    """ "The raid" of an air strike told just before."""
    near = atom.last - home.last <= REACH
    return atom.points == "back" and near and not atom.towns and akin(atom.kind, home.kind)


def _times_allow(atom: Group, home: Group) -> bool:
    """Times that can be one, or those of a death and of what led to it, told in either order."""
    if not atom.frames or not home.frames:
        return True
    if any(a.could_meet_here(h) for a in atom.frames for h in home.frames):
        return True
    if atom.only_effects and later_is_fine(atom.frames, home.frames):
        return True
    return not (atom.only_effects or home.timed) and later_is_fine(home.frames, atom.frames)


def _join(home: Group, atom: Group) -> None:
    home.mentions.extend(atom.mentions)
    for name, weight in atom.kinds.items() if atom.points != "name" else ():
        home.kinds[name] = home.kinds.get(name, 0.0) + weight
    home.last = max(home.last, atom.last)
    if kind(atom.kind).role in ("event", "effect") or not home.physical:
        home.frames.extend(atom.frames)
        home.timed = home.timed or atom.timed
        home.towns |= atom.towns
        home.doers |= atom.doers
        home.victims |= atom.victims
        home.targets |= atom.targets
    home.followed |= atom.followed
    home.background = home.background and atom.background


def _settled(groups: list[Group], account: Account) -> list[Group]:
    """What only tells effects goes to the event it fits, wherever in the report that is told:
    first to one with the same doers, else to the main one."""
    events = [g for g in groups if not g.only_effects]
    main = main_of(events or groups, account)
    kept = list(events) or ([main] if main else [])
    loose = [g for g in groups if g not in kept]
    kept = _with_what_it_follows(kept, main, account)
    others = [g for g in kept if g is not main]
    for each in loose:
        home = _event_for(each, others, main, account)
        if home is None and main is not None and not others and _newly(main, account):
            home = main if _fits(each, main) and not (each.distinct or each.background) else None
        if home is None:
            kept.append(each)
        else:
            _join(home, each)
    for each in kept:
        each.mentions.sort(key=lambda m: m.start)
    return kept


def _with_what_it_follows(groups: list[Group], main: Group | None, account: Account) -> list[Group]:
    """A report of an arrest or a trial tells the shooting without a day and, further down as
    background, on which day it was: these are one."""
    if main is None or main.background or main.frames or not aftermath(account):
        return groups
    earlier = [
        each
        for each in groups
        if each.background and each.frames and not each.distinct and _fits(each, main)
    ]
    if not earlier:
        return groups
    told = max(earlier, key=lambda g: (prominence(g, account), -g.mentions[0].start))
    _join(main, told)
    return [each for each in groups if each is not told]


def _newly(event: Group, account: Account) -> bool:
    """Whether it was so lately, or is named so early, that people who are counted without it may
    be its dead: "the toll of last week's crush stands at 11"; not one that is set apart."""
    if event.distinct:
        return False
    if not event.frames:
        return account.sentence(event.mentions[0].start) < _OPENING
    published = account.report.published
    if published is None:
        return any(f.offset and f.offset.first >= -LATER_DEATH_DAYS for f in event.frames)
    day = dt.date.fromisoformat(published[:10])
    known = (each.interval for each in event.frames if each.interval)
    return any(0 <= (day - when.last_day).days <= LATER_DEATH_DAYS for when in known)


def _event_for(
    effects: Group, events: Sequence[Group], main: Group | None, account: Account
) -> Group | None:
    if effects.distinct or (main is not None and _stands_ahead(effects, main, account)):
        return None
    for event in events:
        if effects.doers & event.doers and _fits(effects, event):
            return event
    if main is None or effects.background or main.background or not _fits(effects, main):
        return None
    return main


def _stands_ahead(effects: Group, event: Group, account: Account) -> bool:
    """Whether a report counts the dead long before it comes to the event: then they are the news,
    and the event is another."""
    gap = account.sentence(event.mentions[0].start) - effects.last
    dead = any(m.affects == "killed" and not m.negated for m in effects.mentions)
    return dead and gap > _OPENING and event.kind != "attack"


def _fits(effects: Group, event: Group) -> bool:
    return (
        compatible(effects.kind, event.kind)
        and not apart(effects.towns, event.towns)
        and not apart(effects.doers, event.doers)
        and not any(each.start in event.followed for each in effects.mentions)
        and _times_allow(effects, event)
    )
