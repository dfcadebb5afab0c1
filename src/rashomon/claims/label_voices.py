"""Whose word a label is: the outlet's own, or that of whoever is quoted with it."""

import re
from collections.abc import Sequence
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker
from rashomon.data.phrases import any_of, words
from rashomon.model.annotations import Attribution
from rashomon.model.claims import ChainLink
from rashomon.model.voices import Label

_REACH = 70  # characters
_OFFICIAL = frozenset({"official", "state"})
_BLOCKS = frozenset({"post", "block-quote"})


def label_of(account: Account, maker: Maker, label: str, start: int, end: int) -> Label:
    """A label with whose word it is: the outlet's own, or that of whoever is quoted with it."""
    told = maker.chains.told(start, end, inherit=False)
    near = account.told.get(account.sentence(start), ())
    holding = [a for a in near if any(p.start < end and start < p.end for p in a.content)]
    speaks = {a.id for a in holding if _speaks(a, account)}
    links = [link for link in told.links if link.attribution is None or link.attribution in speaks]
    section = account.section(start)
    posted = section is not None and section.kind in _BLOCKS and section.speaker is not None
    if posted and section is not None and len(links) == 1:
        return _label(account, label, start, end, maker.chains.speakers.of_section(section), False)
    said = any(link.attribution is not None for link in links) or _is_mentioned(account, start)
    unnamed = any(a.source is None and a.kind == "indirect" and a.cue for a in holding)
    own = not (said or unnamed) or _would_not_say(account, maker, label, links, holding)
    voice = links[0 if own else -1].voice if own or len(links) > 1 else None
    return _label(account, label, start, end, voice, own)


def _would_not_say(
    account: Account,
    maker: Maker,
    label: str,
    links: Sequence[ChainLink],
    holding: Sequence[Attribution],
) -> bool:
    """Whether a report puts its own, kinder word into indirect speech: no army calls those whom it
    killed "fighters"."""
    if label not in words("naming_words", use="kinder") or not holding or len(links) < 2:
        return False
    speaker = maker.chains.speakers.voices[links[-1].voice]
    return speaker.kind in _OFFICIAL and all(each.kind == "indirect" for each in holding)


def _label(
    account: Account, label: str, start: int, end: int, voice: str | None, own: bool
) -> Label:
    return Label(label=label, span=account.span(start, end), voice=voice, own_voice=own)


def _speaks(attribution: Attribution, account: Account) -> bool:
    """Whether the source is somebody: no town before a colon, no "first pictures"."""
    source = attribution.source
    if source is None or attribution.voice_kind != "unnamed":
        return source is not None
    if any(place.exact == source.exact for place in account.notes.places):
        return False
    head = source.exact.partition(" of ")[0].partition(",")[0].casefold().split()[-1:]
    return not head or head[0] not in words("naming_words", use="shown")


def _is_mentioned(account: Account, start: int) -> bool:
    """Whether the word is spoken of and not used: "officials call them *bandits*"."""
    first, _ = account.bounds(account.sentence(start))
    return _spoken_of().search(account.report.text[max(first, start - _REACH) : start]) is not None


def _either(use: str) -> str:
    return any_of("naming_words", use=use)


@cache
def _spoken_of() -> re.Pattern[str]:
    """ "Calls them the", "described by officials as", "spoke of the"."""
    return re.compile(
        rf"\b(?:{_either('names')}|(?:{_either('names-as')})\s(?:\w+\s){{0,4}}as"
        rf"|(?:{_either('names-of')})\s(?:[\w,]+\s){{0,7}}?(?:of|about))\s"
        rf"(?:(?:{_either('called')})\s)?(?:the\s|a\s|an\s|as\s)?[“‘\"']?$",
        re.IGNORECASE,
    )
