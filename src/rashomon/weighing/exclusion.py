"""Which claims are left out of a finding, and why (CONTRACT.md, low, best, high, rule 1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.model.claims import Claim
from rashomon.model.copies import Drift
from rashomon.model.numbers import NumberRange, exactly
from rashomon.weighing.accounts import Account
from rashomon.weighing.case import Case
from rashomon.weighing.dates import day_of, later
from rashomon.weighing.grouping import CIVILIANS, value_on
from rashomon.weighing.sources import Sources
from rashomon.weighing.survival import died_since
from rashomon.weighing.times import over_before
from rashomon.weighing.wording import (
    attributed,
    change_said,
    goes_on,
    has_number,
    in_words,
    set_against,
)

Reason = Literal["denied", "scope", "garbled", "superseded", "died", "manner", "before"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why a claim does not count; ``by`` are the claims that make it so, ``value`` their figure."""

    reason: Reason
    why: str
    by: tuple[str, ...] = ()
    value: NumberRange | None = None


def left_out(case: Case) -> dict[str, LeftOut]:
    """What can be seen before figures are compared: denied, other scope, garbled, died since."""
    found: dict[str, LeftOut] = {}
    for claim in case.claims:
        if claim.stance == "denied":
            found[claim.id] = LeftOut("denied", "denied, not claimed")
        elif claim.scope is not None:
            found[claim.id] = LeftOut("scope", f"of another scope: {_scope(claim)}")
        elif claim.property == "development" and over_before(claim, case.since):
            found[claim.id] = LeftOut("before", "was over before this incident")
        elif _spares_civilians(claim) and _harm_told(claim, case):
            found[claim.id] = LeftOut("denied", "denies that civilians were harmed")
    for claim_id, reason in _garbled(case).items():
        found.setdefault(claim_id, reason)
    rest = [claim for claim in case.claims if claim.id not in found]
    for claim_id, deaths in died_since(rest, case.published).items():
        found[claim_id] = LeftOut("died", "said to have died", tuple(c.id for c in deaths))
    return found


def _spares_civilians(claim: Claim) -> bool:
    """ "No civilian was harmed": a denial where others tell of civilian dead, and no toll."""
    return claim.value == exactly(0) and value_on(claim.who, "status") == "civilian"


def _harm_told(denial: Claim, case: Case) -> bool:
    """Whether somebody else counts people of the same fate who may be civilians."""
    return any(
        claim.property == denial.property
        and (claim.span.report != denial.span.report or claim.primary() != denial.primary())
        and isinstance(claim.value, NumberRange)
        and (claim.value.low or 0) > 0
        and claim.stance != "denied"
        and value_on(claim.who, "status") in (None, "civilian")
        for claim in case.claims
    )


def _scope(claim: Claim) -> str:
    scope = claim.scope
    said = [scope.period, scope.area, scope.action] if scope else []
    return ", ".join(part for part in said if part) or "not this incident alone"


def _garbled(case: Case) -> dict[str, LeftOut]:
    """Claims of copies that changed a number or dropped a hedge, where the origin is at hand."""
    found: dict[str, LeftOut] = {}
    for copy in sorted(case.copies, key=lambda each: each.id):
        origins = {span.report for span in copy.spans if span.role == "origin"}
        if copy.kind == "own-update":
            continue
        for drift in copy.drift:
            if drift.from_.report in origins and drift.what in ("number-changed", "hedge-dropped"):
                found.update(_hit(case, drift))
    return found


def _hit(case: Case, drift: Drift) -> dict[str, LeftOut]:
    before = [c for c in case.claims if _at(c, drift, "from")]
    found = {}
    for claim in (c for c in case.claims if _at(c, drift, "to")):
        origin = [c for c in before if c.property == claim.property]
        if not origin or change_said(claim) or _is_update(claim, origin, case):
            continue
        if drift.what == "number-changed" and all(c.value != claim.value for c in origin):
            why = f"a number changed in a copy; the origin has “{drift.from_.exact}”"
            found[claim.id] = LeftOut("garbled", why, tuple(c.id for c in origin))
        if drift.what == "hedge-dropped" and all(_harder(claim, c) for c in origin):
            why = f"a hedge dropped in a copy; the origin has “{drift.from_.exact}”"
            found[claim.id] = LeftOut("garbled", why, tuple(c.id for c in origin))
    return found


