"""Names that their own nouns give away: "Harbour News Agency", "Ministry of Fisheries"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from rashomon.data import lexicon
from rashomon.data.calendar import weekdays
from rashomon.data.naming import country, title_kinds
from rashomon.data.phrases import words
from rashomon.data.spelling import Word, fold
from rashomon.language.names.drafts import Draft, Evidence, Scene
from rashomon.model.annotations import NameKind

_BREAKS = frozenset(["on", "in", "for", "and"])
_AFTER_HEAD = frozenset(["of", "for", "on"])
_LONGEST_RUN = 10
_LONGEST_TAIL = 3
_SHORT_LINE = 50  # characters: such a line is a heading and was not broken for its length
_LINE = 100  # characters on both sides
_APPOSED = re.compile(r",\s(?:the|an?)\s(?P<words>(?:[\w-]{1,20}\s){0,2}[\w-]{1,20})\b")
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")
_MOSTLY = 0.8
_STATION = re.compile(r"[KW][A-Z]{3}(?:\d{1,2})?")
_MADE_OF_CAPITALS = frozenset({"ORG", "PERSON"})


@cache
def cues(role: str) -> frozenset[str]:
    """Small words inside and beside names, of one role (``name_cues.tsv``)."""
    return words("name_cues", role=role)


@cache
def nouns(position: str) -> dict[str, NameKind]:
    """Folded noun -> kind, of one position in ``name_nouns.tsv``."""
    return {
        fold(row["noun"]): cast(NameKind, row["kind"])
        for row in lexicon("name_nouns")
        if row["position"] == position
    }


def named_by_nouns(scene: Scene) -> list[Draft]:
    """All names that end or begin with a noun of organisations, groups, offices and the like."""
    drafts: list[Draft] = []
    for first, last in runs(scene):
        draft = (
            _by_opening(scene, first, last)
            or _by_tail(scene, first, last)
            or _by_head(scene, first, last)
        )
        if draft is not None:
            drafts.append(draft)
    drafts.extend(_stations(scene))
    return drafts


def noun_behind(scene: Scene, last: int) -> NameKind | None:
    """The kind that a common noun right behind a name gives it ("the Zarqan militia")."""
    if not scene.joined(last) or not scene.words[last].raw.islower():
        return None
    return nouns("after").get(scene.words[last].folded)


def noun_before(scene: Scene, at: int) -> NameKind | None:
    """The kind that common nouns right before a name give it ("the rebel group Orvan")."""
    for size in (2, 1):
        first = at - size
        if first >= 0 and all(scene.joined(each) for each in range(first + 1, at + 1)):
            kind = nouns("before").get(" ".join(w.folded for w in scene.words[first:at]))
            if kind is not None and scene.words[at - 1].raw.islower():
                return kind
    return None


def noun_apposed(scene: Scene, last: int) -> NameKind | None:
    """The kind that a noun between commas gives the name before it ("Orvan, the militia")."""
    found = _APPOSED.match(scene.text, scene.words[last - 1].end)
    said = re.findall(r"[\w]+", found["words"].casefold()) if found else []
    return next((kind for word in said if (kind := nouns("after").get(word))), None)


def runs(scene: Scene) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with small words between them, as (first, last not included)."""
    at, total = 0, len(scene.words)
    while at < total:
        if not _can_start(scene.words[at]):
            at += 1
            continue
        first, at = at, at + 1
        while at < total and at - first < _LONGEST_RUN and _goes_on(scene, at):
            at += 1
        last = at
        while scene.words[last - 1].folded in cues("link"):
            last -= 1
        yield first, last


def _can_start(word: Word) -> bool:
    return word.capital and word.folded not in cues("not_first") and not _is_day(word)


def _goes_on(scene: Scene, at: int) -> bool:
    if not scene.joined(at):
        return False
    before, word = scene.words[at - 1], scene.words[at]
    if "\n" in scene.text[before.end : word.start] and scene.near_line_start(at - 1, _SHORT_LINE):
        return False
    if scene.text[before.end : before.end + 1] in "'’‘ʼ" and before.folded not in nouns("owner"):
        return False
    if article_of_name(scene, at) or _the_of_name(scene, at):
        return True
    return word.capital or (word.folded in cues("link") and before.folded not in cues("link"))


def article_of_name(scene: Scene, at: int) -> bool:
    """Whether word ``at`` is an article that a hyphen ties to the name behind it ("as-Sahil")."""
    word = scene.words[at]
    return (
        word.folded in cues("article")
        and scene.text[word.end : word.end + 1] in ("-", "‐", "‑")
        and at + 1 < len(scene.words)
        and scene.words[at + 1].start == word.end + 1
        and scene.words[at + 1].capital
    )


