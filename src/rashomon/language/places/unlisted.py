"""Towns that no gazetteer has, known from the text alone: "ARVIK, Norway —", "in Arvik, Norway".

Their country is the one that the text names; coordinates they have none.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from rashomon.data.place_table import Entry
from rashomon.language.places.candidates import Candidate
from rashomon.language.places.lexicons import cues
from rashomon.language.places.words import Words

_AREAS = frozenset({"country", "admin1"})
_LONGEST = 3
_BEHIND = frozenset({",", ".", ";", "(", ")", "-", "–", "—", ""})
_NOT_TOWNS = frozenset({"person", "outlet", "agency", "organisation", "office", "group", "force"})


def unlisted(words: Words, accepted: list[Candidate]) -> list[Candidate]:
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
    return [
        _candidate(words, start, start + len(said), town)
        for said, town in sorted(towns.items(), key=lambda item: item[0])
        for start in _mentions(words, said)
    ]


def _candidate(words: Words, start: int, end: int, town: Entry) -> Candidate:
    return Candidate(start, end, words.written(start, end), (town,), entry=town)


def _first(words: Words, area: int) -> int | None:
    """Where "Town" of "Town, Area" begins, if the words have that shape."""
    if words.at(area - 1) != "," or words.at(area + 1) not in _BEHIND:
        return None
    first = area - 1
    while first > 0 and area - 1 - first < _LONGEST and _capital(words.at(first - 1)):
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
    within = area.entry
    if within is None:
        raise ValueError(f"{area.text} has not been put anywhere")
    return Entry(
        name=name.title() if name.isupper() else name,
        kind="settlement",
        country_code=within.country_code,
        admin1=within.name if within.kind == "admin1" else None,
        admin2=None,
        lat=None,
        lon=None,
        geonameid=None,
        population=0,
    )


def _mentions(words: Words, said: tuple[str, ...]) -> Iterator[int]:
    """Where the town is named, with its capitals."""
    for at in range(len(words) - len(said) + 1):
        here = words.tokens[at : at + len(said)]
        if here[0][:1].isupper() and tuple(word.casefold() for word in here) == said:
            yield at
