"""Who was shot or brought to hospital, and what became of them.

"Shot" leaves open whether somebody lived; so does "taken to hospital" where the same report says
that he died there.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rashomon.data.kinds import kind
from rashomon.data.phrases import either, phrases, words
from rashomon.model.annotations import EventMention
from rashomon.model.claims import Claim, CountProperty, Property
from rashomon.model.numbers import NumberRange, exactly

_OF_THESE = re.compile(r"\bof (?:whom|them|these|those)\b", re.IGNORECASE)
_SHORTLY = len(" for treatment as a precaution")
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’ʼ-]+")


def outcomes_settled(claims: list[Claim], mentions: Sequence[EventMention]) -> list[Claim]:
    """Injured claims of people who are said to have died are left out; a number of people shot
    that is larger than the dead does not say how many lived, so it is of casualties."""
    open_ended = {
        mention.start
        for mention in mentions
        if mention.affects == "injured" and kind(mention.kind).role == "event"
    }
    claims = _died_of_the_hurt(claims)
    more = {(c.sentence.start, c.span.end) for c in claims if c.additional}
    dead = [c for c in claims if c.property == "killed" and c.stance != "denied" and _some(c)]
    settled = []
    for claim in claims:
        outcome: Property | None = claim.property
        if claim.property == "injured" and (_has_died(claim, dead) or _unhurt(claim)):
            outcome = None
        elif claim.property == "injured" and _told_by(claim, open_ended):
            outcome = _outcome(claim, dead, (claim.sentence.start, claim.span.end) in more)
        if outcome is not None:
            settled.append(claim.model_copy(update={"property": outcome}))
    return [_all_brought(_some_died_of(claim, settled), settled) for claim in settled]


def _died_of_the_hurt(claims: Sequence[Claim]) -> list[Claim]:
    """Where others died at once, those of the wounded who died add to the dead, and no longer count
    as hurt: "killed three and wounded five, *one of whom* died"."""
    changed: dict[str, Claim] = {}
    for dead in claims:
        number = _precise(dead)
        if dead.property != "killed" or not number or not _OF_THESE.search(dead.span.exact):
            continue
        same = [c for c in claims if c.sentence == dead.sentence and c.span.start < dead.span.start]
        hurt = [c for c in same if c.property == "injured" and (_precise(c) or 0) > number]
        others = [c for c in same if c.property == "killed" and c.id != dead.id]
        if hurt and any(each.span.end <= hurt[-1].span.start for each in others):
            live = exactly((_precise(hurt[-1]) or 0) - number)
            changed[hurt[-1].id] = hurt[-1].model_copy(update={"value": live})
            changed[dead.id] = dead.model_copy(update={"partial": False, "additional": True})
    return [changed.get(claim.id, claim) for claim in claims]


def _some_died_of(claim: Claim, claims: Iterable[Claim]) -> Claim:
    """Of casualties, where the same sentence tells that some of these died: "wounded four, *one
    of whom* died"."""
    low = _precise(claim)
    if claim.property != "injured" or low is None or claim.partial:
        return claim
    some = (
        each
        for each in claims
        if each.property == "killed" and each.partial and _OF_THESE.search(each.span.exact)
    )
    if not any(
        each.sentence == claim.sentence and 0 < (_precise(each) or 0) < low for each in some
    ):
        return claim
    others = any(each.property == "killed" and not each.partial for each in claims)
    return claim if others else claim.model_copy(update={"property": "casualties"})


