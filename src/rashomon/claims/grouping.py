"""Which mentions of one report tell of the same incident.

The report is read once from top to bottom. A mention joins what the grammar ties it to, else the
latest incident that its kind, time and place allow; words like "a second" or "in a separate
incident", another day and another town open a new one. What only tells an effect ("two were
killed") or a follow-up (an arrest) belongs to the incident in view.
"""

from collections.abc import Iterable, Sequence

from rashomon.claims.account import Account
from rashomon.claims.asides import lead_of, older, passed
from rashomon.claims.atoms import atom_of, tied
from rashomon.claims.frames import (
    apart,
)
from rashomon.claims.groups import OPENING, OUTCOMES, Group, join, telling, times_allow
from rashomon.claims.in_turn import (
    CAUSES,
    acting,
)
from rashomon.claims.matter import arrest_is_the_deed, in_passing
from rashomon.claims.pointing import akin, refused
from rashomon.claims.settling import settled
from rashomon.claims.towns import (
    Town,
    is_told_there,
    narrowed,
    regions_apart,
    towns_apart,
)
from rashomon.data.kinds import compatible, kind, of_a_sort
from rashomon.data.phrases import words

REACH = 8
"""How many sentences back an effect without any time or place of its own looks for its event."""

_HELD = frozenset({"arrest", "kidnapping"})
"""What one side calls an arrest, told again as "taken away"."""

_BREATH = 40
"""Characters between two things done to people in one breath: "died *and over 60 were* held"."""

_AT_HAND = 2
"""Sentences in which "the protest" is the one just told, whatever hour it ended."""


def group(account: Account) -> list[Group]:
    """The report's incidents; of speech and follow-ups alone at most one is made, where nothing
    physical is told or only in passing."""
    atoms = [atom_of(each, account) for each in tied(telling(account), account)]
    physical = [atom for atom in atoms if atom.physical]
    if not physical:
        return _one_of(atoms)
    deed = arrest_is_the_deed(atoms, account)
    groups: list[Group] = []
    told = [atom for atom in atoms if kind(atom.kind).role != "speech"]
    _mark_headline(told, account)
    ahead = [atom for atom in _known_first(told) if not _place(atom, groups, deed, account)]
    for atom in ahead:
        _place_ahead(atom, groups, account)
    groups = settled(groups, account)
    if deed:
        return groups
    said = [atom for atom in atoms if not atom.physical and not atom.background]
    return _one_of(said) + groups if in_passing(groups, said, account) else groups


def _one_of(atoms: list[Group]) -> list[Group]:
    """Where nothing physical happened the report tells one story, of its most told kind."""
    current = [atom for atom in atoms if not atom.background] or atoms
    if not current:
        return []
    story = Group([], {}, all(a.background for a in current), None)
    for atom in current:
        join(story, atom)
    return [story]


def _known_first(atoms: Iterable[Group]) -> list[Group]:
    """In order; but of a deed and what it answers or comes after, told in one sentence, "*the*
    ambush" comes first, for it was told before and the deed was not; and a deed comes before what
    only opens its sentence ("after attacks on its bases, …")."""
    ordered: list[Group] = []
    for atom in atoms:
        at = len(ordered)
        while at and _comes_first(atom, ordered[at - 1]):
            at -= 1
        ordered.insert(at, atom)
    return ordered


def _comes_first(atom: Group, before: Group) -> bool:
    if atom.last != before.last or not any(m.start in before.followed for m in atom.mentions):
        return False
    if atom.points == "back":
        return bool(atom.named_by) and before.points != "back"
    return before.fronted and before.points != "back"


def _mark_headline(atoms: Sequence[Group], account: Account) -> None:
    """Note what stands above the first sentence, which tells where it was more closely ("a clinic
    south of Arvik"); a headline that names two towns may tell of two events."""
    above = [atom for atom in atoms if atom.last < account.paragraph(account.lead)]
    one_town = len(frozenset[Town]().union(*(atom.towns for atom in above))) <= 1
    for atom in above:
        atom.headline = one_town


