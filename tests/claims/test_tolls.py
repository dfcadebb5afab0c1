"""From the words of one report to its claims of killed and injured, and what they amount to."""

import pytest

import rashomon

Claim = tuple[str, int | None, int | None, str, str, bool]

CLAIMS: list[tuple[str, list[Claim]]] = [
    (
        "At least 15 and up to 25 civilians were killed in an airstrike on Marlow.",
        [("killed", 15, 25, "civilian", "asserted", False)],
    ),
    (
        "Up to 30 people were killed in an airstrike on Marlow.",
        [("killed", 1, 30, "unknown", "asserted", False)],
    ),
    (
        "Twelve people, including five civilians, were killed in an airstrike on Marlow.",
        [
            ("killed", 12, 12, "unknown", "asserted", False),
            ("killed", 5, 5, "civilian", "asserted", True),
        ],
    ),
    (
        "An airstrike on Marlow killed nine people. Some of the civilians killed were nurses.",
        [
            ("killed", 9, 9, "unknown", "asserted", False),
            ("killed", 2, None, "civilian", "asserted", True),
        ],
    ),
    (
        "There were no reports of casualties after the airstrike on Marlow.",
        [("casualties", 0, 0, "unknown", "hedged", False)],
    ),
    (
        "No one was hurt in the shooting in Marlow.",
        [("injured", 0, 0, "unknown", "asserted", False)],
    ),
    (
        "The shooting in Marlow left one dead and three other people wounded.",
        [
            ("killed", 1, 1, "unknown", "asserted", False),
            ("injured", 3, 3, "unknown", "asserted", False),
        ],
    ),
    (
        "Orla was rushed to a hospital after the shooting in Marlow, but died the next day.",
        [("killed", 1, 1, "unknown", "asserted", False)],
    ),
    (
        "Two women were taken to a hospital with gunshot wounds after the shooting in Marlow.",
        [("injured", 2, 2, "unknown", "asserted", False)],
    ),
    (
        "The driver's 5th child was killed in the crash in Marlow.",
        [("killed", 1, 1, "unknown", "asserted", False)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_claims_of_a_report(text: str, expected: list[Claim]) -> None:
    found = {
        (c.property, c.value.low, c.value.high, c.who.status, c.stance, c.partial)
        for c in rashomon.compare([{"id": "r1", "text": text}]).claims
        if c.property in ("killed", "injured", "casualties")
    }
    assert found == set(expected)


TOLLS: list[tuple[str, tuple[int | None, int | None], tuple[int | None, int | None]]] = [
    (
        "Six members of the Orr family and three members of the Hale family were killed in an "
        "airstrike on Marlow.",
        (9, 9),
        (None, None),
    ),
    (
        "Jon Harrow, 34, was killed along with his three children in an airstrike on Marlow.",
        (4, 4),
        (None, None),
    ),
    (
        "A grandmother, her son and four grandchildren died Monday in a shooting in Marlow.",
        (6, 6),
        (None, None),
    ),
    (
        "An airstrike on Marlow killed at least nine people on Monday. A hospital said 14 people "
        "had been killed.",
        (9, 14),
        (None, None),
    ),
    (
        "A man was killed and four others were wounded in a shooting in Marlow. Two women and a "
        "boy were among the wounded. A second woman was hurt in the leg.",
        (1, 1),
        (4, 4),
    ),
    (
        "1 dead, 4 wounded in Marlow shooting. A man was killed and four others were wounded in "
        "a shooting in Marlow.",
        (1, 1),
        (4, 4),
    ),
    (
        "A 15-year-old boy died in a shooting in Marlow. A woman and two other men were also shot.",
        (1, 1),
        (3, 3),
    ),
    (
        "Gunfire killed three people and wounded one in Marlow. A fourth man, who "
        "was hurt in the leg, was found nearby.",
        (3, 3),
        (1, 1),
    ),
    (
        "Five members of the Orr family were killed in an airstrike on Marlow. Ana Orr, 39, died "
        "in the kitchen. Another relative, Tom Orr, was also killed.",
        (5, 5),
        (None, None),
    ),
    (
        "An unknown number of people were killed in an airstrike on Marlow. The mayor said eight "
        "people had been killed.",
        (8, 8),
        (None, None),
    ),
    (
        "26 March 2021 Two teens died after a shooting in Marlow.",
        (2, 2),
        (None, None),
    ),
]


@pytest.mark.parametrize(("text", "killed", "injured"), TOLLS)
def test_what_a_report_amounts_to(
    text: str, killed: tuple[int | None, int | None], injured: tuple[int | None, int | None]
) -> None:
    incident = rashomon.compare([{"id": "r1", "text": text}]).incidents[0]
    assert (incident.killed.low, incident.killed.high) == killed
    assert (incident.injured.low, incident.injured.high) == injured


def civilians(text: str) -> tuple[int | None, int | None] | None:
    incident = rashomon.compare([{"id": "r1", "text": text}]).incidents[0]
    parts = [p for p in incident.killed.parts if p.who.status == "civilian"]
    return (parts[0].low, parts[0].high) if parts else None


def test_civilians_are_told_apart_from_fighters() -> None:
    text = "Seven civilians and five militants were killed in an airstrike on Marlow."
    assert civilians(text) == (7, 7)


def test_civilians_told_apart_from_nobody_are_everybody() -> None:
    text = (
        "At least four civilians were killed in an airstrike on Marlow. "
        "The Marlow hospital said that six people had been killed."
    )
    assert civilians(text) == (4, 6)


def test_whom_somebody_calls_militants_he_counts_as_no_civilians() -> None:
    text = (
        "The army said that it killed 20 militants in an air strike on Marlow on Sunday. "
        "Villagers said that 15 civilians died in the air strike."
    )
    assert civilians(text) == (15, 15)


def test_a_trade_does_not_say_how_many_civilians_there_were() -> None:
    text = "Twelve people, including three journalists, were killed in an airstrike on Marlow."
    assert civilians(text) is None


def test_single_persons_are_among_those_another_report_counts() -> None:
    reports = [
        {"id": "r1", "text": "Ana Orr, 39, was killed in a shooting in Marlow on 3 May 2021."},
        {"id": "r2", "text": "Two people were killed in a shooting in Marlow on 3 May 2021."},
    ]
    toll = rashomon.compare(reports).incidents[0].killed
    assert (toll.low, toll.best, toll.high) == (2, 2, 2)
