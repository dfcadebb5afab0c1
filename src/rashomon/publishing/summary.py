"""An incident in two or three sentences, each with who says so. Nothing in our own voice."""

from rashomon.model.claims import Claim, Property, ResponsibleValue, Value
from rashomon.model.findings import Finding, Reading
from rashomon.model.incidents import Incident
from rashomon.model.numbers import NumberRange, exactly
from rashomon.publishing import words
from rashomon.publishing.accounts import value_words
from rashomon.publishing.book import Book
from rashomon.publishing.findings import is_hedged_nought
from rashomon.publishing.hostile import Prose, isolate, sentence
from rashomon.publishing.saying import claims_of, is_sum, of_whom, quoted, sources

_TOLD: tuple[Property, ...] = (
    *("killed", "injured", "casualties", "missing", "abducted"),
    *("participants", "arrested", "displaced", "evacuated"),
)
_LEADS: dict[str, Property] = {"kidnapping": "abducted", "arrest": "arrested"}
"""What an incident of a kind is about before all else."""
_MOST_READINGS = 3


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
    """One count of each thing, the gravest first: that of all before that of some."""
    found: dict[str, Finding] = {}
    for finding in incident.findings:
        if finding.readings:
            before = found.get(finding.property)
            if before is None or (
                words.is_of_some(before.who) and not words.is_of_some(finding.who)
            ):
                found[finding.property] = finding
    lead = _LEADS.get(incident.kind)
    order = [lead, *_TOLD] if lead else _TOLD
    return [found[prop] for prop in dict.fromkeys(order) if prop in found]


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
    for number, reading in enumerate(_outstanding(finding)):
        claims = claims_of(reading, book)
        verb = f" {_verb(reading, finding)}" if number == 0 else ""
        words_said = quoted(reading, claims)
        whom = "" if words_said else of_whom(finding, claims)
        said = _number(reading, book) + whom + verb + words_said
        hedged = bool(claims) and all(claim.stance == "hedged" for claim in claims)
        if is_hedged_nought(reading, book):
            none = words.none_known(finding.property)
            by = sources(reading, claims, book)
            clauses.append(f"according to {by}, there are {none} ({words.NOT_CONFIRMED})")
            continue
        clauses.append(_by(reading, claims, incident, book) + said + (", hedged" if hedged else ""))
    return _joined(clauses, len(finding.readings))


def _outstanding(finding: Finding) -> list[Reading]:
    """The readings that a sentence has room for: where there are more, the lowest, the working
    figure and the highest, so that nobody's end of the range is left out."""
    if len(finding.readings) <= _MOST_READINGS:
        return list(finding.readings)
    numbers = [each for each in finding.readings if isinstance(each.value, NumberRange)]
    ends = [min(numbers, key=_floor), max(numbers, key=_reach)] if numbers else []
    best = [each for each in numbers if each.value == exactly(finding.best or -1)]
    kept = [*dict.fromkeys(map(id, [*ends, *best, *finding.readings]))][:_MOST_READINGS]
    return [each for each in finding.readings if id(each) in kept]


def _floor(reading: Reading) -> int:
    return reading.value.low or 0 if isinstance(reading.value, NumberRange) else 0


def _reach(reading: Reading) -> int:
    high = reading.value.high if isinstance(reading.value, NumberRange) else None
    return _floor(reading) if high is None else high


def _number(reading: Reading, book: Book) -> str:
    value = reading.value
    if not isinstance(value, NumberRange):
        return isolate(value_words(value, book))
    if not value.numbered:
        return "a number of people not given"
    if value.high == 0:
        return "nobody"
    return value_words(value, book)


def _verb(reading: Reading, finding: Finding) -> str:
    verb = words.COUNTED[finding.property][1]
    one = isinstance(reading.value, NumberRange) and reading.value.high in (0, 1)
    return verb if one else verb.replace("was ", "were ", 1)


def _by(reading: Reading, claims: list[Claim], incident: Incident, book: Book) -> str:
    reports, summed = {claim.span.report for claim in claims}, is_sum(reading, claims)
    if len(incident.reports) > 1 and not summed and reports >= set(incident.reports):
        everyone = "both" if len(incident.reports) == 2 else f"all {words.spelled(len(reports))}"
        return f"{everyone} reports say that "
    if summed:
        return f"added up from what {sources(reading, claims, book)} say, "
    return f"according to {sources(reading, claims, book)}, "


def _blame(finding: Finding, book: Book) -> str:
    """ "The Front is accused by ministers; the Front denies it"."""
    clauses = []
    for reading in finding.readings[:_MOST_READINGS]:
        claims = claims_of(reading, book)
        clauses.append(_blamed(reading.value, sources(reading, claims, book), book))
    return _joined(clauses, len(finding.readings))


def _blamed(value: Value, by: str, book: Book) -> str:
    if not isinstance(value, ResponsibleValue):
        return f"according to {by}, {isolate(value_words(value, book))}"
    name = book.actor_name(value.actor)
    told = f"{isolate(name)} {words.part_in_it(value.role, book.is_several(value.actor))}"
    if value.role == "accused":
        return f"{told} by {by}"
    itself = by.casefold() == isolate(name).casefold()
    return told if itself else f"according to {by}, {told}"


def _joined(clauses: list[str], of: int) -> str:
    more = of - len(clauses)
    rest = [f"{words.several(more, 'more account')} below"] if more else []
    return "; ".join([*clauses, *rest])
