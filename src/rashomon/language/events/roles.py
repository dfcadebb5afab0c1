"""Who did it, to whom, with what, and what came of it: the arguments of a trigger."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.data.phrases import words
from rashomon.language.counts.people import lemma, person_noun
from rashomon.language.counts.tree import kids, lefts
from rashomon.language.events.cues import cues
from rashomon.language.events.grammar import (
    REFLEXIVE,
    child,
    clause_verb,
    has_child,
    passive,
    phrase,
    prep_objects,
    subject,
)
from rashomon.language.events.targets import aimed_at, aimed_by
from rashomon.language.events.triggers import Trigger, noun_event, numbered
from rashomon.language.stretches import Stretches
from rashomon.model.annotations import Argument, ArgumentRole, CountMention

_BEAR = words("grammar_words", use="bear")
_CARE = words("grammar_words", use="cared-for")
_STATING = frozenset({"at", "to", "of", "reached", "exceeded", "was", "is", "passed", "hit"})
_HURT = words("grammar_words", use="listed-hurt")
_PARTICIPLES = ("VBN", "VBD")
_OWNERS = frozenset({"NORP", "GPE", "ORG"})
_NAMED = frozenset({"ORG", "FAC", "GPE", "LOC", "PERSON"})
_BLASTS = words("grammar_words", use="blast")
_CAUSES = ("because", "due", "from", "amid")


@dataclass(frozen=True, slots=True)
class Role:
    """A phrase [start, end) in token positions and the part it plays."""

    role: ArgumentRole
    start: int
    end: int

    def argument(self, doc: Doc) -> Argument:
        """The same in characters."""
        span = doc[self.start : self.end]
        return Argument(role=self.role, start=span.start_char, end=span.end_char)


class Roles:
    """Finds arguments; ``counts`` are the document's, for what the parse leaves open."""

    __slots__ = ("_starts", "_text", "_when", "counts", "doc")

    def __init__(self, doc: Doc, counts: Sequence[CountMention]) -> None:
        """``counts`` must be sorted by start."""
        self.doc = doc
        self.counts = counts
        self._starts = [count.start for count in counts]
        self._text: str = doc.text
        self._when = Stretches.of((time.start, time.end) for time in doc._.times)

    def of(self, trigger: Trigger) -> list[Role]:
        """The arguments that grammar gives, in order of role and place."""
        if "toll" in trigger.entry.flags:
            found = self._toll(trigger)
        elif lives := self._lives(trigger):
            found = [*lives, *self._acting(trigger)]
        elif own := self._own_number(trigger):
            found = own
        elif trigger.entry.pos == "ADJ":
            found = self._whole("recipient", self._bearer(trigger.head))
        elif trigger.nominal:
            found = self._noun(trigger)
        else:
            found = self._verb(trigger)
        found += self._weapon(trigger) + self._cause(trigger)
        told = (role for role in found if not self._is_time(role))
        return list(dict.fromkeys(self._widened(role) for role in told))

    def _is_time(self, role: Role) -> bool:
        """ "*Sunday's* shooting", "*last week's* raid": who is named so did nothing."""
        said = [t for t in self.doc[role.start : role.end] if t.tag_ not in ("POS", "DT")]
        return bool(said) and all(self._when.meets(t.idx, t.idx + len(t)) for t in said)

    def _widened(self, role: Role) -> Role:
        """A recipient with all words of a count that it cuts, or that its list is a part of."""
        if role.role != "recipient" or not self.counts:
            return role
        span = self.doc[role.start : role.end]
        first, last = span.start_char, span.end_char
        at = bisect_left(self._starts, first)
        inside = [c for c in self.counts[at : at + 8] if c.end <= last]
        start = first
        for count in reversed(self.counts[max(0, at - 12) : at]):
            cut = count.phrase.end > first and not (inside and inside[0].start == first)
            whole = not count.partial and bool(inside) and all(map(self._included, inside))
            if count.start < span.sent.start_char or not (cut or whole or count.partial):
                break
            if cut or whole:
                start = min(start, count.phrase.start)
            if not count.partial:
                break
        if start == first:
            return role
        wide = self.doc.char_span(start, last, alignment_mode="expand")
        return Role("recipient", wide.start, role.end) if wide is not None else role

    def _included(self, count: CountMention) -> bool:
        """Whether a part is told beside its whole ("seven, including *two children*"), not taken
        out of it ("*two of them*")."""
        behind = self._text[count.end : count.end + len(" of ")]
        return count.partial and behind.lower() != " of "

    def _whole(self, role: ArgumentRole, *heads: Token | None) -> list[Role]:
        return [Role(role, *phrase(head)) for head in heads if head is not None]

    def _verb(self, trigger: Trigger) -> list[Role]:
        verb = trigger.head
        if self._whole_in_itself(trigger):
            return self._whole("actor", *self._agents(verb)[:1])
        who, obj = subject(verb), self._object(trigger)
        if verb.pos_ not in ("VERB", "AUX") and trigger.entry.pos == "PHRASE":
            return self._whole("recipient", self._bearer_of_phrase(trigger))
        if obj is not None and obj.lower_ in REFLEXIVE:
            return self._whole("recipient", who) + self._whole("actor", who)
        if trigger.entry.victim == "subject":
            return self._whole("recipient", who)
        if trigger.entry.victim == "either" and obj is None:
            return self._whole("recipient", who) if trigger.affects else self._acting(trigger)
        if verb.dep_ == "amod" and obj is None and verb.i < verb.head.i:
            return self._whole("recipient", verb.head)
        if (obj is None or has_child(verb, "nsubjpass")) and self._suffers(trigger):
            hand = [] if "care" in trigger.entry.flags else self._agents(verb)[:1]
            return self._whole("recipient", who) + self._whole("actor", *hand)
        found = self._whole("recipient", obj) if obj is not None else self._next(trigger)
        if obj is None and trigger.affects is None:
            found = self._whole("recipient", *aimed_at(trigger))
        if trigger.entry.kind == "destruction":
            found += [Role("damage", role.start, role.end) for role in found]
        return found + self._acting(trigger)

    def _whole_in_itself(self, trigger: Trigger) -> bool:
        """ "Called on reports of *shots fired*": a noun and its participle, said of nobody else."""
        first = self.doc[trigger.start]
        beside = trigger.head.i == trigger.start + 1 and trigger.head.tag_ in _PARTICIPLES
        return trigger.entry.pos == "PHRASE" and first.pos_ == "NOUN" and beside

    def _agents(self, verb: Token) -> list[Token]:
        return [o for c in kids(verb) if c.dep_ == "agent" for o in kids(c)]

    def _acting(self, trigger: Trigger) -> list[Role]:
        """Who did it: a weapon that struck is what it was done with (and "Ruritanian jets" name
        who sent them), and no event acts itself."""
        who = subject(trigger.head)
        if "care" in trigger.entry.flags or has_child(trigger.head, "det"):
            return []  # who takes the hurt to hospital; "the shooting" is no verb
        if who is None or noun_event(who, weapons=trigger.affects is not None):
            return []
        if lemma(who) not in words("weapons", "noun") or person_noun(who) is not None:
            return self._whole("actor", who)
        bare = trigger.head.tag_ == "VBG" and not has_child(trigger.head, "aux")
        if bare and who.head == trigger.head:
            return []  # "Club shooting" in a headline: no clause in which the club acts
        owned = any(c.ent_type_ in _OWNERS for c in lefts(who))
        return self._whole("weapon", who) + (self._whole("actor", who) if owned else [])

    def _suffers(self, trigger: Trigger) -> bool:
        """Whether the subject is the victim; a count right behind the verb speaks against it."""
        if trigger.entry.victim == "subject":
            return False
        bare = trigger.affects is not None and not self._next(trigger)
        return passive(trigger.head, headline=bare)

    def _bearer_of_phrase(self, trigger: Trigger) -> Token | None:
        """Who is "in critical condition", "on life support", "in custody"."""
        top = self.doc[trigger.start : trigger.end].root
        for _ in range(4):
            if top.pos_ in ("VERB", "AUX"):
                return (
                    child(top, "dobj")
                    if passive(top, False) is False and has_child(top, "dobj")
                    else subject(top)
                )
            if top.i not in range(trigger.start, trigger.end) and person_noun(top) is not None:
                return top
            top = top.head
        return None

    def _object(self, trigger: Trigger) -> Token | None:
        """The object outside the trigger's own words ("took the lives *of four*")."""
        verb = trigger.head
        inside = range(trigger.start, trigger.end)
        obj = child(verb, "dobj", "dative")
        obj = None if obj is not None and self._of_a_time(obj) else obj
        comma = trigger.affects is not None and self.doc[trigger.end : trigger.end + 1].text == ","
        if obj is not None and comma and obj.left_edge.i == trigger.end + 1:
            obj = None
        if obj is not None and obj.i not in inside:
            return obj
        if obj is None and has_child(verb, "neg") and not passive(verb):
            other = child(verb, "conj")  # "did not kill *or injure anybody*"
            shared = child(other, "dobj") if other is not None else None
            if shared is not None:
                return shared
        last = self.doc[trigger.end - 1]
        if trigger.end - trigger.start > 1:
            hanging = [
                o for t in self.doc[trigger.start : trigger.end] for o in _of_objects(t, inside)
            ]
            if hanging:
                return hanging[0]
            return child(last, "dobj") if last != verb else None
        return None

    def _of_a_time(self, obj: Token) -> bool:
        """ "Was shot *this Tuesday*": the parse takes the day for what was shot."""
        return self._when.meets(obj.idx, obj.idx + 1)

    def _next(self, trigger: Trigger) -> list[Role]:
        """Where the parse has no object: a count right behind the trigger."""
        if not trigger.affects:
            return []
        last = self.doc[trigger.end - 1]
        if self.doc[trigger.end : trigger.end + 1].text == ",":  # "were killed, 12 wounded"
            return []
        at = bisect_left(self._starts, last.idx + len(last))
        ends = last.sent.end_char
        if at < len(self.counts) and self.counts[at].start < min(ends, last.idx + len(last) + 3):
            return [self._counted(self.counts[at])]
        return []

    def _counted(self, count: CountMention) -> Role:
        span = self.doc.char_span(count.phrase.start, count.phrase.end, alignment_mode="expand")
        assert span is not None  # noqa: S101  (the offsets come from this document)
        return Role("recipient", span.start, span.end)

    def _noun(self, trigger: Trigger) -> list[Role]:
        noun = trigger.head
        treated = trigger.affects == "injured"  # "treated for wounds *by medics*"
        found = [] if treated else self._whole("actor", *prep_objects(noun, "by"))
        against = prep_objects(noun, "on", "against", "at", "targeting")
        owner = child(noun, "poss")
        if trigger.affects is None:
            against += prep_objects(noun, "of")
            doer = _doer(noun)
            if doer is not None and noun.dep_ == "dobj" and not against:
                against = aimed_by(noun.head)
            return found + self._whole("recipient", *against) + self._whole("actor", owner, doer)
        of = prep_objects(noun, "of")
        if "counted" in trigger.entry.flags:
            return found + self._whole("recipient", *self._counted_dead(trigger, of))
        people = "victim-noun" in trigger.entry.flags and person_noun(noun) is not None
        if people or self._sized(trigger):
            start, end = phrase(noun)
            found.append(Role("recipient", min(start, _denied_from(noun)), end))
        if trigger.affects == "injured" and not of:  # "caused injuries *to 28 people*"
            to = [noun, noun.head] if noun.dep_ == "dobj" else [noun]
            objects = (each for word in to for each in prep_objects(word, "to"))
            of = [each for each in objects if person_noun(each) is not None]
        found += self._whole("recipient", *of)
        if not of and owner is not None:
            found += self._whole("recipient", owner)
        bearer = self._noun_bearer(noun) if trigger.affects == "injured" else None
        return found + self._whole("recipient", bearer)

    def _sized(self, trigger: Trigger) -> bool:
        """ "three deaths", "a total of 12 deaths", "no arrests": the noun carries its number."""
        start, end = phrase(trigger.head)
        low, high = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        near = self.counts[max(0, bisect_left(self._starts, low) - 2) :][:6]
        return any(
            (low <= c.start < high or c.start < trigger.at < c.phrase.end)
            and c.basis in ("numeral", "vague", "none")
            for c in near
        )

    def _counted_dead(self, trigger: Trigger, of: list[Token]) -> list[Token]:
        """Who is dead by a word that tells it only with a number: "eight martyrs", "the bodies
        of nine people", "martyrs and wounded"; not "the government body", "a martyr's son"."""
        noun = trigger.head
        whose = [o for o in of if self._new(o)]
        if whose and (noun.tag_ == "NNS" or has_child(noun, "det")):
            return whose if lemma(noun) in ("body", "corpse") else []
        bare = not has_child(noun, "det", "poss") and _listed_with_hurt(noun)
        sized = any(
            c.start <= trigger.at < c.phrase.end
            and c.basis in ("numeral", "vague")
            and c.noun == lemma(noun)
            for c in self.counts[max(0, bisect_left(self._starts, trigger.at) - 2) :][:4]
        )
        return [noun] if sized or bare else []

    def _new(self, head: Token) -> bool:
        """Whether a phrase brings people up with their number or name, not "the child"."""
        start, end = phrase(head)
        low, high = self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1])
        near = self.counts[bisect_left(self._starts, low) :][:4]
        return any(low <= c.start < high and c.basis not in ("definite", "plural") for c in near)

    def _noun_bearer(self, noun: Token) -> Token | None:
        """Who "suffered *injuries*", was "treated for *wounds*", is "a man with *wounds*" or was
        "left with *burns*"."""
        top = noun
        for _ in range(3):
            top = top.head
            if top.pos_ in ("VERB", "AUX"):
                verb = lemma(top)
                if (verb in _CARE and passive(top)) or verb in _BEAR:
                    return subject(top)
                left = child(top, "dobj") if noun.head.lower_ == "with" else None
                return left if left is not None and _may_be_people(left) else None
            if _may_be_people(top):
                return top
        return None

    def _bearer(self, word: Token) -> Token | None:
        """Of whom "dead", "injured", "missing" is said."""
        own = child(word, "nsubj", "nsubjpass")
        if own is not None:
            return own
        if word.dep_ == "advmod" and (number := numbered(word) or word.head).pos_ == "NUM":
            return number
        if any(c.dep_ in ("nummod", "det", "quantmod") for c in kids(word)):
            return word
        if word.dep_ in ("amod", "acl", "nmod"):
            return word.head
        verb = word.head
        if word.dep_ in ("acomp", "oprd", "attr", "xcomp", "ccomp", "advcl", "advmod", "conj"):
            obj = child(verb, "dobj")
            if obj is not None and obj != word:
                return obj
            return subject(verb) if verb.pos_ in ("VERB", "AUX") else verb
        return word if person_noun(word) is not None else None

    def _own_number(self, trigger: Trigger) -> list[Role]:
        """ "11 dead and *53 wounded*": the number right before counts the word itself."""
        word = trigger.head
        at = bisect_left(self._starts, word.idx) - 1
        if not trigger.affects or trigger.end - trigger.start > 1 or at < 0:
            return []
        count = self.counts[at]
        own = count.noun in (lemma(word), word.lower_) and count.basis in ("numeral", "vague")
        inside = count.end <= word.idx < count.phrase.end
        hurt = "victim-noun" in trigger.entry.flags or word.tag_ == "VBN"
        return [self._counted(count)] if own and inside and hurt else []

    def _lives(self, trigger: Trigger) -> list[Role]:
        """ "cost *24 lives*", "the loss of *four lives*", "held *six clerks* hostage": the number
        stands in the phrase."""
        last = self.doc[trigger.end - 1]
        near = self.counts[bisect_left(self._starts, trigger.at) :][:3]
        inside = [c for c in near if c.start < last.idx]
        if trigger.affects == "killed" and lemma(last) == "life":
            return [self._counted(c) for c in inside if c.noun == "life"]
        held = trigger.affects == "abducted" and lemma(last) in cues("captive")
        return [self._counted(c) for c in inside] if held else []

    def _toll(self, trigger: Trigger) -> list[Role]:
        """The figure of a "death toll": the count without a noun that is nearest behind it."""
        sentence = self.doc[trigger.start].sent
        last = self.doc[trigger.end - 1]
        figures = [
            c
            for c in self.counts[bisect_left(self._starts, sentence.start_char) :][:40]
            if c.start < sentence.end_char and c.basis in ("numeral", "vague")
        ]
        own = [c for c in figures if c.start <= trigger.at < c.end]  # "an unknown number of deaths"
        lone = [c for c in figures if c.noun is None or self._stated(c)]
        behind = [c for c in lone if c.start >= last.idx]
        chosen = own[:1] or behind[:1] or lone[-1:]
        return [self._counted(c) for c in chosen]

    def _stated(self, count: CountMention) -> bool:
        """Whether a word before it gives the figure: "put the toll *at* 12 villagers"."""
        span = self.doc.char_span(count.start, count.end, alignment_mode="expand")
        at = span.start - 1 if span is not None else -1
        while at >= 0 and self.doc[at].is_quote:
            at -= 1
        return at >= 0 and self.doc[at].lower_ in _STATING

    def _weapon(self, trigger: Trigger) -> list[Role]:
        head = trigger.head
        verb = clause_verb(head)
        held = prep_objects(verb, "with", "by", "using") if head == verb else []
        named = [c for c in kids(head) if c.dep_ in ("compound", "nmod") and not _is_place(c)]
        weapons = words("weapons", "noun")
        return self._whole(
            "weapon", *(t for t in [*held, *named] if lemma(t) in weapons and has_letters(t))
        )

    def _cause(self, trigger: Trigger) -> list[Role]:
        head = trigger.head
        if head.pos_ != "VERB":
            return []
        causes = [c for c in kids(head) if c.dep_ == "prep" and c.lower_ in _CAUSES]
        return [
            Role("cause", c.left_edge.i, c.right_edge.i + 1)
            for c in causes
            if has_child(c, "pobj") and (c.lower_ != "from" or _from_harm(trigger, c))
        ]