def _the_of_name(scene: Scene, at: int) -> bool:
    """ "Ministry of *the* Interior"."""
    if at < 2 or scene.words[at].raw != "the" or scene.words[at - 1].raw not in _AFTER_HEAD:
        return False
    named = at + 1 < len(scene.words) and scene.joined(at + 1) and scene.words[at + 1].capital
    return named and scene.words[at - 2].folded in nouns("head")


def _by_opening(scene: Scene, first: int, last: int) -> Draft | None:
    """A name that begins with a word by which groups of other tongues call themselves ("Katiba
    Orvan"), and goes on with a capital."""
    for at in range(first, last - 1):
        opens, article = scene.words[at].folded, article_of_name(scene, at + 1)
        kind = nouns("opening").get(opens) or (nouns("opening al").get(opens) if article else None)
        if kind is not None and (article or scene.words[at + 1].capital):
            return _draft(scene, at, last, kind)
    return None


def _by_tail(scene: Scene, first: int, last: int) -> Draft | None:
    """The longest part of the run that ends with a noun of ``tail``."""
    tails = nouns("tail")
    for end in range(last, first + 1, -1):
        if end < last and not _new_name(scene, end):
            continue
        for size in range(min(_LONGEST_TAIL, end - first - 1), 0, -1):
            kind = tails.get(" ".join(word.folded for word in scene.words[end - size : end]))
            if kind is not None:
                return _draft(scene, _own_start(scene, first, end - size), end, kind)
    return None


def _new_name(scene: Scene, at: int) -> bool:
    """Whether another name begins at word ``at``: a title, or somebody's first name."""
    word = scene.words[at]
    return word.folded in title_kinds() or scene.entity(word) == "PERSON"


def _own_start(scene: Scene, first: int, tail: int) -> int:
    """Where the name itself begins: at a country before its noun ("Crowd Storms U.S. Embassy"),
    behind small words ("Shelling by the Harbour Brigades"), else at the front."""
    if tail > first and country(scene.words[tail - 1].raw) is not None:
        return tail - 1
    for at in range(tail - 1, first, -1):
        if scene.words[at].folded in _BREAKS and at + 1 < tail:
            return at + 1
    return first


def _by_head(scene: Scene, first: int, last: int) -> Draft | None:
    heads = nouns("head")
    for at in range(first, last - 2):
        if scene.words[at + 1].folded not in _AFTER_HEAD or _is_day(scene.words[at + 2]):
            continue
        for size in (2, 1):
            start = at + 1 - size
            head = " ".join(word.folded for word in scene.words[max(start, first) : at + 1])
            if start >= first and head in heads:
                begins = _with_adjectives(scene, first, start)
                return _draft(scene, begins, _before_place(scene, at, last), heads[head])
    return None


def _with_adjectives(scene: Scene, first: int, head: int) -> int:
    """Where a name begins of which word ``head`` is the noun: "National Union of …", not in a line
    where every word has a capital."""
    if _is_title(scene, head):
        return head
    start = head
    while start > first and _qualifies(scene, start - 1):
        start -= 1
    return start


def _qualifies(scene: Scene, at: int) -> bool:
    word = scene.words[at]
    named = word.folded in title_kinds() or scene.entity(word) == "PERSON" or _is_day(word)
    return word.capital and not named and not scene.words[at + 1].capitals


def _is_title(scene: Scene, at: int) -> bool:
    """Whether nearly all words of some length on the line have a capital."""
    word = scene.words[at]
    before = scene.text[max(0, word.start - _LINE) : word.start].rpartition("\n")[2]
    behind = scene.text[word.start : word.end + _LINE].partition("\n")[0]
    long = _LONG_WORD.findall(before + behind)
    capitals = sum(1 for each in long if each[0].isupper())
    return capitals > _MOSTLY * len(long)


def _is_day(word: Word) -> bool:
    return word.folded in weekdays()


def _before_place(scene: Scene, head: int, last: int) -> int:
    for at in range(head + 2, last):
        if scene.words[at].folded in ("in", "on"):
            return at
    return last


def _draft(scene: Scene, first: int, last: int, kind: NameKind) -> Draft:
    owner = country(scene.words[first].raw)
    name = scene.cut(first, last)
    return Draft(
        start=scene.words[first].start,
        end=scene.words[last - 1].end,
        kind=kind,
        canonical=" ".join(name.split()),
        evidence=Evidence.WORDS,
        country=owner.code if owner else None,
    )


def _stations(scene: Scene) -> Iterator[Draft]:
    """Call signs of stations in the United States: four letters that begin with K or W."""
    for at, word in enumerate(scene.words):
        if (
            _STATION.fullmatch(word.raw)
            and not scene.shouted(at)
            and scene.entity(word) in _MADE_OF_CAPITALS
        ):
            behind = scene.words[at + 1] if scene.joined(at + 1) else None
            end = behind.end if behind and behind.raw in ("TV", "DT", "FM", "AM") else word.end
            yield Draft(word.start, end, "outlet", word.raw, Evidence.WORDS, country="US")
