"""The few words that the rules of weighing look at."""

import pytest

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
