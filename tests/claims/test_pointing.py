"""Words that take up an event or name it, and arrests as the deed. All invented."""

import pytest

from rashomon.claims import episodes
from rashomon.language import pipeline
from rashomon.model.report import Report
from rashomon.model.settings import Settings


@pytest.fixture(scope="module")
def kinds():
    nlp = pipeline.load(Settings().pipeline)

    def read(text: str) -> list[tuple[str, bool]]:
        report = Report(id="r1", source="r1", sha256="0", text=text, published="2024-05-14")
        found = next(iter(pipeline.annotate([report], nlp)))
        return [(each.kind, each.main) for each in episodes(found)]

    return read


@pytest.mark.parametrize(
    "text",
    [
        "Jets bombed a depot in Velmar on Monday, killing four men. The rebels blamed the army for "
        "the raid and called it a massacre.",
        "Shells fell on a school in Velmar on Monday and killed two teachers. The attack lasted an "
        "hour, a nurse said.",
        "A bomb went off at a market in Velmar on Monday, wounding six people. Nobody has claimed "
        "the attack.",
    ],
)
def test_a_noun_that_points_back_opens_no_incident(kinds, text: str) -> None:
    assert len(kinds(text)) == 1


def test_who_names_an_event_does_not_change_its_kind(kinds) -> None:
    told = kinds(
        "Two reporters were arrested in their office in Velmar on Friday. Officers sealed the "
        'door. "This is a kidnapping," their union said.'
    )
    assert told == [("arrest", True)]


def test_an_arrest_for_a_killing_is_no_deed_of_its_own(kinds) -> None:
    told = kinds(
        "A man was arrested in Velmar on Friday. He is accused of the shooting of Ada Korr, who "
        "was killed at her home on Monday, police said."
    )
    assert [kind for kind, main in told if main] == ["shooting"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen released twelve hostages near Velmar on Thursday after nine weeks.", "release"),
        ("Nine hostages walked free in Velmar on Thursday.", "release"),
        ("A crush at a fair in Velmar killed four women on Friday.", "stampede"),
        ("Masked men tied up the staff of a bank in Velmar on Friday.", "robbery"),
        ("Clashes broke out in Velmar on Friday when police cleared a square.", "clash"),
        ("The river burst its banks in Velmar on Friday and drowned two men.", "disaster"),
        ("Armed men took nine girls from a college in Velmar on Friday.", "kidnapping"),
    ],
)
def test_kinds(kinds, text: str, kind: str) -> None:
    assert (kind, True) in kinds(text)
