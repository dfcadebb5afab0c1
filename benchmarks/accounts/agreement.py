"""How far two codings of the set agree: items matched, values compared (CODING.md, section 6)."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from goldset import Coding, Item, alike, fold, overlap, read, stretch, stretches
from pairing import paired


@dataclass(frozen=True, slots=True)
class Pair:
    """An item of either coder or of both; the second's letters are turned into the first's."""

    pile: str
    part: str
    first: Item | None
    second: Item | None

    @property
    def kind(self) -> str:
        return str((self.first or self.second or {})["kind"])

    @property
    def same(self) -> bool:
        """Whether both have it with the same values."""
        if self.first is None or self.second is None:
            return False
        return RULES[self.kind].same(self.first, self.second)


@dataclass(frozen=True, slots=True)
class Rule:
    """When two items of a kind are about one matter, and when they say the same of it.

    ``category`` is the value that kappa is worked out for, over the matched items.
    """

    key: Callable[[Item], Hashable]
    same: Callable[[Item, Item], bool]
    near: Callable[[Item, Item, Coding], bool] = lambda one, other, coding: True
    category: Callable[[Item], Hashable] | None = None


def _of(*fields: str) -> Callable[[Item], Hashable]:
    """The values of those fields."""

    def key(item: Item) -> Hashable:
        return tuple(_fixed(item.get(field)) for field in fields)

    return key


def _fixed(value: object) -> Hashable:
    return tuple(value) if isinstance(value, list) else value  # type: ignore[return-value]


def _equal(*fields: str) -> Callable[[Item, Item], bool]:
    key = _of(*fields)
    return lambda one, other: key(one) == key(other)


def _names(field: str) -> Callable[[Item, Item], bool]:
    return lambda one, other: alike(_listed(one[field]), _listed(other[field]))


def _listed(names: str | Sequence[str] | None) -> Sequence[str]:
    return [names] if isinstance(names, str) else names or []


def _both(*rules: Callable[[Item, Item], bool]) -> Callable[[Item, Item], bool]:
    return lambda one, other: all(rule(one, other) for rule in rules)


def _quotes(one: Item, other: Item, coding: Coding) -> bool:
    text = coding.texts[one["report"]]
    return overlap(stretch(text, one["quote"]), stretch(text, other["quote"]))


def _labels(one: Item, other: Item, coding: Coding) -> bool:
    return bool(set(fold(one["label"]).split()) & set(fold(other["label"]).split()))


def _ends(one: Item, other: Item, coding: Coding) -> bool:
    """Whether the same passages are meant, told in either direction: one quote in common."""

    def meet(mine: Item, its: Item) -> bool:
        text = coding.texts[mine["report"]]
        return any(
            overlap(a, b)
            for a in stretches(text, mine["quote"])
            for b in stretches(text, its["quote"])
        )

    mine = [one["from"], one["to"]]
    its = [other["from"], other["to"]]
    if [end["report"] for end in mine] != [end["report"] for end in its]:
        its = its[::-1]
    same = [a["report"] == b["report"] for a, b in zip(mine, its, strict=True)]
    return all(same) and any(meet(a, b) for a, b in zip(mine, its, strict=True))


def _members(field: str, least: int) -> Callable[[Item, Item, Coding], bool]:
    """Whether at least so many names (or all, if fewer) of one list stand in the other."""

    def near(one: Item, other: Item, coding: Coding) -> bool:
        shared = sum(any(alike([a], [b]) for b in other[field]) for a in one[field])
        return shared >= min(least, len(one[field]), len(other[field]))

    return near


def _sides(one: Item, other: Item) -> bool:
    mine, its = set(one["reports"]), set(other["reports"])
    return len(mine & its) >= min(2, len(mine), len(its))


RULES: Mapping[str, Rule] = {
    "incident": Rule(_of("incident"), lambda a, b: set(a["reports"]) == set(b["reports"])),
    "main": Rule(_of("report"), _equal("main"), category=_of("main")),
    "what": Rule(_of("incident"), lambda a, b: bool(set(a["kinds"]) & set(b["kinds"]))),
    "when": Rule(_of("incident"), _equal("day")),
    "where": Rule(_of("incident"), _both(_names("where"), _equal("country"))),
    "apart": Rule(lambda item: frozenset(item["incidents"]), lambda a, b: True),
    "toll": Rule(
        _of("incident", "property"),
        _equal("low", "best", "high", "open", "status"),
        category=_of("status"),
    ),
    "part": Rule(
        _of("incident", "property"),
        _equal("low", "high", "status"),
        near=lambda a, b, c: (
            (a["low"], a["high"]) == (b["low"], b["high"]) or alike(a["group"], b["group"])
        ),
        category=_of("status"),
    ),
    "independent": Rule(_of("incident", "property", "value"), _equal("low", "high")),
    "chain": Rule(
        _of("report", "incident", "property"),
        _both(_equal("low", "high", "stance"), lambda a, b: alike(a["chain"][-1], b["chain"][-1])),
        near=_quotes,
        category=_of("stance"),
    ),
    "left-out": Rule(
        _of("report", "incident", "property"),
        _equal("reason"),
        near=_quotes,
        category=_of("reason"),
    ),
    "copy": Rule(
        lambda item: 0,
        lambda a, b: (set(a["reports"]), a["copy_kind"]) == (set(b["reports"]), b["copy_kind"]),
        near=lambda a, b, c: len(set(a["reports"]) & set(b["reports"])) > 1,
        category=_of("copy_kind"),
    ),
    "drift": Rule(_of("what"), lambda a, b: True, near=_ends),
    "conflict": Rule(
        _of("incident", "property"), _both(_equal("type"), _sides), category=_of("type")
    ),
    "label": Rule(_of("report"), _equal("own_voice"), near=_labels, category=_of("own_voice")),
    "relation": Rule(
        lambda item: frozenset((item["from"], item["to"])),
        _equal("from", "type"),
        category=_of("type"),
    ),
    "actor-same": Rule(lambda item: 0, lambda a, b: True, near=_members("names", 2)),
    "actor-apart": Rule(lambda item: 0, lambda a, b: True, near=_members("names", 2)),
    "responsible": Rule(
        _of("report", "incident"),
        _equal("role"),
        near=lambda a, b, c: alike(a["actor"], b["actor"]),
        category=_of("role"),
    ),
    "follow-up": Rule(_of("report", "incident"), lambda a, b: True),
    "published": Rule(_of("report"), _equal("earliest", "latest")),
}


def pairs(pile: Path) -> list[Pair]:
    """All items of both coders of a pile, matched."""
    first, second = read(pile, "first.json"), read(pile, "second.json")
    letters = paired(second.happenings, first.happenings)
    shelves: dict[tuple[str, Hashable], list[Item]] = defaultdict(list)
    for item in second.items:
        own = _translated(item, letters)
        shelves[own["kind"], RULES[own["kind"]].key(own)].append(own)
    made = []
    waiting = sorted(first.items, key=lambda own: own["id"])
    for alike_only in (True, False):
        still = []
        for item in waiting:
            shelf = shelves[item["kind"], RULES[item["kind"]].key(item)]
            other = _taken(item, shelf, first, alike_only)
            if other is None and alike_only:
                still.append(item)
            else:
                made.append(Pair(first.pile, first.part, item, other))
        waiting = still
    left = [item for shelf in shelves.values() for item in shelf]
    made += [Pair(first.pile, first.part, None, item) for item in left]
    return made


def _taken(item: Item, shelf: list[Item], coding: Coding, alike_only: bool) -> Item | None:
    """The second coder's item of that matter (and of the same values), off the shelf."""
    rule = RULES[item["kind"]]
    for other in shelf:
        if rule.near(item, other, coding) and (not alike_only or rule.same(item, other)):
            shelf.remove(other)
            return other
    return None


