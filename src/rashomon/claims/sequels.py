"""How the event of one sentence hangs on the one told before it: "About an hour earlier, …", "It
was the second raid in a week. On Monday …", "the country's worst massacre was in May".

Only what words say; where both turn out to be one incident nothing is left to relate.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from rashomon.claims.account import Account, starting
from rashomon.claims.in_turn import named_as_earlier
from rashomon.data import lexicon
from rashomon.data.calendar import weekdays
from rashomon.data.kinds import kind
from rashomon.data.phrases import any_of
from rashomon.model.annotations import EventMention
from rashomon.model.episodes import Tie
from rashomon.model.incidents import RelationType

_WORD = re.compile(r"\w")
_AND = re.compile(r"\s(?:and|but),?\s")
_WORDS = r"(?:[\w’'-]+\s+){1,3}"
_NEAR = 30  # characters between the words and the event
_ENDS_OPEN = re.compile(r"\b(?:before|after)$", re.IGNORECASE)
_ANOTHER = re.compile(r"\s+(?:the|an?|his|her|its|their)\b", re.IGNORECASE)
_FOR_WHAT = re.compile(r"\s+(?:for|to|against|over)\b", re.IGNORECASE)
_FREED = frozenset({"release"})
_HELD = frozenset({"kidnapping", "seizure"})


Parting = Literal["", "yes", "own", "other"]
_OPENERS: tuple[tuple[str, Parting], ...] = (("other", "other"), ("beside", "own"), ("also", "own"))


@dataclass(frozen=True, slots=True)
class Homes:
    """Which incident of the report each mention, by where it starts, was counted to; ``main``: the
    mentions of the one that the report is mainly about, in order."""

    of: Mapping[int, int]
    main: Sequence[EventMention]

    def parted(self, one: int, other: int) -> bool:
        """Whether two mentions tell of two incidents."""
        return self.of.get(one) != self.of.get(other)


@dataclass(frozen=True, slots=True)
class _Cue:
    relation: RelationType
    of_told: bool
    apart: Parting


def parting(mention: EventMention, account: Account) -> tuple[Parting, str]:
    """Whether the head of its sentence sets what the mention tells apart from the event told
    before, and by which words: "*Two days earlier* a candidate's house was set on fire"; "own"
    where it does so only if the sentence counts its own dead or names its own place, "other" where
    it says that it is another matter ("*Separately*, …")."""
    first, last = account.bounds(account.sentence(mention.start))
    cued = _cued("start", account.report.text, first, last)
    found = next(iter(cued), None) or _taken_up(mention, account, first)
    how = _cue("start", found[0]).apart if found and not _counts_from_another(found) else ""
    if not how:
        how, found = _another_matter(account.report.text, first, last)
    if found is None or not how:
        return _answering(mention, account)
    told = _events(account, found.end(), last)
    first_told = [each[0] for each in (told, _deeds(account, found.end(), last)) if each]
    return (how, found[0]) if mention in first_told else ("", "")


def _another_matter(text: str, first: int, last: int) -> tuple[Parting, re.Match[str] | None]:
    """Words at the head of a sentence by which it leaves the event told before."""
    opening = _WORD.search(text, first, last)
    for use, how in _OPENERS if opening else ():
        found = _opener(use).match(text, opening.start() if opening else first, last)
        if found:
            return how, found
    return "", None


@cache
def _opener(use: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('pointing_words', use=use)})\b", re.IGNORECASE)


def _taken_up(mention: EventMention, account: Account, first: int) -> re.Match[str] | None:
    """ "Sealed off the area *and later on Tuesday* killed three": the words after an "and"."""
    for joined in _AND.finditer(account.report.text, first, mention.start):
        found = _pattern("start").match(account.report.text, joined.end(), mention.start)
        if found is not None:
            return found
    return None


def _answering(mention: EventMention, account: Account) -> tuple[Parting, str]:
    """ "Youths then attacked a camp *in an apparent reprisal*": not what they answered."""
    index = account.sentence(mention.start)
    for found in _pattern("within").finditer(account.report.text, *account.bounds(index)):
        if _pair("within", found, index, account) == mention:
            return _cue("within", found[0]).apart, found[0]
    return "", ""


def _counts_from_another(found: re.Match[str]) -> bool:
    """ "Two days before *the vote*": not counted from the event told before."""
    return bool(_ENDS_OPEN.search(found[0]) and _ANOTHER.match(found.string, found.end()))


def sequels(account: Account, homes: Homes) -> Iterator[Tie]:
    """Ties between the event of a sentence and the one told before it."""
    for index in range(len(account.notes.sentences)):
        first, last = account.bounds(index)
        for place in ("start", "beside", "after", "within", "next"):
            for found in _cued(place, account.report.text, first, last):
                pair = _pair(place, found, index, account)
                told = _told(pair, place, found, account, homes) if pair else None
                if pair is not None and told is not None:
                    yield _tie(_cue(place, found[0]), told, pair, found, account)
    yield from _freed(account)


def last_before(index: int, mine: int, account: Account, homes: Homes) -> EventMention | None:
    """The event of another incident than ``mine`` that is in view before a sentence: the last of
    the sentence right before, else of the report's main incident."""
    if not index:
        return None
    beside = _others(_events(account, *account.bounds(index - 1)), mine, homes)
    deeds = [m for m in beside if kind(m.kind).role == "event" or m.kind == "killing"]
    if deeds:
        return deeds[-1]
    first, _ = account.bounds(index)
    before = homes.main[: bisect_left(homes.main, first, key=lambda m: m.start)]
    told = _others(before[-1:], mine, homes)
    return next((m for m in told if _happened(m)), None)


