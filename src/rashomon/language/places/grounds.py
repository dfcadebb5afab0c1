"""What around a name tells that it is a place, or that it is none: the grounds of ``told``."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token
from wordfreq import zipf_frequency

from rashomon.data import lexicon
from rashomon.data.kinds import kind
from rashomon.data.naming import title_kinds
from rashomon.data.phrases import words as listed
from rashomon.language.counts.people import person_noun
from rashomon.language.places.candidates import Candidate, called_division
from rashomon.language.places.lexicons import cues, generic, nouns, people_of
from rashomon.language.places.runs import COMMON, run_end
from rashomon.language.places.words import Words, opens

WEIGHTS = {  # natural logarithms of odds, set by hand as in ``belief``
    "called": 3.5,
    "community": 2.0,
    "near": 3.0,
    "distance": 3.0,
    "stated": 3.5,
    "lies-in": 1.2,
    "lies-near": 1.6,
    "strange": 0.4,
    "listed": 1.2,
    "dateline": 3.5,
    "generic": 2.3,
    "in": 0.5,
    "scene": 2.3,
    "housed": 2.1,
    "beside": 1.2,
    "listed-in": 2.2,
    "again": 0.6,
    "fronted": 1.4,
    "thing": -4.0,
    "behind-site": 2.2,
    "site-at": 2.2,
    "part-of": 2.2,
    "where": 2.0,
    "at": 1.6,
    "way": 1.6,
    "road-between": 2.8,
    "road-to": 2.2,
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
_LOOK, _A_LIST = 5, 14
_A_CLAUSE = 30
"""Tokens of a sentence behind "In Arvik" in which what happened there is looked for."""
_AGES = 3
_FIRMS = frozenset({"ORG", "PERSON"})
_NUMBERS = frozenset({"NUM"})
_CLOSING = frozenset({",", ".", ";", "(", ")", "-", "–", "—", ":", ""})


def label(words: Words, start: int, end: int) -> float:
    """What the language model's label for the tokens weighs."""
    label = words.doc[start].ent_type_ or words.doc[end - 1].ent_type_ or "none"
    if label == "NORP" and people_of(words.written(start, end)) is None:
        label = "none"  # no people is called so: the label says little
    known = f"label:{label}"
    return WEIGHTS.get(known, WEIGHTS["label:other"])


@dataclass(frozen=True, slots=True)
class Around:
    """What of a document is asked for each name, gathered once: where items' heads and datelines
    stand (characters), which tokens are known to name places, and behind which a city's name
    ends."""

    words: Words
    heads: frozenset[tuple[int, int]]
    datelines: frozenset[int]
    known: Collection[int]
    cities: frozenset[int]
    areas: Mapping[int, Candidate]

    @classmethod
    def of(cls, words: Words, known: Collection[int], areas: Mapping[int, Candidate]) -> "Around":
        """Read it off once; ``areas`` are the countries, divisions and cities that are named."""
        notes = words.doc._
        return cls(
            words,
            frozenset((i.head.start, i.head.end) for i in notes.items if i.head is not None),
            frozenset(s.start for s in notes.sections if s.kind == "dateline"),
            known,
            frozenset(a.end for a in areas.values() if a.entry and a.entry.kind == "settlement"),
            areas,
        )

    def of_a_city(self, start: int) -> bool:
        """ "Arvik's *Orrin* market": it is named after nobody knows what, and lies in Arvik."""
        at = start - 1
        return self.words.at(at) in cues("possessive") and at in self.cities


def grounds(around: Around, start: int, end: int) -> Iterator[str]:
    """What speaks for and against the tokens' naming a place, here."""
    words = around.words
    yield from _own_words(words.tokens[start:end])
    if words.starts[start] in around.datelines:
        yield "dateline"
    if _heads(words, start, end) or words.offsets(start, end) in around.heads:
        yield "head"
    yield from _before(around, start)
    yield from _behind(around, start, end)
    if not _hangs(words, start) and _says(words, end):
        yield "speaks"
    if _lies_in(around, start, end):
        yield "lies-in"


