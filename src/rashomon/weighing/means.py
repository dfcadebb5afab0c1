"""Where accounts part on what it was done with, what brought it about and why.

Two words for one thing agree, and so do a narrower and a wider one (``means_sorts.tsv``). Of
many victims some may be shot and others stabbed; one person dies one way.
"""

from collections.abc import Iterable
from itertools import combinations, product

from rashomon.data.means import agree, wider
from rashomon.model.claims import Claim, Property
from rashomon.model.findings import Conflict
from rashomon.model.numbers import NumberRange
from rashomon.weighing.conflicts import Teller
from rashomon.weighing.disputes import Side, keys_of, set_apart
from rashomon.weighing.sorts import sorts_of
from rashomon.weighing.source import Rank

_FEW = 2  # victims: of more, each may have been hurt in another way
_HAND, _BLAST, _ALONE = "hand weapon", "blast", "nobody else"
_MANNERS = frozenset({"crush", "clash", "execution"})
_NOBODY = frozenset({"accident", "nature"})
MEANS: tuple[Property, ...] = ("weapon", "cause", "motive", "recipient")


def means_conflicts(claims: Iterable[Claim], teller: Teller) -> dict[Property, list[Conflict]]:
    """Contradictions between the used claims of weapon, cause and motive of one incident, by the
    property under which they are shown."""
    groups: dict[tuple[str, ...], Side] = {}
    for claim in claims:
        named = sorts_of(claim)
        if named and claim.stance != "denied":
            groups.setdefault((claim.property, *sorted(named)), []).append(claim)
    few = _victims(teller) <= _FEW
    found: dict[Property, list[Conflict]] = {}
    for one, other in combinations([groups[key] for key in sorted(groups)], 2):
        if _apart(one, other, few):
            sides = _of_different_sources(one, other, teller)
            if all(sides):
                shown = max(one[0].property, other[0].property, key=MEANS.index)
                found.setdefault(shown, []).append(set_apart(*sides, teller))
    return found


def _apart(one: Side, other: Side, few: bool) -> bool:
    first, second = sorts_of(one[0]), sorts_of(other[0])
    names = {one[0].property, other[0].property}
    if any(agree(a, b) for a, b in product(first, second)):
        return False
    if _MANNERS & (first | second):
        return names <= {"weapon", "cause"} and _two_manners(first, second)
    wide = [frozenset().union(*map(wider, each)) for each in (first, second)]
    if names == {"weapon"}:
        return few if all(_HAND in each for each in wide) else _single(one) or _single(other)
    if names == {"weapon", "cause"}:
        weapon, cause = wide if one[0].property == "weapon" else wide[::-1]
        blast = _BLAST in weapon and bool(_NOBODY & cause)
        return blast or (_HAND in weapon and _ALONE in cause)
    if names == {"cause", "motive"}:
        return bool(_NOBODY & (wide[0] | wide[1])) and any("terror" in each for each in wide)
    if names == {"recipient"}:
        return _single(one) or _single(other)
    return len(names) == 1


def _two_manners(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both say how people died, and not alike: in a crush or by arms, in an exchange of
    fire or put to death."""
    armed = any({_HAND, _BLAST, "deliberate"} & wider(sort) for sort in one | other)
    return ("crush" in one | other and armed) or {"clash", "execution"} <= one | other


def only_manner(claim: Claim) -> bool:
    """Whether its words say only how it went: a stampede, a clash."""
    named = sorts_of(claim)
    return bool(named) and named <= _MANNERS


def _single(side: Side) -> bool:
    """Whether one piece is meant: drones and missiles may come together."""
    return any(not claim.span.exact.endswith("s") for claim in side)


def _victims(teller: Teller) -> int:
    """The most people that any report counts as dead or hurt."""
    figures = (
        claim.value.low or 0
        for claim in teller.case.claims
        if claim.property in ("killed", "injured", "casualties")
        and isinstance(claim.value, NumberRange)
        and claim.scope is None
    )
    return max(figures, default=1)


def _of_different_sources(one: Side, other: Side, teller: Teller) -> tuple[Side, Side]:
    """Both sides without the sources that give both; a report's own words that give both set
    neither against the other."""
    shared = keys_of(one, teller) & keys_of(other, teller)
    together = {c.span.report for c in one} & {c.span.report for c in other}

    def alone(side: Side) -> Side:
        return [
            claim
            for claim in side
            if (source := teller.sources.of(claim)).key not in shared
            and (source.rank is not Rank.PROSE or claim.span.report not in together)
        ]

    return alone(one), alone(other)
