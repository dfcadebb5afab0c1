"""Who acted and who was acted upon: actors with their names and labels."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from rashomon.claims.account import Account
from rashomon.claims.called import Called, called
from rashomon.claims.label_voices import label_of
from rashomon.claims.making import Maker, stretch
from rashomon.claims.when import happenings
from rashomon.data import lexicon
from rashomon.data.phrases import either, words
from rashomon.model.annotations import EventMention, NameKind, NameMention
from rashomon.model.base import content_id
from rashomon.model.claims import ActorValue, Claim, Property
from rashomon.model.spans import Piece
from rashomon.model.voices import Actor, ActorName

_NEXT_WORD = 24
_OWNER = 40  # characters before a body in which whose it is may stand
_OWNS = re.compile(r"(?:['’ʼ]s?)?\s")

_PARTIES = frozenset({"group", "state", "force", "office", "organisation"})


@dataclass(slots=True)
class Parties:
    """Gathers the actors of one report."""

    account: Account
    maker: Maker
    told: int
    """Where the incident is first told: what tells its crowd from another incident's."""
    actors: dict[str, Actor] = field(default_factory=dict)

    def claims(self, mentions: Iterable[EventMention]) -> list[Claim]:
        """Claims on actor and recipient for one incident's mentions."""
        found = [claim for mention in happenings(mentions) for claim in self._of_arguments(mention)]
        return list({claim.id: claim for claim in found}.values())

    def _of_arguments(self, mention: EventMention) -> Iterable[Claim]:
        for argument in mention.arguments:
            if argument.role not in ("actor", "recipient"):
                continue
            names = self._names(argument.start, argument.end)
            for name in names:
                value = ActorValue(actor=self.named(name))
                yield self.maker.claim(cast(Property, argument.role), value, stretch(name))
            if not names:
                yield from self._crowd(argument.role, argument.start, argument.end)

    def _names(self, start: int, end: int) -> list[NameMention]:
        names = [n for n in self.account.names_in(start, end) if n.kind in _PARTIES]
        return [name for name in names if name.kind != "state" or self._acts(name, end)]

    def _acts(self, name: NameMention, end: int) -> bool:
        """Whether a state's name stands for the state: it does not in "Iran-backed militia" or
        "U.S. embassy", where it only says which."""
        if name.end >= end:
            return True
        behind = self.account.report.text[name.end : name.end + _NEXT_WORD]
        following = re.match(r"[-\s]+(\w+)", behind)
        if following is None or name.end + following.start(1) >= end:
            return True
        word = following.group(1).casefold()
        return behind[0] != "-" and (word in _function_words() or _is_said_of(word))

    def _crowd(self, role: str, start: int, end: int) -> Iterable[Claim]:
        """Unnamed people who act together; what they are called is a label, not their nature."""
        if role != "actor":
            return
        counts = self.account.counts_in(start, end)[:1]
        called = [(count.noun or count.phrase.exact, count.phrase) for count in counts]
        if not counts:  # "the mob": a word for many that counts nobody
            piece = Piece.cut(self.account.report.text, start, end)
            called = [(said[-1], piece) for said in [piece.exact.casefold().split()] if said]
        for label, piece in called:
            if _is_crowd(label):
                value = ActorValue(actor=self._crowded(label, piece))
                yield self.maker.claim("actor", value, stretch(piece))

    def _crowded(self, called: str, piece: Piece) -> str:
        report = self.account.report.id
        actor_id = content_id("x", report, "crowd", self.told)
        label = label_of(self.account, self.maker, _word(called, piece), piece.start, piece.end)
        known = self.actors.get(actor_id)
        name = ActorName(text=called, count=1, reports=(report,))
        self.actors[actor_id] = Actor(
            id=actor_id,
            name=known.name if known else name.text,
            kind="crowd",
            country=None,
            names=_counted_in(known.names if known else (), name),
            labels=tuple(dict.fromkeys((*(known.labels if known else ()), label))),
            why_null={"country": "not-stated"},
        )
        return actor_id

    def named(self, name: NameMention) -> str:
        """The id of the actor of that name, one more time named."""
        return self.called(called(name), " ".join(name.exact.split()))

    def somebody(self, who: NameMention | Piece) -> str:
        """The id of the bearer of a name, or of people who are told of without one."""
        if isinstance(who, NameMention):
            return self.named(who)
        people = Called(" ".join(who.exact.split()), "crowd", None, str(self.told))
        return self.called(people, people.name)

    def called(self, who: Called, *spellings: str) -> str:
        """The id of an actor, one more time named with each of the spellings."""
        report = self.account.report.id
        actor_id = local_id(report, who)
        known = self.actors.get(actor_id)
        names = known.names if known else ()
        for text in spellings:
            names = _counted_in(names, ActorName(text=text, count=1, reports=(report,)))
        fresh = known or Actor(
            id=actor_id,
            name=who.name,
            kind=who.kind,
            country=who.country,
            why_null={} if who.country else {"country": "not-stated"},
        )
        self.actors[actor_id] = fresh.model_copy(update={"names": names})
        return actor_id

    def bodies(self, start: int, end: int) -> list[NameMention]:
        """Names of actors, and bodies called by a common noun ("the army"), in their order."""
        names = self._names(start, end)
        common = [
            each
            for found in _common().finditer(self.account.report.text, start, end)
            if not any(name.overlaps(*found.span()) for name in names)
            for each in (_body(found, self._land(found.start())),)
        ]
        return sorted([*names, *common], key=lambda name: name.start)

    def _land(self, at: int) -> str | None:
        """The country whose name stands right before: "the *Larnian* army", "*Larnia's* army"."""
        for name in reversed(self.account.names_in(max(0, at - _OWNER), at)):
            if not _OWNS.fullmatch(self.account.report.text, name.end, at):
                return None
            if name.kind in ("demonym", "state"):
                return name.country
        return None

    def force(self, called: str) -> NameMention | None:
        """A force or group of the report that goes by this name, as it is named last."""
        same = [n for n in self.account.notes.names if n.kind in ("force", "group", "office")]
        named = [n for n in same if n.canonical.casefold() == called.casefold()]
        if named:
            return named[-1]
        found = _common().fullmatch(called)
        return _body(found) if found is not None else None


