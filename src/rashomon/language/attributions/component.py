"""The spaCy component ``rashomon_attributions``."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.language import extensions
from rashomon.language.attributions.blocks import section_drafts, within_posts
from rashomon.language.attributions.citing import citing_drafts
from rashomon.language.attributions.drafts import Draft, Range
from rashomon.language.attributions.judging import judged
from rashomon.language.attributions.nesting import in_order, parents
from rashomon.language.attributions.nouns import noun_drafts
from rashomon.language.attributions.phrases import phrase_drafts
from rashomon.language.attributions.polarity import is_hedged, polarity_of
from rashomon.language.attributions.quotations import attach_quotations
from rashomon.language.attributions.quotes import numbered, paragraphs_of, quotes_in
from rashomon.language.attributions.sources import Sources, Who
from rashomon.language.attributions.tails import tail_drafts
from rashomon.language.attributions.tallies import tally_drafts
from rashomon.language.attributions.traits import Setting
from rashomon.language.attributions.turns import in_turns
from rashomon.language.attributions.verbs import verb_drafts
from rashomon.model.annotations import NOT_PROSE, Attribution, Section
from rashomon.model.base import NullReason
from rashomon.model.spans import Piece

extensions.register()


@Language.factory(
    "rashomon_attributions",
    assigns=["doc._.attributions"],
    requires=["doc._.sections", "doc._.names", "token.dep", "token.head", "token.lemma"],
)
class Attributions:
    """Finds who says what."""

    def __init__(self, nlp: Language, name: str) -> None:
        """Keep the component's name in its pipeline."""
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.attributions``."""
        doc._.attributions = find_attributions(doc)
        return doc


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """All attributions of a parsed text, by the start of their content."""
    if not len(doc) or not doc.has_annotation("DEP"):
        return ()
    sources = Sources(doc, doc._.names)
    drafts = in_order(in_turns(doc, _drafts(doc)))
    for made in drafts:
        if made.source is not None:
            made.source = sources.whole(made.source, made.cue)
    above = parents(drafts)
    cutter = Cutter(doc, doc.text)
    who = sources.all_of(drafts, above)
    return tuple(_finished(cutter, made, n, above[n], who[n]) for n, made in enumerate(drafts))


def _drafts(doc: Doc) -> list[Draft]:
    """All that is accepted, what sections are as a whole among it."""
    sections: Sequence[Section] = doc._.sections
    proposed, setting = candidates(doc)
    drafts = judged(doc, proposed, setting)
    whole = list(section_drafts(doc, sections))
    posts = sorted((d for d in whole if d.kind == "post"), key=lambda d: d.start)
    tails = list(tail_drafts(doc))
    by_tail = {made.head for made in tails}
    drafts = [d for d in drafts if d.source is not None or d.head not in by_tail]
    known = {made.head for made in drafts}
    more = [*tally_drafts(doc), *tails]
    added = _prose(doc, [made for made in more if made.head not in known])
    return [*within_posts(_with_cited(doc, [*drafts, *added]), posts), *_prose(doc, whole)]


def _with_cited(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """With those whom others cite, in place of the bare words that they are cited."""
    cited = citing_drafts(doc, drafts)
    heads = {made.head for made in cited}
    return [*(made for made in drafts if made.head not in heads), *cited]


def candidates(doc: Doc) -> tuple[list[Draft], Setting]:
    """All that the rules propose in the prose of a text, and what is judged with it."""
    sections: Sequence[Section] = doc._.sections
    borders = [s.start for s in sections] + [s.end for s in sections]
    paragraphs = paragraphs_of(doc, borders)
    quotes = quotes_in(doc, paragraphs)
    inside = numbered(doc, quotes)
    drafts = [*verb_drafts(doc), *noun_drafts(doc), *phrase_drafts(doc, paragraphs)]
    drafts = attach_quotations(doc, paragraphs, quotes, inside, drafts)
    return _prose(doc, drafts), Setting.of(doc, inside, paragraphs)


def _prose(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """Without what stands in tags, credits, captions and furniture."""
    shut = sorted((s.start, s.end) for s in doc._.sections if s.kind in NOT_PROSE)
    starts = [start for start, _ in shut]

    def is_prose(at: int) -> bool:
        before = bisect_right(starts, at)
        return not before or at >= shut[before - 1][1]

    return [made for made in drafts if is_prose(doc[made.head].idx)]


@dataclass(frozen=True, slots=True)
class Cutter:
    """Cuts pieces of characters for ranges of tokens."""

    doc: Doc
    text: str

    def piece(self, span: Range | None) -> Piece | None:
        """The words of a range, or ``None`` for none."""
        if span is None:
            return None
        last = self.doc[span[1] - 1]
        return Piece.cut(self.text, self.doc[span[0]].idx, last.idx + len(last))


def _finished(
    cutter: Cutter, made: Draft, number: int, parent: int | None, who: Who
) -> Attribution:
    source, cue = cutter.piece(made.source), cutter.piece(made.cue)
    missing: dict[str, NullReason] = {}
    for field, value in (("source", source), ("cue", cue), ("name", who.name)):
        if value is None:
            missing[field] = "unresolved" if field == "name" and source else "not-stated"
    pieces = (cutter.piece(span) for span in sorted(made.content))
    return Attribution(
        id=f"a{number}",
        source=source,
        cue=cue,
        content=tuple(piece for piece in pieces if piece is not None),
        kind=made.kind,
        polarity=polarity_of(cutter.doc, made),
        hedged=is_hedged(cutter.doc, made),
        parent=None if parent is None else f"a{parent}",
        name=who.name,
        voice_kind=who.kind,
        why_null=missing,
    )