def _harder(claim: Claim, origin: Claim) -> bool:
    """Whether the origin says less: hedged, or "at least four" where the copy says "four"."""
    if origin.stance != "asserted":
        return True
    value, before = claim.value, origin.value
    if not isinstance(value, NumberRange) or not isinstance(before, NumberRange):
        return False
    return value.precise and not before.precise and before.contains(value)


def _at(claim: Claim, drift: Drift, side: Literal["from", "to"]) -> bool:
    """Whether the drift touches the claim: its words for a number, its sentence for a hedge."""
    span = drift.from_ if side == "from" else drift.to
    where = claim.span if drift.what == "number-changed" else claim.sentence
    return span.report == claim.span.report and where.overlaps(span.start, span.end)


def _is_update(claim: Claim, origin: Iterable[Claim], case: Case) -> bool:
    """Whether a greater figure of a later day is a newer version of the text, not a slip."""
    day = day_of(claim, case.published)
    return all(
        isinstance(claim.value, NumberRange)
        and isinstance(old.value, NumberRange)
        and (claim.value.low or 0) > (old.value.low or 0)
        and later(day, day_of(old, case.published))
        for old in origin
    )


def superseded(accounts: Iterable[Account], sources: Sources) -> dict[int, tuple[LeftOut, Account]]:
    """Accounts that were replaced (index in ``accounts`` → why, and by which account).

    By a later figure of the same primary source, or of any source in words of change. A later
    figure that is only wider ("at least four" after "four") replaces nothing.
    """
    known = list(accounts)
    speaking: dict[str, list[Account]] = {}
    for account in known:
        for lineage in account.lineages:
            speaking.setdefault(lineage, []).append(account)
    changing = [a for a in known if a.changes - {"early"} or any(c.corrects for c in a.claims)]
    recalled = _recalled(known)
    found: dict[int, tuple[LeftOut, Account]] = {}
    for index, old in enumerate(known):
        own = speaking.get(old.lineage or "", ())
        running = _only_first(old) or _goes_on(old) or _none_yet(old)
        rivals = known if running else [*changing, *own]
        newer = [new for new in rivals if new is not old and _replaces(new, old)]
        newer += [
            new for new in recalled.get(old.value, ()) if not later(old.moment[:10], new.moment)
        ]
        if newer:
            last = min(newer, key=lambda each: (_inverse(each.moment), each.claims[0].id))
            found[index] = (_by(last, sources), last)
    return found


def _recalled(known: Sequence[Account]) -> dict[NumberRange, list[Account]]:
    """Figures that a report names as earlier ones ("raising an earlier toll of nine") with the one
    it gives instead: whoever gave them, that is what they were."""
    found: dict[NumberRange, list[Account]] = {}
    for old in known:
        if _only_first(old) and old.value.precise:
            newer = [n for n in known if n.report == old.report and n is not old]
            found.setdefault(old.value, []).extend(n for n in newer if _replaces(n, old))
    return found


def _inverse(moment: str) -> tuple[int, ...]:
    """Sorts later moments first."""
    return tuple(-ord(character) for character in moment)


def _replaces(new: Account, old: Account) -> bool:
    if not new.value.numbered or new.value.contains(old.value):
        return False
    if old.ranged and old.report == new.report and old.value.contains(new.value):
        return False  # "between 10 and 18 died": who gives both ends knows of both
    if _named_by(new, old):
        return True
    if _none_yet(old) and (new.value.low or 0) > 0:
        return old.report != new.report and not later(old.moment, new.moment)
    if _only_first(new) and not _only_first(old):
        return False  # "it had put the toll at 58": told later, yet of an earlier day
    if new.parts <= old.parts | {CIVILIANS} and _gives_way(old, new):
        beside = old.report == new.report
        return _has_figure(new) and (beside or not old.surely_after(new))
    if new.parts != old.parts and not _may_be_all(old, new):
        return False
    same = old.lineage is not None and old.lineage in new.lineages
    if same and not new.persons_only and (new.surely_after(old) or _own_rise(new, old)):
        return True
    return _changes(new, old)