def _is_place(word: Token) -> bool:
    """Whether a word before a noun names where it was: "the *mine* clash", not "a *mine*
    blast"."""
    if word.pos_ == "PROPN" and word.ent_type_ in _NAMED:
        return True
    places = words("weapons", "noun", place="yes")
    return lemma(word) in places and word.head.lower_ not in _BLASTS


def _from_harm(trigger: Trigger, preposition: Token) -> bool:
    """Whether somebody died or suffered "from *burns*": what else stands behind "from" is a place,
    a side or a source."""
    if trigger.affects not in ("killed", "injured", "casualties"):
        return False
    nouns = [lemma(t) for t in kids(preposition) if t.dep_ == "pobj"]
    return any(noun in words("harms", "noun") for noun in nouns)


def _listed_with_hurt(noun: Token) -> bool:
    """ "martyrs and wounded", "injuries and martyrs": one list with the hurt, by the words."""
    if not noun.lower_.endswith("s"):
        return False
    doc, at = noun.doc, noun.i
    beside = []
    if at + 2 < len(doc) and doc[at + 1].lower_ == "and":
        beside.append(doc[at + 2])
    if at >= 2 and doc[at - 1].lower_ == "and":
        beside.append(doc[at - 2])
    return any(lemma(t) in _HURT or t.lower_ in _HURT for t in beside)


