"""How the kinds of events stand to each other (``data/all/kinds.tsv``)."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from rashomon.data import lexicon


class Kind(NamedTuple):
    """One row of the table; ``within`` holds the more general kinds, transitively, ``part_of``
    those of which it is often a part."""

    name: str
    role: str
    within: frozenset[str]
    part_of: frozenset[str]
    crowd: bool
    title: str
    develops: str = ""
    """Whether it is shown as what came of an incident: "yes", "dated" (only with its day), ""."""


@cache
def _table() -> dict[str, Kind]:
    rows = {row["kind"]: row for row in lexicon("kinds", "all")}

    def wider(name: str, seen: frozenset[str]) -> frozenset[str]:
        direct = frozenset(rows[name]["within"].split()) - seen if name in rows else frozenset()
        return direct.union(*(wider(each, seen | direct) for each in sorted(direct)))

    return {
        name: Kind(
            name,
            row["role"],
            wider(name, frozenset({name})),
            frozenset(row["with"].split()),
            row["crowd"] == "yes",
            row["title"],
            row["development"],
        )
        for name, row in rows.items()
    }


def kind(name: str) -> Kind:
    """The kind of that name; one that the table does not know counts as speech."""
    known = _table().get(name)
    return known or Kind(name, "speech", frozenset(), frozenset(), False, name.replace("-", " "))


@cache
def coding(name: str) -> tuple[str | None, str | None]:
    """The PLOVER type and mode of a kind, as of the noun that names it; nothing for one without."""
    noun = name.replace("-", " ")
    rows = (r for r in lexicon("events") if r["kind"] == name and r["lemma"] in (name, noun))
    row = next(rows, None)
    return (row["event_type"] or None, row["mode"] or None) if row is not None else (None, None)


def is_saying(name: str) -> bool:
    """Whether it is a statement of some sort: a denial, a threat, a reproach."""
    return name == "statement" or "statement" in kind(name).within


def of_a_sort(first: str, second: str) -> bool:
    """Whether both words may name one deed: equal, or one the more general word."""
    return first == second or first in kind(second).within or second in kind(first).within


def compatible(first: str, second: str) -> bool:
    """Whether one incident may be called both: equal, one the more general word, or one often a
    part of the other (people are killed in shootings and in floods)."""
    one, other = kind(first), kind(second)
    if of_a_sort(first, second):
        return True
    if one.role == other.role == "effect":
        return True
    return bool(one.part_of & (other.within | {second}) or other.part_of & (one.within | {first}))


def kinds_of(lemma: str) -> frozenset[str]:
    """The kinds of what happens that a single word may tell of, as "strike" does and "hearing"
    not."""
    return _words().get(lemma, frozenset())


@cache
def _words() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in lexicon("events"):
        if row["pos"] != "PHRASE" and kind(row["kind"]).role in ("event", "effect"):
            found.setdefault(row["lemma"], set()).add(row["kind"])
    return {word: frozenset(names) for word, names in found.items()}