def _translated(item: Item, letters: Mapping[str, str]) -> Item:
    """The item with the first coder's letters; of an incident that he lacks, the letter primed."""

    def letter(own: str | None) -> str | None:
        return None if own is None else letters.get(own, own + "′")

    form = dict(item)
    names = ("incident", "main") if form["kind"] != "relation" else ("from", "to")
    form.update({name: letter(form[name]) for name in names if name in form})
    if form["kind"] == "apart":
        form["incidents"] = [letter(own) for own in form["incidents"]]
    return form


def kappa(values: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two coders' categories; ``None`` where only one category occurs."""
    both = list(values)
    if not both:
        return None
    ones, others = Counter(a for a, _ in both), Counter(b for _, b in both)
    seen = sum(a == b for a, b in both) / len(both)
    chance = sum(ones[value] * others[value] for value in ones) / len(both) ** 2
    return None if chance == 1 else (seen - chance) / (1 - chance)


def alpha(values: Iterable[tuple[float, float]]) -> float | None:
    """Krippendorff's alpha for two coders' numbers, distances on the ratio scale.

    ``None`` where all numbers are the same.
    """
    both = list(values)
    pool = [number for pair in both for number in pair]
    seen = math.fsum(2 * _ratio(a, b) for a, b in both)
    chance = math.fsum(_ratio(a, b) for a in pool for b in pool)
    return None if chance == 0 else 1 - (len(pool) - 1) * seen / chance


def _ratio(one: float, other: float) -> float:
    return ((one - other) / (one + other)) ** 2 if one != other else 0.0


def table(folders: Iterable[Path]) -> str:
    """The agreement of each kind as a Markdown table."""
    made = [pair for each in folders if (each / "second.json").exists() for pair in pairs(each)]
    lines = [
        "| kind | first | second | of both | same values | agree of all | kappa |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += [_row(kind, [pair for pair in made if pair.kind == kind]) for kind in RULES]
    lines.append(_row("all", made))
    tolls = [(p.first, p.second) for p in made if p.kind == "toll" and p.first and p.second]
    for end in ("low", "best", "high"):
        numbers = [(a[end], b[end]) for a, b in tolls if None not in (a[end], b[end])]
        lines.append(
            f"\nKrippendorff's alpha (ratio) of `{end}` of tolls: {_figure(alpha(numbers))}"
        )
    return "\n".join(lines)


def _row(kind: str, made: Sequence[Pair]) -> str:
    both = [(p.first, p.second) for p in made if p.first and p.second]
    same = sum(pair.same for pair in made)
    category = RULES[kind].category if kind in RULES else None
    figure = kappa((category(a), category(b)) for a, b in both) if category else None
    firsts, seconds = (
        sum(getattr(p, who) is not None for p in made) for who in ("first", "second")
    )
    agree = f"{100 * same / len(made):.0f} %" if made else "–"
    return f"| {kind} | {firsts} | {seconds} | {len(both)} | {same} | {agree} | {_figure(figure)} |"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
