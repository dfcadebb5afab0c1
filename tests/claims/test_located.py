"""A country is a place only where the words put something there. All fiction."""

import pytest

from .conftest import Reader


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A raid killed two people in northern Kenya.", True),
        ("A raid killed two people near Garissa, Kenya.", True),
        ("Kenya-backed fighters killed two people.", False),
        ("On Monday, Kenya-backed fighters killed two people.", False),
        ("After the attack on the depot, Kenya troops killed two people.", False),
        ("Kenya said a raid killed two people.", False),
    ],
)
def test_a_country_is_a_place_only_where_words_put_something_there(
    tell: Reader, text: str, named: bool
) -> None:
    found = {
        site.value.country_code
        for episode in tell(text)
        for site in episode.sites
        if site.kind in ("country", "natural")
    }
    assert (found == {"KE"}) == named
