"""Putting the dossier together: incidents weighed and described, reports with what they tell."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.casework.bounding import Times, bounded
from rashomon.casework.describing import acled, describe_when, describe_where, title
from rashomon.casework.letters import Letters, agreed
from rashomon.casework.publication import publication
from rashomon.casework.relations import Ties, relations_of, ties_of
from rashomon.linking.clusters import Cluster, kind_of
from rashomon.linking.dating import incident_time
from rashomon.linking.placing import lands_of, ranked_sites
from rashomon.model.annotations import Annotated, Annotations, EventMention
from rashomon.model.base import NullReason, content_id
from rashomon.model.claims import COUNTED, Claim
from rashomon.model.copies import Copy
from rashomon.model.dossier import Dossier, DossierReport, MadeWith
from rashomon.model.episodes import Episode
from rashomon.model.incidents import Incident, Link
from rashomon.model.report import PublishedRange, Report
from rashomon.model.settings import Settings
from rashomon.model.times import Interval
from rashomon.model.voices import Actor, Voice
from rashomon.weighing import Case, Weighed, doubted, parts_on, weigh


@dataclass(frozen=True, slots=True)
class Pile:
    """All that was found in a pile of reports, linked but not yet weighed."""

    annotated: tuple[Annotated, ...]
    clusters: tuple[Cluster, ...]
    ranges: Mapping[str, Interval]
    floors: Mapping[str, dt.date]
    copies: tuple[Copy, ...]
    voices: Mapping[str, Voice]
    actors: Mapping[str, Actor]
    letters: Mapping[str, Letters] = field(default_factory=dict)
    """By report: the letters that it brings in for bodies."""


def assemble(pile: Pile, settings: Settings, made_with: MadeWith) -> Dossier:
    """The dossier, with incidents in order of prominence (CONTRACT.md)."""
    published = {each.report.id: each.report.published for each in pile.annotated}
    told, bare = _told_and_bare(pile.clusters)
    homes = _homes(told)
    ties = ties_of(told, homes)
    lands = lands_of(cluster.episodes for cluster in told)
    times = bounded({_incident_id(c): incident_time(c.episodes, pile.ranges) for c in told}, ties)
    made = [_incident(c, pile, published, ties, lands, times, settings) for c in told]
    made.sort(key=lambda pair: _prominence(*pair))
    claims = sorted(
        (claim for of_one in (*(each for _, each in made), _unplaced(bare)) for claim in of_one),
        key=lambda c: (c.span.report, c.span.start, c.property, c.id),
    )
    incidents = tuple(incident for incident, _ in made)
    return Dossier(
        made_with=made_with,
        reports=tuple(_report(each, incidents, pile, homes) for each in pile.annotated),
        voices=tuple(sorted(pile.voices.values(), key=lambda v: v.id)),
        actors=tuple(sorted(pile.actors.values(), key=lambda a: a.id)),
        claims=tuple(claims),
        copies=pile.copies,
        incidents=incidents,
    )


def _told_and_bare(clusters: Sequence[Cluster]) -> tuple[list[Cluster], list[Cluster]]:
    """The incidents, and apart from them what is only named in passing ("such attacks")."""
    related = {
        (episode.report, end)
        for cluster in clusters
        for episode in cluster.episodes
        for tie in episode.ties
        for end in (tie.mention, tie.other)
    }
    told: list[Cluster] = []
    bare: list[Cluster] = []
    for cluster in clusters:
        (told if _is_told(cluster, related) else bare).append(cluster)
    return told, bare


def _is_told(cluster: Cluster, related: Collection[tuple[str, int]]) -> bool:
    """Whether a reader could tell which incident is meant: it is what a report is about, there
    is a day, a place or a number of people, or another incident is said to hang on it."""
    return any(
        each.main
        or each.times
        or each.sites
        or any(claim.property in COUNTED for claim in each.claims)
        or any((each.report, start) in related for start in each.mentions)
        for each in cluster.episodes
    )


def _unplaced(bare: Sequence[Cluster]) -> tuple[Claim, ...]:
    """The claims about what is named in passing; they stand in no incident and count for none."""
    return tuple(_unused(c) for cluster in bare for each in cluster.episodes for c in each.claims)


def _unused(claim: Claim) -> Claim:
    codes = {name: code for name, code in claim.why_null.items() if name != "why_not"}
    why = "named in passing: no day, no place and nobody counted"
    return claim.model_copy(update={"used": False, "why_not": why, "why_null": codes})


def _prominence(incident: Incident, claims: Sequence[Claim]) -> tuple[object, ...]:
    """The order of CONTRACT.md; of equals the one told more widely, then the earlier. Ids come
    last, since they hang on the names of files."""
    told = (-len(incident.main_in), -len(claims), -len(incident.reports))
    return *told, incident.when.earliest or "~", incident.title, incident.id


def _incident(
    cluster: Cluster,
    pile: Pile,
    published: Mapping[str, str | None],
    ties: Ties,
    lands: Mapping[str, frozenset[str]],
    times: Times,
    settings: Settings,
) -> tuple[Incident, tuple[Claim, ...]]:
    incident_id = _incident_id(cluster)
    when = describe_when(times[incident_id])
    weighed = _weighed(cluster, incident_id, when.earliest, pile, published, settings)
    kind = kind_of(cluster.episodes)
    telling = _telling(cluster.episodes, kind)
    reports = tuple(sorted({episode.report for episode in cluster.episodes}))
    around = frozenset(code for e in cluster.episodes for code in lands.get(e.report, ()))
    where = describe_where(ranked_sites(cluster.episodes, around))
    coded = acled(kind, telling.mode, weighed.claims, pile.actors)
    incident = Incident(
        id=incident_id,
        title=title(kind, where, when),
        kind=kind,
        event_type=telling.event_type,
        mode=telling.mode,
        acled=coded,
        modality="actual" if any(e.modality == "actual" for e in cluster.episodes) else "alleged",
        reports=reports,
        main_in=tuple(sorted({e.report for e in cluster.episodes if e.main})),
        when=when,
        where=where,
        killed=weighed.killed,
        injured=weighed.injured,
        findings=weighed.findings,
        developments=weighed.developments,
        relations=relations_of(incident_id, ties, weighed.claims),
        silent_reports=_silent(weighed.claims, reports),
        links=_links(cluster),
        why_null=_codes(event_type=telling.event_type, mode=telling.mode, acled=coded),
    )
    return incident, weighed.claims


def _weighed(
    cluster: Cluster,
    incident_id: str,
    since: str | None,
    pile: Pile,
    published: Mapping[str, str | None],
    settings: Settings,
) -> Weighed:
    parted = parts_on(claim for episode in cluster.episodes for claim in episode.struck)
    told = [
        claim
        for episode in cluster.episodes
        for claim in (*episode.claims, *(episode.struck if parted else ()))
    ]
    plain = doubted((claim for each in cluster.episodes for claim in each.plain), told)
    claims = tuple(_settled(claim, incident_id) for claim in (*told, *plain))
    case = Case(
        claims=claims,
        voices={voice: pile.voices[voice] for voice in sorted(_heard(claims))},
        actors=pile.actors,
        copies=pile.copies,
        published=published,
        between=_between(cluster, pile),
        letters=agreed(pile.letters.get(each.report, {}) for each in cluster.episodes),
        since=since,
    )
    return weigh(case, settings.best)


def _between(cluster: Cluster, pile: Pile) -> dict[str, tuple[str | None, str | None]]:
    """When the cluster's reports without a day can have come out, so far as anything bounds it."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for report in {each.report for each in cluster.episodes if each.published is None}:
        own, floor = pile.ranges.get(report), pile.floors.get(report)
        first = max(day for day in (own and own.first_day, floor) if day) if own or floor else None
        last = own.last_day if own else None
        found[report] = (first.isoformat() if first else None, last.isoformat() if last else None)
    return found


