"""Reports of a death or a toll that comes after what led to it. All fiction."""

import pytest

from tests.claims.conftest import Reader

DIES = """Fourth victim of bakery shooting dies

Lina Orve died in hospital at noon on Tuesday. She was 31.

Orve was one of those hit when somebody shot at people outside a bakery in Lyon on Saturday. Her
death brings the toll to four, police said.
"""
TOLL = """Ferryman held; toll corrected to eight

The ferryman, who ran off after last week's collision at Malaga, was arrested on Monday,
police said.

The number of dead now stands at eight. One man had been counted twice, the hospital said.
"""
ELSE = """Two die of fever

Two people died of fever in the hospital of Lyon on Monday, doctors said.

The hospital was shelled in 2019.
"""
NEW = """Three killed in clashes

Three people were killed in clashes in Lyon on Monday, police said.

On 3 June gunmen attacked a bus near Nantes and killed five.
"""


@pytest.mark.parametrize(("text", "kind", "killed"), [(DIES, "shooting", 1), (TOLL, "accident", 8)])
def test_it_is_told_as_one_with_what_led_to_it(
    tell: Reader, text: str, kind: str, killed: int
) -> None:
    (told,) = tell(text)
    assert (told.main, told.background, told.kind) == (True, False, kind)
    counts = [claim.value.high for claim in told.claims if claim.property == "killed"]  # type: ignore[union-attr]
    assert killed in counts


def test_the_day_is_that_of_the_deed(tell: Reader) -> None:
    (told,) = tell(DIES)
    days = [each.interval.earliest[:10] for each in told.times if each.interval]
    assert "2024-06-08" in days


@pytest.mark.parametrize("text", [ELSE, NEW])
def test_other_deaths_stay_apart(tell: Reader, text: str) -> None:
    assert len(tell(text)) == 2
