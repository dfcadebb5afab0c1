"""Which lines may name a publisher, and which documents name the body that issues them."""

import pytest

from rashomon.data.documents import issued_by, publisher_kind
from rashomon.data.publishers import publishes, tells


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Harbour Daily", True),
        ("Sarmo Lookout", True),
        ("Naval Forces of the Sarmo Coast", True),
        ("Larnos Trades Council", True),
        ("Le Phare du Sud", True),
        ("Quay Risk Notes", True),
        ("Survivors of Torture", True),
        ("Blast Kills Nine", False),
        ("Ferry Sinks Off Larnos", False),
        ("Police Shoot Harbour Herald Editor", False),
        ("Calm After The Storm", False),
        ("Riot At The Mill", False),
        ("Elena Dran", False),
        ("by Elena Dran", False),
        ("Carlos M. Berel", False),
    ],
)
def test_headlines_and_writers_publish_nothing(line: str, expected: bool) -> None:
    assert publishes(line) is expected


@pytest.mark.parametrize(
    "line",
    [
        "Nine Die",
        "Mill 3 Burns",
        "What Was Said",
        "Guards Wounded",
        "The Larnos Bombing",
        "Grand Hotel Fire",
        "Larnos Under Fire",
        "Saturday's Shooting in the Harbour",
    ],
)
def test_a_line_tells(line: str) -> None:
    assert tells(line)


@pytest.mark.parametrize(
    ("outlet", "body"),
    [
        ("Statement of the Sarmo Front (translation)", "Sarmo Front"),
        ("Communiqué of the Sarmo Front", "Sarmo Front"),
        ("Press release by the Harbour Authority", "Harbour Authority"),
        ("Harbour Daily", None),
        ("Statement Weekly", None),
        (None, None),
    ],
)
def test_a_document_names_its_body(outlet: str | None, body: str | None) -> None:
    assert issued_by(outlet) == body


def test_the_body_of_a_document_is_no_outlet() -> None:
    assert publisher_kind("Sarmo Front", issues=True) == "group"