def _own_words(said: list[str]) -> Iterator[str]:
    first, last, several = said[0], said[-1], len(said) > 1
    if several and "quarter" in (generic(first, "first"), generic(last, "last")):
        yield "called"
    if (several and (generic(first, "first") or generic(last, "last"))) or generic(last, "ending"):
        yield "generic"
    if all(zipf_frequency(word.lower(), "en") >= COMMON for word in said):
        yield "common-words"
    if {first.lower(), last.lower()} & cues("thing"):
        yield "thing"


def _before(around: Around, start: int) -> Iterator[str]:
    words, at = around.words, start - 1
    if words.at(at).lower() in cues("article"):
        own = generic(words.at(start), "first") == "quarter"
        end = run_end(words, start)
        if not (own or words.at(end) in cues("road") or _site_follows(words, end)):
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
        yield from _in(words, at)
    elif word in cues("settlement") and before in cues("called"):
        yield "called"
    elif word in cues("between") or word in cues("and"):
        yield from _between(words, at)
    elif word in cues("way"):
        yield "road-to" if before in cues("road") else "to"
    elif word == "," and before in nouns():
        yield "behind-site"
    elif words.doc[at].lemma_ in cues("reach") and words.doc[at].pos_ == "VERB":
        yield "reach"
    elif words.doc[at].lemma_ in _saying() and words.doc[at].pos_ == "VERB":
        yield "speaks"
    if word in cues("and") or word == ",":
        if at - 1 in around.known:
            yield "listed-in" if _hangs_in(around, at - 1) else "beside"
        if _of_several(words, at):
            yield "called"


def _hangs_in(around: Around, at: int) -> bool:
    """ "In *Arvik*", of the known name that ends at token ``at``; not "from Arvik"."""
    while at in around.known:
        at -= 1
    return around.words.at(at).lower() in cues("in")


def _of_several(words: Words, at: int) -> bool:
    """ "The villages of Orrin, Ely and Arvik": all are."""
    for n in range(at, max(0, at - _A_LIST), -1):
        word = words.at(n).lower()
        if word == "of":
            return words.at(n - 1).lower() in cues("settlements")
        if not (word in cues("and") or word == "," or words.at(n)[:1].isupper()):
            return False
    return False


def _in(words: Words, at: int) -> Iterator[str]:
    """ "In Arvik" alone says little: people believe, invest and star in what is no place. Something
    that happens, stands or lives there says more."""
    token = words.doc[at]
    lead = [token.head] if words.parsed and token.head.i != at else []
    lead += [words.doc[at - 1]] if at else []
    lemmas = {each.lemma_.lower() for each in lead}
    if lemmas & cues("no-scene"):
        return
    yield "in"
    if any(_houses(each) for each in lead):
        yield "housed"
    if lemmas & (taking_place() | cues("dwell")):
        yield "scene"
    elif at == 0 or opens(token):
        yield "fronted"
        if any(each.lemma_.lower() in taking_place() for each in _sentence(words, at)):
            yield "scene"


def _sentence(words: Words, at: int) -> Span:
    """The rest of the sentence, so far as it is looked at."""
    return words.doc[at : min(words.sentence(at)[1], at + _A_CLAUSE)]


def _houses(token: Token) -> bool:
    """Whether it is somebody or something that is found at places: "residents", "the mosque"."""
    if token.pos_ != "NOUN":
        return False
    return token.lower_ in nouns() or token.lemma_ in nouns() or person_noun(token) is not None


def _of(before: str) -> Iterator[str]:
    if before in cues("settlement") | cues("settlements"):
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


def _behind(around: Around, start: int, end: int) -> Iterator[str]:
    words = around.words
    word, then = words.at(end), words.at(end + 1)
    lower = word.lower()
    division = called_division(words, end) or _called_village(words, end)
    if word[:1].isupper() and not division and (lower in nouns() or lower in cues("body")):
        yield "body-after"
    if word in cues("settlement") or division:
        yield "called"
    elif word in cues("community"):
        yield "community"
    elif word in cues("road") or _site_follows(words, end):
        if not around.of_a_city(start):
            yield "way"
    elif word in cues("people"):
        yield "people"
    elif word in cues("possessive"):
        yield "possessive"
    elif word in cues("apposition"):
        if then in cues("near") and words.at(end + 2)[:1].isupper():
            yield "lies-near"
        yield from _apposition(words, end + 1, then)
    elif word.islower() and words.doc[min(end, len(words) - 1)].pos_ == "NOUN":
        if lower in _happenings():
            yield "event"
        elif lower not in listed("times_words", "word"):  # "in Arvik hours later"
            yield "compound"