def _place(atom: Group, groups: list[Group], deed: bool, account: Account) -> bool:
    """Put what is told with what it belongs to; whether there was anything."""
    lead = lead_of(groups, account)
    if atom.before_it:  # what came before the one in view is not that one
        others = [g for g in groups if g is not _in_view(groups) and (g.frames or atom.frames)]
        home = _home(atom, others, lead)
        atom.distinct = atom.before_it if home is None else None
    else:
        named = atom.points == "name"
        home = _named(atom, groups, lead) if named else _home(atom, groups, lead)
    if home is not None:
        join(home, atom)
    elif _only_denied(atom, account):
        return False
    elif atom.physical or (atom.kind == "arrest" and _is_a_matter(atom, deed, lead)):
        groups.append(atom)
    else:
        return False
    return True


def _is_a_matter(arrest: Group, deed: bool, lead: Group | None) -> bool:
    """Whether an arrest is what the report is about (``deed``), or what people marched over: so
    named, or of an earlier day than what the crowd did."""
    if arrest.named_by in CAUSES or deed:
        return arrest.named_by in CAUSES or not arrest.background
    crowd = lead is not None and any(kind(each).crowd for each in lead.kinds)
    return crowd and lead is not None and older(arrest, lead)


def _only_denied(atom: Group, account: Account) -> bool:
    """ "Denied *having fired* on the area": of what was told, though in other words; not where it
    is told with a day or a town of its own."""
    if atom.frames or atom.towns:
        return False
    if len(atom.mentions) == 1 and refused(atom.mentions[0], account):
        return True
    denied = [
        piece
        for each in account.told.get(atom.last, ())
        if each.polarity == "denied"
        for piece in each.content
    ]
    return bool(denied) and all(
        any(piece.start <= m.start < piece.end for piece in denied) for m in atom.mentions
    )


def _place_ahead(atom: Group, groups: Sequence[Group], account: Account) -> None:
    """ "*Forty people were arrested* in clashes on Saturday": what followed, told in one sentence
    before the event."""
    here = (g for g in groups if any(account.sentence(m.start) == atom.last for m in g.mentions))
    home = next((g for g in here if not (g.background or _keeps_apart(atom, g))), None)
    if home is not None and not atom.background:
        join(home, atom)


def _in_view(groups: Sequence[Group]) -> Group | None:
    """The event told last; what only came of one (a death in hospital) is no event to be apart
    from."""
    return max((g for g in groups if not g.dying), key=lambda g: g.last, default=None)


def _named(atom: Group, groups: Sequence[Group], lead: Group | None) -> Group | None:
    """What somebody gives a name: the event in view; in a paragraph of its own rather what the
    report opened with than what a paragraph told in passing."""
    told = [g for g in groups if not g.background]
    here = [g for g in told if g.last >= atom.paragraph or g.paragraph > g.first or g is lead]
    return max(here or told, key=lambda g: g.last, default=None)


def _home(atom: Group, groups: list[Group], lead: Group | None) -> Group | None:
    """The group that counts the same victims, else the latest that the atom may belong to;
    follow-ups fall to the one in view."""
    if atom.distinct and atom.physical:
        return next((g for g in groups if g is _in_view(groups) and _goes_on(atom, g)), None)
    for candidate in groups:
        if atom.victims & candidate.victims and times_allow(atom, candidate):
            return candidate

    def after(home: Group) -> tuple[int | bool, ...]:
        return -_likeness(atom, home), passed(atom, home, lead), *_out_of_view(atom, home)

    return next((each for each in sorted(groups, key=after) if _may_join(atom, each)), None)


def _goes_on(atom: Group, home: Group) -> bool:
    """A second blast, told with no place, hour or victims of its own, is a part of the attack told
    just before; "a separate one" is not."""
    told_apart = atom.set_apart or atom.distinct in words("grammar_words", use="set-apart")
    if told_apart or atom.background:
        return False
    bare = not (atom.towns or atom.targets or atom.frames or atom.harms)
    near = atom.last - home.last <= _AT_HAND
    return bare and near and not home.background and compatible(atom.kind, home.kind)


def _out_of_view(atom: Group, home: Group) -> tuple[int, bool, bool, int]:
    """How far back it was told: the latest sentence first and, in one sentence, what it tells by
    the same word, then what it tells before what it only names as having come before ("two days
    after *the raid*")."""
    again = atom.kind in home.in_view and not atom.only_effects
    return -home.last, not again, home.aside, -home.mentions[-1].start


def _likeness(atom: Group, home: Group) -> int:
    """What both share beside nearness: one target, one telling word. A second "bombing" is
    likelier the first one again than part of the shooting told since."""
    if atom.only_effects:
        return 0
    telling = bool(kind(atom.kind).within) and atom.kind in home.kinds
    return 2 * bool(atom.targets & home.targets) + telling


