"""What contains what, as the text itself states it: "Town, State", "the Colombian town of Arvik".

What it states narrows the namesakes of a candidate down; where the gazetteer has none in the area
that is stated, the text is taken at its word.
"""

from rashomon.data.place_table import Entry, place_table
from rashomon.language.places.candidates import DIVISIONS, STATES_FOLLOW, Candidate, called_division
from rashomon.language.places.lexicons import cues, is_alias, lies_in, own_name, people_of
from rashomon.language.places.words import Words, opens

_A_CITY = 100_000
"""People; a town that is known beyond its country."""
_NO_VILLAGE = 50_000
"""People."""
_LONGEST_PHRASE, _WORDS_OF_A_PEOPLE = 6, 3
"""Tokens before a settlement's noun in which its people stand; words that name a people."""
_FAR_SMALLER = 10
_DIVISION_KINDS = frozenset({"admin1", "admin2"})
_TOWNS = frozenset({"settlement", "admin1", "admin2"})
_DOERS = frozenset({"nsubj", "nsubjpass", "csubj", "poss"})
_PARTICIPLES = frozenset({"VBN", "VBD"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})


def state_containment(words: Words, found: list[Candidate]) -> None:
    """Read "Town, State", "Town (State)", "Town in northern State", from the right to the left."""
    for town, area in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        between = _between(words, town, area)
        if not _ties(between):
            continue
        pairs = [(a, e) for a in area.entries for e in town.entries if lies_in(e, a) and e != a]
        pairs = [(a, e) for a, e in pairs if a.kind in _AREA_ORDER]
        if between[0] == "in":
            pairs = [(a, e) for a, e in pairs if e.kind == "settlement"]
        if not pairs:
            if _closed(words, town, area) and _quarter_of(words, town, area):
                town.entries, town.area = (unlisted_town(town.text, area.entries[0]),), area.text
                town.clues.add("stated")
            elif _closed(words, town, area):
                _take_at_its_word(town, area, between)
            continue
        if not _closed(words, town, area) and _dwarfed(town, [e for _, e in pairs]):
            continue
        kind = min((_AREA_ORDER[a.kind] for a, _ in pairs))
        pairs = [(a, e) for a, e in pairs if _AREA_ORDER[a.kind] == kind]
        areas = [a for a, _ in pairs]
        town.entries = tuple(e for e in town.entries if any(e is inner for _, inner in pairs))
        area.entries = tuple(a for a in area.entries if a in areas)
        town.area = area.text
        town.clues.add("stated")
        area.clues.add("states")


def _between(words: Words, town: Candidate, area: Candidate) -> list[str]:
    """The words between two names, in lower case, without what calls the first a district or a
    village ("Arvik township, Ohio")."""
    between = [word.lower() for word in words.tokens[town.end : area.start]]
    called = len(between) > 1 and between[0] in cues("division") | cues("town-after")
    return between[1:] if called else between


def _closed(words: Words, town: Candidate, area: Candidate) -> bool:
    """Whether the second name ends what is said of the first: "In Arvik, Norway, …", "held in
    Arvik, Norway on Monday"; not where it goes on to act: "In Arvik, Norway sent …"."""
    after = words.at(area.end)
    if not after or after.isspace() or after in cues("close") | cues("dash"):
        return not _in_a_list(words, area)
    if _opens_sentence(words, town) or words.doc[area.end - 1].dep_ in _DOERS:
        return False
    return words.doc[area.end].pos_ == "ADP" or after.lower() in cues("and")


def _in_a_list(words: Words, area: Candidate) -> bool:
    """ "Arvik, Norway, Sweden and Denmark" are four."""
    at = area.end
    if words.at(at) != "," or words.at(at - 1) != area.text.split()[-1]:
        return False
    return words.at(at + 1)[:1].isupper() and words.at(at + 2).lower() in cues("and") | {","}


def _opens_sentence(words: Words, town: Candidate) -> bool:
    """ "In Arvik, …": what stands there is said before the sentence's subject."""
    return town.start < 2 or opens(words.doc[town.start - 1])


