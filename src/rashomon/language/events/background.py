"""What is told only as background: earlier events, other incidents, running totals."""

import datetime as dt
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from rashomon.data.kinds import kind
from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma
from rashomon.language.counts.tree import kids, lefts
from rashomon.language.events.cues import cues
from rashomon.language.events.grammar import clause_verb
from rashomon.language.events.triggers import Trigger
from rashomon.model.annotations import TimeMention
from rashomon.model.times import moment

_EARLIER_DAYS = 6  # within a week of the main event reports still tell of one chain of events
_OLD_DAYS = 60  # no news: where no day is told, what lies so far back is what came before
_APART = words("grammar_words", use="set-apart")
_PAST = words("grammar_words", use="past")
_OTHER = words("grammar_words", use="one-more")
_LONG_AGO = words("grammar_words", use="long-ago")
_BEFORE = words("grammar_words", use="before")
_ANSWERS = words("grammar_words", use="answer")
SETTING = "setting"
"""How the reason begins where an event is only what went on beside another."""
_GOES_ON = words("grammar_words", use="goes-on")
_BESIDE = words("grammar_words", use="beside")
_AMID = words("grammar_words", use="amid")
_CLIMB = 12
_BEGAN = words("grammar_words", use="began")


def apart(trigger: Trigger) -> str | None:
    """The words that set this event apart from the one told of: "a second", "separate"."""
    head = trigger.head
    if trigger.nominal and not _of_people(trigger) and not _said_of_it(head):
        found = _setting_apart(head)
        if found is not None:
            return found
    verb = clause_verb(head)
    for prep in [*kids(verb), *kids(head)]:
        if prep.dep_ != "prep" or prep.lower_ not in ("in", "during", "at"):
            continue
        for noun in kids(prep):
            if noun.dep_ == "pobj" and lemma(noun) in cues("incident"):
                words = _setting_apart(noun)
                if words is not None:
                    return words
    return None


def _of_people(trigger: Trigger) -> bool:
    """ "Other casualties", "a second death": more people, and no further event."""
    return trigger.entry.kind != "killing" and kind(trigger.entry.kind).role == "effect"


def _said_of_it(noun: Token) -> bool:
    """ "It was the second shooting at the club": which one it was; "there was a second shooting"
    tells of another."""
    verb = noun.head
    if noun.dep_ != "attr" or lemma(verb) != "be":
        return False
    return any(c.dep_ == "nsubj" for c in kids(verb))


def _setting_apart(noun: Token) -> str | None:
    for word in lefts(noun):
        if word.lower_ in _APART or (word.lower_ in _OTHER and word.dep_ in ("amod", "det")):
            return str(word.text)
    return None


