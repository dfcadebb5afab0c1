"""The country that a report is told of: where most of what it names lies."""

from collections import defaultdict

from spacy.tokens import Doc

from rashomon.data.place_table import Entry, place_table
from rashomon.language.places.candidates import Candidate

_VOTES = {"country": 2.0, "admin1": 1.5, "admin2": 1.0}
_LARGE, _SMALL, _PEOPLE = 1.0, 0.5, 0.5
_A_CITY, _A_TOWN = 100_000, 30_000
_MOST = 0.6
"""What part of all that is named a country must have to be the one."""
_SURELY = 1.5


def land_of(doc: Doc, accepted: list[Candidate], most: float = _MOST) -> Entry | None:
    """That country, or ``None`` where several have as much behind them or none is named; what is
    only called by a people ("Libyan troops") speaks for one that is named, too."""
    votes = votes_of(accepted)
    if not votes:
        return None
    people = dict.fromkeys(
        (name.start, name.country) for name in doc._.names if name.country and name.kind != "state"
    )
    for _, code in people:
        votes[code] = votes.get(code, 0.0) + _PEOPLE
    best = max(sorted(votes), key=lambda code: votes[code])
    named = any(c.entry is not None and c.entry.country_code == best for c in accepted)
    enough = votes[best] >= most * sum(votes.values())
    return place_table().by_code(best) if named and enough else None


def votes_of(accepted: list[Candidate]) -> dict[str, float]:
    """How much of what is named lies in each country."""
    votes: dict[str, float] = defaultdict(float)
    for place in accepted:
        entry = place.entry
        if entry is not None and entry.country_code:
            small = _LARGE if entry.population >= _A_CITY else _SMALL
            votes[entry.country_code] += _VOTES.get(entry.kind, small)
    return dict(votes)


def abroad(place: Candidate, doc: Doc, accepted: list[Candidate]) -> bool:
    """Whether a small place lies in a country that nothing else in the report speaks of, while all
    else is told of one: then it is not the place that is meant."""
    entry = place.entry
    if entry is None or entry.kind not in ("settlement", "admin2") or entry.population >= _A_TOWN:
        return False
    if "stated" in place.clues or not entry.country_code:
        return False
    rest = [each for each in accepted if each.key != place.key]
    votes = votes_of(rest)
    people = {name.country for name in doc._.names}
    if entry.country_code in votes or entry.country_code in people:
        return False
    return sum(votes.values()) >= _SURELY and land_of(doc, rest) is not None
