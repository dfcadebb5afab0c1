"""What speaks for or against taking a draft as an attribution: facts of grammar, by name.

No word of a text is a trait, only what kind of word it is: a person's name, a pronoun of the
first person, a modal, a clause with "that". Each is also counted with the group that the draft's
frame belongs to ("clause: source is a thing"). The weights are in ``data/all/voice_weights.tsv``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.language.attributions.drafts import MARKS, Draft, Range, having
from rashomon.language.attributions.extents import may_end
from rashomon.language.attributions.lexicons import cues, nouns, roles

_GROUPS = {
    "that": "clause",
    "aside": "aside",
    "according": "aside",
    "label": "label",
    "inf": "act",
    "ing": "act",
    "object": "thing",
    "object+": "phrase",
    "naming": "phrase",
    "raising": "raised",
    "passive": "raised",
    "seen": "raised",
    "done": "done to",
    "antecedent": "thing",
    "quote": "speech",
    "same": "same",
}
_DEPS = frozenset({"ROOT", "conj", "relcl", "advcl", "acl", "ccomp", "xcomp", "pcomp", "parataxis"})
_LENGTHS = (1, 3, 6, 10, 16, 30)
_UP = 4  # how many verbs above the cue are asked for a condition


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a whole text: by token the number of its quotation or -1, and who tells."""

    inside: Sequence[int]
    first_person: bool
    headline: int

    @classmethod
    def of(cls, doc: Doc, inside: Sequence[int], paragraphs: Sequence[Range]) -> "Setting":
        """``inside``: by token the number of the quotation that it stands in, or -1."""
        own = sum(inside[i] < 0 for i in having(doc, "LOWER", cues("first-person")))
        return cls(inside, own * 150 > len(doc), _headline(doc, paragraphs))


def _headline(doc: Doc, paragraphs: Sequence[Range]) -> int:
    """Where a first paragraph that ends without a full stop ends, else 0."""
    if not paragraphs:
        return 0
    start, end = paragraphs[0]
    while end > start and doc[end - 1].is_space:
        end -= 1
    return end if end > start and end - start < 30 else 0


def group_of(made: Draft) -> str:
    """The group of frames that a draft belongs to."""
    frame = made.frame.split()[0]
    if frame.startswith("n:"):
        return "noun clause" if frame == "n:that" else "noun"
    return _GROUPS.get(frame, "phrase")


def traits(doc: Doc, made: Draft, setting: Setting) -> list[str]:
    """The names of all traits of a draft, those of its group too."""
    group = group_of(made)
    variant = made.frame.split()[1:]
    own = [
        *(f"end {name}" for name in variant if name not in ("to", "as")),
        *_habit(made),
        *_source(doc, made, setting),
        *_cue(doc, made, setting),
        *_content(doc, made, setting),
    ]
    return ["bias", group, f"frame {made.frame}", *own, *(f"{group}: {name}" for name in own)]


def _habit(made: Draft) -> Iterator[str]:
    yield "habit unknown" if made.often is None else f"habit {made.often}"


# --- source -----------------------------------------------------------------------------------


def _source(doc: Doc, made: Draft, setting: Setting) -> Iterator[str]:
    if made.source is None:
        yield "source none"
        return
    start, end = made.source
    head = doc[start:end].root
    kind = _kind(head, end - start)
    yield f"source {kind}"
    if setting.first_person:
        yield f"source {kind} in a first-person text"
    if head.head.i != made.head:
        yield "source shared"
    if start > made.head:
        yield "source after"
    if end - start > 8:
        yield "source long"
    if head.tag_ in ("NNS", "NNPS"):
        yield "source plural"


def _kind(head: Token, length: int) -> str:
    """What kind of word names the source."""
    word = head.lower_
    if head.pos_ == "PRON" or (length == 1 and word in cues("pronoun")):
        for kind in ("first-person", "second-person", "third-person", "relative"):
            if word in cues(kind):
                return kind
        return "pronoun"
    if head.lemma_.lower() in roles():
        return "role"
    if head.ent_type_ == "PERSON":
        return "person"
    if head.pos_ == "PROPN":
        return "state" if head.ent_type_ == "GPE" else "name"
    return "thing" if head.pos_ == "NOUN" else "other"


