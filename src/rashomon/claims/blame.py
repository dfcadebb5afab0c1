"""Who is said to have done it where no word of blame stands: "guards opened fire, the mayor said".

Only what is attributed makes such a claim: in the outlet's own prose the doer is simply the actor,
unless it only suspects him. Who tells of his own deed claims it, or admits it; who says that it was
not so, denies it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.deeds import Deed, Deeds
from rashomon.claims.doers import Doers, nameless
from rashomon.claims.making import Maker, stretch
from rashomon.claims.parties import Parties
from rashomon.claims.responsible_words import as_name, blames, capitalised
from rashomon.claims.speaking import body_of, is_own
from rashomon.data.naming import country
from rashomon.data.phrases import any_of, phrases, words
from rashomon.model.annotations import EventMention, NameKind, NameMention
from rashomon.model.claims import Claim, ResponsibleRole, ResponsibleValue
from rashomon.model.spans import Piece
from rashomon.model.voices import Voice

_DUTIES = frozenset({"crowd-control", "arrest", "release", "evacuation"})
_PROSE = frozenset({"outlet", "agency"})
_OURS = 4  # words in which "our" stands that opens a deed of one's own
_LOOK = 60  # characters before a deed in which "the claim that" may stand
_AFTER = re.compile(r"[.,;:”\"’]|\s(?:who|that|which|and)\b|$")


@dataclass(frozen=True, slots=True)
class Blame:
    """Finds the doers that the voices of one report name."""

    account: Account
    maker: Maker
    parties: Parties
    foreign: Collection[int] = ()
    """Where the mentions of other incidents start."""

    def claims(self, sentences: Sequence[int]) -> list[Claim]:
        """Claims of property ``responsible`` in the sentences that tell of one incident."""
        found = [claim for index in sentences for claim in self._of_sentence(index)]
        return list({claim.id: claim for claim in found}.values())

    def plainly(self, sentences: Sequence[int]) -> list[Claim]:
        """Who did it in the outlet's own plain prose, or what police say of their own duty: claims
        only where others say otherwise."""
        found = [
            claim
            for index in sentences
            for deed in self._deeds(index)
            for claim in self._in_prose(deed)
        ]
        return list({claim.id: claim for claim in found}.values())

    def _in_prose(self, deed: Deed) -> Iterator[Claim]:
        if deed.doer is None or deed.suspected or deed.negated:
            return
        at = stretch(*deed.words())
        told = self.maker.chains.told(*at)
        voice = self._voice(told.links[-1].voice)
        if told.stance != "asserted":
            return
        if voice.kind in _PROSE:
            yield self._claim(deed.doer, "accused", at)
        elif _is_duty(deed) and isinstance(deed.doer, NameMention) and is_own(deed.doer, voice):
            yield self._claim(deed.doer, "claimed", at)

    def _deeds(self, index: int) -> Iterator[Deed]:
        if self.account.readable(self.account.bounds(index)[0]):
            doers = Doers(self.account, self.parties)
            yield from Deeds(self.account, doers, self.parties, self.foreign).of(index)

    def _of_sentence(self, index: int) -> Iterator[Claim]:
        start, end = self.account.bounds(index)
        if not self.account.readable(start):
            return
        for deed in self._deeds(index):
            yield from self._told(deed)
        yield from self._identified(start, end)

    def _told(self, deed: Deed) -> Iterator[Claim]:
        """What a deed says of its doer, by who tells of it."""
        at = stretch(*deed.words())
        told = self.maker.chains.told(*at)
        voice = self._voice(told.links[-1].voice)
        doer = deed.doer or self._speaker(deed, voice)
        rejected = self._rejected(at[0])
        if doer is None or (self._only_claimed(at[0]) and not rejected):
            return
        named = isinstance(doer, NameMention)
        own = deed.doer is None or (isinstance(doer, NameMention) and is_own(doer, voice))
        denied = told.stance == "denied" or deed.negated or rejected
        if voice.kind in _PROSE:
            if deed.suspected and not denied:
                yield self._claim(doer, "accused", at, hedged=True)
        elif denied:
            if own or (named and voice.kind != "unnamed"):
                yield self._claim(doer, "denied", at)
        elif own and not (_is_duty(deed) and voice.kind != "group"):
            person = isinstance(doer, NameMention) and doer.kind == "person"
            by_name = person and deed.doer is not None
            if self._is_charged(at) or (by_name and not self._owns_up(at)):
                return  # who speaks of himself by his name is mostly somebody else who speaks
            yield self._claim(doer, "admitted" if person or self._owns_up(at) else "claimed", at)
        elif not own:
            yield self._claim(doer, "accused", at, hedged=deed.suspected)

    def _rejected(self, start: int) -> bool:
        """Whether the speaker answers what others have said: "*rejected reports that* its men had
        shelled it"."""
        before = self.account.report.text[max(0, start - _LOOK) : start]
        return bool(_rejects().search(before))

    def _only_claimed(self, start: int) -> bool:
        """Whether it is what somebody else said, told only to answer it: "*the claim that* it had
        attacked the barge was a lie"."""
        before = self.account.report.text[max(0, start - _LOOK) : start]
        return bool(_claim_that().search(before))

    def _is_charged(self, at: tuple[int, int]) -> bool:
        """Whether what makes him the source is a word of blame, that he is told of and not by:
        "he was charged and *accused* of …"."""
        near = self.account.told.get(self.account.sentence(at[0]), ())
        return any(
            each.cue and blames().match(each.cue.exact)
            for each in near
            if any(p.start < at[1] and at[0] < p.end for p in each.content)
        )

    def _owns_up(self, at: tuple[int, int]) -> bool:
        """Whether the verb of saying is one of admitting."""
        near = self.account.told.get(self.account.sentence(at[0]), ())
        cues = [
            each.cue.exact.casefold()
            for each in near
            if each.cue and any(p.start < at[1] and at[0] < p.end for p in each.content)
        ]
        admits = re.compile(rf"\b(?:{any_of('deeds', 'words', use='admits')})\b")
        return any(admits.search(cue) for cue in cues)

    def _identified(self, start: int, end: int) -> Iterator[Claim]:
        """ "Everybody says it was the coastguard"."""
        text = self.account.report.text
        for found in _it_was().finditer(text, start, end):
            read = (self._named_at(found.end(), end), self._sort_at(found.end(), end))
            doer = next((each for each in read if each and _AFTER.match(text, each.end)), None)
            if doer is None:
                continue
            land = country(doer.exact)
            if land is not None and land.demonym:  # "because it was *American*": a ship
                continue
            told = self.maker.chains.told(doer.start, doer.end)
            voice = self._voice(told.links[-1].voice)
            if voice.kind in _PROSE or (isinstance(doer, NameMention) and is_own(doer, voice)):
                continue
            denied = told.stance == "denied" or found["not"] is not None
            yield self._claim(doer, "denied" if denied else "accused", (found.start(), doer.end))

    def _sort_at(self, start: int, end: int) -> Piece | None:
        """ "They are *Orvan militia*": people without a name, but with a word for which; of "they
        were fishermen", who may be the dead, only fighters are told to have done it."""
        people = nameless(self.account.report.text, start, end)
        if people is None or people.start != start:
            return None
        which = " " in people.exact
        return people if which or people.exact.casefold() in _fighters() else None

    def _named_at(self, start: int, end: int) -> NameMention | None:
        """The body that begins there, known or only written like a name."""
        named = [body for body in self.parties.bodies(start, end) if body.start == start]
        found = capitalised().match(self.account.report.text, start - 1, end)
        if named or found is None or found.start("name") != start:
            return named[0] if named else None
        marked = (*self.account.notes.places, *self.account.notes.times)
        if any(each.start <= start < each.end for each in marked):
            return None
        return as_name(self.account.report.text, *found.span("name"))

    def _speaker(self, deed: Deed, voice: Voice) -> NameMention | None:
        """For whom he speaks who tells of "our men" or, as a lawyer, of "his client"; "he set it
        off" tells of somebody else."""
        said = deed.at.exact.casefold().split()
        issuer = self.maker.chains.speakers.issuer()
        if issuer is not None and issuer.name == voice.name and self._is_ours(said):
            return _issuing(issuer, deed.at)
        if "client" not in said:
            body = body_of(voice, self.account, self.parties)
            if body is None or _of_others(said, body) or not self._clear(deed, said[0]):
                return None
            if not deed.negated and (body.kind == "person" or _by_itself(deed.at.exact, body)):
                return None  # "we hit the ground", says a witness; "it went off", says the sheriff
            return body
        people = [n for n in self.account.names_in(0, deed.at.start) if n.kind == "person"]
        others = [n for n in people if n.canonical != voice.name]
        return others[-1] if others else None

    def _is_ours(self, said: Sequence[str]) -> bool:
        """ "We", "our fighters", "units of our heroic forces"."""
        return bool(words("deeds", "words", use="ours").intersection(said[:_OURS]))

    def _clear(self, deed: Deed, pronoun: str) -> bool:
        """Whether the speaker himself is meant: he is named as the source, and before "it" he names
        no other body ("the Front got aid that *it* used to attack", said by a ministry); not in
        "*it* has killed hundreds, according to the ministry", which is of something told before."""
        near = self.account.told.get(self.account.sentence(deed.at.start), ())
        for each in near:
            if each.cue and each.cue.start > deed.at.end and _cites().search(each.cue.exact):
                return False
            for piece in each.content:
                if not piece.start <= deed.at.start < piece.end:
                    continue
                if each.source and each.source.exact.casefold() in words("pronouns"):
                    return False
                ours = pronoun in words("deeds", "words", use="ours")
                return ours or not self.parties.bodies(piece.start, deed.at.start)
        return True

    def _voice(self, key: str) -> Voice:
        return self.maker.chains.speakers.voices[key]

    def _claim(
        self,
        doer: NameMention | Piece,
        role: ResponsibleRole,
        at: tuple[int, int],
        hedged: bool = False,
    ) -> Claim:
        value = ResponsibleValue(actor=self.parties.somebody(doer), role=role)
        return self.maker.claim("responsible", value, at, hedged=hedged)


