"""Findings of what is counted: from the claims of one property to one range."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations

from rashomon.model.base import content_id
from rashomon.model.claims import Claim, Property, Who
from rashomon.model.findings import BestRule, Conflict, Finding
from rashomon.model.numbers import NumberRange, total
from rashomon.weighing.accounts import Account, Accounts, accounts_of
from rashomon.weighing.conflicts import (
    Teller,
    contradictions,
    from_left_out,
    once,
    vague_exclusions,
)
from rashomon.weighing.derivation import derivation
from rashomon.weighing.exclusion import LeftOut, superseded
from rashomon.weighing.figures import figures_of
from rashomon.weighing.grouping import (
    Part,
    armed_and_others,
    called_apart,
    exclude_each_other,
    held_armed,
    value_on,
)
from rashomon.weighing.independence import over_values
from rashomon.weighing.perpetrators import with_perpetrators
from rashomon.weighing.ranges import range_of
from rashomon.weighing.status import clashes, risen, status_of
from rashomon.weighing.two_names import alike_armed, two_names


@dataclass(slots=True)
class Counted:
    """A finding, the claims that it uses, and why it does not use the others."""

    finding: Finding
    used: frozenset[str]
    why_not: dict[str, str] = field(default_factory=dict)
    corrects: dict[str, str] = field(default_factory=dict)
    """Claim id -> the id of the older claim that it replaces."""
    replaced: frozenset[str] = frozenset()
    """The claims that were."""
    of_some: frozenset[str] = frozenset()
    """The claims that count only some of those whom others count."""


def count(
    name: Property,
    claims: Sequence[Claim],
    left: Mapping[str, LeftOut],
    teller: Teller,
    rule: BestRule,
    part: Part | None = None,
    who: Who | None = None,
    rest: Sequence[Account] = (),
) -> Counted:
    """Weigh the claims of one property about ``part`` (``None``: about all).

    ``rest``: accounts of it that follow from what is told of other properties.
    """
    kept = [claim for claim in claims if claim.id not in left]
    case = teller.case
    told = accounts_of(kept, teller.sources, case.published, part, rest, case.between)
    if part is None:
        told.accounts = with_perpetrators(told.accounts, kept)
    accounts, replaced = _without_superseded(told, kept, teller)
    every_left = {**left, **replaced}
    used = [claim for account in accounts for claim in account.claims]
    conflicts = from_left_out(claims, every_left, used, teller)
    finding = _finding(name, claims, _added_up(accounts), every_left, teller, rule, who, conflicts)
    why_not = told.why_not | {key: reason.why for key, reason in replaced.items()}
    corrects = {new: old for old, reason in sorted(replaced.items()) for new in reason.by}
    return Counted(
        finding,
        frozenset(claim.id for claim in used),
        why_not,
        corrects,
        frozenset(replaced),
        frozenset(told.of_some),
    )


def _without_superseded(
    told: Accounts, claims: Sequence[Claim], teller: Teller
) -> tuple[list[Account], dict[str, LeftOut]]:
    gone = superseded(told.accounts, teller.sources)
    kept = [each for index, each in enumerate(told.accounts) if index not in gone]
    still = {claim.id for account in kept for claim in account.claims}
    replaced = {
        claim.id: reason
        for index, (reason, _) in gone.items()
        for claim in told.accounts[index].claims
        if claim.id not in still
    }
    old = {
        (told.accounts[index].report, told.accounts[index].value): why
        for index, why in gone.items()
    }
    for claim in claims:  # "nine dead", then "nine women were killed": one figure told twice
        same = isinstance(claim.value, NumberRange) and (claim.span.report, claim.value)
        again = old.get(same) if same else None
        if again is not None and claim.id not in still and not claim.partial:
            replaced.setdefault(claim.id, again[0])
    return kept, replaced


def _added_up(accounts: list[Account]) -> list[Account]:
    """Parts that exclude each other and have no total, told by different reports, add up.

    Every combination of their figures would do for the ends; the least, and the greatest, of
    each part are added.
    """
    groups: dict[tuple[Part, ...], list[Account]] = {}
    for account in accounts:
        groups.setdefault(tuple(sorted(account.parts)), []).append(account)
    told = [a for a in accounts if a.value.numbered]
    if len(groups) < 2 or any(not _of_some(a) or a.persons_only or a.summed for a in told):
        return accounts
    pairs = combinations([group[0].claims[0] for group in groups.values()], 2)
    if not all(_of_two_groups(one, other) for one, other in pairs):
        return accounts
    ordered = [sorted(groups[key], key=_size) for key in sorted(groups)]
    least, most = [group[0] for group in ordered], [group[-1] for group in ordered]
    sums = [_joined(least), _joined(most)]
    return sums[:1] if least == most else sums


def _of_some(account: Account) -> bool:
    """Whether it is about a group that is told apart, or called by a noun of its own."""
    return bool(account.parts) or all(called_apart(claim.who) for claim in account.claims)


def _of_two_groups(one: Claim, other: Claim) -> bool:
    if two_names(one, other) or two_names(other, one) or alike_armed(one, other):
        return False
    if exclude_each_other(one, other):
        return True
    fighters = {value_on(c.who, "status") for c in (one, other) if held_armed(c)}
    if fighters == {"combatant", None}:  # "fighters of the militia", "terrorists"
        return False
    return armed_and_others(one, other) or armed_and_others(other, one)


def _size(account: Account) -> tuple[int, float, str]:
    high = account.value.high
    return account.value.low or 0, float("inf") if high is None else high, account.claims[0].id


def _joined(accounts: list[Account]) -> Account:
    return Account(
        value=total(account.value for account in accounts),
        cells=tuple(account.claims for account in accounts),
        report="",
        moment=max(account.moment for account in accounts),
        lineage=None,
        lineages=frozenset(),
    )


def _finding(
    name: Property,
    claims: Sequence[Claim],
    accounts: list[Account],
    left: Mapping[str, LeftOut],
    teller: Teller,
    rule: BestRule,
    who: Who | None,
    conflicts: list[Conflict],
) -> Finding:
    figures = figures_of(accounts, teller.sources)
    ends = range_of(figures, rule)
    pairs = clashes(figures)
    bounds = over_values([figure.claims for figure in figures], teller.sources)
    best = ends.chosen.support.independent if ends.chosen else None
    found = [*contradictions(pairs, teller), *vague_exclusions(figures, teller), *conflicts]
    ids = sorted(claim.id for claim in claims)
    label = who.model_dump_json() if who else ""
    return Finding(
        id=content_id("f", _incident(claims, accounts), name, label, *ids),
        property=name,
        who=who,
        status=status_of(bounds, best, pairs, risen(figures)),
        low=ends.low,
        best=ends.best,
        high=ends.high,
        open=ends.open,
        best_basis=ends.basis,
        derivation=derivation(figures, ends, claims, left, teller),
        independent=bounds,
        readings=tuple(figure.reading() for figure in figures),
        conflicts=once(found),
        why_null=ends.why_null if who else {**ends.why_null, "who": "not-stated"},
    )


def _incident(claims: Sequence[Claim], accounts: Sequence[Account]) -> str:
    first = next(chain(claims, (claim for account in accounts for claim in account.claims)))
    return first.incident or ""
