"""An incident in two or three sentences, each with who says so. Nothing in our own voice."""

from rashomon.model.claims import Claim, ResponsibleValue, Value
from rashomon.model.findings import Finding, Reading
from rashomon.model.incidents import Incident
from rashomon.model.numbers import NumberRange
from rashomon.publishing import words
from rashomon.publishing.accounts import value_words
from rashomon.publishing.book import Book
from rashomon.publishing.findings import is_hedged_nought
from rashomon.publishing.hostile import Prose, isolate, sentence

_TOLD = ("killed", "injured", "casualties", "abducted", "arrested", "missing")
_MOST_READINGS = 3
_LONGEST_QUOTE = 40
_NOBODY = "an account without a source"


def summary(incident: Incident, book: Book) -> Prose:
    """One sentence that attributes: who tells of it, and the gravest count with who says so."""
    told = _told(incident)
    said = _counted(told[0], incident, book) if told else "no toll could be read"
    return Prose(sentence(f"{_opening(incident, book)}: {said}"))


def further(incident: Incident, book: Book) -> Prose:
    """What else they say, a sentence each; may be empty."""
    blamed = [each for each in incident.findings if each.property == "responsible"]
    sentences = [
        _weight(incident),
        *(_counted(finding, incident, book) for finding in _told(incident)[1:2]),
        *(_blame(finding, book) for finding in blamed[:1]),
    ]
    return Prose(" ".join(sentence(each) for each in sentences if each))


def _told(incident: Incident) -> list[Finding]:
    told = (each for prop in _TOLD for each in incident.findings if each.property == prop)
    return [finding for finding in told if finding.readings]


def _opening(incident: Incident, book: Book) -> str:
    number, kind = len(incident.reports), words.plain(incident.kind)
    how = {
        "actual": "",
        "alleged": ", as alleged",
        "planned": ", as planned",
        "hypothetical": ", as something that might be",
    }[incident.modality]
    if number == 1:
        return f"{isolate(book.report_name(incident.reports[0]))} alone tells of this {kind}{how}"
    return f"{words.spelled(number)} reports tell of this {kind}{how}"


def _weight(incident: Incident) -> str:
    """In how many of several reports it is only told beside something else."""
    main, number = len(incident.main_in), len(incident.reports)
    if main == number or number == 1:
        return ""
    return f"it is the main matter of {words.spelled(main)} of them" if main else ""


def _counted(finding: Finding, incident: Incident, book: Book) -> str:
    """ "According to police, 4 were killed; according to the hospital, 7"."""
    clauses = []
    for number, reading in enumerate(finding.readings[:_MOST_READINGS]):
        claims = [book.claims[each] for each in reading.claims if each in book.claims]
        verb = f" {_verb(reading, finding)}" if number == 0 else ""
        said = _number(reading, book) + _of_whom(finding) + verb + _quoted(reading, claims)
        hedged = bool(claims) and all(claim.stance == "hedged" for claim in claims)
        if is_hedged_nought(reading, book):
            none = words.none_known(finding.property)
            by = _sources(reading, claims, book)
            clauses.append(f"according to {by}, there are {none} ({words.NOT_CONFIRMED})")
            continue
        clauses.append(_by(reading, claims, incident, book) + said + (", hedged" if hedged else ""))
    return _joined(clauses, len(finding.readings))


def _of_whom(finding: Finding) -> str:
    """ "2 (guards)": a part of the dead is not all of them."""
    who = finding.who
    some = who is not None and (who.status != "unknown" or who.sex or who.age_group)
    return f" ({isolate(who.label)})" if who is not None and some and who.label else ""


def _number(reading: Reading, book: Book) -> str:
    value = reading.value
    if not isinstance(value, NumberRange):
        return isolate(value_words(value, book))
    if not value.numbered:
        return "a number of people not given"
    if value.high == 0:
        return "nobody"
    return value_words(value, book)


def _quoted(reading: Reading, claims: list[Claim]) -> str:
    """The words of a vague number, where they are few and all who give it use the same."""
    quotes = {claim.span.exact for claim in claims}
    exact = min(quotes) if len(quotes) == 1 else ""
    vague = isinstance(reading.value, NumberRange) and reading.value.vague
    return f" (“{isolate(exact)}”)" if vague and 0 < len(exact) <= _LONGEST_QUOTE else ""


def _verb(reading: Reading, finding: Finding) -> str:
    verb = words.COUNTED[finding.property][1]
    one = isinstance(reading.value, NumberRange) and reading.value.high in (0, 1)
    return verb if one else verb.replace("was ", "were ", 1)


def _by(reading: Reading, claims: list[Claim], incident: Incident, book: Book) -> str:
    reports = {claim.span.report for claim in claims}
    if len(incident.reports) > 1 and reports >= set(incident.reports):
        everyone = "both" if len(incident.reports) == 2 else f"all {words.spelled(len(reports))}"
        return f"{everyone} reports say that "
    return f"according to {_sources(reading, claims, book)}, "


def _sources(reading: Reading, claims: list[Claim], book: Book) -> str:
    names = [book.voice_name(voice) for voice in reading.primary_sources]
    names = names or [book.voice_name(claim.primary()) for claim in claims if claim.chain]
    return words.listed([isolate(name) for name in dict.fromkeys(names)]) or _NOBODY


def _blame(finding: Finding, book: Book) -> str:
    """ "The Front is accused by ministers; the Front denies it"."""
    clauses = []
    for reading in finding.readings[:_MOST_READINGS]:
        claims = [book.claims[each] for each in reading.claims if each in book.claims]
        clauses.append(_blamed(reading.value, _sources(reading, claims, book), book))
    return _joined(clauses, len(finding.readings))


def _blamed(value: Value, by: str, book: Book) -> str:
    if not isinstance(value, ResponsibleValue):
        return f"according to {by}, {isolate(value_words(value, book))}"
    actor = isolate(book.actor_name(value.actor))
    if value.role == "accused":
        return f"{actor} is accused by {by}"
    told = f"{actor} {words.RESPONSIBLE[value.role]}"
    return told if by == actor else f"according to {by}, {told}"


def _joined(clauses: list[str], of: int) -> str:
    more = of - len(clauses)
    rest = [f"{words.several(more, 'more account')} below"] if more else []
    return "; ".join([*clauses, *rest])