def _all_brought(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """Of casualties, where it counts all who were brought to hospital, the dead among them: as
    many as were hit, or as the dead and the wounded together."""
    if claim.property != "injured" or claim.additional or claim.partial:
        return claim
    number, dead = _precise(claim), _most("killed", claims)
    if number is None or not 0 < dead < number:
        return claim
    others = {_precise(each) for each in claims if each.property == "injured" and each.additional}
    if number - dead in others:  # "six with gunshot wounds. Two died … four others"
        return claim.model_copy(update={"property": "casualties"})
    if _hurt().search(claim.span.exact):
        return claim
    hit = {_precise(each) for each in claims if each.property == "casualties"}
    hurt = {_precise(c) for c in claims if c.property == "injured" and not c.partial}
    if number not in hit and number - dead not in hurt:
        return claim
    return claim.model_copy(update={"property": "casualties"})


def _precise(claim: Claim) -> int | None:
    exact = isinstance(claim.value, NumberRange) and claim.value.precise
    return claim.value.low if exact and isinstance(claim.value, NumberRange) else None


def _most(name: Property, claims: Iterable[Claim]) -> int:
    return max((_precise(claim) or 0 for claim in claims if claim.property == name), default=0)


def _told_by(claim: Claim, starts: set[int]) -> bool:
    return any(claim.span.start <= start < claim.span.end for start in starts)


def _some(claim: Claim) -> bool:
    return isinstance(claim.value, NumberRange) and claim.value.high != 0


def _has_died(claim: Claim, dead: Iterable[Claim]) -> bool:
    """Whether one person told of as hurt is told of as dead: in the rest of the sentence, by
    the same name, or in the same words."""
    if claim.value != exactly(1):
        return False
    if claim.additional:  # "a fifth died while being rushed to hospital"
        return any((each.sentence, each.who) == (claim.sentence, claim.who) for each in dead)
    rest = claim.sentence.exact[max(0, claim.span.end - claim.sentence.start) :]
    if phrases("deaths").search(rest) and not phrases(
        "survival_words", "word", use="others"
    ).search(rest):
        return True
    mine = _names(claim)
    return any(each.value == exactly(1) and bool(mine & _names(each)) for each in dead)


def _unhurt(claim: Claim) -> bool:
    """ "Was found *unharmed* and taken to hospital", "taken to hospital as a *precaution*"."""
    if claim.value == exactly(0) or _hurt().search(claim.span.exact):
        return False
    behind = claim.sentence.exact[max(0, claim.span.start - claim.sentence.start) :]
    own = behind[: claim.span.end - claim.span.start + _SHORTLY]
    return bool(phrases("survival_words", "word", use="unhurt").search(own))


def _names(claim: Claim) -> set[str]:
    return set(_NAME.findall(claim.who.label)) if claim.who else set()


def _outcome(claim: Claim, dead: Sequence[Claim], listed: bool) -> CountProperty | None:
    """What an open-ended count is of, beside the dead of the same report; ``None``: of those.

    ``listed``: it stands in one list with others than those ("a woman and two other men").
    """
    if not dead or claim.additional or listed or _alive().search(claim.span.exact):
        return "injured"
    most = max(each.value.low or 0 for each in dead if isinstance(each.value, NumberRange))
    low = claim.value.low if isinstance(claim.value, NumberRange) else None
    if low is not None and low > most:
        hurt = _hurt().search(claim.span.exact) and not _found_so(claim)
        return "injured" if hurt else "casualties"
    if low == 1 and not _did_it(claim) and all(map(_did_it, dead)):
        return "injured"  # the one shot may not be the one who shot himself; weighing sees to that
    return None


def _found_so(claim: Claim) -> bool:
    """ "Officers *found* two men with gunshot wounds": one may have died of them since."""
    before = claim.sentence.exact[: max(0, claim.span.start - claim.sentence.start)]
    return bool(phrases("survival_words", "word", use="found").search(before))


def _did_it(claim: Claim) -> bool:
    return claim.who is not None and claim.who.role == "perpetrator"


def _hurt() -> re.Pattern[str]:
    return phrases("survival_words", "word", use="hurt")


@cache
def _alive() -> re.Pattern[str]:
    """Who is not among the dead, however many were hit: "*also* shot", "*grazed* by a bullet"."""
    beside = words("survival_words", use="besides") | words("survival_words", use="slight")
    return re.compile(rf"\b(?:{either(beside)})\b", re.IGNORECASE)