def _issuing(issuer: Voice, at: Piece) -> NameMention:
    """Who issues the text as the bearer of his name."""
    kind: NameKind = "group" if issuer.kind == "group" else "organisation"
    return NameMention(start=at.start, end=at.end, exact=at.exact, kind=kind, canonical=issuer.name)


def _is_duty(deed: Deed) -> bool:
    """Whether it is what police are for: whoever tells that they cleared a square claims no
    deed."""
    return isinstance(deed.at, EventMention) and deed.at.kind in _DUTIES


def _of_others(said: Sequence[str], speaker: NameMention) -> bool:
    """Whether a pronoun is of others than the body that speaks: "he", said by an official; "they",
    said by any but an armed group; "its fighters", said by an army."""
    others = words("deeds", "words", use="somebody")
    group = speaker.kind == "group"
    rebels = words("deeds", "words", use="rebels")
    return said[0] in others or (not group and (said[0] == "they" or bool(rebels & set(said[:4]))))


def _by_itself(said: str, speaker: NameMention) -> bool:
    """Whether it is what things do: "it went off"; "it struck him", said by an office, is of the
    bullet."""
    flies = speaker.kind == "office" and phrases("deeds", "words", use="flies").search(said)
    return bool(flies) or phrases("deeds", "words", use="itself").search(said) is not None