def _others(told: Sequence[EventMention], mine: int, homes: Homes) -> list[EventMention]:
    return [m for m in told if homes.of.get(m.start) not in (None, mine)]


def _cued(place: str, text: str, first: int, last: int) -> Iterable[re.Match[str]]:
    """Where the words of a place stand in a sentence; of ``start``, only as its first words."""
    if place != "start":
        return _pattern(place).finditer(text, first, last)
    opening = _WORD.search(text, first, last)
    found = _pattern(place).match(text, opening.start(), last) if opening else None
    return [found] if found else []


def _tie(
    cue: _Cue, told: EventMention, this: EventMention, found: re.Match[str], account: Account
) -> Tie:
    """``this`` is the other one's mention: what is said of it is turned round by who keeps it."""
    one, other = (told, this) if cue.of_told else (this, told)
    near = found.end() + _NEAR >= this.start and this.end >= found.start()
    end = max(found.end(), this.end) if near else found.end()
    return Tie(
        type=cue.relation,
        mention=one.start,
        other=other.start,
        span=account.span(found.start(), end),
    )


def _told(
    pair: EventMention, place: str, found: re.Match[str], account: Account, homes: Homes
) -> EventMention | None:
    """The event that the words hang the pair's on: one named before them in their sentence
    ("torched a station after *the shooting*, in revenge"), else the one in view before it."""
    mine = homes.of.get(pair.start)
    if mine is None:
        return None
    index = account.sentence(found.start())
    first, _ = account.bounds(index)
    here = [] if place == "start" else _events(account, first, found.start())
    named = _others(here, mine, homes)
    return named[-1] if named else last_before(index, mine, account, homes)


def _pair(place: str, found: re.Match[str], index: int, account: Account) -> EventMention | None:
    """The event that the words hang on the one before."""
    first, last = account.bounds(index)
    if place == "start":
        return next(iter(_events(account, found.end(), last)), None)
    if place == "beside":
        near = _events(account, found.start(), min(last, found.end() + _NEAR))
        since = re.search(r"\bsince\b", account.report.text[first:last])
        return near[0] if near and since is None else None
    if place == "within":
        return _done_for(found, first, last, account)
    if place == "after":
        near = _events(account, max(first, found.start() - _NEAR), found.start())
        return near[-1] if near else None
    if index + 1 >= len(account.notes.sentences):
        return None
    return next(iter(_events(account, *account.bounds(index + 1))), None)


def _done_for(found: re.Match[str], first: int, last: int, account: Account) -> EventMention | None:
    """The deed that the sentence tells as an answer: the last before the words, else the first
    behind them."""
    if _FOR_WHAT.match(found.string, found.end()):
        return None
    deeds = [m for m in _deeds(account, first, last) if not named_as_earlier(m, account)]
    before = [m for m in deeds if m.start <= found.start()]
    return before[-1] if before else next(iter(deeds), None)


def _events(account: Account, start: int, end: int) -> list[EventMention]:
    return [m for m in starting(account.notes.mentions, start, end) if _happened(m)]


def _deeds(account: Account, start: int, end: int) -> list[EventMention]:
    """The events, or where none is told what came of one ("killed")."""
    told = _events(account, start, end)
    return [m for m in told if kind(m.kind).role == "event"] or told


def _happened(mention: EventMention) -> bool:
    real = mention.modality in ("actual", "alleged") and not mention.negated
    return real and kind(mention.kind).role in ("event", "effect")


def _freed(account: Account) -> Iterator[Tie]:
    """ "The pupils abducted in May were freed": a release follows what it ends."""
    for mention in account.notes.mentions:
        if mention.kind not in _FREED or mention.modality != "actual" or mention.negated:
            continue
        first, last = account.bounds(account.sentence(mention.start))
        held = [m for m in starting(account.notes.mentions, first, last) if m.kind in _HELD]
        for other in held:
            bounds = sorted((mention.start, other.start, mention.end, other.end))
            span = account.span(bounds[0], bounds[-1])
            yield Tie(type="follows", mention=mention.start, other=other.start, span=span)


@cache
def _cues(place: str) -> dict[str, _Cue]:
    return {
        row["cue"]: _Cue(
            cast(RelationType, row["relation"]), row["of"] == "told", cast(Parting, row["apart"])
        )
        for row in lexicon("sequels")
        if row["place"] == place
    }


def _cue(place: str, said: str) -> _Cue:
    for phrase, cue in _cues(place).items():
        if re.fullmatch(_as_pattern(phrase), said, re.IGNORECASE):
            return cue
    raise KeyError(said)


def _as_pattern(phrase: str) -> str:
    stand = {"NUM": _number(), "~": _WORDS, "DAY": rf"(?:{'|'.join(weekdays())})\s+"}
    parts = [stand.get(word, re.escape(word) + r"\s+") for word in phrase.split()]
    return "".join(parts).removesuffix(r"\s+")


@cache
def _number() -> str:
    about = any_of("sequels", "cue", place="about")
    word = r"[a-z]{3,12}(?:[-\s][a-z]{3,6})?"
    return rf"(?:(?:{about})\s+)?(?:a\s+few|a\s+couple\s+of|an?|\d{{1,3}}|{word})\s+"


@cache
def _pattern(place: str) -> re.Pattern[str]:
    phrases = sorted(_cues(place), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(_as_pattern, phrases))})\b", re.IGNORECASE)
