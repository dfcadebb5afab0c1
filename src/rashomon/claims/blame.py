"""Who is said to have done it where no word of blame stands: "guards opened fire, the mayor said".

Only what is attributed makes such a claim: in the outlet's own prose the doer is simply the actor.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker, stretch
from rashomon.claims.parties import Parties
from rashomon.data import lexicon
from rashomon.data.body_names import telling_words
from rashomon.data.phrases import either, words
from rashomon.model.annotations import NameMention
from rashomon.model.claims import Claim, ResponsibleRole, ResponsibleValue
from rashomon.model.spans import Piece
from rashomon.model.voices import Voice

_BEFORE = 90  # characters before a doer in which "shot by" may stand
_AFTER_VERB = r"(?:[\w’'-]+\s){0,7}?"
_SOME_OF = (
    r"(?:(?:an?\s|the\s)?(?:men|members|fighters|agents|gunmen|a\sunit|part)\sof\s(?:the\s)?)?"
)
_BEFORE_DOER = r"(?:(?!(?:to|at|in|of|on|from|near|for)\b)[\w’'-]+\s){0,2}"
_NONE = re.compile(r"\b(?:no|not|never|nobody)\b", re.IGNORECASE)
_DOERS = frozenset({"group", "force", "state", "office"})
_OWN_KINDS = frozenset({"official", "state"})


@dataclass(frozen=True, slots=True)
class Blame:
    """Finds the doers that the voices of one report name, and what bodies say they did not do."""

    account: Account
    maker: Maker
    parties: Parties

    def claims(self, sentences: Sequence[int]) -> list[Claim]:
        """Claims of property ``responsible`` in the sentences that tell of one incident."""
        found = [claim for index in sentences for claim in self._of_sentence(index)]
        return list({claim.id: claim for claim in found}.values())

    def _of_sentence(self, index: int) -> Iterator[Claim]:
        start, end = self.account.bounds(index)
        if not self.account.readable(start):
            return
        for doer in self._doers(start, end):
            deed = self._deed(doer, start, end)
            if deed is not None:
                yield from self._accusation(doer, deed)
        yield from self._not_done(start, end)
        yield from self._own_deed(start, end)

    def _doers(self, start: int, end: int) -> list[NameMention]:
        """Bodies, those who serve in one, and people whom a label classes."""
        text = self.account.report.text
        bodies = [body for body in self.parties.bodies(start, end) if body.kind in _DOERS]
        members = [
            each
            for found in _members().finditer(text, start, end)
            for each in (self._member(found),)
            if not any(body.overlaps(each.start, each.end) for body in bodies)
        ]
        return [*bodies, *members]

    def _member(self, found: re.Match[str]) -> NameMention:
        """ "Larnian soldiers" are a force of that country; "soldiers" alone the army."""
        people = next(
            (
                name
                for name in self.account.names_in(max(0, found.start() - 40), found.start())
                if name.kind in ("demonym", "state") and name.end + 1 == found.start()
            ),
            None,
        )
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

    def _deed(self, doer: NameMention, start: int, end: int) -> Piece | None:
        text = self.account.report.text
        behind = _does().match(text, doer.end, end)
        if behind is not None:
            return Piece.cut(text, behind.start("deed"), behind.end())
        before = _done_by().search(text, max(start, doer.start - _BEFORE), doer.start)
        if before is None or _NONE.search(text, start, before.start()):
            return None
        return Piece.cut(text, before.start(), before.end())

    def _accusation(self, doer: NameMention, deed: Piece) -> Iterator[Claim]:
        told = self.maker.chains.told(*stretch(doer, deed))
        voice = self.maker.chains.speakers.voices[told.links[-1].voice]
        if voice.kind in ("outlet", "agency") or told.stance == "denied":
            return
        if _is_own(doer, voice):
            return
        yield self._claim(doer, "accused", stretch(doer, deed))

    def _not_done(self, start: int, end: int) -> Iterator[Claim]:
        """ "No market was bombed", from a body that could have done it."""
        for found in _nothing_hit().finditer(self.account.report.text, start, end):
            told = self.maker.chains.told(*found.span())
            voice = self.maker.chains.speakers.voices[told.links[-1].voice]
            body = self._force(voice)
            if body is not None:
                yield self._claim(body, "denied", found.span())

    def _own_deed(self, start: int, end: int) -> Iterator[Claim]:
        """What an armed group's own statement says that it did."""
        issuer = self.maker.chains.speakers.issuer()
        if issuer is None or issuer.kind != "group":
            return
        for found in _we_did(issuer.name).finditer(self.account.report.text, start, end):
            name = NameMention(
                start=found.start("who"),
                end=found.end("who"),
                exact=found["who"],
                kind="group",
                canonical=issuer.name,
            )
            yield self._claim(name, "claimed", found.span())

    def _force(self, voice: Voice) -> NameMention | None:
        """The force for which a voice speaks, as an actor."""
        called = (voice.command or voice.name).split(" (")[0]
        body = self.parties.force(called)
        return body if voice.kind not in ("outlet", "agency", "unnamed") else None

    def _claim(self, doer: NameMention, role: ResponsibleRole, at: tuple[int, int]) -> Claim:
        value = ResponsibleValue(actor=self.parties.named(doer), role=role)
        return self.maker.claim("responsible", value, at, denied=False)


def _is_own(doer: NameMention, voice: Voice) -> bool:
    """Whether the voice speaks of itself, or an official of the forces of his own state."""
    mine = telling_words(doer.canonical)
    for name in (voice.name, voice.command or ""):
        if name and (mine <= telling_words(name) or telling_words(name) <= mine):
            return True
    return voice.kind in _OWN_KINDS and doer.country is None and doer.canonical.islower()


@cache
def _member_bodies() -> dict[str, str]:
    return {r["words"]: r["body"] for r in lexicon("deeds") if r["use"] == "member"}


@cache
def _members() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_member_bodies())})\b", re.IGNORECASE)


@cache
def _does() -> re.Pattern[str]:
    verbs = either(words("deeds", "words", use="does"))
    adverbs = r"(?:\s(?:had|have|has|also|then|once|more|again|later|deliberately|who|which)){0,4}"
    return re.compile(rf",?{adverbs}\s(?P<deed>{verbs})\b", re.IGNORECASE)


@cache
def _done_by() -> re.Pattern[str]:
    verbs = either(words("deeds", "words", use="done"))
    return re.compile(rf"\b(?:{verbs})\s{_AFTER_VERB}by\s{_SOME_OF}{_BEFORE_DOER}$", re.IGNORECASE)


@cache
def _nothing_hit() -> re.Pattern[str]:
    targets = either(words("deeds", "words", use="target"))
    done = either(words("deeds", "words", use="done"))
    return re.compile(
        rf"\bno\s(?:\w+\s)?(?:{targets})\s(?:was|were|had\sbeen|has\sbeen)\s(?:{done}|harmed|used|hurt)\b"
        rf"|\b(?:hit|struck|killed|harmed|bombed|shelled|had)\sno\s(?:{targets})\b",
        re.IGNORECASE,
    )


@cache
def _we_did(issuer: str) -> re.Pattern[str]:
    verbs = either(words("deeds", "words", use="does"))
    called = "|".join(re.escape(part) for part in re.split(r"\sof\s(?:the\s)?", issuer) if part)
    who = rf"we|our\s(?:men|fighters|forces|units|heroes|mujahideen)|the\s(?:{called})"
    return re.compile(rf"\b(?P<who>{who})\s(?:have\s|had\s)?(?:{verbs})\b", re.IGNORECASE)
