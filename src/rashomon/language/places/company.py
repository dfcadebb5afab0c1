"""Places that stand alone: in whose country, or division, nothing else of the report lies."""

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from rashomon.data.place_table import Entry
from rashomon.language.places.belief import SURE, VERY_SURE
from rashomon.language.places.candidates import Candidate
from rashomon.language.places.containment import called_small
from rashomon.language.places.land import land_of, votes_of
from rashomon.language.places.lexicons import kilometres
from rashomon.language.places.words import Words

_SMALL = 100_000
"""People; a larger town is known beyond its state."""
_A_TOWN = 30_000
"""People; a larger town may be told of in a report of another country, where the words before the
name are of place and the name is the town's own."""
_LOOSER = {"alternate": 10.0, "small": 10.0, "nowhere": 15.0, "to": 5.0}
"""How many times as large it must be where it only also goes by the name, where the text calls it
a village, where nothing before it is of place, or only such words as "of" and "from"."""
_SURELY = 1.5
"""Votes for other countries from which a report is told of one."""
_REACH_KM = 60.0
_SCENES = frozenset({"in", "dateline", "listed", "elsewhere", "item-head", "behind-site"})
_HOME = "\0home"
"""A key that no name has."""
Division = tuple[str | None, str | None]


class Company:
    """The places of a report by country and division, to ask who else is there; gathered once."""

    def __init__(self, places: list[Candidate], home: tuple[Entry, ...] = ()) -> None:
        """``home``: the places that the outlet may be at home in."""
        self._places, self._home = places, home
        self._countries: dict[str | None, set[str]] = defaultdict(set)
        self._divisions: dict[Division, set[str]] = defaultdict(set)
        named = [(place.key, place.entry) for place in places if place.entry is not None]
        for key, entry in [*named, *((_HOME, entry) for entry in home)]:
            self._countries[entry.country_code].add(key)
            self._divisions[entry.country_code, entry.admin1 or None].add(key)
        self._keys = {key for key, _ in named} | ({_HOME} if home else set())
        self._abroad: dict[tuple[str, Entry], bool] = {}

    def stray(self, place: Candidate) -> bool:
        """Whether a doubtful name would be the report's only place in its country: then it is none.

        Where the outlet's home is known, neither is a small town that would be the only place of
        its state or country, unless much speaks for it.
        """
        entry = place.entry
        if entry is None or not entry.country_code or "stated" in place.clues:
            return False
        alone = not _others(self._countries.get(entry.country_code, ()), place)
        if alone and place.belief < SURE and _others(self._keys, place):
            return True
        return place.belief < VERY_SURE and bool(self._home) and self.far_off(place)

    def far_off(self, place: Candidate) -> bool:
        """Whether it is a small town in whose state, or country, none of the others lies."""
        entry = place.entry
        if entry is None or entry.kind not in ("settlement", "admin2") or entry.population > _SMALL:
            return False
        if "stated" in place.clues:
            return False
        if self._in_reach(place, entry):
            return False  # across the river from the report's own town
        near: list[Division] = [(entry.country_code, None), (entry.country_code, entry.admin1)]
        return not any(_others(self._divisions.get(where, ()), place) for where in near)

    def _in_reach(self, place: Candidate, entry: Entry) -> bool:
        """Whether another town that is named, or the outlet's, lies close by."""
        named = [each.entry for each in self._places if each.key != place.key]
        towns = [e for e in [*named, *self._home] if e is not None and e.kind == "settlement"]
        return any(kilometres(entry, town) <= _REACH_KM for town in towns)

    def abroad(self, place: Candidate, words: Words) -> bool:
        """Whether a small place lies in a country that nothing else in the report speaks of, while
        all else is told of one: then it is not the place that is meant."""
        entry = place.entry
        if entry is None or entry.kind not in ("settlement", "admin2"):
            return False
        if "stated" in place.clues or not entry.country_code or _heard_of(place, entry, words):
            return False
        if _others(self._countries.get(entry.country_code, set()) - {_HOME}, place):
            return False
        asked = place.key, entry
        if asked not in self._abroad:
            self._abroad[asked] = self._alone_abroad(place, entry, words.doc)
        return self._abroad[asked]

    def _alone_abroad(self, place: Candidate, entry: Entry, doc: Doc) -> bool:
        if entry.country_code in {name.country for name in doc._.names}:
            return False
        rest = [each for each in self._places if each.key != place.key]
        return sum(votes_of(rest).values()) >= _SURELY and land_of(doc, rest) is not None


def _heard_of(place: Candidate, entry: Entry, words: Words) -> bool:
    """Whether the town is so large that a report of another country may mean it."""
    least = _A_TOWN * (_LOOSER["alternate"] if "alternate" in place.clues else 1.0)
    least *= _LOOSER["small"] if called_small(words, place.start, place.end) else 1.0
    if not place.clues & _SCENES:
        least *= _LOOSER["to" if "to" in place.clues else "nowhere"]
    return entry.population >= least


def _others(keys: Iterable[str], place: Candidate) -> bool:
    """Whether one of them is not the place's own."""
    return any(key != place.key for key in keys)
