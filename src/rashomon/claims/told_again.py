"""Who is heard again by what he is: "a nurse of the clinic said …", and then "the nurse said"."""

import re
from functools import cache

from rashomon.claims.account import Account
from rashomon.data.body_names import body_nouns
from rashomon.data.phrases import words
from rashomon.model.annotations import Attribution
from rashomon.model.spans import Piece

_AGAIN = re.compile(
    r"(?:the\s(?:same\s)?|this\s|that\s|same\s)(?P<what>(?:[\w-]{2,20}\s){0,2}?(?P<noun>[\w-]{3,20}))",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_REACH = 12  # sentences


def first_heard(account: Account, source: Piece) -> Attribution | None:
    """The attribution in which the report brought in whom these words only point back to: the
    last before with "a", the noun and all words of these."""
    found = _AGAIN.fullmatch(source.exact.strip())
    if found is None or found["noun"].casefold() not in _people():
        return None
    wanted = set(found["what"].casefold().split())
    index = account.sentence(source.start)
    for before in range(index - 1, max(-1, index - 1 - _REACH), -1):
        for heard in reversed(account.heard.get(before, ())):
            if heard.source is not None and _brings_in(heard.source.exact, wanted):
                return heard
    return None


def _brings_in(words_: str, wanted: set[str]) -> bool:
    opened = _FIRST.match(words_)
    return opened is not None and wanted <= set(re.findall(r"[\w-]+", words_.casefold()))


@cache
def _people() -> frozenset[str]:
    kinds = ("official", "person", "unnamed")
    nouns = (words("source_roles", "noun", voice=kind) for kind in kinds)
    return frozenset().union(*nouns) - frozenset(body_nouns())
