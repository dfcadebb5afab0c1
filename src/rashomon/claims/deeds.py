"""Deeds of an incident with whoever is said to have done them: by name, as "its fighters", as
"Larnian missiles"."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.claims.account import Account
from rashomon.claims.doers import Doers
from rashomon.claims.parties import Parties
from rashomon.claims.referents import Referents
from rashomon.claims.speaking import state_of
from rashomon.data.kinds import kind
from rashomon.data.phrases import any_of, either, phrases, words
from rashomon.model.annotations import EventMention, NameMention
from rashomon.model.charges import Charge
from rashomon.model.spans import Piece

_BEFORE = 90  # characters before a doer in which "shot by" may stand
_OWNER = 40  # characters before a noun in which whose people they are may stand
_AIMED_AT = 60  # characters behind a deed in which its object begins
_SUSPECTED = 30
_NEAR_WORDS = 3  # between a doer and his verb in -ing ("continued", "then began")
_HARMLESS = 30  # characters behind a deed in which "into the air" begins and ends
_ANSWERS = frozenset({"accusation", "legal", "charge", "hearing", "arrest"})
"""Kinds of events that befall who did it."""

_HARM = frozenset({"killed", "injured", "abducted", "casualties"})
_PEOPLE = frozenset({"demonym", "state"})
_NO_WRONG = frozenset(
    {"protest", "labour-strike", "hunger-strike", "clash", "evacuation", "release", "escape"}
)
"""What is no wrong to answer for: to march, to fight back, to bring to safety."""
_WEAPONS_OF_STATES = frozenset({"air-strike", "drone-strike", "shelling", "rocket-attack"})


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, in the words of ``at``. The ``doer`` is a body, people without a name, or
    ``None``: the speaker's own ("it", "our fighters"). ``suspected``: the words themselves leave it
    open who it was."""

    doer: NameMention | Piece | None
    at: Piece
    negated: bool = False
    suspected: bool = False

    def words(self) -> tuple[Piece, ...]:
        """The pieces that the claim is made of."""
        return (self.doer, self.at) if self.doer is not None else (self.at,)


