"""Which drafts are attributions, and which of the drafts of one cue has the right content.

Both are logistic sums of traits with weights learned once by ``benchmarks/voices.py``;
docs/model-card-voices.md says from what, how well they do and where they fail.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from rashomon.data import lexicon
from rashomon.data.body_names import body_nouns
from rashomon.language.attributions.drafts import Draft
from rashomon.language.attributions.polarity import polarity_of
from rashomon.language.attributions.traits import Setting, traits

_WITHIN = -1.2
"""Enough within what another says: the annotators that the weights are from seldom went there."""

Weights = Mapping[str, tuple[float, float]]
"""By trait: what it says for this content of the cue, and for taking the draft at all."""


@cache
def weights() -> Weights:
    """The weights of each trait that has any."""
    rows = lexicon("voice_weights", "all")
    return {row["trait"]: (float(row["choose"]), float(row["take"])) for row in rows}


def judged(doc: Doc, drafts: Sequence[Draft], setting: Setting) -> list[Draft]:
    """Of each cue the likeliest draft, where more speaks for than against it.

    What a source would not confirm is always kept: it is no claim, and must not become one.
    """
    table = weights()
    for made in drafts:
        weigh(made, traits(doc, made, setting), table)
    best = chosen(drafts)
    kept = [made for made in best if made.taken > 0 or _certain(doc, made)]
    said = bytearray(len(doc))
    for made in kept:
        for start, end in made.content:
            said[start:end] = b"\1" * (end - start)
    known = {made.head for made in kept}
    within = (made for made in best if made.head not in known and said[made.head])
    return [*kept, *(made for made in within if made.taken > _WITHIN)]


def _certain(doc: Doc, made: Draft) -> bool:
    """What a source would not confirm, and the words behind a body's name and a colon."""
    if made.frame == "label" and made.source is not None:
        return doc[made.source[0] : made.source[1]].root.lemma_.lower() in body_nouns()
    return polarity_of(doc, made) == "unconfirmed"


def weigh(made: Draft, names: Iterable[str], table: Weights) -> None:
    """Sum up what the traits say."""
    found = [table[name] for name in names if name in table]
    made.chosen = sum(choose for choose, _ in found)
    made.taken = sum(take for _, take in found)


def reasons(doc: Doc, made: Draft, setting: Setting, most: int = 5) -> list[tuple[str, float]]:
    """What weighs most for or against taking a draft, the heaviest first."""
    table = weights()
    found = {name: table[name][1] for name in traits(doc, made, setting) if name in table}
    return sorted(found.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:most]


def chosen(drafts: Sequence[Draft]) -> list[Draft]:
    """Of the drafts with one cue the one with the likeliest content."""
    best: dict[int, Draft] = {}
    for made in drafts:
        other = best.get(made.head)
        if other is None or _order(made) < _order(other):
            best[made.head] = made
    return list(best.values())


def _order(made: Draft) -> tuple[float, int, int, str]:
    return -made.chosen, made.start, -made.content[-1][1], made.frame
