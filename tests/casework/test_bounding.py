"""Relations bound times that are only loosely told."""

import pytest

from rashomon.casework.bounding import bounded
from rashomon.casework.relations import Ties
from rashomon.model.incidents import RelationType
from rashomon.model.spans import Span
from rashomon.model.times import Interval

_SAID = {Span(report="r", start=0, end=5, exact="after")}
_LOOSE = ("2031-05-17", "2031-06-03")


def _time(days: tuple[str, str]) -> Interval:
    return Interval(earliest=days[0], latest=days[1])


@pytest.mark.parametrize(
    ("relation", "earlier", "later", "wanted"),
    [
        ("retaliation-for", _LOOSE, ("2031-05-29", "2031-05-29"), ("2031-05-17", "2031-05-29")),
        ("caused-by", _LOOSE, ("2031-05-29", "2031-05-29"), ("2031-05-17", "2031-05-29")),
        ("follows", _LOOSE, ("2031-05-29", "2031-05-30"), ("2031-05-17", "2031-05-30")),
        ("compared-with", _LOOSE, ("2031-05-29", "2031-05-29"), _LOOSE),
        ("part-of", _LOOSE, ("2031-05-29", "2031-05-29"), _LOOSE),
        ("caused-by", _LOOSE, ("2031-06-09", "2031-06-09"), _LOOSE),
        ("caused-by", _LOOSE, ("2031-05-09", "2031-05-09"), _LOOSE),
        ("caused-by", ("2031-05-17", "2031-05-17"), ("2031-05-09", "2031-05-09"), None),
    ],
)
def test_what_came_first_is_not_later(
    relation: RelationType,
    earlier: tuple[str, str],
    later: tuple[str, str],
    wanted: tuple[str, str] | None,
) -> None:
    ties: Ties = {"b": {(relation, "a"): _SAID}}
    found = bounded({"a": _time(earlier), "b": _time(later)}, ties)["a"]
    assert found is not None
    assert (found.earliest, found.latest) == (wanted or earlier)


def test_what_came_after_is_not_earlier() -> None:
    ties: Ties = {"b": {("caused-by", "a"): _SAID}}
    times = {"a": _time(("2031-05-29", "2031-05-29")), "b": _time(_LOOSE)}
    found = bounded(times, ties)["b"]
    assert found == _time(("2031-05-29", "2031-06-03"))


def test_what_has_no_time_bounds_nothing() -> None:
    ties: Ties = {"b": {("caused-by", "a"): _SAID}}
    assert bounded({"a": _time(_LOOSE), "b": None}, ties)["a"] == _time(_LOOSE)
