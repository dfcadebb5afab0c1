"""How the names of outlets look at the head of a text."""

from rashomon.data.phrases import words
from rashomon.data.publishers import publishes, tells

_LONGEST = 6  # words
_LONGEST_MASTHEAD = 5
_COMPOUND = 4  # letters of a masthead word that ends a name in one word ("Coastwire")


def is_masthead(piece: str) -> bool:
    """Whether a name carries a word as mastheads do: "Harbour Daily", "Coastwire"; a headline may
    name a paper too."""
    found = piece.split()
    if not 0 < len(found) <= _LONGEST_MASTHEAD:
        return False
    named = any(word.strip(".,").lower() in _masthead_words() for word in found) or (
        len(found) == 1 and _ends_in_one_word(found[0])
    )
    written = all(word[0].isupper() or word.lower() in small_words() for word in found)
    return named and written and not tells(piece)


def ends_as_masthead(piece: str) -> bool:
    """Whether the masthead's word stands where it does in names: last, or first in "Radio Larnos"
    and "The Times of Larnos"."""
    found = [word.strip(".,").lower() for word in piece.split()]
    if not is_masthead(piece):
        return False
    bare = found[1:] if found[0] == "the" else found
    before = bare[: bare.index("of")] if "of" in bare else bare  # "Harbour Times of Larnos"
    return bool({*bare[:1], *bare[-1:], *before[-1:]} & _masthead_words()) or len(found) == 1


def is_name(line: str, least: int = 2) -> bool:
    """Whether every word is written as in a name, of no headline and no writer; fewer words than
    ``least`` must be a masthead's.

    One word in capitals ("NAN") is a name where ``least`` allows one.
    """
    found = line.split()
    if not least <= len(found) <= _LONGEST or not (line[-1].isalpha() or least < len(found)):
        return is_masthead(line)
    if found[-1] in small_words():  # "The Bombing of"
        return False
    written = found[0][0].isupper() and all(
        word[0].isupper() or word.lower() in small_words() or (word.isdigit() and len(found) > 1)
        for word in found
    )
    return written and publishes(line)


def small_words() -> frozenset[str]:
    """Words that stand in names without a capital ("of", "de los")."""
    return words("head_words", "phrase", use="small")


def _ends_in_one_word(word: str) -> bool:
    """ "Coastwire", "Quaynews": two words made one, the second a masthead's."""
    lowered = word.lower()
    return word.isalpha() and any(
        lowered.endswith(tail) and len(lowered) > len(tail) + 2
        for tail in _masthead_words()
        if len(tail) >= _COMPOUND
    )


def _masthead_words() -> frozenset[str]:
    return words("mastheads")
