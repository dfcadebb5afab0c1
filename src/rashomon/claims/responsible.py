"""Who claims a deed, is accused of it, admits or denies it (``responsibility.tsv``)."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from rashomon.claims.account import Account
from rashomon.claims.called import by_common_noun
from rashomon.claims.charges import Charges
from rashomon.claims.deeds import own_people
from rashomon.claims.doers import nameless
from rashomon.claims.making import Maker, stretch
from rashomon.claims.named_parties import NamedParties, capital
from rashomon.claims.parties import Parties
from rashomon.claims.referents import Referents
from rashomon.claims.responsible_words import (
    anaphor,
    as_name,
    blamed_people,
    blames,
    capitalised,
    cues,
    goes_on,
    kin_of,
    no_verb,
    row_of,
    tells_who,
    unsaid,
)
from rashomon.claims.speaking import body_of, is_own, state_of
from rashomon.model.annotations import Attribution, NameMention
from rashomon.model.claims import Claim, ResponsibleRole, ResponsibleValue
from rashomon.model.spans import Piece

_CLAUSE = re.compile(r"[;:.—–]|,\s(?:and|but|while|as)\b|\s(?:and|but|while|though|after)\s")
_NEXT = re.compile(r":?\s(?:[\w’'-]{1,15}\s){0,3}")
_PRIOR = re.compile(r"(?:['’]s)?\s(?:[\w-]{1,15}\s)?")
_PRONOUN = re.compile(r"\W*(?:it|they|he|she)\b", re.IGNORECASE)
_HUMAN = re.compile(r"\W*(?:he|she)\b", re.IGNORECASE)
_ON = re.compile(r"\bon(?=\s)")
_TOGETHER = re.compile(r"(?:,|,?\s(?:and|or))\s(?:the\s)?(?:[\w-]{2,15}\s){0,2}")
_BOTH = re.compile(r"\s(?:[\w’'-]{2,12}\s){0,3}")
_LISTED = re.compile(r",?\s(?:and|or)\s(?:the\s)?|,\s(?:the\s)?")
_HELPERS = (
    r"(?:may|might|could|has|have|had|also|later|then|again|was|were|is|are|be|been|\w{2,12}ly)"
)
_STANDS = re.compile(rf"\b(?:he|she)\s(?:{_HELPERS}\s){{0,3}}$", re.IGNORECASE)
"""A pronoun right before the words: "the jail, where *he* was charged with …"."""
_ELIDED = re.compile(rf"\s?(?:{_HELPERS}\s){{0,3}}")
"""Before a verb that shares the subject of the verb before it: "denied the raid and *later* …"."""
_AT_FIRST = re.compile(r"\s*(?:that\s)?")
_WHO = re.compile(r",?\s(?:who|which|that)\s(?:[\w’'-]+\s){0,2}$")
_HAS = re.compile(rf"\s(?:{_HELPERS}\s){{0,3}}")
_FAR = 120
_SUFFERS = re.compile(r"\s(?:was|were|is|are|had\sbeen|have\sbeen|has\sbeen)\b")
"""Behind those who are no object, but of whom it is thought: "suspect the men *were* followed"."""
_AND_MORE = re.compile(r"(?:\s[a-z]{3,15})?(?:,?\s(?:and|or)\s(?:the\s)?|,\s(?:the\s)?)")
_PARTIES = frozenset({"group", "state", "force", "office", "organisation"})


@dataclass(frozen=True, slots=True)
class _Cue:
    """The words of responsibility in one sentence, and how the table says they are read."""

    at: Piece
    role: ResponsibleRole
    where: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Responsible:
    """Finds the words of responsibility of one report, with the parties they are about."""

    account: Account
    maker: Maker
    parties: Parties
    charges: Charges

    @property
    def named(self) -> NamedParties:
        """The parties that the report names."""
        return NamedParties(self.account, self.parties)

    def claims(self, sentences: Iterable[int]) -> list[Claim]:
        """Claims on who is responsible in the sentences that tell of one incident."""
        found = [claim for index in sentences for claim in self._of_sentence(index)]
        return list({claim.id: claim for claim in found}.values())

    def _of_sentence(self, index: int) -> Iterator[Claim]:
        start, end = self.account.bounds(index)
        text = self.account.report.text
        yield from self.charges.of_sentence(index)
        for found in cues().finditer(text, start, end):
            row = row_of(found)
            role = cast(ResponsibleRole, row["role"])
            if role == "accused" and self.charges.covers(*found.span()):
                continue
            cue = _Cue(Piece.cut(text, *found.span()), role, row["where"], start, end)
            if no_verb(text, start, found.start()) or self._unsaid(cue):
                continue
            if cue.where == "each":
                yield from self._each(cue)
            claims = ((party, self._claim(party, cue)) for party in self._of_cue(cue))
            yield from (claim for party, claim in claims if not self._of_himself(claim, party))

    def _of_himself(self, claim: Claim, party: NameMention | Piece) -> bool:
        """Whether it is blame that he who is blamed tells of as denied: not his accusation."""
        if not isinstance(party, NameMention) or not isinstance(claim.value, ResponsibleValue):
            return False
        voice = self.maker.chains.speakers.voices[claim.chain[-1].voice]
        accused = claim.value.role == "accused" and claim.stance == "denied"
        return accused and is_own(party, voice)

    def _unsaid(self, cue: _Cue) -> bool:
        """Whether the words before say that nobody did so: "no group has claimed …"."""
        if cue.role == "denied":
            return False
        return (
            unsaid().search(self.account.report.text, self._clause(cue), cue.at.start) is not None
        )

    def _clause(self, cue: _Cue) -> int:
        """Where the clause of the cue begins; what somebody says begins behind "said"."""
        breaks = _CLAUSE.finditer(self.account.report.text, cue.start, cue.at.start)
        ends = [each.end() for each in breaks]
        said = [piece.start for each in self._telling(cue) for piece in each.content]
        said += [each.cue.end for each in self._telling(cue) if each.cue]
        return max((at for at in (*ends, *said) if at <= cue.at.start), default=cue.start)

    def _telling(self, cue: _Cue) -> list[Attribution]:
        """The attributions that tell what the words say, and whose verb stands before them."""
        near = self.account.told.get(self.account.sentence(cue.at.start), ())
        return [
            each
            for each in near
            if each.cue
            and cue.start <= each.cue.start
            and each.cue.end <= cue.at.start
            and any(p.start <= cue.at.start < p.end for p in each.content)
        ]

    def _claim(self, party: NameMention | Piece, cue: _Cue) -> Claim:
        by = self._not_himself(self._sayer(party, cue), party, cue)
        value = ResponsibleValue(actor=self.parties.somebody(party), role=cue.role)
        first = self._clause(cue) if cue.where == "about" else cue.start
        here = first <= party.start < cue.end
        at = stretch(party, cue.at) if here else stretch(cue.at)
        inherit = not blames().match(cue.at.exact)
        return self.maker.claim("responsible", value, at, by=by, inherit=inherit and by is None)

    def _not_himself(self, by: str | None, party: NameMention | Piece, cue: _Cue) -> str | None:
        """Nobody accuses himself, whatever the parse."""
        if by is None or cue.role != "accused" or not isinstance(party, NameMention):
            return by
        return None if is_own(party, self.maker.chains.speakers.voices[by]) else by

    def _each(self, cue: _Cue) -> Iterator[Claim]:
        """Two who accuse each other: the last two named before the words, each by the other."""
        near = self.named.all_in(self._clause(cue), cue.at.start)
        both = (near if near[1:] else self.named.all_in(cue.start, cue.at.start))[-2:]
        for one, other in zip(both, reversed(both), strict=True):
            if one.canonical != other.canonical:
                value = ResponsibleValue(actor=self.parties.somebody(one), role=cue.role)
                by = self.maker.chains.speakers.of_name(other)
                yield self.maker.claim("responsible", value, stretch(cue.at), by=by)

    def _sayer(self, party: NameMention | Piece, cue: _Cue) -> str | None:
        """The voice whose words they are: who denies or claims, or the subject of "blamed"."""
        speakers = self.maker.chains.speakers
        own = cue.role != "accused"
        if cue.where == "about" or not (own or cue.where in ("after", "next", "inside")):
            return None
        name = party if own and isinstance(party, NameMention) else None
        if name is not None and not name.canonical.islower() and name.kind != "state":
            return speakers.of_name(name)
        heard = [a for a in self._heard(cue) if name is not None or speakers.somebody(a)]
        voiced = speakers.of(heard[-1]) if heard else None
        if voiced is not None:
            return voiced[0]
        return self._blamer(cue) if name is None else speakers.of_name(name)

    def _blamer(self, cue: _Cue) -> str | None:
        """The body or person named right before a verb of blame: "*the Front* later accused"."""
        text = self.account.report.text
        first = self._clause(cue)
        capitals = (capital(place) for place in self.account.places_in(first, cue.at.start))
        named = [*self.named.all_in(first, cue.at.start), *filter(None, capitals)]
        before = sorted(named, key=lambda each: each.end)
        if not before or not blames().match(cue.at.exact):
            return None
        if not _HAS.fullmatch(text, before[-1].end, cue.at.start):
            return None
        return self.maker.chains.speakers.of_name(before[-1])

    def _of_cue(self, cue: _Cue) -> Sequence[NameMention | Piece]:
        """The parties that the words are about, by where the table says they stand."""
        if cue.where in ("before", "speaker", "about"):
            subject = self._subject(cue)
            return [subject, *self._together(subject, cue)] if subject else []
        if cue.where == "issuer":
            issuer = self.maker.chains.speakers.issuer()
            body = body_of(issuer, self.account, self.parties) if issuer else None
            return [body] if body else []
        if cue.where == "prior":
            return self._prior(cue)
        if cue.where in ("each", "nobody"):
            return []
        if cue.where == "inside":
            found = self._named_from(cue.at.start, cue.at.end) or self._people(cue.at.start, cue)
            return found or self._unknown(cue.at.start + len(cue.at.exact.split()[0]), cue)
        held = self._object(cue)
        return [*held, *self._and_more(held, cue)]

    def _subject(self, cue: _Cue) -> NameMention | Piece | None:
        """Who claims, admits or denies, or stands accused, before the words."""
        if cue.role != "accused":
            for attribution in self._heard(cue):
                body = self._source(attribution)
                if body is not None:
                    return body
        for mention in self.account.events.get(self.account.sentence(cue.at.start), ()):
            if cue.at.start <= mention.start < cue.at.end:
                role = "recipient" if cue.role == "accused" else "actor"
                spans = [(a.start, a.end) for a in mention.arguments if a.role == role]
                named = [n for s, e in spans if e <= cue.at.start for n in self.named.all_in(s, e)]
                if cue.role == "accused":
                    named = [n for n in named if not self.named.only_whose(n)]
                if named and not self.named.says_which(named[0]):
                    return named[0]
        return self._before(cue)

    def _together(self, one: NameMention | Piece, cue: _Cue) -> Iterator[NameMention]:
        """Bodies named with the subject: "the Front *and the Larnian wing* have both denied"."""
        if not isinstance(one, NameMention) or not cue.start <= one.start < cue.at.start:
            return
        last: Piece = one
        for body in self.named.all_in(one.end, cue.at.start):
            if not _TOGETHER.fullmatch(self.account.report.text, last.end, body.start):
                break
            last = body
        if last is not one and _BOTH.fullmatch(self.account.report.text, last.end, cue.at.start):
            yield from self.named.all_in(one.end, last.end)

    def _before(self, cue: _Cue) -> NameMention | Piece | None:
        """The party named last before the words in their clause, else in their sentence; what a
        pronoun or "the group" takes up."""
        text, first = self.account.report.text, self._clause(cue)
        who = _WHO.search(text, first, cue.at.start)
        if who is not None and text[first : who.start()].strip():
            return self._antecedent(first, who.start())
        if "client" in text[first : cue.at.start].split():
            return next(iter(Referents(self.account, self.parties).client(cue.at.start)), None)
        stands = _STANDS.search(text, first, cue.at.start)
        if stands is not None:
            return self._stands_for(stands.start(), cue)
        named = [n for n in self.named.all_in(first, cue.at.start) if not self.named.says_which(n)]
        if cue.role == "accused":
            named = [n for n in named if not self.named.only_whose(n) and not self.named.says(n)]
        own = None if cue.role == "accused" or named else self._own(first, cue)
        if own is not None:
            return own
        taken = list(anaphor().finditer(text, first, cue.at.start))
        if taken and not any(n.end > taken[-1].start() for n in named):
            return self.named.last("group", before=taken[-1].start())
        if named:
            return self._head_people(first, named[-1], cue) or named[-1]
        if _PRONOUN.match(text, first):
            bodies = ("group",) if cue.role == "accused" else tuple(_PARTIES)
            kinds = ("person",) if _HUMAN.match(text, first) else bodies
            return self.named.last(*kinds, before=first, but=self._saying(cue))
        people = self._people_before(first, cue)
        if people is not None or not _ELIDED.fullmatch(text, first, cue.at.start):
            return people
        whole = self.named.all_in(cue.start, first)
        whole = [name for name in whole if not self.named.says_which(name)]
        return whole[-1] if whole else nameless(text, cue.start, first)

    def _stands_for(self, pronoun: int, cue: _Cue) -> NameMention | None:
        """Of whom "he" tells; who says so tells of another: "*the chief* said he later
        confessed"."""
        person = self.named.last("person", before=pronoun)
        speaks = [a.source for a in self._telling(cue) if a.source]
        if person is None or any(person.overlaps(s.start, s.end) for s in speaks):
            return None
        return person

    def _antecedent(self, first: int, end: int) -> NameMention | Piece | None:
        """Of whom a relative clause tells: "*the Front*, which was blamed for …"; not the police
        of "police arrested a man who is suspected of …"."""
        named = [n for n in self.named.all_in(first, end) if n.end == end]
        return named[-1] if named else None

    def _own(self, first: int, cue: _Cue) -> NameMention | Piece | None:
        """The speaker himself, where the clause is of him or of his people: "said *it* had …",
        "said *his members* had …"."""
        telling, text = self._telling(cue), self.account.report.text
        at = _AT_FIRST.match(text, first)
        if not telling or not own_people().match(text, at.end() if at else first, cue.at.start):
            return None
        return self._source(telling[-1])

    def _head_people(self, first: int, name: NameMention, cue: _Cue) -> Piece | None:
        """People without a name at the head of the clause, where the name behind them is no group
        of theirs: "*youths* allied to the government were responsible"."""
        text = self.account.report.text
        at = _AT_FIRST.match(text, first)
        found = blamed_people().match(text, max(0, at.end() - 1) if at else first, name.start)
        if cue.role != "accused" or name.kind == "group" or found is None:
            return None
        between = text[found.end() : name.start]
        if not goes_on().match(between) or not tells_who(found["name"]):
            return None
        return Piece.cut(text, *found.span("name"))

    def _people_before(self, first: int, cue: _Cue) -> Piece | None:
        """Nameless people right before the words: "the *separatists* did it"."""
        text = self.account.report.text
        for found in blamed_people().finditer(text, first, cue.at.start):
            helped = _HAS.fullmatch(text, found.end(), cue.at.start)
            if helped and tells_who(found["name"]):
                return Piece.cut(text, *found.span("name"))
        return None

    def _heard(self, cue: _Cue) -> list[Attribution]:
        """The attributions whose verb is among the words."""
        near = self.account.heard.get(self.account.sentence(cue.at.start), ())
        return [a for a in near if a.source and a.cue and a.cue.overlaps(cue.at.start, cue.at.end)]

    def _source(self, attribution: Attribution) -> NameMention | Piece | None:
        """The body that speaks, or for which a person speaks."""
        source = attribution.source
        if source is None:
            return None
        seat = Referents(self.account, self.parties).seated(source)
        if seat:
            return seat[0]
        inside = self.named.all_in(source.start, source.end)
        bodies = [n for n in inside if n.kind != "person"]
        if bodies:
            return self._before_comma(source, bodies[0]) or bodies[0]
        taken = anaphor().search(self.account.report.text, source.start, source.end)
        if taken is not None:
            return self.named.last("group", before=source.start)
        voiced = self.maker.chains.speakers.of(attribution)
        if voiced is None:
            return None
        voice = self.maker.chains.speakers.voices[voiced[0]]
        body = body_of(voice, self.account, self.parties)
        if body is None and voice.kind == "state":  # "Yerevan"
            return state_of(as_name(self.account.report.text, source.start, source.end, voice.name))
        return body or (inside[0] if inside else self._common(source))

    def _before_comma(self, source: Piece, body: NameMention) -> NameMention | None:
        """Who speaks where the body only says what he is: "*Jund Sarma*, a wing of the Front"."""
        text = self.account.report.text
        found = capitalised().match(text, max(0, source.start - 1), body.start)
        if found is None or text[found.end("name") : found.end("name") + 1] != ",":
            return None
        return as_name(text, *found.span("name"))

    def _common(self, source: Piece) -> NameMention | Piece | None:
        """Who speaks without a name: "separatist authorities", "the herders"."""
        text = self.account.report.text
        comma = text.find(",", source.start, source.end)
        end = comma if comma > 0 else source.end
        office = by_common_noun(text[source.start : end])
        if office is not None:
            return as_name(text, source.start, end).model_copy(
                update={"kind": "office", "canonical": office.name, "country": office.country}
            )
        people = nameless(text, source.start, end)
        found = capitalised().fullmatch(text, max(0, source.start - 1), end)
        if people is not None or found is None:
            return people
        return as_name(text, *found.span("name"))

    def _prior(self, cue: _Cue) -> list[NameMention]:
        """Whose "role in the attack" it is: the name right before the words."""
        before = self.account.names_in(max(cue.start, cue.at.start - _FAR), cue.at.start)
        last = before[-1] if before else None
        if last is None or not _PRIOR.fullmatch(self.account.report.text, last.end, cue.at.start):
            return []
        if last.kind in ("demonym", "state"):
            return [state_of(last)]
        return [last] if last.kind in _PARTIES | {"person"} else []

    def _object(self, cue: _Cue) -> Sequence[NameMention | Piece]:
        """Whom the words blame, behind them; several where they are listed."""
        text = self.account.report.text
        if anaphor().match(text, cue.at.end + 1) or anaphor().match(text, cue.at.end + 4):
            group = self.named.last("group", before=cue.at.start)
            return [group] if group else []
        named = self._named_from(cue.at.end, min(cue.end, cue.at.end + _FAR))
        if cue.where == "next" and named and not self._near(cue, named[0]):
            named = []
        people = self._people(cue.at.end, cue)
        unknown = self._unknown(cue.at.end, cue)
        if named and unknown and unknown[0].end <= named[0].start:  # signed “Los Lobos” on WhatsApp
            named = unknown
        styled = Referents(self.account, self.parties).styled_at(cue.at.end + 1, cue.end)
        if styled and not (named and named[0].end > styled[0].end):
            return styled
        if not people or not named:
            return people or named or unknown
        apart = people[0].end <= named[0].start and not self._of_them(people[0], named[0])
        return people if apart else named

    def _and_more(self, held: Sequence[NameMention | Piece], cue: _Cue) -> Iterator[Piece]:
        """People without a name who are blamed with the last: "the army and *allied militias*"."""
        text = self.account.report.text
        joined = _AND_MORE.match(text, held[-1].end, cue.end) if held else None
        if joined is None:
            return
        found = blamed_people().match(text, joined.end() - 1, cue.end)
        if found is not None and tells_who(found["name"]):
            yield Piece.cut(text, *found.span("name"))

    def _near(self, cue: _Cue, name: NameMention) -> bool:
        text = self.account.report.text
        kin = kin_of().search(text, cue.at.end, name.start)
        return kin is None and _NEXT.fullmatch(text, cue.at.end, name.start) is not None

    def _of_them(self, people: Piece, name: NameMention) -> bool:
        """Whether the name says whose people they are: "militants of the Zarqan Front"."""
        between = self.account.report.text[people.end : name.start]
        return people.overlaps(name.start, name.end) or bool(goes_on().fullmatch(between))

    def _named_from(self, start: int, end: int) -> list[NameMention]:
        """The first party from there, and those listed with it."""
        text = self.account.report.text
        states = [
            name
            for place in self.account.places_in(start, end)
            if (name := capital(place)) and text[start : place.start].strip() in ("", "on")
        ]
        found = states or self.named.all_in(start, end)
        sayers = self.account.heard.get(self.account.sentence(start), ())
        found = found[:1] + [n for n in found[1:] if not _within(n, sayers)]
        kept = found[:1]
        for name in found[1:]:
            if not _LISTED.fullmatch(text, kept[-1].end, name.start):
                break
            kept.append(name)
        return kept

    def _people(self, start: int, cue: _Cue) -> list[Piece]:
        """Nameless people right behind, or behind "on": "blamed *armed herders*", "blamed the
        raid on *bandits*"."""
        text = self.account.report.text
        on = _ON.search(text, start, min(cue.end, start + _FAR))
        for at in (start, on.end() if on else start):
            found = blamed_people().match(text, at, cue.end)
            if found is not None and not _SUFFERS.match(text, found.end("name"), cue.end):
                return [Piece.cut(text, *found.span("name"))]
        return []

    def _unknown(self, start: int, cue: _Cue) -> list[NameMention]:
        """A name right there that nobody saw to be one: "blamed *the Fana Boys*"."""
        text = self.account.report.text
        on = _ON.search(text, start, min(cue.end, start + _FAR))
        for at in (start, on.end() if on else start):
            found = capitalised().match(text, at, cue.end)
            loud = text[cue.start : cue.end].isupper()  # all are capitals, and tell nothing
            if found is not None and not loud and self.named.is_no_other(*found.span("name")):
                return [as_name(text, *found.span("name"))]
        return []

    def _saying(self, cue: _Cue) -> Collection[str]:
        """The names of those whose words the cue stands in: "he", said by them, is another."""
        near = self.account.told.get(self.account.sentence(cue.at.start), ())
        held = (a for a in near if any(p.start <= cue.at.start < p.end for p in a.content))
        return {a.name for a in held if a.name is not None and a.kind == "direct"}


def _within(name: Piece, said: Iterable[Attribution]) -> bool:
    """Whether the name is of one who speaks: "claimed by the Front, *police* said"."""
    return any(a.source and a.source.start <= name.start < a.source.end for a in said)
