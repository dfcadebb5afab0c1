"""What a report says of two actors: that they are not one, or that one belongs to the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from rashomon.claims.account import Account
from rashomon.data import lexicon
from rashomon.data.phrases import any_of, either, phrases, words
from rashomon.model.annotations import NameMention
from rashomon.model.spans import Span

Says = Literal["differs", "part-of", "has-part"]

_BODIES = frozenset({"group", "force", "office", "organisation"})
_WHO = _BODIES | {"person", "state"}
_REACH = 90  # characters from the words to the name behind them
_PRONOUN = re.compile(r"\s*(?:It|They|He|She)\b")
_ASIDE = re.compile(r"(?P<head>[^,.;]{1,80}),\s(?:which|who)\s[^,.;]{1,160},\s")
"""A name with a clause of its own about it, at the head of a sentence."""
_WHICH, _KNOWN = 4, 9
"""Words that may stand before a name; more where it is introduced as what others are called."""
_HUMAN = re.compile(r"\s*(?:He|She)\b")


@dataclass(frozen=True, slots=True)
class Statement:
    """``one`` is said to differ from ``other``, or to belong to it, in the words of ``span``.

    ``name`` is what the other is called; ``other`` its mention, where it has a name.
    """

    says: Says
    one: NameMention
    name: str
    other: NameMention | None
    span: Span


@dataclass(frozen=True, slots=True)
class Namesake:
    """A mention, or the words for a person's post, that mean another bearer of a name used in
    the report. ``start`` is where that other one is named; ``of`` whose name it is."""

    of: NameMention
    start: int
    post: str
    span: Span


def statements(account: Account) -> Iterator[Statement]:
    """All that a report says of two of its actors, in order."""
    text = account.report.text
    for found in _pattern().finditer(text):
        if not account.readable(found.start()):
            continue
        says = _says()[" ".join(found[0].casefold().split())]
        first, last = account.bounds(account.sentence(found.start()))
        one = _before(account, first, found.start())
        if one is None:
            continue
        name, other, end = _behind(account, found.end(), last, one)
        if not name or (other is not None and other.canonical == one.canonical):
            continue
        span = account.span(one.start if one.start >= first else first, end)
        if says != "differs" and _no_more().search(span.exact):
            continue
        if says == "part-of" and not _of_itself(text, one, first, found.start()):
            continue
        if says == "has-part":
            if other is not None:
                yield Statement("part-of", other, one.canonical, one, span)
        elif says == "differs" or other is not None:
            yield Statement(says, one, name, other, span)


def _of_itself(text: str, one: NameMention, first: int, cue: int) -> bool:
    """Whether nothing but what is said of it stands between the name and the words."""
    aside = _ASIDE.match(text, first, cue)
    start = aside.end() if aside else max(first, one.end)
    if not aside and one.end <= first:
        taken = _taken_up().match(text, first) or _PRONOUN.match(text, first)
        start = taken.end() if taken else first
    return _said_of_it().fullmatch(text[start:cue]) is not None


def _before(account: Account, first: int, cue: int) -> NameMention | None:
    """The actor named last in the sentence before the words; where it has only a pronoun, the
    last one of its sort before the sentence."""
    text = account.report.text
    aside = _ASIDE.match(text, first, cue)
    head = first + len(aside["head"]) if aside else cue  # "NAME, which is near OTHER, is part of …"
    named = [n for n in account.names_in(first, head) if n.kind in _WHO]
    if named:
        return named[-1]
    if _PRONOUN.match(text, first) is None and not _taken_up().match(text, first):
        return None
    sort = frozenset({"person"}) if _HUMAN.match(text, first) else _BODIES
    earlier = [n for n in account.names_in(0, first) if n.kind in sort]
    return earlier[-1] if earlier else None


def _behind(
    account: Account, cue: int, last: int, one: NameMention
) -> tuple[str, NameMention | None, int]:
    """What the words name: a name right behind, else the noun phrase that stands there."""
    named = [n for n in account.names_in(cue, min(last, cue + _REACH)) if n.kind in _WHO]
    text = account.report.text
    if named and _near(text[cue : named[0].start]):
        return named[0].canonical, named[0], named[0].end
    phrase = _phrase().match(text, cue, last)
    if phrase is None or one.kind == "person":
        return "", None, cue
    kept = _conjunction().split(phrase["name"])[0].strip()
    return " ".join(kept.split()), None, phrase.start("name") + len(kept)


def _near(between: str) -> bool:
    """Whether only an article and words that say which stand before the name ("the state's", "the
    militias known as")."""
    if re.search(r"[.,;:(]", between):
        return False
    known = _known_as().search(between)
    return len(between.split()) <= (_KNOWN if known else _WHICH)


def namesakes(account: Account) -> Iterator[Namesake]:
    """Where a report says that two people have one name."""
    text = account.report.text
    people = [n for n in account.notes.names if n.kind == "person" and " " in n.canonical]
    for found in _same_name().finditer(text):
        yield from _of_same_name(account, found, people)
    for found in _namesake_in().finditer(text):
        start = found.start("name")
        whose = next((n for n in people if n.canonical == found["name"]), None)
        if whose is not None:
            yield Namesake(whose, start, "", account.span(found.start(), found.end("name")))


def _of_same_name(
    account: Account, found: re.Match[str], people: list[NameMention]
) -> Iterator[Namesake]:
    text = account.report.text
    first, last = account.bounds(account.sentence(found.start()))
    again = [n for n in people if found.end() <= n.start < last]
    if again and text[found.end() : again[0].start].isspace():  # "was also called NAME"
        earlier = [n for n in people if n.canonical == again[0].canonical and n.start < first]
        if earlier:
            yield Namesake(earlier[-1], again[0].start, "", account.span(first, again[0].end))
        return
    before = [n for n in people if n.start < found.start()]
    if not before:
        return
    post = _same_post().search(text[first : found.start()])
    bearer = re.search(r"(?P<post>[\w\s’'-]{3,40}),\s$", text[first : found.start()])
    said = post or bearer
    span = account.span(first, found.end())
    yield Namesake(before[-1], found.start(), said["post"].strip() if said else "", span)


@cache
def _says() -> dict[str, Says]:
    return {
        row["phrase"]: cast(Says, row["says"])
        for row in lexicon("actor_statements")
        if row["says"] != "namesake"
    }


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)|(?=,))(?:{either(_says())})(?!\w)", re.IGNORECASE)


