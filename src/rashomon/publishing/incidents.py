"""One incident: at a glance first, then every account of it."""

from collections.abc import Iterator

from rashomon.model.findings import Finding, Toll, TollPart
from rashomon.model.incidents import Incident, When, Where
from rashomon.publishing import ranges, words
from rashomon.publishing.accounts import claim_view
from rashomon.publishing.book import Book, Ref
from rashomon.publishing.dates import GRANULARITY, when_words
from rashomon.publishing.findings import conflict_views, finding_view, headline, status_view
from rashomon.publishing.hostile import anchor
from rashomon.publishing.summary import summary
from rashomon.publishing.views import (
    ConflictView,
    Detail,
    GlanceRow,
    IncidentView,
    LinkView,
    OverviewRow,
    RelationView,
    SilentRow,
)

_FEW = 3
_MOST_COLUMNS = 10
_MOST_CLAIMS = 6


def incident_view(incident: Incident, number: int, book: Book) -> IncidentView:
    """The view of an incident, the ``number``-th (from 0) of the dossier."""
    conflicts = conflict_views(incident.findings, book)
    other = book.placing.other.get(incident.id, ())
    return IncidentView(
        anchor=anchor("incident", incident.id),
        title=incident.title,
        kicker=_kicker(incident),
        open=number == 0 or len(book.incidents) <= _FEW,
        brief=_brief(incident, len([each for each in conflicts if not each.history])),
        summary=summary(incident, book),
        glance=tuple(_glance(incident, book)),
        conflicts=tuple(each for each in conflicts if not each.history),
        history=tuple(each for each in conflicts if each.history),
        findings=tuple(finding_view(each, incident, book) for each in incident.findings),
        other=tuple(claim_view(book.claims[c], book, (incident.id, "", -1)) for c in other),
        details=tuple(_details(incident)),
        relations=_relations(incident, book),
        columns=_columns(incident, book),
        silent=_silent(incident, book),
        links=_links(incident, book),
    )


def overview_row(
    incident: Incident, conflicts: tuple[ConflictView, ...], book: Book
) -> OverviewRow:
    """An incident as one line in the list of all."""
    return OverviewRow(
        incident=book.incident(incident.id),
        when=_or_why(when_text(incident.when)),
        where=_or_why(where_text(incident.where)),
        killed=_toll_short("Killed", incident.killed),
        injured=_toll_short("Injured", incident.injured),
        reports=len(incident.reports),
        disputed=len(conflicts),
    )


def _toll_short(label: str, toll: Toll) -> Detail:
    if toll.low is None:
        return Detail(label, words.absent(toll.why_null, "low", "best", "high"), absent=True)
    return Detail(label, words.number_short(toll.low, toll.high, toll.open))


def _or_why(shown: Detail) -> str:
    return f"{shown.term}: {shown.text}" if shown.absent else shown.text


def when_text(when: When) -> Detail:
    """When it is said to have happened, or why nobody can tell."""
    if when.earliest and when.latest:
        return Detail("When", when_words(when.earliest, when.latest))
    return Detail("When", words.absent(when.why_null, "earliest", "latest"), absent=True)


def where_text(where: Where) -> Detail:
    """Where it is said to have happened, from the building to the country."""
    parts = [where.facility, where.name, where.admin1, where.country]
    named = list(dict.fromkeys(part for part in parts if part))
    if named:
        return Detail("Where", ", ".join(named))
    return Detail("Where", words.absent(where.why_null, "name", "country"), absent=True)


def _kicker(incident: Incident) -> str:
    reports = words.several(len(incident.reports), "report")
    main = len(incident.main_in)
    place = f"main matter of {main}" if main else "told as background"
    return f"{words.plain(incident.kind)} · {reports} · {place}"


def _brief(incident: Incident, conflicts: int) -> str:
    tolls = ((incident.killed, "killed"), (incident.injured, "injured"))
    parts = [
        f"{words.number_short(toll.low, toll.high, toll.open)} {name}"
        for toll, name in tolls
        if toll.low is not None
    ]
    if conflicts:
        parts.append(f"accounts part in {words.several(conflicts, 'place')}")
    return " · ".join(parts)


def _glance(incident: Incident, book: Book) -> Iterator[GlanceRow]:
    by_property: dict[str, Finding] = {}
    for finding in incident.findings:
        by_property.setdefault(finding.property, finding)
    time, place = when_text(incident.when), where_text(incident.where)
    yield _row(
        time, _time_note(incident.when), by_property.get("when"), _said("when", incident, book)
    )
    yield _row(
        place, _place_note(incident.where), by_property.get("where"), _said("where", incident, book)
    )
    yield from _toll_rows("Killed", incident.killed, by_property.get("killed"))
    yield from _toll_rows("Injured", incident.injured, by_property.get("injured"))
    for finding in incident.findings:
        if finding.property not in ("when", "where", "killed", "injured"):
            label = words.PROPERTY[finding.property]
            yield _row(Detail(label, headline(finding, book)), _who_note(finding), finding)


