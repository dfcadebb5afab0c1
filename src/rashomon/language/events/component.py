"""The spaCy component ``rashomon_events``: what happened → ``doc._.mentions``."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Token

from rashomon.data.kinds import is_saying, kind
from rashomon.data.phrases import words
from rashomon.language.counts.component import not_prose
from rashomon.language.counts.people import lemma
from rashomon.language.counts.tree import kids
from rashomon.language.events.background import SETTING, Background, apart
from rashomon.language.events.coding import coded
from rashomon.language.events.grammar import DEPTH, clause_verb
from rashomon.language.events.modality import is_known, modality, negated
from rashomon.language.events.roles import Role, Roles
from rashomon.language.events.ties import Ties, has_mark
from rashomon.language.events.triggers import Entry, Trigger, triggers, verb_kind
from rashomon.language.extensions import register
from rashomon.model.annotations import Argument, EventMention, Modality, PlaceMention, TimeMention
from rashomon.model.spans import Piece

_TELLING = frozenset({"meeting", "investigation", "legal", "charge", "hearing"})
_ABOUT_ANOTHER = words("grammar_words", use="about-another")
_APART = words("grammar_words", use="parts-clauses")
_BECAUSE = words("grammar_words", use="because-of")
_NUMBERS = words("grammar_words", use="number-of")
_UNDERGOES = words("grammar_words", use="undergoes")
_BORN = ("bear",)
_AT_ONCE = 4  # characters: "after the shooting on Monday"
_COUNTING = ("after", "before")
_WHEN_IT_WAS = re.compile(r",?\swhen\s[^,;.\n]{0,60}")
_UNREAL = ("planned", "hypothetical")
_FAR = 400  # characters; farther off in a sentence, a time or place belongs to something else


P = TypeVar("P", bound=Piece)


class Eventer:
    """Finds events in a parsed ``Doc``; holds no state between documents."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.mentions`` and return the same ``Doc``."""
        doc._.mentions = _Reader(doc).run() if doc.has_annotation("DEP") else ()
        return doc


@Language.factory(
    "rashomon_events",
    assigns=["doc._.mentions"],
    requires=["token.dep", "doc._.counts", "doc._.places", "doc._.times", "doc._.sections"],
)
def make_eventer(nlp: Language, name: str) -> Eventer:
    """The factory that spaCy calls."""
    register()
    return Eventer()


@dataclass(frozen=True, slots=True)
class _Found:
    """A trigger with what was read around it."""

    trigger: Trigger
    roles: tuple[Role, ...]
    tied: int | None
    place: PlaceMention | None
    time: TimeMention | None
    because: str | None = None


