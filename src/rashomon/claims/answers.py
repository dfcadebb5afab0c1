"""Of which incident a sentence speaks that tells of none itself: "The coastguard denied it." """

from collections.abc import Sequence

from rashomon.claims.account import Account
from rashomon.claims.groups import Group


def answered(
    groups: Sequence[Group], owned: Sequence[Sequence[int]], account: Account
) -> list[list[int]]:
    """The sentences in which blame for each group is to be looked for.

    ``owned`` are those that speak of each, the main one's (the first) with all prose besides. Of
    that prose, what follows another incident in one paragraph without telling of any answers it.
    """
    last = _last_told(groups, account)
    found = [list(own) for own in owned]
    found[0] = []
    for index in owned[0]:
        home = _told_before(index, last, account)
        found[home].append(index)
    return [sorted(set(each)) for each in found]


def _last_told(groups: Sequence[Group], account: Account) -> dict[int, int]:
    """For each sentence the group that it comes to last."""
    mentions = sorted(
        (m.start, number) for number, each in enumerate(groups) for m in each.mentions
    )
    return {account.sentence(start): number for start, number in mentions}


def _told_before(index: int, last: dict[int, int], account: Account) -> int:
    """The group of this sentence, else of the nearest before it in its paragraph, else the main
    one."""
    own = index
    while own not in last and own > 0 and not _opens_paragraph(own, account):
        own -= 1
    return 0 if own == index else last.get(own, 0)


def _opens_paragraph(index: int, account: Account) -> bool:
    before, _ = account.bounds(index - 1)
    start, _ = account.bounds(index)
    return "\n" in account.report.text[before:start].strip(" ")
