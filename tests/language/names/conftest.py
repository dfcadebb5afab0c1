"""The pipeline of this room's tests: spaCy with the names component behind it."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from rashomon.language.names import find_names
from rashomon.model.annotations import NameMention

Find = Callable[[str], tuple[NameMention, ...]]


@pytest.fixture(scope="session")
def names(nlp: Language) -> Find:
    """All names of a text."""
    return lambda text: find_names(nlp(text))
