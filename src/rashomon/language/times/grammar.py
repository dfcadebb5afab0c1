"""The pattern language of the grammar and the match that readers get.

A pattern is a regular expression over words: ``<class>`` or ``<class:group>`` is one word of a
class, ``word`` that very word, ``@macro`` or ``@macro:group`` a pattern of its own,
``(group= …)`` a named group; ``( | ) ?`` and ``{0,2}`` mean what they always do. There is no
open repetition, so every pattern has a longest match of a few dozen words, and all of them
together are linear in the text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rashomon.language.times.vocabulary import Coded, Vocabulary, word_values

_PART = re.compile(
    r"\([a-z]+=|@[a-z_]+(?::[a-z0-9]+)?|<[a-z_]+(?::[a-z0-9]+)?>|[a-z]+|[()|?]|\{\d,\d\}|\s+|."
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern."""

    name: str
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a rule, as the reader sees it."""

    rule: str
    coded: Coded
    match: re.Match[str]
    outer: int | None = None

    @property
    def first(self) -> int:
        """Number of the first word."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Number of the last word."""
        return self.match.end() - 1

    @property
    def start(self) -> int:
        """First character."""
        return self.coded.starts[self.first]

    @property
    def end(self) -> int:
        """The character after the last."""
        return self.coded.ends[self.last]

    def has(self, group: str) -> bool:
        """Whether the group took part in the match."""
        return bool(self.match.groupdict().get(group))

    def words(self, group: str) -> list[str]:
        """The words of a group, in lower case; none if it took no part."""
        if not self.has(group):
            return []
        return self.coded.words[self.match.start(group) : self.match.end(group)]

    def word(self, group: str) -> str:
        """The only or first word of a group, or ``""``."""
        return next(iter(self.words(group)), "")

    def value(self, group: str, word_class: str) -> str:
        """The lexicon's value for the first word of a group, or ``""``."""
        return word_values().get((word_class, self.word(group)), "")

    def number(self, group: str) -> int | None:
        """A group of digits as a number."""
        word = self.word(group)
        return int(word) if word.isdigit() else None

    def glued(self) -> bool:
        """Whether it is written without spaces."""
        return self.coded.glued(self.first, self.last)

    def capital(self, group: str) -> bool:
        """Whether the group begins with a capital letter."""
        return self.has(group) and self.coded.capital(self.match.start(group))

    def before(self, steps: int = 1) -> str:
        """The word so many words before the match, in lower case, or ``""``."""
        place = self.first - steps
        return self.coded.words[place] if place >= 0 else ""

    def before_all(self, steps: int = 1) -> str:
        """The word before the whole expression, of which this match may be a part."""
        place = (self.first if self.outer is None else self.outer) - steps
        return self.coded.words[place] if place >= 0 else ""

    def after(self, steps: int = 1) -> str:
        """The word so many words after the match, in lower case, or ``""``."""
        place = self.last + steps
        return self.coded.words[place] if place < len(self.coded.words) else ""


class Grammar:
    """Named patterns compiled for one vocabulary."""

    def __init__(self, macros: Mapping[str, str], patterns: Mapping[str, str]) -> None:
        """Raises ``KeyError`` for a class or macro that there is not."""
        self._macros = macros
        texts = [*macros.values(), *patterns.values()]
        literals = {p for text in texts for p in _PART.findall(text) if p.isalpha()}
        self.vocabulary = Vocabulary(sorted(literals))
        self.rules = tuple(
            Rule(name, re.compile(self._compile(text))) for name, text in patterns.items()
        )
        self._by_name = {rule.name: rule for rule in self.rules}

    def candidates(self, coded: Coded) -> Iterator[Found]:
        """Every match of every rule: from left to right, the longest first, then as listed."""
        found = [
            (m.start(), -m.end(), order, Found(rule.name, coded, m))
            for order, rule in enumerate(self.rules)
            for m in rule.regex.finditer(coded.codes)
            if m.end() > m.start()
        ]
        for *_, match in sorted(found, key=lambda item: item[:3]):
            yield match

    def inside(self, found: Found, group: str, names: tuple[str, ...]) -> Found | None:
        """The rule among ``names`` that matches the whole of a group."""
        if not found.has(group):
            return None
        start, end = found.match.span(group)
        for name in names:
            match = self._by_name[name].regex.fullmatch(found.coded.codes, start, end)
            if match:
                return Found(name, found.coded, match, found.first)
        return None

    def _compile(self, pattern: str, named: bool = True) -> str:
        return "".join(self._part(part, named) for part in _PART.findall(pattern))

    def _part(self, part: str, named: bool) -> str:
        if part.isspace():
            return ""
        if part[0] == "(":
            return f"(?P<{part[1:-1]}>" if part != "(" and named else "(?:"
        if part[0] in ")|?{":
            return part
        name, _, group = part.strip("<>@").partition(":")
        if part[0] == "@":
            inner = self._compile(self._macros[name], named=False)
        elif part[0] == "<":
            inner = self.vocabulary.charset(name)
        elif part.isalpha():
            inner = self.vocabulary.charset("=" + part)
        else:
            raise ValueError(f"{part!r} is not of the pattern language")
        return f"(?P<{group}>{inner})" if group and named else f"(?:{inner})"