class Background:
    """Judges triggers against the time that the report is mainly about."""

    __slots__ = ("_lately", "_published", "doc", "main")

    def __init__(self, doc: Doc) -> None:
        """Take the day of publication, if known, from ``doc``."""
        self.doc = doc
        self._published: dt.date | None = doc._.published
        self.main: tuple[dt.date, dt.date] | None = None
        self._lately = False

    def days(self, time: TimeMention) -> tuple[dt.date, dt.date] | None:
        """First and last day of a time, or ``None`` where it hangs on an unknown day."""
        interval = time.interval
        if interval is None and time.offset is not None and self._published is not None:
            interval = time.offset.from_day(self._published)
        if interval is None:
            return None
        return moment(interval.earliest).date(), moment(interval.latest, end=True).date()

    def settle(self, times: Sequence[TimeMention]) -> None:
        """Take the main time from the first violent or public events' times (in text order)."""
        for time in times:
            days = self.days(time)
            if days is None and _of_last_week(time):
                self._lately = True
                return
            if days is not None and (days[1] - days[0]).days <= 2:
                self.main = days
                return

    def because(self, trigger: Trigger, time: TimeMention | None) -> str | None:
        """Why the event is background, or ``None``."""
        return (
            self._by_words(trigger)
            or _answered(trigger.head)
            or _setting(trigger)
            or (self._by_time(time) if time is not None else None)
            or self._since(trigger)
            or self._before(trigger)
        )

    def _by_words(self, trigger: Trigger) -> str | None:
        words = apart(trigger)
        if words is not None and words.lower() in _APART:
            return f"set apart: “{words}”"
        if trigger.nominal:
            past = next((c for c in lefts(trigger.head) if c.lower_ in _PAST), None)
            if past is not None:
                return f"earlier: “{past.text}”"
        return None

    def _by_time(self, time: TimeMention) -> str | None:
        text = time.exact.lower()
        days = self.days(time)
        if days is not None and self.main is not None:
            gap = (self.main[0] - days[1]).days
            return f"earlier time: “{time.exact}”" if gap > _EARLIER_DAYS else None
        if self._lately and time.interval is not None and time.granularity in ("month", "year"):
            return f"earlier time: “{time.exact}”"  # not the one that was "on Monday"
        told = any(words in text for words in _LONG_AGO) and not _recent(text)
        if told or (days is not None and self._long_before(days[1])):
            return f"earlier time: “{time.exact}”"
        return None

    def _long_before(self, day: dt.date) -> bool:
        """Whether a day lies too far back to be what the report is about."""
        return self._published is not None and (self._published - day).days > _OLD_DAYS

    def _since(self, trigger: Trigger) -> str | None:
        """ "the worst attack *since* gunmen killed …", "killed *since the war began*"."""
        token = trigger.head
        for _ in range(8):
            if token.lower_ == "since" and token.dep_ == "prep":
                return "compared: “since”"
            mark = [c for c in kids(token) if c.dep_ == "mark" and c.lower_ == "since"]
            if mark:
                return "compared: “since”"
            if token.head == token:
                break
            token = token.head
        return self._running(clause_verb(trigger.head))

    def _running(self, verb: Token) -> str | None:
        for word in kids(verb):
            if word.lower_ == "since" and word.dep_ == "prep":
                if any(lemma(o) in _BEGAN for o in kids(word)):
                    return "running total: “since”"
            elif word.dep_ == "advcl" and any(
                c.dep_ == "mark" and c.lower_ == "since" for c in kids(word)
            ):
                near = [word, *kids(word)]
                if any(lemma(t) in _BEGAN for t in near):
                    return "running total: “since”"
        return None

    def _before(self, trigger: Trigger) -> str | None:
        """Past perfect together with a word of time: "had *previously* attacked"; not "had
        *earlier* put the number of dead at nine", which is of what the report tells."""
        if "toll" in trigger.entry.flags:
            return None
        verb = clause_verb(trigger.head)
        had = any(c.dep_ == "aux" and c.lower_ in ("had", "’d", "'d") for c in kids(verb))
        if not had:
            return None
        word = next((c for c in kids(verb) if c.lower_ in _BEFORE), None)
        return f"earlier: “had {word.text}”" if word is not None else None


def _answered(token: Token) -> str | None:
    """ "In *answer to* the raid of Sunday …": what was answered came before; "vowed revenge for the
    raid" may speak of the very raid that is told."""
    for _ in range(_CLIMB):
        prep = token.head
        answers = prep.lower_ in ("to", "for") and lemma(prep.head) in _ANSWERS
        if token.dep_ == "pobj" and answers:
            only_vowed = lemma(prep.head.head) in cues("plan")
            return None if only_vowed else f"earlier: “{prep.head.text} {prep.text}”"
        if prep == token:
            return None
        token = prep
    return None


def _of_last_week(time: TimeMention) -> bool:
    """ "On Monday", said on a day that is not known."""
    return time.interval is None and time.offset is not None and time.offset.weekday is not None


def _setting(trigger: Trigger) -> str | None:
    """ "… killed two men, as *clashes* along the border continued", "amid *fighting*": the times in
    which something else happened."""
    head = trigger.head
    if not trigger.nominal:
        return None
    if head.dep_ == "pobj" and head.head.lower_ in _AMID:
        return f"{SETTING}: “{head.head.text}”"
    doc, before = head.doc, head.left_edge.i - 1
    if before < head.sent.start or doc[before].lower_ not in _BESIDE:
        return None
    verb = next((t for t in doc[head.i + 1 : head.sent.end] if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or lemma(verb) not in _GOES_ON:
        return None
    return f"{SETTING}: “{doc[before].text} … {verb.text}”"


def _recent(text: str) -> bool:
    return any(word in text for word in ("minute", "hour", "moment", "day"))
