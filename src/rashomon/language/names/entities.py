"""spaCy's entities and the names of countries, cleaned and given our kinds."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from spacy.tokens import Span

from rashomon.data import lexicon
from rashomon.data.naming import Country, country, split_titles, title_kinds
from rashomon.data.phrases import words as listed
from rashomon.data.place_table import place_table
from rashomon.data.spelling import Word, fold, words
from rashomon.language.names.drafts import Draft, Evidence, Scene
from rashomon.language.names.nouns import noun_apposed, noun_before, noun_behind, nouns, runs
from rashomon.model.annotations import NameKind

_LONGEST_NAME = 8  # words
_TOWN = 5_000  # inhabitants, for a name of several words
_CITY = 150_000  # the same for one word
_NOBODY = frozenset(["god", "jesus", "allah", "lord", "internet", "covid", "ramadan", "christmas"])
_SMALL = frozenset(["the", "a", "an", "and", "of", "for", "in", "at", "by", "’s", "s"])
_NAMING = frozenset({"NOUN", "PROPN"})
_BORDER = re.compile(r"[\n(\[|]")
_AGE = re.compile(r",\s\d{1,2}(?:,|\sand\b|\.)")
_LONGEST_POST = 4  # words
_ADDRESS = re.compile(r"://|[@_/\\]")


def entity_names(scene: Scene) -> list[Draft]:
    """Persons, organisations and groups among spaCy's entities."""
    starts = {word.start: at for at, word in enumerate(scene.words)}
    drafts: list[Draft] = []
    for entity in scene.doc.ents:
        if entity.label_ in ("PERSON", "ORG", "NORP"):
            draft = _draft(scene, entity, starts)
            if draft is not None:
                drafts.append(draft)
    return drafts


def persons_by_post(scene: Scene) -> list[Draft]:
    """Two or three words in capitals that no entity covers, where a post or an age stands beside
    them ("the deputy prosecutor, Mara Estevo")."""
    drafts: list[Draft] = []
    for begin, last in runs(scene):
        first = _behind_post(scene, begin, last)
        found = scene.words[first:last]
        alike = all(w.capital and len(w.raw) > 1 and not w.capitals for w in found)
        if len(found) not in (2, 3) or not alike or country(scene.cut(first, last)) is not None:
            continue
        if _is_somebody(scene, first, last) and not is_place(scene.cut(first, last)):
            name = " ".join(scene.cut(first, last).split())
            start, end = found[0].start, found[-1].end
            drafts.append(Draft(start, end, "person", name, Evidence.ENTITY))
    return drafts


def _behind_post(scene: Scene, first: int, last: int) -> int:
    """Where the name begins in a run that a post in capitals opens ("Superintendent of Police
    Mara Estevo")."""
    sizes = range(min(_LONGEST_POST, last - first - 1), 0, -1)
    return next((first + n for n in sizes if _is_post(scene, first, first + n)), first)


def country_names(scene: Scene) -> list[Draft]:
    """Names of countries (``state``) and of their people (``demonym``), with the country's code."""
    drafts: list[Draft] = []
    at = 0
    while at < len(scene.words):
        size, land = _country_at(scene, at)
        if land is not None and not (_part_of_more(scene, at) or _surname(scene, at)):
            drafts.append(_of_country(scene, at, at + size, land))
        at += size
    return drafts


def _country_at(scene: Scene, at: int) -> tuple[int, Country | None]:
    if not scene.words[at].capital or scene.words[at].folded == "the":
        return 1, None
    for size in (4, 3, 2, 1):
        last = at + size
        if last <= len(scene.words) and all(scene.joined(i) for i in range(at + 1, last)):
            land = country(" ".join(word.raw for word in scene.words[at:last]))
            if land is not None:
                return size, land
    return 1, None


def _part_of_more(scene: Scene, at: int) -> bool:
    """ "New Mexico", and in capitals throughout "THE US" where capitals say nothing."""
    word = scene.words[at]
    if word.raw == "US" and scene.shouted(at):
        return True
    return scene.joined(at) and scene.words[at - 1].raw == "New"


def _surname(scene: Scene, at: int) -> bool:
    """ "Mr. Jordan", "Sergeant France": people whose names countries have too."""
    if at == 0 or scene.text[scene.words[at - 1].end : scene.words[at].start] not in (" ", ". "):
        return False
    return title_kinds().get(scene.words[at - 1].folded) in ("honorific", "rank")


def _of_country(scene: Scene, first: int, last: int, land: Country) -> Draft:
    return Draft(
        start=scene.words[first].start,
        end=scene.words[last - 1].end,
        kind="demonym" if land.demonym else "state",
        canonical=land.name,
        evidence=Evidence.COUNTRY,
        country=land.code,
    )


def _draft(scene: Scene, entity: Span, starts: dict[int, int]) -> Draft | None:
    shown = _BORDER.split(entity.text)[0]
    trimmed = _trim(words(shown))
    if not trimmed or _ADDRESS.search(shown) or not _like_a_name(trimmed):
        return None
    at = starts.get(entity.start_char + trimmed[0].start)
    if at is None:
        return None
    last = at + len(trimmed)
    if last > len(scene.words) or scene.words[last - 1].start < scene.words[at].start:
        return None
    kind = _kind(scene, entity.label_, trimmed, at)
    if kind == "person" and _with_article(scene, at, last):
        kind = "organisation"
    if kind is None or (not _titled(scene, at) and is_place(scene.cut(at, last))):
        return None
    name = " ".join(scene.cut(at, last).split())
    return Draft(scene.words[at].start, scene.words[last - 1].end, kind, name, Evidence.ENTITY)