@cache
def _same_name() -> re.Pattern[str]:
    phrases = words("actor_statements", "phrase", says="namesake")
    return re.compile(rf"\b(?:{either(phrases)})\b", re.IGNORECASE)


def _either(use: str) -> str:
    return any_of("statement_words", use=use)


@cache
def _phrase() -> re.Pattern[str]:
    """What the words name where no name was seen: up to seven words."""
    return re.compile(
        rf"\s(?:(?:{_either('article')})\s)?(?P<name>[\w’'-]{{2,30}}(?:\s[\w’'-]{{2,30}}){{0,6}})"
    )


@cache
def _conjunction() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_either('ends')})(?=\s|$)")


@cache
def _no_more() -> re.Pattern[str]:
    return phrases("statement_words", "word", use="past")


@cache
def _said_of_it() -> re.Pattern[str]:
    """What may stand between a name and the words that make it part of another: no deed of its
    own."""
    return re.compile(rf"[\s,;:()–—-]*(?:(?:{_either('link')})\s)*", re.IGNORECASE)


@cache
def _namesake_in() -> re.Pattern[str]:
    """ "Another Mara Estevo from the coast"."""
    word = r"[^\W\d_a-z][\w’'-]{1,30}"
    return re.compile(
        rf"\b(?:{_either('second')})\s(?P<name>{word}(?:\s{word}){{1,3}})\s(?:in|of|from|who)\s",
        re.IGNORECASE,
    )


@cache
def _same_post() -> re.Pattern[str]:
    """ "Is no relation of the *mayor* of the same name"."""
    return re.compile(
        rf"(?:{_either('not-one')})[^.;\n]{{0,40}}?"
        r"\s(?:to\s|of\s|from\s)?(?:the|a)\s(?P<post>[\w\s’'-]{3,40}?)\s$",
        re.IGNORECASE,
    )


@cache
def _known_as() -> re.Pattern[str]:
    """ "The militias *known collectively as* NAME"."""
    known = any_of("name_aliases", "phrase")
    return re.compile(rf"\b(?:{known}|known\s\w{{2,15}}ly\sas)\s(?:the\s)?$", re.IGNORECASE)


@cache
def _taken_up() -> re.Pattern[str]:
    """ "The group", "the militia" at the head of a sentence."""
    return re.compile(rf"\s*the\s(?:{any_of('group_nouns', 'noun')})\b", re.IGNORECASE)