@dataclass(frozen=True, slots=True)
class Deeds:
    """Finds the deeds in the sentences of one report."""

    account: Account
    doers: Doers
    parties: Parties
    foreign: Collection[int]
    """Where the mentions of other incidents start."""

    def of(self, index: int) -> Iterator[Deed]:
        """The deeds of one sentence that belong to no other incident."""
        start, end = self.account.bounds(index)
        charges = self.account.charges.get(index, ())
        laid = [matter for charge in charges for matter in charge.matter if charge.frame != "did"]
        mentions = [m for m in self.account.events.get(index, ()) if _is_deed(m)]
        mentions = [m for m in mentions if not _within(m, laid)]
        own = [m for m in mentions if m.start not in self.foreign and not self._to_himself(m)]
        for mention in own:
            yield from self._of_actors(mention)
            yield from self._of_noun(mention, start)
        told = self.account.events.get(index, ())
        for charge in charges:
            if charge.frame == "did" and not _within(charge, laid):
                yield from self._of_charge(charge, told)
        yield from self._of_own(start, end)

    def _of_actors(self, mention: EventMention) -> Iterator[Deed]:
        """Whom the grammar makes the doer."""
        if self._habitual(mention) or self._harmless(mention):
            return
        if self._spares(mention):
            return
        text = self.account.report.text
        yield from self._of_owners(mention)
        if self._against_doers(mention.end):
            return
        for argument in mention.arguments:
            if argument.role != "actor":
                continue
            if own_people().fullmatch(text, argument.start, argument.end):
                first, last = min(argument.start, mention.start), max(argument.end, mention.end)
                yield Deed(None, Piece.cut(text, first, last), mention.negated)
                continue
            told = self.account.events.get(self.account.sentence(mention.start), ())
            for doer in self.doers.of(argument.start, argument.end, _harms(mention)):
                if text[doer.end : doer.end + 1] == ":":  # "Police: Gunman kills two"
                    continue
                if self._is_hit(doer, told) or _accuses(doer, mention, told):
                    continue
                if self._only_speaks(mention, doer) or self._is_victim(doer, mention, told):
                    continue
                if self._is_noun(mention, doer):
                    continue
                if not isinstance(doer, NameMention) and self._befell(mention, doer):
                    continue
                suspected = mention.modality == "alleged" or self._suspected(doer)
                yield Deed(doer, mention, mention.negated, suspected)

    def _of_owners(self, mention: EventMention) -> Iterator[Deed]:
        """Whose aircraft or missiles it was done with, where the grammar has them for a means."""
        if any(a.role == "actor" for a in mention.arguments):
            return
        for argument in mention.arguments:
            if argument.role == "weapon" and argument.end <= mention.start:
                for owner in self.doers.owners(argument.start, argument.end):
                    yield Deed(owner, mention, mention.negated, self._suspected(owner))

    def _of_noun(self, mention: EventMention, start: int) -> Iterator[Deed]:
        """ "A *Larnian* air strike", "an *Islamic State* attack"."""
        if mention.negated or not phrases("deeds", "words", use="blow").search(mention.exact):
            return
        before = self.account.names_in(max(start, mention.start - _OWNER), mention.start)
        text = self.account.report.text
        if not before or not _RIGHT_BEFORE.fullmatch(text, before[-1].end, mention.start):
            return
        owner = before[-1]
        if owner.kind in ("group", "force"):
            yield Deed(owner, mention, suspected=self._suspected(owner))
        elif owner.kind in _PEOPLE and _by_a_state(mention):
            yield Deed(state_of(owner), mention, suspected=self._suspected(owner))

    def _of_charge(self, charge: Charge, mentions: Sequence[EventMention]) -> Iterator[Deed]:
        """Whose deed a verb tells in which no event was seen, or none with its doer."""
        seen = [m for m in mentions if m.overlaps(charge.start, charge.end)]
        if any(self._has_doer(m) for m in seen) or self._is_foreign(charge, mentions):
            return
        if charge.wished or self._harmless(charge) or self._against_doers(charge.end):
            return
        hit = [a for m in seen for a in m.arguments if a.role == "recipient"]
        for phrase in charge.parties:
            if any(phrase.overlaps(a.start, a.end) for a in hit):  # "Six killed as …"
                continue
            for doer in self._by(phrase, charge):
                if doer is not None and self._is_hit(doer, mentions):
                    continue
                at = charge if doer is not None else _joined(phrase, charge, self.account)
                suspected = doer is not None and self._suspected(doer)
                yield Deed(doer, at, charge.negated, suspected)

    def _is_foreign(self, charge: Charge, mentions: Sequence[EventMention]) -> bool:
        """Whether the verb, who does it or what is done names another incident: "*air strikes*
        targeting the Front", "conducted *strikes*"."""
        pieces = (charge, *charge.parties, *charge.matter)
        others = [m for m in mentions if m.start in self.foreign]
        return any(m.overlaps(piece.start, piece.end) for m in others for piece in pieces)

    def _by(self, phrase: Piece, charge: Charge) -> Sequence[NameMention | Piece | None]:
        """Who of a phrase did it; ``None`` for the speaker himself and his own."""
        if own_people().fullmatch(phrase.exact):
            return [None]
        if phrase.exact.casefold() in words("pronouns"):
            return []
        found = Referents(self.account, self.parties).of(phrase)
        persons = [d for d in found if isinstance(d, NameMention) and d.kind == "person"]
        return found if charge.matter or not persons else []

    def _has_doer(self, mention: EventMention) -> bool:
        return any(a.role == "actor" for a in mention.arguments)

    def _of_own(self, start: int, end: int) -> Iterator[Deed]:
        """ "It had no hand in it", where no deed was seen."""
        text = self.account.report.text
        for found in _own_not().finditer(text, start, end):
            yield Deed(None, Piece.cut(text, *found.span()), negated=True)

    def _is_hit(self, doer: Piece, told: Sequence[EventMention]) -> bool:
        """Whether the doer stands among those who are hit, and only its past is told: "struck
        bases of the *Front*, which had attacked …"."""
        return any(
            argument.role == "recipient"
            and mention.kind not in _ANSWERS
            and doer.end <= argument.end
            and len(self.account.report.text[argument.start : doer.start].split()) > 1
            for mention in told
            for argument in mention.arguments
        )

    def _only_speaks(self, deed: Piece, doer: Piece) -> bool:
        """Whether a quotation ends between the deed and him: "they shot him,” *Jones* said"."""
        between = self.account.report.text[deed.end : doer.start]
        return bool(_QUOTE_ENDS.search(between))

    def _is_noun(self, deed: EventMention, doer: Piece) -> bool:
        """Whether a word in -ing that nobody suffers stands too far behind him to be his verb:
        "*Orsa* sat with Tresk and *shooting* victim Pell"."""
        bare = deed.exact.endswith("ing") and all(a.role != "recipient" for a in deed.arguments)
        between = self.account.report.text[doer.end : deed.start].split()
        parted = words("deeds", "words", use="no verb").intersection(between)
        return bare and (len(between) > _NEAR_WORDS or bool(parted))

    def _is_victim(self, doer: Piece, deed: EventMention, told: Sequence[EventMention]) -> bool:
        """Whether he himself is whom the sentence tells to be hurt, and nobody else is hurt by the
        deed: "*Orsa* tried to escape but was shot and crashed"."""
        spans = [(m, a) for m in told for a in m.arguments if a.role == "recipient"]
        hurt = [m for m, a in spans if m.affects in _HARM and doer.overlaps(a.start, a.end)]
        acts = any(
            a.role == "actor" and doer.overlaps(a.start, a.end) for m in hurt for a in m.arguments
        )
        others = any(m == deed and not doer.overlaps(a.start, a.end) for m, a in spans)
        return bool(hurt) and not acts and not (others and deed.affects in _HARM)

    def _suspected(self, doer: Piece) -> bool:
        """Whether the doer is only thought to be one: "suspected Zarqan militants"."""
        text = self.account.report.text
        before = text[max(0, doer.start - _SUSPECTED) : doer.start]
        return bool(_supposed().search(before) or _supposed_to_be().match(text, doer.end))

    def _against_doers(self, end: int) -> bool:
        """Whether the deed was done to those who did it: "police shot at the gunmen"."""
        return bool(_doers_hit().match(self.account.report.text, end))

    def _spares(self, mention: EventMention) -> bool:
        """Whether it befell nobody: "the raid hit no civilians"."""
        spans = [(a.start, a.end) for a in mention.arguments if a.role == "recipient"]
        counts = [c for span in spans for c in self.account.counts_in(*span)]
        return any(count.low == count.high == 0 for count in counts)

    def _habitual(self, mention: EventMention) -> bool:
        """Whether it tells what somebody does or does not do in general: "it *only strikes*
        depots"."""
        text = self.account.report.text
        around = text[max(0, mention.start - _SUSPECTED) : mention.start]
        said = _in_general().search(around) or _in_general_behind().match(text, mention.end)
        if around.endswith(" to "):  # "repeatedly uses the militia *to hit* bases"
            before = text[max(0, mention.start - _BEFORE) : mention.start]
            said = said or phrases("deeds", "words", use="habit").search(before)
            return bool(said)
        return mention.exact.endswith("s") and bool(said)

    def _befell(self, mention: EventMention, people: Piece) -> bool:
        """Whether the people are those whom it befell, whatever the parse: "civilians killed: 7",
        "eleven men were killed"."""
        others = [a for a in mention.arguments if a.role == "recipient"]
        if any(people.overlaps(a.start, a.end) for a in others):
            return True
        return mention.affects in _HARM and not others

    def _to_himself(self, deed: Piece) -> bool:
        """ "The man shot *himself* when officers came in": nobody else is to blame."""
        behind = self.account.report.text[deed.end : deed.end + _HARMLESS].split()[:1]
        return bool(words("grammar_words", use="reflexive").intersection(behind))

    def _harmless(self, deed: Piece) -> bool:
        """ "Officers fired *into the air*", "fired *warning shots*"."""
        words_of = phrases("deeds", "words", use="harmless")
        return bool(words_of.search(self.account.report.text, deed.start, deed.end + _HARMLESS))


