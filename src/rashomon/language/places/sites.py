"""Places that no gazetteer holds: buildings, streets, quarters, rivers, and described ones.

A *named* site is a noun of place with a name before it ("Arvik Hospital", "11th Street") or after
it ("Lake Orrin", "Highway 12"). A *described* one has no name, and the text ties it to a named
place ("a base near Arvik"). Either lies around its *anchor*, the settlement that the text gives.
"""

import re
from collections.abc import Mapping

from spacy.tokens import Doc, Token
from wordfreq import zipf_frequency

from rashomon.data.place_table import Entry, normal_form
from rashomon.language.counts.people import person_noun
from rashomon.language.places.anchors import Site, anchor, anchor_at_home, tied_after
from rashomon.language.places.candidates import LONGEST, STATES_FOLLOW, Candidate
from rashomon.language.places.foreign import foreign_kind, foreign_sites
from rashomon.language.places.grounds import taking_place
from rashomon.language.places.lexicons import PlaceNoun, cues, nouns, stopwords
from rashomon.language.places.words import Words

LONGEST_NAME = 6
"""Most words before the noun that may belong to a site's name."""
_HEARD_OF = 2.0
"""Zipf frequency in English, from which a word is known to writers at large."""
_HYPHENS, _WAY = frozenset("-‑–"), 3
_ORDINAL = re.compile(r"\d{1,3}(st|nd|rd|th)|\d{1,4}[A-Z]?", re.IGNORECASE)
_NOT_NAMES = frozenset({"VERB", "AUX", "ADP", "DET", "PRON", "SCONJ"})


def find_sites(words: Words, places: list[Candidate], home: tuple[Entry, ...] = ()) -> list[Site]:
    """All sites of a document, in order, none overlapping another; one of which the report does
    not say where it lies is looked for around the outlet's ``home``."""
    doc = words.doc
    by_start = {place.start: place for place in places}
    sites: list[Site] = []
    barred = _barred(doc) | _in_towns(places)
    foreign = foreign_sites(words, by_start)
    for at in _nouns_at(words):
        token, noun = doc[at], _noun_at(words, at)
        if noun is None or token.i in barred or (sites and token.i < sites[-1].end):
            continue
        floor = sites[-1].start if sites else 0
        site = _foreign(words, at, foreign) or _named(doc, token, noun, floor, by_start)
        site = site or _described(doc, token, noun, floor, by_start)
        if site is not None:
            if sites and site.start < sites[-1].end:
                sites.pop()  # "Arvik Hill" within "Arvik Hill refugee camp"
            sites.append(site)
    anchor(words, sites, places, home)
    anchor_at_home(sites, places, home)
    return [site for site in sites if site.named or site.anchor is not None]


def _barred(doc: Doc) -> set[int]:
    """Tokens of names of outlets and agencies ("Arvik Street Journal")."""
    barred: set[int] = set()
    for name in doc._.names:
        if name.kind in ("outlet", "agency"):
            span = doc.char_span(name.start, name.end, alignment_mode="expand")
            barred.update(range(span.start, span.end) if span is not None else ())
    return barred


def _in_towns(places: list[Candidate]) -> set[int]:
    """Tokens behind the first of a place's name: "Falls" of "Arvik Falls" makes no site of it."""
    return {at for place in places for at in range(place.start + 1, place.end)}


def _nouns_at(words: Words) -> list[int]:
    """Where one of the table's nouns, or the second word of one, or a generic word of another
    language stands."""
    last = {noun.split()[-1] for noun in nouns()}
    return [
        at
        for at, word in enumerate(words.tokens)
        if word.lower() in last or foreign_kind(word) is not None
    ]


def _foreign(words: Words, at: int, ends: Mapping[int, int]) -> Site | None:
    """ "Puente Velmar", "Wadi Orrin", "Club Larnos": the generic word comes first."""
    kind, end = foreign_kind(words.at(at)), ends.get(at)
    if kind is None or end is None:
        return None
    name = words.written(at, end)
    own = PlaceNoun(kind, described=False)
    return Site(at, end, name, own, named=True, key=normal_form(name))


def _noun_at(words: Words, at: int) -> PlaceNoun | None:
    """The table's row for this token, or for it and the one before it."""
    word = words.at(at).lower()
    known = nouns().get(f"{words.at(at - 1).lower()} {word}") or nouns().get(word)
    kind = foreign_kind(words.at(at))
    return known or (PlaceNoun(kind, described=False) if kind else None)


