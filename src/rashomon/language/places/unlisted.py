"""Towns that no gazetteer has, known from the text alone: "the village of Arvik", "in Arvik".

Their country is the one that the text gives for them, else the one that the whole report is told
of; coordinates they have none. Where the gazetteer has a town of that name in that country after
all, that one is meant.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import partial

from spacy.tokens import Doc
from wordfreq import zipf_frequency

from rashomon.data.place_table import Entry, normal_form, place_table
from rashomon.data.spelling import fold
from rashomon.language.names.nouns import nouns as body_nouns
from rashomon.language.places.candidates import STATES_FOLLOW, Candidate
from rashomon.language.places.containment import (
    called_small,
    country_of_people,
    may_be_village,
    unlisted_town,
)
from rashomon.language.places.land import land_of, votes_of
from rashomon.language.places.lexicons import generic, lies_in, namesakes, nouns, own_name
from rashomon.language.places.runs import COMMON
from rashomon.language.places.told import Told, told_places
from rashomon.language.places.words import Words
from rashomon.model.annotations import NameMention

Said = tuple[str, ...]
Span = tuple[int, int]
_AREAS = frozenset({"country", "admin1", "admin2"})
_KNOWN_WIDELY = 100_000
"""People; where the report gives no country, a town of that size may be meant."""
_A_TOWN = 10_000
_BLOCKING = frozenset({"outlet", "agency", "demonym", "state", "force", "office", "group"})
_MOST_INITIALS = 5
_INITIAL = re.compile(r"\s[A-Z]\.?\s")
_SITES = frozenset({"natural", "building", "street"})


def unlisted(
    words: Words, accepted: list[Candidate], home: tuple[Entry, ...] = ()
) -> list[Candidate]:
    """Every mention of such a town, each with an entry; its country may be unknown."""
    areas = {c.start: c for c in accepted if _may_hold(c)}
    named = {at for c in accepted for at in range(c.start, c.end)}
    taken = _barred(words.doc) | named
    taken |= words.where(words.doc._.outlet or "")
    state = _own_state(accepted, home)
    land = land_of(words.doc, accepted) or _home_land(accepted, home)
    known = {c.key: c.entry for c in accepted if c.entry is not None}
    towns: list[Candidate] = []
    listed = partial(_listed, land=land)
    found = list(_told(words, taken, areas, named, listed))
    beside = {at for told in found for start, end in told.spans for at in range(start, end)}
    if beside:  # what stands in one list with these
        found = list(_told(words, taken, areas, named | beside, listed))
    everywhere = _everywhere(words, {told.said for told in found})
    items = _Items(words, areas)
    for told in found:
        stated = told.area or items.area_at(told.spans[0][0])
        people = next((c for at, _ in told.spans if (c := country_of_people(words, at))), None)
        area = stated.entry if stated is not None else people or state or land
        name = words.written(*told.spans[0])
        stated_at_all = stated is not None or people is not None
        town = known.get(normal_form(name)) or (None if stated_at_all else _only_one(name))
        small = any(called_small(words, *span) for span in told.spans)
        town = town or _entry(name, area, small)
        towns += _mentions(words, told, town, taken, everywhere)
    return sorted(towns, key=lambda town: town.start)


def _told(
    words: Words,
    taken: set[int],
    areas: dict[int, Candidate],
    named: set[int],
    listed: Callable[[str], bool],
) -> Iterator[Told]:
    for told in told_places(words, taken, areas, named, listed):
        if not (_a_site(told) or _somebody(words, told)):
            yield told


class _Items:
    """The items of a list, and the country or division that each opens with ("Norway. In …")."""

    def __init__(self, words: Words, areas: dict[int, Candidate]) -> None:
        by_offset = {words.starts[at]: area for at, area in areas.items()}
        self._words = words
        self._items = sorted(words.doc._.items, key=lambda item: item.start)
        self._starts = [item.start for item in self._items]
        self._areas = [by_offset.get(i.head.start) if i.head else None for i in self._items]

    def area_at(self, token: int) -> Candidate | None:
        """The area of the item that the token stands in."""
        offset = self._words.starts[token]
        at = bisect_right(self._starts, offset) - 1
        return self._areas[at] if at >= 0 and offset < self._items[at].end else None


def _listed(name: str, land: Entry | None) -> bool:
    """Whether the gazetteer has a town of that very name in the country that is told of."""
    if land is None:
        return False
    return any(
        e.kind == "settlement" and e.country_code == land.country_code and own_name(e, name)
        for e in namesakes(name)
    )


def _may_hold(place: Candidate) -> bool:
    """Whether a name before it may be said to lie in it: a country, a division, a city."""
    entry = place.entry
    if entry is None:
        return False
    city = entry.kind == "settlement" and entry.population >= _KNOWN_WIDELY
    return city or entry.kind in _AREAS


def _entry(name: str, area: Entry | None, small: bool) -> Entry:
    """The town: that of the gazetteer in the area, if there is one; no city, where the text calls
    it a village."""
    known = [e for e in namesakes(name) if e.kind == "settlement"]
    known = [e for e in known if not small or may_be_village(e)]
    inside = [e for e in known if area is None or lies_in(e, area)]
    large = [e for e in inside if area is not None or e.population >= _KNOWN_WIDELY]
    town = large[0] if large else unlisted_town(name, area)
    if large or area is None or area.kind != "settlement":
        return town
    return replace(town, lat=area.lat, lon=area.lon, radius_km=area.radius_km)  # a quarter of it


def _only_one(name: str) -> Entry | None:
    """The one town of any size in the world that has the name, where English has no such word: who
    shells it may come from another country."""
    towns = [e for e in namesakes(name) if e.kind == "settlement"]
    large = [e for e in towns if e.population >= _A_TOWN and own_name(e, name)]
    strange = zipf_frequency(name, "en") < COMMON
    return large[0] if strange and len(towns) == 1 == len(large) else None


def _mentions(
    words: Words, told: Told, town: Entry, taken: set[int], everywhere: Mapping[Said, list[Span]]
) -> Iterator[Candidate]:
    """Where the town is named, also inside a longer run of capitals; a single word that English
    has too only where it stands alone."""
    strange = len(told.said) > 1 or zipf_frequency(told.said[0], "en") < COMMON
    spans = everywhere.get(told.said, []) if strange else told.spans
    for start, end in sorted({*spans, *told.spans}):
        if taken.isdisjoint(range(start, end)):
            yield Candidate(start, end, words.written(start, end), (town,), entry=town)


def _everywhere(words: Words, names: Collection[Said]) -> dict[Said, list[Span]]:
    """Every place where each of the names stands with a capital; in one pass, for a list may have
    thousands."""
    lengths = sorted({len(name) for name in names})
    folded = [word.casefold() for word in words.tokens]
    found: dict[Said, list[Span]] = {}
    for at, word in enumerate(words.tokens):
        for length in lengths if word[:1].isupper() else ():
            said = tuple(folded[at : at + length])
            if len(said) == length and said in names:
                found.setdefault(said, []).append((at, at + length))
    return found


def _somebody(words: Words, told: Told) -> bool:
    """ "Arvik J. Marn": an initial inside makes it a person's name."""
    return bool(_INITIAL.search(words.written(*told.spans[0])))


