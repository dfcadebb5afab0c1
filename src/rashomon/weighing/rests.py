"""Those hit who did not die: "five people were shot, one of them fatally" leaves four hurt.

A report that counts all who were hit and all of them who died has counted the hurt as well, also
where it tells of them only singly or not at all.
"""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.model.numbers import exactly
from rashomon.weighing.accounts import Account
from rashomon.weighing.grouping import held_armed

_TWO = 2


def rests(hit: Iterable[Account], dead: Iterable[Account]) -> list[Account]:
    """One account of the hurt for each report that gives exact figures of the hit and the dead."""
    fallen = _greatest(dead)
    found = []
    for report, account in sorted(_greatest(hit).items()):
        other = fallen.get(report)
        died = _victims(other) if other is not None else 0
        low = account.value.low or 0
        if other is not None and 0 < died < low and _of_one_count(account, other):
            claims = tuple(tuple(cell) for cell in (*account.cells, *other.cells))
            value = exactly(low - died)
            found.append(replace(account, value=value, cells=claims, rest=True, lower_end=False))
    return found


def _of_one_count(hit: Account, dead: Account) -> bool:
    """Whether the dead may be among those hit: not where one source counts fighters and another
    villagers, nor where two named sources give a figure each."""
    named = {each.lineage for each in (hit, dead) if each.lineage and "outlet:" not in each.lineage}
    fighters = {any(map(held_armed, account.claims)) for account in (hit, dead)}
    return len(named) < _TWO and (len(fighters) == 1 or not (hit.unnamed or dead.unnamed or named))


def _greatest(accounts: Iterable[Account]) -> dict[str, Account]:
    """By report, the greatest exact figure."""
    greatest: dict[str, Account] = {}
    for account in accounts:
        known = greatest.get(account.report)
        if account.value.precise and (known is None or _size(account) > _size(known)):
            greatest[account.report] = account
    return greatest


def _size(account: Account) -> int:
    return account.value.low or 0


def _victims(account: Account) -> int:
    """How many of the dead may be among those hit: one who shot himself is not."""
    own = [c for c in account.claims if c.who is not None and c.who.role == "perpetrator"]
    return _size(account) - min(len(own), 1)
