"""What kind of incident a report tells of, also where it is told by its effects alone."""

import csv
from pathlib import Path

import pytest

from tests.claims.conftest import Reader

_TABLE = (Path(__file__).parent / "data" / "kinds.tsv").read_text("utf-8").splitlines()
_ROWS = list(csv.DictReader(_TABLE[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: str(row["text"][:50]))
def test_the_kind_of_the_main_incident(tell: Reader, row: dict[str, str]) -> None:
    told = tell(row["text"])
    assert told[0].kind == row["kind"]


def test_a_kind_that_follows_from_the_weapon_has_the_code_of_that_kind(tell: Reader) -> None:
    (told,) = tell("A carter was found dead with gunshot wounds in Larnos on Monday.")
    assert (told.kind, told.event_type, told.mode) == ("shooting", "ASSAULT", "firearms")
