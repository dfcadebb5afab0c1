"""The country that a report is told of: where most of what it names lies."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import replace

from spacy.tokens import Doc

from rashomon.data.naming import capital_of
from rashomon.data.place_table import Entry, place_table
from rashomon.language.places.candidates import STATES_FOLLOW, Candidate
from rashomon.language.places.lexicons import cues
from rashomon.model.annotations import NameMention

_VOTES = {"country": 2.0, "admin1": 1.5, "admin2": 1.0}
_LARGE, _SMALL, _PEOPLE = 1.0, 0.5, 0.5
_A_CITY = 100_000
_ELSEWHERE = frozenset({"state", "agency", "outlet"})
"""Kinds of names whose country says nothing: a state is counted as a place, who reports may sit
anywhere."""
_OF_A_STATE = frozenset({"force", "office"})
_SEVERAL, _NEARLY_ALL = 3, 0.7
"""How many names in one state make a report one of that state; what part of all in states."""
_MOST = 0.6
"""What part of all that is named a country must have to be the one."""


def land_of(doc: Doc, accepted: list[Candidate], most: float = _MOST) -> Entry | None:
    """That country, or ``None`` where several have as much behind them or none is named; what is
    only called by a people ("Libyan troops") speaks for one that is named, too.

    A dateline says where the reporter sits: it speaks only where nothing in the text does.
    """
    lines = [(s.start, s.end) for s in doc._.sections if s.kind == "dateline"]
    told = [place for place in accepted if not _in_dateline(doc, place, lines)]
    bodies = {n.country for n in doc._.names if n.country and _of_a_state(doc, n)}
    return (
        _with_most(doc, told, {c.entry.country_code for c in told if c.entry}, most)
        or (None if votes_of(told) else _with_most(doc, told, bodies, most))
        or (None if votes_of(told) else _with_most(doc, accepted, None, most))
    )


def _of_a_state(doc: Doc, name: NameMention) -> bool:
    """ "The Libyan navy", "Libyan officials", not "a Libyan tourist"."""
    if name.kind in _OF_A_STATE:
        return True
    span = doc.char_span(name.start, name.end, alignment_mode="expand")
    after = doc[span.end].lower_ if span is not None and span.end < len(doc) else ""
    return name.kind == "demonym" and after in cues("at-home")


def _in_dateline(doc: Doc, place: Candidate, lines: list[tuple[int, int]]) -> bool:
    """``lines``: where the report's datelines begin and end, in order."""
    if "dateline" in place.clues or not lines:
        return "dateline" in place.clues
    at = doc[place.start].idx
    nearest = bisect_right(lines, (at, at)) - 1
    return any(first <= at < last for first, last in lines[max(0, nearest) : nearest + 2])


def _with_most(
    doc: Doc, places: list[Candidate], named: Collection[str | None] | None, most: float
) -> Entry | None:
    """The country with most votes, if it has ``most`` of all and is one of those ``named``."""
    votes = votes_of(places)
    people = dict.fromkeys(
        (name.start, name.country)
        for name in doc._.names
        if name.country and name.kind not in _ELSEWHERE
    )
    for _, code in people:
        votes[code] = votes.get(code, 0.0) + _PEOPLE
    if not votes:
        return None
    best = max(sorted(votes), key=lambda code: votes[code])
    known = {c.entry.country_code for c in places if c.entry} if named is None else named
    enough = votes[best] >= most * sum(votes.values())
    return place_table().by_code(best) if best in known and enough else None


def state_of(accepted: list[Candidate]) -> Entry | None:
    """Where a local report is told of, in countries where towns are written with their state unless
    it is the report's own: the state in which nearly all of the towns and counties lie that are
    named, else the dateline's town."""
    names: dict[str, Entry] = {c.key: c.entry for c in accepted if c.entry and c.entry.admin1}
    own = {key: e for key, e in names.items() if e.country_code in STATES_FOLLOW}
    states = Counter((e.country_code, e.admin1) for e in own.values())
    if not states:
        return None
    (most, named), total = states.most_common(1)[0], sum(states.values())
    inside = next(e for e in own.values() if (e.country_code, e.admin1) == most)
    if named >= _SEVERAL and named >= _NEARLY_ALL * total:
        return replace(inside, kind="admin1", name=inside.admin1 or "", admin2=None)
    return next((own[c.key] for c in accepted if _written_from(c) and c.key in own), None)


def _written_from(place: Candidate) -> bool:
    """Whether it is a dateline's town that no capital is: what is bare in the text is near it."""
    bare = "dateline" in place.clues and place.area is None
    return bare and capital_of(place.text.title()) is None


def votes_of(accepted: list[Candidate]) -> dict[str, float]:
    """How much of what is named lies in each country."""
    votes: dict[str, float] = defaultdict(float)
    for place in accepted:
        entry = place.entry
        if entry is not None and entry.country_code:
            small = _LARGE if entry.population >= _A_CITY else _SMALL
            votes[entry.country_code] += _VOTES.get(entry.kind, small)
    return dict(votes)
