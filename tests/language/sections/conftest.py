"""A pipeline with sections before the parser."""

import pytest
import spacy
from spacy.language import Language

import rashomon.language.sections  # noqa: F401  registers the component


@pytest.fixture(scope="session")
def splitting() -> Language:
    """Only the section component, on a blank tokeniser."""
    pipeline = spacy.blank("en")
    pipeline.add_pipe("rashomon_sections", first=True)
    return pipeline
