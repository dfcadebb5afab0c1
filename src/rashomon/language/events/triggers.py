"""Which words tell of an event: ``events.tsv`` without ``idioms.tsv``."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma, person_noun
from rashomon.language.counts.tree import kids, lefts
from rashomon.language.events.cues import cues, headline_verbs
from rashomon.language.events.grammar import child
from rashomon.language.events.senses import sense_of

_POS = {
    "VERB": frozenset({"VERB", "AUX"}),
    "NOUN": frozenset({"NOUN", "PROPN"}),
    "ADJ": frozenset({"ADJ", "ADV"}),
}
_NOUNS = frozenset({"NOUN", "PROPN"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_FIRST_WORDS = 3
_HANDLE = 6  # tokens that the name of an account may be cut into
_DEADLY = words("grammar_words", use="deadly")
_ANSWERS = words("grammar_words", use="answer")
_AS_AN_ANSWER = frozenset({"in", "as"})
# "Strike Street", "March 2029": names and dates made of words for events.
_NOT_EVENTS = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC", "LAW", "DATE"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of ``events.tsv``."""

    lemma: str
    pos: str
    kind: str
    event_type: str | None
    mode: str | None
    affects: str | None
    victim: str
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words [start, end) of the document that tell of an event; ``head`` carries its grammar."""

    start: int
    end: int
    head: Token
    entry: Entry
    affects: str | None

    @property
    def at(self) -> int:
        """Where the trigger starts in the text: its name among the document's triggers."""
        return self.head.doc[self.start].idx

    @property
    def nominal(self) -> bool:
        """Whether the trigger behaves as a noun."""
        return self.head.pos_ in ("NOUN", "PROPN") and self.entry.pos in ("NOUN", "PHRASE")


Pattern = tuple[frozenset[str] | None, ...]  # None: any one word or none


def _pattern(text: str) -> Pattern:
    parts = text.split()
    return tuple(None if part == "?" else frozenset(part.split("|")) for part in parts)


def _indexed(
    patterns: list[tuple[Pattern, Entry | None]],
) -> dict[str, list[tuple[Pattern, Entry | None]]]:
    table: dict[str, list[tuple[Pattern, Entry | None]]] = {}
    for pattern, entry in sorted(patterns, key=lambda p: -len(p[0])):
        for word in sorted(pattern[0] or ()):
            table.setdefault(word, []).append((pattern, entry))
    return table


@cache
def _entries() -> dict[str, dict[str, Entry]]:
    """Part of speech -> lemma -> entry; "PHRASE" under its own name."""
    table: dict[str, dict[str, Entry]] = {"VERB": {}, "NOUN": {}, "ADJ": {}, "PHRASE": {}}
    for row in lexicon("events"):
        table[row["pos"]][row["lemma"]] = Entry(
            row["lemma"],
            row["pos"],
            row["kind"],
            row["event_type"] or None,
            row["mode"] or None,
            row["affects"] or None,
            row["victim"] or "object",
            frozenset(row["flags"].split()),
        )
    return table


@cache
def _phrases() -> dict[str, list[tuple[Pattern, Entry | None]]]:
    return _indexed([(_pattern(p.replace("-", " - ")), e) for p, e in _entries()["PHRASE"].items()])


@cache
def _idioms() -> dict[str, list[tuple[Pattern, Entry | None]]]:
    return _indexed(
        [(_pattern(row["phrase"]), None) for row in lexicon("idioms") if not row["pos"]]
    )


@cache
def _noun_idioms() -> dict[str, list[tuple[Pattern, Entry | None]]]:
    return _indexed([(_pattern(row["phrase"]), None) for row in lexicon("idioms") if row["pos"]])


@cache
def _single() -> frozenset[str]:
    table = _entries()
    return frozenset(table["VERB"]) | frozenset(table["NOUN"]) | frozenset(table["ADJ"])


