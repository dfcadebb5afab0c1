"""From the voices of single reports to one voice for each who speaks, across reports."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.data.naming import full_name, is_local, known, voice_key, voice_kind
from rashomon.model.annotations import VoiceKind
from rashomon.model.base import content_id
from rashomon.model.voices import NameSpan, Voice


def merge_voices(voices: Iterable[Voice]) -> Mapping[str, Voice]:
    """Local id -> the global voice that it belongs to.

    Voices of one key (:func:`rashomon.data.naming.voice_key`) are one; so are voices that came
    with one id. The result depends on the set of voices alone, not on their order.
    """
    by_id: dict[str, list[Voice]] = defaultdict(list)
    for voice in voices:
        by_id[voice.id].append(voice)
    members: dict[str, list[Voice]] = defaultdict(list)
    for same in by_id.values():
        members[min(map(_global_id, same))].extend(same)
    merged: dict[str, Voice] = {}
    for global_id in sorted(members):
        whole = _merged(global_id, sorted(members[global_id], key=_order))
        merged.update({voice.id: whole for voice in members[global_id]})
    return merged


def _global_id(voice: Voice) -> str:
    """Made from the key alone; the local id where only the report could tell and is not known."""
    reports = sorted({name.report for name in voice.names})
    if is_local(voice.name, voice.kind) and len(reports) != 1:
        return voice.id
    return content_id("v", voice_key(voice.name, voice.kind, reports[0] if reports else ""))


def _order(voice: Voice) -> str:
    return voice.model_dump_json()


def _merged(global_id: str, members: Sequence[Voice]) -> Voice:
    names = {name for voice in members for name in voice.names}
    actor = _commonest(voice.actor for voice in members)
    name, kind = _name_and_kind(members)
    return Voice(
        id=global_id,
        name=name,
        kind=kind,
        names=tuple(sorted(names, key=_place)),
        actor=actor,
        country=_commonest(voice.country for voice in members) or _country(name),
        command=_commonest(voice.command for voice in members),
        why_null={} if actor else {"actor": "unresolved"},
    )


def _place(name: NameSpan) -> tuple[str, int, int, str]:
    return name.report, name.start, name.end, name.text


def _name_and_kind(members: Sequence[Voice]) -> tuple[str, VoiceKind]:
    """The lexicons' name where they have one, else the commonest, then the longest."""
    kinds: Counter[VoiceKind] = Counter(voice.kind for voice in members if voice.kind != "unnamed")
    kind = min(kinds, key=lambda k: (-kinds[k], k)) if kinds else members[0].kind
    body = known(members[0].name)
    if body is not None and not body.type:
        return body.canonical, voice_kind(body.kind, kind)
    spelled = Counter(full_name(v.name) if kind == "person" else v.name for v in members)
    return min(spelled, key=lambda n: (-spelled[n], -len(n), n)), kind


def _country(name: str) -> str | None:
    body = known(name)
    return body.country if body else None


def _commonest(values: Iterable[str | None]) -> str | None:
    tally = Counter(value for value in values if value)
    return min(tally, key=lambda value: (-tally[value], value)) if tally else None
