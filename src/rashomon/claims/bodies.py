"""The bodies that a report hears: which one "the committee" is, and for which one a person speaks.

A body is a committee, a ministry, a hospital, a union: by name, or by a common noun with a word of
its own ("the town's emergency committee").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.posts import TITLED, forms
from rashomon.data.body_names import body_nouns, chief_noun, telling_words
from rashomon.data.naming import known, title_kinds, voice_kind
from rashomon.data.phrases import either
from rashomon.model.annotations import VoiceKind

_KINDS = frozenset({"office", "organisation", "force", "group"})
_NEAR = 110  # characters on both sides of a person's name
_SHORT = re.compile(r"(?:the|this|that|its|their|said)\s+(?P<rest>[\w-]+(?:\s[\w-]+)?)", re.I)
_COMMA = re.compile(r",\s(?:the\s)?")
_WARDS = frozenset({"hospital", "clinic", "morgue"})
_ANY_GROUP = frozenset({"group", "movement", "organisation", "organization"})


@dataclass(frozen=True, slots=True)
class Body:
    """A body as some words of the report call it."""

    start: int
    end: int
    name: str
    kind: VoiceKind


class Bodies:
    """Looks up the bodies of one report."""

    def __init__(self, account: Account, issuer: str | None) -> None:
        """``issuer``: the body that issues the text itself, if one does."""
        self._account = account
        self._text = account.report.text
        self._all = sorted(_bodies(account, issuer), key=lambda each: (each.start, -each.end))
        self._people: dict[str, str | None] = {}

    def at(self, start: int, end: int) -> Body | None:
        """The body that these words are, an article aside."""
        inside = [b for b in self._all if start <= b.start and b.end <= end and b.end > b.start]
        return next((b for b in inside if not self._text[b.end : end].strip()), None)

    def meant(self, words_: str, before: int) -> Body | None:
        """The body that a short form means: "the committee", "the Directorate", "the group".

        The one called last before it whose chief noun it has, and all its words; ``None`` where
        the words are no short form, or nothing before them fits.
        """
        found = _SHORT.fullmatch(words_.strip())
        if found is None:
            return None
        noun, wanted = chief_noun(found["rest"]), telling_words(found["rest"])
        earlier = [b for b in self._all if b.start < before]
        if noun in body_nouns():
            longer = [b for b in earlier if _is_longer(b.name, noun, wanted)]
            if longer:
                return longer[-1]
        if noun in _ANY_GROUP and wanted == {noun}:
            return next((b for b in reversed(earlier) if b.kind == "group"), None)
        return None

    def of_person(self, canonical: str) -> str | None:
        """The body that a person of this name speaks for, where the report says so."""
        if canonical not in self._people:
            names = self._account.notes.names
            own = (n for n in names if n.kind == "person" and n.canonical == canonical)
            found = (self._beside(name.start, name.end) for name in own)
            self._people[canonical] = next(filter(None, found), None)
        return self._people[canonical]

    def holder(self, title: str) -> str | None:
        """The person who holds an office that words name alone ("the governor"), where the report
        gives the title to just one."""
        bare = re.sub(r"^(?:the|its|their)\s+", "", title.strip(), flags=re.I).casefold()
        if title_kinds().get(bare) not in ("office", "rank"):
            return None
        before = re.compile(rf"\b{re.escape(bare)}{TITLED}$", re.IGNORECASE)
        holders = {
            name.canonical
            for name in self._account.notes.names
            if name.kind == "person"
            and before.search(self._text[max(0, name.start - _NEAR) : name.start])
        }
        return holders.pop() if len(holders) == 1 else None

    def of_member(self, start: int, end: int) -> str | None:
        """The body of which the words name a member, without his name: "a nurse of the clinic"."""
        for body in self._inside(start, end):
            before, behind = self._text[start : body.start], self._text[body.end : end]
            if forms().post_of.search(before) or forms().own_post.match(behind):
                return self._called(body)
        return self._ward_of(start, end)

    def _ward_of(self, start: int, end: int) -> str | None:
        """The hospital of "a nurse", where the sentence names just one."""
        if not forms().medic.search(self._text[start:end]):
            return None
        inside = self._inside(*self._account.bounds(self._account.sentence(start)))
        wards = {b.name for b in inside if chief_noun(b.name) in _WARDS}
        return wards.pop() if len(wards) == 1 else None

    def _beside(self, start: int, end: int) -> str | None:
        """The body in whose post the person at these words stands."""
        first, last = self._account.bounds(self._account.sentence(start))
        told = forms()
        for body in reversed(self._inside(max(first, start - _NEAR), start)):
            between = self._text[body.end : start]
            post = told.post_of.search(self._text[first : body.start])
            if told.body_then_person.fullmatch(between) or (
                post and told.up_to_person.fullmatch(between)
            ):
                return self._called(body)
        for body in self._inside(end, min(last, end + _NEAR)):
            between, behind = self._text[end : body.start], self._text[body.end : last]
            if told.person_of_body.fullmatch(between) or (
                _COMMA.fullmatch(between) and told.own_post.match(behind)
            ):
                return self._called(body)
        return None

    def _inside(self, start: int, end: int) -> list[Body]:
        return [b for b in self._all if start <= b.start and b.end <= end and b.end > b.start]

    def _called(self, body: Body) -> str:
        """Its name in full, where this is a short form."""
        bare = re.sub(r"^(?:the|its|their)\s", "", self._text[body.start : body.end], flags=re.I)
        whole = self.meant(f"the {bare}", body.start)
        return whole.name if whole is not None else body.name


def _is_longer(name: str, noun: str, wanted: frozenset[str]) -> bool:
    return chief_noun(name) == noun and wanted < telling_words(name)


def _bodies(account: Account, issuer: str | None) -> Iterator[Body]:
    """Bodies by name, and by a common noun with a word of its own."""
    if issuer:
        yield Body(0, 0, issuer, "group")
    bodies = [n for n in account.notes.names if n.kind in _KINDS]
    names = [n for n in bodies if n.canonical.casefold() not in body_nouns() or known(n.canonical)]
    for name in names:
        yield Body(name.start, name.end, name.canonical, voice_kind(name.kind, "group"))
    for found in _common().finditer(account.report.text):
        if not any(name.overlaps(*found.span("core")) for name in names):
            kind = body_nouns()[found["noun"].casefold()]
            yield Body(*found.span(), found[0], kind)


@cache
def _common() -> re.Pattern[str]:
    """ "the town's emergency committee", "the national refugee commission", "a district hospital";
    also "the committee" alone, which is a short form of one of these."""
    nouns = either(noun for noun in body_nouns() if noun.isalpha())
    word = r"[\w'’-]+"
    owner = r"(?:[Tt]he\s)?[\w-]+['’ʼ]s?"
    place = r"(?:\s(?:of|in|for)\s(?:the\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})?"
    return re.compile(
        rf"\b(?:{owner}|[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s"
        rf"(?P<core>(?:{word}\s){{0,2}}?(?P<noun>(?i:{nouns})))\b(?!\s(?:{nouns})\b){place}"
    )
