"""The drawn time line and the moving tolls."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.dossier import Dossier
from rashomon.model.incidents import Relation
from rashomon.publishing.book import Book
from rashomon.publishing.chronology import chronology, day_scale, day_ticks
from rashomon.publishing.movement import movements

DAYS = st.lists(st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)), min_size=1, max_size=30)


@given(DAYS)
def test_days_keep_their_order_and_stay_on_the_line(days: list[dt.date]) -> None:
    scale = day_scale(days, 10.0, 500.0)
    places = [scale.at(day) for day in sorted(set(days))]
    assert places == sorted(places)
    assert all(10.0 <= place <= 500.1 for place in places)
    assert all(10.0 < gap < 500.0 for gap in scale.breaks)
    ticks = [tick.x for tick in day_ticks(scale, 60.0)]
    assert all(abs(a - b) >= 60.0 for n, a in enumerate(ticks) for b in ticks[n + 1 :])


def test_a_long_gap_is_broken() -> None:
    days = [dt.date(2019, 8, 1), dt.date(2021, 10, 10), dt.date(2021, 10, 12)]
    scale = day_scale(days, 0.0, 600.0)
    assert len(scale.breaks) == 1
    assert scale.at(days[1]) == 400.0


def test_relations_are_drawn_once_between_their_rows(example: Dossier) -> None:
    first, other = example.incidents[0], example.incidents[1]
    dated = other.model_copy(update={"when": first.when, "id": "dated"})
    told = tuple(
        Relation(type=each, incident="dated", claims=()) for each in ("follows", "caused-by")
    )
    incidents = (first.model_copy(update={"relations": told}), dated)
    shown = chronology(example.model_copy(update={"incidents": incidents}))
    assert shown is not None
    assert [arc.words for arc in shown.arcs] == ["follows and caused by"]
    assert len(shown.events) == 2


def test_nothing_dated_is_not_drawn(example: Dossier) -> None:
    assert chronology(example.model_copy(update={"incidents": ()})) is None


def test_a_toll_that_moved_is_drawn_by_day(example: Dossier) -> None:
    days = iter(("2024-05-13", "2024-05-14", "2024-05-15") * 9)
    claims = tuple(
        claim.model_copy(update={"as_of": next(days)}) if claim.property == "killed" else claim
        for claim in example.claims
    )
    moved = example.model_copy(update={"claims": claims})
    found = list(movements(moved, Book(moved)))
    assert found
    assert found[0].incident == example.incidents[0].title
    assert len({figure.x for figure in found[0].figures}) > 1
    assert all(0 < figure.high <= figure.low < 150 for figure in found[0].figures)
    assert not list(movements(example.model_copy(update={"claims": ()}), Book(example)))[1:]
