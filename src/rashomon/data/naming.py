"""Under which key a voice is filed, and under whose command it speaks.

Shared by the rooms that find names in a text, make voices of them, and merge voices, so that
merging across reports is mostly equality of keys.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from rashomon.data import lexicon
from rashomon.data.known_names import Known, known, match_at, same_spelling
from rashomon.data.phrases import words as phrase_words
from rashomon.data.spelling import Word, bare, fold, words
from rashomon.model.annotations import VoiceKind

__all__ = [
    "Country",
    "Known",
    "bare",
    "capital_of",
    "country",
    "fold",
    "full_name",
    "is_local",
    "known",
    "person_key",
    "person_words",
    "ranked_bodies_in",
    "same_spelling",
    "split_titles",
    "title_kinds",
    "voice_command",
    "voice_key",
    "voice_kind",
]

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv", "esq", "md", "phd"])
_FORMER = frozenset(["former", "ex", "ret", "retired", "late"])
_SPEAKING = frozenset({"speaker", "rank"})
_BODIES = frozenset({"office", "force", "organisation", "group"})
_LONGEST_TITLE = 4  # words
_KINDS: dict[str, VoiceKind] = {
    "agency": "agency",
    "outlet": "outlet",
    "office": "official",
    "official": "official",
    "force": "official",
    "state": "state",
    "group": "group",
    "organisation": "group",
    "person": "person",
}


@dataclass(frozen=True, slots=True)
class Country:
    """A country, and whether the word was its people's or adjective form."""

    code: str
    name: str
    demonym: bool


@cache
def _countries() -> dict[str, Country]:
    table: dict[str, Country] = {}
    for row in lexicon("demonyms"):
        name = row["country"].removesuffix(" (country)")
        here = Country(row["code"], name, demonym=False)
        spellings = row["aliases"].split("|") + ([name] if name == row["country"] else [])
        table.update({_plain(each): here for each in spellings if each})
        people = Country(row["code"], name, demonym=True)
        table.update({_plain(each): people for each in row["demonyms"].split("|") if each})
    return table


def _plain(name: str) -> str:
    return name.replace(".", "").removeprefix("the ").removeprefix("The ")


def country(name: str) -> Country | None:
    """The country whose name, abbreviation or demonym this is; capitals matter ("US")."""
    return _countries().get(_plain(name.strip()))


def voice_kind(kind: str, otherwise: VoiceKind = "unnamed") -> VoiceKind:
    """What kind of voice a name of this kind is ("force" -> "official")."""
    return _KINDS.get(kind, otherwise)


@cache
def title_kinds() -> dict[str, str]:
    """Folded title -> its kind in ``titles.tsv``."""
    return {fold(row["title"]): row["kind"] for row in lexicon("titles")}


@cache
def _people() -> frozenset[str]:
    nouns = {fold(row["noun"]) for row in lexicon("people") if row["type"] == "person"}
    return frozenset(nouns | {f"{noun}s" for noun in nouns} | {"source", "sources", "authorities"})


def split_titles(found: list[Word]) -> tuple[list[str], list[Word]]:
    """The folded titles that lead a name, and the words of the name itself."""
    titles: list[str] = []
    while len(found) > 1:
        title = _leading_title(found)
        if title is None:
            break
        titles.append(title)
        found = found[len(title.split()) :]
    return titles, found


def _leading_title(found: list[Word]) -> str | None:
    for size in range(min(_LONGEST_TITLE, len(found) - 1), 0, -1):
        title = " ".join(word.folded for word in found[:size])
        if title in title_kinds() or title in _FORMER:
            return title
    return None


def person_words(name: str) -> list[Word]:
    """The words that name a person: without what leads up to the name, titles, initials, "Jr."."""
    _, rest = split_titles(words(name))
    lower = [at for at, word in enumerate(rest) if _is_common(word)]
    rest = rest[lower[-1] + 1 :] if lower and lower[-1] + 1 < len(rest) else rest
    _, rest = split_titles(rest)
    kept = [word for word in rest if len(word.folded) > 1 and word.folded not in _SUFFIXES]
    return kept or rest


def _is_common(word: Word) -> bool:
    return word.raw.islower() and (word.folded in title_kinds() or word.folded in _people())


@cache
def _formal() -> dict[str, str]:
    return {row["nickname"]: row["formal"] for row in lexicon("nicknames")}


def person_key(name: str) -> str:
    """A person's folded name; "Joe" and "Joseph" give the same."""
    return _formally([word.folded for word in person_words(name)])


def _formally(parts: list[str]) -> str:
    first = _formal().get(parts[0], parts[0]) if len(parts) > 1 else None
    return " ".join([first, *parts[1:]] if first else parts)


def full_name(name: str) -> str:
    """A person's name without titles, initials and suffixes, as written."""
    kept = person_words(name)
    between = words(name[kept[0].start : kept[-1].end]) if kept else []
    if len(between) == len(kept):
        return name[kept[0].start : kept[-1].end] if kept else ""
    return " ".join(word.raw for word in kept)