class _Words:
    """The forms under which each word of a document can stand in a pattern."""

    __slots__ = ("_lemmas", "forms")

    def __init__(self, doc: Doc) -> None:
        self.forms = [(lemma(token), token.lower_) for token in doc]
        self._lemmas: frozenset[str] | None = None

    def lemmas(self) -> frozenset[str]:
        """The dictionary forms of the whole document."""
        if self._lemmas is None:
            self._lemmas = frozenset(form for form, _ in self.forms)
        return self._lemmas

    def match(self, pattern: Pattern, at: int) -> int | None:
        """Where a match of ``pattern`` that begins at ``at`` ends, or ``None``."""
        for position, part in enumerate(pattern):
            if part is None:
                rest = pattern[position + 1 :]
                if not rest:
                    return at
                here = self.match(rest, at)
                return here if here is not None else self.match(rest, at + 1)
            if at >= len(self.forms) or not (
                self.forms[at][0] in part or self.forms[at][1] in part
            ):
                return None
            at += 1
        return at

    def longest(
        self, table: dict[str, list[tuple[Pattern, Entry | None]]], at: int
    ) -> tuple[int, Entry | None] | None:
        """The longest pattern of ``table`` at this word: its end and entry."""
        best: tuple[int, Entry | None] | None = None
        for form in dict.fromkeys(self.forms[at]):
            for pattern, entry in table.get(form, ()):
                end = self.match(pattern, at)
                if end is not None and (best is None or end > best[0]):
                    best = (end, entry)
        return best


def triggers(doc: Doc) -> Iterator[Trigger]:
    """Every trigger of the document, in order, without overlaps."""
    words = _Words(doc)
    idiomatic = _idiomatic(doc, words)
    at = 0
    while at < len(doc):
        found = None if at in idiomatic else _at(doc, words, at)
        if found is not None:
            yield found
        at = found.end if found is not None else at + 1


def _idiomatic(doc: Doc, words: _Words) -> set[int]:
    inside: set[int] = set()
    table = _idioms()
    for at in range(len(doc)):
        found = words.longest(table, at)
        if found is None and doc[at].pos_ != "VERB":
            found = words.longest(_noun_idioms(), at)
        if found is not None:
            inside.update(range(at, found[0]))
    return inside


def _at(doc: Doc, words: _Words, at: int) -> Trigger | None:
    if _in_handle(doc[at]):
        return None
    acted = _acted_in_headline(doc[at], words.forms[at])
    if acted is not None:
        return Trigger(at, at + 1, doc[at], acted, acted.affects)
    phrase = words.longest(_phrases(), at)
    if phrase is not None and phrase[1] is not None:
        head = _head(doc, at, phrase[0])
        told = doc[at : phrase[0]]
        idle = _idle(head, phrase[1])
        clause = _clause(doc[at], head) or _thing(doc[at], phrase[1]) or _which(doc[at], phrase[1])
        meant = _meant(head, phrase[1], words)
        if meant is not None and not (idle or clause or _finite(told, meant)):
            return Trigger(at, phrase[0], head, meant, meant.affects)
    token = doc[at]
    forms = words.forms[at]
    if not _may_be_one(forms):
        return None
    entry = _taken(token) or _entry(token) or _to_hospital(token) or _of_some(token)
    entry = _meant(token, entry, words) if entry is not None else None
    if entry is None:
        return None
    trigger = Trigger(at, at + 1, token, entry, entry.affects)
    return _of_victims(trigger) if trigger.nominal else _deadly(trigger)


def _meant(token: Token, entry: Entry, words: _Words) -> Entry | None:
    """What the word tells of beside the words around it, or ``None`` if of no event."""
    word = entry.lemma if entry.pos == "PHRASE" else lemma(token)
    sense = sense_of(token, word, entry.pos, words.lemmas)
    if sense is None:
        return entry
    if not sense.kind:
        return None
    return replace(
        entry, kind=sense.kind, event_type=sense.event_type, mode=sense.mode, affects=None
    )