_QUOTE_ENDS = re.compile(r"[”\"]|[.,!?]['’]")
_RIGHT_BEFORE = re.compile(r"(?:['’]s)?\s(?:[a-z][\w-]{1,15}\s)?")
"""Between a name and the noun for what its bearer did: one word at most, none of grammar."""


def _accuses(doer: Piece, deed: EventMention, told: Sequence[EventMention]) -> bool:
    """Whether the doer is the one who accuses another of the deed, whatever the parse: "the Front
    accused them of ramming a boat, *hurting* two"."""
    return any(
        argument.role == "actor" and argument.start <= doer.start < argument.end
        for mention in told
        if mention.kind == "accusation" and doer.start < mention.start < deed.start
        for argument in mention.arguments
    )


def _within(piece: Piece, others: Iterable[Piece]) -> bool:
    """Whether it stands in what somebody is accused of, which is told as no more than that."""
    return any(other.start <= piece.start < other.end for other in others)


def _joined(one: Piece, other: Piece, account: Account) -> Piece:
    first, last = min(one.start, other.start), max(one.end, other.end)
    return Piece.cut(account.report.text, first, last)


def _is_deed(mention: EventMention) -> bool:
    """Whether it is something to answer for; that people marched or were rescued is not."""
    return (
        mention.kind not in _NO_WRONG
        and mention.modality in ("actual", "alleged")
        and kind(mention.kind).role
        in (
            "event",
            "effect",
        )
    )