def _heard(claims: Sequence[Claim]) -> set[str]:
    """Everybody in the chains of the claims."""
    return {link.voice for claim in claims for link in claim.chain}


def _settled(claim: Claim, incident_id: str) -> Claim:
    codes = {name: code for name, code in claim.why_null.items() if name != "incident"}
    return claim.model_copy(update={"incident": incident_id, "why_null": codes})


def _telling(episodes: Sequence[Episode], kind: str) -> Episode:
    """The episode that codes the incident: of its kind, the most prominent."""
    of_kind = [e for e in episodes if e.kind == kind]
    return min(of_kind, key=lambda e: (e.mode is None, e.event_type is None, -e.prominence, e.id))


def _links(cluster: Cluster) -> tuple[Link, ...]:
    """For each episode its surest tie to another of the incident; none for a lone report."""
    links = []
    for episode in cluster.episodes:
        own = [(s.score, pair, s) for pair, s in cluster.scores.items() if episode.id in pair]
        if own:
            best = max(own, key=lambda item: (item[0], item[1]))[2]
            links.append(
                Link(
                    report=episode.report,
                    episode=episode.id,
                    score=round(best.score, 3),
                    because=best.because,
                )
            )
    return tuple(sorted(links, key=lambda link: (link.report, link.episode)))