def _a_site(told: Told) -> bool:
    """Whether its own words make it a bridge, a street or a valley: those are sites."""
    kind = generic(told.said[0], "first") or generic(told.said[-1], "last")
    known = nouns().get(told.said[-1])
    return len(told.said) > 1 and (kind or (known and known.kind)) in _SITES


def _barred(doc: Doc) -> set[int]:
    """The tokens of names that are no towns. A lone word taken for a person may be one, and so may
    what the language model calls a person or a body without a word that makes it one."""
    found: set[int] = set()
    for name in doc._.names:
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        somebody = name.kind in _BLOCKING and not _strange_people(name)
        if span is not None and (somebody or _a_body(name)):
            found |= set(range(span.start, span.end))
    return found


def _strange_people(name: NameMention) -> bool:
    """Whether it is taken for a people that no country has: as likely a town."""
    return name.kind == "demonym" and name.country is None


def _a_body(name: NameMention) -> bool:
    if name.kind != "organisation":
        return False
    said = [fold(word) for word in name.exact.split()]
    tails = [" ".join(said[-n:]) in body_nouns("tail") for n in (1, 2) if len(said) >= n]
    return any(tails) or said[0] in body_nouns("head") or _initials(name.exact)


def _initials(name: str) -> bool:
    return name.isupper() and len(name) < _MOST_INITIALS


def _home_land(accepted: list[Candidate], home: tuple[Entry, ...]) -> Entry | None:
    """The outlet's country, where the report names nothing that lies in any."""
    codes = {e.country_code for e in home if e.country_code}
    if len(codes) != 1 or votes_of(accepted):
        return None
    return place_table().by_code(codes.pop())


def _own_state(accepted: list[Candidate], home: tuple[Entry, ...]) -> Entry | None:
    """The one state that the report's counties lie in; without counties, the outlet's."""
    counties = [c.entry for c in accepted if c.entry is not None and c.entry.kind == "admin2"]
    local = [e for e in home[:1] if e.country_code in STATES_FOLLOW]
    states = {(e.country_code, e.admin1): e for e in counties or local if e.admin1}
    found = next(iter(states.values()), None)
    if found is None and not local:
        return _only_division(accepted)
    if found is None or len(states) > 1:
        return None
    return replace(found, kind="admin1", admin2=None)


def _only_division(accepted: list[Candidate]) -> Entry | None:
    """The first-order division that the report names, where all else that it names lies in it."""
    named = [c.entry for c in accepted if c.entry is not None and c.entry.admin1]
    divisions = [entry for entry in named if entry.kind == "admin1"]
    alone = len({(entry.country_code, entry.admin1) for entry in named}) == 1
    return divisions[0] if divisions and alone else None
