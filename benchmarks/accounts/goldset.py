"""The coded piles as they lie on disk, and how names and quotes are compared."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Item = Mapping[str, Any]
Stretch = tuple[int, int]
Part = Literal["open", "closed"]

HERE = Path(__file__).parent
_ARTICLES = frozenset({"the", "a", "an", "al", "el", "la", "los", "le"})


@dataclass(frozen=True, slots=True)
class Happening:
    """An incident with what tells it from its neighbours: for pairing, whoever described it.

    ``days`` are ISO, ends ``None`` where unknown; ``places`` and ``kinds`` are all that fit.
    """

    name: str
    reports: frozenset[str]
    main_in: frozenset[str]
    days: tuple[str | None, str | None]
    places: tuple[str, ...]
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder's work on one pile, with the texts of its reports by their ids; ``series`` is the
    number of the set that the pile belongs to."""

    pile: str
    part: Part
    texts: Mapping[str, str]
    happenings: tuple[Happening, ...]
    items: tuple[Item, ...]
    series: str = "1"


def piles(folder: Path = HERE) -> tuple[Path, ...]:
    """The folders of all piles, in order."""
    return tuple(sorted(path.parent for path in folder.glob("*/gold.json")))


def read(pile: Path, name: str = "gold.json") -> Coding:
    """The coding of that file name in the pile's folder."""
    coded = json.loads((pile / name).read_text(encoding="utf-8"))
    texts = {
        report: (pile / told["file"]).read_text(encoding="utf-8")
        for report, told in coded["reports"].items()
    }
    return Coding(
        pile=pile.name,
        part=coded["part"],
        series=str(coded["set"]).rpartition("/")[2],
        texts=texts,
        happenings=tuple(_happening(*pair) for pair in sorted(coded["incidents"].items())),
        items=tuple(_in_one_form(item) for item in coded["items"]),
    )


def _happening(name: str, told: Mapping[str, Any]) -> Happening:
    main = frozenset(told["main_in"])
    first, last = told["day"] or (None, None)
    return Happening(
        name=name,
        reports=main | frozenset(told["background_in"]),
        main_in=main,
        days=(first, last),
        places=tuple(told["where"]),
        kinds=frozenset(told["kinds"]),
    )


def _in_one_form(item: Item) -> Item:
    """The item with the field names of sheet 1.1, where a coder of sheet 1 had to guess them."""
    form = dict(item)
    if form["kind"] == "main":
        form["main"] = form.pop("incident", form.get("main"))
    if form["kind"] == "label":
        form["own_voice"] = form.get("voice") is None
    if form["kind"] == "independent":
        form.setdefault("value", None)
    if form["kind"] == "part":
        form.setdefault("property", "killed")
    return form


def fold(name: str) -> str:
    """The words of a name without case, accents, points and articles."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = re.findall(r"\w+", re.sub(r"[’'ʼ]s?\b", "", bare.casefold()))
    return " ".join(word for word in words if word not in _ARTICLES)


def within(part: str, whole: str) -> bool:
    """Whether the words of one name stand in the other, in their order."""
    inner, outer = fold(part), fold(whole)
    return bool(inner) and f" {inner} " in f" {outer} "


def alike(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether a name of one list is or contains one of the other."""
    others = tuple(other)
    return any(within(a, b) or within(b, a) for a in one for b in others)


def stretch(text: str, quote: str) -> Stretch | None:
    """Where a quote stands first; line breaks in it may be any white space."""
    words = r"\s+".join(re.escape(word) for word in quote.split())
    found = re.search(words, text) if words else None
    return found.span() if found else None


def stretches(text: str, quote: str) -> tuple[Stretch, ...]:
    """Everywhere that the words stand, case aside."""
    words = r"\s+".join(re.escape(word) for word in quote.split())
    found = re.finditer(rf"(?<!\w){words}(?!\w)", text, re.I) if words else ()
    return tuple(each.span() for each in found)


def overlap(one: Stretch | None, other: Stretch | None) -> bool:
    """Whether two stretches of one text share a character."""
    return bool(one and other and one[0] < other[1] and other[0] < one[1])