def _own_rise(new: Account, old: Account) -> bool:
    """Whether a named source gives more dead elsewhere and nothing says which figure came first:
    the dead become more, and a source does not contradict itself on one day."""
    if old.report == new.report or old.surely_after(new) or not old.lineage:
        return False
    if old.lineage.startswith("outlet:") or old.changes or new.summed or not new.value.precise:
        return False
    dead = all(claim.property == "killed" for claim in (*old.claims, *new.claims))
    return dead and (new.value.low or 0) > (old.value.high or old.value.low or 0)


def _may_be_all(old: Account, new: Account) -> bool:
    """Whether a figure of men, women or children may have been that of all: "two men were killed",
    then a toll of three."""
    less = old.parts - new.parts - {CIVILIANS}  # "six passengers", then a toll of eleven
    of_some_sort = all(part.dimension in ("sex", "age_group") for part in less)
    return not new.parts and of_some_sort and not old.persons_only


def _only_first(account: Account) -> bool:
    """Whether a figure is given as a first one only: "initially put at five"."""
    return bool(account.claims) and all(change_said(c) == "early" for c in account.claims)


def _goes_on(account: Account) -> bool:
    """Whether a figure says that it is not the last one: "18 dead so far", bodies found."""
    return bool(account.claims) and all(goes_on(claim) for claim in account.claims)


def _none_yet(account: Account) -> bool:
    """ "No arrests have been made": so far, and history as soon as somebody is held."""
    held = account.claims[0].property == "arrested"
    return (
        held and account.value == exactly(0) and all(c.stance == "asserted" for c in account.claims)
    )


def _gives_way(old: Account, new: Account) -> bool:
    """Whether a first figure gives way to one that is none, or a running one to a greater."""
    if _only_first(old) and not _only_first(new):
        return True
    return _goes_on(old) and (new.value.low or 0) > (old.value.high or old.value.low or 0)


def _has_figure(account: Account) -> bool:
    """Whether it is a figure for all, which a first one may have given way to."""
    return not account.persons_only and any(has_number(c.span.exact) for c in account.claims)


def _named_by(new: Account, old: Account) -> bool:
    """Whether the new figure says itself which claim it corrects."""
    named = {claim.corrects for claim in new.claims} - {None}
    return bool(named) and any(claim.id in named for claim in old.claims)


def _changes(new: Account, old: Account) -> bool:
    """Whether words of change replace a figure that is earlier, or not known to be later."""
    corrects = any(claim.corrects for claim in new.claims)
    if not (new.changes - {"early"} or corrects) or old.surely_after(new):
        return False
    rose = (new.value.low or 0) > (old.value.low or 0)
    if not rose and old.value.open and old.lineage not in new.lineages:
        return False  # "at least 20" of somebody else is not taken back by a count of 11
    if (corrects or "any" in new.changes) and later(new.moment[:10], old.moment[:10]):
        return True
    said = new.changes & ({"up", "any"} if rose else {"down"})
    first = not old.changes or later(new.moment[:10], old.moment[:10])  # one rise after another
    beside = old.report == new.report
    if "up" in said and not (old.moment and new.moment):
        return not any(set_against(claim) for claim in old.claims)
    return bool(said) and first and bool(old.moment or beside) and not _answers(old, new)


def _answers(old: Account, new: Account) -> bool:
    """Whether a report cites another source's figure behind the one that rose, and as of no
    earlier day: "the toll rose to 14, the hospital said. The governor said that 11 were killed"."""
    if old.report != new.report or old.moment != new.moment or old.changes:
        return False
    if not old.value.precise or new.changes != {"up"}:
        return False
    named = old.lineage is not None and not old.lineage.startswith("outlet:")
    behind = min(c.span.start for c in old.claims) > max(c.span.start for c in new.claims)
    return named and behind and old.lineage not in new.lineages


def _by(new: Account, sources: Sources) -> LeftOut:
    day = f" on {in_words(new.moment)}" if new.moment else ""
    who = attributed(new.claims[:1], sources.voices)
    ids = tuple(claim.id for claim in new.claims)
    return LeftOut("superseded", f"replaced{day} by {who}", ids, new.value)
