"""What notebooks show: short, complete in itself, nothing of a report gets out of its place."""

from collections.abc import Callable

import lxml.html
import pytest

from rashomon import Dossier as Face
from rashomon import publishing
from rashomon.model.dossier import Dossier

BAD = "</td></table><script>alert(1)</script><img src=x onerror=alert(1)>\u202e"
OURS = {"div", "p", "b", "table", "tr", "th", "td", "bdi"}


@pytest.fixture
def shown(example: Dossier) -> Face:
    return Face.model_validate(example.to_dict())


def test_a_dossier_draws_itself(shown: Face) -> None:
    html = shown._repr_html_()
    assert "3 reports, 3 incidents, 15 claims" in html
    assert "Bombing in Larnos, 13 May 2024" in html
    assert "4–7" in html


def test_an_incident_draws_itself(shown: Face) -> None:
    html = shown.incidents[0]._repr_html_()
    assert "Monday 13 May 2024" in html
    assert "2 independent sources" in html
    assert "no verdict" in html


def test_saved_and_compared_are_one(shown: Face, example: Dossier) -> None:
    assert shown == Face.model_validate_json(publishing.to_json(example))
    assert publishing.to_json(shown) == publishing.to_json(example)


def test_hostile_text_stays_in_its_cell(poisoned: Callable[[str], Dossier]) -> None:
    bad = poisoned(BAD)
    for html in (publishing.dossier_html(bad), publishing.incident_html(bad.incidents[0])):
        tree = lxml.html.fragment_fromstring(html)
        assert {each.tag for each in tree.iter()} <= OURS
        assert not [each for each in tree.iter() if set(each.attrib) - {"style", "class"}]
        assert "\u202e" not in html


def test_very_many_are_cut(example: Dossier) -> None:
    many = example.model_copy(update={"incidents": example.incidents * 100})
    html = publishing.dossier_html(many)
    assert "280 more incidents" in html
    assert len(html) < 30_000
