"""The killed and injured of an incident, with the parts that are told apart."""

from collections.abc import Mapping, Sequence

from rashomon.model.base import NullReason
from rashomon.model.claims import Property
from rashomon.model.findings import Finding, Toll, TollPart

_ENDS = ("low", "best", "high")
_ABSENT: dict[str, NullReason] = dict.fromkeys(
    (*_ENDS, "best_basis", "status", "finding"), "not-stated"
)


def toll(name: Property, findings: Sequence[Finding]) -> Toll:
    """The toll of one property; from ``casualties`` where only those are told to be none.

    "There were no casualties" asserts nought for both; "no reports of casualties" only points to
    its finding.
    """
    whole = next((f for f in findings if f.property == name and f.who is None), None)
    if whole is None:
        return _from_casualties(findings)
    parts = tuple(_part(f) for f in findings if f.property == name and f.who is not None)
    return Toll(
        low=whole.low,
        best=whole.best,
        high=whole.high,
        open=whole.open,
        best_basis=whole.best_basis,
        status=whole.status,
        parts=parts,
        finding=whole.id,
        why_null=_without_who(whole.why_null),
    )


def _part(finding: Finding) -> TollPart:
    if finding.who is None:
        raise ValueError("a part of a toll needs to say who")
    why_null = {key: code for key, code in finding.why_null.items() if key in _ENDS}
    return TollPart(
        who=finding.who,
        low=finding.low,
        best=finding.best,
        high=finding.high,
        finding=finding.id,
        why_null=why_null,
    )


def _from_casualties(findings: Sequence[Finding]) -> Toll:
    casualties = next((f for f in findings if f.property == "casualties" and f.who is None), None)
    if casualties is None or casualties.high != 0:
        return Toll(why_null=_ABSENT)
    if casualties.best is None:
        absent = {key: code for key, code in _ABSENT.items() if key not in ("status", "finding")}
        return Toll(status=casualties.status, finding=casualties.id, why_null=absent)
    return Toll(
        low=0,
        best=0,
        high=0,
        best_basis=casualties.best_basis,
        status=casualties.status,
        finding=casualties.id,
        why_null={},
    )


def _without_who(why_null: Mapping[str, NullReason]) -> dict[str, NullReason]:
    return {key: code for key, code in why_null.items() if key != "who"}
