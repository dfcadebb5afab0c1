"""What speaks for two local actors being one, and what against it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from rashomon.data.known_names import Known
from rashomon.data.naming import (
    bare,
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
        )

    def differs_from(self, other: Self) -> bool:
        """Whether a report or the lexicons say that this one is not the other."""
        if self.bodies and other.bodies and not self.bodies & other.bodies:
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
        spellings=frozenset(filter(None, map(bare, texts))),
        reports=frozenset(report for name in actor.names for report in name.reports),
        titles=frozenset(_titles(actor)),
        body=body,
        bodies=frozenset(bodies),
        not_same=frozenset(_not_same(actor, body)),
    )


def _titles(actor: Actor) -> Iterator[str]:
    """Offices and ranks by which the actor goes, in its spellings and labels."""
    if actor.kind != "person":
        return
    for text in (actor.name, *(name.text for name in actor.names)):
        yield from (t for t in split_titles(words(text))[0] if title_kinds().get(t) in _TELLING)
    for label in actor.labels:
        if title_kinds().get(fold(label.label)) in _TELLING:
            yield fold(label.label)


def _not_same(actor: Actor, body: Known | None) -> Iterator[str]:
    for stated in actor.not_the_same_as:
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
    elif actor.kind == "state" and actor.country:
        yield f"state:{actor.country}"
    elif actor.kind == "person":
        yield f"person:{_surname(actor)}"
    elif actor.kind == "crowd":
        yield from (f"crowd:{report}" for report in each.reports)
    for spelling in each.spellings if actor.kind not in ("person", "crowd") else ():
        yield f"name:{spelling}"
        sound = skeleton(spelling)
        if len(sound) >= _LEAST_SOUND:
            yield f"sound:{sound}"


def because(one: Profile, other: Profile) -> str | None:
    """Why two actors are one, in a sentence; ``None`` where nothing says so."""
    if one.differs_from(other) or other.differs_from(one) or not _like(one.actor, other.actor):
        return None
    if one.body is not None and other.body is not None:
        return f"both names are filed as {one.body.canonical}"
    if one.actor.kind == "state":
        return "one country" if one.actor.country == other.actor.country else None
    if one.actor.kind == "crowd":
        same = one.spellings & other.spellings and one.reports & other.reports
        return "one crowd in one report" if same else None
    if one.actor.kind == "person":
        return _one_person(one, other)
    return _one_group(one, other)


def _like(one: Actor, other: Actor) -> bool:
    """Whether kind and country can be those of one actor."""
    groups = {"armed-group", "organisation"}
    if one.kind != other.kind and not {one.kind, other.kind} <= groups:
        return False
    return one.country is None or other.country is None or one.country == other.country


def _one_group(one: Profile, other: Profile) -> str | None:
    names, others = (_long_enough(p.spellings) for p in (one, other))
    shared = sorted(names & others, key=lambda name: (-len(name), name))
    if shared:
        return f'both are called "{shared[0]}"'
    for mine in sorted(names):
        for theirs in sorted(others):
            if same_spelling(mine, theirs):
                pair = sorted((mine, theirs))
                return f'"{pair[0]}" and "{pair[1]}" are spellings of one name'
    return None


def _long_enough(spellings: Iterable[str]) -> set[str]:
    return {name for name in spellings if len(name) >= _LEAST_ABBREVIATION}


def _one_person(one: Profile, other: Profile) -> str | None:
    mine, theirs = _parts(one.actor), _parts(other.actor)
    together = bool(one.reports & other.reports)
    if together and min(len(mine), len(theirs)) == 1 and mine[-1:] == theirs[-1:]:
        return "a surname and the full name in one report"
    if len(mine) < 2 or not same_spelling(" ".join(mine), " ".join(theirs)):
        return None
    if together:
        return "one full name in one report"
    shared = sorted(one.titles & other.titles)
    return f'one full name, and both are "{shared[0]}"' if shared else None


def _parts(actor: Actor) -> list[str]:
    return [word.folded for word in person_words(actor.name)]


def _surname(actor: Actor) -> str:
    parts = _parts(actor)
    return (skeleton(parts[-1]) or parts[-1]) if parts else ""
