"""Names that the lexicons know, and bodies named by their place and type ("Larnos police")."""

from collections.abc import Collection, Iterator

from rashomon.data.calendar import weekdays
from rashomon.data.known_names import Alias, Match, match_at
from rashomon.data.naming import country, title_kinds
from rashomon.data.spelling import APOSTROPHES
from rashomon.language.names.drafts import Draft, Evidence, Scene
from rashomon.language.names.nouns import article_of_name

_PLACE_OR_NAME = frozenset({"GPE", "LOC", "NORP", "ORG", "PERSON", "FAC"})
_LONGEST_PLACE = 3  # words before the type of a body


def known_names(scene: Scene) -> list[Draft]:
    """All names of the lexicons; weak abbreviations only beside a full name."""
    matches = list(_matches(scene))
    full = {match.alias.known.canonical for match in matches if not match.alias.weak}
    drafts: list[Draft] = []
    for match in matches:
        if match.alias.member:
            continue
        if match.alias.known.type:
            drafts.extend(_of_a_place(scene, match))
            continue
        alias = _in_full(match, full)
        if alias is not None:
            drafts.append(_draft(scene, match, alias))
    return drafts


def _in_full(match: Match, full: Collection[str]) -> Alias | None:
    """Which body the words are of those that the text names in full."""
    both = (match.alias, *match.namesakes)
    return next((alias for alias in both if alias.known.canonical in full), None)


def _matches(scene: Scene) -> Iterator[Match]:
    at = 0
    while at < len(scene.words):
        match = match_at(scene.text, scene.words, at)
        if match is not None and not _misread(scene, match):
            yield match
            at = match.last
        else:
            at += 1


def _misread(scene: Scene, match: Match) -> bool:
    """The end of another country's name ("South *Sudan's army*"); a lone word that is somebody's
    surname, the first of a longer name ("Ansar al-…"), or capitals among capitals."""
    if _of_longer_land(scene, match.first):
        return True
    if match.last - match.first > 1 or match.alias.known.type:
        return False
    word = scene.words[match.first]
    if match.last < len(scene.words) and article_of_name(scene, match.last):
        return True
    if word.capitals and scene.shouted(match.first):
        return match.alias.written[0].capitals
    before = scene.words[match.first - 1] if scene.joined(match.first) else None
    return (
        before is not None
        and before.capital
        and scene.entity(word) == "PERSON" == scene.entity(before)
        and before.folded not in title_kinds()
        and country(before.raw) is None
    )


def _of_longer_land(scene: Scene, at: int) -> bool:
    if not scene.joined(at):
        return False
    short, longer = country(scene.words[at].raw), country(scene.cut(at - 1, at + 1))
    return short is not None and longer is not None and short.code != longer.code


def _draft(scene: Scene, match: Match, alias: Alias) -> Draft:
    known = alias.known
    return Draft(
        start=scene.words[match.first].start,
        end=scene.words[match.last - 1].end,
        kind=known.kind,
        canonical=known.canonical,
        evidence=Evidence.LEXICON,
        country=known.country,
        known=known,
    )


def _of_a_place(scene: Scene, match: Match) -> Iterator[Draft]:
    """A type of body with the place or people that it belongs to before it."""
    first = match.first
    while match.first - first < _LONGEST_PLACE and _belongs_before(scene, first):
        first -= 1
        if country(scene.words[first].raw) is not None:
            break  # "Band Storms U.S. Embassy"
    if first == match.first:
        return
    owner = scene.cut(first, match.first)
    land = country(owner) or country(scene.words[match.first - 1].raw)
    known = match.alias.known
    yield Draft(
        start=scene.words[first].start,
        end=scene.words[match.last - 1].end,
        kind=known.kind,
        canonical=scene.cut(first, match.last),
        evidence=Evidence.WORDS,
        country=land.code if land else None,
    )


def _belongs_before(scene: Scene, at: int) -> bool:
    if not scene.joined(at):
        return False
    word = scene.words[at - 1]
    label = scene.entity(word)
    if scene.text[word.end : word.end + 1] in APOSTROPHES and label != "GPE":
        return False
    if label == "PERSON" and scene.entity(scene.words[at]) not in ("", "PERSON"):
        return False
    return (
        word.capital
        and word.folded != "the"
        and word.folded not in weekdays()
        and word.folded not in title_kinds()
        and (label in _PLACE_OR_NAME or country(word.raw) is not None)
    )
