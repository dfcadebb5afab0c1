"""Names in single sentences: kind, words and canonical name."""

from pathlib import Path

import pytest

from .conftest import Find

TABLE = Path(__file__).parent / "data" / "sentences.tsv"


def rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


@pytest.mark.parametrize(("text", "kind", "exact", "canonical"), rows())
def test_name(names: Find, text: str, kind: str, exact: str, canonical: str) -> None:
    found = [(name.kind, name.exact, name.canonical) for name in names(text)]
    assert (kind, exact, canonical) in found


@pytest.mark.parametrize(
    "text",
    [
        "Let the boats go, said the fisherman.",
        "It is Us who must pay for this, she said.",
        "The sun rose over the Atlantic.",
        "Three soldiers and a policeman stood by the gate.",
    ],
)
def test_common_words_are_no_names(names: Find, text: str) -> None:
    assert [name.exact for name in names(text) if name.kind != "demonym"] == []


def test_a_title_or_place_is_not_part_of_a_name(names: Find) -> None:
    found = {n.exact: n.kind for n in names("Police spokesman Ilias Dranov spoke in Damascus.")}
    assert found == {"Ilias Dranov": "person"}


def test_country_of_a_body(names: Find) -> None:
    (name,) = (n for n in names("The Kremlin was silent.") if n.kind == "office")
    assert name.country == "RU"
