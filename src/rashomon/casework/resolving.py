"""One id for each voice and actor of the pile: episodes are rewritten to the merged ones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.linking.actors import merge_actors
from rashomon.linking.voices import merge_voices
from rashomon.model.claims import (
    ActorValue,
    ChainLink,
    Claim,
    ResponsibleValue,
    Value,
)
from rashomon.model.episodes import Episode
from rashomon.model.voices import Actor, Voice


@dataclass(frozen=True, slots=True)
class Resolved:
    """Episodes whose claims name the voices and actors of the pile."""

    episodes: tuple[Episode, ...]
    voices: Mapping[str, Voice]
    actors: Mapping[str, Actor]
    acting: Mapping[str, str]
    """The actor of the pile for each actor of a report, by id."""
    named: Mapping[str, Sequence[tuple[int, int, str]]]
    """By report: where voices are named, as start, end and the voice's id."""

    def voice_at(self, report: str, start: int, end: int) -> str | None:
        """The voice named by words of a report, if any voice is named there."""
        for first, last, voice in self.named.get(report, ()):
            if first < end and start < last:
                return voice
        return None


def resolve(told: Sequence[Episode]) -> Resolved:
    """Merge the voices and actors of all episodes and rewrite their claims."""
    actors = merge_actors(actor for episode in told for actor in episode.actors)
    voices = merge_voices(_acting(v, actors) for episode in told for v in episode.voices)
    episodes = tuple(_rewritten(episode, voices, actors) for episode in told)
    return Resolved(
        episodes=episodes,
        voices={voice.id: voice for voice in voices.values()},
        actors={actor.id: actor for actor in actors.values()},
        acting={local: actor.id for local, actor in actors.items()},
        named=_named(voices.values()),
    )


def _acting(voice: Voice, actors: Mapping[str, Actor]) -> Voice:
    if voice.actor is None:
        return voice
    return voice.model_copy(update={"actor": actors[voice.actor].id})


def _named(voices: Iterable[Voice]) -> dict[str, list[tuple[int, int, str]]]:
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for voice in {voice.id: voice for voice in voices}.values():
        for name in voice.names:
            places[name.report].append((name.start, name.end, voice.id))
    return {report: sorted(found) for report, found in places.items()}


def _rewritten(
    episode: Episode, voices: Mapping[str, Voice], actors: Mapping[str, Actor]
) -> Episode:
    return episode.rewritten(lambda claim: _claim(claim, voices, actors))


def _claim(claim: Claim, voices: Mapping[str, Voice], actors: Mapping[str, Actor]) -> Claim:
    chain = tuple(
        ChainLink(voice=voices[link.voice].id, attribution=link.attribution, stance=link.stance)
        for link in claim.chain
    )
    return claim.model_copy(update={"chain": chain, "value": _value(claim.value, actors)})


def _value(value: Value, actors: Mapping[str, Actor]) -> Value:
    if isinstance(value, ActorValue):
        return ActorValue(actor=actors[value.actor].id)
    if isinstance(value, ResponsibleValue):
        return ResponsibleValue(actor=actors[value.actor].id, role=value.role)
    return value
