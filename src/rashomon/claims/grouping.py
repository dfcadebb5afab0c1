"""Which mentions of one report tell of the same incident.

The report is read once from top to bottom. A mention joins what the grammar ties it to, else the
latest incident that its kind, time and place allow; words like "a second" or "in a separate
incident", another day and another town open a new one. What only tells an effect ("two were
killed") or a follow-up (an arrest) belongs to the incident in view.
"""

from collections.abc import Iterable, Sequence

from rashomon.claims.account import Account
from rashomon.claims.asides import goes_on, is_definite, lead_of, passed
from rashomon.claims.frames import (
    acting,
    after_it,
    apart,
    dated_block,
    doers_of,
    frames_of,
    named_as_earlier,
    of_a_crowd,
    sundered,
    targets_of,
    told_in_sequence,
    victims_of,
)
from rashomon.claims.groups import OPENING, Group, join, telling, times_allow, weight
from rashomon.claims.hands import by_hands, fells_attackers, hurts_others, raids_anew
from rashomon.claims.matter import arrest_is_the_deed, in_passing
from rashomon.claims.pointing import akin, pointing, refused
from rashomon.claims.sequels import parting
from rashomon.claims.settling import settled
from rashomon.claims.towns import (
    fronted,
    is_told_there,
    narrowed,
    regions_apart,
    regions_of,
    settlements_of,
    towns_apart,
)
from rashomon.data.kinds import compatible, kind, of_a_sort
from rashomon.data.phrases import words
from rashomon.model.annotations import EventMention

REACH = 8
"""How many sentences back an effect without any time or place of its own looks for its event."""

_BREATH = 40
"""Characters between two things done to people in one breath: "died *and over 60 were* held"."""

_AT_HAND = 2
"""Sentences in which "the protest" is the one just told, whatever hour it ended."""


def group(account: Account) -> list[Group]:
    """The report's incidents; of speech and follow-ups alone at most one is made, where nothing
    physical is told or only in passing."""
    atoms = [_atom(tied, account) for tied in _tied(telling(account), account)]
    physical = [atom for atom in atoms if atom.physical]
    if not physical:
        return _one_of(atoms)
    deed = arrest_is_the_deed(atoms, account)
    groups: list[Group] = []
    told = [atom for atom in atoms if kind(atom.kind).role != "speech"]
    ahead = [atom for atom in told if not _place(atom, groups, deed, account)]
    for atom in ahead:
        _place_ahead(atom, groups, account)
    groups = settled(groups, account)
    if deed:
        return groups
    said = [atom for atom in atoms if not atom.physical and not atom.background]
    return _one_of(said) + groups if in_passing(groups, said, account) else groups


def _tied(mentions: Sequence[EventMention], account: Account) -> list[list[EventMention]]:
    """Mentions put together by grammar, in order of their first; not where the words between them
    or their days make two events of them."""
    leader = {m.start: m.start for m in mentions}
    known = {m.start: m for m in mentions}

    def find(start: int) -> int:
        while leader[start] != start:
            start = leader[start]
        return start

    for mention in mentions:
        other_one = known.get(mention.tied_to) if mention.tied_to is not None else None
        if other_one is not None and _of_one_event(mention, other_one, account):
            one, other = sorted((find(mention.start), find(other_one.start)))
            leader[other] = one
    tied: dict[int, list[EventMention]] = {}
    for mention in mentions:
        tied.setdefault(find(mention.start), []).append(mention)
    return list(tied.values())


def _of_one_event(one: EventMention, other: EventMention, account: Account) -> bool:
    """Whether nothing told beside the grammar sets two mentions apart."""
    if one.background != other.background or sundered(one, other, account):
        return False
    mine, theirs = (frames_of([each], account) for each in (one, other))
    late = "follow-up" in (kind(one.kind).role, kind(other.kind).role)
    return late or not (mine and theirs) or any(a.could_meet_here(b) for a in mine for b in theirs)


