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
_NEAR = 3  # sentences in which "the minister" is the one who was named


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
            if heard.source is None:
                continue
            near = index - before <= _NEAR
            if _brings_in(heard.source.exact, wanted) or (near and _titled(heard, wanted)):
                return heard
    return None


def _brings_in(words_: str, wanted: set[str]) -> bool:
    opened = _FIRST.match(words_)
    return opened is not None and wanted <= set(re.findall(r"[\w-]+", words_.casefold()))


def _titled(heard: Attribution, wanted: set[str]) -> bool:
    """Whether it is a person of that title: "Health *Minister* Ana Berel"."""
    said = heard.source.exact.split() if heard.source else []
    names = [word for word in said if word[:1].isupper() and word.casefold() not in wanted]
    return len(names) > 1 and wanted <= {word.casefold() for word in said}


@cache
def _people() -> frozenset[str]:
    kinds = ("official", "person", "unnamed")
    nouns = (words("source_roles", "noun", voice=kind) for kind in kinds)
    return frozenset().union(*nouns) - frozenset(body_nouns())
