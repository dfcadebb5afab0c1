"""One incident: at a glance first, then every account of it."""

from collections.abc import Iterator, Sequence

from rashomon.data.sureness import sureness
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Toll
from rashomon.model.incidents import Incident
from rashomon.publishing import words
from rashomon.publishing.accounts import claim_view
from rashomon.publishing.book import Book, Ref
from rashomon.publishing.cartography import Atlas, located
from rashomon.publishing.developments import development_views
from rashomon.publishing.findings import finding_view
from rashomon.publishing.glance import glance, when_text, where_text
from rashomon.publishing.hostile import anchor
from rashomon.publishing.parting import conflict_views, parted_on
from rashomon.publishing.summary import further, summary
from rashomon.publishing.views import (
    Detail,
    IncidentView,
    LinkView,
    MapRow,
    OverviewRow,
    RelationView,
    SilentRow,
)

_FEW = 3
_GRAVEST = 3
_MOST_COLUMNS = 30
_MOST_ROWS = 6


def incident_view(incident: Incident, number: int, book: Book, atlas: Atlas) -> IncidentView:
    """The view of an incident, the ``number``-th (from 0) of the dossier."""
    conflicts = conflict_views(incident.findings, book)
    parted = tuple(each for each in conflicts if not each.history)
    where = _or_why(where_text(incident.where))
    other = book.placing.other.get(incident.id, ())
    return IncidentView(
        anchor=anchor("incident", incident.id),
        parting=anchor("parting", incident.id),
        title=incident.title,
        kicker=_kicker(incident),
        open=number == 0 or len(book.incidents) <= _FEW,
        brief=_brief(incident, parted_on(parted)),
        summary=summary(incident, book),
        further=further(incident, book),
        map=atlas.of_incident(incident, where),
        glance=tuple(glance(incident, book)),
        conflicts=parted[:_GRAVEST],
        lesser=parted[_GRAVEST:],
        history=tuple(each for each in conflicts if each.history),
        findings=tuple(finding_view(each, incident, book) for each in incident.findings),
        developments=tuple(development_views(incident, book)),
        other=tuple(claim_view(book.claims[c], book, (incident.id, "", -1)) for c in other),
        details=tuple(_details(incident)),
        relations=_relations(incident, book),
        columns=_columns(incident, book),
        silent=_silent(incident, book),
        links=_links(incident, book),
    )


def overview_row(incident: Incident, view: IncidentView, book: Book) -> OverviewRow:
    """An incident as one line in the list of all."""
    parted = parted_on((*view.conflicts, *view.lesser))
    return list_row(
        incident, book.incident(incident.id), parted, f"#{anchor('parting', incident.id)}"
    )


def folded_list(incidents: Sequence[Incident]) -> tuple[int, str]:
    """How many incidents the list at the head shows, and the words for those folded below it.

    A list of all would push the first account of anything off the screen.
    """
    if len(incidents) <= _MOST_ROWS:
        return len(incidents), ""
    main = sum(bool(each.main_in) for each in incidents)
    shown = min(main or _MOST_ROWS, _MOST_ROWS)
    more = words.several(len(incidents) - shown, "more incident")
    return shown, f"{more}, told in the background" if main == shown else more


def list_row(incident: Incident, ref: Ref, parted: str, parting: str) -> OverviewRow:
    """The same, given where it leads and what its accounts part on."""
    return OverviewRow(
        incident=ref,
        parting=parting,
        when=_or_why(when_text(incident.when)),
        where=_or_why(where_text(incident.where)),
        killed=_toll_short("Killed", incident.killed),
        injured=_toll_short("Injured", incident.injured),
        reports=len(incident.reports),
        parted=parted,
    )


def map_rows(dossier: Dossier, book: Book, folder: str = "") -> Iterator[MapRow]:
    """Every incident with its place, for the table beside the map; ``folder`` holds their pages."""
    for number, incident in enumerate(dossier.incidents, start=1):
        where = incident.where
        known = located(where)
        yield MapRow(
            number=number,
            incident=_leading(book.incident(incident.id), folder),
            where=_or_why(where_text(where)),
            point=f"{where.lat:.3f}, {where.lon:.3f}" if known else "",
            reach=f"{where.radius_km:g} km" if known and where.radius_km else "",
            told=words.PLACE_PRECISION.get(where.precision or 0, ""),
        )


def _leading(ref: Ref, folder: str) -> Ref:
    return Ref(ref.text, f"{folder}{ref.href}") if folder and ref.href else ref


def _toll_short(label: str, toll: Toll) -> Detail:
    if toll.low is None:
        return Detail(label, words.absent(toll.why_null, "low", "best", "high"), absent=True)
    return Detail(label, words.number_short(toll.low, toll.high, toll.open))


def _or_why(shown: Detail) -> str:
    return f"{shown.term}: {shown.text}" if shown.absent else shown.text


def _kicker(incident: Incident) -> str:
    reports = words.several(len(incident.reports), "report")
    main = len(incident.main_in)
    place = f"main matter of {main}" if main else "told as background"
    return f"{words.plain(incident.kind)} · {reports} · {place}"


def _brief(incident: Incident, parted: str) -> str:
    tolls = ((incident.killed, "killed"), (incident.injured, "injured"))
    parts = [
        f"{words.number_short(toll.low, toll.high, toll.open)} {name}"
        for toll, name in tolls
        if toll.low is not None
    ]
    if parted:
        parts.append(f"accounts part on {parted}")
    return " · ".join(parts)


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
            tuple((span.exact, book.report(span.report)) for span in each.spans),
            tuple(book.claim(claim) for claim in each.claims),
        )
        for each in incident.relations
    )


def _columns(incident: Incident, book: Book) -> tuple[Ref, ...]:
    if len(incident.reports) > _MOST_COLUMNS:
        return ()
    return tuple(book.report(report) for report in incident.reports)


def _silent(incident: Incident, book: Book) -> tuple[SilentRow, ...]:
    """Every property that is told of, report by report."""
    told = _told(incident, book)
    known = {str(finding.property) for finding in incident.findings} | told.keys()
    order = [*_PROPERTY_NAMES, *sorted(incident.silent_reports.keys() - _PROPERTY_NAMES.keys())]
    return tuple(
        _silent_row(prop, incident, told.get(prop, {}), book)
        for prop in order
        if prop in known or incident.silent_reports.get(prop)
    )


def _silent_row(prop: str, incident: Incident, told: dict[str, list[Ref]], book: Book) -> SilentRow:
    silent = incident.silent_reports.get(prop, ())
    return SilentRow(
        property=_PROPERTY_NAMES.get(prop, words.plain(prop)),
        said=tuple(tuple(told.get(report, ())) for report in incident.reports),
        silent=tuple(report in silent for report in incident.reports),
        reports=tuple(book.report(report) for report in silent),
    )


def _told(incident: Incident, book: Book) -> dict[str, dict[str, list[Ref]]]:
    """The claims on an incident by property and report."""
    found: dict[str, dict[str, list[Ref]]] = {}
    for report in incident.reports:
        for claim in book.claims_of.get(report, ()):
            if claim.incident == incident.id:
                by_report = found.setdefault(claim.property, {})
                by_report.setdefault(report, []).append(book.claim(claim.id))
    return found


def _links(incident: Incident, book: Book) -> tuple[LinkView, ...]:
    return tuple(
        LinkView(
            report=book.report(link.report),
            score=f"{link.score:.2f}",
            sure=sureness(link.score).told,
            because=book.readable(link.because),
        )
        for link in incident.links
    )


_PROPERTY_NAMES: dict[str, str] = {str(key): name for key, name in words.PROPERTY.items()}
