"""Accounts that give one figure, together: a reading of a count, with what the rules ask of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.model.claims import Claim
from rashomon.model.findings import Independent, Reading
from rashomon.model.numbers import NumberRange
from rashomon.weighing.accounts import Account
from rashomon.weighing.independence import Support, support
from rashomon.weighing.sources import Sources
from rashomon.weighing.wording import gives_upper_end


@dataclass(frozen=True, slots=True)
class Figure:
    """One value and the accounts that give it."""

    value: NumberRange
    accounts: tuple[Account, ...]
    support: Support

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim behind it, each once, by id."""
        found = {claim.id: claim for account in self.accounts for claim in account.claims}
        return tuple(found[key] for key in sorted(found))

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of its claims."""
        return tuple(claim.id for claim in self.claims)

    @property
    def ranged(self) -> bool:
        """Whether some account names both ends of the range."""
        return any(account.ranged for account in self.accounts)

    @property
    def upper_end(self) -> bool:
        """Whether its words name an upper end and say nothing of the lower one ("up to 30")."""
        bounded = self.value.high is not None and (self.value.low or 0) <= 1 < self.value.high
        return bounded and not self.summed and all(map(gives_upper_end, self.claims))

    @property
    def soft_zero(self) -> bool:
        """Whether it is a nought that nobody asserts."""
        return all(account.soft_zero for account in self.accounts)

    @property
    def summed(self) -> bool:
        """Whether nobody gives it as one number."""
        return all(account.summed for account in self.accounts)

    @property
    def rest(self) -> bool:
        """Whether it is only what is left of all who were hit without those who died."""
        return all(account.rest for account in self.accounts)

    @property
    def first_day(self) -> str:
        """The earliest known day for which it was given, or ""."""
        return min((day for day in self._days() if day), default="")

    @property
    def last_day(self) -> str:
        """The latest known day for which it was given, or ""."""
        return max(self._days())

    @property
    def last_moment(self) -> str:
        """The latest known day or date-time for which it was given, or ""."""
        return max(account.moment for account in self.accounts)

    def _days(self) -> list[str]:
        return [account.moment[:10] for account in self.accounts]

    def reading(self) -> Reading:
        """The same, as the dossier has it."""
        return Reading(
            value=self.value,
            claims=self.ids,
            primary_sources=self.support.primary_sources,
            independent=self.support.independent,
            collapsed=self.support.collapsed,
        )


def figures_of(accounts: Iterable[Account], sources: Sources) -> tuple[Figure, ...]:
    """One figure a value, from the least."""
    by_value: dict[NumberRange, list[Account]] = {}
    for account in accounts:
        by_value.setdefault(account.value, []).append(account)
    figures = [_figure(value, group, sources) for value, group in by_value.items()]
    return tuple(sorted(figures, key=lambda each: _order(each.value)))


def _order(value: NumberRange) -> tuple[int, float, bool]:
    low = -1 if value.low is None else value.low
    return low, float("inf") if value.high is None else value.high, value.approximate


def _figure(value: NumberRange, accounts: list[Account], sources: Sources) -> Figure:
    """A sum stands on its weakest part: nobody gave the whole of it."""
    backing = [claim for account in accounts for claim in _weakest(account, sources)]
    every = [claim for account in accounts for claim in account.claims]
    whole, weakest = support(every, sources), support(backing, sources).independent
    bounds = Independent(low=weakest.low, high=max(weakest.low, weakest.high))
    ordered = tuple(sorted(accounts, key=lambda each: each.claims[0].id))
    return Figure(value, ordered, Support(bounds, whole.primary_sources, whole.collapsed))


def _weakest(account: Account, sources: Sources) -> tuple[Claim, ...]:
    def strength(cell: tuple[Claim, ...]) -> tuple[int, int, str]:
        bounds = support(cell, sources).independent
        return bounds.low, bounds.high, cell[0].id

    return min(account.cells, key=strength)
