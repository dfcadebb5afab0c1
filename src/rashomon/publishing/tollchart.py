"""A toll drawn to scale: the range on a line, and on it a mark for every account."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.model.findings import Finding, Reading, Toll
from rashomon.model.numbers import NumberRange
from rashomon.publishing import ranges, words
from rashomon.publishing.ranges import Bar

_STEP, _FIRST, _ABOVE = 9.0, 12.0, 6.0
_ROOM, _TICK_ROOM = 10.0, 20.0
_MOST_DOTS = 6


@dataclass(frozen=True, slots=True)
class Dot:
    """One account: ``kind`` is "sure" (an independent source), "maybe" or "again" (a repeat)."""

    x: float
    y: float
    kind: str


@dataclass(frozen=True, slots=True)
class Stack:
    """All accounts of one value, upwards from the line; ``reach`` is the wide of a vague one.

    ``more``: how many there was no room for, with the place of the note; ``told`` is the text.
    """

    dots: tuple[Dot, ...]
    reach: tuple[float, float, float] | None
    more: int
    x: float
    y: float
    told: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A number below the line."""

    x: float
    text: str
    end: str


@dataclass(frozen=True, slots=True)
class TollChart:
    """Units as in ``ranges``; the line stands at ``line`` from the top of ``height``."""

    bar: Bar
    line: float
    height: float
    stacks: tuple[Stack, ...]
    ticks: tuple[Tick, ...]
    alt: str


def toll_chart(shown: Toll | Finding, finding: Finding | None, top: int) -> TollChart | None:
    """The chart of a toll and of the finding behind it; ``None`` where there is no number."""
    bar = ranges.overall(shown, top)
    if bar is None:
        return None
    stacks = tuple(_stacks(finding.readings if finding else (), top))
    highest = max((stack.y for stack in stacks), default=0.0)
    line = round(highest + _ABOVE, 1)
    alt = " ".join([bar.alt, *(f"{stack.told}." for stack in stacks)])
    return TollChart(
        bar=bar,
        line=line,
        height=round(line + 25, 1),
        stacks=tuple(_dropped(stack, line) for stack in stacks),
        ticks=tuple(_ticks(shown, stacks_at=_values(finding), top=top)),
        alt=alt,
    )


def _values(finding: Finding | None) -> list[int]:
    found = (r.value for r in finding.readings) if finding else ()
    return sorted({v.low for v in found if isinstance(v, NumberRange) and v.low is not None})


def _stacks(readings: tuple[Reading, ...], top: int) -> Iterator[Stack]:
    """Stacks with heights above the line; one too near to another starts above it."""
    placed: list[tuple[float, float]] = []
    for value, reading in sorted(_numbers(readings), key=lambda pair: _narrow_first(pair[0])):
        left, right = _reach(value, top)
        middle = left if value.high is None else (left + right) / 2
        begin, end = (left, right) if right > left else (left - _ROOM / 2, left + _ROOM / 2)
        near = [height for x, height in placed if begin - _ROOM < x < end + _ROOM]
        base = max(near, default=_FIRST - _STEP) + _STEP
        stack = _stack(reading, value, middle, (left, right), base)
        placed.append((middle, stack.y))
        if right > left:
            placed += [(begin, base), (end, base)]
        yield stack


def _numbers(readings: tuple[Reading, ...]) -> Iterator[tuple[NumberRange, Reading]]:
    for reading in readings:
        if isinstance(reading.value, NumberRange) and reading.value.low is not None:
            yield reading.value, reading


def _reach(value: NumberRange, top: int) -> tuple[float, float]:
    high = top if value.high is None else value.high
    return ranges.at(value.low or 0, top), ranges.at(high, top)


def _narrow_first(value: NumberRange) -> tuple[bool, int, int]:
    low = value.low or 0
    return value.high is None, (value.high or 0) - low, low


def _stack(
    reading: Reading, value: NumberRange, x: float, reach: tuple[float, float], base: float
) -> Stack:
    kinds = _kinds(reading)
    shown = kinds[:_MOST_DOTS]
    dots = tuple(Dot(round(x, 1), base + n * _STEP, kind) for n, kind in enumerate(shown))
    number = words.number_words(value.low, value.high, value.approximate)
    accounts = words.several(len(kinds), "account")
    return Stack(
        dots=dots,
        reach=(*reach, base) if reach[1] > reach[0] else None,
        more=len(kinds) - len(shown),
        x=round(x, 1),
        y=dots[-1].y,
        told=f"{number}: {accounts}, {words.independent_words(reading.independent)}",
    )


def _kinds(reading: Reading) -> list[str]:
    """What each account is: an independent source for certain, perhaps, or a repeat."""
    low, high = reading.independent.low, reading.independent.high
    count = max(len(dict.fromkeys(reading.claims)), high, 1)
    kinds = Counter({"sure": low, "maybe": high - low})
    kinds["again"] = count - kinds.total()
    return [kind for kind in ("sure", "maybe", "again") for _ in range(kinds[kind])]


def _dropped(stack: Stack, line: float) -> Stack:
    """The same, with heights turned into distances from the top."""
    return Stack(
        dots=tuple(Dot(d.x, round(line - d.y, 1), d.kind) for d in stack.dots),
        reach=stack.reach and (stack.reach[0], stack.reach[1], round(line - stack.reach[2], 1)),
        more=stack.more,
        x=stack.x,
        y=round(line - stack.y, 1),
        told=stack.told,
    )


def _ticks(shown: Toll | Finding, stacks_at: list[int], top: int) -> Iterator[Tick]:
    """Nought, the end of the scale, and the values between them that have room."""
    wanted = [number for number in (shown.best, shown.low, shown.high) if number is not None]
    taken = [ranges.at(0, top), ranges.at(top, top)]
    yield Tick(taken[0], "0", "start")
    yield Tick(taken[1], f"{top:,}", "end")
    for number in dict.fromkeys([*wanted, *stacks_at]):
        x = ranges.at(number, top)
        room = _TICK_ROOM + 3 * len(f"{number:,}")
        if all(abs(x - other) >= room for other in taken):
            taken.append(x)
            yield Tick(x, f"{number:,}", "middle")
