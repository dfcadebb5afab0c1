"""The claims of one incident in, its findings out."""

from collections.abc import Mapping, Sequence
from typing import get_args

from rashomon.model.claims import COUNTED, Claim, Property
from rashomon.model.findings import BestRule, Conflict, Finding
from rashomon.weighing.accounts import Account, accounts_of
from rashomon.weighing.case import Case, Weighed
from rashomon.weighing.conflicts import Teller, category_conflicts, group_conflicts, once
from rashomon.weighing.counting import Counted, count
from rashomon.weighing.developments import developments
from rashomon.weighing.exclusion import LeftOut, left_out
from rashomon.weighing.grouping import Part, named_group, of_part, parts_of, who_of
from rashomon.weighing.means import MEANS, means_conflicts, only_manner
from rashomon.weighing.qualities import quality
from rashomon.weighing.rests import rests
from rashomon.weighing.sources import Sources
from rashomon.weighing.tolls import toll

_SHOWN = ("status", "role", "age_group", "sex", "adult", "noun")
_PROPERTIES = tuple(name for name in get_args(Property) if name != "development")


def weigh(case: Case, rule: BestRule = "independent") -> Weighed:
    """Weigh all claims of one incident.

    ``rule`` names how ``best`` is chosen. The result does not depend on the order of claims,
    copies or voices; ``claims`` come back in the order given.
    """
    teller = Teller(case, Sources(case))
    left = left_out(case)
    by_property = _by_property(case.claims)
    apart = means_conflicts(_of_means(by_property, left), teller)
    left |= _undisputed_manner(by_property, apart)
    findings: list[Finding] = []
    counted: list[Counted] = []
    survivors = _survivors(by_property, left, teller)
    for name in _PROPERTIES:
        claims = by_property.get(name, [])
        rest = survivors if name == "injured" else []
        if name in COUNTED and (claims or rest):
            counts = _counts(name, claims, left, teller, rule, rest)
            counted += counts
            findings += [each.finding for each in counts]
        elif claims:
            findings += _said(quality(name, claims, left, teller))
    findings = _across(findings, by_property, left, teller, apart)
    return Weighed(
        claims=tuple(_settled(claim, left, counted) for claim in case.claims),
        findings=tuple(findings),
        killed=toll("killed", findings),
        injured=toll("injured", findings),
        developments=developments(by_property.get("development", ()), left, teller),
    )


def _by_property(claims: Sequence[Claim]) -> dict[Property, list[Claim]]:
    found: dict[Property, list[Claim]] = {}
    for claim in sorted(claims, key=lambda each: (each.span.report, each.span.start, each.id)):
        found.setdefault(claim.property, []).append(claim)
    return found


def _said(finding: Finding) -> list[Finding]:
    """No finding of means of which all that is said is that it was not so, or undisputed."""
    empty = not finding.readings and not finding.conflicts and finding.property in MEANS
    return [] if empty else [finding]


def _of_means(
    by_property: Mapping[Property, Sequence[Claim]], left: Mapping[str, LeftOut]
) -> list[Claim]:
    return [c for name in MEANS for c in by_property.get(name, ()) if c.id not in left]


def _undisputed_manner(
    by_property: Mapping[Property, Sequence[Claim]],
    apart: Mapping[Property, Sequence[Conflict]],
) -> dict[str, LeftOut]:
    """That it was a stampede or a clash is its kind; a cause only where somebody says otherwise."""
    disputed = {each for found in apart.values() for told in found for each in told.claims}
    return {
        claim.id: LeftOut("manner", "says what kind of incident it was, which nobody disputes")
        for claim in by_property.get("cause", ())
        if claim.id not in disputed and only_manner(claim) and claim.stance != "denied"
    }


def _survivors(
    by_property: Mapping[Property, Sequence[Claim]], left: Mapping[str, LeftOut], teller: Teller
) -> list[Account]:
    """The hurt that follow from the figures of all who were hit and of those who died."""
    told = {
        name: accounts_of(
            [claim for claim in by_property.get(name, ()) if claim.id not in left],
            teller.sources,
            teller.case.published,
            between=teller.case.between,
        )
        for name in ("casualties", "killed")
    }
    return rests(told["casualties"].accounts, told["killed"].accounts)


