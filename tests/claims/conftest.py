"""Reports read up to their episodes."""

from collections.abc import Callable

import pytest

from rashomon.claims import episodes
from rashomon.language import pipeline
from rashomon.model.episodes import Episode
from rashomon.model.report import Report
from rashomon.model.settings import Settings

Reader = Callable[..., tuple[Episode, ...]]


@pytest.fixture(scope="session")
def tell() -> Reader:
    """A text (and what is known of its report) → the episodes it tells, the main one first."""
    nlp = pipeline.load(Settings().pipeline)

    def read(text: str, **known: str | None) -> tuple[Episode, ...]:
        given = {"published": "2024-06-12", "outlet": "Coastal Courier", **known}
        report = Report(**{"id": "r1", "source": "r1", "sha256": "0", "text": text, **given})  # type: ignore[arg-type]
        return episodes(next(iter(pipeline.annotate([report], nlp))))

    return read
