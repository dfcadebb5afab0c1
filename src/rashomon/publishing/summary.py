"""An incident in two or three sentences, each with who says so. Nothing in our own voice."""

from collections.abc import Sequence

from rashomon.model.findings import Finding, Reading
from rashomon.model.incidents import Incident
from rashomon.model.numbers import NumberRange
from rashomon.publishing import words
from rashomon.publishing.accounts import value_words
from rashomon.publishing.book import Book

_TOLD = ("killed", "injured", "casualties", "abducted", "arrested", "missing")
_MOST_READINGS = 3


def summary(incident: Incident, book: Book) -> str:
    """What the reports say, most telling first."""
    sentences = [_opening(incident, book)]
    told = [finding for prop in _TOLD for finding in incident.findings if finding.property == prop]
    sentences += [_counted(finding, incident, book) for finding in told[:2]]
    if not told:
        sentences.append("None gives a toll that could be read.")
    sentences += [
        _named(finding, incident, book)
        for finding in incident.findings
        if finding.property == "responsible" and finding.readings
    ][:1]
    return " ".join(sentence for sentence in sentences if sentence)


def _opening(incident: Incident, book: Book) -> str:
    number, kind = len(incident.reports), words.plain(incident.kind)
    how = {
        "actual": "",
        "alleged": ", as alleged",
        "planned": ", as planned",
        "hypothetical": ", as something that might be",
    }[incident.modality]
    if number == 1:
        return f"{book.report_name(incident.reports[0])} alone tells of this {kind}{how}."
    main = len(incident.main_in)
    weight = "" if not main else "; it is the main matter of " + _of(main, number)
    return f"{number} reports tell of this {kind}{how}{weight}."


def _of(part: int, whole: int) -> str:
    if part < whole:
        return f"{part} of them"
    return "both" if whole == 2 else "all"


def _counted(finding: Finding, incident: Incident, book: Book) -> str:
    parts = [
        _clause(reading, f"{_people(reading, finding, book)}", incident, book)
        for reading in finding.readings[:_MOST_READINGS]
    ]
    return _joined(parts, len(finding.readings))


def _named(finding: Finding, incident: Incident, book: Book) -> str:
    parts = [
        _clause(reading, value_words(reading.value, book), incident, book)
        for reading in finding.readings[:_MOST_READINGS]
    ]
    return _joined(parts, len(finding.readings))


def _joined(parts: Sequence[str], all_of_them: int) -> str:
    if not parts:
        return ""
    more = all_of_them - len(parts)
    rest = f"; {words.several(more, 'more account')} below" if more else ""
    text = "; ".join(parts) + rest + "."
    return text[0].upper() + text[1:]


def _people(reading: Reading, finding: Finding, book: Book) -> str:
    counted = words.COUNTED[finding.property]
    if not isinstance(reading.value, NumberRange):
        return f"{value_words(reading.value, book)} {counted}"
    if reading.value.high == 0:
        return f"nobody {counted}"
    if not reading.value.numbered:
        return f"people {counted}, without a number"
    return f"{value_words(reading.value, book)} {counted}"


def _clause(reading: Reading, what: str, incident: Incident, book: Book) -> str:
    claims = [book.claims[each] for each in reading.claims if each in book.claims]
    reports = {claim.span.report for claim in claims}
    unsure = " (hedged)" if claims and all(c.stance == "hedged" for c in claims) else ""
    if len(incident.reports) > 1 and reports >= set(incident.reports):
        everyone = "both reports" if len(incident.reports) == 2 else f"all {len(reports)} reports"
        return f"{everyone} say {what}{unsure}"
    names = [book.voice_name(voice) for voice in reading.primary_sources]
    names = names or [book.voice_name(claim.primary()) for claim in claims if claim.chain]
    by = words.listed(list(dict.fromkeys(names))) or "an account without a source"
    return f"according to {by}, {what}{unsure}"
