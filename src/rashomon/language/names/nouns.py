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
    for first, last in _runs(scene):
        draft = _by_tail(scene, first, last) or _by_head(scene, first, last)
        if draft is not None:
            drafts.append(draft)
    drafts.extend(_stations(scene))
    return drafts


def noun_behind(scene: Scene, last: int) -> NameKind | None:
    """The kind that a common noun right behind a name gives it ("the Zarqan militia")."""
    if not scene.joined(last) or not scene.words[last].raw.islower():
        return None
    return nouns("after").get(scene.words[last].folded)


def _runs(scene: Scene) -> Iterator[tuple[int, int]]:
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
    if scene.text[before.end : before.end + 1] in "'’‘ʼ" and before.folded not in nouns("owner"):
        return False
    return word.capital or (word.folded in cues("link") and before.folded not in cues("link"))


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
                return _draft(scene, start, _before_place(scene, at, last), heads[head])
    return None


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
