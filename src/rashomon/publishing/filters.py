"""Showing only some claims: by voice, property or report, with style alone, so without a script.

Every claim carries a class for its property, its report and each voice of its chain, and every
report those of its claims; a rule for each choice of the menus hides what does not carry it.
"""

from collections import Counter
from dataclasses import dataclass

from rashomon.publishing import words
from rashomon.publishing.book import Book, shortened

_MOST = 150


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a menu: the class it keeps, what it is called, how many claims it keeps."""

    code: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu. ``lost``: lines that there was no room for."""

    code: str
    label: str
    choices: tuple[Choice, ...]
    lost: int = 0


def menus(book: Book) -> tuple[Menu, ...]:
    """Voice, property, report: each with what at least one claim has."""
    found = (book.classes(claim).split() for claim in book.claims.values())
    counts = Counter(code for codes in found for code in codes)
    dossier = book.dossier
    voices = {book.voice_class(each.id): book.voice_name(each.id) for each in dossier.voices}
    reports = {
        book.tag(each.id).lower(): f"{book.tag(each.id)} {book.report_name(each.id)}"
        for each in dossier.reports
    }
    properties = {f"p{code}": name for code, name in words.PROPERTY.items()}
    return (
        menu("voice", "Voice", voices, counts),
        menu("property", "Property", properties, counts),
        menu("report", "Report", reports, counts),
    )


def menu(code: str, label: str, names: dict[str, str], counts: Counter[str]) -> Menu:
    """The menu of all choices that something has."""
    found = [
        Choice(key, shortened(name), counts[key]) for key, name in names.items() if counts[key]
    ]
    return Menu(code, label, tuple(found[:_MOST]), max(len(found) - _MOST, 0))


def rules(menus: tuple[Menu, ...]) -> str:
    """The style that does it. Codes are our own; no word of a report gets in.

    What is asked with ``:has`` is asked of the form alone, which is small: asked of the whole page
    it would be asked again for every element that a browser adds to it.
    """
    return "".join(
        f".sieve:has(#f-{menu.code} [value={choice.code}]:checked)"
        f"~* :is(.claim,.text sup,.report,tr.row):not(.{choice.code}){{display:none}}"
        f".sieve:has(#f-{menu.code} [value={choice.code}]:checked)"
        f"~* .text .said:not(.{choice.code}){{background:none;box-shadow:none}}\n"
        for menu in menus
        for choice in menu.choices
    )
