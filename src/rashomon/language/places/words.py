"""A document's words as plain Python, taken out of spaCy once (it makes ``doc.text`` anew)."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of ``doc`` as strings, with the offset where each begins, and the
    tokens that begin a sentence; ``parsed``: whether the grammar is known."""

    doc: Doc
    text: str
    tokens: list[str]
    starts: list[int]
    sentences: list[int]
    parsed: bool

    @classmethod
    def of(cls, doc: Doc) -> "Words":
        """Read them off once."""
        opening = [0, *(t.i for t in doc if t.i and t.is_sent_start)]
        return cls(
            doc,
            doc.text,
            [t.text for t in doc],
            [t.idx for t in doc],
            opening,
            doc.has_annotation("DEP"),
        )

    def sentence(self, at: int) -> tuple[int, int]:
        """The tokens, from and to (exclusive), of the sentence that token ``at`` is in."""
        opens_at = self.sentences
        first = bisect_right(opens_at, at) - 1
        last = opens_at[first + 1] if first + 1 < len(opens_at) else len(self)
        return opens_at[first], last

    def __len__(self) -> int:
        """How many tokens."""
        return len(self.tokens)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the tokens ``start`` to ``end`` (exclusive)."""
        return self.starts[start], self.starts[end - 1] + len(self.tokens[end - 1])

    def written(self, start: int, end: int) -> str:
        """The tokens as they stand in the text."""
        first, last = self.offsets(start, end)
        return self.text[first:last]

    def where(self, phrase: str) -> set[int]:
        """The tokens of every place where the phrase stands, as written or in capitals."""
        folded, text = phrase.casefold(), self.text.casefold()
        found: set[int] = set()
        at = text.find(folded) if folded.strip() and len(text) == len(self.text) else -1
        while at >= 0:
            first = bisect_right(self.starts, at) - 1
            last = bisect_left(self.starts, at + len(folded))
            found.update(range(max(0, first), last))
            at = text.find(folded, at + len(folded))
        return found

    def at(self, n: int) -> str:
        """Token ``n``, empty outside the document."""
        return self.tokens[n] if 0 <= n < len(self.tokens) else ""


def opens(token: Token) -> bool:
    """Whether the token begins a sentence, or a line."""
    return bool(token.is_sent_start) or token.i == 0 or token.nbor(-1).is_space
