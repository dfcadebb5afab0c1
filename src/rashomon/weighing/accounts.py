"""What one report's counts amount to, before reports are compared.

A report that says "a man was killed" and later "the victim died" gives one death; "two people
were killed … a third died" gives three; "seven civilians and five soldiers" gives twelve.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rashomon.model.claims import Claim
from rashomon.model.numbers import NumberRange, exactly
from rashomon.model.numbers import total as sum_of
from rashomon.weighing.dates import Between, Published, bounds_of, later, moment_of
from rashomon.weighing.grouping import (
    Part,
    called_apart,
    held_armed,
    is_perpetrator,
    parts_of,
    presumed,
    same_sentence,
    some_of,
)
from rashomon.weighing.source import Rank
from rashomon.weighing.sources import Sources
from rashomon.weighing.telling import Cell, Telling, tell
from rashomon.weighing.wording import (
    brought_in,
    change_said,
    gives_both_ends,
    has_number,
    in_care,
    in_quotes,
    names_some,
    set_against,
    words_for,
)


@dataclass(frozen=True, slots=True)
class Account:
    """A figure for one group, as one source gives it in one report.

    ``cells`` are the claims of each part that was added up; one cell where the figure was given.
    ``lineages`` are the sources it speaks for, ``lineage`` the one whose later word replaces it.
    ``parts`` tells whom a figure is about that no report calls a total; ``changes`` the
    directions of words of change ("rose to"). ``lower_end``: a report's own "at least" beside a
    higher figure that it cites without taking it over, together both ends of one range. ``rest``:
    what is left of all who were hit without those who died. ``doubted``: a sum that holds people
    whom only somebody beside the others tells of; the figure without them stands too.
    ``unnamed``: somebody gives it who is not named ("officials said"); that is not prose.
    ``moment`` is "" where its report has no day; ``since`` and ``until`` then bound it, if anything
    does.
    """

    value: NumberRange
    cells: tuple[tuple[Claim, ...], ...]
    report: str
    moment: str
    lineage: str | None
    lineages: frozenset[str]
    parts: frozenset[Part] = frozenset()
    persons_only: bool = False
    changes: frozenset[str] = frozenset()
    lower_end: bool = False
    rest: bool = False
    doubted: bool = False
    unnamed: bool = False
    since: str = ""
    until: str = ""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, by place in the report."""
        return tuple(claim for cell in self.cells for claim in cell)

    def surely_after(self, other: "Account") -> bool:
        """Whether it was given after the other, whenever in their bounds both were."""
        return later(self.since or self.moment, other.until or other.moment)

    @property
    def summed(self) -> bool:
        """Whether it was added up from parts."""
        return len(self.cells) > 1 and not self.rest

    @property
    def ranged(self) -> bool:
        """Whether the words name both ends: "between three and five" is no vague number."""
        if self.lower_end:
            return True
        low, high = self.value.low, self.value.high
        if low is None or high is None or self.value.approximate or self.summed:
            return False
        return low != high and any(gives_both_ends(claim, low, high) for claim in self.claims)

    @property
    def soft_zero(self) -> bool:
        """Whether it is "no reports of …": a nought that nobody asserts."""
        return self.value == exactly(0) and all(c.stance != "asserted" for c in self.claims)


@dataclass(slots=True)
class Accounts:
    """The accounts of all reports, and why some claims speak for none of them."""

    accounts: list[Account] = field(default_factory=list)
    why_not: dict[str, str] = field(default_factory=dict)
    of_some: set[str] = field(default_factory=set)
    """Claims that count only some of those whom another report counts."""


