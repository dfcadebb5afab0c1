"""Why a dossier is as it is: what a user names is looked up and explained in sentences."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import get_args

from rashomon.claims import episodes
from rashomon.data.sureness import sureness
from rashomon.language import pipeline
from rashomon.linking.scores import LINK, PairScore, pair_score
from rashomon.model.claims import Property
from rashomon.model.dossier import Dossier, DossierReport
from rashomon.model.episodes import Episode
from rashomon.model.findings import Finding
from rashomon.model.incidents import Incident
from rashomon.model.report import Report
from rashomon.publishing import explain_finding, explain_incident, explain_shared, told_as

Thing = DossierReport | Incident | Finding


class UnknownThingError(ValueError):
    """What was asked for is not in the dossier, or may be several things; says which there are."""


def explain(dossier: Dossier, *asked: str) -> Iterator[str]:
    """Explain an incident, a finding, or why two reports do or do not tell of one incident.

    ``asked``: nothing (what there is to ask for); an incident ("I1", its id, words of its title);
    an incident and a property ("I1", "killed"), a property alone meaning the first incident's; two
    reports ("R1", "R2", their ids, file names or words of their titles). Raises
    ``UnknownThingError``.
    """
    if not asked:
        yield from _contents(dossier)
        return
    things = _things(dossier, asked)
    reports = [thing for thing in things if isinstance(thing, DossierReport)]
    if len(reports) == 2:
        yield from _two_reports(dossier, reports[0], reports[1])
        return
    for thing in things:
        if isinstance(thing, Incident):
            yield from explain_incident(dossier, thing)
        elif isinstance(thing, Finding):
            yield from explain_finding(dossier, thing)
        else:
            yield from _one_report(dossier, thing)


def _contents(dossier: Dossier) -> Iterator[str]:
    yield "Ask for an incident (I1), one of its figures (I1 killed), or two reports (R1 R2)."
    for number, incident in enumerate(dossier.incidents, start=1):
        told = ", ".join(dict.fromkeys(finding.property for finding in incident.findings))
        yield f"I{number}  {incident.title}  [{told or 'no findings'}]"
    for number, report in enumerate(dossier.reports, start=1):
        yield f"R{number}  {told_as(dossier, report.id)}"


def _things(dossier: Dossier, asked: Sequence[str]) -> list[Thing]:
    found: list[Thing] = []
    for name in asked:
        if name in get_args(Property) and dossier.incidents:
            last = found.pop() if found and isinstance(found[-1], Incident) else None
            incident = last if isinstance(last, Incident) else dossier.incidents[0]
            found += _findings(incident, name)
        else:
            found.append(_thing(dossier, name))
    return found


def _findings(incident: Incident, name: str) -> list[Finding]:
    found = [finding for finding in incident.findings if finding.property == name]
    if not found:
        known = ", ".join(dict.fromkeys(finding.property for finding in incident.findings))
        raise UnknownThingError(
            f"Nobody says anything of “{name}” at “{incident.title}”; "
            f"there is {known or 'nothing else'}."
        )
    return found


def _thing(dossier: Dossier, name: str) -> Thing:
    """By number, by id, by the end of the source, or by words of the title."""
    named = _named(dossier)
    exact = [thing for thing, names in named if name in names]
    folded = name.casefold()
    loose = exact or [t for t, names in named if any(folded in n.casefold() for n in names)]
    if len(loose) == 1:
        return loose[0]
    if not loose:
        raise UnknownThingError(
            f"There is nothing called “{name}” here; without a name all that there is is listed."
        )
    raise UnknownThingError(f"“{name}” may be {len(loose)} things; use a number such as I1 or R2.")


def _named(dossier: Dossier) -> list[tuple[Thing, tuple[str, ...]]]:
    incidents = [
        (each, (f"I{n}", each.id, each.title)) for n, each in enumerate(dossier.incidents, start=1)
    ]
    reports = [
        (each, (f"R{n}", each.id, each.source, each.title or each.id))
        for n, each in enumerate(dossier.reports, start=1)
    ]
    findings = [(f, (f.id,)) for i in dossier.incidents for f in i.findings]
    return [*incidents, *reports, *findings]


def _one_report(dossier: Dossier, report: DossierReport) -> Iterator[str]:
    yield f"{told_as(dossier, report.id)} tells of:"
    for number, incident in enumerate(dossier.incidents, start=1):
        if report.id in incident.reports:
            main = report.id in incident.main_in
            yield f"  I{number} {incident.title} ({'main matter' if main else 'in passing'})"


def _two_reports(dossier: Dossier, one: DossierReport, other: DossierReport) -> Iterator[str]:
    yield from explain_shared(dossier, one.id, other.id)
    if one.main_incident == other.main_incident:
        return
    yield "What they are mainly about was held apart:"
    first, second = (_main(each, dossier) for each in (one, other))
    pair = pair_score(first, second)
    yield _judged(pair)
    if pair.score >= LINK:
        yield from _against(dossier, one, other)
        yield from _against(dossier, other, one)
    likeliest = _likeliest(dossier, one, other)
    if likeliest is not None:
        yield f"Nearest of all that they tell: {_judged(likeliest)}"


def _against(dossier: Dossier, mine: DossierReport, theirs: DossierReport) -> Iterator[str]:
    """Which reports of the one's incident stand against the other, though the two alone would be
    linked: without them the incidents might have been one."""
    facing = _main(theirs, dossier)
    for each in dossier.reports:
        beside = each.id != mine.id and each.main_incident == mine.main_incident
        if beside and each.main_incident is not None:
            pair = pair_score(_main(each, dossier), facing)
            if pair.score < LINK:
                who, whom = told_as(dossier, each.id), told_as(dossier, theirs.id)
                yield f"Against {whom} spoke {who}: {_judged(pair)}"


def _judged(pair: PairScore) -> str:
    verdict = (
        f"above {LINK:.2f}, so the two alone would be linked; the other reports of the incidents, "
        "or another episode of the same report, spoke against it"
        if pair.score >= LINK
        else f"below {LINK:.2f}, from which on two accounts are held for one incident"
    )
    sure = sureness(pair.score).told
    return f"score {pair.score:.2f} of 1 ({sure}), {verdict}. Weighed: {pair.because}."


def _main(report: DossierReport, dossier: Dossier) -> Episode:
    return _episodes(report, dossier)[0]


def _likeliest(dossier: Dossier, one: DossierReport, other: DossierReport) -> PairScore | None:
    """The best pair of what they tell beside their main matters, unless linked."""
    firsts, seconds = _episodes(one, dossier), _episodes(other, dossier)
    pairs = [pair_score(a, b) for a, b in product(firsts, seconds) if not (a.main and b.main)]
    return max(pairs, key=lambda pair: pair.score, default=None)


def _episodes(report: DossierReport, dossier: Dossier) -> tuple[Episode, ...]:
    """Read again from the text in the dossier, as it was read then."""
    fields = {name: getattr(report, name) for name in Report.model_fields}
    if fields["published_basis"] == "other-reports":
        fields["published_basis"] = "unknown"
    nlp = pipeline.load(dossier.made_with.pipeline)
    return episodes(next(iter(pipeline.annotate([Report(**fields)], nlp))))
