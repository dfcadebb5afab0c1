"""Time grows with the text, not with its square, whatever a text is made of."""

import itertools
import time
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from rashomon.language.places import PlacesComponent

_SYLLABLES = ("ka", "lo", "mi", "ra", "tu", "ven", "dor", "sha", "bel", "gor", "ni", "qu")
_TOWNS = ("Paris", "Basra", "Mosul", "Lyon", "Oslo", "Quito", "Lagos", "Perth", "Delhi", "Kano")
_SMALL, _TIMES, _AT_MOST = 6_000, 6, 14.0
"""Characters; how much longer the long text is; how much longer it may take (36 if squared)."""


def _name(n: int) -> str:
    base = len(_SYLLABLES)
    places = (n % base, n // base % base, n // base**2 % base, n // base**3 % base)
    return "".join(_SYLLABLES[at] for at in places).title()


PHRASES: dict[str, Callable[[int], str]] = {
    "villages": lambda n: f"In {_name(n)}, Norway, two died in the village of {_name(n + 7)}. ",
    "one-fore-word": lambda n: f"near Upper {_name(n)} ",
    "towns": lambda n: f"in {_TOWNS[n % len(_TOWNS)]}, ",
    "counties": lambda n: f"{_name(n)} County, Ohio, ",
    "sites": lambda n: f"at {_name(n)} Hospital in Mosul and ",
    "foreign": lambda n: "Rio ",
    "parts": lambda n: "the far north of Iran, the country's west, ",
    "names": lambda n: f"{_name(n)} ",
}


def _doc(phrase: Callable[[int], str], length: int) -> Doc:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10**6
    text = ""
    for n in itertools.count():
        if len(text) >= length:
            return nlp(text)
        text += phrase(n)
    raise AssertionError


def _seconds(doc: Doc) -> float:
    """The best of three: a pause of the machine or the collector is no property of the text."""
    return min(_once(doc) for _ in range(3))


def _once(doc: Doc) -> float:
    began = time.process_time()
    PlacesComponent()(doc)
    return time.process_time() - began


@pytest.mark.parametrize("kind", sorted(PHRASES))
def test_time_grows_with_the_text(kind: str) -> None:
    short, long = (_doc(PHRASES[kind], _SMALL * times) for times in (1, _TIMES))
    assert _seconds(long) <= _AT_MOST * max(_seconds(short), 0.02)