class _Reader:
    """One pass over one document."""

    __slots__ = ("background", "doc", "nouns", "roles", "starts", "times")

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.roles = Roles(doc, doc._.counts)
        self.background = Background(doc)
        self.starts = [place.start for place in doc._.places]
        # "sentenced to ten years", "after weeks of protests": how long says not when.
        # "a man born in 1977": when somebody was born says nothing of when he was hit.
        self.times = tuple(
            t for t in doc._.times if t.type not in ("DURATION", "SET") and t.governors[:1] != _BORN
        )

    def run(self) -> tuple[EventMention, ...]:
        skip = not_prose(self.doc)
        found = [t for t in triggers(self.doc) if not skip.meets(t.at, t.at + 1)]
        ties = Ties(found)
        verbs = frozenset(t.head.i for t in found if not t.nominal)
        self.nouns = frozenset(t.head.i for t in found if t.nominal)
        read = [self._read(trigger, ties, verbs) for trigger in found]
        read = [each for each in read if _tells(each)]
        main = [f.time for f in read if f.time is not None and not _telling(f.trigger.entry.kind)]
        self.background.settle(main)
        read = [replace(f, because=self.background.because(f.trigger, f.time)) for f in read]
        reasons = {f.trigger.at: f.because for f in read}
        kinds: dict[int | None, str] = {f.trigger.at: f.trigger.entry.kind for f in read}
        return tuple(
            self._mention(f, reasons, coded(f.trigger, f.roles, kinds.get(f.tied))) for f in read
        )

    def _read(self, trigger: Trigger, ties: Ties, verbs: frozenset[int]) -> _Found:
        return _Found(
            trigger,
            tuple(self.roles.of(trigger)),
            ties.of(trigger),
            _nearest(trigger, self.doc._.places, verbs, self.nouns),
            _nearest(trigger, self.times, verbs, self.nouns),
        )

    def _mention(self, found: _Found, reasons: dict[int, str | None], entry: Entry) -> EventMention:
        trigger = found.trigger
        because = found.because
        if because is None and found.tied is not None:
            because = reasons.get(found.tied)
            because = None if because and because.startswith(SETTING) else because
        span = self.doc[trigger.start : trigger.end]
        recipients = [(r.start, r.end) for r in found.roles if r.role == "recipient"]
        why = {"event_type": "not-in-scheme"} if entry.event_type is None else {}
        if entry.mode is None:
            why["mode"] = "not-in-scheme" if entry.event_type is None else "not-stated"
        return EventMention(
            start=span.start_char,
            end=span.end_char,
            exact=span.text,
            kind=entry.kind,
            event_type=entry.event_type,
            mode=entry.mode,
            modality=self._modality(found),
            negated=negated(trigger, recipients),
            background=because is not None,
            arguments=self._arguments(found),
            affects=trigger.affects,
            tied_to=found.tied,
            distinct=apart(trigger),
            background_because=because,
            why_null=why,
        )

    def _modality(self, found: _Found) -> Modality:
        """ "*The raid* on Orsk *on Monday* will be answered": what has its own day and lies before
        publication was, whatever is planned or demanded because of it."""
        told = modality(found.trigger)
        return "actual" if told in _UNREAL and self._was(found) else told

    def _was(self, found: _Found) -> bool:
        head, time, out = found.trigger.head, found.time, self.doc._.published
        if not found.trigger.nominal or time is None or out is None or not is_known(head):
            return False
        start, end = _extent(head)
        span = self.doc.char_span(time.start, time.end, alignment_mode="expand")
        clause = clause_verb(span.root) if span is not None else head
        aside = head.is_ancestor(clause)  # "the release of men who *were held* since Monday"
        own = start <= time.start <= end + _AT_ONCE and not aside
        days = self.background.days(time) if own else None
        return days is not None and days[1] < out

    def _arguments(self, found: _Found) -> tuple[Argument, ...]:
        arguments = [role.argument(self.doc) for role in found.roles]
        if found.place is not None:
            arguments += [_argument("place", each) for each in self._places(found.place)]
        if found.time is not None:
            arguments.append(_argument("time", found.time))
        return tuple(arguments)

    def _places(self, place: PlaceMention) -> list[PlaceMention]:
        """The place and those of its sort that the grammar sets beside it: "in Orvala *and
        Zarqa*"; "in Arvik, Larnos" is a town and the state that it lies in."""
        span = self.doc.char_span(place.start, place.end, alignment_mode="expand")
        if span is None or not span.root.conjuncts:
            return [place]
        beside = {each.idx for each in span.root.conjuncts}
        end = span.sent.end_char
        behind = bisect_left(self.starts, place.end)
        near = takewhile(lambda p: p.start < end, self.doc._.places[behind:])
        return [place, *(each for each in near if each.kind == place.kind and _holds(each, beside))]


def _holds(place: PlaceMention, starts: set[int]) -> bool:
    return any(place.start <= start < place.end for start in starts)


def _telling(name: str) -> bool:
    """Whether a kind says what others say: its own time is when that was said."""
    return is_saying(name) or name in _TELLING


def _tells(found: _Found) -> bool:
    """Whether it tells of anything: "body" and the like only of those they are counted for."""
    return "counted" not in found.trigger.entry.flags or bool(found.roles)


def _argument(role: str, piece: Piece) -> Argument:
    return Argument.model_validate({"role": role, "start": piece.start, "end": piece.end})


def _nearest(
    trigger: Trigger, pieces: Sequence[P], verbs: frozenset[int], nouns: frozenset[int]
) -> P | None:
    """The piece within the trigger's clause nearest to it, else the nearest in its sentence;
    of another event's clause only what follows at once ("charged Monday after the shooting")."""
    sentence = trigger.head.sent
    low, high = sentence.start_char, sentence.end_char
    inside = [p for p in pieces[_first(pieces, low) : _first(pieces, high)] if p.end <= high]
    then = next((p for p in inside if _when_it_was(trigger, p)), None)
    if then is not None:
        return then
    holder = _relative(trigger.head, verbs)
    if holder is not None:
        inside = _held(holder, inside)
    at = trigger.at
    if holder is not None and holder.dep_ != "relcl":
        return min(inside, key=lambda p: (abs(p.start - at), p.start), default=None)
    inside = [p for p in inside if not _of_another(trigger, p, verbs, nouns)]
    if not inside:
        return None
    verb = clause_verb(trigger.head)
    if _told_aside(trigger, verb):
        start, end = _extent(_whole(trigger.head))
        own = [p for p in inside if start <= p.start < end or 0 <= p.start - end <= _AT_ONCE]
        return min(own, key=lambda p: (abs(p.start - at), p.start), default=None)
    holds = [_extent(trigger.head), _extent(verb)]
    for start, end in holds:
        near = [p for p in inside if start <= p.start and p.end <= end]
        if near:
            return min(near, key=lambda p: (abs(p.start - at), p.start))
    loose = [p for p in inside if not _of_reporting(trigger, p)]
    best = min(loose, key=lambda p: (abs(p.start - at), p.start), default=None)
    if best is None:
        return None
    return best if abs(best.start - at) <= _FAR else None


