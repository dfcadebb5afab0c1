"""How likely two episodes tell of one incident: a sum of named parts, as a share from 0 to 1."""

import math
from functools import cache

from rashomon.data import lexicon
from rashomon.linking.evidence import Evidence, evidence
from rashomon.model.base import Frozen
from rashomon.model.episodes import Episode

LINK = 0.5
"""From this score on two episodes are held for one incident."""


class PairScore(Frozen):
    """The score of a pair and what it is made of."""

    score: float
    parts: tuple[Evidence, ...]

    @property
    def because(self) -> str:
        """The parts in words, those that weigh most first."""
        told = sorted(self.parts, key=lambda e: (-abs(_weights().get(e.name, 0) * e.value), e.name))
        return "; ".join(part.words for part in told)


def pair_score(one: Episode, other: Episode) -> PairScore:
    """The logistic sum of the pair's weighted features (``data/all/link_weights.tsv``)."""
    parts = evidence(one, other)
    weights = _weights()
    total = weights["bias"] + math.fsum(weights.get(p.name, 0.0) * p.value for p in parts)
    return PairScore(score=round(1 / (1 + math.exp(-total)), 6), parts=parts)


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in lexicon("link_weights", "all")}
