"""Names that the words around them tell to be places, whether or not a gazetteer has them.

All mentions of one name in a report speak together: "the village of Arvik" makes a place of every
"Arvik" in it. Each kind of ground counts once, for or against.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc
from wordfreq import zipf_frequency

from rashomon.language.places.candidates import Candidate
from rashomon.language.places.grounds import WEIGHTS, Around, area_behind, grounds, label
from rashomon.language.places.lexicons import cues
from rashomon.language.places.runs import runs
from rashomon.language.places.words import Words

ENOUGH = 2.0
"""The belief, as a sum of weights, from which a name is taken for a place."""
_BEHIND = frozenset({"compound", "possessive", "speaks"})


@dataclass(slots=True)
class Told:
    """A name (its tokens in lower case) with where it stands and what speaks for and against its
    being a place; ``area`` is the country or division that the text states for it, ``shouted``
    whether it always stands in capitals."""

    said: tuple[str, ...]
    spans: list[tuple[int, int]] = field(default_factory=list)
    grounds: set[str] = field(default_factory=set)
    area: Candidate | None = None
    labels: list[float] = field(default_factory=list)
    shouted: bool = True

    @property
    def belief(self) -> float:
        """The weighed sum; what the text calls a village is one, whatever stands behind it."""
        told = self.grounds - (_BEHIND if "called" in self.grounds else set())
        return sum(WEIGHTS[g] for g in sorted(told)) + sum(self.labels) / len(self.labels)


def told_places(
    words: Words,
    taken: set[int],
    areas: Mapping[int, Candidate],
    known: Collection[int] = (),
    listed: Callable[[str], bool] = lambda _: False,
) -> list[Told]:
    """The names that are told to be places, in the order of their first mention; none of their
    tokens is ``taken``. ``areas`` are the countries and divisions named, by where they begin,
    ``known`` all tokens that name places; ``listed`` says whether the gazetteer has a town of that
    name where the report is told of."""
    found: dict[tuple[str, ...], Told] = {}
    around = Around.of(words, known, areas)
    parts = _parts_of_people(words.doc)
    for start, end in runs(words, taken):
        said = tuple(word.casefold() for word in words.tokens[start:end])
        if all(word in cues("direction") for word in said):  # "in Southeast", of some city
            continue
        each = found.setdefault(said, Told(said))
        each.spans.append((start, end))
        here = set(grounds(around, start, end))
        if "in" in here & each.grounds:
            here.add("again")
        if "in" in here and all(zipf_frequency(word, "en") == 0.0 for word in said):
            here.add("strange")
        each.grounds |= here
        if listed(words.written(start, end)):
            each.grounds.add("listed")
        if len(said) == 1 and said[0] in parts:
            each.grounds.add("person")
        each.area = each.area or area_behind(words, start, end, areas)
        if each.area is not None:
            each.grounds.add("stated")
        each.labels.append(label(words, start, end))
        each.shouted = each.shouted and words.written(start, end).isupper()
    return [each for each in found.values() if each.belief >= ENOUGH and not _only_shouted(each)]


def _only_shouted(told: Told) -> bool:
    """Whether it stands in capitals alone and heads nothing: a headline in capitals says little."""
    return told.shouted and not told.grounds & {"stated", "dateline", "head"}


def _parts_of_people(doc: Doc) -> set[str]:
    """First names and surnames of those whom the report gives a full name."""
    full = [name.canonical.split() for name in doc._.names if name.kind == "person"]
    people = [p for p in full if len(p) > 1 and p[-1].lower() not in cues("apart")]
    return {part.casefold() for parts in people for part in parts}
