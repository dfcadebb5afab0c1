"""The bodies that a report hears: which one "the committee" is, and for which one a person speaks.

A body is a committee, a ministry, a hospital, a union: by name, or by a common noun with a word of
its own ("the town's emergency committee").
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from rashomon.claims.account import Account
from rashomon.claims.posts import TITLED, forms
from rashomon.data.body_names import body_nouns, chief_noun, telling_words
from rashomon.data.naming import known, ranked_bodies_in, title_kinds, voice_command, voice_kind
from rashomon.data.phrases import any_of, either, words
from rashomon.model.annotations import NameMention, VoiceKind

_KINDS = frozenset({"office", "organisation", "force", "group"})
_NEAR = 110  # characters on both sides of a person's name
_SHORT = re.compile(r"(?:the|this|that|its|their|said)\s+(?P<rest>[\w-]+(?:\s[\w-]+){0,2})", re.I)
_BESIDE = 50  # characters on both sides of a name in which a post stands
_MEMORY = 200  # bodies, or mentions of a person, that are looked back on
_TITLE = re.compile(r"\b(?P<title>[A-Z][a-z]{3,15})\s$")
_RANK = re.compile(r"\b(?P<title>[A-Z][a-z]{1,15})\.?\s(?=[A-Z])")
_LAST_WORD = re.compile(r"\b[A-Z][a-z]{1,15}\.?\s$")
_ARTICLE = re.compile(r"an?\s", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?P<name>(?:[A-Z][\w’'-]+\s)+[A-Z][\w’'-]+)$")
_WORD = re.compile(r"\w+")
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
        self._starts = [body.start for body in self._all]
        self._people: dict[str, str | None] = {}
        self._holders: dict[str, str | None] = {}
        self._named: dict[str, list[NameMention]] = defaultdict(list)
        for name in account.notes.names:
            if name.kind == "person":
                self._named[name.canonical].append(name)

    def at(self, start: int, end: int) -> Body | None:
        """The body that these words are, an article aside."""
        inside = self._inside(start, end)
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
        last = bisect_left(self._starts, before)
        earlier = self._all[max(0, last - _MEMORY) : last]
        if self._all and self._all[0].end == 0:
            earlier = [self._all[0], *earlier]  # the issuer is never forgotten
        if noun in body_nouns():
            longer = [b for b in earlier if _is_longer(b.name, found["rest"], noun, wanted)]
            if longer:
                return self._named_before(longer[-1]) or longer[-1]
        if noun in _ANY_GROUP and wanted - _sorts() == {noun}:
            groups = (b for b in reversed(earlier) if b.kind == "group")
            return next((b for b in groups if not only_close(self._text, b.end)), None)
        return None

    def _named_before(self, body: Body) -> Body | None:
        """Whose sort a body's words only tell behind a comma: "*Human Care*, a rights group"."""
        if not _ARTICLE.match(self._text, body.start):
            return None
        ends = body.start - len(", ")
        if self._text[ends : body.start] != ", ":
            return None
        for name in reversed(self._account.names_in(max(0, ends - _NEAR), ends)):
            if name.end == ends and name.kind in _KINDS | {"agency", "outlet"}:
                return Body(name.start, name.end, name.canonical, voice_kind(name.kind, "group"))
        found = _NAME_BEFORE.search(self._text, max(0, ends - _NEAR), ends)
        return Body(*found.span("name"), found["name"], body.kind) if found else None

    def of_person(self, canonical: str) -> str | None:
        """The body that a person of this name speaks for, where the report says so."""
        if canonical not in self._people:
            own = self._named.get(canonical, ())
            found = [self._beside(name.start, name.end) for name in own[:_MEMORY]]
            found += [self._by_title(name.start) for name in own[:_MEMORY]]
            found += [self._by_ward(name.start, name.end) for name in own[:_MEMORY]]
            found += [self._by_rank(name.start) for name in own[:_MEMORY]]
            self._people[canonical] = next(filter(None, found), None)
        return self._people[canonical]

    def _by_title(self, start: int) -> str | None:
        """The body whose post the title before a name is, where the report has both together: "the
        *police commissioner*" and then "Commissioner Dost"."""
        title = _TITLE.search(self._text, max(0, start - _NEAR), start)
        if title is None or title_kinds().get(title["title"].casefold()) not in ("office", "rank"):
            return None
        post = re.compile(rf"\b(?P<whole>[a-z]+\s{title['title'].casefold()})\b")
        called = {each["whole"] for each in post.finditer(self._text.casefold())}
        return voice_command(called.pop(), "official") if len(called) == 1 else None

    def _by_rank(self, start: int) -> str | None:
        """The one force of which the report speaks, for somebody with a rank before the name."""
        rank = _RANK.match(self._text, self._title_at(start))
        if rank is None or title_kinds().get(rank["title"].casefold()) != "rank":
            return None
        return self._one_force

    def _title_at(self, start: int) -> int:
        """Where the word before a name begins, or the name where its title belongs to it."""
        before = _LAST_WORD.search(self._text, max(0, start - _NEAR), start)
        return before.start() if before else start

    @cached_property
    def _one_force(self) -> str | None:
        forces = ranked_bodies_in(self._text)
        return next(iter(forces)) if len(forces) == 1 else None

    def holder(self, title: str) -> str | None:
        """The person who holds an office that words name alone ("the governor"), where the report
        gives the title to just one."""
        bare = re.sub(r"^(?:the|its|their)\s+", "", title.strip(), flags=re.I).casefold()
        if title_kinds().get(bare) not in ("office", "rank"):
            return None
        if bare not in self._holders:
            self._holders[bare] = self._who_holds(bare)
        return self._holders[bare]

    def _who_holds(self, title: str) -> str | None:
        before = re.compile(rf"\b{re.escape(title)}{TITLED}$", re.IGNORECASE)
        holders = {
            canonical
            for canonical, names in self._named.items()
            for name in names
            if before.search(self._text[max(0, name.start - _NEAR) : name.start])
        }
        return holders.pop() if len(holders) == 1 else None

    def of_member(self, start: int, end: int) -> str | None:
        """The body of which the words name a member, without his name: "a nurse of the clinic"."""
        for body in self._inside(start, end):
            before, behind = self._text[start : body.start], self._text[body.end : end]
            if forms().post_of.search(before) or forms().own_post.match(behind):
                return self._called(body)
        return self._ward_of(start, end)

    def _by_ward(self, start: int, end: int) -> str | None:
        """The one hospital of the sentence in which a person is called a medic beside the name."""
        index = self._account.sentence(start)
        first, last = self._account.bounds(index)
        beside = self._text[max(first, start - _BESIDE) : min(last, end + _BESIDE)]
        return self._ward_in(index) if forms().medic.search(beside) else None

    def _ward_in(self, index: int) -> str | None:
        wards = {b.name for b in self._inside(*self._account.bounds(index))}
        wards = {name for name in wards if chief_noun(name) in _WARDS}
        return wards.pop() if len(wards) == 1 else None

    def _ward_of(self, start: int, end: int) -> str | None:
        """The hospital of "a nurse", where the sentence names just one."""
        if not forms().medic.search(self._text[start:end]):
            return None
        return self._ward_in(self._account.sentence(start))

    def _beside(self, start: int, end: int) -> str | None:
        """The body in whose post the person at these words stands."""
        first, last = self._account.bounds(self._account.sentence(start))
        told = forms()
        for body in reversed(self._inside(max(first, start - _NEAR), start)):
            between = self._text[body.end : start]
            post = told.post_of.search(self._text[max(first, body.start - _NEAR) : body.start])
            if told.body_then_person.fullmatch(between) or (
                post and told.up_to_person.fullmatch(between)
            ):
                return self._called(body)
        for body in self._inside(end, min(last, end + _NEAR)):
            between = self._text[end : body.start]
            behind = self._text[body.end : min(last, body.end + _NEAR)]
            if told.person_of_body.fullmatch(between) or (
                _COMMA.fullmatch(between) and told.own_post.match(behind)
            ):
                return self._called(body)
        return None

    def _inside(self, start: int, end: int) -> list[Body]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [b for b in self._all[first:last] if b.end <= end and b.end > b.start]

    def _called(self, body: Body) -> str:
        """Its name in full, where this is a short form."""
        bare = re.sub(r"^(?:the|its|their)\s", "", self._text[body.start : body.end], flags=re.I)
        whole = self.meant(f"the {bare}", body.start)
        return whole.name if whole is not None else body.name


