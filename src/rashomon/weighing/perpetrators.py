"""Dead perpetrators beside their victims: the toll of an incident counts both.

"Killed five people" in one report and "the gunman was found dead" in another make six. A figure
that counts everybody ("six people are dead") has him already.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.model.claims import Claim
from rashomon.model.numbers import NumberRange, total
from rashomon.weighing.accounts import Account
from rashomon.weighing.grouping import is_perpetrator
from rashomon.weighing.two_names import alike_armed, two_names


def with_perpetrators(accounts: Iterable[Account], claims: Iterable[Claim]) -> list[Account]:
    """The accounts, those of victims alone with the perpetrators that any report tells of."""
    known = list(accounts)
    done = [claim for claim in claims if _by_perpetrator(claim) and _number(claim).low]
    most = max(done, key=lambda c: (_number(c).low or 0, c.id), default=None)
    if most is None:
        return known
    again = [a for a in known if any(_again(claim, most) for claim in a.claims)]
    victims = {a.value for a in known if _of_victims(a)}
    beside = [c for c in done if c.value == most.value]
    return [
        _joined(account, beside)
        if account not in again
        and (_of_victims(account) or (account.value in victims and not _told(account)))
        else account
        for account in known
    ]


def _again(claim: Claim, doers: Claim) -> bool:
    """Whether another report counts the perpetrators, as fighters or by a kinder name."""
    return two_names(doers, claim) or alike_armed(doers, claim)


def _joined(account: Account, beside: Sequence[Claim]) -> Account:
    value = total((account.value, _number(beside[0])))
    return replace(account, value=value, cells=(*account.cells, tuple(beside)))


def _of_victims(account: Account) -> bool:
    """Whether the words tell what somebody did to all that are counted, who are several: one
    man whom "police killed" may be the very one whom others call the gunman."""
    several = (account.value.low or 0) > 1
    said = all(any(claim.others for claim in cell) for cell in account.cells)
    return several and said and not _told(account)


def _told(account: Account) -> bool:
    return any(_by_perpetrator(claim) for claim in account.claims)


def _by_perpetrator(claim: Claim) -> bool:
    return is_perpetrator(claim) and claim.stance != "denied"


def _number(claim: Claim) -> NumberRange:
    if not isinstance(claim.value, NumberRange):
        raise TypeError(f"claim {claim.id} of {claim.property} has no number")
    return claim.value
