"""Days of publication: in mastheads of many pieces, and without a year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading import published
from rashomon.reading.drafts import Draft
from rashomon.reading.pile import finish

_LONG = "It did so. " * 60
"""More than the head of a text."""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mill burns\nRadio Sarmo | Web Desk | May 14, 2024 (Tuesday)\n\nIt did.", "2024-05-14"),
        ("Sarmo Office\nNote No. 3\nTuesday, 14 May 2024, 0800hrs\n\nIt did.", "2024-05-14"),
        ("Sunday 12 May 2024, La Voz de los Muelles\n\nIt did.", "2024-05-12"),
        (
            "Radio Sarmo - the one o'clock bulletin, Tuesday 14 May 2024 (transcript)\n\nHi.",
            "2024-05-14",
        ),
        (
            "SARMO OFFICE\nSITREP No. 3\nTime of report: 14 May 2024, 18:00 SMT\n\nIt did.",
            "2024-05-14",
        ),
        ("Sarmo Police\nPRESS NOTE\nDated 18-05-2024\n\nIt did.", "2024-05-18"),
        (
            "Harm Monitor\nHM-1 (version 2, updated 25 May 2024)\nDate: 1 May 2024\nPlace: Sarmo\n",
            "2024-05-25",
        ),
        ("Event: a mill burnt on 14 May 2024\nPlace: Sarmo\n\nIt did.", None),
        ("Date/time of occurrence: 14/05/2024, 0517hrs\n\nIt did.", None),
        ("Quay Shelling of 3 May 2024\n\nIt did.", None),
        ("What the fire of 14 May 2024 teaches\n\nIt did.", None),
        (
            f"A mill burnt\n\n{_LONG}\n\nPosted: May 14, 2024 / 03:40 PM CDT",
            "2024-05-14",
        ),
        (
            f"A mill burnt\n\n{_LONG}\n\nPosted: 14 May 2024\nUpdated: 16 May 2024\n",
            "2024-05-14",
        ),
        (f"A mill burnt\n\n{_LONG}\n\nThe hearing is set for 14 May 2024.", None),
        ("1. Event: MV Heron (34 GT, route Sarmo - Larnos) sank on 14 May 2024\n\nIt did.", None),
    ],
)
def test_day(text: str, day: str | None) -> None:
    assert published.published_day(text) == day


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("May 14, 2024\n", "2024-05-14"),
        ("Published: 14 May 2024\nSarmo Post", "2024-05-14"),
        ("Earlier fires:\nQuay, 3 May 2019\n", None),
        ("3 May 2019\n14 May 2024\n", None),
        ("It burned on Tuesday, 14 May 2024", None),
    ],
)
def test_day_at_the_foot(foot: str, day: str | None) -> None:
    prose = "The mill burned down on Monday and nobody was hurt. " * 12
    assert published.published_day(f"Mill burns\n\n{prose}\n\n{foot}") == day


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SARMO, Oldland, May 14 (LNA) - Four died.", (5, 14)),
        ("Sarmo (Oldland), 2 Sep (LNA).- Four died.", (9, 2)),
        ("Radio Sarmo - 5 March - evening bulletin\n\nFour died.", (3, 5)),
        ("LIVE\n\n14 May, 07.40 - Six died.\n\n13 May, 22.30 - Four died.", (5, 14)),
        ("Four died on May 14, police said.", None),
        ("SARMO, May 14, 2024 (LNA) - Four died.", None),
        ("The week from 26 June to 2 July\n\nFour died.", None),
    ],
)
def test_day_without_a_year(text: str, said: tuple[int, int] | None) -> None:
    assert published.month_and_day(text) == said


@pytest.mark.parametrize(
    ("said", "known", "day"),
    [
        ((5, 14), ["2024-05-15"], "2024-05-14"),
        ((12, 31), ["2024-01-02"], "2023-12-31"),
        ((5, 14), ["2024-05-15", "2023-05-10"], None),
        ((5, 14), ["2024-11-15"], None),
        ((2, 29), ["2023-03-01"], None),
        ((5, 14), [], None),
    ],
)
def test_the_year_of_the_neighbours(
    said: tuple[int, int], known: list[str], day: str | None
) -> None:
    assert published.with_year(said, known) == day


def test_a_pile_gives_its_year_to_a_dateline_without_one() -> None:
    drafts = [
        Draft(label="a", text="SARMO, May 14 (LNA) - Four died.", path="a"),
        Draft(label="b", text="Five died.", path="b", published="2024-05-15"),
    ]
    reports, _ = finish(drafts)
    assert [report.published for report in reports] == ["2024-05-14", "2024-05-15"]


@given(st.text(max_size=500))
def test_no_text_raises(text: str) -> None:
    published.published_day(text)
    published.month_and_day(text)
