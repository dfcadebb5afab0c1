"""What a report is about where violence is not all it tells: decisions, courts, arrests."""

from collections.abc import Sequence

from rashomon.claims.account import Account
from rashomon.claims.groups import OPENING, Group, prominence, total
from rashomon.data.kinds import is_saying, kind

_PASSING = 0.5
"""Violence told less than half as much as the politics around it is told in passing."""

_FOLLOWED_UP = 0.1
"""What courts and police do is done for something: a harm told a tenth as much is what for."""

_FAR_MORE = 2.0
_HARMED = frozenset({"killed", "injured", "casualties"})


def arrest_is_the_deed(atoms: Sequence[Group], account: Account) -> bool:
    """Whether a report tells of arrests for their own sake: first and most, and of nobody harmed
    for whom somebody could be arrested."""
    told = [a for a in atoms if not a.background and kind(a.kind).role != "speech"]
    own = [a for a in told if a.kind == "arrest"]
    harm = [a for a in told if a.physical and a.points != "name"]
    if not own or told[0].kind != "arrest" or account.sentence(told[0].mentions[0].start) > OPENING:
        return False
    if any(m.affects in _HARMED for a in harm for m in a.mentions):
        return False
    return _FAR_MORE * total(harm, account) < total(own, account)


def in_passing(groups: Sequence[Group], said: list[Group], account: Account) -> bool:
    """Whether a report of politics or courts only mentions violence: counting nobody, not in its
    first sentences, and with little beside what it says of its own matter."""
    events = [each for each in groups if not each.background]
    if not said:
        return False
    if _decision_first(said, groups, account):
        return True
    if any(_opens(each, account) for each in events) or _long_ago(groups, said):
        return False
    words = total(said, account)
    courts = total((each for each in said if kind(each.kind).role == "follow-up"), account)
    if courts > _PASSING * words:
        harm = [each for each in groups if any(m.affects for m in each.mentions)]
        return all(prominence(each, account) < _FOLLOWED_UP * courts for each in harm)
    return all(prominence(each, account) < _PASSING * words for each in events)


def _decision_first(said: Sequence[Group], groups: Sequence[Group], account: Account) -> bool:
    """Whether the report begins with a decision (a vote, a resignation, a summit), says more of
    such matters than of violence, and neither dates nor counts that in its first sentences."""
    first = min((each.mentions[0] for each in said), key=lambda m: m.start)
    index = account.sentence(first.start)
    if index >= OPENING or kind(first.kind).role != "speech" or is_saying(first.kind):
        return False
    for each in groups:
        if each.mentions[0].start < first.start or (each.frames and _opens(each, account)):
            return False
        if any(m.affects and account.sentence(m.start) <= index for m in each.mentions):
            return False
    happened = total((each for each in groups if not each.background), account)
    return happened <= total(said, account)


def _long_ago(groups: Sequence[Group], said: Sequence[Group]) -> bool:
    """Whether the report begins with something of last month, and then tells only what is said of
    it: nothing newer makes it background."""
    first = min(groups, key=lambda g: g.mentions[0].start)
    begins = all(first.mentions[0].start < each.mentions[0].start for each in said)
    only_words = all(is_saying(each.kind) for each in said)
    return begins and only_words and bool(first.mentions[0].arguments)


def _opens(group: Group, account: Account) -> bool:
    """Whether the report begins with it: an event told there, not one that is only named ("a bill
    on the attacks"), or people counted soon after."""
    lead = account.lead
    for mention in group.mentions:
        index = account.sentence(mention.start) - lead
        if index < 2 * OPENING and mention.affects:
            return True
        if index < OPENING and mention.arguments:
            return True
    return False
