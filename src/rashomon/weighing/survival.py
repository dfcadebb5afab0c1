"""Who was hurt and then died: told as hurt by one sentence, or one report, and as dead by another.

``injured`` counts those who were hurt and live (CONTRACT.md, low, best, high, rule 2). A report
that says "a boy was taken to hospital … the child died there" counts nobody as hurt; a report of
the next day that tells of his death makes the count of the first one history.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from rashomon.data.phrases import phrases, words
from rashomon.model.claims import Claim
from rashomon.model.numbers import NumberRange, exactly
from rashomon.weighing.dates import Published, day_of, later
from rashomon.weighing.grouping import head_word, is_perpetrator, one_list, same_sentence
from rashomon.weighing.persons import Person
from rashomon.weighing.wording import is_individual, word_list, words_for

_SURNAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*[a-zß-öø-ÿ][\w'’ʼ-]*")


@dataclass(slots=True)
class Figure:
    """One person of a report, with all claims about him or her.

    ``further``: told of as one more than others ("another man"), so that what is then told of "the
    victim" is hardly about this one.
    """

    claims: list[Claim] = field(default_factory=list)
    further: bool = False

    @property
    def dead(self) -> list[Claim]:
        """The claims of the person's death."""
        return [claim for claim in self.claims if claim.property == "killed"]

    @property
    def hurt(self) -> list[Claim]:
        """The claims of the person's injuries."""
        return [claim for claim in self.claims if claim.property == "injured"]

    def may_be(self, claim: Claim) -> bool:
        """Whether nothing said keeps the person of the claim from being this one."""
        new = Person.of(claim)
        return all(
            new.may_be(Person.of(old))
            and not _apart(old, claim)
            and not (_by_own_hand(old, claim) or _by_own_hand(claim, old))
            and not (_hardly_hurt(old, claim) or _hardly_hurt(claim, old))
            and not _called_otherwise(old, claim)
            and (_alike(old, claim) or not (_lives(old, claim) or _lives(claim, old)))
            for old in self.claims
        )

    def likeness(self, claim: Claim) -> tuple[bool, bool]:
        """What speaks for the claim being about this person: a name, the same word."""
        new = Person.of(claim)
        named = any(new.names & Person.of(old).names for old in self.claims)
        return named, any(head_word(old.who) == head_word(claim.who) for old in self.claims)


def died_since(claims: Iterable[Claim], published: Published) -> dict[str, tuple[Claim, ...]]:
    """Claims of persons hurt who are told of as dead: claim id -> the claims of the death.

    In the same report, or in another one that is not older and counts nobody else as hurt.
    """
    by_report: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.span.report, c.span.start, c.property, c.id)):
        if claim.property in ("killed", "injured") and claim.stance != "denied":
            by_report.setdefault(claim.span.report, []).append(claim)
    figures = {report: _persons(told) for report, told in by_report.items()}
    found: dict[str, tuple[Claim, ...]] = {}
    for figure in (each for persons in figures.values() for each in persons if each.dead):
        found |= {claim.id: tuple(figure.dead) for claim in figure.hurt}
    for one, other in combinations(sorted(by_report), 2):
        for early, late in ((one, other), (other, one)):
            found |= _died_later(figures[early], by_report[late], figures[late], published)
    return found


def _persons(claims: Sequence[Claim]) -> list[Figure]:
    persons: list[Figure] = []
    for claim in claims:
        if claim.value != exactly(1) or not is_individual(claim):
            continue
        fitting = [p for p in persons if p.may_be(claim)]
        if _further(claim, claims):
            fitting = [p for p in fitting if p.likeness(claim)[0]]
        fitting = [p for p in fitting if not p.further or any(p.likeness(claim))]
        best = max(fitting, key=lambda p: (p.likeness(claim), persons.index(p)), default=None)
        if best is None:
            persons.append(Figure([claim], further=_further(claim, claims)))
        else:
            best.claims.append(claim)
    return persons