def accounts_of(
    claims: Iterable[Claim],
    sources: Sources,
    published: Published,
    part: Part | None = None,
    rest: Sequence[Account] = (),
    between: Between | None = None,
) -> Accounts:
    """Combine the claims of each report (of one property, about ``part`` or about all).

    ``rest`` are accounts that follow from what the reports say of other properties.
    """
    claims = list(claims)
    neutral = presumed(claims) | ({part} if part else frozenset())
    by_report: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda each: (each.span.report, each.span.start, each.id)):
        by_report.setdefault(claim.span.report, []).append(claim)
    result = Accounts()
    weigher = _Weigher(sources, published, between or {}, part, neutral)
    for report, own in by_report.items():
        _add_report(result, report, own, weigher)
    for account in rest:
        _add_rest(result, account)
    _leave_single_persons(result, sources)
    if part is None:
        _leave_groups(result)
        _leave_one_hospital(result)
        _leave_sums_of_several(result, sources)
    return result


def _leave_sums_of_several(result: Accounts, sources: Sources) -> None:
    """What two sources say of a group each makes a sum that nobody gave ("17 soldiers, the Front
    said; three civilians, the nurse said"): where somebody counts all since, both tell of some."""
    whole = [a for a in result.accounts if _of_all(a) and a.value.precise and a.value.low]
    for account in [a for a in result.accounts if a.summed and _of_several(a, sources)]:
        since = [a for a in whole if a.report != account.report and a.moment > account.moment]
        if since and account.moment:
            most = max(a.value.low or 0 for a in since)
            more = [cell for cell in account.cells if (_number(cell[0]).low or 0) > most]
            some = {c.id for cell in account.cells if cell not in more for c in cell}
            why = f"is told of one group, where {most} are counted in all"
            result.why_not.update(dict.fromkeys(some, why))
            result.of_some |= some
            result.accounts.remove(account)
            result.accounts += [_of_cell(cell, account) for cell in more]


def _of_cell(cell: tuple[Claim, ...], account: Account) -> Account:
    """One part of a sum by itself."""
    parts = parts_of(cell[0].who)
    return replace(account, value=_number(cell[0]), cells=(cell,), parts=parts, doubted=False)


def _of_several(account: Account, sources: Sources) -> bool:
    """Whether its parts come from named sources that are not the same."""
    keys = {frozenset(sources.of(claim).key for claim in cell) for cell in account.cells}
    certain = all(sources.of(claim).certain for claim in account.claims)
    return certain and len(keys) > 1


def _leave_one_hospital(result: Accounts) -> None:
    """A hospital that counts those brought to it does not say that there were no others: where
    somebody counts more, it tells of some of them."""
    firm = [a for a in result.accounts if not (_at_a_hospital(a) or a.persons_only)]
    most = max((a.value.low or 0 for a in firm if not _bare_plural(a)), default=0)
    some = [a for a in result.accounts if _at_a_hospital(a) and 0 < (a.value.high or most) < most]
    _set_aside(
        some, f"counts those brought to one hospital, among the {most} that are counted", result
    )


def _set_aside(some: Sequence[Account], why: str, result: Accounts) -> None:
    """Accounts of some of those counted, which set no end."""
    for account in some:
        result.why_not.update({claim.id: why for claim in account.claims})
        result.of_some |= {claim.id for claim in account.claims}
    result.accounts = [account for account in result.accounts if account not in some]


def _at_a_hospital(account: Account) -> bool:
    return not account.summed and all(map(brought_in, account.claims))


def _leave_groups(result: Accounts) -> None:
    """Where somebody counts all, who tells of soldiers or fighters only tells of some of them: a
    side that reports its own losses does not say that nobody else died."""
    whole = [a for a in result.accounts if _of_all(a)]
    firm = [a for a in whole if not a.value.vague and not _bare_plural(a)]
    most = max((a.value.low or 0 for a in firm), default=0)
    armed = [a for a in result.accounts if _of_the_armed(a) and 0 < (a.value.high or most) < most]
    _set_aside(armed, f"counts one group among the {most} that are counted", result)


def _of_all(account: Account) -> bool:
    """Whether it counts anybody ("ten people", "ten dead"), not a group with a name of its own
    ("six traders")."""
    named = any(called_apart(claim.who) for claim in account.claims)
    return not (account.parts or account.persons_only or account.summed or named)


