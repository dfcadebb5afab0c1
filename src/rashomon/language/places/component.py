"""The spaCy component ``rashomon_places``: sets ``doc._.places``."""

from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.data.place_table import Entry
from rashomon.language.extensions import register
from rashomon.language.places.anchors import Site
from rashomon.language.places.belief import SURE, weigh
from rashomon.language.places.candidates import Candidate, find
from rashomon.language.places.clues import gather_clues
from rashomon.language.places.company import Company
from rashomon.language.places.containment import (
    narrow_to_kind,
    regions_to_divisions,
    state_containment,
    state_owners,
    state_peoples,
    unlisted_town,
)
from rashomon.language.places.distances import Spot, placed, spots, stands_alone
from rashomon.language.places.home import home, told_states
from rashomon.language.places.land import land_of, state_of
from rashomon.language.places.lexicons import country_cues
from rashomon.language.places.mentions import of_entry, of_part, of_site, of_spot
from rashomon.language.places.namesakes import Choice, Hints, Key, key_of, settle, stated_areas
from rashomon.language.places.parts import find_parts
from rashomon.language.places.quarters import quarters
from rashomon.language.places.sites import find_sites
from rashomon.language.places.unlisted import unlisted
from rashomon.language.places.words import Words
from rashomon.model.annotations import NameMention, PlaceMention

UNLISTED = "in no gazetteer; its country is said in the text"
AMBIGUOUS = "several of that name; the text does not say which"
VILLAGE = 5_000
"""People; fewer are known to nobody from afar."""
NOWHERE = "in no gazetteer; the text does not say in which country"
TOLD = "told as a place of this country"
_GIVE_WAY = frozenset({"person", "organisation"})
AWAY_KM = 25.0
"""How far "near" and "outside" reach."""


class PlacesComponent:
    """Doc → Doc: place names and described places, each put on the map where that can be done."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.places``, in order of ``start``."""
        words = Words.of(doc)
        hints = _hints(words)
        candidates = find(words)
        narrow_to_kind(words, candidates)
        regions_to_divisions(words, candidates)
        state_containment(words, candidates)
        state_peoples(words, candidates)
        state_owners(words, candidates)
        gather_clues(words, candidates)
        weigh(candidates, hints.outlet)
        accepted = [candidate for candidate in candidates if candidate.accepted]
        choices = settle(accepted, hints)
        stated = stated_areas(accepted)
        for place in accepted:
            place.entry = choices[key_of(place, stated)].entry
        company = Company(accepted, hints.outlet)
        accepted = [place for place in accepted if not company.stray(place)]
        _keep_near(accepted, choices, stated, hints.outlet)
        company = Company(accepted)
        accepted = [place for place in accepted if not company.abroad(place, words)]
        kept = {key_of(place, stated) for place in accepted}
        choices = {key: choice for key, choice in choices.items() if key in kept}
        _leave_open(accepted, choices, stated, hints)
        towns = unlisted(words, accepted, hints.outlet)
        for town in towns:
            choices.setdefault(key_of(town, stated), _from_text(town))
        accepted = _with(towns, accepted)
        told_off = list(spots(words, accepted))
        _put_at_spots(told_off, words, accepted, choices, stated)
        _put_in_counties(accepted, choices, stated)
        sites = find_sites(words, accepted, hints.outlet)
        choices |= dict(quarters(doc, sites, accepted, stated))
        covered = {at for site in sites for at in range(site.start, site.end)}
        parts = [
            part
            for part in find_parts(words, accepted, land_of(doc, accepted))
            if covered.isdisjoint(range(part.start, part.end))
        ]
        covered |= {at for part in parts for at in range(part.start, part.end)}
        mentions = [
            of_entry(
                words.text, *words.offsets(place.start, place.end), choices[key_of(place, stated)]
            )
            for place in accepted
            if covered.isdisjoint(range(place.start, place.end))
        ]
        mentions += [_site_mention(words, site) for site in sites]
        mentions += [
            of_part(words.text, *words.offsets(part.start, part.end), part.name, part.country)
            for part in parts
        ]
        mentions += [
            of_spot(words.text, spot)
            for spot in told_off
            if stands_alone(spot, words) and not _overlaps(spot, mentions)
        ]
        doc._.places = tuple(sorted(mentions, key=lambda mention: mention.start))
        known = {words.offsets(p.start, p.end) for p in accepted if _surely_town(p)}
        doc._.names = _without_places(doc, {words.offsets(t.start, t.end) for t in towns}, known)
        return doc


def _from_text(town: Candidate) -> Choice:
    entry = town.entries[0]
    if entry.geonameid is not None:
        return Choice(entry, TOLD)
    return Choice(entry, UNLISTED if entry.country_code else NOWHERE)


def _surely_town(place: Candidate) -> bool:
    return place.entry is not None and place.entry.kind == "settlement" and place.belief >= SURE


def _without_places(
    doc: Doc, towns: set[tuple[int, int]], known: set[tuple[int, int]]
) -> tuple[NameMention, ...]:
    """The names but for those that turned out to be a town: whose words one takes that only the
    text knows, or that are just a ``known`` one."""
    ordered = sorted(towns)
    return tuple(
        name
        for name in doc._.names
        if name.kind not in _GIVE_WAY
        or not ((name.start, name.end) in known or _touches(ordered, name))
    )


