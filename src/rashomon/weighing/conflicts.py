"""Where accounts part, typed, each with one sentence that attributes and asserts nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from rashomon.model.claims import Claim, ResponsibleValue
from rashomon.model.findings import Conflict, ConflictType
from rashomon.model.numbers import NumberRange, exactly
from rashomon.weighing.case import Case
from rashomon.weighing.dates import day_of, later
from rashomon.weighing.exclusion import LeftOut
from rashomon.weighing.figures import Figure
from rashomon.weighing.grouping import head_word, held_armed, parts_of, same_sentence
from rashomon.weighing.sorts import by_sort, same_means
from rashomon.weighing.sources import Sources
from rashomon.weighing.two_names import sides_apart, two_names
from rashomon.weighing.wording import attributed, clipped, has_number, in_words

_SHOWN = 3  # sources named on one side of a sentence
_SORTS_OF_ALL = frozenset({"sex", "age_group"})
_CIRCUMSTANCES = frozenset({"when", "where"})
_ARTICLE = re.compile(r"^(?:an?|the|one)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Teller:
    """Writes the sentences: knows names and days."""

    case: Case
    sources: Sources

    def who(self, claims: Iterable[Claim]) -> str:
        """Who gives these claims, each once."""
        return attributed(claims, self.sources.voices, _SHOWN)

    def on_last_day(self, claims: Iterable[Claim]) -> str:
        """The latest day for which these claims speak: " on 3 May 2031" or nothing."""
        day = max((day_of(claim, self.case.published) for claim in claims), default="")
        return f" on {in_words(day)}" if day else ""

    def actor(self, actor: str, claims: Iterable[Claim]) -> str:
        """An actor's name for a reader; a crowd goes by the shortest words for it."""
        found = self.case.actors.get(actor)
        words = sorted((claim.span.exact for claim in claims), key=lambda each: (len(each), each))
        if found is not None and found.kind == "crowd" and words:
            return f"“{clipped(words[0])}”"
        return found.name if found else actor

    def apart(self, first: Sequence[Claim], second: Sequence[Claim]) -> str:
        """Which of two sides spoke later: ", a day later" or nothing."""
        one = min((day_of(c, self.case.published) for c in first), default="")
        other = min((day_of(c, self.case.published) for c in second), default="")
        return f" on {in_words(other)}" if later(other, one) else ""


def words_of(value: NumberRange, claims: Iterable[Claim]) -> str:
    """A value for a sentence: its figure, or the words that give it ("dozens", "no one")."""
    exact = sorted({claim.span.exact for claim in claims})
    if value.precise and (value.low or not exact):
        return f"{value.low:,}"
    return f"“{clipped(exact[0])}”" if exact else "a number"


def contradictions(pairs: Iterable[tuple[Figure, Figure]], teller: Teller) -> list[Conflict]:
    """Readings that cannot both hold; ``vague`` where one of them is not exact."""
    return [_apart(lower, higher, teller) for lower, higher in pairs]


def vague_exclusions(figures: Sequence[Figure], teller: Teller) -> list[Conflict]:
    """Open figures ("at least ten") whose floor a precise one stays under."""
    found = []
    opened = [f for f in figures if f.value.open and not _holds_any(f, figures)]
    for figure in opened:
        below = [f for f in figures if f.value.precise and not figure.value.meets(f.value)]
        found += [_apart(other, figure, teller) for other in below if not other.soft_zero]
    return found


def _holds_any(figure: Figure, figures: Sequence[Figure]) -> bool:
    return any(figure.value.contains(f.value) for f in figures if f.value.precise)


def _apart(lower: Figure, higher: Figure, teller: Teller) -> Conflict:
    kind: ConflictType = "contradiction"
    if not (lower.value.precise or lower.ranged) or not (higher.value.precise or higher.ranged):
        kind = "vague"
    first, second = (lower, higher) if not _earlier(higher, lower) else (higher, lower)
    sentence = (
        f"{words_of(first.value, first.claims)} according to {teller.who(first.claims)}; "
        f"{words_of(second.value, second.claims)} according to {teller.who(second.claims)}"
        f"{teller.apart(first.claims, second.claims)}."
    )
    return Conflict(type=kind, claims=_ids(first.claims, second.claims), explanation=sentence)


def _earlier(one: Figure, other: Figure) -> bool:
    return later(other.first_day, one.first_day)


def from_left_out(
    claims: Sequence[Claim],
    left: Mapping[str, LeftOut],
    used: Sequence[Claim],
    teller: Teller,
) -> list[Conflict]:
    """What was left out and why: superseded, denied, of another scope."""
    found = [_superseded(old, left[old[0].id], teller) for old in _replaced(claims, left)]
    for claim in claims:
        reason = left.get(claim.id)
        if reason is None:
            continue
        if reason.reason == "denied" and not _beside_the_point(claim, used, teller):
            found.append(_denied(claim, used, teller))
        if reason.reason == "scope" and used:
            found.append(_scoped(claim, reason.why, used, teller))
        if reason.reason == "died":
            found += _died(claim, reason, teller)
    return found