def local_id(report: str, who: Called) -> str:
    """The id of an actor within its report."""
    return content_id("x", report, who.kind, who.name, who.country or "", who.tag)


def _counted_in(names: tuple[ActorName, ...], new: ActorName) -> tuple[ActorName, ...]:
    found = {name.text: name for name in names}
    old = found.get(new.text)
    count = old.count + 1 if old else 1
    found[new.text] = ActorName(text=new.text, count=count, reports=new.reports)
    return tuple(found[text] for text in sorted(found))


@cache
def _common_bodies() -> dict[str, tuple[str, str]]:
    """Common nouns for bodies of a state: each with its type and the kind of that."""
    return {
        word: (row["canonical"], row["kind"])
        for row in lexicon("offices")
        if row["canonical"].islower() and row["kind"] in ("force", "office")
        for word in (row["canonical"], *row["aliases"].split("|"))
        if word.islower()
    }


@cache
def _common() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_common_bodies())})\b", re.IGNORECASE)


def _body(found: re.Match[str], land: str | None = None) -> NameMention:
    canonical, kind = _common_bodies()[" ".join(found[0].casefold().split())]
    return NameMention(
        start=found.start(),
        end=found.end(),
        exact=found[0],
        kind=cast(NameKind, kind),
        canonical=canonical,
        country=land,
    )


def _is_said_of(word: str) -> bool:
    """Whether a word behind a name tells how one holds its bearer: "held Larnia *fully
    responsible*"."""
    return word.endswith("ly") or word in words("deeds", "words", use="held")


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("function_words"))


@cache
def _crowd_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in lexicon("crowds"))


def _word(called: str, piece: Piece) -> str:
    """The word of a phrase by which a crowd is called, as it stands there."""
    said = piece.exact.casefold().split()
    return next((word for word in reversed(said) if _is_crowd(word)), called.casefold())


def _is_crowd(called: str) -> bool:
    last = called.casefold().split()[-1:] or [""]
    return last[0] in _crowd_nouns() or last[0].removesuffix("s") in _crowd_nouns()
