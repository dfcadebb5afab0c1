"""From the actors of single reports to one actor for each who acts, across reports."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from rashomon.linking.actor_evidence import (
    Profile,
    Reason,
    because,
    full_names,
    here,
    keys,
    keys_here,
    profile,
)
from rashomon.linking.actor_whole import combined, global_id
from rashomon.model.base import Frozen
from rashomon.model.voices import Actor, ActorLink

_LARGEST_BLOCK = 200  # actors that share a spelling; more are compared only with the first

_Keys = Callable[[Profile], Iterable[str]]


class Merge(Frozen):
    """Two actors held for one: how sure that is, 0 to 1, and why, in words for a reader."""

    kept: str
    merged: str
    score: float
    reason: str


def merge_actors(actors: Iterable[Actor]) -> Mapping[str, Actor]:
    """Local id -> the global actor that it belongs to. See :func:`merge_with_reasons`."""
    return merge_with_reasons(actors)[0]


def merge_with_reasons(actors: Iterable[Actor]) -> tuple[Mapping[str, Actor], tuple[Merge, ...]]:
    """The merged actors, and every merge with its score and reason.

    Groups and organisations merge by the lexicons, by spelling and transliteration, by
    abbreviation; bodies of a state by type and country; persons across reports only where a title,
    office or trade agrees beside the full name; within a report a surname joins its full name.
    Stated differences are obeyed. The result depends on the set of actors alone.
    """
    profiles = _profiles(actors)
    forest = _Forest(profiles)
    merges = _joined(forest, _candidates(profiles, keys, because))
    return _wholes(profiles, forest, merges), merges


def merge_in_incidents(
    actors: Mapping[str, Actor], casts: Iterable[Collection[str]]
) -> Mapping[str, Actor]:
    """Every id of ``actors`` -> the actor that it belongs to, once it is known who are told of in
    reports of one incident: one full name, one surname, one sort of body is one actor there,
    unless a report says otherwise."""
    profiles = {each: profile(actor) for each, actor in sorted(actors.items())}
    forest = _Forest(profiles)
    merges: list[Merge] = []
    for cast in sorted(sorted(set(cast)) for cast in casts):
        own = {each: profiles[each] for each in cast}
        names = _bearers(own)

        def told(one: Profile, other: Profile, names: Mapping[str, int] = names) -> Reason | None:
            return here(one, other, lambda part: names.get(part, 0) == 1)

        merges += _joined(forest, _candidates(own, keys_here, told))
    return _wholes(profiles, forest, tuple(merges))


def _bearers(profiles: Mapping[str, Profile]) -> dict[str, int]:
    """How many full names have a first name or surname."""
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for each in profiles.values():
        for part in full_names(each):
            found[part].add(full_names(each))
    return {part: len(names) for part, names in found.items()}


def _profiles(actors: Iterable[Actor]) -> dict[str, Profile]:
    by_id: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        by_id[actor.id].append(actor)
    return {
        local: profile(combined(local, sorted(same, key=lambda a: a.model_dump_json()), {}))
        for local, same in sorted(by_id.items())
    }


def _candidates(
    profiles: Mapping[str, Profile], keys: _Keys, why: Callable[[Profile, Profile], Reason | None]
) -> Iterator[tuple[Reason, str, str]]:
    """Pairs that share a key and are one actor: reason, smaller id, greater id."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for local, each in profiles.items():
        for key in dict.fromkeys(keys(each)):
            blocks[key].append(local)
    pairs = set[tuple[str, str]]()
    for block in blocks.values():
        leaders = block if len(block) <= _LARGEST_BLOCK else block[:1]
        for at, first in enumerate(leaders):
            pairs.update((first, second) for second in block[at + 1 :])
    for first, second in sorted(pairs):
        reason = why(profiles[first], profiles[second])
        if reason is not None:
            yield reason, first, second


def _joined(forest: "_Forest", candidates: Iterable[tuple[Reason, str, str]]) -> tuple[Merge, ...]:
    """The merges that hold, the surest first."""
    merges = []
    ranked = sorted(candidates, key=lambda c: (-c[0].score, c[0].because, c[1], c[2]))
    for reason, first, second in ranked:
        if forest.join(first, second):
            merges.append(
                Merge(kept=first, merged=second, score=reason.score, reason=reason.because)
            )
    return tuple(merges)


class _Forest:
    """Which actors are one so far, and which must stay apart."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self._head = {local: local for local in profiles}
        self._members = {local: [local] for local in profiles}
        self._profiles = profiles

    def head(self, local: str) -> str:
        """The actor that stands for all that are one with this one."""
        return self._head[local]

    def groups(self) -> Mapping[str, list[str]]:
        """Head -> all members."""
        return self._members

    def join(self, first: str, second: str) -> bool:
        """Make two one; false if they were already, or if any of their members differ by word."""
        one, other = sorted((self._head[first], self._head[second]))
        if one == other or self._apart(one, other):
            return False
        for local in self._members.pop(other):
            self._head[local] = one
            self._members[one].append(local)
        return True

    def _apart(self, one: str, other: str) -> bool:
        mine = [self._profiles[local] for local in self._members[one]]
        theirs = [self._profiles[local] for local in self._members[other]]
        ours, others = Profile.together(mine), Profile.together(theirs)
        return ours.differs_from(others) or others.differs_from(ours)


def _wholes(
    profiles: Mapping[str, Profile], forest: _Forest, merges: Iterable[Merge]
) -> dict[str, Actor]:
    ids = {
        head: global_id([profiles[local].actor for local in sorted(members)])
        for head, members in forest.groups().items()
    }
    to_global = {local: ids[forest.head(local)] for local in profiles}
    links: dict[str, list[ActorLink]] = defaultdict(list)
    for each in merges:
        links[forest.head(each.kept)].append(_link(each, profiles[each.merged].actor))
    merged: dict[str, Actor] = {}
    for head, members in sorted(forest.groups().items()):
        parts = [profiles[local].actor for local in sorted(members)]
        whole = combined(ids[head], parts, to_global, links[head])
        merged.update(dict.fromkeys(members, whole))
    return merged


def _link(merge: Merge, actor: Actor) -> ActorLink:
    reports = tuple(sorted({report for name in actor.names for report in name.reports}))
    return ActorLink(name=actor.name, reports=reports, score=merge.score, because=merge.reason)
