"""What speaks for and against a candidate's being a place: the names of its clues.

:mod:`rashomon.language.places.belief` weighs them.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc

from rashomon.data.naming import title_kinds
from rashomon.data.phrases import words as listed
from rashomon.language.counts.people import lemma, person_noun
from rashomon.language.places.candidates import (
    DIVISIONS,
    Candidate,
    counties_follow,
    division_words,
    is_county,
)
from rashomon.language.places.lexicons import (
    abbreviations,
    cues,
    generic,
    is_alias,
    nouns,
    own_name,
    people_of,
    stopwords,
)
from rashomon.language.places.runs import run_end
from rashomon.language.places.words import Words, opens
from rashomon.language.stretches import Stretches

_CITY = 100_000
"""People."""
_SHORT = 5
"""Letters."""
_AGE = 2
"""Digits."""
_OF_A_PLACE = frozenset(
    {"in", "to", "stated", "dateline", "head-of", "people-after", "town-after", "body-after"}
)
"""Where one of these is, a name is a place's, though somebody has it for his given name."""

_INITIAL = re.compile(r"[A-Z]\.")


def gather_clues(words: Words, found: list[Candidate]) -> None:
    """Set ``clues`` of each."""
    surnames = _surnames(words.doc)
    lower = {word for word in words.tokens if word.islower()}
    starts = {candidate.start: candidate for candidate in found}
    ends = {candidate.end for candidate in found}
    given = {candidate.text for candidate in found if _begins_name(words, candidate)}
    given |= _given_names(words.doc)
    heads = {(i.head.start, i.head.end) for i in words.doc._.items if i.head is not None}
    credits = Stretches.of((s.start, s.end) for s in words.doc._.sections if s.kind == "credit")
    for candidate in found:
        if _of_a_writer(words, candidate, credits):
            candidate.clues.add("writer")
        candidate.clues.update(_name_clues(candidate, lower, surnames))
        candidate.clues.update(_label_clues(words.doc, candidate))
        candidate.clues.update(_neighbour_clues(words, candidate, starts, ends))
        somebody = candidate.text in given and not candidate.clues & _OF_A_PLACE
        if somebody or _begins_name(words, candidate):
            candidate.clues.add("given-name")
    for before, candidate in pairwise(found):
        if before.clues & {"in", "listed"} and _joined(words, before, candidate):
            candidate.clues.add("listed")
    datelines = {s.start for s in words.doc._.sections if s.kind == "dateline"}
    for candidate in found:
        if _fragment(words, candidate):
            candidate.clues.add("fragment")
        if words.starts[candidate.start] in datelines or _is_dateline(words, candidate):
            candidate.clues.add("dateline")
        elif words.offsets(candidate.start, candidate.end) in heads:
            candidate.clues.add("item-head")
        elif _initials(words, candidate):
            candidate.clues.add("initials")


def _initials(words: Words, candidate: Candidate) -> bool:
    """ "A *SWAT* team": one short word in capitals amid others that are not, and no known short
    form."""
    text = candidate.text
    if not text.isupper() or len(text) > _SHORT or is_alias(text) or text in abbreviations():
        return False
    around = (words.at(candidate.start - 1), words.at(candidate.end))
    return not any(word.isupper() and len(word) > 1 for word in around)


def _of_a_writer(words: Words, candidate: Candidate, credits: Stretches) -> bool:
    """ "By Dana *Arvik*": the last word of a name in a line of credit, no comma before it."""
    before = words.at(candidate.start - 1)
    named = before[:1].isupper() and before.lower() != "by"
    return named and credits.meets(*words.offsets(candidate.start, candidate.end))


def _held(words: Words, candidate: Candidate) -> bool:
    """ "Police arrested *Arvik* Lamont Roe": whom one arrests has more names behind that."""
    verb, after = words.doc[candidate.start - 1], words.at(candidate.end)
    seizing = candidate.start > 0 and verb.pos_ == "VERB" and lemma(verb) in _seizing()
    return seizing and after[:1].isupper() and not _names_body(after)


@cache
def _seizing() -> frozenset[str]:
    """Verbs for what is done to people alone."""
    return listed("events", "lemma", pos="VERB", affects="arrested")


def _begins_name(words: Words, candidate: Candidate) -> bool:
    """ "*Austin* J. Marn", "*Austin* Marn, 31, …": somebody's given name, here and further on."""
    at = candidate.end
    if _INITIAL.fullmatch(words.at(at)) or (len(words.at(at)) == 1 and words.at(at + 1) == "."):
        at += 1 + (words.at(at + 1) == ".")
        return words.at(at)[:1].isupper()
    surname = words.at(at)
    aged = words.at(at + 1) == "," and words.at(at + 2).isdigit() and _aged(words, at + 2)
    return aged and surname.istitle() and surname.lower() not in cues("division")