def _harms(mention: EventMention) -> bool:
    """Whether it is told to have befallen somebody, or is an attack on somebody."""
    struck = any(a.role == "recipient" for a in mention.arguments)
    return mention.affects in _HARM or mention.event_type == "ASSAULT" or struck


def _by_a_state(mention: EventMention) -> bool:
    """Whether a country's name before the noun tells who struck, and not where: "a Larnian air
    strike", not "a Larnian market bombing"."""
    return mention.kind in _WEAPONS_OF_STATES or (
        mention.kind == "attack" and "strike" in mention.exact.casefold()
    )


def _own() -> str:
    """ "It", "they", "its fighters", "units of our heroic forces"."""
    pronouns = any_of("deeds", "words", use="self")
    owners = any_of("deeds", "words", use="own")
    people = any_of("deeds", "words", use="people")
    some = rf"(?:(?:an?\s)?(?:{any_of('deeds', 'words', use='some')})\s(?:of|from)\s)?"
    return rf"(?:{pronouns}|{some}(?:{owners})\s(?:[\w-]{{2,15}}\s){{0,2}}?(?:{people}))"


@cache
def own_people() -> re.Pattern[str]:
    """A phrase by which the speaker means himself or his people: "it", "our fighters"."""
    return re.compile(rf"(?:{_own()})(?:\s.{{0,60}})?", re.IGNORECASE | re.DOTALL)


@cache
def _own_not() -> re.Pattern[str]:
    """ "It did not carry out the raid", "they had no hand in it"."""
    nots = any_of("deeds", "words", use="not")
    what = any_of("deeds", "words", use="part")
    return re.compile(
        rf"\b{_own()}(?:\s\w{{2,12}})?\s(?:{nots})\s(?:\w{{2,12}}\s){{0,2}}?(?:{what})\b",
        re.IGNORECASE,
    )


@cache
def _in_general() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of('deeds', 'words', use='habit')})\s$", re.IGNORECASE)


@cache
def _in_general_behind() -> re.Pattern[str]:
    """ "Strikes *only* depots"."""
    return re.compile(rf"\s(?:{any_of('deeds', 'words', use='habit')})\b", re.IGNORECASE)


@cache
def _doers_hit() -> re.Pattern[str]:
    """ "… the two *gunmen*": who did it is whom the deed was done to."""
    nouns = {noun for noun in words("people", "noun", role="perpetrator") if noun.isalpha()}
    plural = {f"{noun}s" for noun in nouns} | {noun.replace("man", "men") for noun in nouns}
    gap = rf"(?:[\w’'-]{{1,12}}\s){{0,4}}?(?:{either(nouns | plural)})"
    return re.compile(rf"\s(?:(?:at|back|dead|and|fire|on)\s){{0,3}}{gap}\b", re.IGNORECASE)


@cache
def _supposed() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{any_of('deeds', 'words', use='supposed')})\s(?:[\w-]{{1,15}}\s){{0,2}}$",
        re.IGNORECASE,
    )


@cache
def _supposed_to_be() -> re.Pattern[str]:
    """ "Raiders, *alleged to be* from the coast"."""
    supposed = any_of("deeds", "words", use="supposed")
    return re.compile(rf",?\s(?:{supposed})(?:\sto\s(?:be|have))?\b", re.IGNORECASE)
