"""What a word for an event means beside certain others (``event_senses.tsv``): a rail strike is
no air strike, and an earthquake that strikes attacks nobody."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma, person_noun
from rashomon.language.counts.tree import kids, lefts
from rashomon.language.events.grammar import child, passive, prep_objects, subject
from rashomon.language.events.natural import natural, only_said, storm_name

_PERSONAL = words("grammar_words", use="he-she")
_ENOUGH = 2
"""So many words of a trade make a report one about it."""

_SENTENCE = 60  # words of a sentence that are looked at
_HARM = frozenset({"killed", "injured", "casualties"})
_BEHIND = {
    "of": ("of",),
    "by": ("by",),
    "over": ("over", "for", "about", "against"),
    "on": ("on", "upon", "against"),
    "with": ("with", "in"),
}
_SCORE = re.compile(r"(?<![\d/.-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\d/.-])")


@dataclass(frozen=True, slots=True)
class Sense:
    """A row of the table; no ``kind``: the word tells of no event."""

    beside: str
    words: frozenset[str]
    unless: str
    kind: str
    event_type: str | None
    mode: str | None


@cache
def _senses() -> dict[tuple[str, str], tuple[Sense, ...]]:
    table: dict[tuple[str, str], tuple[Sense, ...]] = {}
    for row in lexicon("event_senses"):
        sense = Sense(
            row["beside"],
            words("sense_words", list=row["list"]),
            row["unless"],
            row["kind"],
            row["event_type"] or None,
            row["mode"] or None,
        )
        for each in row["lemmas"].split():
            key = (each.replace("_", " "), row["pos"])
            table[key] = (*table.get(key, ()), sense)
    return table


def sense_of(
    token: Token, word: str, pos: str, report: Callable[[], Collection[str]]
) -> Sense | None:
    """The first sense whose words stand beside this one, ``None`` where it means what it says.

    ``word`` is the dictionary form, or the phrase of which ``token`` is the head.

    ``report`` gives the dictionary forms of the whole report; it is asked only where a sense needs
    them.
    """
    for sense in _senses().get((word, pos), ()):
        if _holds(token, sense, report) and not _prevented(token, sense.unless):
            return sense
    return None


def _holds(token: Token, sense: Sense, report: Callable[[], Collection[str]]) -> bool:
    if sense.beside == "document":
        return _about(report(), sense.words)
    if sense.beside == "things":
        who = _doer(token)
        return who is not None and not _living(who, sense.words)
    if sense.beside == "dispute":
        return len(sense.words.intersection(report())) > _ENOUGH
    if sense.beside == "nature":
        return any(_forces(word, sense.words) for word in _beside(token, "subject"))
    if sense.beside == "figure":
        return not natural(token)
    if sense.beside == "words":
        doers = _beside(token, "subject")
        return any(lemma(w) in sense.words and not natural(w) and only_said(w) for w in doers)
    if sense.beside in ("people", "people-object"):
        found = subject(token) if sense.beside == "people" else _done_to(token)
        return found is not None and _living(found, sense.words)
    if sense.beside == "other-subject":
        return not any(_is_one(word, sense.words) for word in _beside(token, "subject"))
    if sense.beside == "sentence":
        near = token.sent[:_SENTENCE]
        return any(lemma(w) in sense.words for w in near) or bool(_SCORE.search(near.text))
    return any(_is_one(word, sense.words) for word in _beside(token, sense.beside))


def _living(word: Token, beasts: frozenset[str]) -> bool:
    return (
        person_noun(word) is not None
        or word.ent_type_ == "PERSON"
        or word.lower_ in _PERSONAL
        or lemma(word) in beasts
    )


def _is_one(word: Token, listed: frozenset[str]) -> bool:
    """Whether the list has the word, or the word with one that stands before it."""
    noun = lemma(word)
    return noun in listed or any(f"{lemma(left)} {noun}" in listed for left in lefts(word))


def _forces(word: Token, listed: frozenset[str]) -> bool:
    noun = word if lemma(word) in listed else storm_name(word)
    return noun is not None and natural(noun)


def _beside(token: Token, where: str) -> Iterator[Token]:
    if where == "modifier":
        yield from lefts(token)
        yield from (inner for left in lefts(token) for inner in lefts(left))
    elif where == "governor":
        if token.dep_ in ("dobj", "nsubjpass"):
            yield token.head
    elif where == "modified":
        if token.dep_ in ("amod", "compound"):
            yield token.head
    elif where in _BEHIND:
        yield from prep_objects(token, *_BEHIND[where])
    else:
        found = _doer(token) if where == "subject" else _done_to(token)
        if found is not None:
            yield found
            yield from (c for c in kids(found) if c.dep_ == "appos")  # "a magnitude 6 | quake"


def _doer(verb: Token) -> Token | None:
    return _agent(verb) if passive(verb, headline=False) else subject(verb)


def _done_to(verb: Token) -> Token | None:
    return subject(verb) if passive(verb, headline=False) else child(verb, "dobj")


def _agent(verb: Token) -> Token | None:
    by = child(verb, "agent")
    return child(by, "pobj") if by is not None else None


def _prevented(token: Token, unless: str) -> bool:
    """Whether what the row excepts is the case."""
    if unless == "person":
        whom = _done_to(token)
        return whom is not None and person_noun(whom) is not None
    if unless == "undone":
        doer = _doer(token)
        return doer is None or lemma(doer) in words("sense_words", list="flame")
    if unless == "striker":
        return _strikes(token)
    if unless == "mindless":
        who = _doer(token)
        return who is None or not _living(who, frozenset())
    return unless == "target" and (_has_target(token) or _kills(token))


def _strikes(verb: Token) -> bool:
    """Whether a weapon, a vehicle or an attack does it, or it is suffered."""
    if passive(verb, headline=False):
        return True
    doer = subject(verb)
    striking = words("weapons", "noun") | words("events", "lemma", event_type="ASSAULT")
    return doer is not None and lemma(doer) in striking | words("sense_words", list="vehicle")


def _has_target(strike: Token) -> bool:
    """ "A strike *on the camp*"; not "on Monday", "on the railways", "against the cuts"."""
    excepted = words("sense_words", list="workplace") | words("sense_words", list="grievance")
    aimed = prep_objects(strike, "on", "against", "near", "at")
    return any(
        thing.ent_type_ not in ("DATE", "TIME") and not _is_one(thing, excepted)
        for thing in aimed
        if thing.head.lower_ != "at" or thing.ent_type_ == "FAC"
    )


def _kills(strike: Token) -> bool:
    """ "The strike *killed* four", "a strike that *left* four dead", "killed *in* a strike"."""
    clauses = [c for c in kids(strike) if c.dep_ in ("relcl", "acl")]
    if strike.dep_ in ("nsubj", "nsubjpass"):
        clauses.append(strike.head)
    if strike.dep_ in ("pobj", "agent") and strike.head.lower_ in ("in", "by", "from"):
        clauses.append(strike.head.head)
    harmful = _harmful()
    return any(harmful & {lemma(t), t.lower_} for verb in clauses for t in (verb, *_with_it(verb)))


def _with_it(verb: Token) -> Iterator[Token]:
    """What belongs to a verb's own telling: its object with what is said of that."""
    for each in kids(verb):
        if each.dep_ in ("dobj", "oprd", "acomp", "conj", "ccomp", "xcomp"):
            yield each
            yield from kids(each)


def _about(report: Collection[str], listed: frozenset[str]) -> bool:
    """Whether the report is about what these words are used for and tells of no weapons and of
    nobody killed or hurt."""
    deadly = _weapons() | _harmful()
    return len(listed.intersection(report)) >= _ENOUGH and not deadly.intersection(report)


@cache
def _harmful() -> frozenset[str]:
    """Words that tell of the killed and the hurt, and of what is destroyed."""
    return frozenset(
        row["lemma"]
        for row in lexicon("events")
        if row["pos"] != "PHRASE" and (row["affects"] in _HARM or row["kind"] == "destruction")
    )


@cache
def _weapons() -> frozenset[str]:
    return frozenset(row["noun"] for row in lexicon("weapons") if row["kind"])
