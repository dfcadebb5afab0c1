"""Through whom a figure comes: who cites, who carries, who is cited. All fiction."""

import csv
from pathlib import Path

import pytest

from .conftest import Reader

_LINES = (Path(__file__).parent / "data" / "chains.tsv").read_text("utf-8").splitlines()
ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_the_chain_behind_the_outlet(tell: Reader, row: dict[str, str]) -> None:
    told = tell(row["text"].replace("¶", "\n"))
    episode, claim = next((e, c) for e in told for c in e.claims if c.property == "killed")
    names = {voice.id: voice.name for voice in episode.voices}
    assert " > ".join(names[link.voice] for link in claim.chain[1:]) == row["chain"]


def test_what_one_told_before_his_account_could_not_be_verified(tell: Reader) -> None:
    text = (
        "A drone hit a house in Orsa on Monday. Ilan Dost, an elder, said that four people had "
        'died. "They were shepherds," he said. His account could not be verified.'
    )
    claims = [c for e in tell(text) for c in e.claims if c.property == "killed"]
    assert [claim.stance for claim in claims] == ["unconfirmed"]


@pytest.mark.parametrize(
    ("text", "hops"),
    [
        ("ORSAVA: Four people died in a fire in Orsa on Monday, police said.\n\nIt rained.", 2),
        ("KAVIRA: Four people died in a fire in Orsa on Monday.\n\nDOST: We pray for them.", 2),
    ],
)
def test_a_name_in_capitals_at_the_head_is_from_where_it_is_told(
    tell: Reader, text: str, hops: int
) -> None:
    episode, claim = next((e, c) for e in tell(text) for c in e.claims if c.property == "killed")
    names = [voice.name for voice in episode.voices]
    assert "ORSAVA" not in names
    assert len(claim.chain) == hops


def test_the_initials_of_the_publisher_are_its_own_name(tell: Reader) -> None:
    text = "ORSA (CNA) - Four people died in a fire on Monday, police said."
    told = tell(text, outlet="Coastal News Agency")
    chains = [c.chain for e in told for c in e.claims if c.property == "killed"]
    assert [len(chain) for chain in chains] == [2]


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
