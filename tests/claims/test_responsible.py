"""Who claims, is accused of, admits and denies a deed, from a table (``data/responsible.tsv``)."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rashomon
from rashomon.claims.responsible_words import capitalised, cues, row_of
from rashomon.data import lexicon
from rashomon.model.claims import ResponsibleValue

_LINES = (Path(__file__).parent / "data" / "responsible.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


def held(text: str) -> set[str]:
    """ "name role" of everybody whom the report holds responsible."""
    report = {"id": "r1", "text": text, "published": "2023-05-09", "outlet": "The Larnos Post"}
    dossier = rashomon.compare([report])
    names = {actor.id: actor.name for actor in dossier.actors}
    return {
        f"{names[claim.value.actor]} {claim.value.role}"
        for claim in dossier.claims
        if isinstance(claim.value, ResponsibleValue)
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][-60:])
def test_who_is_held_responsible(row: dict[str, str]) -> None:
    assert held(row["text"]) == {each for each in row["responsible"].split("; ") if each}


def test_who_denies_speaks_for_himself() -> None:
    report = {
        "id": "r1",
        "text": "A bomb killed six people in Ankara on Monday. The minister blamed the Zarqan "
        "Front. The Zarqan Front denied any involvement.",
        "outlet": "The Larnos Post",
    }
    dossier = rashomon.compare([report])
    voices = {voice.id: voice.name for voice in dossier.voices}
    told = {
        claim.value.role: voices[claim.chain[-1].voice]
        for claim in dossier.claims
        if isinstance(claim.value, ResponsibleValue)
    }
    assert told["denied"] == "Zarqan Front"
    assert told["accused"].casefold().endswith("minister")


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        ("The premier said that Larnia had nothing to do with it.", "The premier"),
        ("Larnia said it had nothing to do with it.", "Larnia"),
        ("Libya was not behind the blast, a witness said.", "a witness"),
        ("Libya said it played no part in the attack.", "Libya"),
    ],
)
def test_who_clears_another_is_not_that_other(said: str, voice: str) -> None:
    text = f"A blast killed five people in Basra on Monday. {said}"
    dossier = rashomon.compare([{"id": "r1", "text": text, "outlet": "The Larnos Post"}])
    voices = {each.id: each.name for each in dossier.voices}
    denied = [c for c in dossier.claims if isinstance(c.value, ResponsibleValue)]
    assert [voices[c.chain[-1].voice] for c in denied] == [voice]


def test_a_crowd_that_is_blamed_is_an_actor_of_the_dossier() -> None:
    text = "Rioters burned a depot in Ankara on Monday. Police blamed the rioters."
    dossier = rashomon.compare([{"id": n, "text": text + n} for n in ("r1", "r2")])
    actors = {actor.id for actor in dossier.actors}
    blamed = [c.value.actor for c in dossier.claims if isinstance(c.value, ResponsibleValue)]
    assert blamed and set(blamed) <= actors


def test_the_table_can_be_read() -> None:
    rows = lexicon("responsibility")
    places = {"about", "before", "speaker", "after", "next", "prior", "inside", "issuer", "nobody"}
    places |= {"each"}
    assert {row["role"] for row in rows} == {"claimed", "accused", "admitted", "denied"}
    assert {row["where"] for row in rows} <= places
    assert not [row for row in rows if row["phrase"].endswith(("?", "~", "*"))]
    for row in rows:
        assert len(row["phrase"].split()) < 16


@given(st.text(alphabet="denied claimed blame it ~*?A’'.-\n", max_size=120))
def test_any_words_can_be_read(text: str) -> None:
    assert all(row_of(found) for found in cues().finditer(text))
    capitalised().search(text)
