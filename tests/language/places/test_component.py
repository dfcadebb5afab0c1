"""The component on any text: spans inside it, in order, nothing raises."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from rashomon.language.places import PlacesComponent
from rashomon.language.places.namesakes import distances
from tests.language.places.conftest import Find

HOSTILE = [
    "",
    " \n\t ",
    "\x00 Baghdad \x00",
    "\u202eBaghdad\u202c in Iraq, \u2066Iraq\u2069",
    "🇮🇶 Baghdad 🔥🔥 in Iraq",
    "Baghdad, " * 300,
    "Springfield Street Road Avenue " * 200,
    "A" * 20000,
    "St. St. St. Lake Lake Lake Mount " * 100,
    "in in in near near near of of of the the the",
    "Paris (" * 500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_survived(find: Find, text: str) -> None:
    for place in find(text):
        assert text[place.start : place.end] == place.exact


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Baghdad",
                ",",
                "Iraq",
                "the",
                "Springfield",
                "Ill.",
                "St.",
                "(",
                ")",
                "-",
                "Lake",
                "X",
                "near",
                "base",
                "U.S.",
                "Embassy",
                "11th",
                "Street",
                "\n\n",
                "—",
                "of",
                "’s",
                "Georgia",
            ]
        ),
        max_size=25,
    )
)
def test_places_are_sorted_and_apart(words: list[str]) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(" ".join(words))
    places = PlacesComponent()(doc)._.places
    for one, other in pairwise(places):
        assert one.end <= other.start
    assert all(doc.text[p.start : p.end] == p.exact for p in places)


def test_factory_is_registered(nlp: Language) -> None:
    assert Language.has_factory("rashomon_places")
    assert nlp.get_factory_meta("rashomon_places").assigns == ["doc._.places", "doc._.names"]


def test_unparsed_document_is_read() -> None:
    doc = spacy.blank("en")("They met in Baghdad, Iraq.")
    assert {place.exact for place in PlacesComponent()(doc)._.places} >= {"Baghdad", "Iraq"}


def test_distances_are_great_circles() -> None:
    import numpy as np

    between = distances(np.array([[0.0, 179.5], [0.0, -179.5]]))
    assert between[0, 1] == pytest.approx(111.2, abs=0.2)