def _silent(claims: Sequence[Claim], reports: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each property that somebody claims, the incident's reports that say nothing of it; who
    wrote before a development could not tell of it."""
    speaking: dict[str, set[str]] = defaultdict(set)
    for claim in (each for each in claims if each.property != "development"):
        speaking[claim.property].add(claim.span.report)
    return {
        name: silent
        for name in sorted(speaking)
        if (silent := tuple(r for r in reports if r not in speaking[name]))
    }


def _codes(**values: object) -> dict[str, NullReason]:
    return {name: "not-in-scheme" for name, value in values.items() if value is None}


def _report(
    annotated: Annotated,
    incidents: Sequence[Incident],
    pile: Pile,
    homes: Mapping[tuple[str, int], str],
) -> DossierReport:
    report = annotated.report
    told = tuple(i.id for i in incidents if report.id in i.reports)
    main = next((i.id for i in incidents if report.id in i.main_in), None)
    published = publication(annotated, pile.ranges, pile.floors)
    return DossierReport(
        id=report.id,
        source=report.source,
        sha256=report.sha256,
        title=report.title,
        outlet=report.outlet,
        url=report.url,
        published=report.published,
        published_range=published.range,
        published_basis=published.basis,
        language=report.language,
        text=report.text,
        main_incident=main,
        incidents=told,
        annotations=_placed(annotated.annotations, report.id, homes),
        why_null=_report_codes(report, published.range, main),
    )


def _report_codes(
    report: Report, fits: PublishedRange | None, main: str | None
) -> dict[str, NullReason]:
    codes: dict[str, NullReason] = {
        name: "not-stated"
        for name in ("title", "outlet", "url", "published", "language")
        if getattr(report, name) is None
    }
    if fits is None:
        codes["published_range"] = "unresolved"
    if main is None:
        codes["main_incident"] = "not-stated"
    return codes


def _placed(
    annotations: Annotations, report: str, homes: Mapping[tuple[str, int], str]
) -> Annotations:
    """Event mentions with the incident that each was counted to."""
    mentions = tuple(_at_home(m, homes.get((report, m.start))) for m in annotations.mentions)
    return annotations.model_copy(update={"mentions": mentions})


def _at_home(mention: EventMention, home: str | None) -> EventMention:
    if home is None:
        return mention
    codes = {name: code for name, code in mention.why_null.items() if name != "incident"}
    return mention.model_copy(update={"incident": home, "why_null": codes})


def _homes(clusters: Sequence[Cluster]) -> dict[tuple[str, int], str]:
    """The incident of every mention, by report and place."""
    return {
        (episode.report, start): _incident_id(cluster)
        for cluster in clusters
        for episode in cluster.episodes
        for start in episode.mentions
    }


def _incident_id(cluster: Cluster) -> str:
    return content_id("i", *sorted(episode.id for episode in cluster.episodes))
