"""Who is held responsible, and by whom, from a table (``data/responsible_by.tsv``)."""

import csv
from pathlib import Path

import pytest

import rashomon
from rashomon.model.claims import ResponsibleValue

_LINES = (Path(__file__).parent / "data" / "responsible_by.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


def told(text: str) -> set[str]:
    """ "name role by voice" of every claim of responsibility."""
    report = {"id": "r1", "text": text, "published": "2023-05-09", "outlet": "The Larnos Post"}
    dossier = rashomon.compare([report])
    actors = {actor.id: actor.name for actor in dossier.actors}
    voices = {voice.id: voice.name for voice in dossier.voices}
    return {
        f"{actors[claim.value.actor]} {claim.value.role} by {voices[claim.chain[-1].voice]}"
        for claim in dossier.claims
        if isinstance(claim.value, ResponsibleValue)
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][-60:])
def test_who_says_who_did_it(row: dict[str, str]) -> None:
    assert told(row["text"]) == {each for each in row["told"].split("; ") if each}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The report of casualties at the clinic was fabricated, the ministry said.", "denied"),
        ("The claim that nine people died in the shelling is false, the army said.", "denied"),
        ("Nine people died in the shelling, the army said. The camera was fake.", "asserted"),
    ],
)
def test_what_is_told_only_as_a_false_report_is_denied(text: str, stance: str) -> None:
    report = {"id": "r1", "text": f"A clinic was shelled in Orsa on Monday. {text}"}
    claims = rashomon.compare([report]).claims
    counted = [c for c in claims if c.property in ("killed", "casualties")]
    assert {claim.stance for claim in counted} == {stance}
