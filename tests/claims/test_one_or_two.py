"""Which sentences of one report tell of one incident, and which of another. All fiction."""

import csv
from pathlib import Path

import pytest

from tests.claims.conftest import Reader

TABLE = Path(__file__).parent / "data" / "one_or_two.tsv"


def _rows() -> list[tuple[str, int, str]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    read = csv.DictReader(lines, delimiter="\t")
    return [(row["text"].replace("|", "\n\n"), int(row["incidents"]), row["main"]) for row in read]


@pytest.mark.parametrize(("text", "incidents", "main"), _rows())
def test_as_many_incidents_as_are_told(tell: Reader, text: str, incidents: int, main: str) -> None:
    told = tell(text)
    assert (len(told), told[0].kind) == (incidents, main)


def test_the_deed_in_the_first_paragraph_outweighs_one_told_with_more_words(tell: Reader) -> None:
    head = "COUNCIL OF OSVERIN\n\nPress office\n\n"
    first = "Aircraft bombed the mill of Osverin last night. Seven people died.\n\nWe mourn.\n\n"
    then = "At dawn our guns struck a convoy near Kesmarin. Two lorries burned and six men died."
    told = tell(head + first + then)
    assert told[0].kind == "bombing"


def test_a_place_and_a_day_outside_a_relative_clause_are_not_its_own(tell: Reader) -> None:
    (told,) = tell("In Nantes, the five who died in Saturday's raid will be honoured on Friday.")
    days = {each.interval.earliest[:10] for each in told.times if each.interval}
    assert "2024-06-08" in days
