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
    full = [number for number, each in enumerate(groups) if number == 0 or not is_bare(each)]
    last = _last_told([groups[number] for number in full], account)
    found: list[list[int]] = [list(own) if at in full[1:] else [] for at, own in enumerate(owned)]
    bare = [own for at, own in enumerate(owned) if at not in full]
    for index in sorted({each for own in (owned[0], *bare) for each in own}):
        home = full[_told_before(index, last, account)]
        found[home].append(index)
    return [sorted(set(each)) for each in found]


def is_bare(group: Group) -> bool:
    """Whether nothing is told of an incident but that it was: "accused the army of *firing*" tells
    of none beside the one that was told before."""
    told = group.frames or group.towns or group.targets or group.distinct or group.victims
    return not told and not any(m.affects for m in group.mentions)


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
    while own not in last and own > 0 and not account.opens_paragraph(own):
        own -= 1
    return 0 if own == index else last.get(own, 0)
