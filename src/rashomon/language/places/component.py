"""The spaCy component ``rashomon_places``: sets ``doc._.places``."""

from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.language.extensions import register
from rashomon.language.places.belief import stray, weigh
from rashomon.language.places.candidates import Candidate, find
from rashomon.language.places.home import home, told_states
from rashomon.language.places.lexicons import country_cues
from rashomon.language.places.mentions import of_entry, of_site
from rashomon.language.places.namesakes import Choice, Hints, key_of, settle, stated_areas
from rashomon.language.places.sites import Site, find_sites
from rashomon.language.places.unlisted import unlisted
from rashomon.language.places.words import Words
from rashomon.model.annotations import PlaceMention

UNLISTED = "in no gazetteer; its country is said in the text"
AWAY_KM = 25.0
"""How far "near" and "outside" reach."""


class PlacesComponent:
    """Doc → Doc: place names and described places, each put on the map where that can be done."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.places``, in order of ``start``."""
        words = Words.of(doc)
        candidates = find(words)
        weigh(candidates)
        accepted = [candidate for candidate in candidates if candidate.accepted]
        choices = settle(accepted, _hints(words))
        stated = stated_areas(accepted)
        for place in accepted:
            place.entry = choices[key_of(place, stated)].entry
        accepted = [place for place in accepted if not stray(place, accepted)]
        towns = unlisted(words, accepted)
        choices |= {key_of(t, stated): Choice(t.entries[0], UNLISTED) for t in towns}
        accepted = _with(towns, accepted)
        sites = find_sites(words, accepted)
        covered = {at for site in sites for at in range(site.start, site.end)}
        mentions = [
            of_entry(
                words.text, *words.offsets(place.start, place.end), choices[key_of(place, stated)]
            )
            for place in accepted
            if covered.isdisjoint(range(place.start, place.end))
        ]
        mentions += [_site_mention(words, site) for site in sites]
        doc._.places = tuple(sorted(mentions, key=lambda mention: mention.start))
        return doc


def _with(towns: list[Candidate], accepted: list[Candidate]) -> list[Candidate]:
    """The towns that only the text knows, in place of what the gazetteer read in their words."""
    taken = {at for town in towns for at in range(town.start, town.end)}
    kept = [place for place in accepted if taken.isdisjoint(range(place.start, place.end))]
    return sorted(kept + towns, key=lambda place: place.start)


def _site_mention(words: Words, site: Site) -> PlaceMention:
    around = site.anchor.entry if site.anchor else None
    natural = site.noun.kind == "natural"
    reach = (around.radius_km or 0.0) if around else 0.0
    return of_site(
        words.text,
        *words.offsets(site.start, site.end),
        name=site.name,
        kind="natural" if natural else "facility" if site.named or not site.away else "relative",
        around=around,
        radius_km=max(reach, AWAY_KM) if site.away or natural else reach,
        evidence=f"{around.name}: {site.why}" if around else "the text does not say where it lies",
    )


def _hints(words: Words) -> Hints:
    """The outlet's own place, and each country with how many different words hint at it."""
    hinting = country_cues()
    told = {word.lower() for word in words.tokens} & hinting.keys()
    countries = Counter(code for word in told for code in hinting[word])
    notes = words.doc._
    return Hints(home(notes.outlet, notes.url, notes.title), told_states(notes.title), countries)


@Language.factory("rashomon_places", assigns=["doc._.places"], requires=["doc.ents", "doc._.names"])
def make_places(nlp: Language, name: str) -> PlacesComponent:
    """The factory that spaCy calls."""
    register()
    return PlacesComponent()
