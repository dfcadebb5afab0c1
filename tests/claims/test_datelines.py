"""Whether a dateline says where something happened. All fiction."""

import pytest

from .conftest import Reader


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            "Paris (AFP) – A gas explosion in the southwest of France killed three people.",
            "southwestern France",
        ),
        ("KABUL (Reuters) - Gunmen killed six officers in Helmand province on Sunday.", "Helmand"),
        ("BAGHDAD (AFP) — Two soldiers were killed by a bomb in Iraq on Friday.", "Iraq"),
        ("ABUJA — Bandits killed 20 villagers in northern Nigeria.", "northern Nigeria"),
        ("CAIRO (AP) — A truck crash killed 11 people in Egypt's south.", "southern Egypt"),
        ("ADDIS ABABA (AFP) — Clashes in Ethiopia's Amhara region killed 30 people.", "Amara"),
        ("QUITO (AP) — Gunmen killed two in the coastal province of Esmeraldas.", "Esmeraldas"),
        ("KABUL, Afghanistan (AP) — An explosion in the capital killed nine people.", "Kabul"),
        ("CHICAGO (AP) — A man was shot dead. Police held a suspect in Indiana.", "Chicago"),
        ("NAIROBI (AFP) — Gunmen raided a quarry near Mandera, killing eight.", "Mandera"),
        ("ANKARA — A bomb killed four people on Monday.", "Ankara"),
    ],
)
def test_an_agency_s_capital_is_not_the_scene_of_what_the_text_puts_elsewhere(
    tell: Reader, text: str, first: str
) -> None:
    assert tell(text)[0].sites[0].value.name == first


def test_of_a_site_in_a_country_only_the_country_is_known(tell: Reader) -> None:
    site = tell("A bomb killed four people at a base in Iraq on Monday.")[0].sites[0]
    assert site.value.precision == 6
