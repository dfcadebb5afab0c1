"""Where a site lies: the settlement that the words around it, or the report, put it in."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Doc

from rashomon.data.place_table import Entry
from rashomon.language.counts.people import person_noun
from rashomon.language.places.candidates import Candidate
from rashomon.language.places.lexicons import PlaceNoun, cues, kilometres
from rashomon.language.places.words import Words

_REACH = 6
"""Tokens after a site in which "in Arvik" or ", Arvik" still says where it lies."""
_LOOK_BACK = 80
"""Tokens before a site in which a settlement still counts as the scene."""
_SMALL_KM = 30.0
_TOWN_KM = 40.0
"""How far a quarter may lie from the point of its town."""


@dataclass(slots=True)
class Site:
    """Tokens ``start`` to ``end`` (exclusive) that name or describe a place around ``anchor``.

    ``key`` is what makes two mentions one site, ``why`` what the anchor was taken from.
    """

    start: int
    end: int
    name: str
    noun: PlaceNoun
    named: bool
    anchor: Candidate | None = None
    away: bool = False
    why: str = ""
    key: str = ""
    inner: list[Candidate] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Scene:
    """The places of a report that sites may lie in, gathered once: those outside of sites' names,
    in order, of which the ``local`` ones are small enough."""

    by_start: dict[int, Candidate]
    told: frozenset[str]
    local: list[Candidate]
    starts: list[int]
    fallback: tuple[Candidate, str] | None
    namesakes: frozenset[int]
    """Towns far from all else, whose name is here that of a quarter."""

    @classmethod
    def of(
        cls, doc: Doc, sites: list[Site], places: list[Candidate], home: tuple[Entry, ...]
    ) -> "_Scene":
        namesakes = _namesakes(doc, sites, places, home)
        inside = {id(p) for site in sites for p in site.inner if not _lies_there(doc, site)}
        inside |= namesakes
        outside = [place for place in places if id(place) not in inside]
        local = sorted((p for p in outside if is_local(p)), key=lambda place: place.start)
        local = [place for place in local if not _of_people(doc, place)] or local
        return cls(
            {place.start: place for place in places},
            frozenset(place.key for place in outside),
            local,
            [place.start for place in local],
            _fallback(local),
            frozenset(namesakes),
        )


def _namesakes(
    doc: Doc, sites: list[Site], places: list[Candidate], home: tuple[Entry, ...]
) -> set[int]:
    """Towns whose names quarters have, and near which neither another town or county of the report
    nor the outlet lies; none where the report and its outlet name no others."""
    called = [p for site in sites if own_name_of_quarter(doc, site) for p in site.inner]
    keys = {place.key for place in called}
    others = [p.entry for p in places if p.key not in keys and is_local(p) and p.entry]
    others += [entry for entry in home if entry.kind == "settlement"]
    mine = {place.key for place in called if others and not near(place.entry, others)}
    return {id(place) for place in places if place.key in mine and "stated" not in place.clues}


def near(entry: Entry | None, others: list[Entry]) -> bool:
    """Whether a place is within a town's reach of one of the others."""
    if entry is None or entry.lat is None:
        return False
    return any(kilometres(entry, other) <= _TOWN_KM for other in others if other.lat is not None)


def own_name_of_quarter(doc: Doc, site: Site) -> bool:
    """ "The *Arvik* neighborhood" is called so; "an Arvik neighborhood" lies in Arvik, and so does
    "the Arvik neighbourhood of Orrin"."""
    if site.noun.kind != "quarter" or not site.named or not site.inner:
        return False
    before = doc[site.start - 1].lower_ if site.start else ""
    behind = doc[site.end].lower_ if site.end < len(doc) else ""
    return before not in ("a", "an") and behind != "of"


def _lies_there(doc: Doc, site: Site) -> bool:
    """ "A *Dayton gas station*" lies in Dayton; "Dayton Hospital" may be called after it."""
    return doc[site.end - 1].is_lower


def _of_people(doc: Doc, place: Candidate) -> bool:
    """ "An *Arvik man*": where somebody is from says nothing of where a site lies."""
    return place.end < len(doc) and person_noun(doc[place.end]) is not None


