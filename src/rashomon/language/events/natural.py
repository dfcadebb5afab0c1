"""Whether a word for a force of nature is meant as one: "the storm struck the coast", not "a storm
of protest", "a crime wave", "Captain Rain", or a team called the Storm."""

from spacy.tokens import Token

from rashomon.data.naming import title_kinds
from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma
from rashomon.language.counts.tree import lefts
from rashomon.language.events.grammar import prep_objects

_BODIES = frozenset({"PERSON", "ORG"})
_MEASURES = frozenset({"DATE", "TIME", "GPE", "LOC"})


def natural(noun: Token) -> bool:
    """Whether the noun is one of nature: what it is of and what stands before it say so."""
    if (_capital(noun) or noun.pos_ == "PROPN") and not _named_storm(noun):
        return False
    if not all(_of_nature(each) for each in prep_objects(noun, "of")):
        return False
    before = [c for c in lefts(noun) if c.dep_ in ("amod", "compound", "nmod")]
    if any(lemma(c) in _list("figure") for c in before):
        return False
    return lemma(noun) not in _list("nature-waves") or all(map(_of_wave, before))


def only_said(noun: Token) -> bool:
    """Whether it is a storm of words, a flood of letters, a crime wave: of nothing that strikes or
    kills."""
    if _capital(noun):  # "Captain Rain"
        return False
    of = prep_objects(noun, "of") or [c for c in lefts(noun) if c.dep_ in ("compound", "amod")]
    return bool(of) and not any(_of_nature(each) or lemma(each) in _striking() for each in of)


def _capital(noun: Token) -> bool:
    return noun.text[0].isupper() and not noun.is_sent_start


def _striking() -> frozenset[str]:
    acts = words("events", "lemma", event_type="ASSAULT") | words("event_cues", role="captor")
    return words("weapons", "noun") | acts | _list("projectile")


def storm_name(token: Token) -> Token | None:
    """The word that says what is named: the "Hurricane" of "Hurricane Odile"."""
    if token.pos_ != "PROPN":
        return None
    return next((c for c in lefts(token) if lemma(c) in _list("nature-named")), None)


def _list(name: str) -> frozenset[str]:
    return words("sense_words", list=name)


def _named_storm(noun: Token) -> bool:
    """A capital letter is that of a named storm or of a sentence's first word; with a title before
    it, or an article alone, it is a person's or a team's."""
    if noun.tag_ == "NNPS":
        return False
    before = list(lefts(noun))
    if noun.dep_ == "compound":
        return noun.head.pos_ == "PROPN" and not _titled(before)
    if noun.is_sent_start and not before:
        return True
    named = any(c.dep_ in ("compound", "nmod", "amod") for c in before)
    return named and not _titled(before) and noun.ent_type_ not in _BODIES


def _titled(before: list[Token]) -> bool:
    return any(c.lower_.rstrip(".") in title_kinds() for c in before)


def _of_nature(thing: Token) -> bool:
    """ "A wave *of heat*", "winds of 90 *miles* an hour", "the floods of *2019*"."""
    return thing.ent_type_ in _MEASURES or lemma(thing) in _list("nature-matter")


def _of_wave(word: Token) -> bool:
    known = _list("nature-matter") | _list("nature-size")
    return lemma(word) in known or word.lower_ in known or word.ent_type_ in _MEASURES
