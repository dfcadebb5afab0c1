"""Which of the places of one name is meant: all names of a report are settled together.

Every name starts from how large its namesakes are; then each lends the others weight: places in
one division, in one country, close to each other. A few rounds of that settle it. One sense per
report, unless the text itself states another containing place.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rashomon.data.place_table import Entry
from rashomon.language.places.candidates import Candidate
from rashomon.language.places.lexicons import cues, is_usual, kilometres, own_name

Floats = NDArray[np.float64]
Key = tuple[str, str | None]
"""A name's normal form and the containing place that the text states."""
ROUNDS = 4
NEAR_KM = 80.0
BY_SIZE, BY_SUPPORT, MOST_NAMES, MOST_WEIGHED = 6, 10, 80, 400
"""Namesakes kept for each name: the largest, and those whose division other names share; from how
many names on one is kept of each; how many are weighed together (every pair of them)."""
W_HINT, W_USUAL = 2.0, 3.0
HOME_KM = 100.0
W_HOME_COUNTRY, W_HOME_STATE, W_HOME_NEAR, W_TITLED = 2.0, 2.5, 2.0, 2.0
W_PEOPLE, W_DIVISION, W_COUNTRY, W_NEAR, W_ALTERNATE = 1.0, 3.0, 1.0, 2.0, -2.0
KIND_BONUS = {"continent": 6.0, "country": 3.0, "natural": 4.0, "admin1": 1.5, "admin2": -1.0}


@dataclass(frozen=True, slots=True)
class Hints:
    """Where a report is at home: places its outlet may be in, states that its title names (country
    and state), countries its words hint at."""

    outlet: tuple[Entry, ...] = ()
    titled: frozenset[tuple[str | None, str | None]] = frozenset()
    countries: Mapping[str, float] = field(default_factory=dict)

    def favour(self, entry: Entry) -> float:
        """What speaks for a namesake before other names are looked at."""
        score = W_HINT * math.log1p(self.countries.get(entry.country_code or "", 0.0))
        if (entry.country_code, entry.admin1) in self.titled:
            score += W_TITLED
        if self.outlet:
            score += max(self._at_home(entry, place) for place in self.outlet)
        return score

    def _at_home(self, entry: Entry, place: Entry) -> float:
        if entry.country_code != place.country_code:
            return 0.0
        if place.kind == "country":
            return W_HOME_COUNTRY
        near = math.exp(-kilometres(entry, place) / HOME_KM)
        return W_HOME_COUNTRY + W_HOME_STATE * (entry.admin1 == place.admin1) + W_HOME_NEAR * near


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a name and, in words, why."""

    entry: Entry
    evidence: str


@dataclass(slots=True)
class Name:
    """One name of the report with the namesakes in question."""

    key: Key
    text: str
    entries: tuple[Entry, ...]
    namesakes: int
    area: str | None
    dateline: bool
    count: int = 1


def settle(candidates: list[Candidate], hints: Hints = NO_HINTS) -> dict[Key, Choice]:
    """A choice for each name; ``hints`` are what else the report says of its home."""
    named = _names(candidates)
    if not named:
        return {}
    _prune(named)
    names, rest = named[:MOST_WEIGHED], named[MOST_WEIGHED:]
    flat = [(n, entry) for n, name in enumerate(names) for entry in name.entries]
    group = np.array([n for n, _ in flat])
    entries = [entry for _, entry in flat]
    prior = np.array([_prior(names[n], entry) + hints.favour(entry) for n, entry in flat])
    other = group[:, None] != group[None, :]
    ties = Ties.between(entries, other)
    share = _softmax(prior, group)
    for _ in range(ROUNDS):
        share = _softmax(prior + ties.support(share), group)
    chosen = {
        name.key: _choice(n, names, entries, group, share, ties) for n, name in enumerate(names)
    }
    return chosen | {name.key: _alone(name, hints) for name in rest}


def _alone(name: Name, hints: Hints) -> Choice:
    """Of a report with more names than can be weighed together, by itself."""
    best = max(name.entries, key=lambda entry: _prior(name, entry) + hints.favour(entry))
    said = f"the text says {name.text}, {name.area}" if name.area else None
    return Choice(best, said or f"largest of {name.namesakes} of that name")


def key_of(candidate: Candidate, stated: dict[str, str | None]) -> Key:
    """A candidate's name and containing place, the latter as stated anywhere in the report."""
    return candidate.key, candidate.area or stated.get(candidate.key)


def stated_areas(candidates: list[Candidate]) -> dict[str, str | None]:
    """For each name the containing place that the text states first."""
    stated: dict[str, str | None] = {}
    for candidate in candidates:
        if candidate.area is not None:
            stated.setdefault(candidate.key, candidate.area)
    return stated


def _names(candidates: list[Candidate]) -> list[Name]:
    stated = stated_areas(candidates)
    names: dict[Key, Name] = {}
    for candidate in candidates:
        key = key_of(candidate, stated)
        known = names.get(key)
        if known is None or (candidate.area and not known.area):
            names[key] = Name(
                key,
                candidate.text,
                candidate.entries,
                len(candidate.entries),
                candidate.area,
                "dateline" in candidate.clues,
                1 + (known.count if known else 0),
            )
        else:
            known.count += 1
            known.dateline = known.dateline or "dateline" in candidate.clues
    return list(names.values())


