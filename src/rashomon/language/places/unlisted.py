"""Towns that no gazetteer has, known from the text alone: "ARVIK, Norway —", "in Arvik, Norway".

Their country is the one that the text names; coordinates they have none. A name that the language
model takes for a place, behind a preposition of place ("in Arvik"), is one in the state of the
report's counties, else in that of the outlet.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from rashomon.data.place_table import Entry, normal_form
from rashomon.language.places.candidates import Candidate, unlisted_town
from rashomon.language.places.lexicons import cues, namesakes, stopwords
from rashomon.language.places.words import Words

_AREAS = frozenset({"country", "admin1"})
_LONGEST = 3
_BEHIND = frozenset({",", ".", ";", "(", ")", "-", "–", "—", ""})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_SENTENCE_ENDS = frozenset({".", "!", "?", ":"})
_NOT_TOWNS = frozenset({"person", "outlet", "agency", "organisation", "office", "group", "force"})


def unlisted(
    words: Words, accepted: list[Candidate], home: tuple[Entry, ...] = ()
) -> list[Candidate]:
    """Every mention of such a town, each with an entry that has a country and no point."""
    areas = {c.start: c for c in accepted if c.entry is not None and c.entry.kind in _AREAS}
    names = _names(words.doc)
    known = {(c.start, c.end) for c in accepted}
    towns: dict[tuple[str, ...], Entry] = {}
    for start, area in areas.items():
        first = _first(words, start)
        if first is None or (first, start - 1) in known:
            continue
        shouted = _opens(words, first) and words.written(first, start - 1).isupper()
        if not shouted and names & set(range(first, start - 1)):
            continue
        said = tuple(word.casefold() for word in words.tokens[first : start - 1])
        towns.setdefault(said, _entry(words.written(first, start - 1), area))
    taken = {at for c in accepted for at in range(c.start, c.end)}
    found = [(span, _nearest(words, span[0], areas)) for span in _in_areas(words, areas)]
    found += [(span, _only_land(words.doc, areas)) for span in _described(words)]
    for (first, end), near in found:
        if near is not None and taken.isdisjoint(range(first, end)):
            said = tuple(word.casefold() for word in words.tokens[first:end])
            towns.setdefault(said, _entry(words.written(first, end), near))
    state = _own_state(accepted, home)
    if state is not None:
        for first, end in _unknown(words, accepted, names):
            said = tuple(word.casefold() for word in words.tokens[first:end])
            towns.setdefault(said, unlisted_town(words.written(first, end), state))
    return [
        _candidate(words, start, start + len(said), town)
        for said, town in sorted(towns.items(), key=lambda item: item[0])
        for start in _mentions(words, said)
    ]


def _described(words: Words) -> Iterator[tuple[int, int]]:
    """Names that a common noun calls a settlement: "the village of Arvik", "Arvik village",
    "Arvik, a hamlet near"; or that stand near another thing: "near Arvik"."""
    for at in range(len(words)):
        word = words.at(at)
        if word in cues("settlement"):
            first = _name_before(words, at)
            comma = first == at and words.at(at - 1) in ("a", "the") and words.at(at - 2) == ","
            if comma:
                at, first = at - 2, _name_before(words, at - 2)
            if first < at:
                yield first, at
            elif words.at(at + 1) == "of":
                yield from _name_behind(words, at + 2)
        elif word in cues("near"):
            yield from _name_behind(words, at + 1)


def _in_areas(words: Words, areas: dict[int, Candidate]) -> Iterator[tuple[int, int]]:
    """ "In Arvik, in Norway's north": a name in a place that stands in an area."""
    for start in sorted(areas):
        end = start - 2
        if words.at(start - 1).lower() in cues("in") and words.at(end) == ",":
            first = _name_before(words, end)
            if first < end and words.at(first - 1).lower() in cues("in"):
                yield first, end


def _name_before(words: Words, end: int) -> int:
    """Where the capitalised words right before a place begin."""
    first = end
    while first > 0 and end - first < 2 * _LONGEST and _of_name(words, first - 1, first < end):
        first -= 1
    while first < end and not _capital(words.at(first)):
        first += 1
    opens = first < end and (_opens(words, first) or words.at(first - 1) in _SENTENCE_ENDS)
    return end if opens and end - first == 1 else first


def _name_behind(words: Words, first: int) -> Iterator[tuple[int, int]]:
    """The capitalised words right behind a place, if what follows is no noun of theirs."""
    end = first
    while end < len(words) and end - first < 2 * _LONGEST and _of_name(words, end, end > first):
        end += 1
    while end > first and not _capital(words.at(end - 1)):
        end -= 1
    if end > first and (end == len(words) or words.doc[end].pos_ not in _NOUNS):
        yield first, end


def _of_name(words: Words, at: int, inside: bool) -> bool:
    return _capital(words.at(at)) or (inside and words.at(at) == "-")


def _nearest(words: Words, at: int, areas: dict[int, Candidate]) -> Candidate | None:
    """The country or division that the sentence names nearest."""
    sentence = words.doc[at].sent
    here = [area for start, area in areas.items() if sentence.start <= start < sentence.end]
    return min(here, key=lambda area: (abs(area.start - at), area.start), default=None)


def _only_land(doc: Doc, areas: dict[int, Candidate]) -> Candidate | None:
    """The only country that the report names, also by its people ("the Libyan port"); of several
    it cannot be known which one it is."""
    lands: dict[str, Candidate] = {}
    for area in areas.values():
        if area.entry is not None and area.entry.country_code:
            lands.setdefault(area.entry.country_code, area)
    people = {name.country for name in doc._.names if name.country}
    return next(iter(lands.values())) if len(lands) == 1 and people <= set(lands) else None


def _candidate(words: Words, start: int, end: int, town: Entry) -> Candidate:
    return Candidate(start, end, words.written(start, end), (town,), entry=town)


def _first(words: Words, area: int) -> int | None:
    """Where "Town" of "Town, Area" begins, if the words have that shape."""
    if words.at(area - 1) != "," or words.at(area + 1) not in _BEHIND:
        return None
    first = area - 1
    while first > 0 and area - 1 - first < _LONGEST and _capital(words.at(first - 1)):
        if words.at(first - 1).lower() in cues("in"):
            break  # "NEAR ARVIK, Ohio"
        first -= 1
        if _opens(words, first):
            break
    if first == area - 1 or not (_opens(words, first) or words.at(first - 1) in cues("in")):
        return None
    return first


def _capital(word: str) -> bool:
    return len(word) > 2 and word[0].isupper() and word.isalpha()


def _opens(words: Words, at: int) -> bool:
    return at == 0 or words.doc[at - 1].is_space


def _names(doc: Doc) -> set[int]:
    """The tokens of names that are no towns; a lone word taken for a person may be one."""
    found: set[int] = set()
    for name in doc._.names:
        lone = name.kind == "person" and " " not in name.canonical
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is not None and name.kind in _NOT_TOWNS and not lone:
            found |= set(range(span.start, span.end))
    return found


def _entry(name: str, area: Candidate) -> Entry:
    if area.entry is None:
        raise ValueError(f"{area.text} has not been put anywhere")
    return unlisted_town(name, area.entry)


def _own_state(accepted: list[Candidate], home: tuple[Entry, ...]) -> Entry | None:
    """The one state that the report's counties lie in; without counties, the outlet's."""
    counties = [c.entry for c in accepted if c.entry is not None and c.entry.kind == "admin2"]
    states = {(e.country_code, e.admin1): e for e in counties or home[:1] if e.admin1}
    found = next(iter(states.values()), None)
    return replace(found, admin2=None) if found is not None and len(states) == 1 else None


def _unknown(words: Words, accepted: list[Candidate], names: set[int]) -> Iterator[tuple[int, int]]:
    """Where the model sees a place that the gazetteer does not have, behind "in" and the like."""
    taken = names | {at for c in accepted for at in range(c.start, c.end)}
    persons = {token.text for span in words.doc.ents if span.label_ == "PERSON" for token in span}
    for span in words.doc.ents:
        free = taken.isdisjoint(range(span.start, span.end))
        told = span.label_ == "GPE" and words.at(span.start - 1).lower() in cues("in")
        owned = words.at(span.end) in _POSSESSIVES or span[-1].text in persons
        if free and told and not owned and len(span) <= _LONGEST and _new(span):
            yield span.start, span.end


def _new(span: Span) -> bool:
    """Whether its words look like a town's, and neither gazetteer nor stop words have them."""
    written = all(_capital(token.text) for token in span)
    return written and not namesakes(span.text) and normal_form(span.text) not in stopwords()


def _mentions(words: Words, said: tuple[str, ...]) -> Iterator[int]:
    """Where the town is named, with its capitals."""
    for at in range(len(words) - len(said) + 1):
        here = words.tokens[at : at + len(said)]
        if here[0][:1].isupper() and tuple(word.casefold() for word in here) == said:
            yield at
