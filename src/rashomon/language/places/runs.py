"""Runs of capitalised words: the names of a text, whatever they name."""

from collections.abc import Collection, Iterator
from functools import cache

from wordfreq import zipf_frequency

from rashomon.data.phrases import words as listed
from rashomon.language.places.lexicons import cues, generic, stopwords
from rashomon.language.places.words import Words

LONGEST = 6
"""Most tokens of such a name (hyphens and "al" count)."""
_DIVISION = 3
"""Words of what a division is called ("Local Government Area")."""
_JOINTS = 4
"""Most hyphens and particles between two words of a name ("-e-", "-al-")."""
COMMON = 3.6
"""Zipf frequency in English from which a word is no strange name."""


def runs(words: Words, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with hyphens and particles between them."""
    at = 0
    while at < len(words):
        if at in taken or not (_name_word(words, at) or _fore_word(words, at)):
            at += 1
            continue
        end = run_end(words, at, taken)
        first = at + _opening(words, at, end)
        if 0 < end - first <= LONGEST:
            yield first, end
        at = end


def run_end(words: Words, start: int, taken: Collection[int] = ()) -> int:
    """Where the run of capitalised words that begins at ``start`` ends."""
    end = start + 1
    while end < len(words) and end not in taken and _goes_on(words, end):
        end += 1
    while not _name_word(words, end - 1) and end > start + 1:
        end -= 1
    return end


def _name_word(words: Words, at: int) -> bool:
    word = words.at(at)
    if len(word) < 2 or not word[0].isupper() or not any(c.islower() for c in word + "x"):
        return False
    plain = word.replace("’", "").replace("'", "").replace(".", "")
    if not plain.isalpha() or word.casefold() in _days():
        return False
    return stopwords().get(word.casefold()) != "never" or generic(word, "first") is not None


def _fore_word(words: Words, at: int) -> bool:
    """ "Upper" of "Upper Velmar", "New" of "New Orrin"."""
    word = words.at(at)
    fore = word[:1].isupper() and word.lower() in cues("direction") | cues("fore")
    return fore and at + 1 < len(words) and _goes_on(words, at + 1)


def _goes_on(words: Words, at: int) -> bool:
    if words.doc[at].is_sent_start or _says_what_it_is(words, at):
        return False
    behind = _joints_end(words, at)
    return _name_word(words, behind) and not words.doc[behind].is_sent_start


def _says_what_it_is(words: Words, at: int) -> bool:
    """ "LGA" of "Arvik LGA": capitals that call the name before them a division."""
    lengths = range(1, _DIVISION + 1)
    said = (" ".join(words.tokens[at : at + length]).lower() for length in lengths)
    return any(each in cues("apart") for each in said)


def _joints_end(words: Words, at: int) -> int:
    """What stands behind the hyphens and particles from ``at`` on: "-", "al-", "-e ", "de la"."""
    end = at
    while end < at + _JOINTS and (
        words.at(end) in cues("particle") or _hyphen(words, end) or _ezafe(words, end)
    ):
        end += 1
    return end


def goes_on_with_article(words: Words, end: int) -> bool:
    """Whether a name that ends here is the first word of a longer one, which an Arabic article or
    the Persian "-e" joins to it: "Bir" of "Bir al-Velmar", "Shahr" of "Shahr-e Orrin"."""
    joint = words.at(end) in cues("al") and _hyphen(words, end + 1)
    if words.at(end - 1).lower() in cues("al") and _hyphen(words, end):
        return True  # the article itself, of "Al-Velmar"
    return (joint or _ezafe(words, end + 1)) and _goes_on(words, end)


def _ezafe(words: Words, at: int) -> bool:
    return words.at(at) in cues("ezafe") and _hyphen(words, at - 1)


def _hyphen(words: Words, at: int) -> bool:
    """Whether it joins what stands on both sides of it into one word."""
    if words.at(at) != "-" or at == 0:
        return False
    return not words.doc[at].whitespace_ and not words.doc[at - 1].whitespace_


def _opening(words: Words, at: int, end: int) -> int:
    """1 where the first word of several only has its capital from the sentence's beginning."""
    token = words.doc[at]
    opens = token.is_sent_start or at == 0 or words.doc[at - 1].is_space
    common = zipf_frequency(words.at(at).lower(), "en") >= COMMON
    return int(end - at > 1 and opens and common and token.pos_ != "PROPN")


@cache
def _days() -> frozenset[str]:
    return listed("times_holidays", "name")
