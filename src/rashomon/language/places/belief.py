"""Is it a place at all? Clues for and against, each with its weight, summed."""

from rashomon.data.place_table import Entry
from rashomon.language.places.candidates import Candidate

THRESHOLD = 0.0
SURE = 1.5
VERY_SURE = 3.0
SMALL = 100_000
"""People; a larger town is known beyond its state."""
WEIGHTS = {  # natural logarithms of odds; set by hand, then fitted on news and rounded
    "": -1.0,  # what a capitalised word that the gazetteer knows starts from
    "label:GPE": 2.4,
    "label:LOC": 2.2,
    "label:FAC": 0.4,
    "label:ORG": 0.1,
    "label:PERSON": -0.7,
    "label:NORP": -2.0,
    "label:other": -1.7,
    "label:none": -0.4,
    "inside:GPE": 1.1,
    "inside:LOC": 1.1,
    "inside:FAC": -0.2,
    "inside:ORG": -0.3,
    "inside:PERSON": -2.4,
    "inside:NORP": -2.0,
    "inside:other": -1.7,
    "not-a-noun": -1.2,
    "in": 1.5,
    "to": 0.6,
    "stated": 3.0,
    "states": 3.0,
    "dateline": 3.0,
    "head-of": 2.0,
    "people-after": 1.5,
    "town-after": 2.0,
    "line-after": -3.0,
    "counties": 1.4,
    "division-word": 2.5,
    "party": 2.5,
    "country": 2.6,
    "admin1": 0.7,
    "natural": 2.8,
    "people:8": 1.8,
    "people:7": 1.8,
    "people:6": 1.3,
    "people:5": 0.7,
    "people:4": -0.3,
    "people:3": -0.6,
    "people:2": -0.7,
    "people:1": -1.0,
    "alternate": -1.0,
    "several-words": 1.1,
    "common-word": -1.1,
    "lower-case-elsewhere": -1.2,
    "surname": -2.7,
    "saint": -1.4,
    "capital-before": -1.2,
    "opening-before": -0.1,
    "title-before": 0.6,
    "capital-after": -0.5,
    "full-name": -1.5,
    "initials": -4.0,
    "body-after": 0.7,
    "possessive": -0.1,
    "fragment": -8.0,
    "aged": -4.0,
    "item-head": 2.5,
    "behind-site": 1.5,
    "opens": 0.0,
    "elsewhere": 1.5,
    "bare-county": -0.7,
    "home": 1.2,
    "listed": 1.2,
    "river": -8.0,
    "somebody": -3.0,
    "writer": -4.0,
    "given-name": -8.0,
    "compass": -6.0,
}


def weigh(candidates: list[Candidate], home: tuple[Entry, ...] = ()) -> None:
    """Set ``belief`` and ``accepted`` of each; a sure mention of a name lends weight to others,
    and so does the outlet's ``home`` to towns in its own state."""
    states = {(place.country_code, place.admin1) for place in home if place.admin1}
    for candidate in candidates:
        if any((e.country_code, e.admin1) in states for e in candidate.entries):
            candidate.clues.add("home")
        candidate.belief = sum(WEIGHTS.get(clue, 0.0) for clue in ("", *sorted(candidate.clues)))
    sure = {candidate.key for candidate in candidates if candidate.belief >= SURE}
    parts = {candidate.key for candidate in candidates if "fragment" in candidate.clues}
    for candidate in candidates:
        if candidate.key in parts and candidate.belief < VERY_SURE:
            candidate.belief = min(candidate.belief, THRESHOLD)  # "Orrin" for "Puerto Orrin"
    for candidate in candidates:
        if candidate.key in sure - parts and candidate.belief < SURE:
            candidate.clues.add("elsewhere")
            candidate.belief += WEIGHTS["elsewhere"]
        candidate.accepted = candidate.belief > THRESHOLD
