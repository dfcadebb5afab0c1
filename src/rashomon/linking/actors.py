"""From the actors of single reports to one actor for each who acts, across reports."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rashomon.linking.actor_evidence import Profile, because, keys, profile
from rashomon.linking.actor_whole import combined, global_id
from rashomon.model.base import Frozen
from rashomon.model.voices import Actor

_LARGEST_BLOCK = 200  # actors that share a spelling; more are compared only with the first


class Merge(Frozen):
    """Two local actors held for one, and why: a sentence for a reader."""

    kept: str
    merged: str
    reason: str


def merge_actors(actors: Iterable[Actor]) -> Mapping[str, Actor]:
    """Local id -> the global actor that it belongs to. See :func:`merge_with_reasons`."""
    return merge_with_reasons(actors)[0]


def merge_with_reasons(actors: Iterable[Actor]) -> tuple[Mapping[str, Actor], tuple[Merge, ...]]:
    """The merged actors, and every merge with its reason.

    Groups and organisations merge by the lexicons, by spelling and transliteration, by
    abbreviation; persons across reports only where a title or office agrees beside the full name;
    within a report a surname joins its full name. Stated differences are obeyed. The result
    depends on the set of actors alone.
    """
    profiles = _profiles(actors)
    forest = _Forest(profiles)
    merges = []
    for reason, first, second in sorted(_candidates(profiles)):
        if forest.join(first, second):
            merges.append(Merge(kept=first, merged=second, reason=reason))
    return _wholes(profiles, forest), tuple(merges)


def _profiles(actors: Iterable[Actor]) -> dict[str, Profile]:
    by_id: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        by_id[actor.id].append(actor)
    return {
        local: profile(combined(local, sorted(same, key=lambda a: a.model_dump_json()), {}))
        for local, same in sorted(by_id.items())
    }


def _candidates(profiles: Mapping[str, Profile]) -> Iterable[tuple[str, str, str]]:
    """Pairs that share a key and are one actor: reason, smaller id, greater id."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for local, each in profiles.items():
        for key in keys(each):
            blocks[key].append(local)
    pairs = set[tuple[str, str]]()
    for block in blocks.values():
        leaders = block if len(block) <= _LARGEST_BLOCK else block[:1]
        for at, first in enumerate(leaders):
            pairs.update((first, second) for second in block[at + 1 :])
    for first, second in sorted(pairs):
        reason = because(profiles[first], profiles[second])
        if reason is not None:
            yield reason, first, second


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


def _wholes(profiles: Mapping[str, Profile], forest: _Forest) -> dict[str, Actor]:
    ids = {
        head: global_id([profiles[local].actor for local in sorted(members)])
        for head, members in forest.groups().items()
    }
    to_global = {local: ids[forest.head(local)] for local in profiles}
    merged: dict[str, Actor] = {}
    for head, members in sorted(forest.groups().items()):
        parts = [profiles[local].actor for local in sorted(members)]
        whole = combined(ids[head], parts, to_global)
        merged.update(dict.fromkeys(members, whole))
    return merged
