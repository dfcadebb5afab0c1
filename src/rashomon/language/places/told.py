"""Names that the words around them tell to be places, whether or not a gazetteer has them.

All mentions of one name in a report speak together: "the village of Arvik" makes a place of every
"Arvik" in it. Each kind of ground counts once, for or against.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc
from wordfreq import zipf_frequency

from rashomon.data.naming import title_kinds
from rashomon.data.phrases import words as listed
from rashomon.language.places.candidates import Candidate
from rashomon.language.places.lexicons import cues, generic, nouns, stopwords
from rashomon.language.places.words import Words

LONGEST = 6
"""Most tokens of such a name (hyphens and "al" count)."""
ENOUGH = 2.0
WEIGHTS = {  # natural logarithms of odds, set by hand as in ``belief``
    "called": 3.5,
    "near": 3.0,
    "distance": 3.0,
    "stated": 3.5,
    "dateline": 3.5,
    "generic": 2.3,
    "in": 2.8,
    "behind-site": 2.2,
    "site-at": 2.2,
    "part-of": 2.2,
    "where": 2.0,
    "at": 1.6,
    "way": 1.6,
    "road-between": 2.8,
    "reach": 2.2,
    "people": 1.3,
    "event": 1.0,
    "head": 1.5,
    "to": 0.6,
    "common-words": -1.2,
    "possessive": -0.8,
    "compound": -2.5,
    "body-after": -4.0,
    "article": -1.5,
    "speaks": -3.0,
    "person": -5.0,
    "label:GPE": 1.4,
    "label:LOC": 1.2,
    "label:FAC": 0.5,
    "label:ORG": -0.2,
    "label:PERSON": -0.7,
    "label:none": -0.2,
    "label:other": -1.5,
}
COMMON = 3.6
"""Zipf frequency in English from which a word is no strange name."""
_LOOK = 5
_AGES = 3
_NUMBERS = frozenset({"NUM"})
_CLOSING = frozenset({",", ".", ";", "(", ")", "-", "–", "—", ":", ""})


@dataclass(slots=True)
class Told:
    """A name (its tokens in lower case) with where it stands and what speaks for and against its
    being a place; ``area`` is the country or division that the text states for it, ``shouted``
    whether it always stands in capitals."""

    said: tuple[str, ...]
    spans: list[tuple[int, int]] = field(default_factory=list)
    grounds: set[str] = field(default_factory=set)
    area: Candidate | None = None
    labels: list[float] = field(default_factory=list)
    shouted: bool = True

    @property
    def belief(self) -> float:
        """The weighed sum."""
        return sum(WEIGHTS[g] for g in sorted(self.grounds)) + sum(self.labels) / len(self.labels)


def told_places(words: Words, taken: set[int], areas: Mapping[int, Candidate]) -> list[Told]:
    """The names that are told to be places, in the order of their first mention; none of their
    tokens is ``taken``. ``areas`` are the countries and divisions named, by where they begin."""
    found: dict[tuple[str, ...], Told] = {}
    parts = _parts_of_people(words.doc)
    for start, end in runs(words, taken):
        said = tuple(word.casefold() for word in words.tokens[start:end])
        if all(word in cues("direction") for word in said):  # "in Southeast", of some city
            continue
        each = found.setdefault(said, Told(said))
        each.spans.append((start, end))
        each.grounds.update(_grounds(words, start, end))
        if len(said) == 1 and said[0] in parts:
            each.grounds.add("person")
        each.area = each.area or _area_behind(words, start, end, areas)
        if each.area is not None:
            each.grounds.add("stated")
        each.labels.append(_label(words, start, end))
        each.shouted = each.shouted and words.written(start, end).isupper()
    return [each for each in found.values() if each.belief >= ENOUGH and not _only_shouted(each)]


def _only_shouted(told: Told) -> bool:
    """Whether it stands in capitals alone and heads nothing: a headline in capitals says little."""
    return told.shouted and not told.grounds & {"stated", "dateline", "head"}


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


def _parts_of_people(doc: Doc) -> set[str]:
    """First names and surnames of those whom the report gives a full name."""
    full = [name.canonical.split() for name in doc._.names if name.kind == "person"]
    return {part.casefold() for parts in full if len(parts) > 1 for part in parts}


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
    fore = word[:1].isupper() and (word.lower() in cues("direction") or word == "New")
    return fore and at + 1 < len(words) and _goes_on(words, at + 1)


def _goes_on(words: Words, at: int) -> bool:
    if words.doc[at].is_sent_start:
        return False
    if _name_word(words, at):
        return True
    joins = words.at(at) in cues("joining") and words.at(at) not in ("of", "the", "and", "in", "on")
    if words.at(at) == "-":
        joins = not words.doc[at].whitespace_ and not words.doc[at - 1].whitespace_
    return joins and words.at(at) not in ("'s", "’s") and _name_word(words, at + 1)


def _opening(words: Words, at: int, end: int) -> int:
    """1 where the first word of several only has its capital from the sentence's beginning."""
    token = words.doc[at]
    opens = token.is_sent_start or at == 0 or words.doc[at - 1].is_space
    common = zipf_frequency(words.at(at).lower(), "en") >= COMMON
    return int(end - at > 1 and opens and common and token.pos_ != "PROPN")


