"""All accounts of one property side by side, and where they part."""

from collections.abc import Sequence

from rashomon.model.claims import ResponsibleValue
from rashomon.model.findings import Finding, Reading
from rashomon.model.incidents import Incident
from rashomon.model.numbers import NumberRange
from rashomon.publishing import ranges, words
from rashomon.publishing.accounts import claim_view
from rashomon.publishing.book import Book
from rashomon.publishing.hostile import anchor
from rashomon.publishing.lineage import behind, joints
from rashomon.publishing.parting import conflict_views
from rashomon.publishing.saying import reading_words
from rashomon.publishing.tollchart import toll_chart
from rashomon.publishing.views import (
    ClaimView,
    FindingView,
    ReadingView,
    StatusView,
)

_MOST_VALUES = 4
_ALWAYS_OPEN = ("killed", "injured")


def status_view(finding: Finding) -> StatusView:
    """A status with its shape and its words; a denial changes none, and is said beside it."""
    word, meaning = words.STATUS[finding.status]
    if finding.status == "agreed" and _is_denied(finding):
        word, meaning = f"{word}, but denied", words.AGREED_BUT_DENIED
    return StatusView(finding.status, word, meaning)


def _is_denied(finding: Finding) -> bool:
    roles = {r.value.role for r in finding.readings if isinstance(r.value, ResponsibleValue)}
    return "denied" in roles or any(each.type == "denial" for each in finding.conflicts)


def finding_view(finding: Finding, incident: Incident, book: Book) -> FindingView:
    """One finding with its readings, what was left out, and what disagrees."""
    top = ranges.finding_top(finding)
    number = finding.property in words.COUNTED
    return FindingView(
        anchor=anchor("finding", finding.id),
        title=words.PROPERTY[finding.property],
        label=_label(finding, incident, book),
        value=headline(finding, book),
        best=_best(finding, book) if number and not _is_one_figure(finding) else "",
        chart=toll_chart(finding, finding, top),
        status=status_view(finding),
        independent=words.independent_words(finding.independent),
        behind=behind(finding, book),
        derivation=book.readable(finding.derivation),
        conflicts=conflict_views([finding], book),
        readings=tuple(
            _reading(reading, number, finding, incident, top, book)
            for number, reading in enumerate(finding.readings)
        ),
        left_out=_beside(finding, incident, book),
        open=finding.property in _ALWAYS_OPEN or finding.status == "disputed",
        number=number,
    )


def _is_one_figure(finding: Finding) -> bool:
    """Whether all give one figure, so that there is no range and nothing was chosen."""
    one = finding.low is not None and finding.low == finding.best == finding.high
    return one and not finding.open and finding.best_basis not in ("sum", "rest")


def _best(finding: Finding, book: Book) -> str:
    if is_none_known(finding, book):
        return "No working figure: nobody confirms that there is none."
    return best_words(finding)


def _label(finding: Finding, incident: Incident, book: Book) -> str:
    """Who is counted, where that is known or has to be told from another finding."""
    same = sum(each.property == finding.property for each in incident.findings)
    return counted_label(finding, book) if finding.who or same > 1 else ""


def is_hedged_nought(reading: Reading, book: Book) -> bool:
    """Whether it is "no reports of casualties" alone: nought, and hedged by all who say it."""
    value = reading.value
    claims = [book.claims[each] for each in reading.claims if each in book.claims]
    hedged = bool(claims) and all(claim.stance == "hedged" for claim in claims)
    return hedged and isinstance(value, NumberRange) and value.high == 0


def is_none_known(finding: Finding, book: Book) -> bool:
    """Whether a finding holds such readings and nothing else."""
    return bool(finding.readings) and all(is_hedged_nought(r, book) for r in finding.readings)


def counted_label(finding: Finding, book: Book) -> str:
    """Who is counted: the finding's group, else the groups in the words of its claims."""
    if finding.who is not None:
        return finding.who.label
    ids = (each for reading in finding.readings for each in reading.claims)
    found = (book.claims[each].who for each in ids if each in book.claims)
    labels = [f"“{each}”" for each in dict.fromkeys(w.label for w in found if w)]
    return f"counted as {words.listed(labels)}" if len(labels) > 1 else words.listed(labels)


def headline(finding: Finding, book: Book) -> str:
    """What is claimed, in a line: "4 to 7 killed", or the readings one after another."""
    if not finding.readings and finding.conflicts:
        return words.NOTHING_KEPT
    if finding.property not in words.COUNTED:
        told = (reading_words(reading, book) for reading in finding.readings)
        values = list(dict.fromkeys(told))
        more = [f"{len(values) - _MOST_VALUES} more"] if len(values) > _MOST_VALUES else []
        return "; ".join([*values[:_MOST_VALUES], *more])
    if finding.low is None:
        stated = "claimed without a number" if finding.readings else ""
        return stated or words.absent(finding.why_null, "low", "best", "high")
    if is_none_known(finding, book):
        return f"{words.none_known(finding.property)} ({words.NOT_CONFIRMED})"
    upwards = " or more" if finding.open and finding.high is not None else ""
    number = words.number_words(finding.low, finding.high)
    return f"{number}{upwards} {words.COUNTED[finding.property][0]}"


def best_words(finding: Finding) -> str:
    """The working figure with its rule, or why there is none."""
    if finding.best is None:
        if finding.best_basis == "none":
            return "No working figure: the rule in the settings is to choose none."
        return f"No working figure: {words.absent(finding.why_null, 'best', 'low')}."
    if finding.best_basis is None:
        return f"Working figure {finding.best:,}."
    return f"Working figure {finding.best:,}. Rule: {words.BASIS[finding.best_basis]}."


def _reading(
    reading: Reading, number: int, finding: Finding, incident: Incident, top: int, book: Book
) -> ReadingView:
    value = reading.value
    place = (incident.id, finding.id, number)
    told = reading_words(reading, book)
    if sum(reading_words(each, book) == told for each in finding.readings) > 1:
        told += f", as in {_reports(reading, book)}"
    return ReadingView(
        value=told,
        bar=ranges.single(value, top) if isinstance(value, NumberRange) else None,
        independent=words.independent_words(reading.independent),
        sources=tuple(book.voice(voice) for voice in reading.primary_sources),
        claims=_claims(reading.claims, place, book),
        joints=joints(reading, book),
        is_best=isinstance(value, NumberRange) and value.precise and value.low == finding.best,
    )


def _reports(reading: Reading, book: Book) -> str:
    """The reports of a reading: they tell apart two crowds of one name."""
    reports = (book.claims[each].span.report for each in reading.claims if each in book.claims)
    return words.listed([book.tag(report) for report in dict.fromkeys(reports)])


def _beside(finding: Finding, incident: Incident, book: Book) -> tuple[ClaimView, ...]:
    ids = book.placing.beside.get((incident.id, finding.id), ())
    return _claims(ids, (incident.id, finding.id, -1), book)


def _claims(ids: Sequence[str], place: tuple[str, str, int], book: Book) -> tuple[ClaimView, ...]:
    return tuple(
        claim_view(book.claims[each], book, place)
        for each in dict.fromkeys(ids)
        if each in book.claims
    )
