"""Number phrases: what range of numbers the words allow (CONTRACT.md, numbers)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.language.counts.numerals import (
    DASHES,
    NUMBER_WORDS,
    Lexeme,
    digits,
    lexemes,
    number_at,
)
from rashomon.model.annotations import CountBasis


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number phrase in a text: its place and what it allows.

    ``role`` is the vague word's ("quantifier", "compound"), or "number".
    """

    start: int
    end: int
    low: int
    high: int | None
    approximate: bool
    basis: CountBasis
    role: str = "number"


@dataclass(frozen=True, slots=True)
class _Vague:
    words: tuple[str, ...]
    low: int
    high: int | None
    approximate: bool
    role: str


_TELLING = words("grammar_words", use="of-a-matter")
"""Behind these "about" names a matter: "writing about 22 dead"."""

_BEFORE_CEILING = words("grammar_words", use="before-ceiling")
_CHANGING = words("grammar_words", use="changing")
"""Behind these "from 12 to 15" gives an old figure and a new one, and no range."""

_RANGE_WORDS = frozenset({"to", "or", "and"}) | DASHES


@cache
def _bounds() -> dict[str, str]:
    """Phrase -> how it moves the ends of the number behind it."""
    return {row["words"]: row["bound"] for row in lexicon("number_bounds")}


@cache
def _longest_bound() -> int:
    return max(len(words.split()) for words in _bounds())


@cache
def _vague() -> dict[str, tuple[_Vague, ...]]:
    """First word -> the vague numbers that begin with it, longest first."""
    table: dict[str, list[_Vague]] = {}
    for row in lexicon("vague_numbers"):
        words = tuple(lexeme.low for lexeme in lexemes(row["words"]))
        high = int(row["high"]) if row["high"] else None
        entry = _Vague(words, int(row["low"]), high, row["approximate"] == "yes", row["role"])
        table.setdefault(words[0], []).append(entry)
    return {
        word: tuple(sorted(found, key=lambda v: -len(v.words))) for word, found in table.items()
    }


@cache
def _starters() -> frozenset[str]:
    first = frozenset(words.split()[0] for words in _bounds())
    return (
        first
        | NUMBER_WORDS
        | frozenset(_vague())
        | {"a", "an", "between", "from", "half", "quarter"}
    )


def quantities(text: str) -> Iterator[Quantity]:
    """Every number phrase in the text, in order, without overlaps."""
    words = lexemes(text)
    starters = _starters()
    at = 0
    while at < len(words):
        low = words[at].low
        found = _phrase(words, at) if low in starters or low[0].isdigit() else None
        if found is None:
            at += 1
            continue
        quantity, at = found
        yield quantity


def _phrase(words: list[Lexeme], at: int) -> tuple[Quantity, int] | None:
    bound, core_at = _bound(words, at)
    core = _core(words, core_at)
    if core is None and bound is not None:
        bound, core_at, core = None, at, _core(words, at)
    if core is None:
        return None
    quantity, after = core
    if bound == "floor":
        quantity, after = _ceiling(words, quantity, after)
    if bound is not None:
        quantity = replace(_bounded(quantity, bound), start=words[at].start)
    return _suffix(words, quantity, after)


def _ceiling(words: list[Lexeme], quantity: Quantity, after: int) -> tuple[Quantity, int]:
    """The upper end of "at least 15 *and up to 25*", "at least six, *perhaps as many as nine*"."""
    for at in range(after, min(after + 3, len(words))):
        if words[at].low not in _BEFORE_CEILING:
            bound, core_at = _bound(words, at)
            if bound not in ("upto", "most") or core_at >= len(words):
                return quantity, after
            second = number_at(words, core_at)
            if second is None or second[0] <= quantity.low or quantity.low != quantity.high:
                return quantity, after
            end = words[second[1] - 1].end
            return replace(quantity, high=second[0], end=end), second[1]
    return quantity, after


def _bound(words: list[Lexeme], at: int) -> tuple[str | None, int]:
    if words[at].low == "about" and at and words[at - 1].low in _TELLING:
        return None, at
    for length in range(_longest_bound(), 0, -1):
        phrase = " ".join(w.low for w in words[at : at + length])
        if phrase in _bounds():
            return _bounds()[phrase], at + length
    return None, at


def _core(words: list[Lexeme], at: int) -> tuple[Quantity, int] | None:
    if at >= len(words):
        return None
    opened = words[at].low in ("between", "from")
    if opened and _old_figure(words, at + 1):
        return None
    first = number_at(words, at + 1 if opened else at) if at + opened < len(words) else None
    if first is None:
        return None if opened else _vague_at(words, at)
    low, after = first
    span = _range_end(words, after, low, words[at].low if opened else "")
    if span is not None and not _old_figure(words, at):
        high, end = span
        return _number(words, at, end, low, high), end
    if opened:
        return None
    if after < len(words) and words[after].low == "dozen":
        return _dozens(words, at, low, after)
    return _number(words, at, after, low, low), after


