"""Figures that the report itself says nobody could confirm: "the toll could not be verified"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.claims.account import Account
from rashomon.data.phrases import any_of
from rashomon.model.annotations import Attribution, VoiceKind

_OWN_CLAUSE = 8
"""Words before a doubt from which on its own sentence tells what is doubted."""
_HARM = frozenset({"killed", "injured", "casualties", "missing", "abducted"})
_OWN = frozenset({"outlet", "agency"})
_SIDES = frozenset({"official", "state", "group"})


@dataclass(frozen=True, slots=True)
class _Doubt:
    """The first and last sentence that a doubt is of, and where in the last it stands; ``sides``:
    of all that either side has said so far; ``accounts``: of all that anybody has."""

    first: int
    last: int
    at: int
    sides: bool = False
    accounts: bool = False


class Doubts:
    """What one report says that it could not confirm."""

    def __init__(self, account: Account) -> None:
        """Read the doubts of the prose once."""
        self._account = account
        self._found = tuple(_doubts(account))

    def of(self, name: str, start: int, voice: VoiceKind) -> bool:
        """Whether a figure of this property at this place, which a voice of this kind gives, is
        said to be unconfirmed."""
        if name not in _HARM or not self._found:
            return False
        index = self._account.sentence(start)
        return any(self._is_of(doubt, index, start, voice) for doubt in self._found)

    def _is_of(self, doubt: _Doubt, index: int, start: int, voice: VoiceKind) -> bool:
        if not doubt.first <= index <= doubt.last:
            return False
        if doubt.accounts:
            return voice not in _OWN
        if doubt.sides:
            return voice in _SIDES
        return index == doubt.last or self._last_speaker(index, start)

    def _last_speaker(self, index: int, start: int) -> bool:
        """Whether nobody else speaks in the sentence behind the figure: a doubt is of him who
        spoke last."""
        heard = [a for a in self._account.told.get(index, ()) if a.source is not None]
        reach = [_reach(attribution) for attribution in heard]
        last = max((end for first, end in reach if first <= start < end), default=start)
        return not any(first > last for first, _ in reach)


def _reach(attribution: Attribution) -> tuple[int, int]:
    """From the first to the last of the source, the word of saying and what is said."""
    pieces = [*attribution.content, *filter(None, (attribution.source, attribution.cue))]
    return min(p.start for p in pieces), max(p.end for p in pieces)


def _doubts(account: Account) -> Iterator[_Doubt]:
    for index, sentence in enumerate(account.notes.sentences):
        text = account.report.text[sentence.start : sentence.end]
        found = _unconfirmed().search(text)
        if found is None or not account.readable(sentence.start):
            continue
        around = text[: found.start()] + text[found.end() :]
        if _of_sides().search(around):
            yield _Doubt(0, index, found.start(), sides=True)
        elif _of_accounts().search(around):
            yield _Doubt(0, index, found.start(), accounts=True)
        elif _toll().search(around) or _of_before(text, found):
            told = len(text[: found.start()].split()) > _OWN_CLAUSE
            before = _paragraph(account, index) if _of_one().match(text) else index - 1
            yield _Doubt(index if told else before, index, found.start())


def _paragraph(account: Account, index: int) -> int:
    """The first sentence of the paragraph; of a paragraph's only one, the sentence before."""
    first = index
    while first > 0 and "\n" not in _between(account, first):
        first -= 1
    return min(first, index - 1)


def _between(account: Account, index: int) -> str:
    """From the end of the words of the sentence before up to this one."""
    start, end = account.bounds(index - 1)
    text = account.report.text
    return text[start + len(text[start:end].rstrip()) : account.bounds(index)[0]]


def _of_before(text: str, found: re.Match[str]) -> bool:
    """Whether the doubt is of what was just told: "we could not confirm it", "Could not be
    confirmed."."""
    before, behind = text[: found.start()].strip(), text[found.end() :]
    last = re.split(r"[;,:–—]\s*", before)[-1]
    return not last or bool(_it_before().fullmatch(last)) or bool(_it_behind().match(behind))


def _what() -> str:
    said = any_of("attribution_cues", "word", role="doubted")
    owners = any_of("attribution_cues", "word", role="doubted-of")
    own = any_of("attribution_cues", "word", role="doubted-it")
    return rf"(?:{own}|(?:{owners})\s(?:{said}))"


@cache
def _of_one() -> re.Pattern[str]:
    """ "*His account* could not be verified": all that he has said."""
    said = any_of("attribution_cues", "word", role="doubted")
    whose = any_of("attribution_cues", "word", role="doubted-his")
    return re.compile(rf"\s*(?:{whose})\s(?:{said})\b", re.IGNORECASE)


@cache
def _it_before() -> re.Pattern[str]:
    """ "And *it*", "but *the claim*"."""
    joins = any_of("attribution_cues", "word", role="doubted-join")
    return re.compile(rf"(?:(?:{joins})\s)?{_what()}", re.IGNORECASE)


@cache
def _it_behind() -> re.Pattern[str]:
    return re.compile(rf"\s{_what()}\b", re.IGNORECASE)


@cache
def _of_sides() -> re.Pattern[str]:
    """ "These claims", "the accounts of either side"."""
    said = any_of("attribution_cues", "word", role="doubted")
    all_of = any_of("attribution_cues", "word", role="sides")
    behind = any_of("attribution_cues", "word", role="of-sides")
    return re.compile(
        rf"\b(?:{all_of})\s(?:\w+\s)?(?:{said})\b|\b(?:{said})\s(?:{behind})\b", re.IGNORECASE
    )


@cache
def _of_accounts() -> re.Pattern[str]:
    """ "The accounts": what more than one has told."""
    return re.compile(rf"\b(?:{any_of('attribution_cues', 'word', role='accounts')})\b", re.I)


@cache
def _unconfirmed() -> re.Pattern[str]:
    checks = any_of("attribution_cues", "word", role="verify")
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
    return re.compile(rf"\b(?:{any_of('attribution_cues', 'word', role='toll')})\b", re.I)