@lru_cache(maxsize=16_384)
def is_local(name: str, kind: VoiceKind) -> bool:
    """Whether a voice of this name can be told only within its report."""
    body = known(name)
    if body is not None:
        return body.type
    if kind == "person":
        return len(person_words(name)) < 2
    if kind == "state" and country(name) is not None:
        return False
    found = words(name)
    if kind == "unnamed" or not any(word.capital for word in found):
        return True
    if kind == "official" and len(found) == 1:
        return True  # a surname, as a rule
    return found[-1].folded in _people() and known(found[-1].raw) is None


def voice_key(name: str, kind: VoiceKind, report: str) -> str:
    """The key under which a voice is filed: equal keys are one voice.

    Bodies of the lexicons by their canonical name, persons by full name, states by country;
    what can be told only within a report ("a police source", a lone surname) carries its id. A
    person who speaks as an official has the same key as the person.
    """
    where = f"@{report}" if is_local(name, kind) else ""
    body = known(name)
    if body is not None:
        return f"{body.kind}:{body.canonical}{where}"
    if kind == "person":
        return f"name:{person_key(name)}{where}"
    land = country(name) if kind == "state" else None
    return f"state:{land.code}" if land else f"name:{_formally(bare(name).split())}{where}"


def voice_command(name: str, kind: VoiceKind, phrase: str = "") -> str | None:
    """The body under whose command a voice speaks, or ``None``.

    ``phrase`` is the source as written where ``name`` is its resolved form ("police spokesman
    Ilias Dranov" for "Ilias Dranov"). A type of body, of which every place has its own, has its
    country or place beside it where the phrase names one: "army (IQ)", "police (Larnos)".
    """
    if kind in ("agency", "outlet", "state"):
        return None
    text = phrase or name
    found = words(text)
    if kind == "person" and not _speaks_for_a_body(found):
        return None
    bodies = list(_bodies(text, found))
    named = next((body for body, _, _ in bodies if not body.type), None)
    if named is not None:
        return named.command or named.canonical
    if not bodies:
        return None
    body, first, last = bodies[0] if len(bodies) == 1 else _employer(bodies, found)
    land = next(filter(None, (country(word.raw) for word in found)), None)
    where = land.code if land else _place_of(text, found, first, last)
    return (body.command or body.canonical) + (f" ({where})" if where else "")


def _employer(bodies: list[tuple[Known, int, int]], found: list[Word]) -> tuple[Known, int, int]:
    """ "Medics at Larnos *hospital*": the second where the first are its people, else the first."""
    behind = bodies[0][2]
    works = behind < len(found) and found[behind].raw in ("at", "of", "from", "in")
    return bodies[1] if works else bodies[0]


def ranked_bodies_in(text: str) -> frozenset[str]:
    """The bodies with ranks of which a text speaks, by the lexicons' names ("police", "army")."""
    ranked = phrase_words("post_nouns", "word", use="ranked")
    bodies = (body for body, _, _ in _bodies(text, words(text)))
    return frozenset(
        body.command or body.canonical
        for body in bodies
        if body.kind == "force" or body.canonical in ranked
    )


def _place_of(text: str, found: list[Word], first: int, last: int) -> str:
    """The place that stands right before a type of body, or after it with "in" or "of"."""
    before = first
    while before and _leads(found[before - 1]) and _beside(text, found, before):
        before -= 1
    name = [word for word in found[before:first] if not _tells_no_place(word)]
    if not name and last + 1 < len(found) and found[last].raw in ("in", "of", "at"):
        after = last + 1
        while after < len(found) and found[after].capital and not _tells_no_place(found[after]):
            name.append(found[after])
            after += 1
    return " ".join(word.raw for word in name)


def _beside(text: str, found: list[Word], place: int) -> bool:
    """Whether nothing but a space parts two words."""
    return not text[found[place - 1].end : found[place].start].strip()


def _leads(word: Word) -> bool:
    return word.capital or word.folded in _no_place()


def _tells_no_place(word: Word) -> bool:
    return word.folded in _no_place() or word.folded in title_kinds()


@cache
def _no_place() -> frozenset[str]:
    rows = lexicon("body_words")
    return frozenset(row["word"] for row in rows)


def _speaks_for_a_body(found: list[Word]) -> bool:
    folded = [word.folded for word in found]
    if _FORMER & set(folded):
        return False
    return any(title_kinds().get(word) in _SPEAKING or word in _people() for word in folded)


def _bodies(text: str, found: list[Word]) -> list[tuple[Known, int, int]]:
    """The bodies that some words name, each with its first word and the one after its last."""
    bodies, at = [], 0
    while at < len(found):
        match = match_at(text, found, at)
        if match is not None and match.alias.known.kind in _BODIES and not match.alias.weak:
            bodies.append((match.alias.known, at, match.last))
        at = match.last if match else at + 1
    return bodies


@cache
def _seats() -> dict[str, str]:
    names = {here.code: here.name for here in _countries().values()}
    return {
        seat: names[row["code"]]
        for row in lexicon("capitals")
        for seat in row["seats"].split("|")
        if row["code"] in names
    }


def capital_of(name: str) -> str | None:
    """The country whose seat of government this is: "Ankara" speaks for Turkey."""
    return _seats().get(name.strip().replace("’", "'"))
