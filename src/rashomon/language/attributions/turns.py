"""Where another begins to speak within what the parse gives to the first.

"The rebels say soldiers did it; the army says the rebels fled" is two accounts, and the second is
no part of the first.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from rashomon.language.attributions.drafts import Draft, trim
from rashomon.language.attributions.lexicons import cues, verbs

_FEWEST = 2  # words of what the first says


def in_turns(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each ended where another source takes its turn behind it."""
    turns = sorted(turn for turn in (_turn(doc, made) for made in drafts) if turn is not None)
    return [_ended(doc, made, turns) for made in drafts]


def _turn(doc: Doc, made: Draft) -> int | None:
    """Where a source that begins a clause of its own stands, behind ";" or ", while"."""
    if made.source is None or made.cue is None or made.cue[0] < made.source[1]:
        return None
    entry = verbs().get(doc[made.head].lemma_.lower())
    if entry is None or not entry.quotes or doc[made.source[0]].lower_ in cues("no-aside"):
        return None
    first = made.source[0]
    if first < _FEWEST:
        return None
    opening, before = doc[first - 1], doc[first - 2]
    if opening.lower_ in cues("turn"):
        apart = before.text in (",", ";") or opening.lower_ in cues("subordinate")
        return opening.i if apart else None
    return first if opening.text == ";" else None


def _ended(doc: Doc, made: Draft, turns: Sequence[int]) -> Draft:
    """Ended before the first turn within what stands behind its own cue, quotations aside."""
    (start, end), *more = made.content
    if more or made.quotes or made.cue is None or made.kind != "indirect" or made.cue[1] > start:
        return made
    at = bisect_left(turns, start + _FEWEST)
    if at == len(turns) or turns[at] >= end:
        return made
    span = trim(doc, start, turns[at])
    return made if span is None else replace(made, content=[span])
