"""Persons: one name for each in a report, and surnames that stand for them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rashomon.data.naming import full_name, person_key, person_words
from rashomon.language.names.drafts import Draft, Evidence, Scene
from rashomon.model.annotations import NameKind

_NEARBY = 2  # of so many namesakes at most, the one named last is meant; of more, nobody knows
_OPEN: tuple[NameKind, ...] = ("person", "organisation", "demonym")


@dataclass(slots=True)
class Register:
    """The full names of a report, filed under surname and first name, in order of the text."""

    surnames: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    firsts: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def meant(self, part: str, at: int) -> str | None:
        """The person whom a surname or first name at ``at`` means."""
        return _meant(self.surnames.get(part, []), at, _NEARBY) or _meant(
            self.firsts.get(part, []), at, most=1
        )


def _meant(candidates: Sequence[tuple[int, str]], at: int, most: int) -> str | None:
    if not candidates or len({person_key(name) for _, name in candidates}) > most:
        return None
    before = [name for start, name in candidates if start < at]
    return before[-1] if before else candidates[0][1]


def resolve(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with every person under one full name, and surnames found that were missed."""
    _vote(drafts)
    for draft in drafts:
        if draft.kind == "person":
            draft.canonical = full_name(draft.canonical)
    _without_what_clings(scene, drafts)
    register = _register(drafts)
    for draft in drafts:
        _kin(draft, register)
        _resolve_one(draft, register)
    return [*drafts, *_missed(scene, drafts, register)]


def _vote(drafts: Sequence[Draft]) -> None:
    """A lone word is of one kind throughout a report: what most of its mentions are."""
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for draft in drafts:
        if _lone(draft):
            votes[draft.canonical][draft.kind] += 1
    for draft in drafts:
        if _lone(draft):
            tally = votes[draft.canonical]
            draft.kind = max(_OPEN, key=lambda kind: (tally[kind], kind == "person"))


def _lone(draft: Draft) -> bool:
    entity = draft.evidence is Evidence.ENTITY and draft.kind in _OPEN
    return entity and " " not in draft.canonical


def _without_what_clings(scene: Scene, drafts: Sequence[Draft]) -> None:
    """In a headline a verb sticks to a name: cut back to a full name that stands elsewhere."""
    headline = scene.text.find("\n")
    persons = [draft for draft in drafts if draft.kind == "person"]
    names = {draft.canonical for draft in persons if draft.canonical.count(" ") == 1}
    for draft in persons:
        start = " ".join(draft.canonical.split()[:2])
        if draft.end <= headline and draft.canonical.count(" ") > 1 and start in names:
            draft.canonical = start


def _register(drafts: Iterable[Draft]) -> Register:
    register = Register()
    for draft in drafts:
        parts = person_words(draft.canonical) if draft.kind == "person" else []
        if len(parts) > 1:
            found = (draft.start, draft.canonical)
            register.surnames.setdefault(parts[-1].folded, []).append(found)
            register.firsts.setdefault(parts[0].folded, []).append(found)
    return register


def _resolve_one(draft: Draft, register: Register) -> None:
    if draft.kind == "person" or _lone(draft):
        parts = person_words(draft.canonical)
        full = register.meant(parts[0].folded, draft.start) if len(parts) == 1 else None
        if full is not None:
            draft.canonical, draft.kind = full, "person"


def _kin(draft: Draft, register: Register) -> None:
    """A long name that spaCy took for a body, with the surname of a person named here."""
    parts = draft.canonical.split()
    body = draft.kind == "organisation" and draft.evidence is Evidence.ENTITY
    if body and len(parts) > 2 and all(part[:1].isupper() or "-" in part for part in parts):
        last = person_words(draft.canonical)[-1:]
        if last and last[0].folded in register.surnames:
            draft.kind = "person"


def _missed(scene: Scene, drafts: Sequence[Draft], register: Register) -> list[Draft]:
    """Surnames of known persons that stand alone and belong to no name yet.

    The tagger often takes one at the start of a sentence for a noun: then it counts if the text
    has no such word in lower case.
    """
    taken = {at for draft in drafts for at in range(draft.start, draft.end)}
    lone = {draft.canonical for draft in drafts if draft.kind == "person" and _lone(draft)}
    common = {word.folded for word in scene.words if not word.capital}
    found = []
    for word in scene.words:
        known = word.raw in lone or (word.capital and word.folded in register.surnames)
        if known and word.start not in taken and (scene.proper(word) or word.folded not in common):
            draft = Draft(word.start, word.end, "person", word.raw, Evidence.ENTITY)
            _resolve_one(draft, register)
            if word.raw in lone or draft.canonical != word.raw:
                found.append(draft)
    return found