def _in_handle(token: Token) -> bool:
    """ "@Storm_Watch": the name of an account tells of nothing."""
    doc, at = token.doc, token.i
    while at > 0 and not doc[at - 1].whitespace_ and token.i - at < _HANDLE:
        at -= 1
        if doc[at].text.startswith("@"):
            return True
    return token.text.startswith("@")


def _may_be_one(forms: tuple[str, str]) -> bool:
    single = _single()
    if forms[1] in _DEADLY:
        return True
    known = forms[0] in single or forms[1] in single or forms[1] in cues("degree")
    carried = forms[0] in cues("carry") or forms[0] in cues("take")
    return known or carried or forms[1] in headline_verbs()


def _of_some(token: Token) -> Entry | None:
    """ "five were shot, *one fatally*", "two of them *gravely*": how it went for some."""
    entry = _entries()["ADJ"].get("dead" if token.lower_ in _DEADLY else "injured")
    if token.lower_ not in _DEADLY | cues("degree"):
        return None
    return entry if numbered(token) is not None else None


def numbered(token: Token) -> Token | None:
    """The number right before an adverb, which it tells of, alone or with "of them"."""
    before = token.doc[max(token.sent.start, token.i - 3) : token.i]
    if before and before[-1].pos_ == "NUM":
        return before[-1]
    if len(before) == 3 and before[0].pos_ == "NUM" and before[1].lower_ == "of":
        return before[0] if before[2].lower_ in ("them", "whom", "these", "those") else None
    return None


def _taken(token: Token) -> Entry | None:
    """ "Gunmen *took* twelve pupils", "*snatched* a girl": people are taken. Whom the police seize
    is arrested; "take" says so only of those who abduct."""
    verb = lemma(token)
    if token.pos_ != "VERB" or verb not in cues("take"):
        return None
    victim = child(token, "dobj", "nsubjpass")
    if victim is None or (person_noun(victim) is None and victim.ent_type_ != "PERSON"):
        return None
    agents = [o for c in kids(token) if c.dep_ == "agent" for o in kids(c)]
    who = agents[0] if agents else child(token, "nsubj")
    by = lemma(who) if who is not None else ""
    if by in cues("guard"):
        return _entries()["VERB"]["arrest"] if verb != "take" else None
    armed = who is not None and any(lemma(c) in cues("armed") for c in lefts(who))
    sure = verb != "take" or ((armed or by in cues("captor")) and not _brings(token))
    return _entries()["VERB"]["abduct"] if sure else None


def _brings(verb: Token) -> bool:
    """ "took them *to hospital*"."""
    return any(c.dep_ == "prep" and c.lower_ == "to" for c in kids(verb))


def _to_hospital(token: Token) -> Entry | None:
    """ "sent five people to the hospital": the words between are whom it counts."""
    if token.pos_ != "VERB" or lemma(token) not in cues("carry"):
        return None
    for prep in kids(token):
        if prep.dep_ == "prep" and prep.lower_ == "to":
            places = [lemma(t) for obj in kids(prep) for t in (obj, *lefts(obj))]
            if any(place in cues("care") for place in places):
                return _entries()["PHRASE"]["take to hospital"]
    return None


def _idle(head: Token, entry: Entry) -> bool:
    """ "the fins *of mortar rounds*": a weapon that lies there."""
    return "weapon" in entry.flags and head.dep_ == "pobj" and head.head.lower_ == "of"


def _clause(first: Token, head: Token) -> bool:
    """ "a *bus crashed*", "*terrorists attacked*", "a wave of cold *air struck*": a subject and its
    verb, not a compound noun."""
    subjects = ("nsubj", "nsubjpass")
    within = first.dep_ == "pobj" and head.pos_ == "VERB" and first.head.head.dep_ in subjects
    acts = (first.dep_ in subjects and first.head == head) or within
    return acts and lemma(head) in _entries()["VERB"]


