"""Reports that are easily taken for one incident, or for several. All fiction.

``mains`` numbers the incident that each report is mainly about; null where it is about none."""

import json
from pathlib import Path

import pytest

import rashomon

TABLE = Path(__file__).parent / "data" / "hard_pairs.jsonl"
CASES = [json.loads(line) for line in TABLE.read_text(encoding="utf-8").splitlines()]


def mains(reports: list[dict[str, str | None]]) -> list[int | None]:
    """The main incident of each report, numbered in order of appearance."""
    given = [{"id": f"r{n}", **each} for n, each in enumerate(reports)]
    found = {each.id: each.main_incident for each in rashomon.compare(given).reports}
    numbers: dict[str, int] = {}
    told = [found[f"r{n}"] for n in range(len(reports))]
    return [numbers.setdefault(each, len(numbers) + 1) if each else None for each in told]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"].replace(" ", "-"))
def test_hard_pairs(case: dict[str, list[dict[str, str | None]]]) -> None:
    assert mains(case["reports"]) == case["mains"]