def _touches(ordered: list[tuple[int, int]], name: NameMention) -> bool:
    """Whether the name shares characters with one of the stretches, which lie apart, in order."""
    at = bisect_left(ordered, (name.end, 0)) - 1
    return at >= 0 and name.start < ordered[at][1]


def _keep_near(
    accepted: list[Candidate],
    choices: dict[Key, Choice],
    stated: dict[str, str | None],
    home: tuple[Entry, ...],
) -> None:
    """A small namesake in another state than all else is not what a local report means: it means
    a quarter or town, which the gazetteer lacks, of the outlet's own town or of the county told."""
    home = _likely_home(accepted, home)
    around = _own_area(accepted, home)
    company = Company(accepted, home)
    for place in accepted if around is not None else ():
        alone = key_of(place, stated)[1] is None and company.far_off(place)
        alone = alone and place.entry != around
        if alone and around is not None and place.entry and place.entry.kind == "settlement":
            place.entry = unlisted_town(place.text, around)
            evidence = f"no such place in {around.admin1}"
            if around.kind != "admin1":
                place.entry = _inside(place.entry, around)
                evidence += f"; put around {around.name}"
            choices[key_of(place, stated)] = Choice(place.entry, evidence)


def _likely_home(accepted: list[Candidate], home: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Of an outlet's towns of one name those in whose state most of the report's names lie."""
    names = {place.key: place.entry for place in accepted if place.entry is not None}
    states = Counter((entry.country_code, entry.admin1) for entry in names.values())
    most = max((states[e.country_code, e.admin1] for e in home), default=0)
    return tuple(e for e in home if states[e.country_code, e.admin1] == most)


def _leave_open(
    accepted: list[Candidate],
    choices: dict[Key, Choice],
    stated: dict[str, str | None],
    hints: Hints,
) -> None:
    """Of villages of one name no report without any country, city or home means the largest."""
    if hints.outlet or not all(_a_village(place) for place in accepted):
        return
    for place in accepted:
        key = key_of(place, stated)
        if choices[key].evidence.startswith("largest of"):
            place.entry = unlisted_town(place.text, None)
            choices[key] = Choice(place.entry, AMBIGUOUS)


def _a_village(place: Candidate) -> bool:
    entry = place.entry
    return entry is not None and entry.kind == "settlement" and entry.population < VILLAGE


def _own_area(accepted: list[Candidate], home: tuple[Entry, ...]) -> Entry | None:
    """The one county that the report names in the outlet's state, else the outlet's town, if the
    report names it, else the state that the report is told of."""
    states = {(place.country_code, place.admin1) for place in home}
    named = [c.entry for c in accepted if c.entry is not None]
    counties = {e for e in named if e.kind == "admin2" and (e.country_code, e.admin1) in states}
    if len(counties) == 1:
        return counties.pop()
    numbers = {entry.geonameid for entry in named}
    town = next((e for e in home if e.kind == "settlement" and e.geonameid in numbers), None)
    return town or state_of(accepted)


def _put_at_spots(
    told: list[Spot],
    words: Words,
    accepted: list[Candidate],
    choices: dict[Key, Choice],
    stated: dict[str, str | None],
) -> None:
    """Give each town without a point the spot that the text puts it at ("12 km north of Arvik")."""
    for spot in told:
        place = placed(spot, words, accepted)
        town = choices[key_of(place, stated)].entry if place is not None else None
        if place is None or town is None or town.lat is not None or town.kind != "settlement":
            continue
        country = {town.country_code, spot.town.country_code} - {None}
        if len(country) == 1:
            place.entry = replace(spot.point(), name=town.name)
            if town.admin1:
                place.entry = replace(place.entry, admin1=town.admin1, admin2=town.admin2)
            choices[key_of(place, stated)] = Choice(place.entry, f"in no gazetteer; {spot.name}")


def _overlaps(spot: Spot, mentions: list[PlaceMention]) -> bool:
    return any(each.start < spot.end and spot.start < each.end for each in mentions)


def _put_in_counties(
    accepted: list[Candidate],
    choices: dict[Key, Choice],
    stated: dict[str, str | None],
) -> None:
    """Give each town without a point that of the county named most in its state."""
    counties = Counter(
        place.entry for place in accepted if place.entry and place.entry.kind == "admin2"
    )
    of_state: dict[tuple[str | None, str | None], Entry] = {}
    for county, _ in counties.most_common():
        of_state.setdefault((county.country_code, county.admin1), county)
    for place in accepted:
        town = choices[key_of(place, stated)].entry
        if town.kind != "settlement" or town.lat is not None:
            continue
        around = of_state.get((town.country_code, town.admin1))
        if around is not None:
            evidence = f"in no gazetteer; {around.name} is what the report names around it"
            place.entry = _inside(town, around)
            choices[key_of(place, stated)] = Choice(place.entry, evidence)


def _inside(town: Entry, county: Entry) -> Entry:
    return replace(
        town,
        admin2=county.admin2,
        lat=county.lat,
        lon=county.lon,
        radius_km=county.radius_km,
    )


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


@Language.factory(
    "rashomon_places",
    assigns=["doc._.places", "doc._.names"],
    requires=["doc.ents", "doc._.names", "doc._.sections"],
)
def make_places(nlp: Language, name: str) -> PlacesComponent:
    """The factory that spaCy calls."""
    register()
    return PlacesComponent()
