"""Whatever the text, names come out in order, inside it, and without an error."""

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from rashomon.language.names import find_names

PIECES = st.sampled_from(
    ("Kata’ib ", "Hizbollah", " (KZF)", "AP", "U.S.", "the ", "Ministry of ", "Mr. ", "Estevo")
) | st.sampled_from(
    ("\n", "\x00", "\u202e", "🇦🇪", "((((", "'''", "’s", "-", "#", " News Agency", "Ma\u0301ra ")
)
HOSTILE = [
    "",
    " \n\t ",
    "\x00\x00",
    "\u202eAP\u202c",
    "(" * 500,
    "A" * 5000,
    "A.B." * 800,
    "Ministry of " * 300,
    "’" * 1000,
    "Kata’ib-" * 300,
    "of the and " * 300,
    "(AAAAAAAAA" * 300,
]


def check(nlp: Language, text: str) -> None:
    found = find_names(nlp(text))
    assert [n.start for n in found] == sorted(n.start for n in found)
    for name in found:
        assert text[name.start : name.end] == name.exact
        assert name.canonical
    for one, other in pairwise(found):
        assert one.end <= other.start


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts=st.lists(PIECES | st.text(max_size=8), max_size=25))
def test_any_text(nlp: Language, parts: list[str]) -> None:
    check(nlp, "".join(parts))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text(nlp: Language, text: str) -> None:
    check(nlp, text)


def test_time_grows_with_length(nlp: Language) -> None:
    with nlp.select_pipes(enable=[]):
        doc = nlp("Kata’ib Hizbollah (KH) and Mara Estevo of the Larnos Police. " * 2000)
    start = time.perf_counter()
    find_names(doc)
    assert time.perf_counter() - start < 10


def test_component_is_registered(nlp: Language) -> None:
    assert nlp.has_factory("rashomon_names")
