"""Who uses which words: for the event, for those who act, and for one and the same fact."""

from collections import defaultdict
from collections.abc import Iterator

from rashomon.data.spelling import fold
from rashomon.model.dossier import Dossier
from rashomon.model.findings import Finding, Reading
from rashomon.model.incidents import Incident
from rashomon.model.voices import Actor, Label
from rashomon.publishing import words
from rashomon.publishing.book import Book, shortened
from rashomon.publishing.saying import reading_words
from rashomon.publishing.views import FactView, LabelRow, Usage, WordingView

_COMPARED = ("killed", "injured", "actor", "recipient", "responsible", "weapon", "cause", "damage")
_MOST_FACTS, _MOST_WORDINGS = 12, 12
_LONGEST = 90


def wording(dossier: Dossier, book: Book) -> WordingView:
    """The ledger of a whole dossier."""
    facts = [fact for each in dossier.incidents for fact in _facts(each, book)]
    labels = tuple(row for actor in dossier.actors for row in _labels(actor, book))
    return WordingView((*_called(dossier, book), *facts), labels)


def _called(dossier: Dossier, book: Book) -> Iterator[FactView]:
    """What each incident itself is called, by the triggers that the reports use for it."""
    used: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for report in dossier.reports:
        for mention in report.annotations.mentions:
            if mention.incident in book.incidents and not mention.background:
                used[mention.incident or ""][fold(mention.exact)].append(report.id)
    for incident in dossier.incidents:
        found: dict[str, list[str]] = dict(used.get(incident.id, {}))
        if len(found) > 1:
            ranked = sorted(found.items(), key=lambda pair: (-len(set(pair[1])), pair[0]))
            usages = tuple(_usage(text, by, book) for text, by in ranked[:_MOST_WORDINGS])
            yield FactView(book.incident(incident.id), "What is told of it", "", usages)


def _facts(incident: Incident, book: Book) -> Iterator[FactView]:
    """Readings for which reports have different words, the gravest property first."""
    found: list[FactView] = []
    for prop in _COMPARED:
        for finding in (each for each in incident.findings if each.property == prop):
            for reading in finding.readings:
                found.extend(_fact(incident, finding, reading, book))
    yield from found[:_MOST_FACTS]


def _fact(incident: Incident, finding: Finding, reading: Reading, book: Book) -> Iterator[FactView]:
    said: dict[str, tuple[str, list[str]]] = {}
    for claim in (book.claims[each] for each in reading.claims if each in book.claims):
        exact = " ".join(claim.span.exact.split())
        said.setdefault(fold(exact), (exact, []))[1].append(claim.span.report)
    if len(said) < 2:
        return
    usages = tuple(_usage(text, by, book) for text, by in list(said.values())[:_MOST_WORDINGS])
    value = reading_words(reading, book)
    yield FactView(book.incident(incident.id), words.PROPERTY[finding.property], value, usages)


def _usage(text: str, by: list[str], book: Book) -> Usage:
    shown = text if len(text) <= _LONGEST else shortened(text)
    reports = tuple(book.report(report) for report in dict.fromkeys(by))
    return Usage(shown, len(by), reports)


def _labels(actor: Actor, book: Book) -> Iterator[LabelRow]:
    """Each label of an actor, with who uses it as his own word and who is quoted with it."""
    by_label: dict[str, list[Label]] = {}
    for each in actor.labels:
        by_label.setdefault(each.label, []).append(each)
    for label, uses in by_label.items():
        own = [use for use in uses if use.own_voice]
        quoted = [use for use in uses if not use.own_voice]
        yield LabelRow(
            actor=book.actor(actor.id),
            label=label,
            own=tuple(_users(own, book)),
            quoted=tuple(_users(quoted, book)),
        )


def _users(uses: list[Label], book: Book) -> Iterator[Usage]:
    by_voice: dict[str, list[str]] = {}
    for use in uses:
        by_voice.setdefault(_name(use, book), []).append(use.span.report)
    for name, reports in by_voice.items():
        yield _usage(name, reports, book)


def _name(use: Label, book: Book) -> str:
    if use.voice:
        return book.voice_name(use.voice)
    return book.report_name(use.span.report) if use.own_voice else "nobody named"
