"""What a time has to do with what happened, as named facts. All fiction."""

import math

import pytest

from rashomon.claims.account import Account
from rashomon.claims.episodes import main_telling
from rashomon.claims.when import day_candidates, day_weights
from rashomon.language import pipeline
from rashomon.model.report import Report
from rashomon.model.settings import Settings

PUBLISHED = "2024-06-13"


def traits(text: str, words: str) -> tuple[str, ...]:
    """The traits of the time told in these words."""
    report = Report(id="r1", source="r1", sha256="0", text=text, published=PUBLISHED)
    nlp = pipeline.load(Settings().pipeline)
    account = Account.of(next(iter(pipeline.annotate([report], nlp))))
    mentions, alone = main_telling(account)
    found = day_candidates(mentions, account, alone, main=True)
    return next(c.traits for c in found if words in c.time.exact)


DEED = "A clerk was shot in Halden on Monday. Two men were arrested on Tuesday, police said."


@pytest.mark.parametrize(
    ("text", "words", "trait"),
    [
        (DEED, "Monday", "tied to harm"),
        (DEED, "Monday", "out 3-5 days later"),
        (DEED, "Monday", "earliest day"),
        (DEED, "Monday", "day before one told"),
        (DEED, "Tuesday", "hangs on after"),
        (DEED, "Tuesday", "latest day"),
        (DEED, "Tuesday", "sentence 1"),
        ("The Jan. 28 shooting of a clerk in Halden is still unsolved.", "Jan. 28", "names it"),
        ("A clerk was shot in Halden. He was found at 8 a.m. Monday.", "Monday", "type TIME"),
    ],
)
def test_trait(text: str, words: str, trait: str) -> None:
    assert trait in traits(text, words)


def test_reports_of_what_followed_count_some_traits_anew() -> None:
    text = (
        "A man was sentenced on Wednesday to nine years in prison. The judge in Halden heard "
        "the trial last week. He was convicted of the shooting of a clerk on Jan. 8."
    )
    assert any(name.startswith("aftermath: ") for name in traits(text, "Wednesday"))


def test_no_weight_is_beyond_measure() -> None:
    weights = day_weights()
    assert weights
    assert all(math.isfinite(weight) and abs(weight) < 5 for weight in weights.values())
