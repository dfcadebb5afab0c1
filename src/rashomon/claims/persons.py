"""Persons of a report as actors: by what post, rank or trade it tells who they are.

A person is taken up where the report says who that is, or lets him speak: a bare name is as often
a place or a thing that was taken for somebody.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from rashomon.claims.account import Account
from rashomon.data.naming import split_titles, title_kinds
from rashomon.data.phrases import any_of, either, words
from rashomon.data.spelling import fold
from rashomon.data.spelling import words as words_of
from rashomon.model.annotations import NameMention

_BEFORE, _AFTER = 80, 80  # characters
_TITLES_BEFORE = re.compile(r"(?:[\w’'.-]{1,24}\s){1,5}$")
_AGED = re.compile(r",\s(?:aged?\s)?\d{1,3}(?=[,.;]|\sand\b)")
_NP_BEFORE = re.compile(r"[^,.;:()\n“”\"]{0,80},?\s$")
_LINK = re.compile(r"(?:(?:\s(?:of|in|for|at)\s[^,]{1,60})?,)?\s(?:[A-Z]\w{0,8}\.?\s)?")
_INTO_APPOSITION = re.compile(r",\s(?:\d{1,3},\s)?")
_OFFICE = re.compile(r"[A-Z][\w’'-]+(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'-]+){0,4}$")
_OF_ANOTHER = re.compile(r"\s[^\W\d_a-zß-öø-ÿ]")
"""A name behind a post: "the baker NAME, *the nurse OTHER*"."""
_CLAUSE = re.compile(r"[^,.;:()\n“”\"]{3,80}")


class Described(NamedTuple):
    """One mention of a person: as written with the title, the roles that stand beside it, and the
    offices among these that are written like a name ("the Commissioner of Police")."""

    name: NameMention
    written: str
    roles: tuple[str, ...]
    offices: tuple[str, ...] = ()


def described(account: Account) -> Iterator[Described]:
    """Every mention of a person of whom the report tells who he is, speaks, or how old he is."""
    heard = {name.canonical for name in _heard(account)}
    places = {place.exact.casefold() for place in account.notes.places}
    places.add((account.report.outlet or "").casefold())
    for name in account.notes.names:
        if name.kind != "person" or not account.readable(name.start):
            continue
        text = account.report.text
        first, titles = _titled(text, name)
        beside = tuple(_apposed(text, name, first))
        roles = tuple(dict.fromkeys((*titles, *(role for raw in beside for role in _tidy(raw)))))
        told = bool(roles) or first != name.start
        if not told and places & {name.canonical.casefold(), name.exact.casefold()}:
            continue
        aged = _AGED.match(text, name.end) is not None
        if told or aged or name.canonical in heard or _is_alias(account, name):
            written = " ".join(text[first : name.end].split())
            yield Described(name, written, roles, tuple(_offices(beside)))


def _is_alias(account: Account, name: NameMention) -> bool:
    """Whether the words before introduce it as what somebody goes by ("known as Bero")."""
    before = account.report.text[max(0, name.start - _BEFORE) : name.start]
    return _known_as().search(before) is not None


@cache
def _known_as() -> re.Pattern[str]:
    called = words("name_aliases", "phrase", shape="called")
    known_as = either(words("name_aliases", "phrase") - called)
    return re.compile(rf"\b(?:{known_as})\s[“‘\"']?$", re.IGNORECASE)


def _heard(account: Account) -> Iterator[NameMention]:
    """Names of persons in the sources of what is said."""
    for attribution in account.notes.attributions:
        if attribution.source is not None and attribution.name:
            inside = account.names_in(attribution.source.start, attribution.source.end)
            yield from (n for n in inside if n.kind == "person" and n.canonical == attribution.name)


def _titled(text: str, name: NameMention) -> tuple[int, tuple[str, ...]]:
    """Where the titles right before a name begin, and those that tell of a post ("Mr." does
    not)."""
    before = _TITLES_BEFORE.search(text[max(0, name.start - _BEFORE) : name.start])
    found = words_of(before[0]) if before else []
    for at in range(len(found)):
        titles, rest = split_titles([*found[at:], *words_of("Somebody")])
        if len(rest) == 1 and titles:
            first = name.start - len(before[0]) + found[at].start if before else name.start
            if not text[first].isupper():
                continue
            telling = tuple(t for t in titles if title_kinds().get(t) not in ("honorific", None))
            return first, telling
    return name.start, ()


def _apposed(text: str, name: NameMention, first: int) -> Iterator[str]:
    """The posts and trades in the words beside the name: "the deputy prosecutor, NAME", "the
    trader NAME", "NAME, a trainee welder". ``first``: where its titles begin."""
    before = _NP_BEFORE.search(text[max(0, first - _BEFORE) : first])
    if before is not None:
        found = list(_role().finditer(before[0]))
        if found and _LINK.fullmatch(before[0], found[-1].end()):
            yield found[-1][0]
    after = _INTO_APPOSITION.match(text, name.end)
    clause = _CLAUSE.match(text, after.end()) if after is not None else None
    if clause is not None and _determined().match(clause[0] + " "):
        first_role = next(_role().finditer(clause[0]), None)
        if first_role is not None and not _OF_ANOTHER.match(clause[0], first_role.end()):
            yield first_role[0]


def _offices(beside: Iterable[str]) -> Iterator[str]:
    """Posts in capitals, without the article: they stand for the person like a name."""
    for phrase in beside:
        found = _OFFICE.search(phrase)
        if found is not None and title_kinds().get(fold(found[0])) in ("office", "rank", "role"):
            yield found[0]


def _tidy(phrase: str) -> Iterator[str]:
    """The role in its folded words behind the last article or pronoun; none that only tells sex,
    age or harm ("the woman", "the victim")."""
    kept: list[str] = []
    for word in fold(phrase).split():
        kept = (
            []
            if word in words("no_roles", use="owner")
            or word in words("no_roles", use="said")
            or word in words("function_words")
            else [*kept, word]
        )
    if kept and kept[-1] not in _anybody():
        yield " ".join(kept)


@cache
def _anybody() -> frozenset[str]:
    """Nouns that tell nothing of who somebody is."""
    told = words("people", "noun", sex="", age_group="", role="unknown")
    return words("people", "noun") - told


@cache
def _role() -> re.Pattern[str]:
    """Words for a post or trade, with up to two words before them that say of what sort."""
    posts = {title for title, kind in title_kinds().items() if kind != "honorific"}
    trades = words("people", "noun", type="person")
    return re.compile(
        rf"\b(?:[\w’'-]{{2,20}}\s){{0,2}}(?:{either(posts | trades)})\b", re.IGNORECASE
    )


@cache
def _determined() -> re.Pattern[str]:
    """What opens a phrase that tells who somebody is: "the", "his", "former"."""
    return re.compile(rf"(?:{any_of('no_roles', use='opens')})\s", re.IGNORECASE)
