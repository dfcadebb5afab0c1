"""What was known on a day: only what was surely published by then."""

import pytest

from rashomon import compare
from rashomon.casework import known_by
from rashomon.model.report import Report


def _report(published: str | None) -> Report:
    return Report(id="r", source="r", sha256="0", text="…", published=published)


@pytest.mark.parametrize(
    ("published", "as_of", "known"),
    [
        ("2024-03-01", "2024-03-01", True),
        ("2024-03-01", "2024-03-02T00:30", True),
        ("2024-03-01T23:59", "2024-03-01", True),
        ("2024-03-01T17:59", "2024-03-01T18:00", True),
        ("2024-03-01T18:01", "2024-03-01T18:00", False),
        ("2024-03-01T18:30+02:00", "2024-03-01T17:00+00:00", True),
        ("2024-03-01T18:30+02:00", "2024-03-01T18:00", False),
        ("2024-03-02", "2024-03-01", False),
        ("2024-03-01", "2024-03-01T18:00", False),
        (None, "2024-03-01", False),
    ],
)
def test_only_what_was_surely_published_counts(
    published: str | None, as_of: str, known: bool
) -> None:
    kept, left = known_by([_report(published)], as_of)
    assert bool(kept) is known
    assert bool(left) is not known


def test_why_a_report_is_left_out_is_said() -> None:
    _, left = known_by([_report("2024-03-01"), _report(None)], "2024-03-01T18:00")
    assert [each.why for each in left] == [
        "only its day is known, not the hour",
        "it has no date of publication",
    ]


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="is no date"):
        known_by([_report("2024-03-01")], "last Tuesday")


def test_a_toll_stands_as_it_stood_then() -> None:
    pile = [
        {
            "id": "a",
            "published": "2024-03-01",
            "text": "Two people were killed in a bombing in Tavik on Friday, police said.",
        },
        {
            "id": "b",
            "published": "2024-03-03",
            "text": "The death toll of Friday's bombing in Tavik rose to five, police said.",
        },
    ]
    then, now = compare(pile, as_of="2024-03-01"), compare(pile)
    assert (then.incidents[0].killed.best, now.incidents[0].killed.best) == (2, 5)
    assert then.made_with.settings["as_of"] == "2024-03-01"
    assert [problem.source for problem in then.problems] == ["b"]
