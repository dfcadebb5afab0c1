"""What speaks for two local actors being one, and what against it."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from rashomon.data.known_names import Known
from rashomon.data.naming import (
    bare,
    country,
    known,
    person_words,
    same_spelling,
    split_titles,
    title_kinds,
)
from rashomon.data.spelling import fold, skeleton, words
from rashomon.model.voices import Actor

_TELLING = frozenset({"office", "rank", "clergy", "role", "speaker"})
_LEAST_ABBREVIATION = 3  # letters; shorter ones stand for too much
_ARTICLES = frozenset(["los", "las", "les", "el", "la", "le", "die", "der", "das", "os", "as"])
_FORCES_OF = re.compile(
    r"^(?:(?:naval|armed|military|land|air|ground|security|special|popular)\s)?"
    r"(?:forces|fighters|men|soldiers|troops|wing|media\soffice)\sof\s(?:the\s)?(?P<whole>.+)$"
)

_NATIONAL = frozenset(["national", "state", "federal", "royal", "republican", "central", "the"])
_COMMON = re.compile(r"[^A-Z]*")
_LEAST_NAME = 5  # letters
_LEAST_SOUND = 4  # consonants


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor as it is compared: its spellings folded, what it is not, its titles.

    ``body`` is the lexicons' entry where all spellings that they know agree on one.
    """

    actor: Actor
    spellings: frozenset[str]
    reports: frozenset[str]
    titles: frozenset[str]
    body: Known | None
    bodies: frozenset[str]
    not_same: frozenset[str]
    namesake: bool = False
    """Whether a report says that somebody else has the same name."""

    @classmethod
    def together(cls, members: Sequence[Self]) -> Self:
        """The profile of several that are one."""
        first = members[0]
        return cls(
            actor=first.actor,
            spellings=frozenset().union(*(m.spellings for m in members)),
            reports=frozenset().union(*(m.reports for m in members)),
            titles=frozenset().union(*(m.titles for m in members)),
            body=next((m.body for m in members if m.body), None),
            bodies=frozenset().union(*(m.bodies for m in members)),
            not_same=frozenset().union(*(m.not_same for m in members)),
            namesake=any(m.namesake for m in members),
        )

    def differs_from(self, other: Self) -> bool:
        """Whether a report or the lexicons say that this one is not the other."""
        if self.bodies and other.bodies and not self.bodies & other.bodies:
            return True
        if (self.namesake or other.namesake) and not self.titles & other.titles:
            return True
        theirs = other.spellings | {other.actor.id, *map(bare, other.bodies)}
        return bool(self.not_same & theirs)


def profile(actor: Actor) -> Profile:
    """How an actor is compared."""
    texts = [actor.name, *(name.text for name in actor.names)]
    named = known(actor.name)
    found = [named] if named else [body for text in texts if (body := known(text))]
    bodies = {body.canonical: body for body in found if body is not None and not body.type}
    body = next(iter(bodies.values())) if len(bodies) == 1 else None
    return Profile(
        actor=actor,
        spellings=frozenset(filter(None, _spellings(actor, texts))),
        reports=frozenset(report for name in actor.names for report in name.reports),
        titles=frozenset(_titles(actor)),
        body=body,
        bodies=frozenset(bodies),
        not_same=frozenset(_not_same(actor, body)),
        namesake=any(bare(stated.name) == bare(actor.name) for stated in actor.not_the_same_as),
    )


def _spellings(actor: Actor, texts: Iterable[str]) -> Iterator[str]:
    """Folded names; of a group also without an article of its own tongue ("Los Tordos"), and of
    its forces and men the name of the whole ("Naval Forces of Ansar as-Safa")."""
    for text in texts:
        name = bare(text)
        yield name
        if actor.kind in ("armed-group", "organisation"):
            first, _, rest = name.partition(" ")
            whole = _FORCES_OF.match(name)
            yield rest if first in _ARTICLES else whole["whole"] if whole else ""


def _titles(actor: Actor) -> Iterator[str]:
    """Offices and ranks by which the actor goes, in its spellings and labels."""
    if actor.kind != "person":
        return
    for text in (actor.name, *(name.text for name in actor.names)):
        yield from (t for t in split_titles(words(text))[0] if title_kinds().get(t) in _TELLING)
    yield from actor.roles
    for label in actor.labels:
        if title_kinds().get(fold(label.label)) in _TELLING:
            yield fold(label.label)


