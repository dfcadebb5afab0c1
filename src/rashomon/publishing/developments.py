"""What followed an incident: each development with its day and all who tell of it."""

from collections.abc import Iterator

from rashomon.model.claims import DevelopmentValue
from rashomon.model.findings import Reading
from rashomon.model.incidents import Incident
from rashomon.publishing import words
from rashomon.publishing.accounts import claim_view, development_day, development_name
from rashomon.publishing.book import Book
from rashomon.publishing.hostile import anchor
from rashomon.publishing.lineage import joints
from rashomon.publishing.placing import developments_place
from rashomon.publishing.views import DevelopmentView


def development_views(incident: Incident, book: Book) -> Iterator[DevelopmentView]:
    """One for each development, in order of days."""
    for number, reading in enumerate(incident.developments):
        value = of_reading(reading)
        place = developments_place(incident, number)
        ids = [each for each in dict.fromkeys(reading.claims) if each in book.claims]
        yield DevelopmentView(
            anchor=development_anchor(incident, number),
            name=development_name(value),
            day=development_day(value),
            independent=words.independent_words(reading.independent),
            claims=tuple(claim_view(book.claims[each], book, place) for each in ids),
            joints=joints(reading, book),
        )


def of_reading(reading: Reading) -> DevelopmentValue:
    """The value of a development's reading."""
    if not isinstance(reading.value, DevelopmentValue):
        raise TypeError(f"no development: {reading.value}")
    return reading.value


def development_anchor(incident: Incident, number: int) -> str:
    """Where the ``number``-th development of an incident stands on the page."""
    return anchor("development", f"{incident.id}.{number}")
