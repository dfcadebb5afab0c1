"""Who acts in reports of one incident: there a full name, a surname or a sort of body is one actor,
where across a pile it may be many; and the only country concerned is whose army it was."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.casework.resolving import Resolved
from rashomon.data.naming import country
from rashomon.data.phrases import words
from rashomon.linking.actors import merge_in_incidents
from rashomon.linking.clusters import Cluster
from rashomon.linking.placing import ranked_sites
from rashomon.model.base import NullReason
from rashomon.model.claims import ActorValue, Claim, ResponsibleValue, Who
from rashomon.model.episodes import Episode
from rashomon.model.voices import Actor, Voice

_OF_A_STATE = frozenset({"state", "organisation"})


@dataclass(frozen=True, slots=True)
class Joined:
    """The incidents of a pile with one actor for each who acts; ``casts``: by cluster, the actors
    of the reports that are mainly about it."""

    clusters: tuple[Cluster, ...]
    actors: Mapping[str, Actor]
    voices: Mapping[str, Voice]
    casts: tuple[frozenset[str], ...]


def join_casts(clusters: Sequence[Cluster], resolved: Resolved) -> Joined:
    """Clusters, actors and voices with the actors of each incident joined; the incident's country
    is that of the bodies of a state of which no report says whose, if no other is told of."""
    casts = [_cast(cluster.episodes, resolved) for cluster in clusters]
    actors = dict(resolved.actors)
    for cluster, cast in zip(clusters, casts, strict=True):
        actors.update(_at_home(cluster, [actors[each] for each in sorted(cast)]))
    merged = merge_in_incidents(actors, casts)
    return Joined(
        clusters=tuple(_with(cluster, merged) for cluster in clusters),
        actors={actor.id: actor for actor in merged.values()},
        voices={key: _voice(voice, merged) for key, voice in resolved.voices.items()},
        casts=tuple(frozenset(merged[each].id for each in cast) for cast in casts),
    )


def _cast(episodes: Iterable[Episode], resolved: Resolved) -> frozenset[str]:
    """All actors of the reports that are mainly about one incident."""
    return frozenset(
        resolved.acting[actor.id] for each in episodes if each.main for actor in each.actors
    )


def _at_home(cluster: Cluster, cast: Sequence[Actor]) -> Iterator[tuple[str, Actor]]:
    """The bodies of a state of which no report says whose: the country's where it happened, if the
    incident's sentences name no other; else it is open whose."""
    sites = ranked_sites(cluster.episodes)
    land = sites[0].value.country_code if sites else None
    if land is None:
        return
    others = {actor.country for actor in cast if actor.kind == "state" and actor.country}
    others |= {code for episode in cluster.episodes for code in episode.lands}
    for actor in cast:
        if actor.kind in _OF_A_STATE and actor.country is None and _is_a_states(actor):
            codes: dict[str, NullReason] = dict(actor.why_null)
            if others - {land}:
                codes["country"] = "ambiguous"
                yield actor.id, actor.model_copy(update={"why_null": codes})
                continue
            codes.pop("country", None)
            home = {"country": land, "kind": "state", "why_null": codes}
            yield actor.id, actor.model_copy(update=home)


def _is_a_states(actor: Actor) -> bool:
    body = actor.name in words("national_bodies", "body")
    return body or (actor.kind == "state" and country(actor.name) is None)


def _with(cluster: Cluster, merged: Mapping[str, Actor]) -> Cluster:
    episodes = tuple(
        each.rewritten(lambda claim: _claim(claim, merged)) for each in cluster.episodes
    )
    return cluster.model_copy(update={"episodes": episodes})


def _claim(claim: Claim, merged: Mapping[str, Actor]) -> Claim:
    value = claim.value
    if isinstance(value, ActorValue):
        value = ActorValue(actor=merged[value.actor].id)
    elif isinstance(value, ResponsibleValue):
        value = ResponsibleValue(actor=merged[value.actor].id, role=value.role)
    who = _who(claim.who, merged)
    if value is claim.value and who is claim.who:
        return claim
    return claim.model_copy(update={"value": value, "who": who})


def _who(who: Who | None, merged: Mapping[str, Actor]) -> Who | None:
    if who is None or not {who.actor, who.side} & merged.keys():
        return who
    return who.model_copy(update={"actor": _now(who.actor, merged), "side": _now(who.side, merged)})


def _now(actor: str | None, merged: Mapping[str, Actor]) -> str | None:
    return merged[actor].id if actor is not None and actor in merged else actor


def _voice(voice: Voice, merged: Mapping[str, Actor]) -> Voice:
    if voice.actor is None or voice.actor not in merged:
        return voice
    return voice.model_copy(update={"actor": merged[voice.actor].id})