def _label(words: Words, start: int, end: int) -> float:
    label = words.doc[start].ent_type_ or words.doc[end - 1].ent_type_ or "none"
    known = f"label:{label}"
    return WEIGHTS.get(known, WEIGHTS["label:other"])


def _grounds(words: Words, start: int, end: int) -> Iterator[str]:
    first, last = words.at(start), words.at(end - 1)
    several = end - start > 1
    if several and "quarter" in (generic(first, "first"), generic(last, "last")):
        yield "called"
    if (several and (generic(first, "first") or generic(last, "last"))) or generic(last, "ending"):
        yield "generic"
    if all(zipf_frequency(w.lower(), "en") >= COMMON for w in words.tokens[start:end]):
        yield "common-words"
    if any(s.kind == "dateline" and s.start == words.starts[start] for s in words.doc._.sections):
        yield "dateline"
    if _heads(words, start, end) or _item_head(words, start, end):
        yield "head"
    yield from _before(words, start)
    yield from _behind(words, end)
    if not _hangs(words, start) and _says(words, end):
        yield "speaks"


def _before(words: Words, start: int) -> Iterator[str]:
    at = start - 1
    if words.at(at).lower() in ("the", "a", "an"):
        own = generic(words.at(start), "first") == "quarter"
        if not own and not _site_follows(words, run_end(words, start)):
            yield "article"
        return
    if words.at(at).lower() in cues("direction"):
        at -= 1
    word, before = words.at(at).lower(), words.at(at - 1).lower()
    if word in title_kinds() or word.rstrip(".") in title_kinds():
        yield "person"
    elif word == "of":
        yield from _of(before)
    elif word in cues("near"):
        yield "near"
    elif word == "at":
        yield from _at(words, at)
    elif word in cues("in"):
        yield "in"
    elif word in cues("settlement") and before in ("the", "of"):
        yield "called"
    elif word in cues("between") or word == "and":
        yield from _between(words, at)
    elif word in ("from", "to", "toward", "towards", "into", "through"):
        yield "way" if before in cues("road") else "to"
    elif word == "," and before in nouns():
        yield "behind-site"
    elif words.doc[at].lemma_ in cues("reach") and words.doc[at].pos_ == "VERB":
        yield "reach"
    elif words.doc[at].lemma_ in _saying() and words.doc[at].pos_ == "VERB":
        yield "speaks"


def _of(before: str) -> Iterator[str]:
    if before in cues("settlement"):
        yield "called"
    elif before in cues("point"):
        yield "distance"
    elif before in cues("part-of"):
        yield "part-of"


def _at(words: Words, at: int) -> Iterator[str]:
    """ "the well at Arvik", "died at Arvik"; not "fired at Arvik"."""
    token = words.doc[at - 1] if at else words.doc[at]
    if token.lemma_.lower() in cues("aim"):
        return
    yield "site-at" if token.pos_ == "NOUN" else "at"


def _between(words: Words, at: int) -> Iterator[str]:
    """ "Between Velmar and Orrin", surer on "the road between" them."""
    for n in range(at, max(-1, at - _LOOK), -1):
        if words.at(n).lower() in cues("between"):
            yield "road-between" if words.at(n - 1).lower() in cues("road") else "way"
            return


