"""Who is counted. All fiction."""

import pytest

from .conftest import Reader


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A bomb killed four soldiers in Ankara.", "security-force"),
        ("A bomb killed four members of the Turkish army in Ankara.", "security-force"),
        ("A bomb killed four police personnel in Ankara.", "security-force"),
        ("A bomb killed four U.S. service members in Ankara.", "security-force"),
        ("A bomb killed four people in Ankara.", "unknown"),
        ("A bomb killed four terrorists in Ankara.", "unknown"),
        ("A bomb killed four martyrs in Ankara.", "unknown"),
        ("A bomb killed four civilians in Ankara.", "civilian"),
        ("A bomb killed four fighters in Ankara.", "unknown"),
    ],
)
def test_status_is_what_the_words_say(tell: Reader, text: str, status: str) -> None:
    (found,) = {
        claim.who.status
        for episode in tell(text)
        for claim in episode.claims
        if claim.property == "killed" and claim.who
    }
    assert found == status


def test_the_label_has_no_number_and_no_article(tell: Reader) -> None:
    (episode,) = tell("A bomb killed four members of the Turkish army in Ankara.")
    (claim,) = [c for c in episode.claims if c.property == "killed"]
    assert claim.who is not None
    assert claim.who.label == "members of the Turkish army"
    assert claim.who.role == "victim"
