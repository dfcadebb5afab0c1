"""Who acts, of the words that name the doer: a body, those who serve in one, the owners of what
it was done with, or people without a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from rashomon.claims.account import Account
from rashomon.claims.bodies import hyphened_close
from rashomon.claims.parties import Parties
from rashomon.claims.responsible_words import blamed_people, tells_who
from rashomon.claims.speaking import state_of
from rashomon.data import lexicon
from rashomon.data.phrases import any_of, either, words
from rashomon.model.annotations import NameMention
from rashomon.model.spans import Piece

_OWNER = 40  # characters before a noun in which whose people they are may stand
_DOERS = frozenset({"group", "force", "state", "office"})
_PEOPLE = frozenset({"demonym", "state"})
_OWNED = re.compile(r"\s[^\W\d_]+")
_BODIES = frozenset({"force", "office", "organisation", "group"})


@dataclass(frozen=True, slots=True)
class Doers:
    """Reads the doers off one report."""

    account: Account
    parties: Parties

    def of(self, start: int, end: int, harmed: bool) -> Sequence[NameMention | Piece]:
        """Who of an actor's phrase acts; a person only where somebody was ``harmed``.

        What its head is ("*community police* from the next village", "the *junta's* jets"), else
        the group that its people are of ("dissidents of the *Front*").
        """
        head = self._head(start, end)
        bodies = self.bodies(start, head)
        if bodies and bodies[-1].end == head:
            return _listed(bodies, self.account.report.text)
        group = [b for b in self.bodies(start, end) if b.kind == "group"]
        if group and not _told_of().search(self.account.report.text, head, group[0].start):
            return group[:1]
        names = self.account.names_in(start, head)
        people = [n for n in names if n.kind == "person" and n.end == head]
        if people and harmed:
            return people[:1]
        owners = self._owners(start, head, names, bodies)
        if owners:
            return owners
        found = nameless(self.account.report.text, start, end)
        return [found] if found is not None else []

    def owners(self, start: int, end: int) -> Sequence[NameMention | Piece]:
        """Whose weapons or vessels it was done with: "*government* aircraft hit the market"."""
        head = self._head(start, end)
        bodies = self.bodies(start, head)
        return self._owners(start, head, self.account.names_in(start, head), bodies)

    def _owners(
        self, start: int, head: int, names: Sequence[NameMention], bodies: Sequence[NameMention]
    ) -> Sequence[NameMention]:
        """Whose weapons or vessels the phrase is about: "*Larnian* and *Orvan* jets"."""
        text = self.account.report.text
        last = text[start:head].casefold().split()[-1:]
        used = words("weapons", "noun") | words("deeds", "words", use="craft")
        if not last or used.isdisjoint({last[0], last[0].removesuffix("s")}):
            return []
        return [state_of(n) for n in names if n.kind in _PEOPLE] or bodies[-1:]

    def _head(self, start: int, end: int) -> int:
        """Where the head of the phrase ends: before what tells more of it."""
        named = self.account.names_in(start, end)
        for found in _more().finditer(self.account.report.text, start, end):
            if not any(name.overlaps(*found.span()) for name in named):
                return found.start()
        return end

    def bodies(self, start: int, end: int) -> list[NameMention]:
        """Bodies, and those who serve in one."""
        text = self.account.report.text
        named = (body for body in self.parties.bodies(start, end) if body.kind in _DOERS)
        bodies = [body for body in named if not hyphened_close(text, body.end)]
        members = [
            self._member(found)
            for found in _members().finditer(text, start, end)
            if not any(body.overlaps(*found.span()) for body in bodies)
        ]
        return sorted([*bodies, *members], key=lambda each: each.start)

    def _cut(self, body: NameMention, found: re.Match[str]) -> str:
        return self.account.report.text[body.start : found.end()]

    def _member(self, found: re.Match[str]) -> NameMention:
        """ "Larnian soldiers" are a force of that country, "Border Corps troops" that corps;
        "soldiers" alone the army."""
        near = self.account.names_in(max(0, found.start() - _OWNER), found.start())
        body = next((n for n in near if n.kind in _BODIES and n.end + 1 == found.start()), None)
        if body is not None:
            return body.model_copy(update={"end": found.end(), "exact": self._cut(body, found)})
        people = next((n for n in near if n.kind in _PEOPLE and n.end + 1 == found.start()), None)
        start = people.start if people else found.start()
        exact = self.account.report.text[start : found.end()]
        return NameMention(
            start=start,
            end=found.end(),
            exact=exact,
            kind="force",
            canonical=exact if people else _member_bodies()[found[0].casefold()],
            country=people.country if people else None,
        )


def nameless(text: str, start: int, end: int) -> Piece | None:
    """The people that a phrase is about, without their article: "ethnic Orvan herders"; of a
    phrase that the parse cuts behind an owner ("rebels'") those who stand behind it."""
    owned = _OWNED.match(text, end) if text[end - 1 : end] in ("'", "’") else None
    end = owned.end() if owned else end
    found = blamed_people().match(text, max(0, start - 1), end)
    if found is None or not tells_who(found["name"]):
        return None
    return Piece.cut(text, *found.span("name"))


def _listed(bodies: Sequence[NameMention], text: str) -> Sequence[NameMention]:
    """The last body and those listed before it: "the army and police"."""
    pairs = zip(reversed(bodies[:-1]), reversed(bodies[1:]), strict=True)
    joined = takewhile(lambda p: _and().fullmatch(text, p[0].end, p[1].start), pairs)
    return [*[one for one, _ in joined][::-1], bodies[-1]]


@cache
def _and() -> re.Pattern[str]:
    return re.compile(r",?\s(?:and|or)\s(?:the\s)?|,\s(?:the\s)?")


@cache
def _more() -> re.Pattern[str]:
    """What tells more of those whom a phrase names: "… from the next village", "…, who"."""
    return re.compile(rf",?\s(?:{any_of('deeds', 'words', use='more')})\b|,\s", re.IGNORECASE)


@cache
def _told_of() -> re.Pattern[str]:
    """What opens a clause about those named, in which a group is somebody else."""
    return re.compile(r"\b(?:who|which|that|against|fighting|before|after)\b", re.IGNORECASE)


@cache
def _member_bodies() -> dict[str, str]:
    return {r["words"]: r["body"] for r in lexicon("deeds") if r["use"] == "member"}


@cache
def _members() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_member_bodies())})\b", re.IGNORECASE)
