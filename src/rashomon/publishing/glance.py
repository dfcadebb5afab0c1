"""An incident at a glance: what is claimed, and how sure it is."""

from collections.abc import Iterator, Mapping

from rashomon.data.spelling import fold
from rashomon.model.findings import BestBasis, Finding, Toll, TollPart
from rashomon.model.incidents import Incident, When, Where
from rashomon.model.numbers import NumberRange
from rashomon.publishing import ranges, words
from rashomon.publishing.book import Book, Ref, shortened
from rashomon.publishing.dates import GRANULARITY, partly
from rashomon.publishing.findings import counted_label, headline, is_none_known, status_view
from rashomon.publishing.hostile import anchor
from rashomon.publishing.saying import reading_words
from rashomon.publishing.tollchart import TollChart, toll_chart
from rashomon.publishing.views import Detail, GlanceRow

_MOST_CLAIMS = 6
_MADE: tuple[BestBasis, ...] = ("sum", "rest")
"""Figures that nobody gave as they stand."""


def glance(incident: Incident, book: Book) -> Iterator[GlanceRow]:
    """When, where and the tolls, always; then what else is claimed."""
    by_property: dict[str, Finding] = {}
    for finding in incident.findings:
        by_property.setdefault(finding.property, finding)
    time, place = when_text(incident.when), where_text(incident.where)
    standing = _standing_of(time, by_property.get("when"), book)
    yield _row(
        time,
        "; ".join(filter(None, (time_note(incident.when), standing))),
        by_property.get("when"),
        _said("when", incident, book),
    )
    yield _row(
        place, _place_note(incident.where), by_property.get("where"), _said("where", incident, book)
    )
    known = {finding.id: finding for finding in incident.findings}
    yield from _toll_rows("Killed", incident.killed, by_property.get("killed"), known)
    yield from _toll_rows("Injured", incident.injured, by_property.get("injured"), known)
    for finding in incident.findings:
        if finding.property not in ("when", "where", "killed", "injured"):
            shown = Detail(words.PROPERTY[finding.property], headline(finding, book))
            yield _row(shown, _count_note(finding, book), finding)


def when_text(when: When) -> Detail:
    """When it is said to have happened, or why nobody can tell."""
    told = partly(when.earliest, when.latest)
    if told is not None:
        return Detail("When", told)
    return Detail("When", words.absent(when.why_null, "earliest", "latest"), absent=True)


def _standing_of(shown: Detail, finding: Finding | None, book: Book) -> str:
    """What the standing beside a time is of, where that is wider: all agree on the day, and one
    of them gives the hour."""
    if finding is None or not finding.readings or shown.absent:
        return ""
    told = reading_words(finding.readings[0], book)
    wider = shown.text.startswith(told) and shown.text != told
    return f"the standing is that of {told}" if wider else ""


def where_text(where: Where) -> Detail:
    """Where it is said to have happened, from the building to the country."""
    parts = [where.facility, where.name, where.admin1, where.country]
    named: list[str] = []
    for part in filter(None, parts):
        if not any(f" {fold(part)} " in f" {fold(before)} " for before in named):
            named.append(part)
    if named:
        return Detail("Where", ", ".join(named))
    return Detail("Where", words.absent(where.why_null, "name", "country"), absent=True)


def _row(
    shown: Detail,
    note: str,
    finding: Finding | None,
    claims: tuple[Ref, ...] = (),
    chart: TollChart | None = None,
    part: bool = False,
) -> GlanceRow:
    return GlanceRow(
        label=shown.term,
        value=shown.text,
        note=note,
        href=f"#{anchor('finding', finding.id)}" if finding else None,
        status=status_view(finding) if finding else None,
        independent=words.independent_words(finding.independent) if finding else "",
        chart=chart,
        claims=claims,
        part=part,
        absent=shown.absent,
    )


