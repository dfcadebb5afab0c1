"""Blame and denial belong to the incident that was told last before them. Fiction."""

from collections.abc import Sequence

import pytest

from rashomon.model.claims import ResponsibleValue
from rashomon.model.episodes import Episode
from tests.claims.conftest import Reader

_MARCH = "Three people were killed when a crowd stormed the customs house in Velmar on Tuesday. "
_BOAT = "The march followed the deaths of two sailors, who were shot at sea on Sunday. "


def denied_in(told: Sequence[Episode]) -> list[str]:
    return [
        episode.kind
        for episode in told
        for claim in episode.claims
        if isinstance(claim.value, ResponsibleValue) and claim.value.role == "denied"
    ]


@pytest.mark.parametrize(
    "denial",
    ["The coastguard denies it.", "The coastguard denied that its crew had fired on the boat."],
)
def test_a_denial_is_of_what_was_told_before_it(tell: Reader, denial: str) -> None:
    assert denied_in(tell(_MARCH + "\n\n" + _BOAT + denial)) == ["shooting"]


def test_a_shot_denied_is_the_one_told_last_though_both_were_shootings(tell: Reader) -> None:
    shots = "Hundreds had marched up to the gate at noon. Guards fired at those who came in. "
    denial = "The coastguard denied that its crew had fired on the boat."
    assert denied_in(tell(_MARCH + shots + "\n\n" + _BOAT + denial)) == ["shooting"]


def test_in_a_paragraph_of_its_own_it_is_of_the_main_matter(tell: Reader) -> None:
    text = _MARCH + "\n\n" + _BOAT + "\n\nThe Harbour Front denied any part in the storming."
    assert denied_in(tell(text)) == ["storming"]
