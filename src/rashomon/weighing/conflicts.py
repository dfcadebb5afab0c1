"""Where accounts part, typed, each with one sentence that attributes and asserts nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.model.claims import Claim
from rashomon.model.findings import Conflict, ConflictType
from rashomon.model.numbers import NumberRange
from rashomon.weighing.case import Case
from rashomon.weighing.dates import day_of, later
from rashomon.weighing.exclusion import LeftOut
from rashomon.weighing.figures import Figure
from rashomon.weighing.grouping import head_word, parts_of
from rashomon.weighing.sources import Sources
from rashomon.weighing.wording import attributed, listed

_SHOWN = 3  # sources named on one side of a sentence


@dataclass(frozen=True, slots=True)
class Teller:
    """Writes the sentences: knows names and days."""

    case: Case
    sources: Sources

    def who(self, claims: Iterable[Claim]) -> str:
        """Who gives these claims, each once."""
        return listed(sorted(attributed(c, self.sources.voices) for c in claims), _SHOWN)

    def apart(self, first: Sequence[Claim], second: Sequence[Claim]) -> str:
        """Which of two sides spoke later: ", a day later" or nothing."""
        one = min((day_of(c, self.case.published) for c in first), default="")
        other = min((day_of(c, self.case.published) for c in second), default="")
        return f" on {other}" if later(other, one) else ""


def words_of(value: NumberRange, claims: Iterable[Claim]) -> str:
    """A value for a sentence: its figure, or the words that give it ("dozens")."""
    if value.precise:
        return str(value.low)
    exact = sorted({claim.span.exact for claim in claims})
    return f"“{exact[0]}”" if exact else "a number"


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
        f"{teller.who(first.claims)} gives {words_of(first.value, first.claims)}; "
        f"{teller.who(second.claims)} gives {words_of(second.value, second.claims)}"
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
    by_id = {claim.id: claim for claim in teller.case.claims}
    found = []
    for claim in claims:
        reason = left.get(claim.id)
        if reason is None:
            continue
        if reason.reason == "superseded":
            found.append(_superseded(claim, [by_id[other] for other in reason.by], teller))
        if reason.reason == "denied":
            found.append(_denied(claim, used, teller))
        if reason.reason == "scope" and used:
            found.append(_scoped(claim, reason.why, used, teller))
    return found


def _superseded(old: Claim, new: Sequence[Claim], teller: Teller) -> Conflict:
    sentence = (
        f"{teller.who([old])} gave {said_by(old)}; {teller.who(new)} replaced it with "
        f"{said_by(new[0])}{teller.apart([old], new)}."
    )
    return Conflict(type="superseded", claims=_ids([old], new), explanation=sentence)


def _denied(denial: Claim, used: Sequence[Claim], teller: Teller) -> Conflict:
    against = [claim for claim in used if may_concern(denial, claim)]
    denies = f"{teller.who([denial])} denies “{denial.sentence.exact.strip()}”"
    if isinstance(denial.value, NumberRange):
        denies = f"{teller.who([denial])} denies that there were any ({said_by(denial)})"
    sentence = f"{denies}."
    if against:
        sentence = f"{teller.who(against)} gives {said_by(against[0])}; {denies}."
    return Conflict(type="denial", claims=_ids([denial], against), explanation=sentence)


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
        f"{teller.who([claim])} gives {said_by(claim)}, {why}; "
        f"{teller.who(used)} gives {said_by(used[0])} for this incident."
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
    """The named group and its exact figure; the claim's own id where either is missing."""
    if not isinstance(claim.value, NumberRange) or not claim.value.precise:
        return claim.id
    return head_word(claim.who), parts_of(claim.who), claim.value.low


def _categories(one: Claim, other: Claim, teller: Teller) -> Conflict:
    first, second = sorted((one, other), key=lambda c: (c.property, c.id))
    sentence = (
        f"{teller.who([first])} gives {said_by(first)} {_label(first)} as {first.property}; "
        f"{teller.who([second])} gives {said_by(second)} {_label(second)} as {second.property}."
    )
    ids = _ids([first], [second])
    return Conflict(type="different-category", claims=ids, explanation=sentence)


def said_by(claim: Claim) -> str:
    """A claim's value for a sentence."""
    if isinstance(claim.value, NumberRange):
        return words_of(claim.value, [claim])
    return f"“{claim.span.exact}”"


def _label(claim: Claim) -> str:
    """The group's words without the figure that ``_said`` gives already."""
    return claim.who.label if claim.who else "people"


def _ids(first: Iterable[Claim], second: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.id for claim in (*first, *second)}))


def once(conflicts: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Each conflict once, in a fixed order."""
    kept = {(c.type, c.claims, c.explanation): c for c in conflicts}
    return tuple(kept[key] for key in sorted(kept))