def _prune(names: list[Name]) -> None:
    """Keep the namesakes worth weighing: the largest, and those in company."""
    support: Counter[tuple[str | None, str | None]] = Counter()
    for name in names:
        support.update({(e.country_code, e.admin1) for e in name.entries})
    for n, name in enumerate(names):
        if len(name.entries) <= BY_SIZE:
            continue
        keep = BY_SIZE if n < MOST_NAMES else 1
        ranked = sorted(
            name.entries[keep:],
            key=lambda e: (-support[e.country_code, e.admin1], -e.population, e.geonameid or 0),
        )
        name.entries = name.entries[:keep] + tuple(ranked[: BY_SUPPORT if n < MOST_NAMES else 0])


def _prior(name: Name, entry: Entry) -> float:
    score = W_PEOPLE * math.log10(entry.population + 100) + KIND_BONUS.get(entry.kind, 0.0)
    if is_usual(entry, name.key[0]):
        score += W_USUAL
    if not own_name(entry, name.text):
        score += W_ALTERNATE
    elif entry.kind == "admin2" and name.key[0].split()[-1] in cues("division"):
        score += 2.0
    return score


@dataclass(frozen=True, slots=True)
class Ties:
    """How much each pair of namesakes speaks for each other, 0 to 1, by kind of tie."""

    near: Floats
    division: Floats
    country: Floats

    @classmethod
    def between(cls, entries: list[Entry], other: NDArray[np.bool_]) -> "Ties":
        """Ties between all pairs that are not of one name."""
        points = np.array([(e.lat or 0.0, e.lon or 0.0) for e in entries])
        small = np.array([e.kind in ("settlement", "admin2") for e in entries])
        near = np.exp(-distances(points) / NEAR_KM) * small[:, None] * small[None, :]
        division = _same([(e.country_code, e.admin1) if e.admin1 else None for e in entries])
        country = _same([e.country_code for e in entries])
        return cls(near * other, division * other, country * other)

    def support(self, share: Floats) -> Floats:
        """What the other names, each at its present share, lend to each namesake."""
        total = np.zeros(len(share))
        for weight, tie in (
            (W_NEAR, self.near),
            (W_DIVISION, self.division),
            (W_COUNTRY, self.country),
        ):
            total += weight * np.log1p((tie * share[None, :]).sum(axis=1))
        return total


def _same(labels: list[object]) -> Floats:
    numbers: dict[object, int] = {}
    codes = np.array(
        [-1 - n if x is None else numbers.setdefault(x, len(numbers)) for n, x in enumerate(labels)]
    )
    same: Floats = (codes[:, None] == codes[None, :]).astype(np.float64)
    return same


def distances(points: Floats) -> Floats:
    """Great-circle distances in kilometres between all pairs of (lat, lon)."""
    lat, lon = np.radians(points[:, 0]), np.radians(points[:, 1])
    h = (
        np.sin((lat[:, None] - lat[None, :]) / 2) ** 2
        + np.cos(lat[:, None])
        * np.cos(lat[None, :])
        * np.sin((lon[:, None] - lon[None, :]) / 2) ** 2
    )
    kilometres: Floats = 12742.0 * np.arcsin(np.sqrt(np.clip(h, 0.0, 1.0)))
    return kilometres


def _softmax(score: Floats, group: NDArray[np.int_]) -> Floats:
    share = np.empty_like(score)
    for n in range(int(group[-1]) + 1):
        mine = group == n
        risen = np.exp(score[mine] - score[mine].max())
        share[mine] = risen / risen.sum()
    return share


def _choice(
    n: int,
    names: list[Name],
    entries: list[Entry],
    group: NDArray[np.int_],
    share: Floats,
    ties: Ties,
) -> Choice:
    rows = np.flatnonzero(group == n)
    best = int(rows[int(np.argmax(share[rows]))])
    return Choice(entries[best], _evidence(names, n, best, group, share, ties))


def _evidence(
    names: list[Name], n: int, best: int, group: NDArray[np.int_], share: Floats, ties: Ties
) -> str:
    name = names[n]
    if name.area:
        return f"the text says {name.text}, {name.area}"
    if name.namesakes == 1:
        return "only place of that name"
    for tie, words in ((ties.near, "close to"), (ties.division, "same division as")):
        company = _company(tie[best] * share, group, names)
        if company:
            return f"one of {name.namesakes} of that name, {words} {company}"
    return f"largest of {name.namesakes} of that name"


def _company(weights: Floats, group: NDArray[np.int_], names: list[Name]) -> str:
    """The names that support a choice most, at most three."""
    by_name: dict[int, float] = defaultdict(float)
    for row in np.flatnonzero(weights > 0.2):
        by_name[int(group[row])] += float(weights[row])
    ranked = sorted(by_name, key=lambda n: (-by_name[n], n))[:3]
    return ", ".join(names[n].text for n in ranked)