def _replaced(claims: Sequence[Claim], left: Mapping[str, LeftOut]) -> list[list[Claim]]:
    """The superseded claims, those of one value that one account replaced together."""
    groups: dict[object, list[Claim]] = {}
    for claim in claims:
        reason = left.get(claim.id)
        if reason is not None and reason.reason == "superseded":
            groups.setdefault((claim.value, reason.by), []).append(claim)
    return list(groups.values())


def _superseded(old: Sequence[Claim], reason: LeftOut, teller: Teller) -> Conflict:
    by_id = {claim.id: claim for claim in teller.case.claims}
    new = [by_id[each] for each in reason.by]
    figure = words_of(reason.value, new) if reason.value else said_by(new[0])
    sentence = (
        f"{said_by(old[0])} according to {teller.who(old)}; replaced by {figure} "
        f"according to {teller.who(new)}{teller.apart(old, new)}."
    )
    return Conflict(type="superseded", claims=_ids(old, new), explanation=sentence)


def _died(hurt: Claim, reason: LeftOut, teller: Teller) -> list[Conflict]:
    """Somebody hurt in one report whom another one tells of as dead: history, no dispute."""
    deaths = [c for c in teller.case.claims if c.id in reason.by]
    told = [claim for claim in deaths if claim.span.report != hurt.span.report]
    if not told:
        return []
    sentence = (
        f"{_people_of(hurt)} {hurt.property} according to {teller.who([hurt])}; "
        f"said to have died according to {teller.who(told)}{teller.apart([hurt], told)}."
    )
    return [Conflict(type="superseded", claims=_ids([hurt], told), explanation=sentence)]


def _denied(denial: Claim, used: Sequence[Claim], teller: Teller) -> Conflict:
    against = [each for each in used if may_concern(denial, each) and _alike(denial, each)]
    quote = clipped(denial.sentence.exact).rstrip(".")
    by = f"by {teller.who([denial])}: “{quote}”."
    told = _each_with_its_givers(against, teller)
    sentence = f"{told}; denied {by}" if told else f"Denied {by}"
    return Conflict(type="denial", claims=_ids([denial], against), explanation=sentence)


def _each_with_its_givers(claims: Sequence[Claim], teller: Teller) -> str:
    """ "5 according to police; 7 according to the hospital": nobody is given another's figure."""
    by_value: dict[str, list[Claim]] = {}
    for claim in claims:
        by_value.setdefault(claim.value.model_dump_json(), []).append(claim)
    told = [
        f"{_in_a_sentence(group, teller)} according to {teller.who(group)}"
        for group in list(by_value.values())[:_SHOWN]
    ]
    more = len(by_value) - len(told)
    return "; ".join([*told, f"{more} more"] if more else told)


def _in_a_sentence(claims: Sequence[Claim], teller: Teller) -> str:
    """What claims of one value say: their words, or who is held responsible."""
    value = claims[0].value
    if not isinstance(value, ResponsibleValue):
        return said_by(claims[0])
    return f"{teller.actor(value.actor, claims)} ({value.role})"


def _alike(denial: Claim, claim: Claim) -> bool:
    """Whether the denied figure and the claimed one can be one: who denies five denies no seven;
    who says that he is blamed for what others did says nothing of others who are blamed."""
    if isinstance(denial.value, ResponsibleValue):
        held = claim.value
        return isinstance(held, ResponsibleValue) and held.actor == denial.value.actor
    if denial.value == exactly(0):  # "no civilian was harmed"
        return True
    if isinstance(denial.value, NumberRange) and isinstance(claim.value, NumberRange):
        return denial.value.meets(claim.value)
    return not by_sort(denial) or same_means(denial, claim)


def _beside_the_point(denial: Claim, used: Sequence[Claim], teller: Teller) -> bool:
    """Whether a denied time or place only stands in a sentence about something else: who denies
    a killing in Larnos does not deny Larnos. Of a weapon, cause or motive: whether nobody else
    claims it; of responsibility, whether nobody accuses him of whom it is told."""
    if by_sort(denial):
        others = (
            claim
            for claim in used
            if claim.span.report != denial.span.report or claim.primary() != denial.primary()
        )
        return not any(same_means(denial, claim) for claim in others)
    if denial.property == "responsible":
        return not any(_alike(denial, claim) for claim in used)
    if denial.property not in _CIRCUMSTANCES:
        return False
    return any(
        (claim.property not in _CIRCUMSTANCES or claim.stance != "denied")
        and same_sentence(claim, denial)
        for claim in teller.case.claims
    )


