"""A table of reports: on which day each says that its incident happened."""

import datetime as dt
from pathlib import Path

import pytest

from rashomon.linking.dating import incident_time

from .conftest import Reader

TABLE = Path(__file__).parent / "data" / "days.tsv"


def _rows() -> list[tuple[str, ...]]:
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [tuple(line.split("\t")) for line in lines[1:]]


@pytest.mark.parametrize(("published", "day", "why", "text"), _rows())
def test_day(tell: Reader, published: str, day: str, why: str, text: str) -> None:
    main = next(each for each in tell(text, published=published or None) if each.main)
    when = incident_time([main], {})
    assert when is not None, why
    assert (when.first_day, when.last_day) == (dt.date.fromisoformat(day),) * 2, why


def test_times_come_with_what_stands_behind_them(tell: Reader) -> None:
    weights = [frame.weight for frame in tell("A clerk was shot in Halden on Tuesday.")[0].times]
    assert weights and all(weight > 0 for weight in weights)