def _dwarfed(town: Candidate, inside: list[Entry]) -> bool:
    """Whether those of its namesakes that lie in the area are far smaller than the largest."""
    largest = max(entry.population for entry in town.entries)
    return max(entry.population for entry in inside) * _FAR_SMALLER < largest


def _take_at_its_word(town: Candidate, area: Candidate, between: list[str]) -> None:
    """ "Arvik, Ohio", where the gazetteer knows an Arvik, but none in Ohio: a town in Ohio. So
    with a country, unless the town is one that stands by itself."""
    states = [e for e in area.entries if e.kind == "admin1" and e.country_code in STATES_FOLLOW]
    country = area.entries[0].kind == "country" and _surely(area)
    towns = any(e.kind == "settlement" for e in town.entries)
    large = any(e.population >= _A_CITY for e in town.entries)
    if not (country and not large) and (len(states) != len(area.entries) or len(states) != 1):
        return
    if between == [","] and towns and town.text.split()[-1].lower() not in DIVISIONS:
        town.entries, town.area = (unlisted_town(town.text, area.entries[0]),), area.text
        town.clues.add("stated")
        area.clues.add("states")


def _surely(area: Candidate) -> bool:
    """Whether it is the country's own name, or one that nothing else has: a Palestine may be in
    Texas."""
    return is_alias(area.text) or own_name(area.entries[0], area.text)


def _quarter_of(words: Words, town: Candidate, city: Candidate) -> bool:
    """ "In Arvik, Hamburg": a quarter of Hamburg, unless a list of towns begins there."""
    large = city.entries[0].kind == "settlement" and city.entries[0].population >= _A_CITY
    named = any(own_name(entry, town.text) for entry in town.entries)
    told = words.at(town.end) == "," and words.at(town.start - 1).lower() in cues("in")
    listed = words.at(city.end).lower() in cues("and") or (
        words.at(city.end) == "," and words.at(city.end + 1)[:1].isupper()
    )
    return large and told and not named and not listed


def state_peoples(words: Words, found: list[Candidate]) -> None:
    """ "The Colombian town of Arvik" lies in Colombia, though the gazetteer has it elsewhere; but
    no city is moved by it, and a place that the text states outweighs it."""
    for town in found:
        country = country_of_people(words, town.start)
        if country is None or "stated" in town.clues:
            continue
        inside = tuple(e for e in town.entries if e.country_code == country.country_code)
        small = words.at(town.start - 2).lower() in cues("small")
        if not inside and not small and any(e.population >= _A_CITY for e in town.entries):
            continue
        town.entries = inside or (unlisted_town(town.text, country),)
        town.area = country.name
        town.clues.add("stated")


def narrow_to_kind(words: Words, found: list[Candidate]) -> None:
    """ "The city of Arvik" is no province, "the province of Arvik" no city, where both have the
    name; "the village of Arvik" is no city at all."""
    for place in found:
        head = words.at(place.start - 2).lower()
        if place.entries[0].kind in _TOWNS and called_small(words, place.start, place.end):
            place.entries = tuple(e for e in place.entries if may_be_village(e))
            continue
        if words.at(place.start - 1).lower() != "of" or len(place.entries) < 2:
            continue
        if head in cues("town"):
            fit = tuple(e for e in place.entries if e.kind == "settlement")
        elif head in cues("division"):
            fit = tuple(e for e in place.entries if e.kind in _DIVISION_KINDS)
        else:
            continue
        place.entries = fit or place.entries
    found[:] = [place for place in found if place.entries]


def called_small(words: Words, start: int, end: int) -> bool:
    """ "The village of Arvik", "Arvik village"."""
    of = words.at(start - 1).lower() == "of" and words.at(start - 2).lower() in cues("small")
    return of or words.at(end) in cues("small")


def may_be_village(entry: Entry) -> bool:
    """American suburbs of any size are villages by law."""
    return entry.population < _NO_VILLAGE or entry.country_code in STATES_FOLLOW