def _joined(words: Words, one: Candidate, other: Candidate) -> bool:
    """ "In Arvik and Orrin", "in Arvik, Orrin and Ely"."""
    between = [word.lower() for word in words.tokens[one.end : other.start]]
    return 0 < len(between) <= 2 and all(word == "," or word in cues("and") for word in between)


def _surnames(doc: Doc) -> set[str]:
    """Last words of the full names of persons in this report."""
    last = {span[-1].text for span in doc.ents if span.label_ == "PERSON" and len(span) > 1}
    return last | {
        name.exact.split()[-1]
        for name in doc._.names
        if name.kind == "person" and len(name.exact.split()) > 1
    }


def _given_names(doc: Doc) -> set[str]:
    """First words of the full names of persons in this report."""
    named = (name.exact.split() for name in doc._.names if name.kind == "person")
    return {said[0] for said in named if len(said) > 1}


def _name_clues(candidate: Candidate, lower: set[str], surnames: set[str]) -> Iterator[str]:
    entries, text = candidate.entries, candidate.text
    people = max(entry.population for entry in entries)
    kinds = {entry.kind for entry in entries}
    yield "country" if kinds & {"country", "continent"} else f"people:{len(str(people))}"
    if "admin1" in kinds and any(e.kind == "admin1" and own_name(e, text) for e in entries):
        yield "admin1"
    if "natural" in kinds:
        yield "natural"
    if not any(own_name(entry, text) for entry in entries) and "country" not in kinds:
        yield "alternate"
    if text.split()[-1].lower() in DIVISIONS:
        yield "division-word"
    elif len(text.split()) > 1:
        yield "several-words"
    if stopwords().get(candidate.key) == "context":
        yield "common-word"
    if text.lower() in lower or f"{text.lower()}s" in lower:
        yield "lower-case-elsewhere"
    if text in surnames:
        yield "surname"
    if candidate.key.startswith("st "):
        yield "saint"
    if candidate.key in cues("direction"):
        yield "compass"


def _label_clues(doc: Doc, candidate: Candidate) -> Iterator[str]:
    token = doc[candidate.start]
    label = token.ent_type_ or "none"
    if label not in ("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP", "none"):
        label = "other"
    if label == "NORP" and people_of(candidate.text) is None and _a_city(candidate):
        label = "ORG"  # no people is called so, a city is: the label says little
    whole = token.ent_iob_ == "B" or not token.ent_type_
    after = doc[candidate.end] if candidate.end < len(doc) else None
    exact = whole and (after is None or after.ent_iob_ != "I")
    yield f"label:{label}" if exact or label == "none" else f"inside:{label}"
    if token.pos_ not in ("PROPN", "NOUN") and len(candidate.text.split()) == 1:
        yield "not-a-noun"


def _a_city(candidate: Candidate) -> bool:
    """Whether a city has the name for its own."""
    return any(
        e.kind == "settlement" and e.population >= _CITY and own_name(e, candidate.text)
        for e in candidate.entries
    )


def _neighbour_clues(
    words: Words, candidate: Candidate, starts: dict[int, Candidate], ends: set[int]
) -> Iterator[str]:
    before, after = words.at(candidate.start - 1), words.at(candidate.end)
    previous = before.lower()
    if previous in cues("direction") or previous in ("the", "downtown"):
        previous = words.at(candidate.start - 2).lower()
    if after == "," and words.at(candidate.end + 1).isdigit() and _aged(words, candidate.end + 1):
        yield "aged"
    if previous == "of" and words.at(candidate.start - 2).lower() in cues("head-of"):
        yield "head-of"
    elif previous in cues("in"):
        yield "in"
    elif previous in cues("to"):
        yield "to"
    if before == "," and words.at(candidate.start - 2).lower() in nouns():
        yield "behind-site"
    if _is_somebody(words, candidate) or _held(words, candidate):
        yield "somebody"
    if before == "the" and words.at(candidate.start - 3).lower() in cues("shore"):
        yield "river"
    yield from _left_clues(words, candidate, before, ends)
    called = division_words(words, candidate.end) > 0
    named_on = candidate.end not in starts and after[:1].isupper() and not called
    if named_on and after not in abbreviations():
        yield "body-after" if _names_body(after) else "capital-after"
        if _full_name(words, candidate):
            yield "full-name"
    if after in ("'s", "’s"):
        yield "possessive"
    elif _called_town(words, candidate.end):
        yield "town-after"
    elif after in cues("people") or (after == "-" and words.at(candidate.end + 1) == "based"):
        yield "people-after"
    elif after.lower() in cues("lines"):
        yield "line-after"
    elif called and any(e.kind in ("admin1", "admin2") for e in candidate.entries):
        yield "division-word"
    if counties_follow(words, candidate.end):
        yield "counties"
    elif candidate.text.split()[-1].lower() not in DIVISIONS and all(
        is_county(entry) for entry in candidate.entries
    ):
        yield "bare-county"


