"""Bodies told of by part of their name: "the Directorate" after "Directorate of Quarries"."""

from collections import defaultdict
from collections.abc import Sequence

from rashomon.data.naming import country
from rashomon.data.phrases import words
from rashomon.data.spelling import fold
from rashomon.language.names.drafts import Draft, Evidence, Scene
from rashomon.language.names.nouns import nouns
from rashomon.model.annotations import NameKind

_BODIES: tuple[NameKind, ...] = ("office", "force", "group", "organisation")
_PLAIN = words("grammar_words", use="plain-name")
_FOREIGN_ARTICLES = words("grammar_words", use="foreign-article")


def resolve(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Put every short name of a body under the one longer name of the report that it is part of.

    A short name keeps the noun that tells what the body is, or is all of the longer name but an
    article ("Faroles", "Los Faroles"). Where it is part of two longer names nobody knows.
    """
    longer: dict[str, list[Draft]] = defaultdict(list)
    bodies = [draft for draft in drafts if draft.kind in _BODIES]
    for draft in bodies:
        if draft.evidence is not Evidence.LEXICON and " " in draft.canonical:
            longer[fold(draft.canonical)].append(draft)
    for draft in bodies:
        mine = fold(scene.text[draft.start : draft.end])
        if draft.evidence >= Evidence.LEXICON or draft.known is not None:
            continue
        wholes = {name for name in longer if _shortens(mine, name)}
        wholes = {name for name in wholes if not any(_within(name, other) for other in wholes)}
        if len(wholes) == 1:
            whole = min(longer[wholes.pop()], key=lambda each: (-each.evidence, each.start))
            draft.canonical, draft.kind = whole.canonical, whole.kind
            draft.country, draft.known = whole.country, whole.known


def _shortens(short: str, name: str) -> bool:
    if not _within(short, name):
        return False
    parts = name.split()
    if parts[0] in _FOREIGN_ARTICLES and " ".join(parts[1:]) == short:
        return True
    telling = nouns("tail").keys() | nouns("head").keys()
    return bool({*short.split()} & telling) and _heads(short, name) and _says_no_more(short, name)


def _within(short: str, name: str) -> bool:
    return short != name and f" {short} " in f" {name} "


def _says_no_more(short: str, name: str) -> bool:
    """Whether what the short name leaves out before it tells none from another: the "Old Zarqan
    Front" need not be the "Zarqan Front"."""
    before = name.partition(short)[0].split()
    return " " not in short or all(w in _PLAIN or country(w.title()) is not None for w in before)


def _heads(short: str, name: str) -> bool:
    """Whether the short name has the noun that heads the long one: the last before "of"."""
    head = name.split(" of ")[0].split(" for ")[0].split()[-1]
    return head in short.split()
