"""The least of which incidents are put together: mentions that the grammar ties to each other, with
what the words around them say of their time, place, parties and of what was told before."""

from collections.abc import Iterable, Sequence

from rashomon.claims.account import Account
from rashomon.claims.asides import goes_on, is_definite
from rashomon.claims.frames import (
    dated_block,
    doers_of,
    frames_of,
    of_a_crowd,
    targets_of,
    victims_of,
)
from rashomon.claims.groups import Group, weight
from rashomon.claims.hands import by_hands, fells_attackers, hurts_others, raids_anew
from rashomon.claims.in_turn import (
    after_it,
    is_fronted,
    named_as_earlier,
    named_by,
    sundered,
    told_in_sequence,
)
from rashomon.claims.pointing import pointing
from rashomon.claims.sequels import parting
from rashomon.claims.towns import fronted, regions_of, settlements_of
from rashomon.data.kinds import kind
from rashomon.data.phrases import words
from rashomon.model.annotations import EventMention


def tied(mentions: Sequence[EventMention], account: Account) -> list[list[EventMention]]:
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
    if one.kind == other.kind and named_by(one, account) != named_by(other, account):
        return False  # "marched against *the arrest* of an editor, and two were *detained*"
    mine, theirs = (frames_of([each], account) for each in (one, other))
    late = "follow-up" in (kind(one.kind).role, kind(other.kind).role)
    return late or not (mine and theirs) or any(a.could_meet_here(b) for a in mine for b in theirs)


def atom_of(mentions: list[EventMention], account: Account) -> Group:
    """One atom, with what its words say."""
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
    atom.fronted = is_fronted(head, account)
    atom.named_by = next(filter(None, (named_by(m, account) for m in mentions)), "")
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