def _named(
    doc: Doc, head: Token, noun: PlaceNoun, floor: int, places: dict[int, Candidate]
) -> Site | None:
    start, end = _whole_places(_name_before(doc, head, floor), head, places), head.i + 1
    if head.lower_ in cues("embassy"):
        start = max(start, _sender(doc, head, places))
    town = _owner(doc, start, head, places)
    if start == head.i:
        end = _name_after(doc, head)
        if end == head.i + 1:
            return None
    elif town is None and not _may_head(head, noun):
        return None
    elif head.lower_ in cues("numbered") and end < len(doc) and doc[end].is_digit:
        end += 1
    inner = [places[at] for at in range(start, end) if at in places]
    if any(place.end == head.i and _is_it(place, head, noun, places) for place in inner):
        return None
    if noun.kind in ("quarter", "settlement") and not head.is_lower:
        return None
    if noun.body and not (_after_preposition(doc, start) or _struck(doc, start)):
        return None
    if not head.text[0].isupper() and _only_origin(doc, start, head.i, inner):
        return None
    if noun.kind == "street":
        start = _block_before(doc, start)
    name = doc[start:end].text
    why = "said to be its" if town is not None else ""
    return Site(start, end, name, noun, True, town, why=why, key=normal_form(name), inner=inner)


def _is_it(place: Candidate, head: Token, noun: PlaceNoun, places: dict[int, Candidate]) -> bool:
    """Whether the noun only says what the place is: "Arvik village", "Arvik district" where Arvik
    is a division, or no gazetteer has it and no city is told around it."""
    entry = place.entry
    if noun.kind == "settlement" or entry is None:
        return noun.kind == "settlement"
    if noun.kind != "quarter" or head.lower_ not in cues("division"):
        return False
    if entry.kind in ("admin1", "admin2"):
        return True
    tied = tied_after(head.doc, head.i + 1, places)
    of_a_city = (
        tied is not None and tied[1].entry is not None and tied[1].entry.kind == "settlement"
    )
    return entry.geonameid is None and entry.country_code not in STATES_FOLLOW and not of_a_city


def _whole_places(start: int, head: Token, places: dict[int, Candidate]) -> int:
    """A site's name begins with a place's whole name or after it, never in its middle."""
    for at in range(max(0, start - LONGEST), start):
        if at in places and start < places[at].end <= head.i:
            return places[at].end
    return start


def _sender(doc: Doc, head: Token, places: dict[int, Candidate]) -> int:
    """Where the name of the state that keeps an embassy begins: nothing before that belongs."""
    for at in range(head.i - 1, max(-1, head.i - 4), -1):
        if at in places or doc[at].ent_type_ == "NORP":
            return at
    return 0


def _after_preposition(doc: Doc, start: int) -> bool:
    before = [token.lower_ for token in doc[max(0, start - 2) : start]]
    if before[-1:] and before[-1] in cues("article"):
        del before[-1]
    return bool(before) and before[-1] in cues("at")


def _struck(doc: Doc, start: int) -> bool:
    """ "Shells hit Arvik Hospital": what is done to it is done to a building."""
    at = start - 1
    if at >= 0 and doc[at].lower_ in cues("article"):
        at -= 1
    done = doc[at].lemma_.lower() in taking_place() | cues("reach") | cues("reach-site")
    return at >= 0 and doc[at].pos_ == "VERB" and (done or doc[at].lemma_.lower() in cues("aim"))


def _may_head(head: Token, noun: PlaceNoun) -> bool:
    """Whether a noun after a name makes a site of it: "Arvik park" does not, "Arvik Park" does."""
    capital = head.text[0].isupper()
    if head.i and f"{head.nbor(-1).lower_} {head.lower_}" in nouns():
        return True  # "the Arvik power station"
    if noun.kind == "street" and _both_ends(head):
        return True
    return capital or not (noun.kind == "street" or head.lower_ in cues("also-common"))


def _both_ends(head: Token) -> bool:
    """ "The Arvik-Orrin highway"."""
    if head.i < _WAY:
        return False
    one, joint, other = (head.doc[head.i - back] for back in (3, 2, 1))
    return joint.text in _HYPHENS and one.text[0].isupper() and other.text[0].isupper()


def _owner(doc: Doc, start: int, head: Token, places: dict[int, Candidate]) -> Candidate | None:
    """The town that says whose a site is and where it lies: "*Arvik*'s Orrin market"."""
    town = places.get(start)
    if town is None or town.entry is None or town.entry.kind != "settlement":
        return None
    owns = town.end + 1 < head.i and doc[town.end].text in cues("possessive")
    return town if owns else None


