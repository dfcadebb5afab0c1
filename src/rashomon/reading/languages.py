"""In which language a text is: cautious, since a text that is not read is a loss."""

import re
from functools import cache
from typing import TYPE_CHECKING

from rashomon.data import lexicon
from rashomon.reading.problems import NotReadError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ = ("en",)
"""The languages that there are lexicons for, as ISO 639-1 codes."""

_PREFIX = 4000
_WORD = re.compile(r"[^\W\d_]+")
_PLAINLY_ENGLISH = 0.2
_HARDLY_ENGLISH = 0.1
# (letters at least, confidence at least) from which another language is believed.
_BELIEVED = ((150, 0.90), (60, 0.98))
_NOT_LATIN = re.compile(r"[\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\ufeff]")
_OTHER_SCRIPT_LETTERS = 30


def language_of(text: str) -> str | None:
    """The ISO 639-1 (else 639-3) code of the text's language, ``None`` where it is not certain.

    Only the first 4,000 characters are looked at. A text full of English function words is
    English; for any other the identifier must be sure, and the text long enough to be sure of.
    """
    words = [word.lower() for word in _WORD.findall(text[:_PREFIX])]
    share = sum(word in _function_words() for word in words) / max(1, len(words))
    if share >= _PLAINLY_ENGLISH and "the" in words:
        return "en"
    code, confidence = _identifier().classify(text[:_PREFIX])
    if code == "en":
        return "en"
    return code if _believed(words, share, confidence) else None


def _believed(words: list[str], share: float, confidence: float) -> bool:
    letters = "".join(words)
    if len(_NOT_LATIN.findall(letters)) > max(_OTHER_SCRIPT_LETTERS, len(letters) // 2):
        return True
    sure = any(len(letters) >= least and confidence >= sure for least, sure in _BELIEVED)
    return sure and share < _HARDLY_ENGLISH


def check(language: str | None) -> None:
    """Raise ``NotReadError`` for a language without lexicons; unknown is given a try."""
    if language is not None and language not in READ:
        raise NotReadError(
            "language",
            f"It is in {_name(language)}; only English can be read yet. Give a translation.",
        )


def _name(code: str) -> str:
    import pycountry

    key = "alpha_2" if len(code) == 2 else "alpha_3"
    found = pycountry.languages.get(**{key: code})
    return found.name if found is not None else f"the language {code!r}"


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in lexicon("function_words"))


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
