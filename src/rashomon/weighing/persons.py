"""One person told of twice in one report ("a man was shot", "the victim died") counts once."""

import re
from dataclasses import dataclass

from rashomon.model.claims import Claim
from rashomon.weighing.grouping import (
    DIMENSIONS,
    head_word,
    is_perpetrator,
    one_list,
    value_on,
    whose,
)
from rashomon.weighing.wording import words_for

_AGE = re.compile(r"(?<![\d.,-])(\d{1,3})(?:[- ](?:year|yr|month)|(?=\s*(?:,|$|\))))")
_OF_WHOM = re.compile(
    r"\s(?:of|from|for|at|in)\s"
)  # "a friend of Ana Berel" does not name the friend
_PRONOUNS = {"he": "male", "him": "male", "she": "female", "her": "female"}
_DESCRIBED = re.compile(r",|\swho(?:se|m)?\s")
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’ʼ-]*")


@dataclass(frozen=True, slots=True)
class Person:
    """What one claim says of the person."""

    names: frozenset[str]
    age: int | None
    claim: Claim

    @classmethod
    def of(cls, claim: Claim) -> "Person":
        """Read a claim's label and words."""
        label = claim.who.label if claim.who else claim.span.exact
        age = _AGE.search(label)
        called = _OF_WHOM.split(_DESCRIBED.split(label)[0])[0]
        names = [word.casefold() for word in _NAME.findall(called)] if _ends_named(called) else []
        full = frozenset(name for name in names if name not in words_for("no-name"))
        return cls(full if len(full) > 1 else frozenset(), int(age[1]) if age else None, claim)

    def may_be(self, other: "Person") -> bool:
        """Whether nothing said keeps the two from being one."""
        if self.names and other.names and not self.names & other.names:
            return False
        if self.age is not None and other.age is not None and self.age != other.age:
            return False
        if not self.names & other.names and (self._did_to(other) or other._did_to(self)):
            return False
        if self._of_other_sex(other) or other._of_other_sex(self):
            return False
        for dimension in DIMENSIONS:
            mine = value_on(self.claim.who, dimension)
            theirs = value_on(other.claim.who, dimension)
            if mine is not None and theirs is not None and mine != theirs:
                return False
        return True

    def _of_other_sex(self, other: "Person") -> bool:
        """Whether a bare "he" or "she" tells another sex than the words for the other one; who did
        it is at times called by a relative ("the daughter of a man who killed himself")."""
        if is_perpetrator(self.claim) and is_perpetrator(other.claim):
            return False
        label = self.claim.who.label.casefold() if self.claim.who else ""
        sexes = {_PRONOUNS.get(label), other.claim.who.sex if other.claim.who else None}
        return sexes == {"female", "male"}

    def _did_to(self, other: "Person") -> bool:
        """Whether this is who did it, and the other one somebody to whom it was done."""
        return is_perpetrator(self.claim) and other.claim.others


def _ends_named(words: str) -> bool:
    """Whether the last word is a name's: not in "a Larnos City boy"."""
    last = words.split()[-1:]
    return bool(last) and bool(_NAME.match(last[0]))


def told_before(claim: Claim, persons: list[list[Claim]]) -> list[Claim] | None:
    """The person among ``persons`` (claims of each) whom this claim is about again, if any.

    "Another man" is a further person unless the very same words came before.
    """
    new = Person.of(claim)
    if claim.additional:
        return next((p for p in persons if any(_same_label(claim, old) for old in p)), None)
    fitting = [
        p for p in persons if all(new.may_be(Person.of(old)) and _one(claim, old) for old in p)
    ]
    named = [p for p in fitting if any(new.names & Person.of(old).names for old in p)]
    return next(iter(named or fitting), None)


def _one(claim: Claim, other: Claim) -> bool:
    """Whether no list tells of two people ("a mother and her 2-year-old"), and neither claim of
    a relative of the other's."""
    if one_list(claim, other) and (
        head_word(claim.who) != head_word(other.who) or _two_names(claim, other)
    ):
        return False
    return not whose(claim, other)


def _two_names(claim: Claim, other: Claim) -> bool:
    """Whether two full names differ: those of one family share most of theirs."""
    mine, theirs = Person.of(claim).names, Person.of(other).names
    return bool(mine - theirs) and bool(theirs - mine)


def _same_label(one: Claim, other: Claim) -> bool:
    if not other.additional or one.who is None or other.who is None:
        return False
    return one.who.label.casefold() == other.who.label.casefold()
