"""How a name is spelled, and what of that matters: folded words, skeletons of transliterations."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

APOSTROPHES = "'’‘ʼ`´ʻʿʾ′"
_WORD = re.compile(
    rf"(?:[A-Za-z]\.){{2,8}}|[A-Z]\.[A-Z]\b|[^\W_]+(?:[{APOSTROPHES}][^\W_]+){{0,4}}|&",
)
_QUOTES = str.maketrans("", "", APOSTROPHES + ".")
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s$", re.IGNORECASE)
_GAP = re.compile(r"\s{0,3}|[-‐‑/]|\s?#")
_ARTICLES = frozenset(
    ("al", "el", "ul", "il", "ad", "ar", "as", "ash", "at", "an", "az", "adh", "ur", "ut", "us")
) | frozenset(("ud", "i", "e", "u", "wa", "wal", "the", "of", "bin", "ibn"))
_LEADING = frozenset(("A", "An", "The", "One", "Some"))
_SHORTENED = frozenset(("st", "jr", "sr", "ft", "mt", "dr"))
_DIGRAPHS = (("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ph", "f"))
_SAME_SOUND = str.maketrans("qcv", "kkf", "aeiouywh")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, as written (without possessive), and folded."""

    start: int
    end: int
    raw: str
    folded: str

    @property
    def capital(self) -> bool:
        """Whether it starts with a capital letter."""
        return self.raw[:1].isupper()

    @property
    def capitals(self) -> bool:
        """Whether all its letters are capitals, and more than one."""
        return len(self.raw) > 1 and self.raw.isupper()


@lru_cache(maxsize=65_536)
def fold_word(raw: str) -> str:
    """Lower case, without accents, apostrophes and the full stops of initials."""
    bare = raw.translate(_QUOTES)
    if not bare.isascii():
        bare = anyascii(unicodedata.normalize("NFKC", bare)).translate(_QUOTES)
    return bare.casefold()


def words(text: str) -> list[Word]:
    """The words of ``text`` in order; a final 's belongs to none of them."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        raw = match.group()
        if raw[-2:] in ("'s", "’s", "‘s", "ʼs", "'S", "’S"):
            raw = _POSSESSIVE.sub("", raw)
        found.append(Word(match.start(), match.start() + len(raw), raw, fold_word(raw)))
    return found


def joined(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but a space, hyphen, slash or hash stands between two words; no dash.

    A possessive is let pass, and a full stop after an initial, "St." or "Jr.".
    """
    gap = text[left.end : right.start]
    if gap in (" ", "-"):
        return True
    if len(gap) > 6:
        return False
    if gap[:1] in APOSTROPHES:
        gap = gap[1:].removeprefix("s").removeprefix("S")
    elif gap[:1] == "." and (left.folded in _SHORTENED or len(left.raw) == 1):
        gap = gap[1:]
    return gap.count("\n") < 2 and _GAP.fullmatch(gap) is not None


def fold(name: str) -> str:
    """A name as its folded words, one space between; equal for mere differences of writing."""
    return " ".join(word.folded for word in words(name))


def bare(name: str) -> str:
    """The same without a leading article."""
    return fold(name).removeprefix("the ")


@lru_cache(maxsize=65_536)
def skeleton_word(folded: str) -> str:
    """The consonants of a transliterated word, sounds that are mixed up made one.

    "hizbullah", "hezbollah" and "hizballah" give "hzbl"; an article gives "".
    """
    if folded in _ARTICLES:
        return ""
    for pair, single in _DIGRAPHS:
        folded = folded.replace(pair, single)
    head = folded[:1] if folded[:1] in "aeiouyh" else ""
    consonants = folded.translate(_SAME_SOUND)
    head = {"": "", "h": "h"}.get(head, "a")
    return head + re.sub(r"(.)\1+", r"\1", consonants)


def skeleton(name: str) -> str:
    """The skeletons of a name's words, articles left out."""
    return " ".join(filter(None, (skeleton_word(word.folded) for word in words(name))))


def in_a_sentence(name: str) -> str:
    """A name as it stands within a sentence: "A doctor" loses its capital, "The Tide" does not."""
    article, _, rest = name.partition(" ")
    described = article in _LEADING and rest[:1].islower()
    return f"{article.lower()} {rest}" if described else name
