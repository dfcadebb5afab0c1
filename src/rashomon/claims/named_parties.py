"""Bodies and persons by name, as words of responsibility are about them."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from rashomon.claims.account import Account
from rashomon.claims.bodies import hyphened_close, only_close
from rashomon.claims.doers import Doers
from rashomon.claims.parties import Parties
from rashomon.claims.speaking import state_of
from rashomon.data.naming import capital_of
from rashomon.data.phrases import words
from rashomon.model.annotations import NameMention
from rashomon.model.spans import Piece

_NOUN = re.compile(r"\s(?P<noun>[A-Za-z]{3,15})\b")
_WHOSE = re.compile(r"['’]s?\s(?:[a-z][\w-]{1,15}\s)??(?P<noun>[a-z]{3,15})\b")
_SAYS = 16  # characters behind a name in which "say" may stand
_POST = 16  # characters behind a name in which "Minister" may stand


@dataclass(frozen=True, slots=True)
class NamedParties:
    """Looks up the parties that one report names."""

    account: Account
    parties: Parties

    def all_in(self, start: int, end: int) -> list[NameMention]:
        """Bodies and persons, in their order; not a body that only tells whom a group is close to
        ("a *Front*-linked group")."""
        people = [n for n in self.account.names_in(start, end) if n.kind == "person"]
        text = self.account.report.text
        bodies = [
            body
            for body in self.parties.bodies(start, end)
            if not (hyphened_close(text, body.end) or self._is_post(body))
        ]
        members = [
            each
            for each in Doers(self.account, self.parties).bodies(start, end)
            if not any(each.overlaps(body.start, body.end) for body in bodies)
        ]
        return sorted([*bodies, *members, *people], key=lambda n: n.start)

    def last(self, *kinds: str, before: int, but: Collection[str] = ()) -> NameMention | None:
        """Who of these kinds is named last: "ministers blame *the group*"; not whom a name behind
        only tells of another ("Jund Sarma, a *Front affiliate*"), nor any of ``but``."""
        named = [n for n in self.account.names_in(0, before) if n.kind in kinds]
        named = [n for n in named if n.canonical not in but]
        own = [n for n in named if not only_close(self.account.report.text, n.end)]
        return own[-1] if own else None

    def _is_post(self, name: NameMention) -> bool:
        """Whether the name only says of what one is the minister: "*Interior* Minister Dost"."""
        behind = _NOUN.match(self.account.report.text, name.end, name.end + _POST)
        post = f"{name.exact} {behind['noun']}".casefold() if behind else ""
        return post in words("titles", "title", kind="office")

    def says_which(self, name: NameMention) -> bool:
        """Whether a name only says of where or what somebody is: "a *Larnos* man"."""
        found = _NOUN.match(self.account.report.text, name.end)
        return found is not None and found["noun"] in words("people", "noun", type="person")

    def is_no_other(self, start: int, end: int) -> bool:
        """Whether the words are no place, no time, and no "Mr" before a name."""
        if self.account.report.text[start:end].casefold() in words("titles", "title"):
            return False
        marked = (*self.account.notes.places, *self.account.notes.times)
        return not any(each.start <= start < each.end for each in marked)

    def only_whose(self, name: NameMention) -> bool:
        """Whether it only says whose man or woman stands accused: "a *county sheriff*'s deputy"."""
        found = _WHOSE.match(self.account.report.text, name.end)
        one = words("people", "noun", type="person")
        return found is not None and found["noun"].casefold() in one

    def says(self, name: NameMention) -> bool:
        """Whether he is named as the one who says it, whatever was seen in it: "while *police* say
        a gang is to blame"."""
        behind = self.account.report.text[name.end : name.end + _SAYS].split()[:1]
        return bool(words("deeds", "words", use="says").intersection(behind))


def capital(place: Piece) -> NameMention | None:
    """The state for which a capital stands: "blamed Ankara"."""
    land = capital_of(place.exact)
    if land is None:
        return None
    named = NameMention(
        start=place.start, end=place.end, exact=place.exact, kind="state", canonical=land
    )
    return state_of(named)
