"""How likely two episodes tell of one incident: a sum of named parts, as a share from 0 to 1."""

import math
from functools import cache

from rashomon.data import lexicon
from rashomon.linking.evidence import Evidence, evidence
from rashomon.linking.profiles import Profile
from rashomon.model.base import Frozen
from rashomon.model.episodes import Episode

LINK = 0.4
"""From this average score on two clusters are held for one incident. Of 0.5, 0.4, 0.33 and 0.27 the
best over the sets that benchmarks/links.py learns from: lower gains recall among shootings and
loses as much precision among undated reports."""

_PARTS_TOLD = 5


class PairScore(Frozen):
    """The score of a pair and what it is made of."""

    score: float
    parts: tuple[Evidence, ...]

    @property
    def because(self) -> str:
        """The parts in words, those that weigh most first, at most five."""
        moved = {part: abs(_weights().get(part.name, 0.0) * part.value) for part in self.parts}
        told = sorted((p for p in self.parts if moved[p]), key=lambda p: (-moved[p], p.name))
        return "; ".join(part.words for part in told[:_PARTS_TOLD])


def pair_score(one: Episode, other: Episode) -> PairScore:
    """The logistic sum of the pair's weighted features (``data/all/link_weights.tsv``)."""
    return explained(Profile.of(one), Profile.of(other))


def explained(one: Profile, other: Profile) -> PairScore:
    """:func:`pair_score` for profiles that are at hand."""
    parts = evidence(one, other)
    return PairScore(score=_logistic(parts), parts=parts)


def likelihood(one: Profile, other: Profile) -> float:
    """The score alone."""
    return _logistic(evidence(one, other, worded=False))


def _logistic(parts: tuple[Evidence, ...]) -> float:
    weights = _weights()
    total = weights["bias"] + math.fsum([weights.get(p.name, 0.0) * p.value for p in parts])
    return round(1 / (1 + math.exp(-total)), 6)


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in lexicon("link_weights", "all")}
