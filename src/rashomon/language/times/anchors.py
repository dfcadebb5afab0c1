"""Times counted from an event: "two days after the strike", where the report tells its day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Token

from rashomon.data.kinds import kind, kinds_of
from rashomon.language.times import calendar
from rashomon.language.times.calendar import Period
from rashomon.language.times.periods import GRANULARITY
from rashomon.language.times.reading import Reading
from rashomon.language.times.scene import Scene
from rashomon.language.times.tense import cues

_LENGTH = re.compile(r"P([0-9]{1,4})([DWMY])")
_UNITS: dict[str, Period] = {"D": "D", "W": "W", "M": "MO", "Y": "Y"}
_STEPS = {"before": -1, "after": 1, "following": 1}
_CLOSE = frozenset({"nsubj", "nsubjpass", "dobj"})
_STEPS_UP = 8
_THE_SAME_WORD = 3
_REACH = 3  # tokens from the expression to the word that says before or after what


@dataclass(frozen=True, slots=True)
class Told:
    """A day that the report tells, and the words of what it is the day of."""

    start: int
    day: Reading
    words: frozenset[str]


def anchored(reading: Reading, end: int, told: Sequence[Told], scene: Scene) -> Reading:
    """The reading with the days that it means, where the report tells the day of the event.

    ``end`` is the end of the expression. The day is that of the last telling of the event before
    the expression, else of the first after it; a telling in the same word counts more than one
    of the same kind.
    """
    sign = _sign(end, scene)
    event = _event(sign) if sign is not None else ""
    if sign is None or not event:
        return reading
    fitting = [(_likeness(event, each.words), each) for each in told]
    best = max((likeness for likeness, _ in fitting), default=0)
    if best < (_THE_SAME_WORD if _said_of_the_one_told(sign) else 1):
        return reading
    known = [each for likeness, each in fitting if likeness == best]
    before = [each for each in known if each.start < end]
    base = before[-1] if before else known[0]
    return _counted(reading, base.day, _STEPS[sign.lower_])


def telling(start: int, scene: Scene) -> frozenset[str]:
    """Lemmas of the nouns over a time up to the first verb, of the verb, its subject and object:
    "the *raid began* on Monday"."""
    token = scene.token(start)
    found: set[str] = set()
    for _ in range(_STEPS_UP):
        if token is None or token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in ("NOUN", "VERB", "AUX"):
            found.add(token.lemma_.lower())
        if token.pos_ in ("VERB", "AUX"):
            near = (child for child in token.children if child.dep_ in _CLOSE)
            return frozenset(found | {child.lemma_.lower() for child in near})
    return frozenset(found)


def _sign(end: int, scene: Scene) -> Token | None:
    """The "after" or "before" at the end of the expression or right behind it."""
    last = scene.token(end - 1)
    if last is None or not scene.parsed:
        return None
    near = scene.doc[last.i : last.i + _REACH]
    return next((token for token in near if token.lower_ in cues("event")), None)


def _event(sign: Token) -> str:
    """The lemma of what comes after it: "after the *strike*", "after gunmen *stormed* the hall"."""
    if sign.dep_ == "mark":
        return sign.head.lemma_.lower()
    return next((child.lemma_.lower() for child in sign.rights if child.dep_ == "pobj"), "")


def _said_of_the_one_told(sign: Token) -> bool:
    """ "The attack *came* a day after gunmen stormed …": the day told before is that of the attack,
    unless what came before is named by the same word."""
    return any(token.lemma_.lower() in cues("came") for token in islice(sign.ancestors, 2))


def _likeness(event: str, words: frozenset[str]) -> int:
    """``_THE_SAME_WORD`` (3), 2 for the same kind of event, 1 for kinds of which one is within the
    other or part of it, 0 for another event."""
    if event in words:
        return _THE_SAME_WORD
    mine = kinds_of(event)
    theirs = frozenset().union(*(kinds_of(word) for word in sorted(words)))
    if mine & theirs:
        return 2
    return int(mine & _around(theirs) != frozenset() or theirs & _around(mine) != frozenset())


def _around(names: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(kind(name).within | kind(name).part_of for name in sorted(names)))


def _counted(reading: Reading, base: Reading, sign: int) -> Reading:
    """So many units from the event's day; its value stays where it is a length."""
    length = _LENGTH.fullmatch(reading.timex)
    count, unit = (int(length[1]), _UNITS[length[2]]) if length else (1, "D")
    if reading.type == "DURATION" and length is None:
        return reading
    if unit == "D":
        day = base.shifted(sign * count)
        if reading.type == "DATE":
            return replace(day, anchor="event")
        return replace(day, timex=reading.timex, type=reading.type, anchor="event")
    if base.days is None:
        return reading
    try:
        middle = calendar.move(base.days[0], unit, sign * count)
        days = calendar.padded(unit, (middle, middle), middle)
    except OverflowError:
        return reading
    return replace(reading, days=days, granularity=GRANULARITY[unit])