def _relative(token: Token, verbs: frozenset[int]) -> Token | None:
    """What holds the times and places of an event told in a relative clause: the noun, where the
    clause says what happened in it ("the raid of *2019*, in which two *died*"); the clause alone,
    where it says who is meant in a clause of no event ("in Nantes, the five who *died* in
    Saturday's raid will be honoured on Friday")."""
    for _ in range(DEPTH):
        if token.dep_ == "relcl":
            if _in_it(token):
                return token.head
            return token if clause_verb(token.head).i not in verbs else None
        if token.head == token:
            return None
        token = token.head
    return None


def _held(holder: Token, pieces: Sequence[P]) -> list[P]:
    """The pieces within what holds them, else within the clause that tells how it was lived
    through: "In *June 2019* the army suffered its worst day, when 41 *died*"."""
    start, end = _extent(holder)
    own = [p for p in pieces if start <= p.start < end]
    clause = clause_verb(holder)
    if own or holder.dep_ == "relcl" or lemma(clause) not in _UNDERGOES:
        return own
    start, end = _extent(clause)
    return [p for p in pieces if start <= p.start < end]


def _when_it_was(trigger: Trigger, piece: Piece) -> bool:
    """Whether the event's clause says what was then: "since *2012*, when 21 drowned"."""
    if trigger.nominal:
        return False
    opening = clause_verb(trigger.head).left_edge
    if opening.lower_ not in ("when", "where"):
        return bool(_WHEN_IT_WAS.fullmatch(_said(trigger, piece.end, trigger.head.idx)))
    if not 0 <= opening.idx - piece.end <= _AT_ONCE:
        return False
    return _said(trigger, piece.end, opening.idx).strip(" ,(–—-") == ""


def _said(trigger: Trigger, start: int, end: int) -> str:
    """The text of the trigger's sentence from ``start`` to ``end``; that of the whole document is
    put together anew at each look."""
    sentence = trigger.head.sent
    low = sentence.start_char
    text: str = sentence.text
    return text[max(0, start - low) : max(0, end - low)]


def _in_it(verb: Token) -> bool:
    """Whether a relative clause begins with "when", "where" or "in which"."""
    for word in kids(verb):
        if word.dep_ == "advmod" and word.tag_ == "WRB":
            return True
        if word.dep_ == "prep" and any(c.tag_ == "WDT" for c in kids(word)):
            return True
    return False


def _told_aside(trigger: Trigger, verb: Token) -> bool:
    """Whether an event is only named in a clause about another: what somebody was charged with,
    angered over, or did after it. That clause's time and place are not its own."""
    token = trigger.head
    if token.dep_ in ("acl", "relcl") and not trigger.nominal:
        token = token.head  # "angered over the raids *targeting* …"
        verb = clause_verb(token)
    elif not trigger.nominal or verb == token:
        return False
    if _of_words_or_courts(verb):
        return True
    for _ in range(DEPTH):
        if token == verb or token.head == token:
            return False
        if token.dep_ == "prep" and token.lower_ in _ABOUT_ANOTHER:
            return True
        token = token.head
    return False


def _of_words_or_courts(verb: Token) -> bool:
    """Whether the clause, or one that it is part of, tells of a decision, a speech or a court:
    "*voted* to end aid to the forces fighting …"."""
    for _ in range(DEPTH):
        governing = verb_kind(verb)
        if governing is not None:
            return kind(governing).role in ("follow-up", "speech")
        if verb.dep_ not in ("xcomp", "acl", "advcl", "conj") or verb.head == verb:
            return False
        verb = clause_verb(verb.head)
    return False


