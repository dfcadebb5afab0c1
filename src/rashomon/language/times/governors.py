"""The words that a time expression hangs on: "arrested *Monday* in connection with the fire"."""

from spacy.tokens import Token

from rashomon.language.times.scene import Scene
from rashomon.language.times.tense import cues

_STEPS = 8
_TOLD_BY = frozenset({"NOUN", "VERB", "AUX"})


def governors(start: int, end: int, scene: Scene) -> tuple[str, ...]:
    """Lemmas of the nouns over the expression, nearest first, up to and with the first verb.

    A verb stands with its particle or bare object ("turn in", "take place"). What opens a
    sentence before a verb of saying hangs on what is said ("On Monday, he says, it *burned*").
    Empty where the text is not parsed or nothing stands over the expression.
    """
    token = scene.token(start)
    if token is None or not scene.parsed:
        return ()
    found: list[str] = []
    for _ in range(_STEPS):
        head = token.head
        if head.i == token.i:
            break
        token = head
        if start <= token.idx < end or token.pos_ not in _TOLD_BY:
            continue
        if token.pos_ == "NOUN":
            found.append(token.lemma_.lower())
            continue
        found.append(_verb(_said_by(token, start)))
        break
    return tuple(found)


def _said_by(verb: Token, start: int) -> Token:
    """The verb of the content where the expression stands before the speaker."""
    content = next((child for child in verb.rights if child.dep_ == "ccomp"), None)
    speaker = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    fronted = speaker is not None and start < speaker.left_edge.idx
    return content if content is not None and fronted else verb


def _verb(token: Token) -> str:
    lemma = token.lemma_.lower()
    light = lemma in cues("light")
    for child in token.rights:
        bare = child.n_lefts == child.n_rights == 0 or light
        if child.dep_ == "prt" or (child.dep_ == "dobj" and bare and child.pos_ == "NOUN"):
            return f"{lemma} {child.lemma_.lower()}"
        if light and child.dep_ == "prep":  # "taken into custody"
            objects = [each for each in child.rights if each.dep_ == "pobj" and not each.n_lefts]
            return f"{lemma} {objects[0].lemma_.lower()}" if objects else lemma
    return lemma
