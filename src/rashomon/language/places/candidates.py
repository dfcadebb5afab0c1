"""Words that may name a place: every run of capitalised words that the gazetteer knows.

A candidate gathers clues, for and against; :mod:`rashomon.language.places.belief` weighs them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from rashomon.data.place_table import Entry, normal_form, place_table
from rashomon.language.places.lexicons import (
    abbreviations,
    cues,
    division,
    generic,
    is_alias,
    lies_in,
    namesakes,
    nouns,
    own_name,
    people_of,
    stopwords,
)
from rashomon.language.places.words import Words
from rashomon.model.annotations import NameMention

_TOWN_SHARE = 0.25
"""What part of a first-order division's people live in a town that its bare name means."""
LONGEST = 5
"""Most words that a place's name is looked for in (hyphens and "of" count)."""
_DIVISIONS = frozenset({"county", "parish", "township", "province", "governorate", "borough"})
STATES_FOLLOW = frozenset({"US", "CA", "AU"})
"""Where a town is written with its state behind it."""
_SAY_COUNTY = frozenset({"US"})
_COUNTIES_AHEAD = 12
"""Tokens in which "counties" may follow the first of several ("Arvik, Orrin and Ely counties")."""
_BODIES = frozenset({"office", "organisation", "group", "force"})
_MOST_INITIALS = 5
_A_CITY = 100_000
_AGE = 2
"""Digits."""
_BLOCKING = frozenset({"person", "outlet", "agency", "demonym"})


@dataclass(slots=True)
class Candidate:
    """Tokens ``start`` to ``end`` (exclusive) that may name one of ``entries``.

    ``area`` is the candidate's containing place as the text states it ("…, Ohio"), ``clues`` the
    names of what speaks for or against its being a place, ``belief`` their weighed sum, ``entry``
    the place that was chosen.
    """

    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    clues: set[str] = field(default_factory=set)
    belief: float = 0.0
    area: str | None = None
    accepted: bool = False
    entry: Entry | None = None

    @property
    def key(self) -> str:
        """What makes two mentions one name."""
        return normal_form(self.text)


def find(words: Words) -> list[Candidate]:
    """All candidates of a document, in order, none overlapping another."""
    blocked = _blocked(words)
    found: list[Candidate] = []
    at = 0
    while at < len(words):
        candidate = _longest(words, blocked, at, found)
        if candidate is not None:
            found.append(candidate)
        at = candidate.end if candidate is not None else at + 1
    _state_containment(words, found)
    _state_peoples(words, found)
    _gather_clues(words, found)
    return found


def _blocked(words: Words) -> list[bool]:
    """Per token, whether it belongs to a name that cannot be a place, the outlet's own among them.

    One word that is taken for a person and no part of a full name may yet be a town; the initials
    of a body ("IRS") are none.
    """
    doc = words.doc
    mask = [False] * len(doc)
    heads = {item.head.start for item in doc._.items if item.head is not None}
    for at in words.where(doc._.outlet or ""):
        mask[at] = True
    for name in doc._.names:
        lone = name.kind == "person" and " " not in name.canonical
        if (name.kind in _BLOCKING and not lone) or (_initials(name) and name.start not in heads):
            span = doc.char_span(name.start, name.end, alignment_mode="expand")
            for at in range(span.start, span.end) if span is not None else ():
                mask[at] = True
    return mask


def _initials(name: NameMention) -> bool:
    letters = name.exact.replace(".", "")
    return name.kind in _BODIES and letters.isupper() and 2 <= len(letters) <= _MOST_INITIALS


def _longest(
    words: Words, blocked: list[bool], at: int, before: list[Candidate]
) -> Candidate | None:
    """The longest known name that begins at token ``at``."""
    if blocked[at] or not words.tokens[at][:1].isupper():
        return None
    for end in range(min(len(words), at + LONGEST), at, -1):
        if blocked[end - 1] or not _can_be_name(words.tokens, at, end):
            continue
        text = words.written(at, end)
        if end == at + 1:
            if stopwords().get(normal_form(text)) == "never" and not is_alias(text):
                return None
            area = _after_town(words.tokens, at, before)
            if area is not None:
                return Candidate(at, end, text, (area,))
        elif _is_body(words.tokens[end - 1], text):
            continue
        entries = namesakes(text)
        if entries and _fits(text, entries):
            return Candidate(at, end, text, _narrowed(words, end, text, entries))
    return None


def _can_be_name(words: list[str], start: int, end: int) -> bool:
    if end > start + 1 and not words[end - 1][:1].isupper():
        return False
    joining = cues("joining")
    return all(
        word in joining or (word[:1].isupper() and word[:1].isalpha())
        for word in words[start + 1 : end]
    )


