"""Through whom a figure comes: who cites, who carries, who is cited. All fiction."""

import csv
from pathlib import Path

import pytest

from .conftest import Reader

_LINES = (Path(__file__).parent / "data" / "chains.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_the_chain_behind_the_outlet(tell: Reader, row: dict[str, str]) -> None:
    told = tell(row["text"])
    episode, claim = next((e, c) for e in told for c in e.claims if c.property == "killed")
    names = {voice.id: voice.name for voice in episode.voices}
    assert " > ".join(names[link.voice] for link in claim.chain[1:]) == row["chain"]


@pytest.mark.parametrize(
    ("doubt", "stance"),
    [
        ("Reuters could not independently verify the accounts.", "unconfirmed"),
        ("The mayor could not open the accounts.", "asserted"),
    ],
)
def test_accounts_that_could_not_be_verified(tell: Reader, doubt: str, stance: str) -> None:
    text = (
        "Four people died in the shelling of Orsa on Monday, residents said. The army said that "
        f"it had hit a depot. {doubt}"
    )
    claims = [c for e in tell(text) for c in e.claims if c.property == "killed"]
    assert [claim.stance for claim in claims] == [stance]
