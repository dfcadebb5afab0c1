"""One actor made of several that are one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rashomon.data.naming import country, known
from rashomon.model.base import NullReason, content_id
from rashomon.model.spans import Span
from rashomon.model.voices import Actor, ActorKind, ActorLink, ActorName, Label, NotTheSame, PartOf

_STRONGEST: tuple[ActorKind, ...] = ("state", "armed-group", "organisation", "person", "crowd")


def global_id(parts: Sequence[Actor]) -> str:
    """An id from content alone: the lexicons' name, the country, else the least local id."""
    if len(parts) == 1 and parts[0].id.startswith("a"):
        return parts[0].id  # it was merged before
    names = sorted(
        {body.canonical for part in parts if (body := known(part.name)) and not body.type}
    )
    if len(names) == 1:
        return content_id("a", "body", names[0])
    lands = {part.country for part in parts if part.kind == "state" and country(part.name)}
    if len(lands) == 1 and all(part.country in lands for part in parts):
        return content_id("a", "state", *lands)
    return content_id("a", "local", min(part.id for part in parts))


def combined(
    whole: str, parts: Sequence[Actor], ids: Mapping[str, str], links: Iterable[ActorLink] = ()
) -> Actor:
    """The actor ``whole`` with all names and statements of its parts; ``ids``: local -> global."""
    land = _commonest([part.country for part in parts])
    return Actor(
        id=whole,
        name=_name(parts),
        kind=_kind(parts),
        country=land,
        part_of=_part_of(whole, parts, ids),
        names=_names(parts),
        not_the_same_as=_not_the_same(parts, ids),
        labels=_labels(parts),
        roles=tuple(sorted({role for part in parts for role in part.roles})),
        links=tuple(sorted({*links, *(link for part in parts for link in part.links)}, key=str)),
        why_null={} if land else {"country": _why_no_land(parts)},
    )


def _why_no_land(parts: Sequence[Actor]) -> NullReason:
    open_whose = any(part.why_null.get("country") == "ambiguous" for part in parts)
    return "ambiguous" if open_whose else "not-stated"


def _name(parts: Sequence[Actor]) -> str:
    for part in parts:
        body = known(part.name)
        if body is not None and not body.type:
            return body.canonical
    tally = Counter(part.name for part in parts)
    return min(tally, key=lambda name: (-tally[name], -len(name), name))


def _kind(parts: Sequence[Actor]) -> ActorKind:
    tally = Counter(part.kind for part in parts)
    return min(tally, key=lambda kind: (-tally[kind], _STRONGEST.index(kind)))


def _commonest(values: Sequence[str | None]) -> str | None:
    tally = Counter(value for value in values if value)
    return min(tally, key=lambda value: (-tally[value], value)) if tally else None


def _names(parts: Sequence[Actor]) -> tuple[ActorName, ...]:
    """Every spelling with its count over all parts; an actor told of twice is counted once."""
    most: dict[tuple[str, str], int] = {}
    reports: dict[str, set[str]] = {}
    for part in parts:
        for name in part.names:
            at = (part.id, name.text)
            most[at] = max(most.get(at, 0), name.count)
            reports.setdefault(name.text, set()).update(name.reports)
    counts: Counter[str] = Counter()
    for (_, text), count in most.items():
        counts[text] += count
    return tuple(
        ActorName(text=text, count=counts[text], reports=tuple(sorted(reports[text])))
        for text in sorted(counts, key=lambda text: (-counts[text], text))
    )


def _where(span: Span) -> tuple[str, int, int]:
    return span.report, span.start, span.end


def _part_of(whole: str, parts: Sequence[Actor], ids: Mapping[str, str]) -> tuple[PartOf, ...]:
    stated = {
        PartOf(actor=ids.get(each.actor, each.actor), span=each.span)
        for part in parts
        for each in part.part_of
    }
    others = (each for each in stated if each.actor != whole)
    return tuple(sorted(others, key=lambda each: (each.actor, _where(each.span))))


def _not_the_same(parts: Sequence[Actor], ids: Mapping[str, str]) -> tuple[NotTheSame, ...]:
    stated = {
        NotTheSame(
            name=each.name,
            actor=ids.get(each.actor, each.actor) if each.actor else None,
            span=each.span,
        )
        for part in parts
        for each in part.not_the_same_as
    }
    return tuple(sorted(stated, key=lambda each: (each.name, _where(each.span))))


def _labels(parts: Sequence[Actor]) -> tuple[Label, ...]:
    stated = {label for part in parts for label in part.labels}
    return tuple(sorted(stated, key=lambda each: (each.label, _where(each.span), each.voice or "")))
