"""Whose text a passage is: its kind, which report has it first, and who stands behind it."""

from collections.abc import Callable, Sequence
from functools import cache

from rashomon.data import lexicon
from rashomon.data.body_names import same_body
from rashomon.data.sites import site_of
from rashomon.linking.copies.groups import Passage, Stretch
from rashomon.linking.copies.units import Prepared, Shelf
from rashomon.model.annotations import Annotated, Attribution
from rashomon.model.copies import CopyKind
from rashomon.model.spans import Piece

VoiceOf = Callable[[str, int, int], str | None]
"""Report id, start, end of a name → the id of that voice, or ``None`` if it is not known."""

_CREDITS = frozenset({"credit", "dateline"})
_OFFICIAL = frozenset({"official", "state", "group"})
_MOSTLY = 0.8
_ALL = 0.95


@cache
def _agencies() -> frozenset[str]:
    rows = lexicon("agencies")
    names = [row["canonical"] for row in rows]
    names += [alias for row in rows for alias in row["aliases"].split("|") if alias]
    return frozenset(name.casefold() for name in names)


def is_agency(name: str | None) -> bool:
    """Whether an outlet's name is an agency's."""
    return name is not None and name.casefold().removeprefix("the ") in _agencies()


def is_wire(annotated: Annotated) -> bool:
    """Whether a report is an agency's own text: by its outlet, or by its dateline where no outlet
    is named."""
    if annotated.report.outlet is not None:
        return is_agency(annotated.report.outlet)
    return any(s.kind == "dateline" and s.speaker for s in annotated.annotations.sections)


def credit_of(annotated: Annotated) -> Piece | None:
    """Where a report says that its text, or part of it, is an agency's; the first such place."""
    found = [*_credit_lines(annotated), *_agency_sources(annotated)]
    return min(found, key=lambda piece: (piece.start, piece.end), default=None)


def _credit_lines(annotated: Annotated) -> list[Piece]:
    sections = [s for s in annotated.annotations.sections if s.kind in _CREDITS]
    return [
        name
        for name in annotated.annotations.names
        if name.kind == "agency" and any(name.inside(s.start, s.end) for s in sections)
    ]


def _agency_sources(annotated: Annotated) -> list[Piece]:
    attributions = annotated.annotations.attributions
    return [a.source for a in attributions if a.source and a.voice_kind == "agency"]


def speaker_of(annotated: Annotated, stretches: Sequence[Stretch]) -> Attribution | None:
    """The attribution whose words, given word for word, are nearly all of these stretches."""
    size = sum(s.end - s.start for s in stretches)
    best, most = None, _MOSTLY * size
    for attribution in annotated.annotations.attributions:
        if attribution.kind == "indirect":
            continue
        covered = sum(_overlap(p, s) for p in attribution.content for s in stretches)
        if covered >= most and covered > 0:
            best, most = attribution, covered
    return best


def _overlap(piece: Piece, stretch: Stretch) -> int:
    return max(0, min(piece.end, stretch.end) - max(piece.start, stretch.start))


def own(passage: Passage, report: int) -> list[Stretch]:
    """The passage's stretches in one report."""
    return [stretch for stretch in passage.stretches if stretch.report == report]


def kind_of(passage: Passage, prepared: Shelf, quote: bool) -> CopyKind:
    """What kind of copy it is."""
    reports = [prepared[place].annotated for place in passage.reports]
    if len({outlet(report) for report in reports}) == 1 and outlet(reports[0]):
        return "own-update"
    if len({report.report.text.strip() for report in reports}) == 1:
        return "reprint"
    speakers = [
        speaker_of(prepared[place].annotated, own(passage, place)) for place in passage.reports
    ]
    spoken = [speaker for speaker in speakers if speaker]
    if quote or len(spoken) == len(reports):
        official = any(s.kind == "block" or s.voice_kind in _OFFICIAL for s in spoken)
        return "statement" if official else "quotation"
    if any(_republishes(one, other) for one in reports for other in reports if one is not other):
        return "reprint"
    if any(credit_of(r) or is_wire(r) for r in reports):
        return "wire"
    whole = all(covered(passage, place, prepared[place]) >= _ALL for place in passage.reports)
    return "reprint" if whole else "wire"


def _republishes(one: Annotated, other: Annotated) -> bool:
    """Whether a line of one credits the other's outlet ("Republished from the Harbour Post")."""
    name = other.report.outlet
    credited = [s.speaker for s in one.annotations.sections if s.kind == "credit" and s.speaker]
    return name is not None and any(same_body(each, name) for each in credited)


def outlet(annotated: Annotated) -> str | None:
    """The outlet's folded name, else its site."""
    name = annotated.report.outlet
    if name and name.strip():
        return name.casefold().strip()
    return site_of(annotated.report.url or annotated.report.source)


def covered(passage: Passage, place: int, report: Prepared) -> float:
    """The share of a report's words that lie in the passage."""
    units = {unit for stretch in own(passage, place) for unit in stretch.units}
    words = sum(len(report.sentences[u].words) for u in units if u < len(report.sentences))
    return words / report.words if report.words else 0.0


def origin_of(passage: Passage, prepared: Shelf, kind: CopyKind) -> int | None:
    """The place of the report that has it first, if that can be known.

    An agency's own report is the origin; else the one surely published before all others; of
    reports of one day the only one that credits an agency.
    """
    places = passage.reports
    agencies = [p for p in places if is_wire(prepared[p].annotated)]
    if len(agencies) == 1 and kind in ("wire", "reprint"):
        return agencies[0]
    dates = {p: prepared[p].annotated.report.published or "" for p in places}
    first = min(places, key=lambda p: (dates[p], p))
    if all(dates.values()):
        if all(_before(dates[first], dates[p]) for p in places if p != first):
            return first
        same = [p for p in places if not _before(dates[first], dates[p])]
        credited = [p for p in same if credit_of(prepared[p].annotated)]
        if kind == "wire" and len(credited) == 1:
            return credited[0]
    return None


def _before(one: str, other: str) -> bool:
    """Whether an ISO date or date-time is surely before another."""
    if one[:10] != other[:10]:
        return one[:10] < other[:10]
    return len(one) > 10 and len(other) > 10 and one < other


def source_of(
    passage: Passage, prepared: Shelf, kind: CopyKind, voice_of: VoiceOf
) -> tuple[str | None, bool]:
    """The voice behind it, and whether any report names one at all."""
    named = False
    for place in passage.reports:
        annotated = prepared[place].annotated
        if kind in ("statement", "quotation"):
            speaker = speaker_of(annotated, own(passage, place))
            piece = speaker.source if speaker else None
        else:
            piece = credit_of(annotated) if kind in ("wire", "reprint") else None
        if piece is not None:
            named = True
            voice = voice_of(annotated.report.id, piece.start, piece.end)
            if voice is not None:
                return voice, True
    return None, named
