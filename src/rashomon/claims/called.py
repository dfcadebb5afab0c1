"""Bodies of a state in a report: what sort each is, and whose."""

from functools import cache
from typing import NamedTuple

from rashomon.data.naming import Known, country, known
from rashomon.data.phrases import words as listed
from rashomon.data.spelling import Word, words
from rashomon.model.annotations import NameKind, NameMention
from rashomon.model.voices import ActorKind

_KINDS: dict[NameKind, ActorKind] = {
    "group": "armed-group",
    "state": "state",
    "person": "person",
}
_OF_A_STATE = frozenset({"force", "office"})
_LONGEST_OWNER = 3  # words


class Called(NamedTuple):
    """Under what an actor of one report is filed: ``tag`` tells namesakes apart."""

    name: str
    kind: ActorKind
    country: str | None
    tag: str = ""


def called(name: NameMention) -> Called:
    """How the bearer of a name is filed.

    A type of body that a country has once is filed by type and country ("the Interior Ministry" and
    "the Ministry of the Interior"), every other body by its name.
    """
    rest, owner = without_owner(name.canonical)
    body = known(name.canonical) or known(rest)
    land = name.country or (body.country if body else None) or owner
    if name.kind not in _OF_A_STATE:
        return Called(name.canonical, _KINDS.get(name.kind, "organisation"), land)
    if body is None or not body.type:
        return Called(name.canonical, "state" if land else "organisation", land)
    own = rest if owner and rest[:1].islower() else name.canonical
    return _of_type(body, own, land)


def _of_type(body: Known, name: str, land: str | None) -> Called:
    return Called(body.canonical if is_national(body) else name, "state", land)


def is_national(body: Known) -> bool:
    """Whether a country has one body of this type."""
    return body.type and body.canonical in listed("national_bodies", "body")


def by_common_noun(phrase: str) -> Called | None:
    """The body that a noun phrase of a source or doer names without a capital ("the prison
    service", "Latvia's defence ministry"); ``None`` where it names none."""
    head = _head(phrase)
    if not head:
        return None
    rest, owner = without_owner(" ".join(word.raw for word in head))
    body = known(rest)
    if body is not None and body.type and body.kind in _OF_A_STATE:
        return _of_type(body, rest, owner)
    last = rest.casefold().split()[-1:] or [""]
    if last[0] in _body_nouns() and rest.casefold() != last[0]:
        return Called(rest, "organisation", owner)
    return None


def _head(phrase: str) -> list[Word]:
    """The words up to a comma or preposition, without article or pronoun before them."""
    before = phrase.partition(",")[0]
    found = words(before)
    while found and found[0].folded in listed("function_words"):
        found = found[1:]
    ends = (at for at, word in enumerate(found) if word.folded in listed("function_words"))
    return found[: next(ends, len(found))]


@cache
def _body_nouns() -> frozenset[str]:
    kinds = ("office", "force", "organisation")
    nouns = (
        listed("name_nouns", "noun", kind=kind, position=position)
        for kind in kinds
        for position in ("tail", "head")
    )
    return frozenset().union(*nouns) - {"group", "project", "fund"}


def without_owner(name: str) -> tuple[str, str | None]:
    """A body's name without the country before or after it, and that country's code."""
    found = words(name)
    for size in range(min(_LONGEST_OWNER, len(found) - 1), 0, -1):
        land = country(" ".join(word.raw for word in found[:size]))
        if land is not None:
            return name[found[size].start :], land.code
    for size in range(min(_LONGEST_OWNER, len(found) - 2), 0, -1):
        land = country(" ".join(word.raw for word in found[-size:]))
        if land is not None and found[-size - 1].folded == "of":
            return name[: found[-size - 2].end], land.code
    return name, None