def _keeps_apart(atom: Group, home: Group) -> bool:
    """Whether a sentence tells the atom as another event than one of the group's; who is held at a
    march is not who was held before and marched for."""
    if home.named_by in CAUSES and atom.last == home.last and kind(atom.kind).role == "follow-up":
        return True
    came_after = any(each.start in home.followed for each in atom.mentions)
    return came_after and not _ends_in(atom, home)


def _ends_in(atom: Group, home: Group) -> bool:
    """ "A blast, *followed by a fire*": what a deed brings with it is told with it."""
    brought = kind(atom.kind).part_of
    return atom.kind in OUTCOMES and any(brought & ({k} | kind(k).within) for k in home.kinds)


def _may_join(atom: Group, home: Group) -> bool:
    if _keeps_apart(atom, home):
        return False
    if atom.block != home.block and not (atom.frames and home.frames):
        return False
    role = kind(atom.kind).role
    if role == "follow-up":
        return _follows_up(atom, home)
    if (
        atom.background != home.background
        and atom.last != home.last
        and not _looks_back(atom, home)
    ):
        return False
    if not (compatible(atom.kind, home.kind) or _carries_on(atom, home)):
        return False
    if _comes_late(atom, home) or _has_its_own_dead(atom, home) or _told_anew(atom, home):
        return False
    if _elsewhere(atom, home) or apart(atom.doers, home.doers) or _other_hands(atom, home):
        return False
    if atom.points == "back" and atom.kind in home.kinds and atom.last - home.last <= _AT_HAND:
        return True
    if times_allow(atom, home):
        near = atom.last - home.last <= REACH
        return near or not atom.only_effects or bool(atom.frames)
    return False


def _follows_up(atom: Group, home: Group) -> bool:
    """An arrest is of the event in view; of an earlier one where it is told right behind that, in
    one paragraph, or is itself of an earlier day."""
    if home.background:
        told_with = atom.paragraph == home.paragraph and atom.last - home.last <= 1
        return told_with and (not home.frames or times_allow(atom, home) or not atom.background)
    of_its_day = not (atom.background and atom.frames) or times_allow(atom, home)
    return of_its_day and atom.last - home.last <= REACH


def _carries_on(atom: Group, home: Group) -> bool:
    """Whether words of other kinds go on telling of the same incident."""
    beside = atom.last == home.last and any(
        kind(each).role == "event" and compatible(atom.kind, each) for each in home.in_view
    )
    return (
        beside
        or _takes_up(atom, home)
        or _hits(atom, home)
        or _in_one_go(atom, home)
        or _of_its_kinds(atom, home)
        or _coordinated(atom, home)
        or _in_a_rescue(atom, home)
        or (home.named_by in CAUSES and {atom.kind, home.kind} <= _HELD)
    )


def _of_its_kinds(atom: Group, home: Group) -> bool:
    """ "They burned the houses. Then *they shot*", of an attack told just before: a general word
    for it does not close when a narrower one was used."""
    near = 0 < atom.last - home.last <= _AT_HAND and atom.paragraph - home.paragraph <= _AT_HAND
    bare = not (atom.frames or atom.towns or atom.regions or atom.targets or atom.background)
    told = (each for each in home.kinds if kind(each).role == "event")
    return near and bare and any(each in kind(atom.kind).within for each in told)


def _coordinated(atom: Group, home: Group) -> bool:
    """ "The bombing in which eight died *and over 60 were abducted*": what was done to people, by
    nobody that is named and at no other time or place."""
    first, last = atom.mentions[0], home.mentions[-1]
    here = atom.last == home.last and 0 < first.start - last.end <= _BREATH
    done = all(m.affects and not acting(m) for m in atom.mentions)
    return here and done and last.affects is not None and not set(atom.frames) - set(home.frames)


def _in_a_rescue(atom: Group, home: Group) -> bool:
    """ "Soldiers freed 19 of the pupils; *two kidnappers were killed*": in freeing them."""
    near = atom.last - home.last <= _AT_HAND
    return "release" in home.in_view and atom.only_effects and atom.fells_attackers and near


def _in_one_go(atom: Group, home: Group) -> bool:
    """ "Stormed the hotel after *detonating a car bomb* at its gate": what the same people are told
    to have done in one breath, at no other time."""
    violent = _violent(atom) and _violent(home)
    told_apart = set(atom.frames) - set(home.frames)
    return (
        violent
        and not told_apart
        and any(acting(one) & acting(other) for one in atom.mentions for other in home.mentions)
    )


