"""Attributions whose cue is a verb, by the frames of the verb's entry."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.language.attributions.drafts import (
    MARKS,
    Draft,
    Range,
    draft,
    having,
    is_passive,
    reach,
    trim,
)
from rashomon.language.attributions.extents import other_ends
from rashomon.language.attributions.lexicons import Entry, cues, verbs
from rashomon.language.attributions.subjects import agent_of, beside, own_subject, subject_of

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB"})
_DASHES = frozenset({",", "—", "–", "--", "-"})
_AUX = frozenset({"aux", "neg", "advmod"})
_OBJECTS = frozenset({"object", "object+"})
_ANY = Entry(frames=frozenset({"that"}))
"""What a verb that is in no table may have as its content."""

_CUT_OFF = 3  # words between what is said and the source: cut off that source's front
_WIDEST_ASIDE = 12  # words between two commas that only say whose words the sentence is


def verb_drafts(doc: Doc) -> Iterator[Draft]:
    """All attributions by verbs, nested ones too."""
    table = verbs()
    for index in having(doc, "TAG", _VERB_TAGS):
        token = doc[index]
        entry = table.get(token.lemma_.lower(), _ANY)
        if token.dep_ in ("aux", "amod") or _only_is(token, entry):
            continue
        says = entry is not _ANY and (entry.quotes or "that" in entry.frames)
        aside = _aside(token, entry) if says else None
        if aside is not None:
            yield aside
        for made in _by_frames(token, entry):
            if aside is None or not _rest_of(aside, made, token.i):
                yield made


def _rest_of(aside: Draft, made: Draft, verb: int) -> bool:
    """Whether it is only what goes on behind "police said" of what began before it: "the toll rose
    to 19, police said, *after three of the hurt died*"."""
    behind = made.content[0]
    return len(aside.content) > 1 and behind in aside.content[1:] and behind[0] > verb


def _only_is(verb: Token, entry: Entry) -> bool:
    """ "Men alleged *to be* rebels", "*it was* possible that …": whatever the parse puts behind
    it, nobody says it."""
    if entry is not _ANY or verb.lemma_ != "be":
        return False
    return _has_to(verb) or any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.lefts)


def _by_frames(verb: Token, entry: Entry) -> Iterator[Draft]:
    children = list(verb.children)
    passive = is_passive(verb, children)
    source = agent_of(verb) if passive else subject_of(verb)
    if source is None and not passive and entry.quotes:
        source = beside(verb)
    if not passive and entry.quotes and "that" in entry.frames:
        yield from _unlabelled(verb, entry, children, source)
    for child in children:
        for frame, span in _passive(verb, child, entry) if passive else _active(verb, child, entry):
            key = _key(frame, passive, entry)
            made = draft(verb, frame, entry, source, span, key)
            yield made
            yield from other_ends(verb, made)
    if passive:
        yield from _subject_and_phrase(verb, entry, children, source)
    elif entry.frames & _OBJECTS and verb.dep_ == "relcl":
        yield from _antecedent(verb, entry, children)
    if not passive and "raising" in entry.frames:
        yield from _raised(verb, entry, children)
    if passive and "passive" in entry.frames:
        yield from _subject_and_infinitive(verb, entry, children, source)


def _key(frame: str, passive: bool, entry: Entry) -> str:
    """The frame as the lexicon has it."""
    if frame == "done to":
        return "p:object"
    return f"p:{frame}" if passive and f"p:{frame}" in entry.frames else frame


def _antecedent(verb: Token, entry: Entry, children: list[Token]) -> Iterator[Draft]:
    """ "The plan that she supports": what a relative clause without an object stands after."""
    noun, source = verb.head, own_subject(verb)
    if (
        source is None
        or noun.i > verb.left_edge.i
        or verb.doc[source[0]].lower_ in cues("relative")
    ):
        return
    if any(c.dep_ in ("dobj", "ccomp", "xcomp") and c.i > verb.i for c in children):
        return
    span = trim(verb.doc, noun.left_edge.i, verb.left_edge.i)
    if span is not None:
        yield draft(verb, "antecedent", entry, source, span, "object")


def _subject_and_phrase(
    verb: Token, entry: Entry, children: list[Token], source: Range | None
) -> Iterator[Draft]:
    """ "The fire is seen as an attack": both the subject and the phrase after the verb."""
    subject = next((c for c in children if c.dep_ == "nsubjpass" and c.i < verb.i), None)
    for child in children:
        if subject is None or child.i < verb.i or child.lower_ == "by":
            continue
        if child.dep_ == "oprd" or (child.dep_ == "prep" and f"p:{child.lower_}" in entry.frames):
            first, second = trim(verb.doc, *reach(subject)), trim(verb.doc, *reach(child))
            if first and second and first[1] <= verb.i < second[0]:
                key = "p:naming" if child.dep_ == "oprd" else f"p:{child.lower_}"
                made = draft(verb, "seen as", entry, source, first, key)
                made.content.append(second)
                yield made