def _full_name(words: Words, candidate: Candidate) -> bool:
    """ "*Salem* Omar Velkar": two more names behind it, neither a title nor a body's word."""
    behind = [words.at(candidate.end), words.at(candidate.end + 1)]
    inside = candidate.end < len(words) and words.doc[candidate.end].ent_iob_ == "I"
    if candidate.entries[0].kind != "settlement" or inside:
        return False
    return len(candidate.text.split()) == 1 and all(
        word.istitle() and word.isalpha() and not _tells_who(word) for word in behind
    )


def _tells_who(word: str) -> bool:
    return _names_body(word) or word.lower() in title_kinds() or word.lower() in cues("body")


def _called_town(words: Words, at: int) -> bool:
    """ "Arvik village", "Arvik refugee camp"."""
    pair = f"{words.at(at)} {words.at(at + 1)}"
    return words.at(at) in cues("town-after") or pair in cues("town-after")


def _is_somebody(words: Words, candidate: Candidate) -> bool:
    """ "His grandmother, Florence, whose …"."""
    if words.at(candidate.end) == "," and words.at(candidate.end + 1).lower() in cues("whose"):
        return True
    start = candidate.start
    if start < 2 or words.at(start - 1) != ",":
        return False
    noun = person_noun(words.doc[start - 2])
    return noun is not None and noun.type == "person" and words.doc[start - 2].tag_ == "NN"


def _aged(words: Words, at: int) -> bool:
    """ "Jordan, 22, …": an age, not a day or a house."""
    return len(words.at(at)) <= _AGE and words.at(at + 1) in (",", ".", ";", ")")


def _left_clues(words: Words, candidate: Candidate, before: str, ends: set[int]) -> Iterator[str]:
    start = candidate.start
    if before == "-" and words.at(start - 2) in cues("party"):
        yield "party"
    elif before.lower() in cues("title") or before.lower() in cues("direction"):
        yield "title-before"
    elif before[:1].isupper() and start not in ends and not opens(words.doc[start - 1]):
        yield "capital-before"
    elif before[:1].isupper() and start not in ends:
        yield "opening-before"
    if opens(words.doc[start]):
        yield "opens"


def _fragment(words: Words, candidate: Candidate) -> bool:
    """Whether it is only a part of a longer name that the gazetteer lacks: "San" of "San Velmar",
    "Velmar" of "Velmar Kalan"."""
    before, end = words.at(candidate.start - 1), candidate.end
    if before[:1].isupper() and generic(before, "first"):
        return True
    if generic(candidate.text, "last") and before[:1].isupper() and not opens(words.doc[end - 1]):
        return True
    after = words.at(end)
    if not after[:1].isupper() or words.doc[end].is_sent_start:
        return False
    whole = run_end(words, candidate.start)
    if whole == end + 1 and _called_town(words, whole):
        return True  # "Arvik" of "Arvik Velmar village"
    only_generic = generic(candidate.text, "first") is not None
    return only_generic or generic(after, "last") is not None


def _names_body(word: str) -> bool:
    return word.lower() in cues("body") or word.lower() in nouns()


def _is_dateline(words: Words, candidate: Candidate) -> bool:
    """ "TOWN —", "TOWN, Country (AGENCY) —" at the head of a paragraph."""
    if not opens(words.doc[candidate.start]):
        return False
    at, limit = candidate.end, min(len(words), candidate.end + 12)
    while at < limit and words.tokens[at] not in cues("dash"):
        if not (
            words.tokens[at][:1].isupper()
            or words.tokens[at] in ",()./;"
            or words.tokens[at].isdigit()
        ):
            return False
        at += 1
    if at >= limit or (words.tokens[at] == "-" and not words.doc[at].whitespace_):
        return False
    return candidate.text.isupper() or at - candidate.end <= 6
