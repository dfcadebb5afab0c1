"""An attribution while it is being found, in tokens; and small questions about the parse."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from rashomon.language.attributions.lexicons import Entry
from rashomon.model.annotations import AttributionKind, Polarity

Range = tuple[int, int]
"""Token indices, the end not included."""

MARKS = frozenset({'"', "“", "”", "''", "``", "«", "»", "„", "‘", "’", "'"})
_EDGE = frozenset(
    {",", ".", ";", ":", "-", "–", "—", "--", "...", "…", "?", "!", "(", ")", "[", "]"}
)
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(slots=True)
class Draft:
    """One attribution in tokens. ``head`` is the cue's chief word, ``frame`` the rule, ``key``
    the frame in the lexicon; ``often`` how many times in ten the word attributes in it; ``chosen``
    and ``taken`` what speaks for this content and for its being an attribution."""

    head: int
    frame: str
    cue: Range | None
    source: Range | None
    content: list[Range]
    hedged: bool = False
    polarity: Polarity = "affirmed"
    kind: AttributionKind = "indirect"
    speaker: str | None = None
    handle: str | None = None
    quotes: list[int] = field(default_factory=list)
    key: str = ""
    often: int | None = None
    chosen: float = 0.0
    taken: float = 0.0
    above: int | None = None
    """The head of the draft that this one stands in, where its content does not show it."""

    @property
    def start(self) -> int:
        """The first token of the content."""
        return self.content[0][0]

    def holds(self, index: int) -> bool:
        """Whether the token lies in the content."""
        return any(start <= index < end for start, end in self.content)


def draft(
    token: Token, frame: str, entry: Entry, source: Range | None, content: Range, key: str = ""
) -> Draft:
    """A draft with a verb or other word as its cue; ``key`` is the frame in its entry."""
    return Draft(
        head=token.i,
        frame=frame,
        cue=cue_of(token),
        source=source,
        content=[content],
        hedged=entry.hedged or (entry.hedged_unnamed and source is None),
        polarity=entry.polarity,
        key=key or frame,
        often=entry.often.get(key or frame),
    )


def having(doc: Doc, attribute: str, values: Iterable[str]) -> list[int]:
    """The tokens of which an attribute ("TAG", "POS", "LOWER") is one of the values."""
    wanted = {doc.vocab.strings[value] for value in values}
    return [i for i, value in enumerate(doc.to_array(attribute).tolist()) if value in wanted]


def reach(token: Token) -> Range:
    """From the first to the last word that hangs on ``token``."""
    return token.left_edge.i, token.right_edge.i + 1


def trim(doc: Doc, start: int, end: int) -> Range | None:
    """Without white space and punctuation around it; a closing quotation mark holds its comma."""
    while start < end and (doc[start].is_space or doc[start].text in _EDGE):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _EDGE):
        end -= 1
    while start < end and doc[start].text == "”":
        start += 1
    while start < end and (doc[start].is_space or doc[start].text in _EDGE):
        start += 1
    return (start, end) if start < end else None


def is_verbal(token: Token) -> bool:
    """Whether the tagger takes it for a verb."""
    return token.pos_ in _VERBAL


def is_passive(token: Token, children: Iterable[Token]) -> bool:
    """Whether the verb stands in the passive (also as a bare participle: "a man accused of")."""
    if token.tag_ != "VBN":
        return False
    return token.dep_ == "acl" or any(c.dep_ in ("auxpass", "nsubjpass") for c in children)


def cue_of(token: Token) -> Range:
    """A cue with the auxiliaries, negation and particles next to it."""
    start, end = token.i, token.i + 1
    doc = token.doc
    while start > 0 and _belongs(doc[start - 1], token):
        start -= 1
    while end < len(doc) and doc[end].head.i == token.i and doc[end].dep_ == "prt":
        end += 1
    while start < token.i and doc[start].dep_ == "advmod":
        start += 1
    return start, end


def _belongs(other: Token, token: Token) -> bool:
    return other.head.i == token.i and other.dep_ in ("aux", "auxpass", "neg", "advmod")
