"""The lexicons of names as one: which body a name, in whatever spelling, means."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from rashomon.data import Row, lexicon
from rashomon.data.spelling import Word, bare, joined, skeleton, skeleton_word, words
from rashomon.model.annotations import NameKind

_TABLES: tuple[tuple[str, NameKind], ...] = (
    ("agencies", "agency"),
    ("outlets", "outlet"),
    ("offices", "office"),
    ("armed_groups", "group"),
)
_LOWER_PARTS = frozenset(
    ["al", "el", "the", "of", "and", "de", "la", "du", "des", "del", "für", "in"]
)
_CLOSE_ENOUGH = 82  # rapidfuzz ratio of the folded names, where their skeletons are equal
_SHORT_CLOSE_ENOUGH = 86  # the same for a single word
_LEAST_CONSONANTS = 4  # shorter skeletons fit too many words


@dataclass(frozen=True, slots=True)
class Known:
    """A body that the lexicons know. ``type``: a sort of body ("police") and not one of them."""

    canonical: str
    kind: NameKind
    country: str | None = None
    command: str | None = None
    part_of: str | None = None
    not_same_as: tuple[str, ...] = ()
    type: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of a known body.

    ``weak``: only beside a full name; ``member``: a word for those who serve in it.
    """

    written: tuple[Word, ...]
    known: Known
    weak: bool = False
    member: bool = False

    def fits(self, found: Sequence[Word]) -> bool:
        """Whether the words are capitalised as this spelling asks."""
        if self.written[0].folded == "the" and not found[0].capital:
            return False  # "The Atlantic" is read, the Atlantic is sailed
        return all(_cased(mine, theirs) for mine, theirs in zip(self.written, found, strict=True))


def _cased(alias: Word, found: Word) -> bool:
    if sum(letter.isupper() for letter in alias.raw) > 1:
        return alias.raw.replace(".", "") == found.raw.replace(".", "")
    if alias.folded in _LOWER_PARTS or not alias.capital:
        return True
    return found.capital


@dataclass(slots=True)
class Node:
    """A step in the tree of spellings, word by word."""

    next: dict[str, "Node"] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All spellings: as folded words, and of armed groups also as skeletons."""

    exact: Node
    sounded: Node
    by_canonical: dict[str, Known]


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``first`` up to ``last`` (not included) that spell a known body."""

    first: int
    last: int
    alias: Alias
    namesakes: tuple[Alias, ...] = ()
    """Other bodies of the same letters: "RSF" is a force and a society of reporters."""


@cache
def lexicons() -> Lexicons:
    """The lexicons of names, read once."""
    exact, sounded = Node(), Node()
    by_canonical: dict[str, Known] = {}
    for table, kind in _TABLES:
        for row in lexicon(table):
            known = _known_of(row, kind)
            by_canonical.setdefault(known.canonical, known)
            for alias in _aliases(row, known):
                _grow(exact, (word.folded for word in alias.written), alias)
                if kind == "group" and not alias.weak:
                    _grow(sounded, _sounds(alias.written), alias)
    return Lexicons(exact, sounded, by_canonical)


def _known_of(row: Row, kind: NameKind) -> Known:
    canonical = row["canonical"]
    kinds: dict[str, NameKind] = {"force": "force", "organisation": "organisation"}
    return Known(
        canonical=canonical,
        kind=kinds.get(row.get("kind", ""), kind),
        country=row["country"] or None,
        command=row.get("command") or None,
        part_of=row.get("part_of") or None,
        not_same_as=tuple(filter(None, row.get("not_same_as", "").split("|"))),
        type=canonical.islower() and kind == "office",
    )


def _aliases(row: Row, known: Known) -> Iterator[Alias]:
    canonical = "" if row["canonical"].endswith(")") else row["canonical"]
    for written in _spellings(f"{canonical}|{row['aliases']}"):
        yield Alias(written, known)
    for written in _spellings(row["weak"]):
        yield Alias(written, known, weak=True)
    for written in _spellings(row.get("members", "")):
        yield Alias(written, known, member=True)


