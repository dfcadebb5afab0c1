"""Whether a line at the head of a text can name who publishes it: no headline, no writer.

Shared by the room that reads heads and the one that makes voices.
"""

import re
from functools import cache

from rashomon.data import lexicon
from rashomon.data.kinds import kind
from rashomon.data.known_names import known
from rashomon.data.phrases import words
from rashomon.data.spelling import fold
from rashomon.data.spelling import words as words_of

_WRITER = 3  # words of a writer's name
_BY = re.compile(r"by\s", re.IGNORECASE)
_CAPITAL = re.compile(r"[^\W\d_]")


def cased(line: str) -> bool:
    """Whether every word is written as in a name, the first with a capital letter."""
    found = line.split()
    return bool(found) and found[0][0].isupper() and all(map(_cased, found))


def publishes(line: str) -> bool:
    """Whether a line may be the name of who publishes: a headline tells of something, and a name
    that nothing shows to be a publisher's may be the writer's."""
    if tells(line) or _BY.match(line):
        return False
    return named_as_publisher(line) or not _of_writer(line)


def tells(line: str) -> bool:
    """Whether a line says what happened: it begins with a number, has a word that no name of a
    publisher has ("after", "was"), or a verb of the events that are told of."""
    lower = [word.strip(".,:;!?'’\"“”()").lower() for word in line.split()]
    named = _named(line)
    if any(word in _plain_words() for word in lower) or (not named and _number(lower[0])):
        return True
    verbs = _violent_forms() if named else _verb_forms()
    if any(word in verbs for word in lower[1:]) or _people_act(lower):
        return True
    return not named and _of_event(lower)


def _of_event(lower: list[str]) -> bool:
    """ "*Massacre in* the Market", "The *Killing of* a Clerk", "The Harbour *Bombing*", "Monday's
    *Attack in* Review"; "Operation Grey Heron" and "Survivors of Torture" are names."""
    bare = lower[1:] if lower[0] in words("head_words", "phrase", use="article") else lower
    if len(bare) > 1 and bare[0] in _events() and bare[1] in _small():
        return True
    inner = zip(bare, bare[1:], [*bare[2:], ""], strict=False)
    return any(
        word in _harmful_events() and before not in _small() and (not behind or behind in _small())
        for before, word, behind in inner
    )


def _people_act(lower: list[str]) -> bool:
    """ "*Gunmen storm* Harbour Post": people and the verb that they are the subject of."""
    who, one = lower[0], words("people", "noun", type="person")
    several = who.endswith("s") and who.removesuffix("s") in one
    several = several or (who.endswith("men") and who.replace("men", "man") in one)
    acting = several or who in words("people", "noun", number="plural")
    return acting and len(lower) > 2 and lower[1] in _violent_verbs()


def named_as_publisher(line: str) -> bool:
    """Whether the name itself tells: a masthead's word, a body's noun, a known name, an article."""
    return _named(line) or line.split()[0].lower() in words("head_words", "phrase", use="article")


def is_press(name: str) -> bool:
    """Whether the name is a paper's, a station's or an agency's by its words or the lexicons."""
    lower = {word.strip(".,'’").lower() for word in name.split()}
    body = known(name)
    kind = body.kind if body is not None else kind_by_nouns(name)
    return bool(lower & words("mastheads")) or kind in ("agency", "outlet")


def kind_by_nouns(name: str) -> str | None:
    """The kind that the nouns of a name give it: "Larnos Harbour Authority"."""
    found = [word.folded for word in words_of(name)]
    tail = _nouns("tail")
    for size in (3, 2, 1):
        if len(found) > size and " ".join(found[-size:]) in tail:
            return tail[" ".join(found[-size:])]
    start = found[1:] if found[:1] == ["the"] else found
    if len(start) > 2 and start[1] in ("of", "for"):
        return _nouns("head").get(start[0])
    return None


def _named(line: str) -> bool:
    lower = {word.strip(".,'’").lower() for word in line.split()}
    if lower & (words("mastheads") | words("documents", "words", use="series")):
        return True
    return known(line) is not None or kind_by_nouns(line) is not None


def _cased(word: str) -> bool:
    """A capital at the front, or behind an article of its own ("as-Sadwa"); signs have none."""
    if word[0].isupper() or word.lower() in _small():
        return True
    return word.partition("-")[2][:1].isupper() or not _CAPITAL.search(word)


def _of_writer(line: str) -> bool:
    """ "Ana M. Berel": a given name and one or two more words."""
    found = line.split()
    short = 1 < len(found) <= _WRITER and "-" not in found
    return short and fold(found[0]) in words("given_names", "name")


@cache
def _plain_words() -> frozenset[str]:
    return words("function_words") - _small()


def _number(word: str) -> bool:
    return word.isdigit() or word in words("weighing_words", use="number")


def _small() -> frozenset[str]:
    """Words that stand in names without a capital ("of", "de los")."""
    return words("head_words", "phrase", use="small")


@cache
def _nouns(position: str) -> dict[str, str]:
    return {
        row["noun"]: row["kind"] for row in lexicon("name_nouns") if row["position"] == position
    }


@cache
def _verb_forms() -> frozenset[str]:
    """Verbs of events as headlines have them, in the present and the past."""
    verbs = words("events", "lemma", pos="VERB") | words("headline_verbs", "verb")
    return _inflected(verbs) | words("event_cues", role="headline")


@cache
def _violent_forms() -> frozenset[str]:
    """The same of those who attack, kill and hurt, which no name of a body has."""
    return _inflected(_violent_verbs()) | words("event_cues", role="headline")


@cache
def _violent_verbs() -> frozenset[str]:
    rows = [row for row in lexicon("events") if row["pos"] == "VERB"]
    return frozenset(r["lemma"] for r in rows if r["affects"] or r["event_type"] == "ASSAULT")


@cache
def _events() -> frozenset[str]:
    """Nouns for what happens: "*Massacre* at the Market"."""
    rows = [row for row in lexicon("events") if row["pos"] == "NOUN"]
    return frozenset(r["lemma"] for r in rows if kind(r["kind"]).role in ("event", "effect"))


@cache
def _harmful_events() -> frozenset[str]:
    """The same of attacks and of what hurts and destroys without one."""
    nouns = frozenset(
        r["lemma"]
        for r in lexicon("events")
        if r["pos"] == "NOUN" and (r["event_type"] == "ASSAULT" or r["kind"] in _CALAMITIES)
    )
    return nouns & _events()


def _inflected(verbs: frozenset[str]) -> frozenset[str]:
    stems = {verb.removesuffix("e") for verb in verbs}
    return frozenset(f"{v}s" for v in verbs) | frozenset(f"{s}{e}" for s in stems for e in _ENDINGS)


_CALAMITIES = frozenset({"explosion", "fire", "accident", "disaster"})
_ENDINGS = ("es", "ed")