def _said(prop: str, incident: Incident, book: Book) -> tuple[Ref, ...]:
    """The first claims on a property that no finding weighs."""
    others = book.placing.other.get(incident.id, ())
    found = [each for each in others if book.claims[each].property == prop]
    return tuple(book.claim(each) for each in found[:_MOST_CLAIMS])


def _count_note(finding: Finding, book: Book) -> str:
    """Who is counted, which tells two counts of one property apart, and vague words as said."""
    if finding.property not in words.COUNTED or is_none_known(finding, book):
        return ""
    who = counted_label(finding, book)
    return "; ".join(part for part in (who, *_vague_words(finding, book)) if part)


def _vague_words(finding: Finding, book: Book) -> Iterator[str]:
    for reading in finding.readings[:1]:
        if isinstance(reading.value, NumberRange) and reading.value.vague:
            said = {book.claims[c].span.exact for c in reading.claims if c in book.claims}
            if not said:
                continue
            yield f"said as “{shortened(min(said, key=lambda words: (len(words), words)))}”"


def _toll_rows(
    label: str, toll: Toll, finding: Finding | None, known: Mapping[str, Finding]
) -> Iterator[GlanceRow]:
    if toll.low is None:
        reason = words.absent(toll.why_null, "low", "best", "high")
        yield _row(Detail(label, reason, absent=True), "", finding)
        return
    top = ranges.scale_top(max(toll.high or toll.low, toll.best or 0))
    more = " or more" if toll.open and toll.high is not None else ""
    value = words.number_words(toll.low, toll.high) + more
    chart = toll_chart(toll, finding, max(top, ranges.finding_top(finding) if finding else 0))
    yield _row(Detail(label, value), _toll_note(toll), finding, chart=chart)
    for part in toll.parts:
        all_of_them = len(toll.parts) == 1 and (part.low, part.high) == (toll.low, toll.high)
        if not all_of_them or part.who.status != "unknown":
            shown = Detail(f"of them {part.who.label}", _part(part))
            yield _row(shown, _part_note(part), known.get(part.finding or ""), part=True)


def _part_note(part: TollPart) -> str:
    """What the label does not say already of those who are counted."""
    label = part.who.label.casefold()
    if part.who.sex or part.who.age_group:
        return ""
    return ", ".join(note for note in words.who_words(part.who).split(", ") if note not in label)


def _toll_note(toll: Toll) -> str:
    """The working figure with its rule, where it is not the one figure that there is."""
    if toll.best is None:
        return f"no working figure: {words.absent(toll.why_null, 'best', 'low')}"
    if toll.best == toll.low == toll.high and not toll.open and toll.best_basis not in _MADE:
        return ""
    rule = f" (rule: {words.BASIS_NAME[toll.best_basis]})" if toll.best_basis else ""
    return f"working figure {toll.best:,}{rule}"


def _part(part: TollPart) -> str:
    if part.low is None:
        return words.absent(part.why_null, "low", "best", "high")
    return words.number_words(part.low, part.high)


def time_note(when: When) -> str:
    """How exactly it is told: UCDP's precision ends at the day, what is told may go further."""
    finer = when.granularity in ("minute", "hour", "part-of-day")
    if when.granularity and (when.precision is None or finer):
        return f"told {GRANULARITY[when.granularity]}"
    return words.DATE_PRECISION.get(when.precision or 0, "")


def _place_note(where: Where) -> str:
    """How exact the place is, and what the point stands for.

    A building has the point of the settlement around it: UCDP's where_prec 1 holds for both,
    yet the building may lie anywhere in it.
    """
    notes = [words.PLACE_PRECISION.get(where.precision or 0, "")]
    if where.lat is not None and where.lon is not None:
        notes.append(f"{where.lat:.3f}, {where.lon:.3f}{_stands_for(where)}")
        if where.radius_km:
            notes.append(f"the spot lies up to {where.radius_km:g} km from that point")
    return "; ".join(note for note in notes if note)


def _stands_for(where: Where) -> str:
    in_town = where.facility and where.name and where.facility != where.name
    return f", the point of {where.name}" if in_town else ""
