"""Where accounts of a time, a place or a responsibility part."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from rashomon.data.body_names import telling_words
from rashomon.data.naming import country, known
from rashomon.data.phrases import words
from rashomon.data.spelling import bare
from rashomon.model.claims import ActorValue, Claim, ResponsibleValue, Value, WhereValue
from rashomon.model.findings import Conflict, Reading
from rashomon.model.voices import Actor
from rashomon.weighing.conflicts import Teller
from rashomon.weighing.places import may_both_hold
from rashomon.weighing.sorting import most_given
from rashomon.weighing.times import interval, one_date, part, settled
from rashomon.weighing.wording import clipped, in_words, word_list, words_for

_COMPARED = 12  # readings of one property compared pairwise, best supported first
_OPPOSED = frozenset({"claimed", "accused", "admitted"})
Side = list[Claim]


def contradictions(
    readings: Sequence[Reading], used: Sequence[Claim], teller: Teller
) -> list[Conflict]:
    """Pairs of times or places that cannot both hold, each pair once; and, within one day,
    hours that cannot."""
    by_id = {claim.id: claim for claim in used}
    groups = [[by_id[each] for each in reading.claims] for reading in readings[:_COMPARED]]
    pairs = [pair for group in groups for pair in _hours_apart(group)]
    pairs += [pair for pair in combinations(groups, 2) if cannot_both(*pair)]
    sides = [_by_different_sources(one, other, teller) for one, other in pairs]
    return [set_apart(one, other, teller) for one, other in sides if one and other]


def cannot_both(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether no settled claim of one reading can hold with any of the other."""
    firsts, seconds = _distinct(one), _distinct(other)
    pairs = [(first, second) for first in firsts for second in seconds]
    return bool(pairs) and all(_apart(first, second) for first, second in pairs)


def _apart(one: Claim, other: Claim) -> bool:
    if isinstance(one.value, WhereValue) and isinstance(other.value, WhereValue):
        if bare(one.value.name) == bare(other.value.name):  # which of that name is our reading
            return False
        return not may_both_hold(one.value, other.value)
    first, second = settled(one), settled(other)
    if first is None or second is None or one_date(one, other):
        return False
    return part(first, second)


def _hours_apart(group: Side) -> Iterable[tuple[Side, Side]]:
    """The first pair of claims of one day whose hours cannot both hold, with their likes."""
    for one, other in combinations(_distinct(group), 2):
        if interval(one) and _apart(one, other):
            first = [claim for claim in group if claim.value == one.value]
            second = [claim for claim in group if claim.value == other.value]
            yield first, second
            return


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """One claim for each settled value."""
    found: dict[str, Claim] = {}
    for claim in claims:
        if isinstance(claim.value, WhereValue) or interval(claim):
            found.setdefault(claim.value.model_dump_json(), claim)
    return list(found.values())[:_COMPARED]


def _by_different_sources(one: Side, other: Side, teller: Teller) -> tuple[Side, Side]:
    """Both sides without the sources and reports that give both.

    Who names two places or days tells of several sites or moments; a report that knows of
    accounts at odds says so ("however", "contradicting").
    """
    shared = keys_of(one, teller) & keys_of(other, teller)
    together = {claim.span.report for claim in one} & {claim.span.report for claim in other}

    def alone(side: Side) -> Side:
        return [
            claim
            for claim in side
            if teller.sources.of(claim).key not in shared
            and (claim.span.report not in together or _at_odds(one, other, claim.span.report))
        ]

    return alone(one), alone(other)


def _at_odds(one: Side, other: Side, report: str) -> bool:
    """Whether a report sets its two times or places against each other, in two sentences."""
    first = {claim.sentence for claim in one if claim.span.report == report}
    second = {claim.sentence for claim in other if claim.span.report == report}
    if first & second:
        return False
    words = {word for sentence in first | second for word in word_list(sentence.exact)}
    return bool(words & words_for("at-odds"))


def keys_of(side: Side, teller: Teller) -> set[str]:
    """The sources that give one side."""
    return {teller.sources.of(claim).key for claim in side}


def set_apart(one: Side, other: Side, teller: Teller) -> Conflict:
    """Both sides, each with who says so."""
    sentence = (
        f"{said(one, teller)} according to {teller.who(one)}; "
        f"{said(other, teller)} according to {teller.who(other)}."
    )
    ids = tuple(sorted(claim.id for claim in (*one, *other)))
    return Conflict(type="contradiction", claims=ids, explanation=sentence)


def said(claims: Sequence[Claim], teller: Teller) -> str:
    """What a reading says: an actor's name, with its role where it is held responsible; else its
    words, with the day that they mean where words and day differ."""
    claim = most_given([each for each in claims if width(each) == max(map(width, claims))])
    if isinstance(claim.value, ResponsibleValue):
        return f"{teller.actor(claim.value.actor, claims)} ({claim.value.role})"
    if isinstance(claim.value, ActorValue):
        return teller.actor(claim.value.actor, claims)
    words = f"“{clipped(claim.span.exact)}”"
    known = interval(claim)
    if known is None or known.days > 1 or str(known.first_day.year) in words:
        return words
    return f"{words} ({in_words(known.first_day.isoformat())})"


def width(claim: Claim) -> float:
    """The seconds from the first to the last of a claimed time; 0 where there is none."""
    found = interval(claim)
    return (found.end - found.start).total_seconds() if found else 0.0


