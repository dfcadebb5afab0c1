"""Titles and outlets at the head of plain texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading import heads


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ferry blast kills four\n\nFour people died.", "Ferry blast kills four"),
        (
            "Who did it? “Not us”, says group\r\n\r\nFour people died.",
            "Who did it? “Not us”, says group",
        ),
        ("# Ferry blast kills four\nFour people died.", "Ferry blast kills four"),
        ("Title: Ferry blast\n\nFour people died.", "Ferry blast"),
        ("Ferry blast kills four\nFour people died.", None),
        ("Four people died on Monday.\n\nNine were hurt.", None),
        ("14 May 2024\n\nFour people died.", None),
        ("Harbour Daily — 14 May 2024\n\nFour people died.", None),
        ("By Jane Doe\n\nFour people died.", None),
        ("LARNOS, Greece — Four people died\n\nMore.", None),
        ("Ferry blast kills four", None),
        ("", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert heads.title_of(text) == title


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Harbour Daily — 14 May 2024\n\nFour people died.", "Harbour Daily"),
        ("The Larnos Post | Tuesday, May 14, 2024\n\nFour people died.", "The Larnos Post"),
        ("Outlet: Canal Nine\n\nFour people died.", "Canal Nine"),
        ("Larnos — 14 May 2024\n\nFour people died.", None),
        ("Jane Doe — 14 May 2024\n\nFour people died.", None),
        ("Sarmo Lookout, 14 May 2024. With LNA.\n\nFour people died.", "Sarmo Lookout"),
        ("Sarmo Lookout\nTuesday 14 May 2024\n\nMill burns\n\nFour died.", "Sarmo Lookout"),
        ("HILL RESCUE\nNote 14 - Larnos - 14 May 2024\n\nFour died.", "HILL RESCUE"),
        ("Mill burns in Larnos\n14 May 2024\n\nFour people died.", None),
        ("LARNOS, 14 May 2024 (LNA) - Four people died.\n\nMore fell ill.", None),
        ("The Larnos Post reported that four people died.", None),
        (
            "QUAY AUTHORITY\nBulletin 9/24\nIssued 14 May 2024\n\nFour people died.",
            "QUAY AUTHORITY",
        ),
        ("Hill Rescue\nFLASH UPDATE no. 2\nAs of 14 May 2024\n\nFour died.", "Hill Rescue"),
        ("Statement of the Sarmo Front\n14 May 2024\n\nFour died.", "Sarmo Front"),
        ("LIVE - mill fire\nQuaywire, 14 May 2024\n\n12:10 - Four people died.", "Quaywire"),
        (
            "Quay Voices\na blog for everybody\n\nMill burns\n14 May 2024\n\nFour died.",
            "Quay Voices",
        ),
        (
            "Harbours weekly\nNo. 3/2024, 8-14 May\nSarmo Analysts\n\n1. Four died.",
            "Sarmo Analysts",
        ),
        ("Mill burns\n\nSarmo Dispatch, 14 May 2024 — Four people died.", "Sarmo Dispatch"),
        ("Mill fire: a note\nSarmo Risk Notes, May 2024\n\nFour people died.", "Sarmo Risk Notes"),
        ("Alert: mill burns in Sarmo\n\nFour people died.", None),
    ],
)
def test_outlet(text: str, outlet: str | None) -> None:
    assert heads.outlet_of(text) == outlet


@given(st.text(max_size=500))
def test_no_text_raises(text: str) -> None:
    heads.title_of(text)
    heads.outlet_of(text)