def may_concern(denial: Claim, claim: Claim) -> bool:
    """Whether the denied group and the claimed one can be the same people."""
    denied, claimed = parts_of(denial.who), parts_of(claim.who)
    return not any(
        one.dimension == other.dimension and one.value != other.value
        for one in denied
        for other in claimed
    )


def _scoped(claim: Claim, why: str, used: Sequence[Claim], teller: Teller) -> Conflict:
    sentence = (
        f"{said_by(claim)} according to {teller.who([claim])}, {why}; "
        f"for this incident {_each_with_its_givers(used, teller)}."
    )
    return Conflict(type="different-scope", claims=_ids([claim], used), explanation=sentence)


def category_conflicts(
    claims: Sequence[Claim], others: Sequence[Claim], teller: Teller
) -> list[Conflict]:
    """The same people dead in one report and injured in another.

    Same named group, same exact figure, and neither report tells the other thing of them.
    """
    told = {(c.span.report, c.property, head_word(c.who)) for c in (*claims, *others)}
    alike: dict[object, list[Claim]] = {}
    for other in others:
        alike.setdefault(_people(other), []).append(other)
    return [
        _categories(one, other, teller)
        for one in claims
        for other in alike.get(_people(one), ())
        if head_word(one.who)
        and one.span.report != other.span.report
        and (one.span.report, other.property, head_word(one.who)) not in told
        and (other.span.report, one.property, head_word(one.who)) not in told
    ]


def _people(claim: Claim) -> object:
    """The named group and its exact figure; the claim's own id where either is missing, or one
    man or woman is meant: of these there may be two."""
    if not isinstance(claim.value, NumberRange) or not claim.value.precise:
        return claim.id
    if claim.value.low == 1 and {part.dimension for part in parts_of(claim.who)} & _SORTS_OF_ALL:
        return claim.id
    return head_word(claim.who), parts_of(claim.who), claim.value.low


def _categories(one: Claim, other: Claim, teller: Teller) -> Conflict:
    first, second = sorted((one, other), key=lambda c: (c.property, c.id))
    sentence = (
        f"{_people_of(first)} {first.property} according to {teller.who([first])}; "
        f"{_people_of(second)} {second.property} according to {teller.who([second])}."
    )
    ids = _ids([first], [second])
    return Conflict(type="different-category", claims=ids, explanation=sentence)


def group_conflicts(claims: Sequence[Claim], teller: Teller) -> list[Conflict]:
    """The same exact figure of one kind of people in one report and of another kind in the next:
    soldiers here, civilians there; militants here, students there."""
    told = {(c.span.report, held_armed(c)) for c in claims if not c.partial}
    alike: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda each: each.id):
        if not claim.additional:
            alike.setdefault(said_by(claim), []).append(claim)
    pairs = {
        (one.span.report, other.span.report): (one, other)
        for size in sorted(alike)
        for one, other in permutations(alike[size], 2)
        if two_names(one, other)
        and (one.span.report, False) not in told
        and (other.span.report, True) not in told
    }
    if not pairs:
        pairs = _fighters_and_civilians(claims, teller)
    return [_categories(one, other, teller) for _, (one, other) in sorted(pairs.items())]


def _fighters_and_civilians(
    claims: Sequence[Claim], teller: Teller
) -> dict[tuple[str, str], tuple[Claim, Claim]]:
    """The first claims of two sources of which one counts only fighters, one only civilians."""
    told: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda each: (each.span.report, each.span.start, each.id)):
        if isinstance(claim.value, NumberRange) and (claim.value.low or 0) > 1:
            told.setdefault(teller.sources.of(claim).key, []).append(claim)
    return {
        (one, other): (told[one][0], told[other][0])
        for one, other in permutations(told, 2)
        if sides_apart(told[one], told[other])
    }


def said_by(claim: Claim) -> str:
    """A claim's value for a sentence."""
    if isinstance(claim.value, NumberRange):
        return words_of(claim.value, [claim])
    return f"“{clipped(claim.span.exact)}”"


def _people_of(claim: Claim) -> str:
    """The figure with its group, "2 pilots"; the group's own words where they hold a number."""
    label = _ARTICLE.sub("", claim.who.label if claim.who else "people")
    return f"“{clipped(label)}”" if has_number(label) else f"{said_by(claim)} {clipped(label)}"


def _ids(first: Iterable[Claim], second: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.id for claim in (*first, *second)}))


def once(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Each conflict once, in a fixed order; those with the same words are one."""
    alike: dict[tuple[ConflictType, str], set[str]] = {}
    for each in conflicts:
        alike.setdefault((each.type, each.explanation), set()).update(each.claims)
    merged = (
        Conflict(type=kind, claims=tuple(sorted(claims)), explanation=words)
        for (kind, words), claims in alike.items()
    )
    return tuple(sorted(merged, key=lambda c: (c.type, c.claims, c.explanation)))
