"""Quarters called like a town elsewhere: "the Arvik neighborhood" of Larnos is no town Arvik."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc

from rashomon.data.place_table import Entry
from rashomon.language.places.anchors import Site, is_local, near, own_name_of_quarter
from rashomon.language.places.candidates import Candidate
from rashomon.language.places.containment import unlisted_town
from rashomon.language.places.namesakes import Choice, Key, key_of


def quarters(
    doc: Doc, sites: Iterable[Site], places: list[Candidate], stated: dict[str, str | None]
) -> Iterator[tuple[Key, Choice]]:
    """What is meant by each name that the report gives to a quarter of a town far from the place
    that the gazetteer has under it: a part of that town, wherever the name stands."""
    for site in sites:
        town = site.anchor.entry if site.anchor else None
        if town is None or not own_name_of_quarter(doc, site):
            continue
        for inner in site.inner:
            if is_local(inner) and not near(inner.entry, [town]):
                yield from _all_of(inner, town, places, stated)


def _all_of(
    inner: Candidate, town: Entry, places: list[Candidate], stated: dict[str, str | None]
) -> Iterator[tuple[Key, Choice]]:
    meant = replace(
        unlisted_town(inner.text, town), lat=town.lat, lon=town.lon, radius_km=town.radius_km
    )
    for place in places:
        if place.key == inner.key and "stated" not in place.clues:
            place.entry = meant
            yield key_of(place, stated), Choice(meant, f"told as a quarter; put around {town.name}")
