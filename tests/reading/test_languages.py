"""The language of a text."""

import pytest

from rashomon.reading.languages import check, language_of
from rashomon.reading.problems import NotReadError


@pytest.mark.table("languages")
def test_only_a_sure_language_is_named(text: str, expected: str) -> None:
    assert language_of(text) == (expected or None)


def test_unknown_and_english_are_read_and_another_is_named() -> None:
    check(None)
    check("en")
    with pytest.raises(NotReadError, match="French") as raised:
        check("fr")
    assert raised.value.code == "language"


def test_short_english_is_never_taken_for_another_language() -> None:
    for text in (
        "Man shot dead in Toledo",
        "3 injured in Maine bar fight",
        "Police: 2 dead, 1 hurt",
    ):
        assert language_of(text) in ("en", None)
