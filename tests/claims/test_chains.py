"""Who says so, through whom. All fiction."""

import pytest

from rashomon.model.claims import Claim, ResponsibleValue
from rashomon.model.episodes import Episode

from .conftest import Reader


def chain(episode: Episode, claim: Claim) -> list[str]:
    names = {voice.id: voice.name for voice in episode.voices}
    return [names[link.voice] for link in claim.chain]


def killed(told: tuple[Episode, ...]) -> tuple[Episode, Claim]:
    return next((e, c) for e in told for c in e.claims if c.property == "killed")


@pytest.mark.parametrize(
    ("text", "voices", "stance"),
    [
        ("Four people were killed by a bomb in Ankara on Monday.", ["Coastal Courier"], "asserted"),
        (
            "Four people were killed by a bomb in Ankara on Monday, police said.",
            ["Coastal Courier", "police"],
            "asserted",
        ),
        (
            "ANKARA (Reuters) — Four people were killed by a bomb on Monday, police said.",
            ["Coastal Courier", "Reuters", "police"],
            "asserted",
        ),
        (
            "The Associated Press reported that four people were killed by a bomb in Ankara.",
            ["Coastal Courier", "Associated Press"],
            "asserted",
        ),
        (
            "The governor denied that four people were killed by a bomb in Ankara.",
            ["Coastal Courier", "The governor"],
            "denied",
        ),
        (
            "Four people were reportedly killed by a bomb in Ankara on Monday.",
            ["Coastal Courier"],
            "hedged",
        ),
    ],
)
def test_the_chain_runs_to_the_primary_source(
    tell: Reader, text: str, voices: list[str], stance: str
) -> None:
    episode, claim = killed(tell(text))
    assert [name.lower() for name in chain(episode, claim)] == [name.lower() for name in voices]
    assert claim.stance == stance


def test_the_next_sentence_without_a_source_belongs_to_the_one_before(tell: Reader) -> None:
    told = tell("A bomb went off in Ankara on Monday, police said. Four people were killed.")
    episode, claim = killed(told)
    assert chain(episode, claim)[-1] == "police"


def test_what_staff_saw_makes_the_outlet_primary(tell: Reader) -> None:
    told = tell(
        "A bomb went off in Ankara on Monday. A Coastal Courier reporter saw that four people "
        "were killed."
    )
    episode, claim = killed(told)
    assert chain(episode, claim) == ["Coastal Courier"]
    assert claim.staff_saw


def test_an_outlet_that_is_not_named_is_called_after_its_report(tell: Reader) -> None:
    episode, claim = killed(
        tell("Four people were killed by a bomb in Ankara on Monday.", outlet=None)
    )
    assert chain(episode, claim) == ["the outlet of r1"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A bomb killed two people. Al-Shabaab claimed responsibility.", {"claimed"}),
        ("A bomb killed two people. Ministers blamed Al-Shabaab.", {"accused"}),
        ("A bomb killed two people. Al-Shabaab denied any involvement.", {"denied"}),
        (
            "A bomb killed two people. Al-Shabaab denied any role, though ministers blame the "
            "group.",
            {"denied", "accused"},
        ),
    ],
)
def test_who_is_held_responsible(tell: Reader, text: str, roles: set[str]) -> None:
    found = {
        claim.value.role
        for episode in tell(text)
        for claim in episode.claims
        if isinstance(claim.value, ResponsibleValue)
    }
    assert found == roles


def test_whom_only_the_headline_tells_of_besides_is_told_in_the_text(tell: Reader) -> None:
    text = (
        "Gunmen stop bus, kill driver\n\nArmed men stopped a bus in Ankara on Monday and killed "
        "its driver, officials said."
    )
    told = tell(text, title="Gunmen stop bus, kill driver")
    claims = [c for e in told for c in e.claims if c.property == "killed"]
    assert sorted(c.span.exact for c in claims) == ["kill driver", "killed its driver"]
