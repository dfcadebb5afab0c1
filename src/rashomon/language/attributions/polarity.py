"""Whether the source affirms the content, denies it, or will not confirm it."""

from spacy.tokens import Doc

from rashomon.language.attributions.drafts import Draft
from rashomon.language.attributions.lexicons import cues
from rashomon.model.annotations import Polarity


def polarity_of(doc: Doc, made: Draft) -> Polarity:
    """``unconfirmed`` for "could not confirm", "declined to say"; ``denied`` for "denied that"."""
    if made.cue is None or made.frame in ("label", "quote", "same", "block", "post"):
        return made.polarity
    head = doc[made.head]
    negated = any(c.dep_ == "neg" or c.lower_ in cues("negation") for c in head.lefts)
    lemma = head.lemma_.lower()
    refused = head.head.lemma_.lower() in cues("refuse") and head.dep_ in ("xcomp", "acl", "advcl")
    if lemma in cues("refuse") and any(doc[s].tag_ == "TO" for s, _ in made.content):
        return "unconfirmed"
    if (negated or refused) and lemma in cues("confirm"):
        return "unconfirmed"
    if made.polarity == "denied":
        return "affirmed" if negated and lemma == "deny" else "denied"
    return made.polarity


def is_hedged(doc: Doc, made: Draft) -> bool:
    """Whether the cue is unsure: by its entry, or by a word beside it ("reportedly said")."""
    if made.hedged or made.cue is None:
        return made.hedged
    head = doc[made.head]
    return any(c.lower_ in cues("hedge") for c in head.lefts)
