"""Counts of people in sentences: the table, properties, hostile input."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from rashomon.language.counts.grammar import quantities
from rashomon.language.counts.numerals import digits, lexemes, number_at
from rashomon.model.annotations import CountMention, Section

_LINES = (Path(__file__).parent / "data" / "counts.tsv").read_text("utf-8").splitlines()
_ROWS = list(csv.DictReader(_LINES[1:], delimiter="\t", quoting=csv.QUOTE_NONE))


def _counts(nlp: Language, text: str) -> tuple[CountMention, ...]:
    found: tuple[CountMention, ...] = nlp(text)._.counts
    return found


@pytest.mark.parametrize("row", _ROWS, ids=lambda r: f"{r['sentence'][:40]}|{r['exact']}")
def test_table(counting: Language, row: dict[str, str]) -> None:
    found = _counts(counting, row["sentence"])
    if row["basis"] == "-":
        assert row["exact"] == "-" or row["exact"] in row["sentence"]
        told = [c for c in found if c.basis in ("numeral", "vague")]
        assert not [c for c in told if row["exact"] == "-" or row["exact"] in c.exact]
        return
    matching = [c for c in found if c.exact == row["exact"]]
    assert len(matching) == 1, [c.exact for c in found]
    count = matching[0]
    assert count.low == int(row["low"])
    assert count.high == (int(row["high"]) if row["high"] else None)
    assert (count.noun or "") == row["noun"]
    assert count.basis == row["basis"]
    flags = set((row["flags"] or "").split())
    assert (count.approximate, count.partial, count.additional) == (
        "~" in flags,
        "part" in flags,
        "more" in flags,
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", 7),
        ("twenty one", 21),
        ("ninety-nine", 99),
        ("one hundred and seven", 107),
        ("two thousand five hundred", 2500),
        ("a million", 1_000_000),
        ("3,400", 3400),
        ("2.5 thousand", 2500),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
    ],
)
def test_words_to_numbers(text: str, value: int) -> None:
    words = lexemes(text)
    assert number_at(words, 0) == (value, len(words))


@given(st.integers(min_value=0, max_value=10**9))
def test_figures_read_as_themselves(number: int) -> None:
    assert digits(f"{number:,}") == number == digits(str(number))


_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_TO_NINETEEN = [*_ONES.split(), "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _below_hundred(number: int) -> str:
    if number < 20:
        return _TO_NINETEEN[number - 1]
    ten, one = divmod(number, 10)
    return _TENS[ten - 2] + (f"-{_TO_NINETEEN[one - 1]}" if one else "")


def _spelled(number: int) -> str:
    """A number from 1 to 999,999 in words: "two hundred and seven thousand twelve"."""
    thousands, below = divmod(number, 1000)
    hundreds, rest = divmod(below, 100)
    said = [f"{_spelled(thousands)} thousand"] if thousands else []
    said += [f"{_TO_NINETEEN[hundreds - 1]} hundred"] if hundreds else []
    said += [("and " if hundreds else "") + _below_hundred(rest)] if rest else []
    return " ".join(said)


@given(st.integers(min_value=1, max_value=999_999))
def test_spelled_numbers_read_as_themselves(number: int) -> None:
    words = lexemes(_spelled(number))
    assert number_at(words, 0) == (number, len(words))


@given(st.integers(min_value=2, max_value=999_999))
def test_numbers_of_people_read_as_themselves(number: int) -> None:
    for said in (str(number), f"{number:,}", _spelled(number)):
        found = quantities(f"Soldiers say {said} people were killed.")
        assert [(q.low, q.high) for q in found] == [(number, number)]


def test_a_broken_thousands_comma_is_no_number() -> None:
    assert digits("1,20") is None


def test_two_numbers_joined_by_and_stay_two() -> None:
    assert [(q.low, q.high) for q in quantities("five and seven")] == [(5, 5), (7, 7)]


@given(st.text(max_size=300))
def test_quantities_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for quantity in quantities(text):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.high is None or quantity.low <= quantity.high
        end = quantity.end


_WORDS = [
    *("killed", "at", "least", "between", "12", "to", "19", "dozens", "of", "people", ",", "and"),
    *("including", "two", "children", "the", "no", "one", "$", "%", "-", "–", ".", "’s", "“", "”"),
    *("3,000", "half", "a", "dozen", "more", "than", "others", "among", "them", "dead", "\n\n"),
    *("\u202e", "\x00", "🙂"),
]
_PIECES = st.lists(st.sampled_from(_WORDS), max_size=30)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_PIECES)
def test_any_words_give_spans_inside_the_text(counting: Language, words: list[str]) -> None:
    text = " ".join(words)
    found = _counts(counting, text)
    assert list(found) == sorted(found, key=lambda c: (c.start, c.end))
    for count in found:
        assert text[count.start : count.end] == count.exact
        assert text[count.phrase.start : count.phrase.end] == count.phrase.exact
        assert count.range.low is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "\x00\x00",
        "one " * 3000,
        "9" * 20_000,
        "1," * 5000,
        "twenty-" * 3000,
        "at least " * 3000,
        "(" * 3000,
        "two \u202enem\u202c men died",
        "🙂 12 🙂 people 🙂 died",
        "of the " * 2000 + "victims",
    ],
    ids=range(12),
)
def test_hostile_text(counting: Language, text: str) -> None:
    for count in _counts(counting, text):
        assert text[count.start : count.end] == count.exact


def test_no_counts_from_tags_or_furniture(counting: Language) -> None:
    doc = counting.make_doc("Tags: three people killed")
    doc._.sections = (Section(start=0, end=len(doc.text), kind="tags"),)
    assert counting(doc)._.counts == ()


def test_a_document_without_a_parse() -> None:
    from spacy.vocab import Vocab

    from rashomon.language.counts import Counter
    from rashomon.language.extensions import register

    register()
    doc = Counter()(Doc(Vocab(), words=["Three", "people", "died", "."]))
    assert all(doc.text[c.start : c.end] == c.exact for c in doc._.counts)


@pytest.mark.parametrize(
    "labels",
    [
        ("rioters", "protesters", "demonstrators"),
        ("terrorists", "militants", "insurgents"),
    ],
)
def test_labels_do_not_change_counts(counting: Language, labels: tuple[str, ...]) -> None:
    told = []
    for label in labels:
        found = _counts(counting, f"At least 14 {label} were killed and three {label} were hurt.")
        told.append([(c.low, c.high, c.basis, c.partial, c.additional) for c in found])
    assert all(each == told[0] for each in told)
