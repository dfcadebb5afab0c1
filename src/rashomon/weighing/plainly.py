"""Who did it in an outlet's plain prose: blame only where another report says otherwise.

"Police shot a farmer" accuses nobody while all agree. Where the police deny it elsewhere, or
another is accused, the report has taken a side, and that belongs on the record. A report that
gives both sides itself has not.
"""

from collections.abc import Iterable

from rashomon.model.claims import Claim, ResponsibleValue


def doubted(plain: Iterable[Claim], others: Iterable[Claim]) -> tuple[Claim, ...]:
    """Those of the ``plain`` claims against which one of another report stands: a part in it is
    denied there, or another is named than theirs."""
    said = [(c.span.report, v) for c in others if isinstance(v := c.value, ResponsibleValue)]
    return tuple(
        claim
        for claim in plain
        if isinstance(claim.value, ResponsibleValue)
        and any(
            report != claim.span.report and _otherwise(claim.value, value) for report, value in said
        )
    )


def _otherwise(plain: ResponsibleValue, other: ResponsibleValue) -> bool:
    return other.role == "denied" or other.actor != plain.actor