def _row(
    shown: Detail,
    note: str,
    finding: Finding | None,
    claims: tuple[Ref, ...] = (),
    bar: ranges.Bar | None = None,
    part: bool = False,
) -> GlanceRow:
    return GlanceRow(
        label=shown.term,
        value=shown.text,
        note=note,
        href=f"#{anchor('finding', finding.id)}" if finding else None,
        status=status_view(finding.status) if finding else None,
        independent=words.independent_words(finding.independent) if finding else "",
        bar=bar,
        claims=claims,
        part=part,
        absent=shown.absent,
    )


def _said(prop: str, incident: Incident, book: Book) -> tuple[Ref, ...]:
    """The first claims on a property that no finding weighs."""
    others = book.placing.other.get(incident.id, ())
    found = [each for each in others if book.claims[each].property == prop]
    return tuple(book.claim(each) for each in found[:_MOST_CLAIMS])


def _who_note(finding: Finding) -> str:
    return finding.who.label if finding.who else ""


def _toll_rows(label: str, toll: Toll, finding: Finding | None) -> Iterator[GlanceRow]:
    if toll.low is None:
        reason = words.absent(toll.why_null, "low", "best", "high")
        yield _row(Detail(label, reason, absent=True), "", finding)
        return
    top = ranges.scale_top(max(toll.high or toll.low, toll.best or 0))
    more = " or more" if toll.open and toll.high is not None else ""
    value = words.number_words(toll.low, toll.high) + more
    bar = ranges.overall(toll, top)
    yield _row(Detail(label, value), _toll_note(toll), finding, bar=bar)
    for part in toll.parts:
        if len(toll.parts) > 1 or (part.low, part.high) != (toll.low, toll.high):
            shown = Detail(f"of them {part.who.label}", _part(part))
            yield _row(shown, words.who_words(part.who), None, part=True)


def _toll_note(toll: Toll) -> str:
    if toll.best is None:
        return f"no working figure: {words.absent(toll.why_null, 'best', 'low')}"
    rule = f" (rule: {words.BASIS_NAME[toll.best_basis]})" if toll.best_basis else ""
    return f"best {toll.best}{rule}"


def _part(part: TollPart) -> str:
    if part.low is None:
        return words.absent(part.why_null, "low", "best", "high")
    return words.number_words(part.low, part.high)


def _time_note(when: When) -> str:
    notes = [
        words.DATE_PRECISION.get(when.precision or 0, ""),
        GRANULARITY[when.granularity] if when.granularity and when.precision is None else "",
    ]
    return "; ".join(note for note in notes if note)


def _place_note(where: Where) -> str:
    notes = [words.PLACE_PRECISION.get(where.precision or 0, "")]
    if where.lat is not None and where.lon is not None:
        off = f" ± {where.radius_km:g} km" if where.radius_km else ""
        notes.append(f"{where.lat:.3f}, {where.lon:.3f}{off}")
    return "; ".join(note for note in notes if note)


def _details(incident: Incident) -> Iterator[Detail]:
    """What coders need: codes of other schemes, and the reason where there is none."""
    yield Detail("Modality", words.MODALITY[incident.modality])
    if incident.event_type:
        mode = f" / {incident.mode}" if incident.mode else ""
        yield Detail("PLOVER", incident.event_type + mode)
    else:
        yield Detail("PLOVER", words.absent(incident.why_null, "event_type"), absent=True)
    if incident.acled:
        kind = f"{incident.acled.event_type} / {incident.acled.sub_event_type}"
        yield Detail("ACLED", kind)
    else:
        yield Detail("ACLED", words.absent(incident.why_null, "acled"), absent=True)
    if incident.when.edtf:
        yield Detail("EDTF", incident.when.edtf)
    if incident.where.geonameid is not None:
        yield Detail("GeoNames", str(incident.where.geonameid))
    if incident.where.sites:
        yield Detail("Sites", ", ".join(dict.fromkeys(s.name for s in incident.where.sites)))


def _relations(incident: Incident, book: Book) -> tuple[RelationView, ...]:
    return tuple(
        RelationView(
            words.RELATION[each.type],
            book.incident(each.incident),
            tuple(book.claim(claim) for claim in each.claims),
        )
        for each in incident.relations
    )


def _columns(incident: Incident, book: Book) -> tuple[Ref, ...]:
    if len(incident.reports) > _MOST_COLUMNS:
        return ()
    return tuple(book.report(report) for report in incident.reports)


def _silent(incident: Incident, book: Book) -> tuple[SilentRow, ...]:
    return tuple(
        SilentRow(
            property=_PROPERTY_NAMES.get(prop, words.plain(prop)),
            silent=tuple(report in silent for report in incident.reports),
            reports=tuple(book.report(report) for report in silent),
        )
        for prop, silent in incident.silent_reports.items()
        if silent
    )


def _links(incident: Incident, book: Book) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(book.report(link.report), f"{link.score:.2f}", link.because)
        for link in incident.links
    )


_PROPERTY_NAMES: dict[str, str] = {str(key): name for key, name in words.PROPERTY.items()}