def _unlabelled(
    verb: Token, entry: Entry, children: list[Token], source: Range | None
) -> Iterator[Draft]:
    """A clause without a conjunction beside a verb of speech that has none: its content."""
    if any(c.dep_ in ("ccomp", "dobj") for c in children):
        return
    for child in children:
        if child.dep_ == "advcl" and child.tag_ in _FINITE and not _is_marked(child):
            found = _clause(verb, child)
            if found is not None:
                yield draft(verb, "that", entry, source, found[1])


def _is_marked(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.i < clause.i for c in clause.lefts)


def _aside(verb: Token, entry: Entry) -> Draft | None:
    """ "The ferry, officials said, was full": all of the sentence but the words between commas."""
    source = own_subject(verb)
    if source is None or abs(source[0] - verb.i) > _WIDEST_ASIDE or not _stands_aside(verb):
        return None
    doc, sentence = verb.doc, verb.sent
    if doc[source[0]].lower_ in cues("no-aside"):
        return None
    start, end = min(source[0], verb.i), max(source[1], verb.i + 1)
    while (
        start > sentence.start and doc[start - 1].head.i == verb.i and doc[start - 1].dep_ in _AUX
    ):
        start -= 1
    as_clause = start > sentence.start and doc[start - 1].lower_ == "as"
    start -= as_clause
    end = _over_adverbs(verb, end, sentence.end)
    if end >= sentence.end or doc[end].text not in _DASHES:
        return None
    if not (as_clause and start == sentence.start) and doc[start - 1].text not in _DASHES:
        return None
    if start <= sentence.start and not as_clause:
        return None
    last = sentence.end
    if end + 1 < last and verb.dep_ == "ROOT":
        if doc[end + 1].text in MARKS:
            return None
        last = end if doc[end + 1].tag_ == "VBG" else last
    pieces = (trim(doc, sentence.start, start), trim(doc, end, last))
    content = [piece for piece in pieces if piece is not None]
    if not content:
        return None
    made = draft(verb, "aside", entry, source, content[0])
    made.content = content
    return made


def _stands_aside(verb: Token) -> bool:
    """Whether the parse has a clause of its own beside the verb and its subject."""
    if verb.dep_ in ("parataxis", "advcl", "ccomp"):
        return not any(c.dep_ in ("dobj", "xcomp") for c in verb.rights)
    return verb.dep_ == "ROOT" and any(c.dep_ == "ccomp" for c in verb.children)


def _over_adverbs(verb: Token, end: int, last: int) -> int:
    """Past "on Monday", "in a statement" between the verb and the second comma."""
    stop = min(last, end + _WIDEST_ASIDE)
    while end < stop and verb.doc[end].text not in _DASHES and verb.is_ancestor(verb.doc[end]):
        if verb.doc[end].pos_ in ("VERB", "AUX", "SCONJ"):
            break
        end += 1
    return end


def _active(verb: Token, child: Token, entry: Entry) -> Iterator[tuple[str, Range]]:
    frame = _frame(verb, child)
    if frame == "object":
        yield from _object(verb, child, entry)
    elif frame is not None and frame in entry.frames:
        found = _clause(verb, child) if frame == "that" else _whole(verb, child, frame)
        if found is not None:
            yield found


def _frame(verb: Token, child: Token) -> str | None:
    """Which frame a word that hangs on a verb fills."""
    match child.dep_:
        case "ccomp":
            return "that"
        case "xcomp":
            return _verbless(child)
        case "dobj":
            return "object"
        case "oprd":
            return "naming"
        case "prep":
            return child.lower_ if child.i > verb.i else None
        case "advcl":
            return "inf" if child.i > verb.i and _has_to(child) else None
    return None


def _verbless(child: Token) -> str | None:
    if _has_to(child):
        return "inf"
    return "ing" if child.tag_ == "VBG" else None


def _has_to(verb: Token) -> bool:
    return any(c.tag_ == "TO" and c.lower_ == "to" for c in verb.lefts)