def _old_figure(words: list[Lexeme], at: int) -> bool:
    """ "The toll *rose from* 12 to 15": no range."""
    return at > 1 and words[at - 1].low == "from" and words[at - 2].low in _CHANGING


def _number(words: list[Lexeme], at: int, after: int, low: int, high: int) -> Quantity:
    return Quantity(words[at].start, words[after - 1].end, low, high, False, "numeral")


def _dozens(words: list[Lexeme], at: int, low: int, after: int) -> tuple[Quantity, int]:
    """ "two dozen": 24, give or take one a dozen."""
    found = Quantity(
        words[at].start, words[after].end, 11 * low, 13 * low, True, "vague", role="number"
    )
    return found, after + 1


def _range_end(words: list[Lexeme], after: int, low: int, opener: str) -> tuple[int, int] | None:
    """The upper number of "A to B", "A or B", "A-B", "between A and B" and what follows it."""
    if after + 1 >= len(words) or words[after].low not in _RANGE_WORDS:
        return None
    joiner = words[after].low
    if joiner == "and" and opener != "between":
        return None
    gap = words[after + 1].start - words[after - 1].end
    if gap > len(joiner) + 2 + 2 * (opener == "between"):  # with quotation marks
        return None
    bound, upper_at = _bound(words, after + 1) if opener == "between" else (None, after + 1)
    second = number_at(words, upper_at) if upper_at < len(words) else None
    if second is None or second[0] <= low:
        return None
    if bound == "above":  # "between 80 and over 200"
        return second[0] + 1, second[1]
    follows = _joined_on(words, second[1])
    if follows in DASHES and digits(words[after + 1].low) is not None:
        return None  # 12-14-year-old, 555-0100-12
    return second


def _joined_on(words: list[Lexeme], at: int) -> str:
    """What stands right behind, with no space between: not the dash of the next item of a list."""
    return words[at].low if at < len(words) and words[at].start == words[at - 1].end else ""


def _vague_at(words: list[Lexeme], at: int) -> tuple[Quantity, int] | None:
    low = words[at].low
    if low in ("a", "an") and at + 1 < len(words) and words[at + 1].low == "dozen":
        found, after = _dozens(words, at, 1, at + 1)
        return found, after
    if low == "dozen":
        return _dozens(words, at, 1, at)
    for entry in _vague().get(low, ()):
        end = at + len(entry.words)
        if tuple(w.low for w in words[at:end]) == entry.words:
            quantity = Quantity(
                words[at].start,
                words[end - 1].end,
                entry.low,
                entry.high,
                entry.approximate,
                "vague",
                entry.role,
            )
            return quantity, end
    return None


def _bounded(quantity: Quantity, bound: str) -> Quantity:
    low, high = quantity.low, quantity.high
    if bound == "floor" and high is not None and high != low and not quantity.approximate:
        return quantity  # "at least six to nine" names both ends
    middle = (low + high) // 2 if high is not None and quantity.approximate else None
    exact = middle if middle is not None else low
    changes: dict[str, tuple[int, int | None, bool]] = {
        "floor": (exact, None, False),
        "above": (exact + 1, None, False),
        "below": (0, max(0, exact - 1), False),
        "upto": (min(1, exact), high if middle is None else middle, False),
        "most": (0, high if middle is None else middle, False),
        "nearly": (9 * exact // 10, max(9 * exact // 10, exact - 1), True),
        "just over": (exact + 1, exact + max(1, -(-exact // 10)), True),
        "about": (9 * exact // 10, -(-11 * (high or exact) // 10), True),
        "same": (low, high, quantity.approximate),
    }
    if bound == "about" and (quantity.basis == "vague" or low != high):
        return replace(quantity, approximate=quantity.approximate or low != high)
    low, high, approximate = changes[bound]
    return replace(quantity, low=low, high=high, approximate=approximate)


_SUFFIXES = {
    ("or", "more"): "floor",
    ("or", "so"): "about",
    ("or", "fewer"): "most",
    ("or", "less"): "most",
    ("+",): "floor",
    ("plus",): "floor",
    ("-", "plus"): "floor",
    ("odd",): "about",
    ("-", "odd"): "about",
}


def _suffix(words: list[Lexeme], quantity: Quantity, after: int) -> tuple[Quantity, int]:
    for length in (2, 1):
        ending = tuple("-" if w.low in DASHES else w.low for w in words[after : after + length])
        bound = _SUFFIXES.get(ending)
        if bound is None or len(ending) < length or words[after].start - quantity.end > 1:
            continue
        if ending == ("plus",) and words[after].start != quantity.end:
            continue
        end = after + length
        return replace(_bounded(quantity, bound), end=words[end - 1].end), end
    return quantity, after
