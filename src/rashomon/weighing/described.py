"""Bodies that are only described: "the rescue agency" is the one search and rescue office that the
accounts of the incident name."""

from collections.abc import Iterable, Sequence

from rashomon.data.body_names import chief_noun, telling_words
from rashomon.data.phrases import words
from rashomon.data.spelling import words as words_of
from rashomon.model.voices import Voice

_LONGEST = 5  # words that an abbreviation stands for


def described(voices: Iterable[Voice]) -> dict[str, str]:
    """Voice id -> the name of the body that it describes, where just one fits."""
    heard = [voice for voice in voices if voice.kind in ("group", "official")]
    named = sorted({voice.name for voice in heard if _is_name(voice.name)})
    found = {}
    for voice in heard:
        if _is_description(voice.name):
            fitting = [name for name in named if _fits(voice.name, name)]
            if len(fitting) == 1:
                found[voice.id] = fitting[0]
    return found


def _is_description(name: str) -> bool:
    """ "The rescue agency", "the SAR office": a common noun of a body, with what it is for."""
    last = name.split()[-1:]
    return bool(last) and last[0].islower() and last[0] in _nouns() and bool(_purpose(name))


def _is_name(name: str) -> bool:
    return (
        any(word in _nouns() for word in name.casefold().split()) and name.split()[-1][0].isupper()
    )


def _fits(description: str, name: str) -> bool:
    """Whether all that it is for is in the name, in full or by its first letters."""
    long = telling_words(name) | _initials(name)
    return chief_noun(name) in _nouns() and _purpose(description) <= long


def _purpose(name: str) -> frozenset[str]:
    return telling_words(name) - _nouns()


def _initials(name: str) -> frozenset[str]:
    """ "sar" of "Search and Rescue"."""
    letters = [word.folded[0] for word in words_of(name)]
    return frozenset(_runs(letters))


def _runs(letters: Sequence[str]) -> Iterable[str]:
    for start in range(len(letters)):
        for end in range(start + 2, min(len(letters), start + _LONGEST) + 1):
            yield "".join(letters[start:end])


def _nouns() -> frozenset[str]:
    return words("weighing_words", use="service")
