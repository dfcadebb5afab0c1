"""Who is a private person, and what stands for the name (CONTRACT.md, people).

A name is public where its bearer speaks for an office or is given one in the text ("Governor
…"). A person who was harmed or arrested is private whatever rank the text gives. Everybody else is
private, for a name too many masked costs less than one too few.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio

from rashomon.data import lexicon
from rashomon.data.phrases import words
from rashomon.model.annotations import NameMention
from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier, DossierReport

_BEFORE = 60
_LEAST_LETTERS = 3
_FEWEST_PARTS, _MOST_PARTS = 2, 3
_HARMED = frozenset({"killed", "injured", "casualties", "missing", "abducted", "arrested"})
_AGE = re.compile(r"[\s,(]{1,3}(?:aged?\s)?(\d{1,3})\b(?!\s?(?:th|st|nd|rd|,\d|%))")
_ADULT = 18
_ALIKE = 85  # rapidfuzz ratio: two spellings of one name
_POSTS = frozenset({"office", "speaker"})
_RANKS = frozenset({"rank", "role", "clergy"})


@dataclass(frozen=True, slots=True)
class Person:
    """A private person: every way the reports write the name, and what stands for it."""

    names: tuple[str, ...]
    role: str


def private_persons(dossier: Dossier) -> tuple[Person, ...]:
    """Everybody whose name is masked, by name."""
    spellings: dict[str, set[str]] = {}
    others = _others(dossier)
    for canonical, written in _named(dossier):
        if not _is_other(canonical, others):
            spellings.setdefault(canonical, {canonical}).add(written)
    outlets = frozenset(v.name for v in dossier.voices if v.kind in ("agency", "outlet"))
    for author in _post_authors(dossier):
        if not _is_other(author, outlets):
            spellings.setdefault(author, {author})
    harmed = {name for name in spellings if _is_harmed(spellings[name], dossier.claims)}
    public = {name for name in spellings if name not in harmed and _holds_office(name, dossier)}
    known = {_plain(part) for name in (*public, *others) for part in name.split()}
    return tuple(
        Person(_all_names(spellings[name], known), _role(spellings[name], dossier))
        for name in sorted(spellings)
        if name not in public
    )


def _may_be_person(name: NameMention) -> bool:
    """Whether a body that no lexicon knows is written like a person: two or three words, none of
    which is a word for a body ("union", "council")."""
    parts = name.exact.split()
    unknown = name.kind == "organisation" and name.canonical == name.exact
    written = _FEWEST_PARTS <= len(parts) <= _MOST_PARTS and all(p[:1].isupper() for p in parts)
    return unknown and written and not {part.casefold() for part in parts} & _body_words()


@cache
def _body_words() -> frozenset[str]:
    return words("name_nouns", "noun")


def _post_authors(dossier: Dossier) -> Iterator[str]:
    """Names and handles under posts; only an agency's or outlet's own is public."""
    for report in dossier.reports:
        for section in report.annotations.sections:
            if section.kind == "post":
                yield from filter(None, (section.speaker, section.handle))


def _all_names(spellings: set[str], known: set[str]) -> tuple[str, ...]:
    """With the surname alone, unless somebody or something public goes by it too."""
    surnames = {name.split()[-1] for name in spellings if " " in name}
    alone = {name for name in surnames if len(name) >= _LEAST_LETTERS and _plain(name) not in known}
    full = {name for name in spellings if " " in name or _plain(name) not in known}
    return tuple(sorted(full | alone))


def _others(dossier: Dossier) -> frozenset[str]:
    """Names of places, bodies and outlets, which are nobody's private name."""
    notes = [report.annotations for report in dossier.reports]
    places = {said for note in notes for p in note.places for said in (p.exact, p.name)}
    bodies = {
        said
        for note in notes
        for name in note.names
        if name.kind != "person" and not _may_be_person(name)
        for said in (name.exact, name.canonical)
    }
    voices = {v.name for v in dossier.voices if v.kind in ("agency", "outlet", "group")}
    actors = {a.name for a in dossier.actors if a.kind not in ("person", "organisation")}
    outlets = {report.outlet for report in dossier.reports if report.outlet}
    return frozenset(places | bodies | voices | actors | outlets)


def _is_other(name: str, others: frozenset[str]) -> bool:
    """Whether it is, but for a few letters, the name of something else, or part of one ("Red
    Crescent")."""
    mine = _plain(name)
    return any(
        ratio(mine, other, score_cutoff=_ALIKE) or (" " in name and mine in other)
        for other in map(_plain, others)
    )


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _named(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Canonical name and spelling of every person that a report, voice or actor names."""
    for report in dossier.reports:
        for name in report.annotations.names:
            if name.kind == "person" or _may_be_person(name):
                yield name.canonical, name.exact
    for voice in dossier.voices:
        if voice.kind == "person":
            yield voice.name, voice.name
    for actor in dossier.actors:
        if actor.kind == "person" and actor.name[:1].isupper():
            yield actor.name, actor.name


def _is_harmed(names: Iterable[str], claims: Iterable[Claim]) -> bool:
    full = [name for name in names if " " in name]
    return any(
        claim.property in _HARMED
        and claim.who is not None
        and any(name in claim.who.label for name in full)
        for claim in claims
    )


def _holds_office(name: str, dossier: Dossier) -> bool:
    speaks = any(v.kind in ("official", "state") and v.name == name for v in dossier.voices)
    return speaks or any(_titled(name, report) for report in dossier.reports)


def _titled(name: str, report: DossierReport) -> bool:
    """Whether a title stands before one of the mentions."""
    for mention in report.annotations.names:
        if mention.kind == "person" and mention.canonical == name:
            before = report.text[max(0, mention.start - _BEFORE) : mention.start]
            said = re.findall(r"[\w’'-]+", before)[-5:]
            if _ends_in_title(said) or (
                said and said[-1][:1].isupper() and _ends_in_title(said[:-1])
            ):
                return True
    return False


def _ends_in_title(said: list[str]) -> bool:
    """Whether the words before a name, or before its first part, are a title."""
    lower = " ".join(said).casefold()
    return any(lower == title or lower.endswith(f" {title}") for title in _titles())


@cache
def _titles() -> frozenset[str]:
    return frozenset(row["title"] for row in lexicon("titles") if row["kind"] in _POSTS | _RANKS)


def _role(names: set[str], dossier: Dossier) -> str:
    """ "woman, 34": what the claims and the words after the name tell."""
    who = [c.who for c in dossier.claims if c.who and any(n in c.who.label for n in names)]
    sex = next((each.sex for each in who if each.sex), None)
    child = any(each.age_group == "child" for each in who)
    age = next(_ages(names, dossier), None)
    young = child or (age is not None and age < _ADULT)
    noun = {("male", True): "boy", ("female", True): "girl"}.get((sex or "", young))
    noun = noun or {"male": "man", "female": "woman"}.get(sex or "", "child" if young else "person")
    return f"[{noun}, {age}]" if age is not None else f"[{noun}]"


def _ages(names: set[str], dossier: Dossier) -> Iterator[int]:
    for report in dossier.reports:
        for mention in report.annotations.names:
            if mention.exact in names:
                found = _AGE.match(report.text, mention.end)
                if found and int(found.group(1)) <= 120:
                    yield int(found.group(1))
