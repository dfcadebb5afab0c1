"""Parts of a country without a border: "northern Iran", "Iraq's west", "the country's north".

Such a part is a place of its own, as wide as its country at most; who tells of northern Iran has
said more than Iran, and less than a province.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rashomon.data import lexicon
from rashomon.data.place_table import Entry, place_table
from rashomon.language.places.candidates import Candidate
from rashomon.language.places.lexicons import cues, people_of
from rashomon.language.places.words import Words

_LOOK = 4
"""Tokens between a country and the word for its part."""


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``start`` to ``end`` (exclusive) that name a part of ``country``: which ``side``,
    or whose share of a ``region`` that several countries have ("Peruvian Andes")."""

    start: int
    end: int
    side: str
    country: Entry
    region: str | None = None

    @property
    def name(self) -> str:
        """The same for all ways to say it: "northern Iran"."""
        return f"{self.side} {self.region or self.country.name}"


def find_parts(words: Words, places: list[Candidate], land: Entry | None) -> list[Part]:
    """Every part of a country that is told of, in order; "the country" is the ``land`` that the
    report is told of."""
    parts = [part for place in places if (part := _of(words, place)) is not None]
    if land is not None and land.kind == "country":
        parts += _of_the_country(words, land)
    return sorted(parts, key=lambda part: part.start)


def _of(words: Words, place: Candidate) -> Part | None:
    entry = place.entry
    if entry is None or entry.kind not in ("country", "natural"):
        return None
    return _of_country(words, place, entry) if entry.kind == "country" else _share(words, place)


def _share(words: Words, region: Candidate) -> Part | None:
    """ "The Peruvian Andes"."""
    people = words.at(region.start - 1)
    country = place_table().by_code(people_of(people) or "")
    if country is None or (region.entry and region.entry.country_code):
        return None
    return Part(region.start - 1, region.end, people, country, region.text)


def _of_country(words: Words, place: Candidate, entry: Entry) -> Part | None:
    ahead = _before(words, place.start)
    if ahead is not None:
        return Part(ahead[0], place.end, ahead[1], entry)
    behind = _behind(words, place.end)
    if behind is not None:
        return Part(place.start, behind[0], behind[1], entry)
    return None


def _of_the_country(words: Words, land: Entry) -> Iterator[Part]:
    """ "The country's north", "the north of the country"."""
    for at in range(1, len(words)):
        if words.tokens[at] not in _words("whole") or words.at(at - 1).lower() not in cues("this"):
            continue
        behind = _behind(words, at + 1)
        ahead = _before_of(words, at - 1)
        if behind is not None:
            yield Part(at, behind[0], behind[1], land)
        elif ahead is not None:
            yield Part(ahead[0], at + 1, ahead[1], land)


def _before(words: Words, at: int) -> tuple[int, str] | None:
    """Where the part before a country begins, and which it is: "northern", "the north of"."""
    side = _ending_at(words, at, "adjective")
    return side or _before_of(words, at)


def _before_of(words: Words, at: int) -> tuple[int, str] | None:
    """ "The north of", "western parts of"; not "20 km north of"."""
    if words.at(at - 1).lower() != "of":
        return None
    if words.at(at - 2).lower() in _words("stretch"):
        return _ending_at(words, at - 2, "adjective")
    noun = _ending_at(words, at - 1, "noun")
    if noun is None:
        return None
    first = noun[0] - 1
    while first >= 0 and words.at(first).lower() in _words("degree"):
        first -= 1
    return noun if words.at(first).lower() in cues("article") else None


def _ending_at(words: Words, end: int, use: str) -> tuple[int, str] | None:
    """The word for a part that ends right before token ``end``, in one, two or three tokens."""
    for length in (3, 2, 1):
        start = end - length
        side = _side("".join(words.tokens[start:end]), use) if start >= 0 else None
        if side is not None:
            return start, side
    return None


def _behind(words: Words, end: int) -> tuple[int, str] | None:
    """Where "'s north-east" ends, and which part it is; "Iran's north coast" is none."""
    if words.at(end) not in cues("possessive"):
        return None
    for start in range(end + 1, end + 1 + _LOOK):
        for length in (3, 2, 1):
            stop = start + length
            side = _side("".join(words.tokens[start:stop]), "noun")
            if side is not None and stop <= len(words) and not _goes_on(words, stop):
                return stop, side
        if words.at(start).lower() not in _words("degree"):
            return None
    return None


def _goes_on(words: Words, at: int) -> bool:
    """Whether a noun follows that the word for the part only describes."""
    return at < len(words) and (words.doc[at].pos_ in ("NOUN", "PROPN") or words.at(at) == "-")


def _side(written: str, use: str) -> str | None:
    return _sides(use).get(written.lower().replace("-", "").replace("‑", ""))


@cache
def _sides(use: str) -> dict[str, str]:
    return {r["word"]: r["means"] for r in lexicon("place_parts") if r["use"] in (use, "both")}


@cache
def _words(use: str) -> frozenset[str]:
    return frozenset(r["word"] for r in lexicon("place_parts") if r["use"] == use)
