"""The spaCy component ``rashomon_charges``: who accuses whom of what → ``doc._.charges``."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from rashomon.language.charges.frames import Frame, frames
from rashomon.language.charges.phrases import whole
from rashomon.language.extensions import register
from rashomon.model.charges import Charge, Matter
from rashomon.model.spans import Piece


class Charger:
    """Finds charges in a parsed ``Doc``; holds no state between documents."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.charges`` and return the same ``Doc``."""
        text = doc.text
        found = frames(doc) if doc.has_annotation("DEP") else ()
        doc._.charges = tuple(_charge(each, doc, text) for each in found)
        return doc


@Language.factory(
    "rashomon_charges",
    assigns=["doc._.charges"],
    requires=["token.dep", "token.head", "token.lemma"],
)
def make_charger(nlp: Language, name: str) -> Charger:
    """The factory that spaCy calls."""
    register()
    return Charger()


def _charge(frame: Frame, doc: Doc, text: str) -> Charge:
    def piece(start: int, end: int) -> Piece:
        last = doc[end - 1]
        return Piece.cut(text, doc[start].idx, last.idx + len(last))

    def of(token: Token) -> Piece:
        return piece(*whole(token, frame.until))

    matter = tuple(
        Matter(
            start=doc[start].idx,
            end=doc[end - 1].idx + len(doc[end - 1]),
            exact=piece(start, end).exact,
            head=piece(head.i, head.i + 1),
            lemma=(head.lemma_ or head.text).lower(),
            verbal=head.pos_ in ("VERB", "AUX"),
        )
        for head, start, end in frame.matter
    )
    word = frame.cue if frame.cue is not None else frame.verb
    cue = piece(word.i, word.i + 1)
    return Charge(
        start=cue.start,
        end=cue.end,
        exact=cue.exact,
        frame="did" if frame.name == "did" else "accused",
        by=of(frame.by) if frame.by is not None else None,
        parties=tuple(of(party) for party in frame.parties),
        each=frame.each,
        matter=matter,
        participle=frame.verb.dep_ in ("acl", "amod"),
        negated=frame.negated,
        wished=frame.wished,
    )