def _of_the_armed(account: Account) -> bool:
    armed = (p for p in account.parts if p.dimension == "status" and p.value != "civilian")
    return not account.summed and (any(armed) or all(map(_own_fighter, account.claims)))


def _own_fighter(claim: Claim) -> bool:
    """ "The death of two of *its fighters*": whoever they are called, one side's own."""
    label = claim.who.label.casefold().split() if claim.who else []
    return bool(words_for("our-side").intersection(label[:1])) and held_armed(claim)


def _add_rest(result: Accounts, rest: Account) -> None:
    """What is left of all who were hit, unless the report gives a number as great by itself;
    smaller figures are of some of them, and who is told of one by one may be told of twice."""
    size = rest.value.low or 0
    own = [a for a in result.accounts if a.report == rest.report]
    if any((a.value.low or 0) >= size for a in own if not (a.persons_only or a.summed)):
        return
    why = f"taken as part of the {size} that are left of all who were hit"
    result.why_not.update({claim.id: why for account in own for claim in account.claims})
    result.accounts = [a for a in result.accounts if a.report != rest.report] + [rest]


def _leave_single_persons(result: Accounts, sources: Sources) -> None:
    """A report that tells of one person does not say that there was no other: where as many
    sources give a figure for all, it stands beside that and sets no end."""
    single = [a for a in result.accounts if a.persons_only]
    known = [a for a in result.accounts if not (a.persons_only or a.doubted or _bare_plural(a))]
    figures = [a for a in known if a.value.low]
    most = max((a.value.low or 0 for a in figures), default=0)
    if _keys(figures, sources) < _keys(single, sources):
        most = 0
    most = max([most, *(a.value.low or 0 for a in single if _in_one_breath(a))])
    among = [a for a in result.accounts if a.persons_only and (a.value.high or 0) < most]
    for account in among:
        why = f"tells of single persons among the {most} that are counted"
        result.why_not.update({claim.id: why for claim in account.claims})
    result.accounts = [account for account in result.accounts if account not in among]


def _in_one_breath(account: Account) -> bool:
    """Whether one sentence tells of all its persons, so that none is told of twice."""
    firsts = [cell[0] for cell in account.cells]
    return all(any(same_sentence(firsts[0], claim) for claim in cell) for cell in account.cells)


def _keys(accounts: Iterable[Account], sources: Sources) -> int:
    """How many sources the accounts have; a copy is none of its own."""
    return len({sources.of(claim).key for account in accounts for claim in account.claims})


@dataclass(frozen=True, slots=True)
class _Weigher:
    sources: Sources
    published: Published
    between: Between
    part: Part | None
    neutral: frozenset[Part]

    def account(self, report: str, cells: Sequence[Cell]) -> Account:
        claims = [claim for cell in cells for claim in cell.claims]
        parts = parts_of(claims[0].who) if len(cells) == 1 else frozenset()
        known = {self.sources.lineage(claim) for claim in claims} - {None}
        named = {key for key in known if key and not key.startswith("outlet:")}
        outlets = {f"outlet:{claim.chain[0].voice}" for claim in claims if claim.chain}
        single = named if named else outlets
        bounds = [bounds_of(claim, self.published, self.between) for claim in claims]
        return Account(
            value=sum_of(cell.value for cell in cells) if len(cells) > 1 else cells[0].value,
            cells=tuple(tuple(cell.claims) for cell in cells),
            report=report,
            moment=max(moment_of(claim, self.published) for claim in claims),
            lineage=next(iter(single)) if len(single) == 1 else None,
            lineages=frozenset(named | outlets),
            parts=parts - self.neutral,
            persons_only=all(cell.kind == "person" for cell in cells),
            changes=frozenset(filter(None, map(change_said, claims))),
            doubted=any(cell.doubted for cell in cells),
            unnamed=any(self.sources.of(claim).rank is Rank.UNNAMED for claim in claims),
            since=max(first for first, _ in bounds),
            until=max(last for _, last in bounds),
        )


