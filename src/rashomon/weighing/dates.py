"""For which day a claim speaks."""

from collections.abc import Mapping

from rashomon.model.claims import Claim

Published = Mapping[str, str | None]
Between = Mapping[str, tuple[str | None, str | None]]


def day_of(claim: Claim, published: Published) -> str:
    """The ISO day for which a claim was given, else its report's; "" where neither is known.

    The empty string sorts before every day: an undated claim replaces nothing.
    """
    return (claim.as_of or published.get(claim.span.report) or "")[:10]


def moment_of(claim: Claim, published: Published) -> str:
    """Like ``day_of``, with the time of publication where that falls on the same day."""
    day = day_of(claim, published)
    at = published.get(claim.span.report) or ""
    return at if at[:10] == day and len(at) > 10 else day


def bounds_of(claim: Claim, published: Published, between: Between) -> tuple[str, str]:
    """The first and the last moment for which a claim can have been given; "" where unknown."""
    moment = moment_of(claim, published)
    first, last = between.get(claim.span.report, (None, None))
    return moment or first or "", moment or last or ""


def later(one: str, other: str) -> bool:
    """Whether a known ``one`` is surely after a known ``other``."""
    if not one or not other or one[:10] != other[:10]:
        return bool(one) and bool(other) and one > other
    return len(one) > 10 and len(other) > 10 and one > other