def _spellings(cell: str) -> Iterator[tuple[Word, ...]]:
    for name in filter(None, cell.split("|")):
        written = tuple(words(name))
        yield written[1:] if len(written) > 2 and written[0].folded == "the" else written


def _grow(root: Node, steps: Iterable[str], alias: Alias) -> None:
    node = root
    for step in steps:
        node = node.next.setdefault(step, Node())
    if node is not root:
        node.aliases.append(alias)


def _sounds(written: Sequence[Word]) -> Iterator[str]:
    sounds = [skeleton_word(word.folded) for word in written]
    if sum(map(len, sounds)) >= _LEAST_CONSONANTS:
        yield from filter(None, sounds)


def match_at(text: str, found: Sequence[Word], first: int) -> Match | None:
    """The longest spelling of a known body that begins at word ``first``, if any.

    Of spellings as long as each other an exact one comes before one that only sounds alike.
    """
    exact = _longest(lexicons().exact, text, found, first)
    if not found[first].capital:
        return exact
    sounding = _sounding(text, found, first)
    if exact is None or (sounding is not None and sounding.last > exact.last):
        return sounding
    return exact


def _longest(root: Node, text: str, found: Sequence[Word], first: int) -> Match | None:
    node, best, at = root, None, first
    while at < len(found) and (at == first or joined(text, found[at - 1], found[at])):
        step = node.next.get(found[at].folded)
        if step is None:
            break
        node, at = step, at + 1
        fitting = [alias for alias in node.aliases if alias.fits(found[first:at])]
        if fitting:
            alias = min(fitting, key=lambda alias: alias.weak)
            others = (a for a in fitting if a.known.canonical != alias.known.canonical)
            best = Match(first, at, alias, tuple(a for a in others if a.weak == alias.weak))
    return best


def _sounding(text: str, found: Sequence[Word], first: int) -> Match | None:
    node, best, at = lexicons().sounded, None, first
    while at < len(found) and (at == first or joined(text, found[at - 1], found[at])):
        sound = skeleton_word(found[at].folded)
        step = node.next.get(sound) if sound else node if at > first else None
        if step is None or (sound and not found[at].capital):
            break
        node, at = step, at + 1
        alias = _closest(node, found[first:at]) if sound else None
        if alias is not None:
            best = Match(first, at, alias)
    return best


def _closest(node: Node, found: Sequence[Word]) -> Alias | None:
    spelled = " ".join(word.folded for word in found)
    floor = _CLOSE_ENOUGH if len(found) > 1 else _SHORT_CLOSE_ENOUGH
    scored = [
        (ratio(spelled, " ".join(word.folded for word in alias.written)), alias.known.canonical)
        for alias in node.aliases
    ]
    best = max(scored, default=(0.0, ""))
    if best[0] < floor:
        return None
    return next(alias for alias in node.aliases if alias.known.canonical == best[1])


@lru_cache(maxsize=16_384)
def _whole(name: str) -> Known | None:
    found = words(name)
    while found and found[0].folded == "the":
        found = found[1:]
    if not found or len(found) > 16:
        return None
    match = match_at(name, found, 0)
    if match is None or match.last < len(found) or (match.alias.weak and match.namesakes):
        return None
    return match.alias.known


def known(name: str) -> Known | None:
    """The body that the lexicons file under this whole name, in whatever spelling."""
    return lexicons().by_canonical.get(name) or _whole(name)


def same_spelling(one: str, other: str) -> bool:
    """Whether two names are one name in two transliterations or ways of writing."""
    first, second = bare(one), bare(other)
    if first == second:
        return bool(first)
    sound = skeleton(one)
    if len(sound.replace(" ", "")) < _LEAST_CONSONANTS or sound != skeleton(other):
        return False
    floor = _CLOSE_ENOUGH if " " in sound else _SHORT_CLOSE_ENOUGH
    return ratio(*map(_without_articles, (first, second))) >= floor


def _without_articles(folded: str) -> str:
    return " ".join(word for word in folded.split() if skeleton_word(word))