def _thing(first: Token, entry: Entry) -> bool:
    """ "a *fire at* the depot": a noun with its article where the phrase wants a verb."""
    noun = first.pos_ in ("NOUN", "PROPN") and any(
        c.dep_ in ("det", "amod", "nummod") for c in lefts(first)
    )
    return noun and lemma(first) in _entries()["VERB"] and entry.kind != _kind_of_noun(first)


def _which(first: Token, entry: Entry) -> bool:
    """ "At the *blocked bridge*": which one it is, not that somebody blocked it now."""
    return entry.kind == "blockade" and first.dep_ == "amod"


def _finite(told: Span, entry: Entry) -> bool:
    """ "a number of people *were killed*" tells of them, and gives no figure of a toll."""
    return "toll" in entry.flags and any(t.dep_ in ("aux", "auxpass") for t in told)


def _kind_of_noun(token: Token) -> str | None:
    entry = _entries()["NOUN"].get(lemma(token))
    return entry.kind if entry is not None else None


def noun_event(token: Token, weapons: bool = False) -> bool:
    """Whether a noun names an event ("the *strike* killed …") and not those who act; a weapon that
    is an event when it acts ("a *bomb* killed …") counts as one where ``weapons``."""
    entry = _entries()["NOUN"].get(lemma(token)) if token.pos_ == "NOUN" else None
    if entry is None or "victim-noun" in entry.flags or person_noun(token) is not None:
        return False
    return weapons or "weapon" not in entry.flags


def _head(doc: Doc, start: int, end: int) -> Token:
    """The word of a phrase that has its subject and object."""
    for token in doc[start:end]:
        if token.pos_ == "VERB" and token.dep_ not in ("amod", "compound"):
            return token
    return doc[start:end].root


def verb_kind(verb: Token) -> str | None:
    """The kind of event that a verb tells by itself, if it tells one."""
    entry = _entries()["VERB"].get(lemma(verb))
    return entry.kind if entry is not None else None


def _entry(token: Token) -> Entry | None:
    table = _entries()
    for pos in ("VERB", "NOUN", "ADJ"):
        if token.pos_ in _POS[pos]:
            entry = table[pos].get(lemma(token)) or table[pos].get(token.lower_)
            if entry is not None and _is_event(token, entry):
                return entry
    if token.pos_ == "VERB" and token.lower_ in table["ADJ"]:
        return table["ADJ"][token.lower_]
    if token.pos_ == "NOUN" and any(child.lower_ == "the" for child in lefts(token)):
        people = table["ADJ"].get(token.lower_)  # "six of *the dead*"
        return people if people is not None and "victim-noun" in people.flags else None
    return _in_headline(token)


def _is_event(token: Token, entry: Entry) -> bool:
    if token.pos_ == "PROPN" and token.ent_type_ in _NOT_EVENTS:
        return False
    if "weapon" in entry.flags and token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if "aimed" in entry.flags and not _aimed(token):
        return False
    if entry.affects == "injured" and token.dep_ == "pobj":  # "died of his wounds"
        return lemma(token.head.head) not in ("die", "succumb", "kill")
    if _says_why(token) or _a_name(token):
        return False
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ == "compound":
        return (
            "alone" not in entry.flags
            and token.head.pos_ in ("NOUN", "PROPN")
            and person_noun(token.head) is None
        )
    return True


def _a_name(noun: Token) -> bool:
    """ "*Slaughter*, the mother of two, said …": a person of that name, who speaks."""
    speaks = noun.dep_ == "nsubj" and lemma(noun.head) in words("reporting_verbs", "verb")
    apposed = (person_noun(child) for child in kids(noun) if child.dep_ == "appos")
    return noun.pos_ == "PROPN" and speaks and any(row is not None for row in apposed)


