"""What the templates show of passages that reports share: plain values, nothing to work out."""

from dataclasses import dataclass

from rashomon.publishing.book import Ref
from rashomon.publishing.marks import Segment


@dataclass(frozen=True, slots=True)
class PassageView:
    """A shared passage as it stands in one report, its drift marked."""

    report: Ref
    role: str
    containment: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class DriftView:
    """What changed between two wordings."""

    what: str
    before: str
    before_in: Ref
    after: str
    after_in: Ref


@dataclass(frozen=True, slots=True)
class CopyView:
    """One passage, everywhere it stands."""

    anchor: str
    kind: str
    source: Ref | None
    passages: tuple[PassageView, ...]
    drift: tuple[DriftView, ...]


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What changed between a report and another; the report itself stands as ``None``."""

    what: str
    before: str
    before_in: Ref | None
    how: str
    after: str
    after_in: Ref | None


@dataclass(frozen=True, slots=True)
class BorrowedView:
    """What a report shares with others, and what changed. ``more``: others not named."""

    role: str
    how: str
    others: tuple[Ref, ...]
    more: int
    share: str
    copy: Ref
    source: Ref | None
    changes: tuple[ChangeView, ...]
