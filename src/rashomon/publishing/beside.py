"""What a summary says of an incident beside when, where, killed and injured."""

from collections.abc import Iterator

from rashomon.model.dossier import Dossier
from rashomon.model.findings import Finding
from rashomon.model.incidents import Incident
from rashomon.publishing import words
from rashomon.publishing.book import Book
from rashomon.publishing.findings import headline, status_view
from rashomon.publishing.parting import conflict_views, parted_on
from rashomon.publishing.saying import reading_words

Line = tuple[str, str]
"""A name and what is claimed."""

_MOST = 3
_ELSEWHERE = ("killed", "injured", "casualties")


def told_beside(dossier: Dossier, most: int) -> dict[str, tuple[Line, ...]]:
    """The lines of the first incidents by their ids: other counts of all people, who is held
    responsible, what followed, what the accounts part on."""
    book = Book(dossier)
    return {each.id: tuple(_lines(each, book)) for each in dossier.incidents[:most]}


def _lines(incident: Incident, book: Book) -> Iterator[Line]:
    told: set[str] = set()
    for finding in incident.findings:
        counted = finding.property in words.COUNTED and finding.property not in _ELSEWHERE
        if counted and finding.property not in told and not words.is_of_some(finding.who):
            told.add(finding.property)
            yield words.COUNTED[finding.property][0], _counted(finding)
    for finding in incident.findings:
        if finding.property == "responsible" and finding.readings:
            yield "blamed", f"{headline(finding, book)} · {_standing(finding)}"
    if incident.developments:
        followed = [reading_words(each, book) for each in incident.developments]
        yield "followed", "; ".join([*followed[:_MOST], *_and_more(len(followed) - _MOST)])
    parted = parted_on(conflict_views(incident.findings, book))
    if parted:
        yield "accounts part on", parted


def _and_more(number: int) -> list[str]:
    return [f"{number} more"] if number > 0 else []


def _counted(finding: Finding) -> str:
    if finding.low is None:
        return f"a number not given · {_standing(finding)}"
    number = words.number_words(finding.low, finding.high)
    if finding.open and finding.high is not None:
        number += " or more" if finding.low == finding.high else ", or more"
    if finding.best is not None and finding.low != finding.high:
        number += f" · working figure {finding.best:,}"
    return f"{number} · {_standing(finding)}"


def _standing(finding: Finding) -> str:
    plain = words.STATUS[finding.status][0]
    code = "DISPUTED" if finding.status == "disputed" else str(finding.status)
    standing = status_view(finding).word.replace(plain, code, 1)
    return f"{standing} · {words.independent_words(finding.independent)}"