def _says_why(noun: Token) -> bool:
    """ "In *retaliation*", "in an apparent *reprisal*": what the deed beside it was done for."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _AS_AN_ANSWER and lemma(noun) in _ANSWERS


def _aimed(noun: Token) -> bool:
    """ "carried out an operation at dawn *against* the ship"."""
    return any(c.lower_ == "against" for word in (noun, noun.head) for c in kids(word))


def _in_headline(token: Token) -> Entry | None:
    if token.pos_ not in ("PROPN", "NOUN", "ADJ") or token.i == 0:
        return None
    verb = headline_verbs().get(token.lower_)
    if verb is None:
        return None
    before = token.nbor(-1)
    people = person_noun(before) is not None or before.pos_ == "NUM"
    return _entries()["VERB"][verb] if people else None


def _acted_in_headline(token: Token, forms: tuple[str, str]) -> Entry | None:
    """ "Crowd *storms* consulate": a verb that the tagger takes for a noun, between people and
    what they act upon, where the noun would tell of something else or of nothing."""
    verb = _entries()["VERB"].get(forms[0].removesuffix("s"))
    noun = _entries()["NOUN"].get(forms[0].removesuffix("s"))
    if verb is None or token.pos_ not in _NOUNS or not 0 < token.i < len(token.doc) - 1:
        return None
    if noun is not None and noun.kind == verb.kind and _is_event(token, noun):
        return None
    before, after = token.nbor(-1), token.nbor(1)
    if before.tag_ == "TO" and token.dep_ != "pobj":
        return verb  # "tried to *storm* parliament"
    if not token.lower_.endswith(("s", "ed")) and not _several(before):
        return None
    acted_upon = after.pos_ in ("PROPN", "NOUN", "DET", "ADJ", "NUM") and not after.is_punct
    if noun is None or noun.kind == verb.kind:
        acted_upon = acted_upon and _verbless(token)
    return verb if person_noun(before) is not None and acted_upon else None


def _several(token: Token) -> bool:
    """ "Gunmen", "protesters", "police"; at the head of a text also tagged as a name."""
    people = person_noun(token)
    if people is None:
        return False
    return people.plural or token.tag_ in ("NNS", "NNPS") or token.lower_ != people.noun


def _verbless(token: Token) -> bool:
    """Whether these are the first words of a sentence that has no other verb up to a comma."""
    if token.i - token.sent.start > _FIRST_WORDS:
        return False
    clause = takewhile(lambda word: not word.is_punct, token.doc[token.i + 1 : token.sent.end])
    return not any(word.tag_ in _FINITE for word in clause)


def _deadly(trigger: Trigger) -> Trigger:
    """ "shot … dead", "beaten … to death", "fatally stabbed", "shot her and killed": killed."""
    verb = trigger.head
    if trigger.entry.pos != "VERB" or trigger.entry.kind in ("death", "killing"):
        return trigger
    deadly = any(child.lower_ == "dead" or child.lower_ in _DEADLY for child in kids(verb))
    to_death = any(
        child.lower_ == "to" and any(lemma(g) == "death" for g in kids(child))
        for child in kids(verb)
    )
    if not deadly and not to_death:
        return trigger
    return Trigger(trigger.start, trigger.end, verb, trigger.entry, "killed")


def _of_victims(trigger: Trigger) -> Trigger:
    """ "the shooting of two men" counts them as hurt, "the fatal shooting of …" as killed; how many
    of a "fatal double shooting" died is not said."""
    noun = trigger.head
    if noun.lemma_ not in ("shooting", "stabbing", "beating"):
        return trigger
    fatal = any(child.lower_ in ("fatal", "deadly") for child in kids(noun))
    of = any(child.lower_ == "of" for child in kids(noun))
    sized = any(child.lower_ in ("double", "triple", "quadruple") for child in kids(noun))
    if not (of or sized):
        return trigger
    affects = "casualties" if fatal and sized else "killed" if fatal else "injured"
    return Trigger(trigger.start, trigger.end, noun, trigger.entry, affects)
