"""Figures that the report itself says nobody could confirm: "the toll could not be verified"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.claims.account import Account
from rashomon.data.phrases import either, words

_WHAT = r"(?:claim|report|account|information|figure)s?"
_IT_BEFORE = re.compile(
    rf"(?:(?:and|but|though|although)\s)?(?:it|this|that|which|(?:the|his|her|their)\s{_WHAT})",
    re.IGNORECASE,
)
_IT_BEHIND = re.compile(
    rf"\s(?:it|this|that|them|(?:the|this|that|his|her|their|either|any of the)\s{_WHAT})\b",
    re.IGNORECASE,
)
_OWN_CLAUSE = 8
"""Words before a doubt from which on its own sentence tells what is doubted."""
_HARM = frozenset({"killed", "injured", "casualties", "missing", "abducted"})


@dataclass(frozen=True, slots=True)
class _Doubt:
    """The first and last sentence that a doubt is of: all before it, or what was just told."""

    first: int
    last: int


class Doubts:
    """What one report says that it could not confirm."""

    def __init__(self, account: Account) -> None:
        """Read the doubts of the prose once."""
        self._account = account
        self._found = tuple(_doubts(account))

    def of(self, name: str, start: int) -> bool:
        """Whether a figure of this property at this place is said to be unconfirmed."""
        if name not in _HARM or not self._found:
            return False
        index = self._account.sentence(start)
        return any(doubt.first <= index <= doubt.last for doubt in self._found)


def _doubts(account: Account) -> Iterator[_Doubt]:
    for index, sentence in enumerate(account.notes.sentences):
        text = account.report.text[sentence.start : sentence.end]
        found = _unconfirmed().search(text)
        if found is None or not account.readable(sentence.start):
            continue
        around = text[: found.start()] + text[found.end() :]
        if _toll().search(around):
            yield _Doubt(0, index)
        elif _of_before(text, found):
            told = len(text[: found.start()].split()) > _OWN_CLAUSE
            yield _Doubt(index if told else index - 1, index)


def _of_before(text: str, found: re.Match[str]) -> bool:
    """Whether the doubt is of what was just told: "we could not confirm it", "Could not be
    confirmed."."""
    before, behind = text[: found.start()].strip(), text[found.end() :]
    last = re.split(r"[;,:–—]\s*", before)[-1]
    return not last or bool(_IT_BEFORE.fullmatch(last)) or bool(_IT_BEHIND.match(behind))


@cache
def _unconfirmed() -> re.Pattern[str]:
    checks = either(words("attribution_cues", "word", role="verify"))
    adverbs = r"(?:(?:immediately|independently|yet|also|so far|at once)\s){0,2}"
    return re.compile(
        rf"\b(?:(?:could|can|has|have|had|was|were|did)\s?(?:n[o'’]t)\s{adverbs}(?:been\s|be\s)?{adverbs}"
        rf"(?:(?:able|possible)\sto\s{adverbs})?(?:{checks})\b|unable\sto\s{adverbs}(?:{checks})\b"
        rf"|(?:cannot|impossible\sto)\s(?:be\s)?{adverbs}(?:{checks})\b"
        rf"|(?:remains?|is|are|was|were)\s(?:un(?:confirmed|verified)))",
        re.IGNORECASE,
    )


@cache
def _toll() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words('attribution_cues', 'word', role='toll'))})\b", re.I)