def only_close(text: str, end: int) -> bool:
    """Whether the words behind a name only say that another body is close to that one: "an
    al-Qaida *affiliate*"."""
    return _kin().match(text, end) is not None


def hyphened_close(text: str, end: int) -> bool:
    """The same in one word with the name: "an al-Qaida-*linked* group"."""
    return text[end : end + 1] == "-" and only_close(text, end)


def of_a_close_one(name: str) -> bool:
    """Whether who is called so is only close to somebody of a name: "al-Qaida-linked group"."""
    return any(hyphened_close(name, found.end()) for found in _WORD.finditer(name))


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(rf"[-\s](?:{any_of('deeds', 'words', use='kin')})\b", re.IGNORECASE)


def _is_longer(name: str, words_: str, noun: str, wanted: frozenset[str]) -> bool:
    """Whether a name is the longer one; "the state government" is no "Local Government"."""
    if chief_noun(name) != noun or not wanted < telling_words(name):
        return False
    levels = words("body_words", "word", level="yes")
    mine = levels.intersection(words_.casefold().split())
    return not mine or not levels.intersection(name.casefold().split()) - mine


def _bodies(account: Account, issuer: str | None) -> Iterator[Body]:
    """Bodies by name, and by a common noun with a word of its own."""
    if issuer:
        yield Body(0, 0, issuer, "group")
    bodies = [n for n in account.notes.names if n.kind in _KINDS]
    names = [n for n in bodies if n.canonical.casefold() not in body_nouns() or known(n.canonical)]
    for name in names:
        yield Body(name.start, name.end, name.canonical, voice_kind(name.kind, "group"))
    taken = sorted((name.start, name.end) for name in names)
    for found in _common().finditer(account.report.text):
        if not _overlapped(taken, *found.span("core")):
            kind = body_nouns()[found["noun"].casefold()]
            yield Body(*found.span(), found[0], kind)


def _overlapped(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of some stretches, which are sorted and apart, shares a character with these."""
    at = bisect_left(taken, (end, 0))
    return at > 0 and taken[at - 1][1] > start


@cache
def _sorts() -> frozenset[str]:
    """Words that say what sort of group "the *militant* group" is, and not which."""
    return words("deeds", "words", use="sort")


@cache
def _common() -> re.Pattern[str]:
    """ "the town's emergency committee", "the national refugee commission", "a district hospital";
    also "the committee" alone, which is a short form of one of these."""
    nouns = either(noun for noun in body_nouns() if noun.isalpha())
    word = r"[\w'’-]{1,40}"
    owner = r"(?:[Tt]he\s)?[\w-]{1,40}['’ʼ]s?"
    place = r"(?:\s(?:of|in|for)\s(?:the\s)?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})?"
    return re.compile(
        rf"\b(?:{owner}|[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s"
        rf"(?P<core>(?:{word}\s){{0,2}}?(?P<noun>(?i:{nouns})))\b(?!\s(?:{nouns})\b){place}"
    )