def _counts(
    name: Property,
    claims: Sequence[Claim],
    left: Mapping[str, LeftOut],
    teller: Teller,
    rule: BestRule,
    rest: Sequence[Account],
) -> list[Counted]:
    """The finding for all, then one for each group that is told apart."""
    whole = count(name, claims, left, teller, rule, rest=rest)
    claims = [claim for claim in claims if claim.id not in whole.replaced]
    kept = [claim for claim in claims if claim.id not in left]
    parts = {part for claim in kept for part in parts_of(claim.who)}
    parts |= {part for claim in kept if (part := named_group(claim)) is not None}
    result = [whole]
    for part in sorted(parts, key=_rank):
        about = of_part(part, claims)
        if not about:
            continue
        each = count(name, about, left, teller, rule, part, who_of(part, about))
        if _own_right(part) or not _told_already(each.finding, result):
            result.append(each)
    return result


def _own_right(part: Part) -> bool:
    """Whether a recorder asks for the group also where it is all of the dead or hurt."""
    return part.dimension not in ("sex", "noun") and part.value != "adult"


def _rank(part: Part) -> tuple[int, str]:
    """The order in which groups are shown, and kept where two say the same."""
    return _SHOWN.index("adult" if part.value == "adult" else part.dimension), part.value


def _told_already(part: Finding, others: Sequence[Counted]) -> bool:
    """Whether another finding says the same with the same claims: that two women were adults;
    that a toll of one man is all men."""
    return any(
        _range(part) == _range(other.finding)
        and (other.finding.who is None or _claims(part) == _claims(other.finding))
        for other in others
    )


def _range(finding: Finding) -> tuple[int | None, int | None, int | None]:
    return finding.low, finding.best, finding.high


def _claims(finding: Finding) -> set[str]:
    return {claim for reading in finding.readings for claim in reading.claims}


def _across(
    findings: Sequence[Finding],
    by_property: Mapping[Property, Sequence[Claim]],
    left: Mapping[str, LeftOut],
    teller: Teller,
    apart: Mapping[Property, Sequence[Conflict]],
) -> list[Finding]:
    """Add the conflicts between killed and injured to the findings of both, and those between
    kinds of people."""
    killed = [c for c in by_property.get("killed", ()) if c.id not in left]
    injured = [c for c in by_property.get("injured", ()) if c.id not in left]
    extra = category_conflicts(killed, injured, teller)
    kinds: dict[Property, Sequence[Conflict]] = {
        "killed": [*extra, *group_conflicts(killed, teller)],
        "injured": [*extra, *group_conflicts(injured, teller)],
        **apart,
    }
    return [
        _with(finding, kinds[finding.property])
        if finding.who is None and kinds.get(finding.property)
        else finding
        for finding in findings
    ]


def _with(finding: Finding, extra: Sequence[Conflict]) -> Finding:
    return finding.model_copy(update={"conflicts": once((*finding.conflicts, *extra))})


def _settled(claim: Claim, left: Mapping[str, LeftOut], counted: Sequence[Counted]) -> Claim:
    """The claim with ``used``, ``why_not`` and what it corrects: used if any finding uses it."""
    older = [each.corrects[claim.id] for each in counted if claim.id in each.corrects]
    settled = {"why_not": _why_not(claim, left, counted), "corrects": older[0] if older else None}
    if any(claim.id in each.of_some for each in counted):
        claim = claim.model_copy(update={"partial": True})
    codes = {name: code for name, code in claim.why_null.items() if name not in settled}
    codes |= {name: "not-stated" for name, value in settled.items() if value is None}
    used = settled["why_not"] is None
    return claim.model_copy(update={**settled, "used": used, "why_null": codes})


def _why_not(claim: Claim, left: Mapping[str, LeftOut], counted: Sequence[Counted]) -> str | None:
    if claim.id in left:
        return left[claim.id].why
    if claim.property not in COUNTED or any(claim.id in each.used for each in counted):
        return None
    said = [each.why_not[claim.id] for each in counted if claim.id in each.why_not]
    return said[0] if said else "not counted"
