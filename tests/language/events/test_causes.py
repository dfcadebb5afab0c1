"""What somebody died from, and what only stands behind "from". All fiction."""

import pytest
from spacy.language import Language

from rashomon.language import (
    events,  # noqa: F401  registers the component
    pipeline,
)
from rashomon.model.report import Report
from rashomon.model.settings import Settings


@pytest.fixture(scope="module")
def whole() -> Language:
    return pipeline.load(Settings().pipeline)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("Two men died from burns in Larnos on Monday.", "from burns"),
        ("Six people were hurt from flying glass in Larnos.", "from flying glass"),
        ("Two girls were seized from a school in Larnos on Monday.", None),
        ("Four men were killed from a silver car in Larnos.", None),
        ("Nine guards were wounded by fire from the compound.", None),
        ("Two men were killed because of a quarrel in Larnos.", "because of a quarrel"),
    ],
)
def test_from_harm_alone(whole: Language, text: str, cause: str | None) -> None:
    report = Report(id="r", source="r", sha256="0", text=text)
    (told,) = pipeline.annotate([report], whole)
    found = [
        text[a.start : a.end]
        for mention in told.annotations.mentions
        for a in mention.arguments
        if a.role == "cause"
    ]
    assert [each.startswith(cause) for each in found] == [True] if cause else not found
