"""Who is meant by the words for one party: a body, a person, people without a name, "the group"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.claims.account import Account
from rashomon.claims.called import by_common_noun
from rashomon.claims.doers import Doers, nameless
from rashomon.claims.named_parties import NamedParties, capital
from rashomon.claims.parties import Parties
from rashomon.claims.responsible_words import anaphor, as_name, capitalised
from rashomon.claims.speaking import state_of
from rashomon.data.naming import country
from rashomon.data.phrases import any_of, phrases, words
from rashomon.model.annotations import NameMention
from rashomon.model.spans import Piece

_TAKEN_UP = re.compile(r"(?:the|that|this)\s(?:\w+\s)?(?P<noun>\w{3,20})", re.IGNORECASE)
_BODIES = frozenset({"group", "force", "office", "organisation"})
_NAME = 60  # characters of a name

_FROM = re.compile(r"(?:the|its|their|his|her|our)\s", re.IGNORECASE)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'-]+"
_STYLED = re.compile(
    rf"(?:[Tt]he\s|an?\s)?(?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}\s(?P<noun>[a-z]{{3,12}}))"
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_MEMBERS = re.compile(
    rf"(?:[\w-]+\s){{0,2}}?(?:{any_of('deeds', 'words', use='some')})\s(?:of|from)\s(?:the\s)?",
    re.IGNORECASE,
)
_QUOTES = ("“", '"', "‘", "'")

Party = NameMention | Piece


@dataclass(frozen=True, slots=True)
class Referents:
    """Reads parties off the phrases of one report."""

    account: Account
    parties: Parties

    def of(self, phrase: Piece) -> Sequence[Party]:
        """The parties that the words mean; none where they tell of nobody in particular."""
        said = phrase.exact.casefold()
        if said in words("grammar_words", use="asking"):
            return []
        if said in words("pronouns"):
            return self._pronoun(said, phrase.start)
        phrase = self._with_its_name(phrase)
        if words("grammar_words", use="of-a-lawyer").intersection(said.split()):
            return self.client(phrase.start)
        readers = (
            self._seat,
            self._taken_up,
            self._ruled,
            self._struck_by,
            self._named,
            self._styled,
            self._post,
            self._unnamed,
        )
        for read in readers:
            found = read(phrase)
            if found:
                return found
        return []

    def _with_its_name(self, phrase: Piece) -> Piece:
        """ "The armed group | *Jund Orsa*", where the parse cuts the name off."""
        at = phrase.end + 1
        last = phrase.exact.casefold().split()[-1]
        behind = [n for n in self.account.names_in(at, at + _NAME) if n.start == at]
        if not behind or last not in words("group_nouns", "noun"):
            return phrase
        return Piece.cut(self.account.report.text, phrase.start, behind[0].end)

    def _pronoun(self, said: str, at: int) -> Sequence[Party]:
        """Whom a pronoun takes up: who is named last of the kind that it may mean."""
        named = NamedParties(self.account, self.parties)
        person = said in words("grammar_words", use="he-she") or said in ("him", "her")
        kinds = ("person",) if person else ("group", "state", "force")
        last = named.last(*kinds, before=at, but=self._speaking(at))
        return [last] if last is not None else []

    def client(self, at: int) -> Sequence[Party]:
        """ "His client", said by a lawyer: who is named last and does not speak."""
        last = NamedParties(self.account, self.parties).last(
            "person", before=at, but=self._speaking(at)
        )
        return [last] if last is not None else []

    def _speaking(self, at: int) -> set[str]:
        """Who says the words there: "he", said by him, is another."""
        told = self.account.told.get(self.account.sentence(at), ())
        held = (a for a in told if any(p.start <= at < p.end for p in a.content))
        return {a.name for a in held if a.name is not None}

    def _seat(self, phrase: Piece) -> Sequence[Party]:
        """A capital that stands for its government."""
        for place in self.account.places_in(phrase.start, phrase.end):
            state = capital(place)
            if state is not None and place.exact == phrase.exact:
                return [state]
        return []

    def _taken_up(self, phrase: Piece) -> Sequence[Party]:
        """ "The group", "the council": a body named before, by the noun of its name."""
        named = NamedParties(self.account, self.parties)
        if anaphor().fullmatch(phrase.exact):
            last = named.last("group", before=phrase.start)
            if last is not None:
                return [last]
        found = _TAKEN_UP.fullmatch(phrase.exact)
        if found is None:
            return []
        noun = found["noun"].casefold()
        before = [n for n in self.account.names_in(0, phrase.start) if n.kind in _BODIES]
        alike = [n for n in before if noun in n.canonical.casefold().split()[-3:]]
        whole = [n for n in alike if len(n.canonical.split()) > 1]
        return whole[-1:]

    def _ruled(self, phrase: Piece) -> Sequence[Party]:
        """ "The *leadership of Larnia*", "the Larnian *leaders*": the state."""
        said = set(phrase.exact.casefold().split())
        if not said & words("deeds", "words", use="rule"):
            return []
        return self._lands(phrase)[:1]

    def _struck_by(self, phrase: Piece) -> Sequence[Party]:
        """ "An *Orvan* air strike": the state of which it is."""
        blow = phrases("deeds", "words", use="blow").search(phrase.exact)
        return self._lands(phrase)[:1] if blow else self.seated(phrase)

    def seated(self, phrase: Piece) -> Sequence[NameMention]:
        """ "The *Larnian embassy*": the state for which it speaks."""
        said = phrase.exact.casefold().split()
        seat = words("deeds", "words", use="seat").intersection(said)
        if not seat:
            return []
        said_of = (w for w in _WORD.finditer(phrase.exact) if country(w[0]) is not None)
        return self._lands(phrase)[:1] or [self._land(phrase, w) for w in said_of][:1]

    def _land(self, phrase: Piece, word: re.Match[str]) -> NameMention:
        """The state of a word that stands in a longer name."""
        start, end = phrase.start + word.start(), phrase.start + word.end()
        named = as_name(self.account.report.text, start, end)
        return state_of(named)

    def _lands(self, phrase: Piece) -> list[NameMention]:
        lands = self.account.names_in(phrase.start, phrase.end)
        return [state_of(n) for n in lands if n.kind in ("state", "demonym")]

    def styled_at(self, start: int, end: int) -> Sequence[Party]:
        """As ``of``, where only the beginning of the name is known."""
        found = _STYLED.match(self.account.report.text, start, end)
        if found is None:
            return []
        return self._styled(Piece.cut(self.account.report.text, *found.span()))

    def _styled(self, phrase: Piece) -> Sequence[Party]:
        """ "The *Arvik cartel*": a body that goes by a name and a noun for such bodies."""
        found = _STYLED.fullmatch(phrase.exact)
        bands = words("group_nouns", "noun") | words("deeds", "words", use="band")
        if found is None or found["noun"] not in bands:
            return []
        start = phrase.start + found.start("name")
        name = as_name(self.account.report.text, start, phrase.end)
        return [name.model_copy(update={"kind": "group"})]

    def _named(self, phrase: Piece) -> Sequence[Party]:
        """Bodies and persons; of "government soldiers" the government, of "members of the
        Front" that."""
        doers = Doers(self.account, self.parties)
        both = doers.bodies(phrase.start, phrase.end)
        members = _MEMBERS.match(phrase.exact)
        if members is not None:
            named = NamedParties(self.account, self.parties)
            return named.all_in(phrase.start + members.end(), phrase.end)[:1]
        if len(both) == 2 and both[0].end + 1 == both[1].start and both[0].kind != "state":
            return both[:1]
        return doers.of(phrase.start, phrase.end, harmed=True)

    def _post(self, phrase: Piece) -> Sequence[Party]:
        """ "The president": who holds a post, by that."""
        bare = _FROM.sub("", phrase.exact)
        if bare.casefold() not in words("titles", "title", kind="office"):
            return []
        found = as_name(self.account.report.text, phrase.end - len(bare), phrase.end)
        return [found.model_copy(update={"kind": "office", "canonical": bare.casefold()})]

    def _unnamed(self, phrase: Piece) -> Sequence[Party]:
        """A body by a common noun, or a name that nobody saw to be one."""
        text = self.account.report.text
        named = NamedParties(self.account, self.parties)
        inside = named.all_in(phrase.start, phrase.end)
        own = [n for n in inside if not named.says_which(n) and not named.only_whose(n)]
        if own:
            return own[:1]
        office = by_common_noun(phrase.exact)
        if office is not None:
            found = as_name(text, phrase.start, phrase.end)
            return [
                found.model_copy(
                    update={"kind": "office", "canonical": office.name, "country": office.country}
                )
            ]
        quoted = text[max(0, phrase.start - 1) : phrase.start] in _QUOTES
        people = nameless(text, phrase.start - quoted, phrase.end)
        if people is not None:
            return [people]
        written = capitalised().fullmatch(text, max(0, phrase.start - 1), phrase.end)
        if written is None or not named.is_no_other(*written.span("name")):
            return []
        return [as_name(text, *written.span("name"))]
