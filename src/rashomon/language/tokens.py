"""What a tokenizer must be told: titles cut short, and that a long run of signs is no word.

spaCy's takes one sign after the other off such a run and looks at all the rest each time, which
takes quadratic time: a page of brackets would take hours.
"""

import re
from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from rashomon.data.phrases import words

_LONG = re.compile(r"\S{200,}")
_PIECES = re.compile(r"\w{1,100}|[^\w\s]{1,100}")


def careful(nlp: Language) -> "CarefulTokenizer":
    """The tokenizer of a pipeline, which then keeps the full stop of a title with it: "Sgt. Ana
    Berel" would else begin a sentence at "Ana"."""
    inner: Any = nlp.tokenizer
    for title in sorted(words("titles", "title", short="yes")):
        form = f"{title.capitalize()}."
        inner.add_special_case(form, [{"ORTH": form}])
    return CarefulTokenizer(inner, nlp.vocab)


class CarefulTokenizer:
    """The tokenizer of a pipeline, but what has no space for 200 characters is cut by hand."""

    def __init__(self, inner: Callable[[str], Doc], vocab: Vocab) -> None:
        """Keep the tokenizer for all other text, and the vocabulary of its pipeline."""
        self.inner = inner
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The text as words; it stays whole, character for character."""
        runs = [match.span() for match in _LONG.finditer(text)]
        if not runs:
            return self.inner(text)
        words: list[str] = []
        at = 0
        for start, end in runs:
            words += self._between(text[at:start])
            words += _PIECES.findall(text, start, end)
            at = end + (text[end : end + 1] == " ")  # the space belongs to the word before it
        words += self._between(text[at:])
        return _joined(self.vocab, words, text)

    def _between(self, text: str) -> list[str]:
        """The words of ordinary text; white space that is more than one space is one too."""
        return [token.text for token in self.inner(text)] if text else []


def _joined(vocab: Vocab, words: list[str], text: str) -> Doc:
    spaces: list[bool] = []
    at = 0
    for word in words:
        at += len(word)
        spaces.append(text[at : at + 1] == " ")
        at += spaces[-1]
    return Doc(vocab, words=words, spaces=spaces)
