"""How many independent primary sources stand behind a value: at least, and at most."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.data.spelling import fold
from rashomon.model.claims import Claim
from rashomon.model.findings import Collapsed, Independent
from rashomon.weighing.source import Rank, Source
from rashomon.weighing.sources import Sources


@dataclass(frozen=True, slots=True)
class Support:
    """Who stands behind a value. ``primary_sources`` are voice ids, unnamed ones included."""

    independent: Independent
    primary_sources: tuple[str, ...] = ()
    collapsed: tuple[Collapsed, ...] = ()


def support(claims: Iterable[Claim], sources: Sources) -> Support:
    """Count the sources of claims that give one value.

    Prose without attribution adds nothing to the lower bound and, all of it together, one to the
    upper; a found copy has its origin's source and adds nothing at all (``Sources`` saw to that).
    """
    groups = _by_source(claims, sources)
    named = [key for key, (source, _) in groups.items() if source.certain]
    surely = [key for key in named if not groups[key][0].among & set(named)]
    unnamed = [key for key, (source, _) in groups.items() if source.rank is Rank.UNNAMED]
    prose = [claim for source, group in groups.values() if source.voice is None for claim in group]
    shown = [_shown(group, source, sources) for source, group in groups.values() if source.voice]
    high = len(named) + len(unnamed) + bool(prose)
    return Support(
        Independent(low=len(surely), high=high), tuple(sorted(shown)), _collapsed(groups, sources)
    )


def over_values(readings: Iterable[Sequence[Claim]], sources: Sources) -> Independent:
    """The bounds over several values: prose adds one to the upper bound for each value.

    Never more than there are texts: two values in copies of one text are one text's.
    """
    values = list(readings)
    every = support([claim for claims in values for claim in claims], sources)
    prose = [{sources.of(c).key for c in claims if _is_prose(c, sources)} for claims in values]
    texts: set[str] = set().union(*prose)
    extra = max(0, min(len(texts), sum(map(bool, prose))) - 1)
    return Independent(low=every.independent.low, high=every.independent.high + extra)


def _is_prose(claim: Claim, sources: Sources) -> bool:
    return sources.of(claim).rank is Rank.PROSE


_Groups = dict[str, tuple[Source, list[Claim]]]


def _by_source(claims: Iterable[Claim], sources: Sources) -> _Groups:
    groups: _Groups = {}
    for claim in sorted(claims, key=lambda each: each.id):
        source = sources.of(claim)
        groups.setdefault(source.key, (source, []))[1].append(claim)
    return groups


def _shown(group: list[Claim], source: Source, sources: Sources) -> str:
    """The voice that stands for a group: a named one, the body before who speaks for it, by id."""
    voices = {sources.of(claim).voice for claim in group} | {source.voice}
    return min(
        (voice for voice in voices if voice),
        key=lambda v: (_nameless(v, sources), _speaks_for_another(v, sources), v),
    )


def _nameless(voice: str, sources: Sources) -> bool:
    found = sources.voices.get(voice)
    return found is None or found.kind == "unnamed"


def _speaks_for_another(voice: str, sources: Sources) -> bool:
    """Whether a voice under a command is not the body itself: its spokeswoman, one of its own."""
    found = sources.voices.get(voice)
    command = fold(found.command or "") if found else ""
    return bool(found and command) and command not in fold(found.name if found else "")


def _collapsed(groups: _Groups, sources: Sources) -> tuple[Collapsed, ...]:
    found = []
    prose: list[str] = []
    for source, group in groups.values():
        ids = tuple(claim.id for claim in group)
        if source.voice is None:
            prose += ids
        elif len(ids) > 1:
            found.append(Collapsed(claims=ids, reason=_reason(group, sources)))
    if len(prose) > 1:
        reason = "prose without attribution: at most one source more"
        found.append(Collapsed(claims=tuple(sorted(prose)), reason=reason))
    return tuple(sorted(found, key=lambda each: each.claims))


def _reason(group: list[Claim], sources: Sources) -> str:
    known = [sources.of(claim) for claim in group]
    reasons = sorted({source.why for source in known if source.why})
    voices = {source.voice for source in known}
    if reasons and (len(voices) > 1 or any(not r.startswith("bodies") for r in reasons)):
        return "; ".join(reasons)
    return f"the same primary source: {sources.name(str(known[0].voice))}"
