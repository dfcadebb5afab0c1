"""The time and the place of an incident, as one report tells them. All fiction."""

import pytest

from .conftest import Reader


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("A bomb killed four people in Ankara on Monday.", "2024-06-10"),
        (
            "A bomb killed four people in Ankara on Monday. The trial over an arson begins "
            "on June 24, 2024.",
            "2024-06-10",
        ),
        ("A bomb killed four people in Ankara. A meeting is due on June 24, 2024.", None),
    ],
)
def test_what_lies_after_publication_is_not_when_it_happened(
    tell: Reader, text: str, earliest: str | None
) -> None:
    frames = [frame.interval for frame in tell(text)[0].times if frame.interval]
    assert [frame.earliest[:10] for frame in frames][:1] == ([earliest] if earliest else [])


def test_a_building_is_shown_within_its_town(tell: Reader) -> None:
    episode = tell("A bomb exploded outside the Denholm Hotel in Ankara on Monday, killing two.")[0]
    (town,) = [site for site in episode.sites if site.kind == "settlement"]
    assert town.value.name == "Ankara"
    assert town.facility is not None and "Hotel" in town.facility
    assert not [site for site in episode.sites if site.kind == "facility"]


def test_the_words_of_a_claim_stay_short(tell: Reader) -> None:
    aside = "who had come from the villages around to sell what the early harvest had left them, "
    text = f"Six people, {aside * 3}were killed by a bomb in Ankara on Monday."
    claims = [claim for episode in tell(text) for claim in episode.claims]
    assert claims
    assert all(len(claim.span.exact) <= 160 for claim in claims)