# --- cue --------------------------------------------------------------------------------------


def _cue(doc: Doc, made: Draft, setting: Setting) -> Iterator[str]:
    head = doc[made.head]
    if setting.inside[head.i] >= 0:
        yield "cue quoted"
    if head.i < setting.headline:
        yield "cue in the headline"
    yield f"cue {head.tag_}" if head.pos_ in ("VERB", "AUX", "NOUN", "ADJ") else "cue other"
    yield f"cue is {head.dep_}" if head.dep_ in _DEPS else "cue is other"
    for child in head.lefts:
        if child.dep_ == "neg":
            yield "cue negated"
        elif child.tag_ == "MD":
            yield "cue modal " + ("future" if child.lower_ in cues("future") else "other")
        elif child.tag_ == "TO":
            yield "cue to"
        elif child.dep_ == "aux" and child.lemma_ in ("be", "have", "do"):
            yield f"cue with {child.lemma_}"
        elif child.dep_ == "mark" or child.tag_ in ("WRB", "WP", "WDT"):
            yield "cue subordinate"
    if _conditional(head):
        yield "cue conditional"
    sentence = head.sent
    last = next((t.text for t in reversed(doc[sentence.start : sentence.end]) if t.is_punct), "")
    if "?" in (last, doc[sentence.end - 1].text):
        yield "question"


def _conditional(token: Token) -> bool:
    for _ in range(_UP):
        if token.dep_ == "advcl" and any(c.lower_ in cues("condition") for c in token.lefts):
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


# --- content ----------------------------------------------------------------------------------


def _content(doc: Doc, made: Draft, setting: Setting) -> Iterator[str]:
    start, end = made.content[0]
    size = sum(b - a for a, b in made.content)
    yield f"content length {sum(size > n for n in _LENGTHS)}"
    yield f"content opens with {_opening(doc[start])}"
    yield from _end(doc, made)
    if len(made.content) > 1:
        yield "content in pieces"
    if made.quotes:
        yield "content holds quotation"
    if made.kind == "direct":
        yield "content all quoted"
    if end < made.head:
        yield "content before"
    elif start - made.head > 4:
        yield "content far"
    if doc[start - 1].text == ":" and start:
        yield "content after a colon"
    yield from _object(doc, made)


def _end(doc: Doc, made: Draft) -> Iterator[str]:
    """What stands around the end of the last piece, and where the content might have ended."""
    start, end = made.content[-1]
    after = doc[end] if end < len(doc) else None
    if after is None or after.is_space or after.is_sent_start:
        yield "ends the sentence"
    else:
        yield f"ends before {'a mark' if after.text in MARKS else after.tag_}"
        if after.is_punct and end + 1 < len(doc):
            yield f"ends before {after.tag_} {doc[end + 1].tag_}"
    if any(may_end(doc, i) for i in range(start + 2, end - 2)):
        yield "content might have ended"
    if doc[end - 1].right_edge.i >= end:
        yield "content cut within a phrase"


def _opening(token: Token) -> str:
    if token.text in MARKS:
        return "a mark"
    if token.lower_ in ("that", "to"):
        return token.lower_
    if token.tag_ in ("WP", "WRB", "WDT") or token.lower_ in cues("question"):
        return "a question word"
    return token.pos_


def _object(doc: Doc, made: Draft) -> Iterator[str]:
    """What the head of a content that is no clause is."""
    start, end = made.content[0]
    root = doc[start:end].root
    if root.pos_ in ("VERB", "AUX"):
        yield "content has a verb"
        return
    yield f"content is {root.tag_}"
    if root.ent_type_:
        yield "content is a " + ("person" if root.ent_type_ == "PERSON" else "named thing")
    if root.lemma_.lower() in nouns():
        yield "content is a saying"
    if root.lemma_.lower() in roles():
        yield "content is a speaker"
    if any(c.tag_ == "PRP$" for c in root.lefts):
        yield "content is owned"
    if any(c.dep_ in ("relcl", "acl") for c in root.rights):
        yield "content has a clause"
