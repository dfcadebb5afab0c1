"""Claims of what is not counted, sorted into readings: those of one value together."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from rashomon.model.claims import Claim, Property, TextValue, Value, WhenValue, WhereValue
from rashomon.weighing.places import building_words, same_place
from rashomon.weighing.sorts import MEANS, sorts_of
from rashomon.weighing.times import common, interval, weekday_said
from rashomon.weighing.wording import word_list

Group = list[Claim]


def sort_out(name: Property, claims: Iterable[Claim]) -> list[Group]:
    """The claims of one property, those that give one value together."""
    ordered = sorted(claims, key=lambda each: each.id)
    return _SORTERS.get(name, _by_value)(ordered)


def value_of(group: Sequence[Claim]) -> Value:
    """The value that all claims of a group stand behind."""
    if isinstance(group[0].value, WhenValue):
        return common(group)
    return most_given(group).value


def most_given(group: Sequence[Claim]) -> Claim:
    """The claim whose value most of a group give; of equals the first."""
    counts = Counter(claim.value.model_dump_json() for claim in group)
    return max(group, key=lambda claim: counts[claim.value.model_dump_json()])


def _by_value(claims: Iterable[Claim]) -> list[Group]:
    return _grouped(claims, lambda claim: _same(claim.value))


def _grouped(claims: Iterable[Claim], key: Callable[[Claim], object]) -> list[Group]:
    groups: dict[object, Group] = {}
    for claim in claims:
        groups.setdefault(key(claim), []).append(claim)
    return list(groups.values())


def _same(value: Value) -> object:
    if isinstance(value, TextValue):
        return ("text", *word_list(value.text))
    return value.model_dump_json()


def _by_time(claims: Iterable[Claim]) -> list[Group]:
    """By day; spans of days each for itself. "Tuesday" in an undated report joins the one day
    among the others that was a Tuesday."""
    settled = [claim for claim in claims if interval(claim)]
    groups = _grouped(settled, _day)
    days = {key: group for group in groups if (key := _weekday(group)) is not None}
    alone = [key for key in days if sum(_weekday(group) == key for group in groups) == 1]
    open_ones = [claim for claim in claims if not interval(claim)]
    for claim in open_ones:
        said = weekday_said(claim)
        if said is not None and said in alone:
            days[said].append(claim)
    joined = {claim.id for group in groups for claim in group}
    return groups + _grouped([c for c in open_ones if c.id not in joined], _words)


def _day(claim: Claim) -> object:
    found = interval(claim)
    if found is None:
        raise ValueError(f"claim {claim.id} gives no settled time")
    if found.days == 1:
        return found.first_day
    return found.earliest, found.latest


def _weekday(group: Sequence[Claim]) -> int | None:
    """The day of the week of a group that gives one day."""
    found = interval(group[0])
    return found.first_day.isoweekday() if found and found.days == 1 else None


def _words(claim: Claim) -> object:
    return weekday_said(claim) or tuple(word_list(claim.span.exact))


def _by_place(claims: Iterable[Claim]) -> list[Group]:
    """By place. Of a building's names the longest come first, and a shorter one joins them
    where it fits one only ("the embassy" between two embassies stays alone)."""
    told = _grouped(claims, lambda claim: claim.value.model_dump_json())
    places: list[list[Group]] = []
    for alike in sorted(told, key=_longest):
        fitting = [place for place in places if _fits(alike, place)]
        if len(fitting) == 1:
            fitting[0].append(alike)
        else:
            places.append([alike])
    return [[claim for alike in place for claim in alike] for place in places]


def _longest(alike: Group) -> tuple[int, str]:
    return -len(building_words(_place(alike[0]))), alike[0].id


def _fits(alike: Group, place: Sequence[Group]) -> bool:
    return all(same_place(_place(alike[0]), _place(other[0])) for other in place)


def _place(claim: Claim) -> WhereValue:
    if not isinstance(claim.value, WhereValue):
        raise TypeError(f"claim {claim.id} of {claim.property} has no place")
    return claim.value


def _by_means(claims: Iterable[Claim]) -> list[Group]:
    """Those that name one sort of thing together ("bomb", "explosive device"); else by words."""
    return _grouped(claims, lambda claim: sorts_of(claim) or _same(claim.value))


_SORTERS: Mapping[str, Callable[[list[Claim]], list[Group]]] = {
    "when": _by_time,
    "where": _by_place,
    **dict.fromkeys(MEANS, _by_means),
}
