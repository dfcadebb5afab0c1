"""Datelines: ``HARBOUR TOWN, Del. (AP) —`` at the head of a paragraph.

The forms are those of the AP and Reuters style books: the town in capitals or, with the agency
in brackets or a state after a comma, in title case. South Asian papers set a colon for the dash
("ISLAMABAD:"), which headings, speakers and warnings have too: there the town must be a known one.
"""

import re

from rashomon.data.place_table import place_table
from rashomon.language.sections.paragraphs import Paragraph
from rashomon.model.annotations import Section

_DASH = r"\.?[ \t]{0,2}(?:—|–|―|--|-)(?=\s)"
_AGENCY = r"\((?P<agency>[A-Z][\w.&'’/ -]{1,40})\)"
_CAPITALS = r"[A-Z][A-Z.'’/-]{1,40}(?: [A-Z][A-Z.'’/-]{0,24}){0,3}"
_TITLE = r"[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{0,24}){0,3}"
_REGION = r"(?:, ?[A-Z][\w.'’]{0,14}(?: (?:of (?:the )?|and )?[A-Z\d][\w.'’]{0,14}){0,2}){1,2}"
_ASIDE = r"(?: \([A-Z][\w. ]{0,18}\)(?=,| \())?"  # the country: "Guayaquil (Ecuador)"
_DAY = r",? (?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?"
_DATE = rf"(?:{_DAY})?"
_FORMS = tuple(
    re.compile(rf"(?:[-•] )?(?P<all>{form})")
    for form in (
        rf"{_CAPITALS}{_ASIDE}(?:{_REGION})?{_DATE},?(?: {_AGENCY})?{_DASH}",
        rf"{_TITLE}{_ASIDE}(?:{_REGION})?{_DATE},? {_AGENCY}{_DASH}",
        rf"{_TITLE}{_REGION}{_DASH}",
        rf"{_AGENCY}{_DASH}",
        rf"{_TITLE}{_ASIDE}(?:{_REGION})?{_DAY},? {_AGENCY}(?= [A-Z\d“\"'‘])",
        r"(?:[Dd]ate:? )?\d{4}-\d{2}-\d{2}(?=\s[A-Z“\"'‘])",  # a record's head in the same line
    )
)
_COLON = tuple(
    re.compile(rf"(?P<all>(?P<town>{town}){_ASIDE}(?:{_REGION})?{day},?(?: {_AGENCY})?:)(?=\s)")
    for town, day in ((_CAPITALS, _DATE), (_TITLE, _DAY))
)
_A_TOWN, _A_CITY = 5_000, 100_000
"""People; with a colon behind it and no day a smaller town's name is as likely a speaker's."""
_AGENCY_WORDS = frozenset({"Press", "Agency", "News"})
_NO_PLACES = frozenset(
    {"UPDATE", "UPDATED", "BREAKING", "WATCH", "VIDEO", "PHOTOS", "RELATED", "MORE", "READ", "LIVE"}
    | {"ALSO", "NOTE", "CORRECTION", "EXCLUSIVE", "OPINION", "ANALYSIS", "NEWS", "EDITOR"}
)


def dateline_of(paragraph: Paragraph) -> Section | None:
    """The dateline at the head of this paragraph; its speaker is the agency named in it."""
    head = paragraph.text[:160]
    for form in (*_FORMS, *_COLON):
        match = form.match(head)
        if not match or match["all"].split()[0].strip(",.:") in _NO_PLACES:
            continue
        if form in _COLON and not _a_town(match):
            continue
        if _goes_on(paragraph.text[match.end() :]):
            return Section(
                start=paragraph.start + match.start("all"),
                end=paragraph.start + match.end("all"),
                kind="dateline",
                speaker=_agency(match),
            )
    return None


def _a_town(match: re.Match[str]) -> bool:
    """Whether a town of some size has the name, or the first of two ("LAHORE/ISLAMABAD")."""
    least = _A_TOWN if any(c.isdigit() for c in match["all"]) else _A_CITY
    known = place_table().lookup(match["town"].split("/")[0])
    return any(e.kind == "settlement" and e.population >= least for e in known)


def _goes_on(rest: str) -> bool:
    """Whether prose follows: "HARBOUR POLICE - WEST DIVISION" is a masthead."""
    return not rest.strip() or not rest.isupper()


def _agency(match: re.Match[str]) -> str | None:
    """The words in brackets, unless they look like a reporter's name."""
    words: str | None = match.groupdict().get("agency")
    if words is None:
        return None
    parts = words.split()
    telling = len(parts) == 1 or any(p.isupper() for p in parts) or _AGENCY_WORDS & set(parts)
    return words if telling else None
