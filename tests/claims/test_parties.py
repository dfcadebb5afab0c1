"""Who acted, upon whom, and who is held responsible by whom. All fiction."""

import csv
from pathlib import Path

import pytest

from rashomon.model.claims import ActorValue, Claim, ResponsibleValue
from rashomon.model.episodes import Episode
from rashomon.model.voices import Actor

from .conftest import Reader

_LINES = (Path(__file__).parent / "data" / "parties.tsv").read_text("utf-8").splitlines()
_ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))
_PARTIES = ("actor", "recipient", "responsible")


def parties(told: tuple[Episode, ...]) -> list[tuple[Claim, Actor]]:
    """The claims on parties of all episodes, each with the actor that it names."""
    found = []
    for episode in told:
        actors = {actor.id: actor for actor in episode.actors}
        for claim in episode.claims:
            if claim.property in _PARTIES:
                assert isinstance(claim.value, ActorValue | ResponsibleValue)
                found.append((claim, actors[claim.value.actor]))
    return found


@pytest.mark.parametrize("row", _ROWS, ids=lambda r: f"{r['text'][-50:]}")
def test_table(tell: Reader, row: dict[str, str]) -> None:
    found = [(c, a) for c, a in parties(tell(row["text"])) if c.property == row["property"]]
    assert [actor.name for _, actor in found] == [row["actor"]]
    value = found[0][0].value
    if isinstance(value, ResponsibleValue):
        assert value.role == row["role"]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off near the Turkish embassy in Ankara on Monday, killing two guards.",
        "A Turkey-backed militia was blamed for a raid that killed two guards on Monday.",
    ],
)
def test_a_country_that_only_says_which_is_no_party(tell: Reader, text: str) -> None:
    assert "Turkey" not in {actor.name for _, actor in parties(tell(text))}


def test_unnamed_people_are_one_crowd_with_a_label(tell: Reader) -> None:
    told = tell("Protesters stormed the consulate in Ankara on Monday. The protesters left later.")
    crowd = next(actor for claim, actor in parties(told) if claim.property == "actor")
    assert crowd.kind == "crowd"
    assert crowd.country is None
    assert {label.label for label in crowd.labels} == {"protesters"}
    assert all(label.own_voice for label in crowd.labels)


def test_whose_word_a_label_is(tell: Reader) -> None:
    told = tell("Rioters stormed the consulate in Ankara on Monday, the ambassador said.")
    crowd = next(actor for claim, actor in parties(told) if claim.property == "actor")
    names = {voice.id: voice.name for voice in told[0].voices}
    assert [names[label.voice] for label in crowd.labels] == ["the ambassador"]
    assert not crowd.labels[0].own_voice


def test_the_blame_is_theirs_who_lay_it(tell: Reader) -> None:
    told = tell(
        "A bomb killed two soldiers in Ankara on Monday. The Larnos Liberation Front planted it, "
        "the minister said. The governor blamed the Larnos Liberation Front."
    )
    laid = [claim for claim, _ in parties(told) if claim.property == "responsible"]
    names = {voice.id: voice.name for voice in told[0].voices}
    voices = {names[claim.chain[-1].voice].casefold().removeprefix("the ") for claim in laid}
    assert voices == {"minister", "governor"}


_BLAMED = [
    ("Two men died in Ankara on Monday. Turkish soldiers shot them, residents said.", "accused"),
    ("Two men died in Ankara on Monday. They were shot by police, witnesses said.", "accused"),
    ("A raid killed two men in Ankara. The army maintains that it bombed a depot.", "claimed"),
    ("A raid killed two men in Ankara. The army admitted that it had hit a house.", "admitted"),
    ("Two men died in a raid in Ankara. The army's spokesman denied that his men fired.", "denied"),
]


@pytest.mark.parametrize(("text", "role"), _BLAMED)
def test_blame_without_a_word_of_blame(tell: Reader, text: str, role: str) -> None:
    laid = [claim.value for claim, _ in parties(tell(text)) if claim.property == "responsible"]
    assert role in {value.role for value in laid if isinstance(value, ResponsibleValue)}


@pytest.mark.parametrize(
    "text",
    [
        "Two men died in Ankara on Monday. Soldiers shot them.",
        "Two men died in Ankara. Soldiers killed in an ambush were buried, officials said.",
        "Two men died in Ankara on Monday. Police shot at the gunmen, a witness said.",
        "A raid killed two men in Ankara. The army maintains that it hit no civilians.",
        "A raid killed two men in Ankara. The army said that no clinic was bombed.",
        "Two men died in Ankara on Monday. No shots were fired by police, witnesses said.",
    ],
)
def test_what_is_no_blame(tell: Reader, text: str) -> None:
    assert not [claim for claim, _ in parties(tell(text)) if claim.property == "responsible"]


def test_a_weapon_that_struck_is_no_party(tell: Reader) -> None:
    told = tell("A rocket hit a clinic in Ankara on Monday, killing two nurses.")
    assert not [claim for claim, _ in parties(told) if claim.property == "actor"]
    weapons = [c.value for e in told for c in e.claims if c.property == "weapon"]
    assert {getattr(value, "text", None) for value in weapons} == {"A rocket"}


@pytest.mark.parametrize("text", ["", "blamed " * 500, "held " + "x " * 2000 + "responsible"])
def test_hostile_text(tell: Reader, text: str) -> None:
    assert not [c for c, _ in parties(tell(f"{text}.")) if c.property == "responsible"]


@pytest.mark.parametrize(
    "text",
    [
        "Two cars collided near Brask on Monday, killing five people.",
        "A gas leak at a mill near Brask killed five people on Monday.",
        "Robbers killed five people in a gun shop in Brask on Monday.",
        "Five people were killed in Brask on Monday. A bomb squad searched the house.",
    ],
)
def test_what_hurt_nobody_on_purpose_is_no_weapon(tell: Reader, text: str) -> None:
    claims = [claim for episode in tell(text) for claim in episode.claims]
    assert not [claim for claim in claims if claim.property == "weapon"]
