"""Other names that a text gives a body or a person itself: "the Orvan Guards, known as the
Lanterns"; and what sort of body a name is by the noun before it ("a gang known as …")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from rashomon.data.naming import title_kinds
from rashomon.data.phrases import either, words
from rashomon.language.names.drafts import Draft, Evidence, Scene
from rashomon.language.names.entities import is_place
from rashomon.language.names.nouns import cues, nouns
from rashomon.model.annotations import NameKind

_NAME = r"[^\W\d_a-zß-öø-ÿ][\w’'-]{0,30}"
_RUN = rf"{_NAME}(?:\s(?:(?:of|the|de|del|la)\s){{0,2}}{_NAME}){{0,5}}"
_QUOTE = r"[“‘\"']?"
_FOLLOWERS = rf"[’']s?\s(?:{either(words('name_cues', role='follower'))})"
_BORDERS = " ,(“‘\"'"
_MOST = 200  # names told of so; each is looked for in the whole text
_REACH = 120  # characters before the words
_ENDS_IN_NAME = re.compile(
    rf"(?<![\w’'-])(?P<name>{_RUN})(?P<followers>{_FOLLOWERS})?[\s,(]{{1,3}}$"
)
_ENDS_IN_NOUN = re.compile(r"(?<!\w)(?P<noun>[a-z]{3,20})[\s,(]{1,3}$")
_OR = re.compile(
    rf"\b[Tt]he\s(?P<name>{_RUN})(?:,\sor|\s\(or)\s(?:the\s)?{_QUOTE}(?P<other>{_RUN})(?=[,.;)”’])"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """Two names of one, of what kind where that is said; ``one`` is empty where only the noun
    before the words says who is meant."""

    one: str
    other: str
    kind: NameKind | None
    definite: bool = False
    """Whether it stands with an article, as no person's name does."""


def alias_names(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Every place where a name stands that the text says is somebody's other name, under the name
    that it is another one of."""
    found = list(islice(dict.fromkeys(_namings(scene.text)), _MOST))
    if not found:
        return []
    known = {_plain(scene.text[d.start : d.end]): d for d in drafts}
    made: list[Draft] = []
    for each in found:
        made.extend(_drafts(scene.text, each, known))
    return made


def _namings(text: str) -> Iterator[Naming]:
    for found in _behind().finditer(text):
        before = text[max(0, found.start() - _REACH) : found.start()]
        yield from _behind_words(before, found["how"].casefold(), found["other"])
    for found in _called().finditer(text):
        yield Naming(_own(found["one"]), _own(found["other"]), None)
    for found in _OR.finditer(text):
        if not is_place(found["name"]) and not is_place(found["other"]):
            yield Naming(found["name"], found["other"], None, definite=True)


def _own(name: str) -> str:
    """A name without the article or small word before it."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in cues("not_first") else name


def _behind_words(before: str, how: str, other: str) -> Iterator[Naming]:
    """What "NAME, known as OTHER" says, and "a gang known as OTHER"."""
    name, noun = _ENDS_IN_NAME.search(before), _ENDS_IN_NOUN.search(before)
    if name is not None and name["followers"]:
        yield Naming(other, _own(name[0].strip(_BORDERS)), "group")
    elif name is not None and not is_place(_own(name["name"])):
        one = _own(name["name"])
        own = how in words("name_aliases", "phrase", shape="own")
        yield Naming(other, one, None) if own else Naming(one, other, None)
    elif noun is not None:
        kind = _kind_by(noun["noun"])
        if kind is not None:
            yield Naming("", other, kind)


def _drafts(text: str, each: Naming, known: dict[str, Draft]) -> Iterator[Draft]:
    mine, theirs = known.get(_plain(each.one)), known.get(_plain(each.other))
    kind = each.kind or _stronger(mine, theirs, each.definite)
    if kind is None:
        return
    whole = mine if mine is not None and each.one else None
    canonical = whole.canonical if whole else each.one or each.other
    for name in filter(None, (each.one, each.other)):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Draft(
                start=found.start(),
                end=found.end(),
                kind=kind,
                canonical=" ".join(canonical.split()),
                evidence=Evidence.STATED,
                country=whole.country if whole else None,
                known=whole.known if whole else None,
            )


def _stronger(mine: Draft | None, theirs: Draft | None, definite: bool) -> NameKind | None:
    """The kind of the name that its nouns or the lexicons give away; of two bare names a person,
    where both are held for one, else a body."""
    drafts = [each for each in (mine, theirs) if each is not None]
    telling = [each for each in drafts if each.evidence >= Evidence.WORDS]
    if telling:
        return telling[0].kind
    if not drafts or any(each.country for each in drafts):
        return None
    people = not definite and all(each.kind == "person" for each in drafts)
    return "person" if people else "organisation"


def _kind_by(noun: str) -> NameKind | None:
    """What a common noun says of the name behind it: a gang is a group, a commander a person."""
    last = noun.casefold()
    if last in nouns("after") or last in words("group_nouns", "noun"):
        return "group"
    if last in title_kinds() or last in words("people", "noun", type="person"):
        return "person"
    return None


def _plain(name: str) -> str:
    return " ".join(name.split())


@cache
def _behind() -> re.Pattern[str]:
    called = words("name_aliases", "phrase", shape="called")
    phrases = either(words("name_aliases", "phrase") - called)
    return re.compile(
        rf"(?<!\w)(?P<how>(?i:{phrases}))\s(?:the\s)?{_QUOTE}(?P<other>{_RUN})",
    )


@cache
def _called() -> re.Pattern[str]:
    phrases = either(words("name_aliases", "phrase", shape="called"))
    return re.compile(rf"(?P<other>{_RUN}),?\sas\s(?:the\s)?(?P<one>{_RUN})\s(?:{phrases})\b")
