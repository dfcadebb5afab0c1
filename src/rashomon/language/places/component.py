"""The spaCy component ``rashomon_places``: sets ``doc._.places``."""

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.data.place_table import Entry
from rashomon.language.extensions import register
from rashomon.language.places.belief import weigh
from rashomon.language.places.candidates import Candidate, find
from rashomon.language.places.lexicons import country_cues, namesakes
from rashomon.language.places.mentions import of_entry, of_site
from rashomon.language.places.namesakes import Choice, Hints, key_of, settle, stated_areas
from rashomon.language.places.sites import Site, find_sites
from rashomon.model.annotations import PlaceMention

Choices = dict[tuple[str, str | None], Choice]
AWAY_KM = 25.0
"""How far "near" and "outside" reach."""


class PlacesComponent:
    """Doc → Doc: place names and described places, each put on the map where that can be done."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.places``, in order of ``start``."""
        candidates = find(doc)
        weigh(candidates)
        accepted = [candidate for candidate in candidates if candidate.accepted]
        sites = find_sites(doc, accepted)
        choices = settle(accepted, _hints(doc))
        stated = stated_areas(accepted)
        covered = {at for site in sites for at in range(site.start, site.end)}
        mentions = [
            of_entry(doc.text, *_offsets(doc, place), choices[key_of(place, stated)])
            for place in accepted
            if place.start not in covered
        ]
        mentions += [_site_mention(doc, site, choices, stated) for site in sites]
        doc._.places = tuple(sorted(mentions, key=lambda mention: mention.start))
        return doc


def _site_mention(
    doc: Doc, site: Site, choices: Choices, stated: dict[str, str | None]
) -> PlaceMention:
    around = choices[key_of(site.anchor, stated)].entry if site.anchor else None
    natural = site.noun.kind == "natural"
    reach = (around.radius_km or 0.0) if around else 0.0
    return of_site(
        doc.text,
        *_offsets(doc, site),
        name=site.name,
        kind="relative" if site.away else "natural" if natural else "facility",
        around=around,
        radius_km=max(reach, AWAY_KM) if site.away or natural else reach,
        evidence=f"{around.name}: {site.why}" if around else "the text does not say where it lies",
    )


def _offsets(doc: Doc, words: Candidate | Site) -> tuple[int, int]:
    last = doc[words.end - 1]
    return doc[words.start].idx, last.idx + len(last)


def _hints(doc: Doc) -> Hints:
    """The outlet's own place, and each country with how many different words hint at it."""
    hinting = country_cues()
    words = {token.lower_ for token in doc}
    countries = Counter(code for word in words & hinting.keys() for code in hinting[word])
    return Hints(_outlet_places(doc._.outlet), countries)


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
