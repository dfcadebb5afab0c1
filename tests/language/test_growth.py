"""Hostile text of any shape takes time in step with its length, and stays whole."""

import time

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.vocab import Vocab

from rashomon.language import pipeline
from rashomon.language.names.aliases import alias_names
from rashomon.language.names.drafts import Scene
from rashomon.language.sections.items import items_in
from rashomon.language.sections.paragraphs import paragraphs
from rashomon.language.stretches import Stretches
from rashomon.language.tokens import CarefulTokenizer
from rashomon.model.settings import Settings

SHAPES = {
    "brackets": "(",
    "pairs": "[]()",
    "quotes": '"',
    "quoted words": '"a" ',
    "numbers": "12 ",
    "days": "on 3 May 2023 two died. ",
    "items": "1. VELMAR. At ten.\n",
    "bullets": "- \n- a b.\n",
    "capitals": "VELMAR ",
    "verbs": "said ",
    "aliases": "The Gang, known as Orrin, ",
    "killed": "killed two men and ",
    "newlines": "\n",
    "prose": "Two men died on Monday when a bomb went off in Velmar. ",
}


@pytest.fixture(scope="module")
def whole() -> Language:
    return pipeline.load(Settings().pipeline)


def _seconds(nlp: Language, text: str) -> float:
    start = time.process_time()
    assert nlp(text).text == text
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_four_times_the_text_takes_no_more_than_eight_times_as_long(
    whole: Language, shape: str
) -> None:
    part = SHAPES[shape]
    short, long = (part * (size // len(part)) for size in (4_000, 16_000))
    fast = min(_seconds(whole, short) for _ in range(2))
    assert _seconds(whole, long) <= 8 * fast + 0.5


def test_events_of_a_long_report(whole: Language) -> None:
    """What looks at the whole text for each event is seen only where there are very many."""
    parts = (SHAPES["prose"] * (size // len(SHAPES["prose"])) for size in (10_000, 80_000))
    fast, slow = (_seconds_of_events(whole, part) for part in parts)
    assert slow <= 16 * fast + 0.5


def _seconds_of_events(nlp: Language, text: str) -> float:
    doc = nlp.make_doc(text)
    for name, component in nlp.pipeline:
        start = time.process_time()
        doc = component(doc)
        if name == "rashomon_events":
            break
    return time.process_time() - start


@pytest.mark.parametrize("text", ["1. VELMAR. At ten.\n", "- \n- a b.\n"])
def test_items_of_a_long_list(text: str) -> None:
    parts = paragraphs(text * 4_000)
    start = time.process_time()
    assert items_in(parts, set())
    assert time.process_time() - start < 5


def test_a_name_told_of_again_and_again() -> None:
    scene = Scene(spacy.blank("en").make_doc("The Gang, known as Orrin, " * 4_000))
    start = time.process_time()
    alias_names(scene, [])
    assert time.process_time() - start < 5


@given(
    st.lists(st.sampled_from([" ", "  ", "\n", "\t", "\xa0", "(" * 210, "a.b" * 70, "Mr. ", "x"]))
)
def test_the_tokenizer_keeps_the_text(whole: Language, pieces: list[str]) -> None:
    text = "".join(pieces)
    assert whole.make_doc(text).text == text


def test_a_long_run_is_few_words(whole: Language) -> None:
    assert isinstance(whole.tokenizer, CarefulTokenizer) and isinstance(whole.vocab, Vocab)
    assert len(whole.make_doc("Two died. " + "(" * 1_000 + " Three died.")) == 3 + 10 + 3


def test_stretches_meet() -> None:
    found = Stretches.of([(10, 20), (0, 3), (15, 30)])
    assert found.parts == ((0, 3), (10, 30))
    asked = [(2, 4), (3, 10), (29, 40), (30, 31), (5, 11)]
    assert [found.meets(*each) for each in asked] == [True, False, True, False, True]