def _atom(mentions: list[EventMention], account: Account) -> Group:
    head = mentions[0]
    atom = Group(
        mentions=mentions,
        kinds=_kinds(mentions, account),
        background=all(m.background for m in mentions),
        distinct=next((m.distinct for m in mentions if m.distinct), None),
        last=account.sentence(mentions[-1].start),
    )
    atom.frames = frames_of(_without_what_followed(mentions), account)
    atom.towns = settlements_of(mentions, account)
    atom.regions = regions_of(mentions, account)
    atom.scene = fronted(head, account) if _is_a_deed(head) else frozenset()
    atom.in_view = frozenset(m.kind for m in mentions if account.sentence(m.start) == atom.last)
    atom.sited = atom.last
    atom.doers = doers_of(mentions, account)
    atom.victims = victims_of(mentions, account)
    atom.targets = targets_of(mentions, account)
    atom.followed = told_in_sequence(mentions, account)
    atom.crowd_acts = of_a_crowd(mentions, account, "actor")
    atom.crowd_hit = of_a_crowd(mentions, account, "recipient")
    atom.hands = by_hands(mentions, account)
    atom.hurts_others = hurts_others(mentions, account)
    atom.first = account.sentence(head.start)
    atom.paragraph = account.paragraph(atom.last)
    atom.opens = atom.first <= account.lead
    atom.definite = is_definite(mentions, account)
    atom.goes_on = goes_on(head, account)
    atom.counts = _counts(atom, account)
    atom.fells_attackers = fells_attackers(mentions, account)
    atom.raids_anew = "guard" in atom.hands and raids_anew(mentions, account)
    atom.block = dated_block(head, account)
    atom.harms = _harms(atom, account)
    atom.before_it = after_it(head, account) or _sequel(atom, account)
    atom.aside = named_as_earlier(head, account)
    deeds = [m for m in mentions if kind(m.kind).role != "effect"] or mentions
    atom.points = pointing(deeds[0], account) if len(deeds) == 1 else ""
    atom.timed = bool(atom.frames) and not atom.dying and atom.points != "back"
    atom.background = atom.background or (head.background and len(mentions) == 1)
    return atom


def _sequel(atom: Group, account: Account) -> str | None:
    """The words at the head of its sentence that set a deed apart from the one told before."""
    if atom.points:
        return None
    told = (parting(m, account) for m in atom.mentions if _is_a_deed(m) or _of_others(m, account))
    how, cue = next((each for each in told if each[0]), ("", ""))
    if how == "other":
        atom.distinct, atom.set_apart = cue, True
        return None
    alone = how == "yes" or atom.towns or atom.targets or atom.harms
    return cue if how and alone else None


def _is_a_deed(mention: EventMention) -> bool:
    """Whether it tells an event, or a killing with who or what did it: not what came of another."""
    told = kind(mention.kind)
    by_somebody = any(a.role in ("actor", "weapon") for a in mention.arguments)
    return told.role == "event" or (mention.kind == "killing" and by_somebody)


def _of_others(mention: EventMention, account: Account) -> bool:
    """ "*Also on Tuesday* eight drowned in a flood": the dead of another matter."""
    cue = parting(mention, account)[1].casefold()
    return mention.affects == "killed" and cue in words("pointing_words", use="also")


def _harms(atom: Group, account: Account) -> bool:
    """Whether its sentence counts somebody hurt or dead."""
    beside = account.events.get(atom.last, ())
    return any(m.affects for m in beside)


def _counts(atom: Group, account: Account) -> frozenset[str]:
    """The tolls that its sentence gives."""
    return frozenset(m.affects for m in account.events.get(atom.last, ()) if m.affects)


def _without_what_followed(mentions: list[EventMention]) -> list[EventMention]:
    """The mentions whose day is that of the event, not of a release or an arrest tied to it."""
    return [m for m in mentions if kind(m.kind).role != "follow-up"] or mentions


def _kinds(mentions: Iterable[EventMention], account: Account) -> dict[str, float]:
    """How much each kind is told."""
    told: dict[str, float] = {}
    for mention in mentions:
        told[mention.kind] = told.get(mention.kind, 0.0) + weight(mention, account)
    return told


def _one_of(atoms: list[Group]) -> list[Group]:
    """Where nothing physical happened the report tells one story, of its most told kind."""
    current = [atom for atom in atoms if not atom.background] or atoms
    if not current:
        return []
    story = Group([], {}, all(a.background for a in current), None)
    for atom in current:
        join(story, atom)
    return [story]


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
    elif atom.physical or (deed and atom.kind == "arrest" and not atom.background):
        groups.append(atom)
    else:
        return False
    return True


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
    home = next((g for g in here if not g.background), None)
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


def _may_join(atom: Group, home: Group) -> bool:
    if any(each.start in home.followed for each in atom.mentions):
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
    came before; and what that did ("It killed …")."""
    if atom.goes_on and atom.last - home.last == 1:
        return True
    near = atom.last - home.last <= _AT_HAND
    return near and atom.background and atom.points == "back" and not atom.frames


def _elsewhere(atom: Group, home: Group) -> bool:
    """Another town, or a region that the other does not lie in; not a village that no gazetteer
    knows, named right behind the town it may lie by ("near Carvane. … in Sel Oumar")."""
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