def _of_another(
    trigger: Trigger, piece: Piece, verbs: frozenset[int], nouns: frozenset[int]
) -> bool:
    """Whether the piece belongs to another event: to a verb of its own ("the march followed the
    deaths of men *shot* on Sunday"), or set apart by words between ("the worst attack *since*
    gunmen struck in 2018", "in response *to the raid* on Sunday")."""
    span = trigger.head.doc.char_span(piece.start, piece.end, alignment_mode="expand")
    token = span.root if span is not None else trigger.head
    verb = clause_verb(token)
    if _counts_from(piece, trigger):
        return True
    if trigger.nominal and verb.i in verbs and verb != clause_verb(trigger.head):
        return not trigger.head.is_ancestor(verb)
    if verb.i in verbs and verb.dep_ in ("acl", "relcl") and trigger.head.is_ancestor(verb):
        return True  # "voted to end aid to the forces *fighting* in the hills"
    if _tells_of_a_noun(trigger.head, verb, nouns):
        return True
    if _of_a_cousin(trigger.head, verb, verbs) or _of_its_owner(trigger.head, token, nouns):
        return True
    for _ in range(2 * DEPTH):
        if token == trigger.head or token.head == token:
            return False
        if trigger.nominal and token.i in nouns and not _of_one_phrase(token, trigger.head):
            return True  # "the attack was revenge for the raid *at Nantes*"
        if token.lower_ == "since" or (token.dep_ == "advcl" and has_mark(token, _APART)):
            return True
        if token.i in nouns and token.dep_ == "pobj" and token.head.lower_ in _BECAUSE:
            return True
        token = token.head
    return False


def _counts_from(piece: Piece, trigger: Trigger) -> bool:
    """Whether the time is counted from this very event: "came *a day after* gunmen stormed it"."""
    if not isinstance(piece, TimeMention) or piece.anchor != "event" or trigger.at < piece.end:
        return False
    between = _said(trigger, piece.end, trigger.at)
    return piece.exact.casefold().endswith(_COUNTING) and "," not in between


def _of_one_phrase(one: Token, other: Token) -> bool:
    return one.is_ancestor(other) or other.is_ancestor(one)


def _tells_of_a_noun(head: Token, verb: Token, nouns: frozenset[int]) -> bool:
    """ "The hall, *which opened in 1978*, was stormed": said of what is no event."""
    if verb.dep_ != "relcl" or verb.head.i in nouns:
        return False
    return head != verb and not verb.is_ancestor(head) and clause_verb(head) != verb


def _of_a_cousin(head: Token, verb: Token, verbs: frozenset[int]) -> bool:
    """ "Those *killed* stand on a list *released* on 3 May": two events, neither told of the other,
    and the day is told with the second."""
    return (
        verb.i in verbs
        and verb != clause_verb(head)
        and verb.dep_ in ("acl", "relcl")
        and not verb.is_ancestor(head)
        and not head.is_ancestor(verb)
    )


def _of_its_owner(head: Token, token: Token, nouns: frozenset[int]) -> bool:
    """ "The death takes the toll of *Monday's* raid to four": the day of the raid."""
    return token.dep_ == "poss" and token.head.i in nouns and token.head != head


def _of_reporting(trigger: Trigger, piece: Piece) -> bool:
    """Whether a time or place belongs to the saying: "the ministry said *on Wednesday* that …"."""
    span = trigger.head.doc.char_span(piece.start, piece.end, alignment_mode="expand")
    if span is None:
        return False
    verb = clause_verb(span.root)
    if verb == clause_verb(trigger.head):
        return False
    return lemma(verb) in words("reporting_verbs", "verb") or _counts_of(trigger.head, verb)


def _counts_of(token: Token, verb: Token) -> bool:
    """Whether the verb is about a number of the event's victims: "*raised the number* killed"."""
    for _ in range(2 * DEPTH):
        if token == verb or token.head == token:
            return False
        if lemma(token) in _NUMBERS and token.pos_ == "NOUN":
            return True
        token = token.head
    return False


def _extent(token: Token) -> tuple[int, int]:
    """Characters that a word's whole subtree covers."""
    last = token.right_edge
    return token.left_edge.idx, last.idx + len(last)


def _whole(noun: Token) -> Token:
    """ "Investigates the *use of* tear gas in Arvik": the noun whose phrase tells all of it."""
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.pos_ == "NOUN":
        return above.head
    return noun


def _first(pieces: Sequence[P], low: int) -> int:
    return bisect_left(pieces, low, key=lambda piece: piece.start)