def _name_before(doc: Doc, head: Token, floor: int) -> int:
    """Where the capitalised words before the noun begin; the noun's own place if there are none."""
    first = head.i
    if head.i > floor and f"{head.nbor(-1).lower_} {head.lower_}" in nouns():
        first -= 1  # "refugee camp" is one noun
    at, best = first - 1, head.i
    while at >= max(floor, head.i - LONGEST_NAME):
        token = doc[at]
        if _names(token) and token.pos_ not in _NOT_NAMES:
            best = at
        elif not (
            token.lower_ in cues("inside-name") or (token.lower_ in nouns() and best == head.i)
        ):
            break
        at -= 1
    while best < head.i and (_no_name(doc[best]) or not _names(doc[best])):
        best += 1
    if best - 2 >= floor and doc[best - 1].text == "-" and doc[best - 2].lower_ in cues("al"):
        best -= 2
    return best


def _names(token: Token) -> bool:
    return token.text[0].isupper() or bool(
        _ORDINAL.fullmatch(token.text) and "th" in token.text[-2:]
    )


_SEVERAL = frozenset({"NNS", "NNPS"})


def _no_name(token: Token) -> bool:
    """Words that begin with a capital for another reason, or join what is not there."""
    word = token.lower_
    return (
        (stopwords().get(word) == "never" and bool(token.is_sent_start or word in cues("article")))
        or word in cues("inside-name")
        or word in cues("title")
        or bool(token.is_sent_start and token.tag_ in _SEVERAL and person_noun(token))
    )


def _name_after(doc: Doc, head: Token) -> int:
    """The end of "Lake Orrin", "Highway 12"; right after the noun where no name follows."""
    end = head.i + 1
    if not head.text[0].isupper() or head.lower_ not in cues("head-first") or end >= len(doc):
        return end
    if head.lower_ in cues("numbered"):
        return end + 1 if doc[end].is_digit else end
    return end + 1 if doc[end].text[0].isupper() and doc[end].pos_ == "PROPN" else end


def _only_origin(doc: Doc, start: int, end: int, inner: list[Candidate]) -> bool:
    """Whether the words before the noun only say whose it is ("Iraqi", "U.S.")."""
    countries = {
        at
        for place in inner
        if place.entries[0].kind in ("country", "continent")
        for at in range(place.start, place.end)
    }
    return all(
        at in countries or _a_people(doc[at]) or not doc[at].text[0].isupper()
        for at in range(start, end)
    )


def _a_people(token: Token) -> bool:
    """Whether it names a people or a creed: what is taken for one and no English text has is as
    likely a town."""
    return token.ent_type_ == "NORP" and zipf_frequency(token.lower_, "en") >= _HEARD_OF


def _block_before(doc: Doc, start: int) -> int:
    """The start of "500 block of" before a street."""
    words = [token.lower_ for token in doc[max(0, start - 4) : start]]
    if words[-2:] == ["block", "of"]:
        return start - 3 if words[-3:-2] and words[-3][0].isdigit() else start - 2
    return start - 1 if words and words[-1].isdigit() else start


def _described(
    doc: Doc, head: Token, noun: PlaceNoun, floor: int, places: dict[int, Candidate]
) -> Site | None:
    """ "a base near Arvik": an unnamed one, tied to a named place by what follows."""
    if not noun.described or not head.is_lower:
        return None
    tied = tied_after(doc, head.i + 1, places)
    if tied is None or tied[0] == ",":
        return None
    start = head.i
    while start > max(floor, head.i - 5) and doc[start - 1].pos_ in ("ADJ", "NOUN", "PROPN"):
        start -= 1
    who = [t.i for t in doc[start : head.i] if t.tag_ in _SEVERAL and person_noun(t)]
    if who and who[0] == start:  # "Protesters storm consulate": its verb is read as a noun
        start = head.i
    preposition, anchor = tied
    if noun.kind == "settlement" and _explains(doc, start, places):
        return None  # "Arvik, a mining town in Norway"
    if noun.kind == "settlement" and preposition == "of":
        return None  # "the village of Arvik" is Arvik
    if noun.kind == "settlement" and _ends_at(head.i, places):
        return None  # "Orrin village near Arvik" is Orrin
    away = preposition in cues("away")
    words = doc[start : head.i + 1].text
    name = f"{words} {doc[head.i + 1 : anchor.start].text} {anchor.text}"
    why = f"said to lie {preposition} it"
    return Site(start, head.i + 1, name, noun, False, anchor, away, why=why, key=normal_form(words))


def _explains(doc: Doc, start: int, places: dict[int, Candidate]) -> bool:
    """Whether the words from ``start`` on only say what the name before them is."""
    at = start - 1 - int(start > 0 and doc[start - 1].lower_ in cues("article"))
    if at < 1 or doc[at].text != ",":
        return False
    return _ends_at(at, places)


def _ends_at(at: int, places: dict[int, Candidate]) -> bool:
    """Whether a place's name ends before token ``at``."""
    return any(places[n].end == at for n in range(max(0, at - LONGEST), at) if n in places)