def regions_to_divisions(words: Words, found: list[Candidate]) -> None:
    """ "Arvikistan province": the division of that very name, and not the region that several
    countries share, wherever the report names it."""
    meant: dict[str, tuple[Entry, ...]] = {}
    for place in found:
        if place.entries[0].kind == "natural" and called_division(words, place.end):
            named = (e for e in place_table().lookup(place.text) if own_name(e, place.text))
            divisions = tuple(entry for entry in named if entry.kind == "admin1")
            if len(divisions) == 1:
                meant[place.key] = divisions
    for place in found:
        place.entries = meant.get(place.key, place.entries)


def state_owners(words: Words, found: list[Candidate]) -> None:
    """ "Syria's Orrin province", "Kenya's coastal city of Arvik" lie in the country that owns them,
    where the gazetteer has them there."""
    owners = {place.end: place for place in found if place.entries[0].kind == "country"}
    for place in found:
        owner = owners.get(_owner_end(words, place.start))
        if owner is None or "stated" in place.clues:
            continue
        inside = tuple(e for e in place.entries if lies_in(e, owner.entries[0]))
        if inside and owner.entries[0] not in inside:
            place.entries, place.area = inside, owner.text
            place.clues.add("stated")


def _owner_end(words: Words, start: int) -> int:
    """Where the name ends whose possessive stands before the words that lead to token ``start``."""
    for at in range(start - 1, max(-1, start - _LONGEST_PHRASE), -1):
        if words.at(at) in cues("possessive"):
            return at
        word = words.at(at).lower()
        lead = word == "of" or word in cues("direction") | cues("town") | cues("country-of")
        if not lead and words.doc[at].pos_ != "ADJ":
            return -1
    return -1


def country_of_people(words: Words, at: int) -> Entry | None:
    """The country that "the Colombian town of" gives the name that begins at token ``at``: its
    people's word must be said of the settlement itself, not of who holds it ("Colombian-held")."""
    head = at - 2
    if words.at(at - 1).lower() != "of" or words.at(head).lower() not in cues("country-of"):
        return None
    first = head - 1
    while first >= max(0, head - _LONGEST_PHRASE):
        for last in range(min(head, first + _WORDS_OF_A_PEOPLE), first, -1):
            code = people_of(" ".join(words.tokens[first:last]))
            if code is not None and words.at(last) != "-" and not _narrower(words, first):
                return place_table().by_code(code)
        step = _describes(words, first, head)
        if not step:
            return None
        first -= step
    return None


def _describes(words: Words, at: int, head: int) -> int:
    """How many tokens the word takes that stands between a people and the settlement: "border" of
    "the Colombian border town", "rebel-held"; none where it does not hang on the settlement, or is
    a participle, which would name who did it."""
    token = words.doc[at]
    if words.at(at - 1) == "-":
        return 3
    if token.tag_ in _PARTICIPLES or not token.is_alpha:
        return 0
    if words.parsed:
        return int(token.head.i == head and token.dep_ in _MODIFIERS)
    return int(token.is_lower)


def _narrower(words: Words, at: int) -> bool:
    """ "Mostly Serb", "an ethnic Russian": these tell who lives there."""
    before = words.at(at - 1)
    return before == "-" or before.lower() in cues("folk") or words.doc[at - 1].pos_ == "ADV"


def unlisted_town(text: str, within: Entry | None) -> Entry:
    """A town that no gazetteer has, in the country or division that the text gives, if any."""
    return Entry(
        name=text.title() if text.isupper() else text,
        kind="settlement",
        country_code=within.country_code if within else None,
        admin1=within.admin1 if within else None,
        admin2=within.admin2 if within else None,
        lat=None,
        lon=None,
        geonameid=None,
        population=0,
    )


_AREA_ORDER = {"country": 0, "admin1": 1, "admin2": 2, "natural": 3}


def _ties(between: list[str]) -> bool:
    """Whether the words between two names say that the first lies in the second."""
    if not between or len(between) > 4:
        return False
    rest = [
        word for word in between[1:] if word not in cues("direction") and word not in ("the", "-")
    ]
    if between[0] in (",", "("):
        return not rest or rest == ["in"]
    return between[0] == "in" and not rest