def _violent(group: Group) -> bool:
    return group.kind == "explosion" or "attack" in {group.kind} | kind(group.kind).within


def _looks_back(atom: Group, home: Group) -> bool:
    """ "In revenge for *the killings*": the ones told just before, though here they are only what
    came before; and what that did ("It killed …"); and what tells more of what was only named as
    earlier ("a week after a boat sank. Two men *drowned* on 3 May, when …")."""
    if atom.last - home.last == 1 and (atom.goes_on or _enlarges(atom, home)):
        return True
    near = atom.last - home.last <= (REACH if atom.followed else _AT_HAND)
    return near and atom.background and atom.points == "back" and not atom.frames


def _enlarges(atom: Group, home: Group) -> bool:
    named = (home.aside or home.before_it) and atom.paragraph == home.paragraph and not home.frames
    return bool(named) and atom.background and not (atom.distinct or atom.before_it)


def _elsewhere(atom: Group, home: Group) -> bool:
    """Another town, or a region that the other does not lie in; not a village that no gazetteer
    knows, named right behind the town it may lie by ("near Carvane. … in Sel Oumar"), nor that of
    a headline, which the first sentence tells again."""
    if home.headline and atom.opens:
        return False
    if not towns_apart(atom.towns, home.towns):
        if atom.towns and home.towns:
            return False
        if atom.scene and home.paragraph == home.first and (home.towns or home.regions):
            return not is_told_there(atom.scene, home.towns | home.regions)
        return regions_apart(atom.towns or atom.regions, home.towns or home.regions)
    return atom.last - home.sited > _AT_HAND or not narrowed(atom.towns, home.towns)


def _comes_late(atom: Group, home: Group) -> bool:
    """A protest in a town of its own, told long after the dead, is not what they died in."""
    dead = any(m.affects == "killed" and not m.negated for m in home.mentions)
    calm = not {"attack", "accident", "disaster"} & ({atom.kind} | kind(atom.kind).within)
    far = atom.last - home.last > OPENING
    return home.only_effects and dead and calm and far and bool(atom.towns) and not home.towns


def _told_anew(atom: Group, home: Group) -> bool:
    """ "In 2014 the Front seized 276 pupils" is no part of a gun battle told before with no time
    and place, though people are seized in some; nor, much further down, is another gun battle
    with a time and place of its own."""
    if home.frames or home.towns or home.targets or not atom.frames or atom.opens:
        return False
    if atom.only_effects or home.only_effects:
        return False
    if of_a_sort(atom.kind, home.kind):
        return bool(atom.towns or atom.targets) and atom.last - home.last > REACH
    return atom.last - home.last >= _AT_HAND


def _has_its_own_dead(atom: Group, home: Group) -> bool:
    """A rocket attack that is told with its dead is not the air strike that is told with others,
    though a missile may be told of as either."""
    if atom.only_effects or home.only_effects or atom.kind in home.kinds:
        return False
    alike = atom.kind in kind(home.kind).within or home.kind in kind(atom.kind).within
    return not alike and apart(atom.victims, home.victims)


def _hits(atom: Group, home: Group) -> bool:
    """ "Three protesters were shot dead", told right after what protesters did: one incident."""
    near = atom.last - home.last <= _AT_HAND
    return near and home.crowd_acts and atom.crowd_hit and not atom.towns


def _other_hands(atom: Group, home: Group) -> bool:
    """What a state did to others is not what a crowd did, nor what gunmen did; what it did to the
    crowd, or to them, may be. A clash has two sides, and force against a crowd too."""
    if {"clash", "crowd-control"} & {atom.kind, home.kind} and not atom.hurts_others:
        return False
    if atom.hands == {"guard"} and home.hands == {"armed"} and atom.hurts_others:
        return True
    if atom.raids_anew and "guard" not in home.hands and not home.only_effects:
        return True
    for one, other in ((atom, home), (home, atom)):
        if one.crowd_acts and not one.doers and other.doers and not other.crowd_hit:
            return not other.crowd_acts
    return False


def _takes_up(atom: Group, home: Group) -> bool:
    """ "The raid" of an air strike told just before."""
    near = atom.last - home.last <= REACH
    return atom.points == "back" and near and not atom.towns and akin(atom.kind, home.kind)