def _not_same(actor: Actor, body: Known | None) -> Iterator[str]:
    for stated in actor.not_the_same_as:
        if bare(stated.name) == bare(actor.name):
            yield stated.actor or ""
            continue
        yield from filter(None, (bare(stated.name), stated.actor))
        other = known(stated.name)
        if other is not None and (body is None or other.canonical != body.canonical):
            yield bare(other.canonical)
    if body is not None:
        yield from map(bare, body.not_same_as)


def keys(each: Profile) -> Iterator[str]:
    """Keys of which two actors must share one to be compared at all."""
    actor = each.actor
    if each.body is not None:
        yield f"body:{each.body.canonical}"
    elif actor.kind == "person":
        yield from (f"person:{part}" for part in _ends(actor))
    elif actor.kind == "crowd":
        yield from (f"crowd:{report}" for report in each.reports)
    if _is_land(actor):
        yield f"state:{actor.country}"
    for spelling in each.spellings if actor.kind not in ("person", "crowd") else ():
        yield f"name:{spelling.replace(' ', '')}"
        sound = skeleton(spelling)
        if len(sound) >= _LEAST_SOUND:
            yield f"sound:{sound}"


def keys_here(each: Profile) -> Iterator[str]:
    """The same for actors of one incident, of whom less need agree."""
    if each.actor.kind == "person":
        yield from _ends(each.actor)
    for spelling in each.spellings if each.actor.kind != "crowd" else ():
        yield spelling.replace(" ", "")
        yield spelling.rpartition(" ")[2]


class Reason(NamedTuple):
    """Why two actors are one: how sure that is, 0 to 1, and the words for a reader."""

    score: float
    because: str


def because(one: Profile, other: Profile) -> Reason | None:
    """Why two actors are one; ``None`` where nothing says so.

    The scores order the reasons, surest first. They are set by hand and measured on nothing: not
    calibrated probabilities.
    """
    if one.differs_from(other) or other.differs_from(one) or not _like(one.actor, other.actor):
        return None
    if one.body is not None and other.body is not None:
        return Reason(1.0, f"both names are filed as {one.body.canonical}")
    if _is_land(one.actor) and _is_land(other.actor):
        return Reason(1.0, "one country") if one.actor.country == other.actor.country else None
    if one.actor.kind == "crowd":
        same = one.spellings & other.spellings and one.reports & other.reports
        return Reason(0.9, "one crowd in one report") if same else None
    if one.actor.kind == "person":
        return _one_person(one, other)
    if one.actor.kind == "state":
        return _one_office(one, other)
    return _one_group(one, other)


def _is_land(actor: Actor) -> bool:
    """Whether it is a state itself and none of its bodies."""
    return actor.kind == "state" and country(actor.name) is not None


def _like(one: Actor, other: Actor) -> bool:
    """Whether kind and country can be those of one actor."""
    groups = {"armed-group", "organisation", "state"}
    if one.kind != other.kind and not {one.kind, other.kind} <= groups:
        return False
    if "state" in (one.kind, other.kind) and _is_land(one) != _is_land(other):
        return False
    return one.country is None or other.country is None or one.country == other.country


def _one_office(one: Profile, other: Profile) -> Reason | None:
    """One body of one country: of two reports that name no country nobody knows."""
    if one.actor.country is None or one.actor.country != other.actor.country:
        return None
    shared = sorted(one.spellings & other.spellings)
    return Reason(0.95, f'both are "{shared[0]}" of one country') if shared else None


def _one_group(one: Profile, other: Profile) -> Reason | None:
    names, others = (_long_enough(p.spellings) for p in (one, other))
    shared = sorted(names & others, key=lambda name: (-len(name), name))
    if shared and _says_who(shared[0], one, other):
        return Reason(0.95 if " " in shared[0] else 0.85, f'both are called "{shared[0]}"')
    for mine in sorted(names):
        for theirs in sorted(others):
            if same_spelling(mine, theirs) or mine.replace(" ", "") == theirs.replace(" ", ""):
                if not _says_who(mine, one, other):
                    continue
                pair = sorted((mine, theirs))
                return Reason(0.8, f'"{pair[0]}" and "{pair[1]}" are spellings of one name')
    return None


def _says_who(shared: str, one: Profile, other: Profile) -> bool:
    """Whether a shared name is one: what no report writes with a capital only says of what sort a
    body is ("the youth association")."""
    named = (n.text for p in (one, other) for n in p.actor.names if bare(n.text) == shared)
    proper = any(word[:1].isupper() for text in named for word in text.split()[-1:])
    return proper or bool(one.reports & other.reports) or not _COMMON.fullmatch(one.actor.name)


