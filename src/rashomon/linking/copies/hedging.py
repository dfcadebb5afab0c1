"""Hedges in a sentence, and the words that keep a number open or rough."""

import re
from functools import cache

from rashomon.data import lexicon
from rashomon.data.phrases import any_of, either
from rashomon.linking.copies.wordings import Wording, number_of
from rashomon.model.spans import Span

_LONGEST = 40  # characters of "not fewer than" and white space


def hedges(wording: Wording) -> list[Span]:
    """The hedges of a sentence that are not a number's; "May" with a capital may be the month."""
    whole = wording.whole()
    text = wording.annotated.report.text
    found = _hedges().finditer(text, whole.start, whole.end)
    spans = [wording.span(*match.span()) for match in found]
    return [span for span in spans if not _before_number(wording, span)]


@cache
def _hedges() -> re.Pattern[str]:
    folded = {row["phrase"] for row in lexicon("copy_hedges")}
    phrases = folded | {phrase.capitalize() for phrase in folded if not phrase.startswith("may")}
    return re.compile(rf"\b(?:{either(phrases)})\b")


def _before_number(wording: Wording, span: Span) -> bool:
    """Whether it is told with its number: "an estimated forty"."""
    after = next((n for n, place in enumerate(wording.places) if place[0] >= span.end), None)
    if after is None or number_of(wording.word(after)) is None:
        return False
    bound = bound_before(wording, after)
    return bound is not None and bound.start <= span.start and span.end <= bound.end


def bound_before(wording: Wording, place: int) -> Span | None:
    """The words right before a number that keep it open or rough ("at least")."""
    text, end = wording.annotated.report.text, wording.places[place][0]
    first = max(wording.places[0][0], end - _LONGEST)
    match = _bounds().search(text, first, end)
    return wording.span(*match.span(1)) if match else None


@cache
def _bounds() -> re.Pattern[str]:
    found = any_of("copy_bounds", "phrase")
    return re.compile(rf"\b({found})\s+(?:an?\s+)?$", re.IGNORECASE)
