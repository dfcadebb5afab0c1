"""What is printed: problems on standard error, the summary on standard output.

Titles and names come from untrusted text: control characters, which a terminal would obey, are
shown as ``?``.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from rashomon.cli import calls

if TYPE_CHECKING:
    from pathlib import Path

    from rashomon.model.dossier import Dossier
    from rashomon.model.findings import Finding, Toll
    from rashomon.model.incidents import Incident, When, Where
    from rashomon.publishing import Loss
    from rashomon.reading import Problem

MOST_INCIDENTS = 10
MOST_NOTES = 20


def harmless(text: str) -> str:
    """The text on one line, without anything that a terminal would take for a command."""
    return "".join("?" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in text)


def problems(met: Sequence["Problem"]) -> None:
    """Every problem that kept something from being read, then the first notes."""
    for problem in (each for each in met if each.fatal):
        _problem("not read", "red", problem)
    notes = [each for each in met if not each.fatal]
    for problem in notes[:MOST_NOTES]:
        _problem("note", "yellow", problem)
    if len(notes) > MOST_NOTES:
        click.echo(f"… and {len(notes) - MOST_NOTES} more notes.", err=True)


def summary(dossier: "Dossier") -> Iterable[str]:
    """A short block per incident, the most prominent first."""
    reports, incidents = len(dossier.reports), dossier.incidents
    stances = {claim.id: str(claim.stance) for claim in dossier.claims}
    yield f"{_count(reports, 'report')}, {_count(len(incidents), 'incident')}"
    yield from map(harmless, calls.notes(dossier))
    beside = calls.told_beside(dossier, MOST_INCIDENTS)
    for incident in incidents[:MOST_INCIDENTS]:
        yield ""
        yield from _block(incident, stances, beside[incident.id])
    if len(incidents) > MOST_INCIDENTS:
        yield ""
        yield f"… and {_count(len(incidents) - MOST_INCIDENTS, 'more incident')}."


def exported(files: Sequence["Path"], losses: Sequence["Loss"]) -> Iterable[str]:
    """The files written, and the first things that they do not hold."""
    for path in files:
        yield f"Wrote {harmless(str(path))}"
    yield f"{_count(len(losses), 'thing')} could not be held (losses.csv):"
    for loss in losses[:MOST_NOTES]:
        yield f"  {harmless(loss.what)} ({harmless(loss.record)}): {harmless(loss.why)}"
    if len(losses) > MOST_NOTES:
        yield f"  … and {len(losses) - MOST_NOTES} more."


def _problem(word: str, colour: str, problem: "Problem") -> None:
    source, message = harmless(problem.source), harmless(problem.message)
    click.echo(f"{click.style(word, fg=colour)}: {source}: {message}", err=True)


def _block(
    incident: "Incident", stances: Mapping[str, str], beside: Iterable[tuple[str, str]]
) -> Iterable[str]:
    yield click.style(harmless(incident.title), bold=True)
    yield f"  when     {_when(incident.when)}"
    yield f"  where    {harmless(_where(incident.where))}"
    findings = {finding.id: finding for finding in incident.findings}
    for name, toll in (("killed", incident.killed), ("injured", incident.injured)):
        yield f"  {name:8} {_toll(toll, findings.get(toll.finding or ''))}"
    yield from _casualties(incident, stances)
    for name, told in beside:
        yield f"  {name:8} {harmless(told)}"
    main = len(incident.main_in)
    told = f", the main matter of {main}" if main else ", in the background only"
    yield f"  told in  {_count(len(incident.reports), 'report')}{told}"


def _casualties(incident: "Incident", stances: Mapping[str, str]) -> Iterable[str]:
    """Figures that do not tell the dead from the injured; "no reports of any" is no nought."""
    for finding in (each for each in incident.findings if each.property == "casualties"):
        claims = [claim for reading in finding.readings for claim in reading.claims]
        hedged = all(stances.get(claim) == "hedged" for claim in claims)
        if finding.low is None:
            continue
        nought = finding.low == finding.high == 0 and hedged
        words = "no reports of any (0, hedged: not a confirmed nought)" if nought else ""
        sources = calls.independent_words(finding.independent)
        yield f"  killed or injured  {words or _range(finding)} · {finding.status} · {sources}"


def _when(when: "When") -> str:
    if when.earliest is None or when.latest is None:
        return "not known"
    first, last = when.earliest.replace("T", " "), when.latest.replace("T", " ")
    if first == last:
        return first
    shared = first[:10] == last[:10]
    return f"{first} to {last[11:] if shared and len(last) > 10 else last}"


def _where(where: "Where") -> str:
    told = calls.place_words(where)
    return "not known" if told is None else told


def _toll(toll: "Toll", finding: "Finding | None") -> str:
    if toll.low is None:
        return "not stated"
    words = [_range(toll)]
    if toll.best is not None and toll.low != toll.high:
        words.append(f"working figure {toll.best:,} ({toll.best_basis})")
    if toll.status is not None:
        disputed = toll.status == "disputed"
        words.append(click.style("DISPUTED", fg="red", bold=True) if disputed else toll.status)
    if finding is not None:
        words.append(calls.independent_words(finding.independent))
    return " · ".join(words)


def _range(toll: "Toll | Finding") -> str:
    if toll.high is None:
        return f"{toll.low:,} or more"
    reach = f"{toll.low:,}" if toll.low == toll.high else f"{toll.low:,} to {toll.high:,}"
    more = " or more" if toll.low == toll.high else ", or more"
    return reach + more if toll.open else reach


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
