"""The spaCy component ``rashomon_places``: sets ``doc._.places``."""

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.data.place_table import Entry
from rashomon.language.extensions import register
from rashomon.language.places.belief import weigh
from rashomon.language.places.candidates import Candidate, find
from rashomon.language.places.lexicons import namesakes
from rashomon.language.places.mentions import of_entry
from rashomon.language.places.namesakes import key_of, settle, stated_areas


class PlacesComponent:
    """Doc → Doc: place names and described places, each put on the map where that can be done."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.places``, in order of ``start``."""
        candidates = find(doc)
        weigh(candidates)
        accepted = [candidate for candidate in candidates if candidate.accepted]
        choices = settle(accepted, _outlet_places(doc._.outlet))
        stated = stated_areas(accepted)
        doc._.places = tuple(
            of_entry(doc.text, *_offsets(doc, candidate), choices[key_of(candidate, stated)])
            for candidate in accepted
        )
        return doc


def _offsets(doc: Doc, candidate: Candidate) -> tuple[int, int]:
    last = doc[candidate.end - 1]
    return doc[candidate.start].idx, last.idx + len(last)


def _outlet_places(outlet: str | None) -> tuple[Entry, ...]:
    """Places that the outlet is named after ("Arvik Courier"): the longest name it begins with."""
    words = (outlet or "").split()[:6]
    for start in (0, 1):
        for end in range(len(words), start, -1):
            found = namesakes(" ".join(words[start:end]))
            if found:
                return found
    return ()


@Language.factory("rashomon_places", assigns=["doc._.places"], requires=["doc.ents", "doc._.names"])
def make_places(nlp: Language, name: str) -> PlacesComponent:
    """The factory that spaCy calls."""
    register()
    return PlacesComponent()