def _whole(verb: Token, child: Token, frame: str) -> tuple[str, Range] | None:
    if frame == "naming":
        start = min((c.left_edge.i for c in verb.rights if c.dep_ == "dobj"), default=None)
        first, last = reach(child)
        span = trim(verb.doc, first if start is None else min(start, first), last)
        return (frame, span) if span else None
    start, end = reach(child)
    if child.dep_ == "prep":
        start = child.i + 1
    span = trim(verb.doc, max(start, verb.i + 1), end)
    return (frame, span) if span else None


def _object(verb: Token, child: Token, entry: Entry) -> Iterator[tuple[str, Range]]:
    """The object alone, and with all that follows it in the verb's phrase."""
    if not entry.frames & _OBJECTS or child.i < verb.i or _has_clause(verb):
        return
    if verb.lemma_ in cues("addressed") and not _is_told_to(verb):
        return
    if child.lemma_.lower() in cues("suffered"):
        return
    start, end = reach(child)
    further = _end_of_phrase(verb)
    for frame, last in (("object", end), ("object+", further if further > end + 1 else None)):
        span = trim(verb.doc, start, last) if last is not None else None
        if span is not None:
            yield frame, span


def _is_told_to(verb: Token) -> bool:
    """ "told them to leave", "asked the mayor about it", not "told reporters on Monday"."""
    return any(_has_to(c) or c.lower_ in ("about", "of", "for") for c in verb.rights)


def _has_clause(verb: Token) -> bool:
    return any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.rights)


def _end_of_phrase(verb: Token) -> int:
    """Where the verb's own phrase ends: before a coordinated verb, a participle clause, a comma."""
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ in ("cc", "conj", "parataxis"):
            break
        if child.dep_ == "advcl" and child.tag_ == "VBG":
            break
        if child.dep_ != "dobj" and verb.doc[child.left_edge.i - 1].text in _DASHES:
            break
        end = child.right_edge.i + 1
    return end


def _clause(verb: Token, child: Token) -> tuple[str, Range] | None:
    start, end = reach(child)
    if child.i < verb.i:
        return _clause_before(verb, child)
    span = trim(verb.doc, max(start, verb.i + 1), end)
    return ("that", span) if span else None


def _clause_before(verb: Token, child: Token) -> tuple[str, Range] | None:
    """ "Four people died, police said": all of the sentence before source and cue."""
    end = min(verb.i, child.right_edge.i + 1)
    source = own_subject(verb)
    if source is not None and source[0] >= child.i:
        cut = source[0] - end > _CUT_OFF and child.i < end
        end = source[0] if cut else min(end, source[0])
    start = min(child.left_edge.i, verb.left_edge.i)
    span = trim(verb.doc, start, end)
    return ("that", span) if span else None


def _passive(verb: Token, child: Token, entry: Entry) -> Iterator[tuple[str, Range]]:
    if child.dep_ == "nsubjpass" and "p:object" in entry.frames:
        span = trim(verb.doc, *reach(child))
        if span is not None and verb.i > span[1] - 1:
            yield "object" if agent_of(verb) is not None else "done to", span
        return
    frame = _frame(verb, child)
    if frame == "that" and child.i > verb.i and "that" in entry.frames:
        found = _clause(verb, child)
    elif frame is not None and f"p:{frame}" in entry.frames:
        found = _whole(verb, child, frame)
    else:
        found = None
    if found is not None:
        yield found


def _raised(verb: Token, entry: Entry, children: list[Token]) -> Iterator[Draft]:
    """ "The fire appears to be out": nobody says so, and it is not sure."""
    subject = next((c for c in children if c.dep_ == "nsubj"), None)
    rest = next(
        (c for c in children if c.dep_ in ("xcomp", "acomp", "oprd") and c.i > verb.i), None
    )
    if subject is None or rest is None or subject.i > verb.i:
        return
    first, second = trim(verb.doc, *reach(subject)), trim(verb.doc, *reach(rest))
    if first and second and first[1] <= verb.i < second[0]:
        made = draft(verb, "raising", entry, None, first)
        made.content.append(second)
        yield made


def _subject_and_infinitive(
    verb: Token, entry: Entry, children: list[Token], source: Range | None
) -> Iterator[Draft]:
    """ "He is believed to have fled": subject and infinitive are the content."""
    subject = next((c for c in children if c.dep_ == "nsubjpass"), None)
    clause = next((c for c in children if c.dep_ == "xcomp" and _has_to(c)), None)
    if subject is None or clause is None or subject.i > verb.i:
        return
    first = trim(verb.doc, *reach(subject))
    second = trim(verb.doc, *reach(clause))
    if first and second and first[1] <= verb.i < second[0]:
        made = draft(verb, "passive", entry, source, first)
        made.content.append(second)
        yield made