def _further(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a claim is of one more person than told so far, unless it names him: "another",
    "also shot", one of a list, one of some that were counted."""
    if claim.additional or claim.partial or "also" in word_list(claim.span.exact):
        return True
    return any(
        (one_list(claim, other) if other.property == claim.property else _apart(other, claim))
        and head_word(other.who) != head_word(claim.who)
        for other in claims
    )


def _apart(one: Claim, other: Claim) -> bool:
    """Whether one sentence tells of two: "a man was killed and a boy was hurt"."""
    if not same_sentence(one, other) or one.span.start == other.span.start:
        return False
    if one.property == other.property:
        return False
    return not ({head_word(one.who), head_word(other.who)} & words("pronouns", "word"))


def _by_own_hand(dead: Claim, hurt: Claim) -> bool:
    """Whether one killed himself after he had attacked others, of whom the other one may be."""
    if dead.property != "killed" or hurt.property != "injured" or not is_perpetrator(dead):
        return False
    behind = dead.sentence.exact[max(0, dead.span.start - dead.sentence.start) :]
    own = words("event_cues", "word", role="own").intersection(word_list(behind))
    return bool(own) and not is_perpetrator(hurt)


def _hardly_hurt(hurt: Claim, dead: Claim) -> bool:
    """Whether one was only grazed, whom a death told elsewhere is hardly of."""
    grazed = words("survival_words", use="slight").intersection(word_list(hurt.span.exact))
    return bool(grazed) and hurt.property == "injured" and dead.property == "killed"


def _alike(one: Claim, other: Claim) -> bool:
    """Whether both give the same name or the same word for the person."""
    names = Person.of(one).names & Person.of(other).names
    return bool(names) or head_word(one.who) == head_word(other.who)


def _lives(hurt: Claim, dead: Claim) -> bool:
    """Whether the words tell that one lives ("is *recovering*", "was *released*"): a death told
    elsewhere is his only where it is told of him by the same name or word."""
    if hurt.property != "injured" or dead.property != "killed":
        return False
    behind = hurt.sentence.exact[max(0, hurt.span.start - hurt.sentence.start) :]
    return bool(phrases("survival_words", "word", use="lives").search(behind))


def _called_otherwise(one: Claim, other: Claim) -> bool:
    """Whether both are called by name, be it by one word, and share none: "Marn", "Ana Berel"."""
    mine, theirs = _called(one), _called(other)
    return bool(mine) and bool(theirs) and not mine & theirs


def _called(claim: Claim) -> frozenset[str]:
    """The person's names; a single word with a capital is one where no noun of people is."""
    full, label = Person.of(claim).names, claim.who.label if claim.who else ""
    if full or not _SURNAME.fullmatch(label) or head_word(claim.who).casefold() in _nouns():
        return full
    return frozenset({label.casefold()})


@cache
def _nouns() -> frozenset[str]:
    """Words for people as ``head_word`` gives them, which a headline writes with a capital."""
    known = words("people", "noun") | words("pronouns", "word") | words_for("no-name")
    return frozenset(word.removesuffix("s") for word in known)


def _died_later(
    early: Sequence[Figure],
    late: Sequence[Claim],
    persons: Sequence[Figure],
    published: Published,
) -> dict[str, tuple[Claim, ...]]:
    """The persons hurt in one report that another one, not older, tells of as dead alone."""
    dead = [figure for figure in persons if figure.dead and not _told_dead(figure, early)]
    if not dead or _others_hurt(late, persons):
        return {}
    several = any(figure.dead for figure in early)
    return {
        claim.id: tuple(figure.dead)
        for person in early
        if not person.dead
        for figure in dead
        if all(figure.may_be(claim) for claim in person.claims)
        if not several or any(figure.likeness(claim)[0] for claim in person.claims)
        for claim in person.hurt
        if not _before(figure.dead, claim, published)
    }


def _told_dead(figure: Figure, early: Sequence[Figure]) -> bool:
    return any(other.dead and all(figure.may_be(c) for c in other.claims) for other in early)


def _others_hurt(claims: Sequence[Claim], persons: Sequence[Figure]) -> bool:
    """Whether a report counts anybody as hurt and alive."""
    died = {claim.id for figure in persons if figure.dead for claim in figure.hurt}
    return any(
        claim.property == "injured" and _others(claim) and claim.id not in died for claim in claims
    )


def _others(claim: Claim) -> bool:
    """Whether it counts anybody, and more than "at least one", who may be the one that died."""
    value = claim.value
    return not isinstance(value, NumberRange) or not (
        value.high == 0 or (value.low, value.high) == (1, None)
    )


def _before(deaths: Sequence[Claim], hurt: Claim, published: Mapping[str, str | None]) -> bool:
    """Whether the death was not told on the day of the injury or later, as far as is known.

    That somebody was shot does not say that he lived, whenever it is told.
    """
    if _only_hit(hurt):
        return False
    then = day_of(hurt, published)
    days = [day_of(claim, published) for claim in deaths]
    return not then or not all(days) or all(later(then, day) for day in days)


def _only_hit(claim: Claim) -> bool:
    """Whether the words say no more than that one was shot or the like, not what became of him."""
    behind = claim.sentence.exact[max(0, claim.span.start - claim.sentence.start) :]
    hit = words_for("hit").intersection(word_list(claim.span.exact))
    told = (phrases("survival_words", "word", use=use).search(behind) for use in ("hurt", "lives"))
    return bool(hit) and not any(told)