def _add_report(result: Accounts, report: str, claims: list[Claim], weigher: _Weigher) -> None:
    whole = [claim for claim in claims if not claim.partial]
    if weigher.part is not None and not whole:
        whole = claims
    if not any(_number(claim).low and not is_perpetrator(claim) for claim in whole):
        some = [c for c in claims if c.partial and c.property == "killed" and some_of(c)]
        whole += [claim for claim in some if _number(claim).high != 0]
    kept_ids = {claim.id for claim in whole}
    left = [claim.id for claim in claims if claim.id not in kept_ids]
    result.why_not.update(dict.fromkeys(left, "part of another count"))
    numbered = [claim for claim in whole if _number(claim).numbered]
    told = tell([claim for claim in numbered if not claim.recalled], weigher.neutral)
    found = _by_source(told, report, weigher)
    kept = [each for each in found if not _lesser(each, found)]
    kept = [replace(each, lower_end=_own_floor(each, kept)) for each in kept]
    once = Telling(totals=[claim for claim in numbered if claim.recalled])
    kept += _by_source(once, report, weigher)
    result.accounts += kept + [
        weigher.account(report, [Cell("total", _number(claim), [claim])])
        for claim in whole
        if not _number(claim).numbered
    ]
    _say_why_not(result, numbered, kept)


def _say_why_not(result: Accounts, claims: list[Claim], kept: list[Account]) -> None:
    """What no account holds is part of the greatest."""
    used = {claim.id for account in kept for claim in account.claims}
    figures = [account.value.low for account in kept if account.value.low is not None]
    for claim in claims:
        if claim.id not in used:
            result.why_not[claim.id] = (
                f"taken as part of the {max(figures)} that the same report gives"
                if figures
                else "says of one group only that nobody in it was counted"
            )


def _by_source(told: Telling, report: str, weigher: _Weigher) -> list[Account]:
    """One account a source and figure; prose joins the named source that gives the same."""
    merged: dict[tuple[str, NumberRange], Cell] = {}
    named: dict[NumberRange, str] = {}
    for claim in told.totals:
        source = weigher.sources.of(claim)
        if source.certain:
            named.setdefault(_number(claim), source.key)
    for claim in told.totals:
        source, value = weigher.sources.of(claim), _number(claim)
        key = source.key if source.certain else named.get(value, source.key)
        merged.setdefault((key, value), Cell("total", value, [])).claims.append(claim)
    accounts = [weigher.account(report, [cell]) for cell in merged.values()]
    return accounts + [weigher.account(report, cells) for cells in told.sums]


def _summed_up(one: Account, other: Account) -> bool:
    """Whether a report that cites a lower figure has settled on a higher one itself.

    What it says first and in its own voice ("at least nine died") is its reading of all that it
    cites; lower figures are earlier ones or parts. Against an exact figure, which may be nobody's
    summary, what a named source gives stays, and so does one that is set against it ("only four").
    """
    lower = (one.value.low or 0) < (other.value.low or 0)
    within = one.value.high is None or one.value.high < (other.value.low or 0)
    first = min(claim.span.start for claim in other.claims)
    leads = first <= min(claim.span.start for claim in one.claims)
    if not (lower and within and leads and _in_prose(other)) or other.persons_only:
        return False
    if other.value.precise and not _in_prose(one):
        return False
    return not any(set_against(claim) for claim in one.claims)