def _fallback(local: list[Candidate]) -> tuple[Candidate, str] | None:
    """What a report that names nothing near a site is told of."""
    dateline = next((place for place in local if "dateline" in place.clues), None)
    if dateline is not None:
        return dateline, "in the dateline"
    counts = Counter(place.key for place in local)
    commonest = min(local, key=lambda p: (-counts[p.key], p.start), default=None)
    return (commonest, "most often in the report") if commonest is not None else None


def anchor(
    words: Words, sites: list[Site], places: list[Candidate], home: tuple[Entry, ...] = ()
) -> None:
    """Find where each site lies: by the words around it, by its other mentions, by the report."""
    scene = _Scene.of(words.doc, sites, places, home)
    known: dict[str, Candidate] = {}
    for site in sites:
        if site.anchor is None:
            _by_words(words.doc, site, scene)
        if site.anchor is not None and is_local(site.anchor):
            known.setdefault(site.key, site.anchor)
    for site in sites:
        if site.key in known and (site.anchor is None or not is_local(site.anchor)):
            site.anchor, site.why = known[site.key], "said so elsewhere in the report"
        if site.anchor is None:
            _by_report(words, site, scene)


def _by_words(doc: Doc, site: Site, scene: _Scene) -> None:
    tied = tied_after(doc, site.end, scene.by_start)
    itself = doc[site.end - 1].lower_ in cues("itself")
    own = itself and any(is_local(p) and p.entry and p.entry.lat is not None for p in site.inner)
    if tied is not None and not own:  # a camp lies at the town that it is named for
        site.anchor, site.away = tied[1], tied[0] in cues("away") - {"of"}
        site.why = "named right after it"
        return
    if site.noun.kind == "street" or doc[site.end - 1].lower_ in cues("embassy"):
        return
    for place in site.inner:
        beside = own or _lies_there(doc, site) or not scene.local or place.key in scene.told
        if is_local(place) and beside and id(place) not in scene.namesakes:
            site.anchor, site.why = place, "named in its name"


def is_local(place: Candidate) -> bool:
    """Whether a place is small enough to be the scene: a town, a county, the Gaza Strip."""
    entry = place.entry
    if entry is None or entry.kind not in ("settlement", "admin2", "admin1"):
        return False
    return entry.kind != "admin1" or (entry.radius_km or _SMALL_KM) < _SMALL_KM


def _by_report(words: Words, site: Site, scene: _Scene) -> None:
    """A settlement of the same sentence, else the nearest before it, else the report's own."""
    first, last = words.sentence(site.start)
    at = bisect_right(scene.starts, site.start)
    before = scene.local[at - 1] if at else None
    after = scene.local[at] if at < len(scene.local) else None
    if before is not None and before.start >= first:
        site.anchor, site.why = before, "named in the same sentence"
    elif after is not None and after.start < last:
        site.anchor, site.why = after, "named in the same sentence"
    elif before is not None and before.start >= site.start - _LOOK_BACK:
        site.anchor, site.why = before, "named shortly before it"
    elif scene.fallback is not None:
        site.anchor, site.why = scene.fallback[0], f"named {scene.fallback[1]}"


def anchor_at_home(sites: list[Site], places: list[Candidate], home: tuple[Entry, ...]) -> None:
    """Around the outlet's town, unless the report speaks of other states only."""
    town = home[0] if home and home[0].kind == "settlement" else None
    states = {place.entry.admin1 for place in places if place.entry and place.entry.admin1}
    if town is None or (states and town.admin1 not in states):
        return
    for site in sites:
        if site.named and (site.anchor is None or not is_local(site.anchor)):
            around = Candidate(site.start, site.end, town.name, (town,), entry=town)
            site.anchor, site.away, site.why = around, True, "where the outlet is at home"


def tied_after(doc: Doc, at: int, places: dict[int, Candidate]) -> tuple[str, Candidate] | None:
    """The preposition (or comma) and the place that follow within reach, if nothing intervenes."""
    if at >= len(doc) or doc[at].lower_ not in cues("tied") | cues("point"):
        return None
    preposition = doc[at].lower_
    for n in range(at + 1, min(len(doc), at + _REACH)):
        if n in places:
            return preposition, places[n]
        word = doc[n].lower_
        if not (word in cues("direction") or word in cues("lead-in")):
            return None
    return None
