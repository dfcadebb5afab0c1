"""The pipeline that the places' tests share."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.language.extensions import register
from rashomon.language.places import PlacesComponent
from rashomon.model.annotations import PlaceMention

Find = Callable[..., tuple[PlaceMention, ...]]


@pytest.fixture(scope="session")
def find(nlp: Language) -> Find:
    """Text (and the outlet's name, address, headline) → the places found in it."""
    register()
    component = PlacesComponent()

    def places(
        text: str, outlet: str | None = None, url: str | None = None, title: str | None = None
    ) -> tuple[PlaceMention, ...]:
        doc: Doc = nlp(text)
        doc._.outlet, doc._.url, doc._.title = outlet, url, title
        found: tuple[PlaceMention, ...] = component(doc)._.places
        return found

    return places
