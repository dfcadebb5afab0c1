"""Who is accused by whom, where the grammar of a sentence gives accuser, accused and matter."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.making import Maker, stretch
from rashomon.claims.named_parties import capital
from rashomon.claims.parties import Parties
from rashomon.claims.referents import Party, Referents
from rashomon.claims.responsible_words import other_offence, tells_who, unsaid
from rashomon.claims.speaking import is_own
from rashomon.data import lexicon
from rashomon.data.kinds import kind
from rashomon.data.naming import country
from rashomon.data.phrases import phrases, words
from rashomon.model.annotations import Attribution, EventMention, NameMention
from rashomon.model.charges import Charge, Matter
from rashomon.model.claims import Claim, ResponsibleValue
from rashomon.model.spans import Piece

_TOLD = frozenset({"event", "effect"})
_SAID_BEFORE = 30  # characters before a verb of blame in which "stopped short of" may stand


@dataclass(frozen=True, slots=True)
class Charges:
    """Reads the charges of one report."""

    account: Account
    maker: Maker
    parties: Parties
    foreign: Collection[int] = ()
    """Where the mentions of other incidents start."""

    def of_sentence(self, index: int) -> Iterator[Claim]:
        """The claims of one sentence."""
        for charge in self.account.charges.get(index, ()):
            if charge.frame == "accused" and self.account.readable(charge.start):
                yield from self._claims(charge)

    def covers(self, start: int, end: int) -> bool:
        """Whether the grammar has read the words of blame there."""
        charges = self.account.charges.get(self.account.sentence(start), ())
        return any(
            c.frame == "accused" and c.overlaps(start, end) and self._is_settled(c) for c in charges
        )

    def _is_settled(self, charge: Charge) -> bool:
        """Whether no pattern need look at it: not where "was behind it" is said of nobody that the
        grammar names."""
        if not _is_state(charge) or not self._of_deed(charge):
            return True
        return any(map(_is_named, self._parties(charge)))

    def _parties(self, charge: Charge) -> list[Party]:
        """Who is accused; of whom it is only said that he did it, must have a name."""
        referents = Referents(self.account, self.parties)
        found = [party for phrase in charge.parties for party in referents.of(phrase)]
        bare = charge.by is None and (charge.participle or _is_state(charge))
        return [party for party in found if not bare or _is_named(party)]

    def _claims(self, charge: Charge) -> Iterator[Claim]:
        if charge.negated or charge.wished or self._unsaid(charge) or not self._of_deed(charge):
            return
        if charge.each:
            yield from self._each(charge)
            return
        by = self._voice(charge.by, charge)
        for party in self._parties(charge):
            claim = self._claim(party, charge, by)
            if not self._himself(party, claim.chain[-1].voice):
                yield claim

    def _claim(self, party: Party, charge: Charge, by: str | None) -> Claim:
        value = ResponsibleValue(actor=self.parties.somebody(party), role="accused")
        near = self.account.sentence(party.start) == self.account.sentence(charge.start)
        at = stretch(party, charge) if near else stretch(charge)
        taken_up = charge.by is None or charge.by.exact.casefold() in words("pronouns")
        return self.maker.claim("responsible", value, at, by=by, inherit=by is None and taken_up)

    def _each(self, charge: Charge) -> Iterator[Claim]:
        """Two who accuse each other, each by the other."""
        referents = Referents(self.account, self.parties)
        both = [party for phrase in charge.parties for party in referents.of(phrase)][:2]
        for one, phrase in zip(both, reversed(charge.parties[:2]), strict=False):
            named = referents.of(phrase)[:1]
            by = self._of_party(named[0]) if named else None
            if by is None:
                continue
            value = ResponsibleValue(actor=self.parties.somebody(one), role="accused")
            yield self.maker.claim("responsible", value, stretch(charge), by=by)

    def _of_party(self, party: Party) -> str | None:
        """The voice of a party that is named."""
        if not isinstance(party, NameMention):
            return None
        return self.maker.chains.speakers.of_name(party)

    def _himself(self, party: Party, by: str) -> bool:
        """Nobody accuses himself, nor an embassy its state, whatever the parse."""
        voice = self.maker.chains.speakers.voices[by]
        if not isinstance(party, NameMention):
            return False
        said = voice.name.split()
        if words("deeds", "words", use="seat").isdisjoint(said):
            return is_own(party, voice)
        return any(land.name == party.canonical for land in map(country, said) if land)

    def _voice(self, phrase: Piece | None, charge: Charge) -> str | None:
        """The voice of who accuses; ``None`` for a pronoun, and where nobody is named."""
        if phrase is None or phrase.exact.casefold() in words("pronouns"):
            return None
        if not tells_who(phrase.exact):  # the attackers of whom somebody else tells
            return None
        speakers = self.maker.chains.speakers
        for each in self.account.heard.get(self.account.sentence(charge.start), ()):
            if each.cue and each.cue.overlaps(charge.start, charge.end) and _is(each, phrase):
                voiced = speakers.of(each)
                return voiced[0] if voiced else None
        for place in self.account.places_in(phrase.start, phrase.end):
            state = capital(place)
            if state is not None and place.exact == phrase.exact:
                return speakers.of_name(state)
        named = self.account.names_in(phrase.start, phrase.end)
        if named and named[-1].end == phrase.end:
            return speakers.of_name(named[-1])
        voiced = speakers.of(_said(phrase, charge))
        return voiced[0] if voiced else None

    def _unsaid(self, charge: Charge) -> bool:
        """Whether the words right before say that nobody did so: "stopped short of blaming"."""
        first, _ = self.account.bounds(self.account.sentence(charge.start))
        start = max(first, charge.start - _SAID_BEFORE)
        if charge.by is not None:
            start = max(start, min(charge.by.end, charge.start))
        return unsaid().search(self.account.report.text, start, charge.start) is not None

    def _of_deed(self, charge: Charge) -> bool:
        """Whether it is for what happened: not for words, for failing to act, for another deed."""
        one = not _is_state(charge)
        told = [each for each in charge.matter if one or _is_this(each)]
        return not charge.matter or any(self._is_deed(each) for each in told)

    def _is_deed(self, matter: Matter) -> bool:
        if other_offence().match(f" {matter.exact}"):
            return False
        inside = self._events(matter)
        if inside and all(m.start in self.foreign for m in inside):
            return False
        if matter.verbal:
            done = any(m.overlaps(matter.head.start, matter.head.end) for m in inside)
            if done or matter.lemma in _deed_verbs():
                return True
            light = matter.lemma in words("deeds", "words", use="light")
            return light and (self._of_people(matter) or self._tells_deed(matter, inside))
        if matter.exact.casefold() in words("pronouns"):
            return True
        return self._tells_deed(matter, inside)

    def _of_people(self, matter: Matter) -> bool:
        """Whether it is done to people, with a crowd, or with what was told: "planting *it*"."""
        said = words("crowds", "noun") | words("pronouns")
        crowd = said.intersection(matter.exact.casefold().split()[1:])
        return bool(crowd or self.account.counts_in(matter.start, matter.end))

    def _tells_deed(self, matter: Matter, inside: list[EventMention]) -> bool:
        crimes = phrases("deeds", "words", use="crime")
        blows = phrases("deeds", "words", use="blow")
        return bool(inside or crimes.search(matter.exact) or blows.search(matter.exact))

    def _events(self, matter: Matter) -> list[EventMention]:
        told = self.account.events.get(self.account.sentence(matter.start), ())
        within = (m for m in told if matter.start <= m.start < matter.end)
        return [m for m in within if kind(m.kind).role in _TOLD]


def _is(attribution: Attribution, phrase: Piece) -> bool:
    """Whether it has the phrase for its source."""
    source = attribution.source
    return source is not None and source.overlaps(phrase.start, phrase.end)


def _is_this(matter: Matter) -> bool:
    """Whether it is a deed that was told of: not "responsible for *abuses*", ever and anywhere."""
    first = matter.exact.casefold().split()[0]
    definite = words("grammar_words", use="definite") | words("pronouns")
    return matter.verbal or first in definite or not matter.head.exact.endswith("s")


def _is_named(party: Party) -> bool:
    return isinstance(party, NameMention)


def _said(phrase: Piece, charge: Charge) -> Attribution:
    """The charge as the words of its accuser, where no attribution was seen."""
    content = Piece(start=charge.start, end=charge.end, exact=charge.exact)
    return Attribution(
        id=f"charge-{charge.start}",
        source=phrase,
        cue=content,
        content=(content,),
        kind="indirect",
    )


@cache
def _deed_verbs() -> frozenset[str]:
    return frozenset(
        row["verb"] for row in lexicon("charges") if row["frame"] == "did" and not row["with"]
    )


def _is_state(charge: Charge) -> bool:
    """Whether it says what somebody is ("is *behind* it"), and not what others do to him."""
    said = words("charges", "with", frame="be")
    return charge.exact.casefold() in {word for each in said for word in each.split("|")}
