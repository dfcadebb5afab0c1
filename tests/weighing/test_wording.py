"""The few words that the rules of weighing look at."""

import pytest

from rashomon.weighing.conflicts import said_by
from rashomon.weighing.wording import change_said, set_against


@pytest.mark.parametrize(
    ("sentence", "direction", "against"),
    [
        ("The toll rose to nine.", "up", False),
        ("The toll was lowered to nine.", "down", True),
        ("Only nine were killed.", None, True),
        ("Police counted nine dead.", None, False),
        ("Police counted nine dead, and the toll rose to that.", None, False),
    ],
)
def test_words_of_change_before_the_number(
    pile, sentence: str, direction: str | None, against: bool
) -> None:
    pile.report("r1", "Coastal Courier")
    claim = pile.say("r1", sentence, "nine", (9, 9))
    assert (change_said(claim), set_against(claim)) == (direction, against)


@pytest.mark.parametrize(
    ("sentence", "exact", "number", "told"),
    [
        ("No one was hurt at the quay.", "No one was hurt", 0, "“No one was hurt”"),
        ("Nine were hurt at the quay.", "Nine", 9, "9"),
        ("Some 12,400 were moved from the quay.", "12,400", 12400, "12,400"),
    ],
)
def test_a_value_within_a_sentence(pile, sentence: str, exact: str, number: int, told: str) -> None:
    pile.report("r1", "Coastal Courier")
    assert said_by(pile.say("r1", sentence, exact, (number, number))) == told