@cache
def _claim_that() -> re.Pattern[str]:
    nouns = any_of("deeds", "words", use="said-so")
    return re.compile(
        rf"\b(?:(?:the|this|any|such|a|an)\s)?(?:{nouns})\s(?:(?:of|by|from)\s(?:[\w’'-]+\s){{1,5}})?"
        r"that\s(?:the\s)?$",
        re.IGNORECASE,
    )


@cache
def _cites() -> re.Pattern[str]:
    """How somebody else is cited: nobody is said to speak so of himself."""
    return re.compile(rf"\b(?:{any_of('deeds', 'words', use='cites')})\b", re.IGNORECASE)


@cache
def _rejects() -> re.Pattern[str]:
    verbs = any_of("deeds", "words", use="rejects")
    nouns = any_of("deeds", "words", use="said-so")
    return re.compile(rf"\b(?:{verbs})\s(?:\w+\s)?(?:{nouns})\sthat\s(?:the\s)?$", re.IGNORECASE)


@cache
def _fighters() -> frozenset[str]:
    armed = words("label_sets", "label", set="armed")
    return armed | {f"{label}s" for label in armed}


@cache
def _it_was() -> re.Pattern[str]:
    said = any_of("deeds", "words", use="it was")
    return re.compile(rf"\b(?:{said})\s(?P<not>not\s)?(?:the\s)?", re.IGNORECASE)
