"""Is it a place at all? Clues for and against, each with its weight, summed."""

from rashomon.language.places.candidates import Candidate

THRESHOLD = 0.0
WEIGHTS = {
    "": -1.5,  # what a capitalised word that the gazetteer knows starts from
    "label:GPE": 3.0,
    "label:LOC": 2.5,
    "label:FAC": 0.5,
    "label:ORG": 0.3,
    "label:PERSON": -1.5,
    "label:NORP": -2.5,
    "label:other": -2.0,
    "label:none": -0.5,
    "inside:GPE": 1.5,
    "inside:LOC": 1.0,
    "inside:FAC": 0.0,
    "inside:ORG": 0.0,
    "inside:PERSON": -3.0,
    "inside:NORP": -2.0,
    "inside:other": -2.0,
    "not-a-noun": -1.5,
    "in": 1.5,
    "to": 0.7,
    "stated": 3.0,
    "states": 3.0,
    "dateline": 3.0,
    "party": 2.5,
    "country": 3.0,
    "admin1": 1.5,
    "natural": 3.0,
    "people:8": 1.5,
    "people:7": 1.2,
    "people:6": 0.7,
    "people:5": 0.3,
    "people:4": 0.0,
    "people:3": -0.3,
    "people:2": -0.5,
    "people:1": -0.7,
    "alternate": -1.2,
    "several-words": 1.0,
    "common-word": -1.5,
    "lower-case-elsewhere": -1.0,
    "surname": -2.5,
    "capital-before": -1.5,
    "opening-before": -0.5,
    "title-before": 0.7,
    "capital-after": -0.8,
    "body-after": 1.0,
    "possessive": 0.2,
    "opens": -0.3,
    "elsewhere": 1.5,
}


def weigh(candidates: list[Candidate]) -> None:
    """Set ``belief`` and ``accepted`` of each; a name that is a place once lends weight elsewhere."""
    for candidate in candidates:
        candidate.belief = sum(WEIGHTS.get(clue, 0.0) for clue in ("", *sorted(candidate.clues)))
    sure = {candidate.key for candidate in candidates if candidate.belief >= 1.5}
    for candidate in candidates:
        if candidate.key in sure and candidate.belief < 1.5:
            candidate.clues.add("elsewhere")
            candidate.belief += WEIGHTS["elsewhere"]
        candidate.accepted = candidate.belief > THRESHOLD