def denials(
    readings: Sequence[Reading], used: Mapping[str, Claim], teller: Teller
) -> list[Conflict]:
    """One actor held responsible by some, while the part is denied."""
    found = []
    for one in readings:
        for other in readings:
            if _opposed(one.value, other.value, teller):
                held = [used[each] for each in one.claims]
                denying = [used[each] for each in other.claims]
                if keys_of(held, teller) == keys_of(denying, teller):
                    continue  # who owns up to the raid denies that it hit a clinic
                sentence = (
                    f"{_part_of(one.value, held, teller)} according to "
                    f"{teller.who(held)}; denied by {teller.who(denying)}."
                )
                ids = tuple(sorted((*one.claims, *other.claims)))
                found.append(Conflict(type="denial", claims=ids, explanation=sentence))
    return found


def rivals(
    readings: Sequence[Reading], used: Mapping[str, Claim], teller: Teller
) -> list[Conflict]:
    """Two actors, of whom different sources say that each did it."""
    found = []
    held = _held(readings, used)
    for one, other in combinations(held, 2):
        if _may_be_one(one[0], other[0], teller):
            continue
        alike = [[s for s in held if _may_be_one(s[0], side[0], teller)] for side in (one, other)]
        first, second = _by_own_sources(one, other, alike, teller)
        if first and second:
            found.append(set_apart(first, second, teller))
    return found


def _held(readings: Sequence[Reading], used: Mapping[str, Claim]) -> list[Side]:
    """By actor: the claims that he did it."""
    held: dict[str, Side] = {}
    for reading in readings:
        value = reading.value
        if isinstance(value, ResponsibleValue) and value.role in _OPPOSED:
            held.setdefault(value.actor, []).extend(used[each] for each in reading.claims)
    return [held[actor] for actor in sorted(held)]


def _may_be_one(one: Claim, other: Claim, teller: Teller) -> bool:
    """Whether one actor is part of the other, both of one state ("the army" may be of any), one
    name a shorter form of the other, or either nobody in particular."""
    actors = teller.case.actors
    first, second = (actors.get(_actor(claim)) for claim in (one, other))
    if first is None or second is None or not (_can_act(first) and _can_act(second)):
        return True
    if any(_bare_label(each) for each in (first, second)) and not any(
        each.kind == "state" for each in (first, second)
    ):
        return True  # "militants" may be of any group
    if {each.actor for each in first.part_of} & {second.id} or first.id in {
        each.actor for each in second.part_of
    }:
        return True
    names = [telling_words(each.name) for each in (first, second)]
    if names[0] <= names[1] or names[1] <= names[0]:
        return True  # "separatists" and "Russia-backed separatists"
    official = all(each.kind == "state" or known(each.name) for each in (first, second))
    lands = {each.country for each in (first, second)}
    bare = None in lands and all(each.kind == "state" for each in (first, second))
    return official and (len(lands) == 1 or bare)


def _bare_label(actor: Actor) -> bool:
    """Whether nobody says which fighters they are."""
    return actor.kind == "crowd" and " " not in actor.name


def _can_act(actor: Actor) -> bool:
    """Whether it is a body that may have done it, or fighters: no embassy or court, nor a crowd or
    person, who may be of any side."""
    last = actor.name.casefold().split()[-1:]
    if actor.kind == "crowd":
        return bool(words("label_sets", "label", set="armed").intersection(last))
    return actor.kind != "person" and not words_for("no-doer").intersection(last)


def _actor(claim: Claim) -> str:
    return claim.value.actor if isinstance(claim.value, ResponsibleValue) else ""


def _by_own_sources(
    one: Side, other: Side, alike: Sequence[Sequence[Side]], teller: Teller
) -> tuple[Side, Side]:
    """Both sides without the sources that name both, or what may be them (``alike``): they may
    have done it together."""
    first, second = (
        {key for each in sides for key in keys_of(each, teller)} | keys_of(own, teller)
        for own, sides in zip((one, other), alike, strict=True)
    )
    shared = first & second
    apart = [[c for c in side if teller.sources.of(c).key not in shared] for side in (one, other)]
    return apart[0], apart[1]


def _opposed(one: Value, other: Value, teller: Teller) -> bool:
    if not isinstance(one, ResponsibleValue) or not isinstance(other, ResponsibleValue):
        return False
    if one.role not in _OPPOSED or other.role != "denied":
        return False
    return one.actor == other.actor or _speaks_for(other.actor, one.actor, teller)


def _speaks_for(denying: str, held: str, teller: Teller) -> bool:
    """Whether one of two is the state whose body the other is: a ministry denies for its state, and
    a government for its army; no police for the army."""
    actors = teller.case.actors
    if denying not in actors or held not in actors:
        return False
    first, second = actors[denying], actors[held]
    if not (first.kind == second.kind == "state" and first.country == second.country):
        return False
    if first.country is None or not any(map(_is_state, (first, second))):
        return False
    return _is_state(first) or bool(words_for("for-state") & telling_words(first.name))


def _is_state(actor: Actor) -> bool:
    return country(actor.name) is not None or actor.name.casefold() == "government"


def _part_of(value: Value, held: Sequence[Claim], teller: Teller) -> str:
    if not isinstance(value, ResponsibleValue):
        return "Responsibility"
    name = teller.actor(value.actor, held)
    return f"Accusation of {name}" if value.role == "accused" else f"Responsibility of {name}"