def _doer(noun: Token) -> Token | None:
    """Who "carried out *an attack*" or "launched *a raid*", by a verb with a subject of its own."""
    verb = noun.head
    if noun.dep_ == "dobj" and lemma(verb) in cues("do"):
        own = child(verb, "nsubj")
        return subject(verb) if own is not None else None
    if noun.dep_ == "nsubjpass" and lemma(verb) in cues("do"):
        agent = child(verb, "agent")
        return child(agent, "pobj") if agent is not None else None
    return None


def _denied_from(noun: Token) -> int:
    """Where "no reports of casualties" begins, if it does."""
    holder = noun.head.head
    if noun.dep_ == "pobj" and any(c.lower_ == "no" for c in lefts(holder)):
        return int(holder.left_edge.i)
    return int(noun.i)


def has_letters(token: Token) -> bool:
    """Whether a word is one, not a sign."""
    return token.is_alpha or "-" in token.text


def _of_objects(token: Token, inside: range) -> list[Token]:
    return (
        [o for o in prep_objects(token, "of") if o.i not in inside]
        + [c for c in kids(token) if c.dep_ == "poss" and c.i not in inside]
        + [
            o
            for c in kids(token)
            if c.dep_ == "prep" and c.lower_ == "of" and c.i in inside
            for o in kids(c)
            if o.i not in inside and o.dep_ == "pobj"
        ]
    )


def _may_be_people(word: Token) -> bool:
    """Whether it names people, or counts somebody without a noun."""
    return person_noun(word) is not None or word.ent_type_ == "PERSON" or word.pos_ == "NUM"