def _called_village(words: Words, end: int) -> bool:
    """ "Arvik Township", not "Arvik Township Police"."""
    return words.at(end).lower() in cues("town-after") and not words.at(end + 1)[:1].isupper()


def _site_follows(words: Words, end: int) -> bool:
    """ "The Arvik bridge", "the Arvik refugee camp": what follows is a place named after it."""
    word, then = words.at(end), words.at(end + 1)
    return word.islower() and (word in nouns() or f"{word} {then}" in nouns())


def _apposition(words: Words, at: int, then: str) -> Iterator[str]:
    if then in cues("whose"):
        yield "person"
    elif then == "where":
        yield "where"
    elif then.isdigit() and len(then) < _AGES and words.at(at + 1) in (",", ".", ";", ")"):
        yield "person"
    elif _distance_follows(words, at):
        yield "distance"
    elif then in ("a", "an", "the") and _settlement_near(words, at + 1):
        yield "called"


def area_behind(
    words: Words, start: int, end: int, areas: Mapping[int, Candidate]
) -> Candidate | None:
    """ "in Arvik, Norway", "ARVIK, Norway —", "Arvik, in (the north of) Norway", "Arvik village in
    Norway"."""
    called = words.at(end) in cues("settlement")
    end += int(called)
    if called and words.at(end) in cues("in"):
        return _area_at(words, end + 1, areas)
    if words.at(end) not in cues("apposition"):
        return None
    area = areas.get(end + 1)
    if area is not None:
        ahead = words.at(start - 1).lower() in cues("in") | cues("to") or _opens(words, start)
        closed = words.at(area.end) in _CLOSING and not _city_in_a_list(words, area)
        return area if ahead and closed else None
    if words.at(end + 1) not in cues("in"):
        return None
    return _area_at(words, end + 2, areas)


def _area_at(words: Words, at: int, areas: Mapping[int, Candidate]) -> Candidate | None:
    """ "Norway", "the north of Norway"."""
    inner = cues("direction") | cues("article") | {"of"}
    for n in range(at, at + _LOOK):
        if n in areas:
            return areas[n]
        if words.at(n).lower() not in inner:
            return None
    return None


def _lies_in(around: Around, start: int, end: int) -> bool:
    """ "At Arvik in southern Norway's Orrin district"; not what is taken for a firm there."""
    words = around.words
    ahead = words.at(start - 1).lower() in cues("in") | cues("to")
    if words.at(end) != "in" or not ahead or words.doc[start].ent_type_ in _FIRMS:
        return False
    for n in range(end + 1, end + 1 + _LOOK):
        if n in around.areas:
            return True
        word = words.at(n)
        led = word.lower() in cues("direction") | cues("article") or word in cues("possessive")
        if not (led or word[:1].isupper()):
            return False
    return False


def _city_in_a_list(words: Words, area: Candidate) -> bool:
    """ "In Arvik, Hamburg, and Bremen" are three."""
    if area.entry is None or area.entry.kind != "settlement":
        return False
    return words.at(area.end) == "," and (
        words.at(area.end + 1)[:1].isupper() or words.at(area.end + 1) in cues("and")
    )


def _opens(words: Words, at: int) -> bool:
    return at == 0 or words.doc[at - 1].is_space


def _unit_near(words: Words, at: int) -> bool:
    return any(words.at(n) in cues("unit") for n in range(at, at + 2))


def _distance_follows(words: Words, at: int) -> bool:
    """ "50 km north of …", "some 50 km away"."""
    for n in (at, at + 1):
        if words.doc[min(n, len(words) - 1)].pos_ in _NUMBERS:
            return _unit_near(words, n + 1)
    return False


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
def _happenings() -> frozenset[str]:
    """Nouns of what happens to places."""
    return listed("events", "lemma", pos="NOUN")


@cache
def taking_place() -> frozenset[str]:
    """Words (their dictionary forms) of what happens at places, as against what is said
    or ruled."""
    return frozenset(
        row["lemma"]
        for row in lexicon("events")
        if row["pos"] != "PHRASE" and kind(row["kind"]).role != "speech"
    )


@cache
def _saying() -> frozenset[str]:
    return listed("reporting_verbs", "verb")