@lru_cache(maxsize=16_384)
def is_place(name: str) -> bool:
    """Whether spaCy took a town, division or street for a person or body.

    Only towns of some size: most surnames are villages somewhere. A name of several words is
    seldom both.
    """
    if fold(name.split()[-1]) in _streets():
        return True
    floor = _TOWN if " " in name or "-" in name else _CITY
    return any(entry.population >= floor for entry in place_table().lookup(name)[:3])


@cache
def _streets() -> frozenset[str]:
    kinds = ("street", "quarter", "natural", "settlement")
    return frozenset(fold(row["noun"]) for row in lexicon("place_nouns") if row["kind"] in kinds)


def _trim(found: Sequence[Word]) -> list[Word]:
    """Without articles and small words at both ends, and without leading titles."""
    kept = list(found)
    while kept and (kept[0].folded in _SMALL or not kept[0].capital) and kept[0].folded != "al":
        kept = kept[1:]
    while kept and (kept[-1].folded in _SMALL or not _name_word(kept[-1])):
        kept = kept[:-1]
    return split_titles(kept)[1] if kept else []


def _name_word(word: Word) -> bool:
    return word.capital or word.raw[:1].isdigit()


@cache
def _no_names() -> frozenset[str]:
    return _NOBODY | title_kinds().keys()


def _like_a_name(found: Sequence[Word]) -> bool:
    if len(found) > _LONGEST_NAME or any(len(word.raw) > 40 for word in found):
        return False
    return len(found) > 1 or (len(found[0].raw) > 1 and found[0].folded not in _no_names())


def _with_article(scene: Scene, at: int, last: int) -> bool:
    """Whether "the" stands before the name, which then is no person's, unless the name only says
    which of what follows ("the Estevo cabinet", "the Mara Estevo of the songs")."""
    described = at > 1 and scene.joined(at) and not scene.words[at - 1].capital
    first = at - 1 if described and scene.tag(scene.words[at - 1]) in ("ADJ", "VERB") else at
    if first == 0 or scene.words[first - 1].folded != "the" or not scene.joined(first):
        return False
    lone = last - at == 1
    return lone and not (scene.joined(last) and scene.tag(scene.words[last]) in _NAMING)


def _is_somebody(scene: Scene, at: int, last: int) -> bool:
    """Whether an age stands behind the name, or a post before it between commas ("its director,
    Mara Estevo")."""
    if any(word.folded in _body_nouns() for word in scene.words[at:last]):
        return False
    if _AGE.match(scene.text, scene.words[last - 1].end):
        return True
    return _post_before(scene, at) or _post_behind(scene, last)


def _post_before(scene: Scene, at: int) -> bool:
    """Whether a post or trade ends right before word ``at``, a comma between or not."""
    if at == 0 or scene.text[scene.words[at - 1].end : scene.words[at].start] not in (" ", ", "):
        return False
    if _ends_in_post(scene, at):
        return True
    links = (each for each in range(max(1, at - _LONGEST_POST), at) if _links(scene, each, at))
    return any(_ends_in_post(scene, each) for each in links)


def _links(scene: Scene, at: int, last: int) -> bool:
    """Whether word ``at`` begins what a post is of, up to a comma before word ``last`` ("the
    union's delegate in Larnos, Mara Estevo")."""
    comma = scene.text[scene.words[last - 1].end : scene.words[last].start] == ", "
    inside = all(scene.joined(each) for each in range(at, last))
    return comma and inside and scene.words[at].raw in ("in", "of", "for", "at")


def _ends_in_post(scene: Scene, at: int) -> bool:
    return any(_is_post(scene, at - size, at) for size in range(1, min(_LONGEST_POST, at) + 1))


def _post_behind(scene: Scene, last: int) -> bool:
    """Whether a post or trade stands between commas behind a name: ", a trainee welder"."""
    if last + 1 >= len(scene.words) or scene.words[last].raw not in ("the", "a", "an"):
        return False
    if scene.text[scene.words[last - 1].end : scene.words[last].start] != ", ":
        return False
    ends = range(last + 2, min(last + 2 + _LONGEST_POST, len(scene.words) + 1))
    return any(_is_post(scene, first, end) for end in ends for first in range(last + 1, end))


def _is_post(scene: Scene, first: int, end: int) -> bool:
    inside = all(scene.joined(each) for each in range(first + 1, end))
    return inside and " ".join(word.folded for word in scene.words[first:end]) in _posts()


@cache
def _body_nouns() -> frozenset[str]:
    return frozenset(nouns("tail")) | frozenset(nouns("head"))


@cache
def _posts() -> frozenset[str]:
    kinds = ("role", "office", "speaker")
    titles = {title for title, kind in title_kinds().items() if kind in kinds}
    return frozenset(titles) | listed("people", "noun", type="person")


def _titled(scene: Scene, at: int) -> bool:
    """Whether a title stands right before word ``at`` ("Mr. Houston", "Rep. Santa Ana")."""
    if at == 0:
        return False
    before = scene.words[at - 1]
    gap = scene.text[before.end : scene.words[at].start]
    return before.folded in title_kinds() and gap in (" ", ". ")


def _kind(scene: Scene, label: str, found: Sequence[Word], at: int) -> NameKind | None:
    last = at + len(found)
    if label == "NORP" and len(found) == 1:
        return "demonym"
    if label == "NORP":
        return "person" if found[0].folded in ("abu", "umm", "al") else "organisation"
    named = label in ("PERSON", "ORG")
    said = noun_behind(scene, last) or noun_before(scene, at) or noun_apposed(scene, last)
    if said is not None and named and country(found[-1].raw) is None:
        return said
    if label == "ORG" and 1 < len(found) < 5 and _is_somebody(scene, at, last):
        return "person"
    if label == "PERSON":
        return "person" if not any(word.raw[:1].isdigit() for word in found) else None
    return "organisation"