def _behind(words: Words, end: int) -> Iterator[str]:
    word, then = words.at(end), words.at(end + 1)
    lower = word.lower()
    if word[:1].isupper() and (lower in nouns() or lower in cues("body")):
        yield "body-after"
    if word in cues("settlement"):
        yield "called"
    elif word in cues("road") or _site_follows(words, end):
        yield "way"
    elif word in cues("people"):
        yield "people"
    elif word in ("'s", "’s", "'", "’"):
        yield "possessive"
    elif word in (",", "("):
        yield from _apposition(words, end + 1, then)
    elif word.islower() and words.doc[min(end, len(words) - 1)].pos_ == "NOUN":
        if lower in _happenings():
            yield "event"
        elif lower not in listed("times_words", "word"):  # "in Arvik hours later"
            yield "compound"


def _site_follows(words: Words, end: int) -> bool:
    """ "The Arvik bridge", "the Arvik refugee camp": what follows is a place named after it."""
    word, then = words.at(end), words.at(end + 1)
    return word.islower() and (word in nouns() or f"{word} {then}" in nouns())


def _apposition(words: Words, at: int, then: str) -> Iterator[str]:
    if then in ("who", "whose"):
        yield "person"
    elif then == "where":
        yield "where"
    elif then.isdigit() and len(then) < _AGES and words.at(at + 1) in (",", ".", ";", ")"):
        yield "person"
    elif words.doc[min(at, len(words) - 1)].pos_ in _NUMBERS and _unit_near(words, at + 1):
        yield "distance"
    elif then in ("a", "an", "the") and _settlement_near(words, at + 1):
        yield "called"


def _area_behind(
    words: Words, start: int, end: int, areas: Mapping[int, Candidate]
) -> Candidate | None:
    """ "in Arvik, Norway", "ARVIK, Norway —", "Arvik, in (the north of) Norway"."""
    if words.at(end) not in (",", "("):
        return None
    area = areas.get(end + 1)
    if area is not None:
        ahead = words.at(start - 1).lower() in cues("in") | cues("to") or _opens(words, start)
        return area if ahead and words.at(area.end) in _CLOSING else None
    if words.at(end + 1) not in cues("in"):
        return None
    inner = cues("direction") | {"the", "of"}
    for n in range(end + 2, end + 2 + _LOOK):
        if n in areas:
            return areas[n]
        if words.at(n).lower() not in inner:
            return None
    return None


def _opens(words: Words, at: int) -> bool:
    return at == 0 or words.doc[at - 1].is_space


def _unit_near(words: Words, at: int) -> bool:
    return any(words.at(n) in cues("unit") for n in range(at, at + 2))


def _settlement_near(words: Words, at: int) -> bool:
    """ "Arvik, a poor fishing village": adjectives may stand before the noun."""
    for n in range(at, min(len(words), at + _LOOK)):
        if words.at(n) in cues("settlement"):
            return True
        if words.doc[n].pos_ not in ("ADJ", "NOUN", "NUM", "ADV", "PROPN", "PUNCT"):
            return False
    return False


def _heads(words: Words, start: int, end: int) -> bool:
    """ "Arvik, 13 May, before dawn. …", "Arvik - 13 May": it opens a line and a time follows."""
    if not _opens(words, start) or words.at(end) not in (",", "-", "–", "—"):
        return False
    return words.at(end + 1).isdigit()


def _item_head(words: Words, start: int, end: int) -> bool:
    """Whether an item of a list opens with just this name."""
    span = words.offsets(start, end)
    return any(i.head is not None and (i.head.start, i.head.end) == span for i in words.doc._.items)


def _hangs(words: Words, start: int) -> bool:
    """Whether a preposition stands before it: "the elders *of Arvik* said"."""
    at = start - 1
    return at >= 0 and words.doc[at].pos_ == "ADP"


def _says(words: Words, end: int) -> bool:
    for n in range(end, min(len(words), end + 2)):
        token = words.doc[n]
        if token.pos_ == "VERB":
            return token.lemma_ in _saying()
        if token.pos_ not in ("AUX", "ADV"):
            return False
    return False


@cache
def _days() -> frozenset[str]:
    return listed("times_holidays", "name")


@cache
def _happenings() -> frozenset[str]:
    """Nouns of what happens to places."""
    return listed("events", "lemma", pos="NOUN")


@cache
def _saying() -> frozenset[str]:
    return listed("reporting_verbs", "verb")