def _after_town(words: list[str], at: int, before: list[Candidate]) -> Entry | None:
    """What an abbreviation right after "Town," stands for."""
    if words[at] not in abbreviations() or at < 2 or not before:
        return None
    if words[at - 1] not in ",(-" or before[-1].end != at - 1:
        return None
    area = division(words[at])
    holds = area is not None and any(lies_in(entry, area) for entry in before[-1].entries)
    return area if holds else None


def _fits(text: str, entries: tuple[Entry, ...]) -> bool:
    """Whether the name can be meant as it is written."""
    first = text.split()[0].lower()
    if first in cues("direction") and not any(own_name(entry, text) for entry in entries):
        return False
    return _case_fits(text, entries) and _article_fits(text, entries)


def _narrowed(words: Words, end: int, text: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without divisions that are named after a town in them, unless the text says "province";
    without counties that the text does not call one, where a town of their state has the name."""
    divisions = tuple(e for e in entries if e.kind.startswith("admin"))
    if divisions and words.at(end) in cues("division"):
        return divisions
    towns = [e for e in entries if e.kind == "settlement"]
    named_after = {
        id(division)
        for division in divisions
        for town in towns
        if lies_in(town, division)
        and (own_name(town, text) or not own_name(division, text))
        and (division.kind == "admin2" or town.population >= _TOWN_SHARE * division.population)
    }
    if not _says_county(words, end, text):
        states = {(e.country_code, e.admin1) for e in towns if own_name(e, text)}
        named_after |= {
            id(e) for e in divisions if _is_county(e) and (e.country_code, e.admin1) in states
        }
    return tuple(e for e in entries if id(e) not in named_after)


def _is_county(entry: Entry) -> bool:
    """Whether it is a county that running text always calls one (in England "Kent" is Kent)."""
    return entry.kind == "admin2" and entry.country_code in _SAY_COUNTY


def _says_county(words: Words, end: int, text: str) -> bool:
    return text.split()[-1].lower() in _DIVISIONS or _counties_follow(words, end)


def _counties_follow(words: Words, end: int) -> bool:
    return "counties" in (word.lower() for word in words.tokens[end : end + _COUNTIES_AHEAD])


def _case_fits(text: str, entries: tuple[Entry, ...]) -> bool:
    """Short all-capital words are abbreviations of something else unless a lexicon has them."""
    if not text.isupper() or len(text) > 3 or is_alias(text):
        return True
    return entries[0].kind in ("country", "admin1") and len(entries) == 1


def _is_body(last: str, text: str) -> bool:
    """ "Arvik City" before "Council" is Arvik, unless a place has that very name."""
    if stopwords().get(normal_form(text)) == "never":
        return True
    if last.lower() not in cues("body") or text in abbreviations():
        return False
    return not any(own_name(entry, text) for entry in namesakes(text))


def _article_fits(text: str, entries: tuple[Entry, ...]) -> bool:
    """ "The" belongs to "The Hague", not to "The Springfield museum"."""
    return not text.startswith("The ") or any(e.name.startswith("The ") for e in entries)


def _state_containment(words: Words, found: list[Candidate]) -> None:
    """Read "Town, State", "Town (State)", "Town in northern State", from the right to the left."""
    for town, area in zip(reversed(found[:-1]), reversed(found[1:]), strict=True):
        between = [word.lower() for word in words.tokens[town.end : area.start]]
        if not _ties(between):
            continue
        pairs = [(a, e) for a in area.entries for e in town.entries if lies_in(e, a) and e != a]
        pairs = [(a, e) for a, e in pairs if a.kind in _AREA_ORDER]
        if between[0] == "in":
            pairs = [(a, e) for a, e in pairs if e.kind == "settlement"]
        if not pairs:
            if _quarter_of(words, town, area):
                town.entries, town.area = (unlisted_town(town.text, area.entries[0]),), area.text
                town.clues.add("stated")
            else:
                _take_at_its_word(town, area, between)
            continue
        kind = min((_AREA_ORDER[a.kind] for a, _ in pairs))
        pairs = [(a, e) for a, e in pairs if _AREA_ORDER[a.kind] == kind]
        areas = [a for a, _ in pairs]
        town.entries = tuple(e for e in town.entries if any(e is inner for _, inner in pairs))
        area.entries = tuple(a for a in area.entries if a in areas)
        town.area = area.text
        town.clues.add("stated")
        area.clues.add("states")


def _take_at_its_word(town: Candidate, area: Candidate, between: list[str]) -> None:
    """ "Arvik, Ohio", where the gazetteer knows an Arvik, but none in Ohio: a town in Ohio. So
    with a country, unless the town is one that stands by itself."""
    states = [e for e in area.entries if e.kind == "admin1" and e.country_code in STATES_FOLLOW]
    country = area.entries[0].kind == "country"
    towns = any(e.kind == "settlement" for e in town.entries)
    large = any(e.population >= _A_CITY for e in town.entries)
    if not (country and not large) and (len(states) != len(area.entries) or len(states) != 1):
        return
    if between == [","] and towns and town.text.split()[-1].lower() not in _DIVISIONS:
        town.entries, town.area = (unlisted_town(town.text, area.entries[0]),), area.text
        town.clues.add("stated")
        area.clues.add("states")


def _quarter_of(words: Words, town: Candidate, city: Candidate) -> bool:
    """ "In Arvik, Hamburg": a quarter of Hamburg, unless a list of towns begins there."""
    large = city.entries[0].kind == "settlement" and city.entries[0].population >= _A_CITY
    named = any(own_name(entry, town.text) for entry in town.entries)
    told = words.at(town.end) == "," and words.at(town.start - 1).lower() in cues("in")
    listed = words.at(city.end) in ("and", "or") or (
        words.at(city.end) == "," and words.at(city.end + 1)[:1].isupper()
    )
    return large and told and not named and not listed


def _state_peoples(words: Words, found: list[Candidate]) -> None:
    """ "The Colombian town of Arvik" lies in Colombia, though the gazetteer has it elsewhere."""
    for town in found:
        country = country_of_people(words, town.start)
        if country is None:
            continue
        inside = tuple(e for e in town.entries if e.country_code == country.country_code)
        town.entries = inside or (unlisted_town(town.text, country),)
        town.area = country.name
        town.clues.add("stated")


def country_of_people(words: Words, at: int) -> Entry | None:
    """The country that "the Colombian town of" gives the name that begins at token ``at``."""
    of, head = words.at(at - 1).lower(), words.at(at - 2).lower()
    if of != "of" or head not in cues("head-of"):
        return None
    said = words.tokens[max(0, at - 5) : at - 2]
    stretches = [said[first:last] for first in range(3) for last in range(first + 1, 4)]
    codes = (people_of(" ".join(stretch)) for stretch in stretches if stretch)
    code = next((each for each in codes if each), None)
    return place_table().by_code(code) if code else None


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


def _gather_clues(words: Words, found: list[Candidate]) -> None:
    surnames = _surnames(words.doc)
    lower = {word for word in words.tokens if word.islower()}
    starts = {candidate.start: candidate for candidate in found}
    ends = {candidate.end for candidate in found}
    heads = {(i.head.start, i.head.end) for i in words.doc._.items if i.head is not None}
    for candidate in found:
        candidate.clues.update(_name_clues(candidate, lower, surnames))
        candidate.clues.update(_label_clues(words.doc, candidate))
        candidate.clues.update(_neighbour_clues(words, candidate, starts, ends))
    for candidate in found:
        if _fragment(words, candidate):
            candidate.clues.add("fragment")
        if _is_dateline(words, candidate):
            candidate.clues.add("dateline")
        elif words.offsets(candidate.start, candidate.end) in heads:
            candidate.clues.add("item-head")


def _surnames(doc: Doc) -> set[str]:
    """Last words of the full names of persons in this report."""
    last = {span[-1].text for span in doc.ents if span.label_ == "PERSON" and len(span) > 1}
    return last | {
        name.exact.split()[-1]
        for name in doc._.names
        if name.kind == "person" and len(name.exact.split()) > 1
    }


def _name_clues(candidate: Candidate, lower: set[str], surnames: set[str]) -> Iterator[str]:
    entries, text = candidate.entries, candidate.text
    people = max(entry.population for entry in entries)
    kinds = {entry.kind for entry in entries}
    yield "country" if kinds & {"country", "continent"} else f"people:{len(str(people))}"
    if "admin1" in kinds and any(e.kind == "admin1" and own_name(e, text) for e in entries):
        yield "admin1"
    if "natural" in kinds:
        yield "natural"
    if not any(own_name(entry, text) for entry in entries) and "country" not in kinds:
        yield "alternate"
    if text.split()[-1].lower() in _DIVISIONS:
        yield "division-word"
    elif len(text.split()) > 1:
        yield "several-words"
    if stopwords().get(candidate.key) == "context":
        yield "common-word"
    if text.lower() in lower or f"{text.lower()}s" in lower:
        yield "lower-case-elsewhere"
    if text in surnames:
        yield "surname"
    if candidate.key.startswith("st "):
        yield "saint"


def _label_clues(doc: Doc, candidate: Candidate) -> Iterator[str]:
    token = doc[candidate.start]
    label = token.ent_type_ or "none"
    if label not in ("GPE", "LOC", "FAC", "ORG", "PERSON", "NORP", "none"):
        label = "other"
    whole = token.ent_iob_ == "B" or not token.ent_type_
    after = doc[candidate.end] if candidate.end < len(doc) else None
    exact = whole and (after is None or after.ent_iob_ != "I")
    yield f"label:{label}" if exact or label == "none" else f"inside:{label}"
    if token.pos_ not in ("PROPN", "NOUN") and len(candidate.text.split()) == 1:
        yield "not-a-noun"


def _neighbour_clues(
    words: Words, candidate: Candidate, starts: dict[int, Candidate], ends: set[int]
) -> Iterator[str]:
    before, after = words.at(candidate.start - 1), words.at(candidate.end)
    previous = before.lower()
    if previous in cues("direction") or previous in ("the", "downtown"):
        previous = words.at(candidate.start - 2).lower()
    if after == "," and words.at(candidate.end + 1).isdigit() and _aged(words, candidate.end + 1):
        yield "aged"
    if previous == "of" and words.at(candidate.start - 2).lower() in cues("head-of"):
        yield "head-of"
    elif previous in cues("in"):
        yield "in"
    elif previous in cues("to"):
        yield "to"
    if before == "," and words.at(candidate.start - 2).lower() in nouns():
        yield "behind-site"
    yield from _left_clues(words, candidate, before, ends)
    if candidate.end not in starts and after[:1].isupper() and after not in abbreviations():
        yield "body-after" if _names_body(after) else "capital-after"
    if after in ("'s", "’s"):
        yield "possessive"
    elif after in cues("people") or (after == "-" and words.at(candidate.end + 1) == "based"):
        yield "people-after"
    elif after.lower() in cues("lines"):
        yield "line-after"
    elif after in _DIVISIONS and any(e.kind in ("admin1", "admin2") for e in candidate.entries):
        yield "division-word"
    if _counties_follow(words, candidate.end):
        yield "counties"
    elif candidate.text.split()[-1].lower() not in _DIVISIONS and all(
        _is_county(entry) for entry in candidate.entries
    ):
        yield "bare-county"


def _aged(words: Words, at: int) -> bool:
    """ "Jordan, 22, …": an age, not a day or a house."""
    return len(words.at(at)) <= _AGE and words.at(at + 1) in (",", ".", ";", ")")


def _left_clues(words: Words, candidate: Candidate, before: str, ends: set[int]) -> Iterator[str]:
    start = candidate.start
    if before == "-" and words.at(start - 2) in cues("party"):
        yield "party"
    elif before.lower() in cues("title") or before.lower() in cues("direction"):
        yield "title-before"
    elif before[:1].isupper() and start not in ends and not _opens(words.doc[start - 1]):
        yield "capital-before"
    elif before[:1].isupper() and start not in ends:
        yield "opening-before"
    if _opens(words.doc[start]):
        yield "opens"


def _fragment(words: Words, candidate: Candidate) -> bool:
    """Whether it is only a part of a longer name that the gazetteer lacks: "San" of "San Velmar",
    "Velmar" of "Velmar Kalan"."""
    before, end = words.at(candidate.start - 1), candidate.end
    if before[:1].isupper() and generic(before, "first"):
        return True
    if generic(candidate.text, "last") and before[:1].isupper() and not _opens(words.doc[end - 1]):
        return True
    after = words.at(end)
    if not after[:1].isupper() or words.doc[end].is_sent_start:
        return False
    only_generic = generic(candidate.text, "first") is not None
    return only_generic or generic(after, "last") is not None


def _opens(token: Token) -> bool:
    """Whether the token begins a sentence, or a line."""
    return bool(token.is_sent_start) or token.i == 0 or token.nbor(-1).is_space


def _names_body(word: str) -> bool:
    return word.lower() in cues("body") or word.lower() in nouns()


def _is_dateline(words: Words, candidate: Candidate) -> bool:
    """ "TOWN —", "TOWN, Country (AGENCY) —" at the head of a paragraph."""
    if not _opens(words.doc[candidate.start]):
        return False
    at, limit = candidate.end, min(len(words), candidate.end + 12)
    while at < limit and words.tokens[at] not in cues("dash"):
        if not (
            words.tokens[at][:1].isupper()
            or words.tokens[at] in ",()./;"
            or words.tokens[at].isdigit()
        ):
            return False
        at += 1
    if at >= limit or (words.tokens[at] == "-" and not words.doc[at].whitespace_):
        return False
    return candidate.text.isupper() or at - candidate.end <= 6
