"""Words that may name a place: every run of capitalised words that the gazetteer knows.

A candidate gathers clues, for and against; :mod:`rashomon.language.places.belief` weighs them.
"""

from dataclasses import dataclass, field

from rashomon.data.place_table import Entry, normal_form, place_table
from rashomon.data.spelling import fold
from rashomon.language.places.lexicons import (
    abbreviations,
    cues,
    division,
    is_alias,
    lies_in,
    namesakes,
    own_name,
    stopwords,
)
from rashomon.language.places.runs import goes_on_with_article
from rashomon.language.places.words import Words
from rashomon.model.annotations import NameMention

_STEM = 6
"""Letters that a division's name shares with that of the town it is called after."""
_TOWN_SHARE = 0.25
"""What part of a first-order division's people live in a town that its bare name means."""
_LONGEST_DIVISION = 3
"""Tokens of what a division is called ("Local Government Area")."""
LONGEST = 5
"""Most words that a place's name is looked for in (hyphens and "of" count)."""
DIVISIONS = frozenset({"county", "parish", "township", "province", "governorate", "borough"})
STATES_FOLLOW = frozenset({"US", "CA", "AU"})
"""Where a town is written with its state behind it."""
_SAY_COUNTY = frozenset({"US"})
_COUNTIES_AHEAD = 12
"""Tokens in which "counties" may follow the first of several ("Arvik, Orrin and Ely counties")."""
_BODIES = frozenset({"office", "organisation", "group", "force"})
_MOST_INITIALS = 5
_WELL_KNOWN = 20_000
"""People."""
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
    return found


def _blocked(words: Words) -> list[bool]:
    """Per token, whether it belongs to a name that cannot be a place, the outlet's own among them.

    One word that is taken for a person and no part of a full name may yet be a town, as may what is
    taken for a people that no country has; the initials
    of a body ("IRS") are none.
    """
    doc = words.doc
    mask = [False] * len(doc)
    heads = {item.head.start for item in doc._.items if item.head is not None}
    for at in words.where(doc._.outlet or ""):
        mask[at] = True
    for name in doc._.names:
        lone = name.kind == "person" and " " not in name.canonical
        lone = lone or (name.kind == "demonym" and name.country is None)
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
        if not _can_be_name(words.tokens, at, end):
            continue
        text = words.written(at, end)
        if blocked[end - 1] and not _holds_a_person(words, blocked, at, end, text):
            continue
        if end == at + 1:
            if stopwords().get(normal_form(text)) == "never" and not is_alias(text):
                return None
            area = _after_town(words.tokens, at, before)
            if area is not None:
                return Candidate(at, end, text, (area,))
        elif _is_body(words.tokens[end - 1], text):
            continue
        entries = namesakes(text)
        if goes_on_with_article(words, end) and not _well_known(text, entries):
            continue
        if entries and _fits(text, entries):
            return Candidate(at, end, text, _narrowed(words, end, text, entries))
    return None


def _holds_a_person(words: Words, blocked: list[bool], at: int, end: int, text: str) -> bool:
    """ "Dera Orrin Velkar" is a town, though "Orrin Velkar" alone would be somebody: the name goes
    on in the same capitals, and a town of some size has all of it for its own."""
    if end < len(words) and blocked[end]:
        return False
    return end - at > 2 and _well_known(text, namesakes(text))


def _well_known(text: str, entries: tuple[Entry, ...]) -> bool:
    return any(own_name(e, text) and e.population >= _WELL_KNOWN for e in entries)


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
    known = any(own_name(e, text) or e.kind == "admin1" for e in entries)
    if first in cues("direction") and not known:
        return False
    return _case_fits(text, entries) and _article_fits(text, entries)


def _narrowed(words: Words, end: int, text: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Without divisions that are named after a town in them, unless the text says "province";
    without counties that the text does not call one, where a town of their state has the name."""
    divisions = tuple(e for e in entries if e.kind.startswith("admin"))
    if called_division(words, end) and (divisions or (seats := _divisions_of_seats(entries, text))):
        return divisions or seats
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
            id(e) for e in divisions if is_county(e) and (e.country_code, e.admin1) in states
        }
    return tuple(e for e in entries if id(e) not in named_after)


def _divisions_of_seats(entries: tuple[Entry, ...], text: str) -> tuple[Entry, ...]:
    """ "Arvik region": the division that is called after the town, though the gazetteer files it
    under another form ("Arvikskaya oblast")."""
    stem = fold(text)[:_STEM]
    states = {(e.country_code, e.admin1): e for e in entries if e.admin1}
    named = {(code, name) for code, name in states if name and fold(name).startswith(stem)}
    found = (e for _, name in sorted(named, key=str) for e in place_table().lookup(name or ""))
    return tuple(e for e in found if e.kind == "admin1" and (e.country_code, e.admin1) in named)


def called_division(words: Words, end: int) -> bool:
    """ "Arvik province", "Arvik State"; not "Arvik State University"."""
    length = division_words(words, end)
    last = words.at(end + length - 1)
    return length > 0 and (last.islower() or not words.at(end + length)[:1].isupper())


def division_words(words: Words, at: int) -> int:
    """How many tokens from ``at`` on call what stands before them a division: "province", "Local
    Government Area"."""
    for length in range(_LONGEST_DIVISION, 0, -1):
        if " ".join(words.tokens[at : at + length]).lower() in cues("division"):
            return length
    return 0


def is_county(entry: Entry) -> bool:
    """Whether it is a county that running text always calls one (in England "Kent" is Kent)."""
    return entry.kind == "admin2" and entry.country_code in _SAY_COUNTY


def _says_county(words: Words, end: int, text: str) -> bool:
    return text.split()[-1].lower() in DIVISIONS or counties_follow(words, end)


def counties_follow(words: Words, end: int) -> bool:
    """Whether several counties are named together, this among them."""
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
    if last.lower() not in cues("body") or text in abbreviations() or is_alias(text):
        return False
    return not any(own_name(entry, text) for entry in namesakes(text))


def _article_fits(text: str, entries: tuple[Entry, ...]) -> bool:
    """ "The" belongs to "The Hague", not to "The Springfield museum"."""
    return not text.startswith("The ") or any(e.name.startswith("The ") for e in entries)
