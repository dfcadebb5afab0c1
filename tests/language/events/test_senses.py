"""What the same word tells of beside others: each sense with sentences where it must not hold."""

import csv
from pathlib import Path

import pytest
from spacy.language import Language

from rashomon.data import lexicon

_LINES = (Path(__file__).parent / "data" / "senses.tsv").read_text("utf-8").splitlines()
_ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _ROWS, ids=lambda r: f"{r['sentence'][:40]}|{r['trigger']}")
def test_table(telling: Language, row: dict[str, str]) -> None:
    mentions = telling(row["sentence"])._.mentions
    found = [m for m in mentions if m.exact == row["trigger"]]
    if not row["kind"]:
        assert not found
        return
    assert found, [m.exact for m in mentions]
    assert found[0].kind == row["kind"]
    assert (found[0].affects or "") == (row["affects"] or "")


def test_every_sense_names_a_list_that_is_there() -> None:
    lists = {row["list"] for row in lexicon("sense_words")}
    assert {row["list"] for row in lexicon("event_senses")} <= lists


def test_every_sense_is_of_a_word_for_an_event() -> None:
    known = {(row["lemma"], row["pos"]) for row in lexicon("events")}
    senses = lexicon("event_senses")
    told = {
        (lemma.replace("_", " "), row["pos"]) for row in senses for lemma in row["lemmas"].split()
    }
    # Verbs that tell of no event by themselves may stand in a row that says what they tell of.
    idle = {"blast", "lash", "pound", "ravage", "rock", "squeeze", "target"}
    assert {lemma for lemma, pos in told - known} <= idle
