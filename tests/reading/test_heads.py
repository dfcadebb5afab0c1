"""Titles at the head of plain texts."""

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
        ("Blast Kills Nine in Velmar\n14 May 2024\n\nFour died.", "Blast Kills Nine in Velmar"),
        ("The Killing Of A Clerk\n14 May 2024\n\nFour died.", "The Killing Of A Clerk"),
        ("Gunmen Storm Harbour Post\n14 May 2024\n\nFour died.", "Gunmen Storm Harbour Post"),
        ("Harbour Post\n14 May 2024\n\nFour died.", None),
        (
            "Mill burns in Sarmo\noutlet: Harbour Post\ndate 2024-05-14\n\nFour died.",
            "Mill burns in Sarmo",
        ),
        ("Ferry blast kills four", None),
        ("OPINION\nWho pays?\n\nSarmo Gazette, 14 May 2024\n\nNobody does.", None),
        ("Radio Sarmo - evening bulletin, 14 May 2024\n\nGood evening.", None),
        ("The Sarmo Post\n\nFerry blast kills four\n\nFour died.", "Ferry blast kills four"),
        (
            "The Sarmo Post\nGunmen storm ferry in Larnos, four dead\nBy Jane Doe\n14 May 2024\n"
            "\nFour died.",
            "Gunmen storm ferry in Larnos, four dead",
        ),
        (
            "Sarmo Post | www.sarmo.example\nToll of ferry blast rises to nine\n"
            "Published: 14 May 2024\n\nNine.",
            "Toll of ferry blast rises to nine",
        ),
        (
            "Four killed on Larnos ferry\nBy Jane Doe and Ali Roe\n"
            "LARNOS — Four people died.\n\nMore.",
            "Four killed on Larnos ferry",
        ),
        ("The Sarmo Post\nThe Larnos Trader\nBy Jane Doe\n\nFour died.", None),
        ("", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert heads.title_of(text) == title


@given(st.text(max_size=500))
def test_no_text_raises(text: str) -> None:
    heads.title_of(text)