def _long_enough(spellings: Iterable[str]) -> set[str]:
    return {name for name in spellings if len(name) >= _LEAST_ABBREVIATION}


def _one_person(one: Profile, other: Profile) -> Reason | None:
    mine, theirs = _parts(one.actor), _parts(other.actor)
    together = bool(one.reports & other.reports)
    if together and min(len(mine), len(theirs)) == 1 and mine[-1:] == theirs[-1:]:
        return Reason(0.9, "a surname and the full name in one report")
    if len(mine) < 2 or not same_spelling(" ".join(mine), " ".join(theirs)):
        return None
    if together:
        return Reason(0.95, "one full name in one report")
    shared = sorted(one.titles & other.titles)
    return Reason(0.9, f'one full name, and both are "{shared[0]}"') if shared else None


def here(one: Profile, other: Profile, alone: Callable[[str], bool]) -> Reason | None:
    """Why two actors are one who act in reports of one incident, where the names alone would not
    say so. ``alone`` tells whether only one of the incident's people has a part of a name."""
    if one.differs_from(other) or other.differs_from(one) or _is_land(one.actor):
        return None
    if "crowd" in (one.actor.kind, other.actor.kind):
        return None
    if "person" in (one.actor.kind, other.actor.kind) and one.actor.kind != other.actor.kind:
        return _taken_for_a_person(one, other)
    if not _like(one.actor, other.actor):
        return None
    if one.actor.kind == "person" and other.actor.kind == "person":
        return _one_of_the_incident(one, other, alone)
    shared = sorted(_long_enough(one.spellings) & _long_enough(other.spellings))
    if shared:
        return Reason(0.85, f'both are called "{shared[0]}", in reports of one incident')
    return _part_of_name(one, other)


def _one_of_the_incident(
    one: Profile, other: Profile, alone: Callable[[str], bool]
) -> Reason | None:
    if _other_posts(one, other):
        return None
    mine, theirs = _parts(one.actor), _parts(other.actor)
    if len(mine) > 1 and same_spelling(" ".join(mine), " ".join(theirs)):
        return Reason(0.85, "one full name, in reports of one incident")
    short, whole = sorted((mine, theirs), key=len)
    if len(short) == 1 < len(whole) and short[0] in (whole[0], whole[-1]) and alone(short[0]):
        name = min((one, other), key=lambda each: len(_parts(each.actor))).actor.name
        return Reason(0.75, f"only one of the incident's people is called {name}")
    return None


def _other_posts(one: Profile, other: Profile) -> bool:
    """Whether both are told by what they are, and by nothing alike: a judge is no baker."""
    mine, theirs = ({w for title in p.titles for w in title.split()} for p in (one, other))
    return bool(mine and theirs) and not mine & theirs


def _taken_for_a_person(one: Profile, other: Profile) -> Reason | None:
    """A bare name, held for somebody's, that another report of the incident gives a group."""
    person, body = (one, other) if one.actor.kind == "person" else (other, one)
    if person.titles or body.actor.kind not in ("armed-group", "organisation"):
        return None
    shared = {n.replace(" ", "") for n in person.spellings} & {
        n.replace(" ", "") for n in body.spellings
    }
    if not any(len(name) >= _LEAST_NAME for name in shared):
        return None
    return Reason(0.7, f'"{person.actor.name}" is the name of a group in reports of one incident')


def _part_of_name(one: Profile, other: Profile) -> Reason | None:
    """ "prison service" and "National Prison Service": one name with a word more before it."""
    for mine, theirs in ((one, other), (other, one)):
        for short in sorted(mine.spellings):
            for whole in sorted(theirs.spellings):
                if " " in short and whole.endswith(f" {short}") and _widens(whole, short):
                    return Reason(
                        0.75, f'"{short}" is part of "{whole}", in reports of one incident'
                    )
    return None


def _widens(whole: str, short: str) -> bool:
    """Whether the words before the short name only say that it is a country's ("national")."""
    before = whole.removesuffix(short).split()
    return all(word in _NATIONAL or country(word.title()) is not None for word in before)


def full_names(each: Profile) -> tuple[str, ...]:
    """The first name and the surname of a person, folded; none where only one is told."""
    parts = _parts(each.actor) if each.actor.kind == "person" else []
    return (parts[0], parts[-1]) if len(parts) > 1 else ()


def _ends(actor: Actor) -> Iterator[str]:
    parts = _parts(actor)
    for part in (parts[:1] + parts[-1:]) if parts else ():
        yield skeleton(part) or part


def _parts(actor: Actor) -> list[str]:
    return [word.folded for word in person_words(actor.name)]
