"""Abbreviations that a text brings in itself: "Harbour Defence Front (HDF)", later "HDF"."""

import re
from collections.abc import Mapping, Sequence

from rashomon.data.naming import country, known
from rashomon.language.names.drafts import Draft, Evidence, Scene

_IN_BRACKETS = re.compile(r"\(\s?[\"“‘']?(?P<short>[A-Z][A-Za-z&.\-]{1,9})[\"”’']?\s?\)")
_TWO = 2
_LONGEST_FULL = 9  # words before the bracket


def introduced(scene: Scene, drafts: Sequence[Draft]) -> dict[str, Draft]:
    """Abbreviation -> the name that it was put behind in brackets, first introduction first."""
    ends = {draft.end: draft for draft in drafts}
    word_ends = {word.end: at for at, word in enumerate(scene.words)}
    found: dict[str, Draft] = {}
    for match in _IN_BRACKETS.finditer(scene.text):
        short = match["short"].replace(".", "")
        if sum(letter.isupper() for letter in short) < 2 or short in found:
            continue
        end = len(scene.text[max(0, match.start() - 3) : match.start()].rstrip())
        end += max(0, match.start() - 3)
        draft = ends.get(end)
        if draft is None or not _stands_for(short, draft.canonical, scene.text, draft):
            draft = _run_before(scene, word_ends.get(end), short)
        if draft is not None:
            found[short] = draft
    return found


def mentions(scene: Scene, short_forms: Mapping[str, Draft]) -> list[Draft]:
    """Every place where an abbreviation of this text stands; it means what the text said."""
    drafts = []
    for word in scene.words:
        full = short_forms.get(word.raw.replace(".", ""))
        if full is not None:
            drafts.append(
                Draft(
                    start=word.start,
                    end=word.end,
                    kind=full.kind,
                    canonical=full.canonical,
                    evidence=Evidence.STATED,
                    country=full.country,
                    known=full.known,
                )
            )
    return drafts


def _stands_for(short: str, canonical: str, text: str, draft: Draft) -> bool:
    if draft.kind in ("person", "demonym", "state"):
        return False
    if draft.known is not None or _of_its_own_tongue(short, draft):
        return True
    if _same_letters(short, text[draft.start : draft.end]):
        return True
    return _initials_fit(short, text[draft.start : draft.end].split()) or short[0] == canonical[0]


def _same_letters(short: str, full: str) -> bool:
    """Whether the letters are the initials in the order of another language: "Sarmo Patriots'
    Force (FPS)"; three at least, since two may be anybody's."""
    initials = "".join(word[0] for word in full.split() if word[0].isupper())
    return len(short) > _TWO and short.isupper() and sorted(short) == sorted(initials)


def _of_its_own_tongue(short: str, draft: Draft) -> bool:
    """Whether the letters may be those of the name in another language ("National Union of
    Bakers (SNB)"): capitals alone, behind a name that its nouns give away, and nobody else's."""
    telling = draft.evidence >= Evidence.WORDS and draft.kind not in ("agency", "outlet")
    return telling and short.isalpha() and short.isupper() and not _means_another(short)


def _means_another(short: str) -> bool:
    return country(short) is not None or known(short) is not None


def _initials_fit(short: str, full: Sequence[str]) -> bool:
    """Whether the capitals are the first letters of the words, small words left out or not."""
    letters = "".join(letter for letter in short if letter.isupper()).casefold()
    parts = [part for word in full for part in re.split(r"[-/]", word) if part]
    initials = "".join(part[0] for part in parts).casefold()
    capitals = "".join(part[0] for part in parts if part[0].isupper()).casefold()
    return letters in (initials, capitals)


def _run_before(scene: Scene, last: int | None, short: str) -> Draft | None:
    """The words before the bracket whose first letters make the abbreviation."""
    if last is None:
        return None
    for first in range(last - 1, max(-1, last - _LONGEST_FULL), -1):
        if not all(scene.joined(at) for at in range(first + 1, last + 1)):
            return None
        name = scene.cut(first, last + 1)
        if scene.words[first].capital and _initials_fit(short, name.split()):
            start, end = scene.words[first].start, scene.words[last].end
            return Draft(start, end, "organisation", " ".join(name.split()), Evidence.WORDS)
    return None