def _own_floor(one: Account, kept: Sequence[Account]) -> bool:
    """Whether a report says "at least" first and in its own voice, and cites more elsewhere."""
    leading = min(one.claims, key=lambda claim: (claim.span.start, claim.id))
    if not one.value.open or one.summed or len(leading.chain) > 1:
        return False
    first = leading.span.start
    if not has_number(one.claims[0].span.exact):
        return False
    return any(
        not other.persons_only
        and not other.summed
        and _cited(other)
        and (other.value.low or 0) > (one.value.low or 0)
        and all(claim.span.start > first for claim in other.claims)
        for other in kept
    )


def _lesser(one: Account, all_of_report: list[Account]) -> bool:
    """Whether a report's figure is only part of a greater one in the same report.

    A source does not contradict itself in one breath: its smaller figure is a part, unless it
    speaks of another day or corrects. Persons told one by one are part of any figure.
    """
    return any(_within(one, other) for other in all_of_report if other is not one)


def _within(one: Account, other: Account) -> bool:
    if other.doubted or _bare_plural(other):
        return False
    if _begun_with(one, other) or _summed_up(one, other) or _in_loose_words(one, other):
        return True
    smaller = one.value.high is not None and one.value.high < (other.value.low or 0)
    if not smaller or _dated_apart(one, other) or one.changes - {"early"}:
        return False
    if any(claim.corrects for claim in (*one.claims, *other.claims)):
        return False
    of_some = one.persons_only or one.lineage == other.lineage or all(map(in_care, one.claims))
    of_some = of_some or _only_the_named(one, other) or _only_some_sort(one, other)
    return of_some or (_in_prose(one) and (bool(one.parts) or one.value == exactly(0)))


def _in_loose_words(one: Account, other: Account) -> bool:
    """Whether a report says in its own voice, without a number, what it then gives a number for:
    "several injured" above "at least four were hurt"."""
    first = min(claim.span.start for claim in one.claims)
    loose = one.value.vague and not any(has_number(claim.span.exact) for claim in one.claims)
    if not loose or not _in_prose(one) or one.parts != other.parts or other.persons_only:
        return False
    told = [claim for claim in other.claims if has_number(claim.span.exact)]
    later = bool(told) and all(claim.span.start > first for claim in told)
    return later and one.value.meets(other.value)


def _bare_plural(account: Account) -> bool:
    """Whether it speaks of "deaths" and gives no number of which others could be a part."""
    said = " ".join(claim.span.exact for claim in account.claims)
    return account.value.open and not account.summed and not has_number(said)


def _only_the_named(one: Account, other: Account) -> bool:
    """Whether it counts those whose names are known, of all whom the report counted before."""
    first = min(claim.span.start for claim in other.claims)
    known = all(names_some(claim) and claim.span.start > first for claim in one.claims)
    return known and not other.summed


def _only_some_sort(one: Account, other: Account) -> bool:
    """Whether it is about women, men, children or the old only, and the other about all: who
    counts the women does not say how many died."""
    mine = {part for part in one.parts if part.dimension in ("sex", "age_group")}
    theirs = {part for part in other.parts if part.dimension in ("sex", "age_group")}
    return bool(mine) and not one.summed and not theirs and not other.summed


def _begun_with(one: Account, other: Account) -> bool:
    """Whether the other is a sum that goes on from this figure ("two … and a third")."""
    if one.summed or not other.summed:
        return False
    first = {claim.id for claim in other.cells[0]}
    return any(claim.id in first for claim in one.claims)


def _dated_apart(one: Account, other: Account) -> bool:
    days = {claim.as_of for claim in (*one.claims, *other.claims)} - {None}
    return len(days) > 1


def _in_prose(one: Account) -> bool:
    return not one.unnamed and (one.lineage is None or one.lineage.startswith("outlet:"))


def _cited(one: Account) -> bool:
    """Whether the report gives it as somebody else's figure, be that one named or not."""
    return all(len(claim.chain) > 1 or in_quotes(claim) for claim in one.claims)


def _number(claim: Claim) -> NumberRange:
    if not isinstance(claim.value, NumberRange):
        raise TypeError(f"claim {claim.id} of {claim.property} has no number")
    return claim.value
