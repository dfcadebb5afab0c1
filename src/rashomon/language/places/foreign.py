"""Sites whose generic word comes first, as in most languages: "Puente Velmar", "Wadi Orrin".

Firms take such words, too ("Sierra Textiles"): a name is a site where a word of place stands
around one of its mentions.
"""

from collections.abc import Collection, Iterator

from wordfreq import zipf_frequency

from rashomon.data.spelling import fold
from rashomon.language.names.nouns import nouns as body_nouns
from rashomon.language.places.grounds import taking_place
from rashomon.language.places.lexicons import cues, english_generics, generic
from rashomon.language.places.runs import COMMON, LONGEST, run_end
from rashomon.language.places.words import Words

ENOUGH = 1.0
WEIGHTS = {  # natural logarithms of odds, set by hand as in ``told``
    "preposition": 1.2,
    "article": 1.0,
    "tied": 1.5,
    "deed": 1.2,
    "label:LOC": 1.0,
    "label:FAC": 1.0,
    "label:GPE": 1.0,
    "label:ORG": -0.2,
    "common-word": -1.0,
    "no-scene": -1.5,
    "body": -4.0,
}
_SITES = frozenset({"building", "street", "natural"})


def foreign_kind(word: str) -> str | None:
    """What a site is that begins with this word, ``None`` where none does."""
    kind = generic(word, "first") if word[:1].isupper() else None
    return kind if kind in _SITES else None


def foreign_sites(words: Words, starts: Collection[int]) -> dict[int, int]:
    """Where each begins and ends, in tokens; ``starts`` is where known places begin."""
    found: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    believed: dict[tuple[str, ...], float] = {}
    for start, end in _runs(words, starts):
        said = tuple(word.casefold() for word in words.tokens[start:end])
        found.setdefault(said, []).append((start, end))
        here = sum(WEIGHTS.get(g, 0.0) for g in sorted({*_grounds(words, start, end, starts)}))
        believed[said] = max(here, believed.get(said, here))
    sure = (spans for said, spans in found.items() if believed[said] >= ENOUGH)
    return {start: end for spans in sure for start, end in spans}


def _runs(words: Words, starts: Collection[int]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(words):
        end = at + 1
        if foreign_kind(words.at(at)) and not words.at(at).isupper() and at not in starts:
            end = run_end(words, at)
            if 1 < end - at <= LONGEST:
                yield at, end
        at = end


def _grounds(words: Words, start: int, end: int, places: Collection[int]) -> Iterator[str]:
    last = words.at(end - 1)
    if fold(last) in body_nouns("tail") or last.lower() in cues("thing"):
        yield "body"
    if not english_generics(words.at(start)) and zipf_frequency(last.lower(), "en") >= COMMON:
        yield "common-word"
    yield f"label:{words.doc[start].ent_type_ or words.doc[end - 1].ent_type_}"
    at = start - 1
    if words.at(at).lower() in cues("article"):
        yield "article"
        at -= 1
    if words.at(at).lower() in cues("at"):
        yield "preposition"
        if at and words.doc[at - 1].lemma_.lower() in cues("no-scene"):
            yield "no-scene"
    if _tied(words, end, places):
        yield "tied"
    if _done_there(words, at, end):
        yield "deed"


def _tied(words: Words, end: int, places: Collection[int]) -> bool:
    """ "…, near Arvik", "… in Arvik"."""
    at = end + (words.at(end) == ",")
    near = words.at(at).lower() in cues("in") and (at + 1 in places or at + 2 in places)
    return near or (at > end and at in places)


def _done_there(words: Words, before: int, end: int) -> bool:
    """Whether something happens to it: "shells hit Jabal Orrin", "Camp Orrin was stormed"."""
    deeds = taking_place() | cues("reach") | cues("reach-site")
    if before >= 0 and words.doc[before].lemma_.lower() in deeds:
        return True
    if end + 1 >= len(words):
        return False
    undergone = words.at(end) in cues("passive") and words.doc[end + 1].lemma_.lower() in deeds
    return undergone or words.doc[end].lemma_.lower() in cues("befall")
