"""Labels and groups of a report. All fiction."""

import pytest

from rashomon.model.episodes import Episode
from rashomon.model.voices import Label

from .conftest import Reader


def labels(told: tuple[Episode, ...]) -> list[tuple[str, Label]]:
    """Every label with the name of the actor that bears it."""
    return [(a.name, each) for e in told for a in e.actors for each in a.labels]


@pytest.mark.parametrize(
    ("text", "label", "own"),
    [
        ("A bomb killed two guards near Arvik. Bandits rule the road.", "bandits", True),
        ("Two guards were killed near Arvik. “The vandals came,” she said.", "vandals", False),
        ("Two guards were killed near Arvik by narcoterrorists.", "narcoterrorists", True),
    ],
)  # fmt: skip
def test_labels_and_whose_word_they_are(tell: Reader, text: str, label: str, own: bool) -> None:
    assert [(each.label, each.own_voice) for _, each in labels(tell(text))] == [(label, own)]


@pytest.mark.parametrize(
    ("text", "label", "own"),
    [
        ("Officials call them bandits.", "bandits", False),
        ("I heard the army say terrorists.", "terrorists", False),
        ("Ministers speak of rebels when they talk.", "rebels", False),
        ("The first pictures show rioters.", "rioters", True),
        ("The mayor said that vandals had come.", "vandals", False),
        ("The army said that it had killed nine fighters.", "fighters", True),
        ("The army said that it had killed nine terrorists.", "terrorists", False),
        ("“We killed nine fighters,” the army said.", "fighters", False),
        ("The Salt Front said that two of its fighters were dead.", "fighters", False),
    ],
)
def test_a_word_that_is_spoken_of(tell: Reader, text: str, label: str, own: bool) -> None:
    told = tell("Two guards were killed near Arvik on Monday. " + text)
    assert [(each.label, each.own_voice) for _, each in labels(told)] == [(label, own)]


@pytest.mark.parametrize(
    "text",
    [
        "Two guards were killed near Arvik on Monday. The Vigilante Service came.",
        "Two guards were killed near Arvik on Monday. The Harbour Rebel Front denied it.",
        "Two guards were killed near Arvik by fighter jets.",
        "Two guards were killed near Arvik and firefighters came.",
    ],
)
def test_no_label_of_people(tell: Reader, text: str) -> None:
    assert labels(tell(text)) == []


def test_the_army_is_blamed_without_a_name(tell: Reader) -> None:
    told = tell("Two guards were killed near Arvik on Monday. Villagers blamed the army for it.")
    claims = [c for e in told for c in e.claims if c.property == "responsible"]
    actors = {a.id: a.name for e in told for a in e.actors}
    assert [actors[claim.value.actor] for claim in claims] == ["army"]  # type: ignore[union-attr]


def test_the_letters_of_a_group_are_the_group(tell: Reader) -> None:
    told = tell(
        "The Larnos Liberation Front killed two guards in Ankara on Monday. "
        "The LLF, as it is known, said nothing. The LLF is small."
    )
    names = {n.text for e in told for a in e.actors for n in a.names if a.kind == "armed-group"}
    assert names >= {"Larnos Liberation Front"}
    assert "LLF" not in {a.name for e in told for a in e.actors}


@pytest.mark.parametrize(
    "said",
    ["Police denied being late.", "Police said nothing.", "The prison service rejected this."],
)
def test_a_voice_that_is_somebody_is_one_of_the_cast(tell: Reader, said: str) -> None:
    for told in tell("Five people died in a raid near Arvik on Monday. " + said):
        actors = {actor.id for actor in told.actors}
        assert {voice.actor for voice in told.voices} - {None} <= actors
