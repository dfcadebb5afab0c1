"""Places that only the words around them tell of. All invented."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.language import pipeline
from rashomon.model.report import Report
from rashomon.model.settings import Settings

TABLES = ("told", "stated", "foreign", "parts", "world")


def _rows(table: str) -> list[list[str]]:
    path = Path(__file__).parent / "data" / f"{table}.tsv"
    lines = [line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
    return [(line + "\t").split("\t")[:4] for line in lines[1:]]


ROWS = [row for table in TABLES for row in _rows(table)]


@pytest.fixture(scope="module")
def annotate():
    nlp = pipeline.load(Settings().pipeline)

    def read(text: str, outlet: str | None = None):
        report = Report(id="r1", source="r1", sha256="0", text=text, outlet=outlet)
        return next(iter(pipeline.annotate([report], nlp))).annotations

    return read


@pytest.mark.parametrize(("text", "exact", "kind", "country"), ROWS)
def test_what_the_words_around_a_name_tell(annotate, text, exact, kind, country) -> None:
    found = [p for p in annotate(text).places if p.exact.casefold() == exact.casefold()]
    if kind == "none":
        assert not found
    else:
        assert found
        assert not kind or {p.kind for p in found} == {kind}
        assert not country or {p.country_code for p in found} == {country}


def test_a_town_is_nobody(annotate) -> None:
    notes = annotate("In Libya, two men died in the village of Abu Velkar. Abu Velkar is small.")
    assert all(name.exact != "Abu Velkar" for name in notes.names)


def test_the_outlet_is_no_place(annotate) -> None:
    text = 'A man in Oslo told the Springfield Daily, "We heard it."'
    assert all("Springfield" not in p.exact for p in annotate(text, "The Springfield Daily").places)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["in", "at", "Velmar", "-", ",", "the", "Bir", "of", "\n", "5"])))
def test_any_words_give_places_inside_the_text(annotate, said) -> None:
    text = " ".join(said)
    for place in annotate(text).places:
        assert text[place.start : place.end] == place.exact
