"""Posts: the words between a person and the body for which he speaks ("the union's secretary")."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.data.naming import title_kinds
from rashomon.data.phrases import any_of, either, words

_POSSESSIVE = r"(?:['’ʼ]s|(?<=s)['’ʼ])"
_MODIFIERS = r"(?:[\w.-]+\s){0,3}?"
_OF = r"(?:of|for|at|with|from|in)\s(?:the\s|its\s)?"
_TITLES = r"(?:(?:(?-i:[A-Z])[\w.'’-]*|of|the)\s){0,4}"
_PLACE = r"(?:\s(?:in|of|at|near)\s(?-i:[A-Z])[\w.'’-]+(?:\s(?-i:[A-Z])[\w.'’-]+)?)?"
TITLED = rf"(?:\s(?:of|for)\s[^,.;\n]{{1,40}},|,)?\s{_TITLES}"
"""What may stand between a title and the name of who holds it."""


@dataclass(frozen=True, slots=True)
class Forms:
    """Patterns for the words around a body; named after what stands where.

    ``post_of`` ends where the body begins, ``own_post`` begins where it ends; the rest stand
    between body and person.
    """

    post_of: re.Pattern[str]
    own_post: re.Pattern[str]
    body_then_person: re.Pattern[str]
    up_to_person: re.Pattern[str]
    person_of_body: re.Pattern[str]
    medic: re.Pattern[str]


@cache
def forms() -> Forms:
    """The patterns, put together once from ``titles.tsv`` and ``post_nouns.tsv``."""
    post, does = _posts(), any_of("post_nouns", "word", use="does")
    own = rf"{_POSSESSIVE}?\s{_MODIFIERS}(?:{post})s?"
    return Forms(
        post_of=_pattern(rf"\b(?:{post})s?,?\s{_MODIFIERS}{_OF}$"),
        own_post=_pattern(rf"{own}\b"),
        body_then_person=_pattern(rf"{own},?\s{_TITLES}"),
        up_to_person=_pattern(rf"{_PLACE},?\s{_TITLES}"),
        person_of_body=_pattern(
            rf"\s(?:of|from|with|at)\s(?:the\s)?"
            rf"|,\s(?:(?:an?|the|its|their)\s)?{_MODIFIERS}(?:{post})\s{_MODIFIERS}{_OF}"
            rf"|,\swho\s(?:\w+\s)?(?:{does})\s(?:the\s|its\s)?"
        ),
        medic=_pattern(rf"\b(?:{any_of('post_nouns', 'word', use='medic')})s?\b"),
    )


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


def _posts() -> str:
    kinds = ("office", "rank", "speaker")
    titles = {title for title, kind in title_kinds().items() if kind in kinds}
    return either(titles | words("post_nouns", "word", use="post"))
