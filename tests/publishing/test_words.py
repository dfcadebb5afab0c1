"""Codes, numbers and times as people say them."""

from typing import Any, get_args

import pytest

from rashomon.model import annotations, base, claims, copies, findings, incidents, report, voices
from rashomon.model.findings import Independent
from rashomon.publishing import words
from rashomon.publishing.dates import partly, when_words
from rashomon.publishing.ranges import scale_top


@pytest.mark.parametrize(
    ("codes", "table"),
    [
        (base.NullReason, words.NULL),
        (findings.Status, words.STATUS),
        (findings.BestBasis, words.BASIS),
        (findings.BestBasis, words.BASIS_NAME),
        (findings.ConflictType, words.CONFLICT),
        (claims.Property, words.PROPERTY),
        (claims.CountProperty, words.COUNTED),
        (claims.Stance, words.STANCE),
        (claims.ResponsibleRole, words.RESPONSIBLE),
        (incidents.RelationType, words.RELATION),
        (annotations.VoiceKind, words.VOICE),
        (annotations.SectionKind, words.SECTION),
        (annotations.Modality, words.MODALITY),
        (voices.ActorKind, words.ACTOR),
        (copies.CopyKind, words.COPY),
        (copies.DriftKind, words.DRIFT),
        (report.PublishedBasis, words.PUBLISHED),
    ],
)
def test_every_code_has_words(codes: Any, table: dict[str, Any]) -> None:
    assert set(get_args(codes)) == set(table)


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        ("2024-05-13", "2024-05-13", "Monday 13 May 2024"),
        ("2024-05-13", "2024-05-15", "13 to 15 May 2024"),
        ("2024-04-29", "2024-05-05", "29 April to 5 May 2024"),
        ("2024-12-30", "2025-01-05", "30 December 2024 to 5 January 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2023-02-01", "2023-02-28", "February 2023"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2024-05-13T18:00", "2024-05-13T23:59", "Monday 13 May 2024, 18:00 to 23:59"),
        ("2024-05-13T14:30", "2024-05-13T14:30", "Monday 13 May 2024, 14:30"),
        ("2024-05-13T22:00+03:00", "2024-05-14T03:59+03:00",
         "Monday 13 May 2024, 22:00 to Tuesday 14 May 2024, 03:59"),
        ("2024-05-13", "2024-05-13T12:00", "Monday 13 May 2024 to 12:00"),
        ("whenever", "whenever", "whenever"),
        ("2024-99-99", "later", "2024-99-99 to later"),
    ],
)  # fmt: skip
def test_times(earliest: str, latest: str, expected: str) -> None:
    assert when_words(earliest, latest) == expected


def test_times_with_an_open_end() -> None:
    assert partly(None, "2024-05-13") == "not after Monday 13 May 2024"
    assert partly("2024-05-13", None) == "not before Monday 13 May 2024"
    assert partly(None, None) is None


@pytest.mark.parametrize(
    ("low", "high", "approximate", "expected"),
    [
        (7, 7, False, "7"),
        (7, 7, True, "about 7"),
        (4, 7, False, "4 to 7"),
        (24, 99, True, "24 to 99"),
        (4, None, False, "at least 4"),
        (None, None, False, "no number"),
        (0, 0, False, "0"),
    ],
)
def test_numbers(low: int | None, high: int | None, approximate: bool, expected: str) -> None:
    assert words.number_words(low, high, approximate) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0, 0, "no independent source"),
        (0, 1, "at most 1 independent source"),
        (1, 1, "1 independent source"),
        (1, 2, "1 to 2 independent sources"),
        (2, 2, "2 independent sources"),
        (0, 3, "at most 3 independent sources"),
    ],
)
def test_independence(low: int, high: int, expected: str) -> None:
    assert words.independent_words(Independent(low=low, high=high)) == expected


@pytest.mark.parametrize(
    ("greatest", "top"), [(0, 5), (5, 5), (6, 10), (11, 20), (21, 50), (99, 100), (9999, 10000)]
)
def test_scales_end_on_round_numbers(greatest: int, top: int) -> None:
    assert scale_top(greatest) == top


def test_lists() -> None:
    assert words.listed(["a"]) == "a"
    assert words.listed(["a", "b"]) == "a and b"
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.listed(["a", "b", "c", "d", "e"]) == "a, b and 3 others"
