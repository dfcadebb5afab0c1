"""How a figure came about and why reports stand together, in sentences, from a dossier alone."""

from collections.abc import Iterator

from rashomon.data.spelling import in_a_sentence
from rashomon.data.sureness import sureness
from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Finding, Reading
from rashomon.model.incidents import Incident, Link
from rashomon.publishing import words
from rashomon.publishing.book import Book
from rashomon.publishing.findings import best_words, headline
from rashomon.publishing.glance import when_text, where_text
from rashomon.publishing.saying import reading_words


def explain_incident(dossier: Dossier, incident: Incident) -> Iterator[str]:
    """What it is, why each report is counted to it, and its findings in a line each."""
    book = Book(dossier)
    yield f"{incident.title} ({incident.id})"
    yield f"When: {when_text(incident.when).text}. Where: {where_text(incident.where).text}."
    yield f"Told in {words.several(len(incident.reports), 'report')}:"
    for report in incident.reports:
        yield f"  {_report(report, book)}: {_part(incident, report)}. {_why(incident, report)}"
    for relation in incident.relations:
        said = words.listed([f"“{span.exact}”" for span in relation.spans])
        other = book.incident(relation.incident).text
        yield f"It is {words.RELATION[relation.type]} “{other}”: {said}."
    if incident.developments:
        yield "What followed:"
    for reading in incident.developments:
        yield from (f"  {line}" for line in _reading(reading, book))
    yield "Findings (ask for one by its name):"
    for finding in incident.findings:
        yield f"  {_name(finding)}: {headline(finding, book)} – {finding.status}"


def explain_finding(dossier: Dossier, finding: Finding) -> Iterator[str]:
    """Every reading with its words and voices, what collapsed, what was left out and why."""
    book = Book(dossier)
    yield f"{_name(finding)}: {headline(finding, book)}"
    if finding.property in words.COUNTED:
        yield best_words(finding)
    yield book.readable(finding.derivation)
    yield f"All together: {words.independent_words(finding.independent)}; {finding.status}."
    for reading in finding.readings:
        yield from _reading(reading, book)
    used = {claim for reading in finding.readings for claim in reading.claims}
    for claim in _beside(finding, dossier):
        if claim.id not in used and not claim.used:
            yield f"Left out: {_words(claim, book)} Why: {book.readable(words.left_out(claim))}."
    for conflict in finding.conflicts:
        yield f"{words.plain(conflict.type).capitalize()}: {book.readable(conflict.explanation)}"


def explain_shared(dossier: Dossier, one: str, other: str) -> Iterator[str]:
    """The incidents that both reports tell of, with what counts each report to it; then what one
    took from the other."""
    book = Book(dossier)
    for incident in dossier.incidents:
        if {one, other} <= set(incident.reports):
            yield f"Both tell of “{incident.title}”:"
            for report in (one, other):
                part = _part(incident, report)
                yield f"  {_report(report, book)}: {part}. {_why(incident, report)}"
    for copy in dossier.copies:
        spans = [span for span in copy.spans if span.report in (one, other)]
        if len({span.report for span in spans}) == 2:
            yield f"They share a passage ({words.plain(copy.kind)}): “{spans[0].exact}”"


def told_as(dossier: Dossier, report: str) -> str:
    """A report by its outlet and title."""
    book = Book(dossier)
    title = book.report(report).title
    name = book.report_name(report)
    return f"{name}: {title}" if title and title != name else name


def _report(report: str, book: Book) -> str:
    return f"{book.tag(report)} {book.report_name(report)}"


def _part(incident: Incident, report: str) -> str:
    return "its main matter" if report in incident.main_in else "told in passing"


def _why(incident: Incident, report: str) -> str:
    links = [link for link in incident.links if link.report == report]
    if not links:
        return "No other report tells of it."
    link: Link = max(links, key=lambda each: each.score)
    return f"Surest tie {link.score:.2f} of 1 ({sureness(link.score).told}): {link.because}."


def _name(finding: Finding) -> str:
    who = f" ({finding.who.label})" if finding.who else ""
    return f"{words.PROPERTY[finding.property]}{who}"


def _reading(reading: Reading, book: Book) -> Iterator[str]:
    names = [in_a_sentence(book.voice_name(each)) for each in reading.primary_sources]
    sources = words.listed(names)
    by = f", from {sources}" if sources else ""
    independent = words.independent_words(reading.independent)
    yield f"{reading_words(reading, book)}{by} ({independent}):"
    for claim in (book.claims[each] for each in reading.claims if each in book.claims):
        yield f"  {_words(claim, book)}"
    for each in reading.collapsed:
        tags = words.listed([book.claim_tag(claim) for claim in each.claims], most=6)
        yield f"  {tags} count once: {book.readable(each.reason)}."


def _words(claim: Claim, book: Book) -> str:
    chain = " → ".join(book.voice_name(hop.voice) for hop in claim.chain)
    said = " ".join(claim.span.exact.split())
    return f"{book.claim_tag(claim.id)} “{said}” ({chain})."


def _beside(finding: Finding, dossier: Dossier) -> Iterator[Claim]:
    """The claims of the same property of the same incident."""
    home = next((i.id for i in dossier.incidents if finding in i.findings), None)
    for claim in dossier.claims:
        if claim.incident == home and claim.property == finding.property:
            yield claim
