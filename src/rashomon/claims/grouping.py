"""Which mentions of one report tell of the same incident.

The report is read once from top to bottom. A mention joins what the grammar ties it to, else the
latest incident that its kind, time and place allow; words like "a second" or "in a separate
incident", another day and another town open a new one. What only tells an effect ("two were
killed") or a follow-up (an arrest) belongs to the incident in view.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.claims.account import Account
from rashomon.claims.frames import frames_of, later_is_fine, settlements_of, towns_conflict
from rashomon.data.kinds import compatible, kind, narrower
from rashomon.model.annotations import EventMention
from rashomon.model.episodes import TimeFrame

REACH = 6
"""How many sentences back an effect without any time or place of its own looks for its event."""

_NEARER_TOP = 0.15


@dataclass(slots=True)
class Group:
    """The mentions of one incident, as they are gathered."""

    mentions: list[EventMention]
    kind: str
    background: bool
    distinct: str | None
    frames: list[TimeFrame] = field(default_factory=list)
    towns: frozenset[int] = frozenset()
    last: int = 0

    @property
    def physical(self) -> bool:
        """Whether something happened, rather than was said, judged or decided."""
        return kind(self.kind).role in ("event", "effect")

    @property
    def only_effects(self) -> bool:
        """Whether no mention names the event itself."""
        return kind(self.kind).role == "effect"


def group(account: Account) -> list[Group]:
    """The report's incidents; of speech and follow-ups alone at most one is made."""
    atoms = [_atom(tied, account) for tied in _tied(_telling(account))]
    physical = [atom for atom in atoms if atom.physical]
    if not physical:
        return _one_of(atoms)
    groups: list[Group] = []
    for atom in atoms:
        _place(atom, groups, account)
    return _settled(groups, account)


def main_of(groups: Sequence[Group], account: Account) -> Group | None:
    """What the report is mainly about: told early and often, not as background."""
    return max(
        groups,
        key=lambda g: (not g.background, prominence(g, account), -g.mentions[0].start),
        default=None,
    )


def prominence(group: Group, account: Account) -> float:
    """The mentions, each weighing less the further down its sentence stands."""
    return sum(1 / (1 + _NEARER_TOP * account.sentence(m.start)) for m in group.mentions)


def _telling(account: Account) -> list[EventMention]:
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

    def find(start: int) -> int:
        while leader[start] != start:
            start = leader[start]
        return start

    for mention in mentions:
        if mention.tied_to in leader and mention.tied_to is not None:
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
        kind=_narrowest(m.kind for m in mentions),
        background=all(m.background for m in mentions),
        distinct=next((m.distinct for m in mentions if m.distinct), None),
        last=account.sentence(mentions[-1].start),
    )
    atom.frames = frames_of(mentions, account)
    atom.towns = settlements_of(mentions, account)
    atom.background = atom.background or (head.background and len(mentions) == 1)
    return atom


def _narrowest(kinds: Iterable[str]) -> str:
    names = list(kinds)
    best = names[0]
    for each in names[1:]:
        best = narrower(best, each)
    return best


def _one_of(atoms: list[Group]) -> list[Group]:
    """Where nothing physical happened the report tells one story, of its most told kind."""
    current = [atom for atom in atoms if not atom.background] or atoms
    if not current:
        return []
    weight: dict[str, int] = {}
    for atom in current:
        weight[atom.kind] = weight.get(atom.kind, 0) + len(atom.mentions)
    kept = max(sorted(weight), key=lambda name: weight[name])
    story = Group([], kept, all(a.background for a in current), None)
    for atom in current:
        _join(story, atom)
    story.kind = kept
    return [story]


def _place(atom: Group, groups: list[Group], account: Account) -> None:
    home = _home(atom, groups)
    if home is not None:
        _join(home, atom)
    elif atom.physical:
        groups.append(atom)


def _home(atom: Group, groups: list[Group]) -> Group | None:
    """The latest group that the atom may belong to; follow-ups fall to the one in view."""
    if atom.distinct and atom.physical:
        return None
    for candidate in sorted(groups, key=lambda g: -g.last):
        if _may_join(atom, candidate):
            return candidate
    return None


def _may_join(atom: Group, home: Group) -> bool:
    role = kind(atom.kind).role
    if role in ("follow-up", "speech"):
        return not home.background and atom.last - home.last <= REACH
    if atom.background != home.background and atom.last != home.last:
        return False
    if not compatible(atom.kind, home.kind):
        return False
    if towns_conflict(atom.towns, home.towns):
        return False
    if _times_allow(atom, home):
        near = atom.last - home.last <= REACH
        return near or not atom.only_effects or bool(atom.frames)
    return False


def _times_allow(atom: Group, home: Group) -> bool:
    if not atom.frames or not home.frames:
        return True
    if any(a.could_meet_here(h) for a in atom.frames for h in home.frames):
        return True
    return atom.only_effects and later_is_fine(atom.frames, home.frames)


def _join(home: Group, atom: Group) -> None:
    home.mentions.extend(atom.mentions)
    if compatible(home.kind, atom.kind):
        home.kind = narrower(home.kind, atom.kind)
    home.last = max(home.last, atom.last)
    if atom.physical or not home.physical:
        home.frames.extend(atom.frames)
        home.towns |= atom.towns
    home.background = home.background and atom.background


def _settled(groups: list[Group], account: Account) -> list[Group]:
    """Effects told without a day or town of their own belong to the main incident."""
    events = [g for g in groups if not g.only_effects]
    main = main_of(events or groups, account)
    kept = []
    for each in groups:
        if main is not None and each is not main and _belongs_to_main(each, main):
            _join(main, each)
        else:
            kept.append(each)
    for each in kept:
        each.mentions.sort(key=lambda m: m.start)
    return kept


def _belongs_to_main(each: Group, main: Group) -> bool:
    return (
        each.only_effects
        and not each.background
        and not each.distinct
        and not main.background
        and compatible(each.kind, main.kind)
        and not towns_conflict(each.towns, main.towns)
        and _times_allow(each, main)
    )
