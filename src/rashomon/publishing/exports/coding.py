"""``xlsx``: the coding sheet, made to be read and corrected by hand.

One sheet an overview (a row an incident), one the claims (incident × source with the exact words),
one the notes of what to fill. What a person fills in has a column of its own: nothing that was
read is overwritten.
"""

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rashomon.model.claims import Claim
from rashomon.model.dossier import Dossier
from rashomon.model.incidents import Incident
from rashomon.model.numbers import NumberRange
from rashomon.publishing import words
from rashomon.publishing.accounts import value_words
from rashomon.publishing.exports import telling
from rashomon.publishing.exports.parts import Cell, Exported, Loss, Table, safe
from rashomon.publishing.exports.telling import Shelf
from rashomon.publishing.glance import when_text, where_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONGEST_CELL = 32_000
"""A little under what a cell of Excel can hold (32,767)."""
_MADE = dt.datetime(2020, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
"""No clock: the same dossier gives the same file."""
_VERDICTS = ("right", "wrong", "unsure")
_HAND = frozenset({"right?", "corrected value", "coder", "remarks"})
_OVERVIEW = (
    *(("nr", 6), ("incident", 16), ("title", 36), ("when", 22), ("where", 30), ("kind", 14)),
    *(("killed low", 9), ("killed best", 9), ("killed high", 9), ("killed status", 13)),
    *(("injured low", 9), ("injured best", 9), ("injured high", 9), ("injured status", 13)),
    *(("reports", 9), ("what the reports say", 70)),
    *(("right?", 10), ("corrected value", 24), ("coder", 12), ("remarks", 36)),
)
"""The columns with their widths in characters."""
_CLAIMS = (
    *(("claim", 9), ("id", 16), ("incident", 30), ("source", 24), ("published", 12)),
    *(("property", 14), ("value", 24), ("low", 7), ("high", 7), ("who is counted", 22)),
    *(("exact words", 30), ("sentence", 60), ("said by", 36), ("stance", 12), ("used", 7)),
    ("why not", 26),
    *(("right?", 10), ("corrected value", 24), ("coder", 12), ("remarks", 36)),
)
_NOTES = (
    "This is a coding sheet. White columns were read by a machine from the reports; yellow ones "
    "are for you.",
    "Overview has one row for each incident. Claims has one row for each claim: one property of "
    "one incident, by one source, with the exact words and the sentence around them.",
    "right?: choose right, wrong or unsure. Leave it empty where you have not looked.",
    "corrected value: what the words say, if not what stands under value. A number (5), a range "
    "(5-7), an open range (5+), a date (2024-05-13) or words. Write none where nothing is "
    "claimed.",
    "coder: your initials, so that two coders can be compared.",
    "remarks: anything else. Do not change id: by it a row is found again.",
    "low to high is what the words allow; an empty high is open (at least). The range of an "
    "incident is a range of claims, not a confidence interval.",
    "A cell that would be a formula has a ' in front.",
)


def export(dossier: Dossier) -> Exported:
    """``coding-sheet.xlsx``. Raises ``ModuleNotFoundError`` where its library is not installed."""
    book = Shelf(dossier)
    overview = Table.of("Overview", _names(_OVERVIEW), _incidents(book))
    claims = Table.of("Claims", _names(_CLAIMS), _claims(book))
    return Exported({"coding-sheet.xlsx": _workbook(overview, claims)}, _LOSSES)


_LOSSES = (
    Loss("all", "reports[].text, annotations", "a sheet has no place for running text"),
    Loss("all", "voices, actors, copies and their spans", "one row a claim, names in words"),
    Loss("all", "independent sources, derivations, conflicts", "see csv or json"),
    Loss("all", f"text beyond {_LONGEST_CELL:,} characters", "a cell of Excel ends there"),
)


def _names(columns: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    return tuple(name for name, _ in columns)


def _by_hand() -> dict[str, Cell]:
    return dict.fromkeys(("right?", "corrected value", "coder", "remarks"))


def _incidents(book: Shelf) -> Iterator[dict[str, Cell]]:
    for number, each in enumerate(book.dossier.incidents, start=1):
        when, where = when_text(each.when), where_text(each.where)
        yield {
            "nr": f"I{number}",
            "incident": each.id,
            "title": each.title,
            "when": None if when.absent else when.text,
            "where": None if where.absent else where.text,
            "kind": words.plain(each.kind),
            **_toll(each),
            "reports": len(each.reports),
            "what the reports say": telling.told(each, book),
            **_by_hand(),
        }


def _toll(incident: Incident) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for name, toll in (("killed", incident.killed), ("injured", incident.injured)):
        found |= {f"{name} low": toll.low, f"{name} best": toll.best}
        found |= {f"{name} high": toll.high, f"{name} status": toll.status}
    return found


def _claims(book: Shelf) -> Iterator[dict[str, Cell]]:
    """By incident, then source, then where the words stand."""
    order = {each.id: n for n, each in enumerate(book.dossier.incidents)}
    last = len(order)
    for claim in sorted(
        book.dossier.claims,
        key=lambda c: (order.get(c.incident or "", last), book.order[c.span.report], c.span.start),
    ):
        yield _claim(claim, book)


def _claim(claim: Claim, book: Shelf) -> dict[str, Cell]:
    report = book.reports[claim.span.report]
    incident = book.incidents.get(claim.incident or "")
    number = claim.value if isinstance(claim.value, NumberRange) else None
    chain = (telling.plain(book.voice_name(hop.voice)) for hop in claim.chain)
    return {
        "claim": book.claim_tag(claim.id),
        "id": claim.id,
        "incident": incident.title if incident else None,
        "source": book.report_name(report.id),
        "published": report.published[:10] if report.published else None,
        "property": words.PROPERTY[claim.property],
        "value": telling.plain(value_words(claim.value, book)),
        "low": number.low if number else None,
        "high": number.high if number else None,
        "who is counted": claim.who.label if claim.who else None,
        "exact words": claim.span.exact,
        "sentence": claim.sentence.exact.strip(),
        "said by": " → ".join(chain),
        "stance": words.STANCE[claim.stance],
        "used": "yes" if claim.used else "no",
        "why not": words.left_out(claim) if not claim.used else None,
        **_by_hand(),
    }


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of a sheet's cells."""

    head: Any
    read: Any
    hand: Any


def _workbook(overview: Table, claims: Table) -> bytes:
    """The file, without anything that depends on when it was made."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": "Coding sheet", "created": _MADE})
    looks = _looks(book)
    _fill(book.add_worksheet(overview.name), overview, _OVERVIEW, looks)
    _fill(book.add_worksheet(claims.name), claims, _CLAIMS, looks)
    _explain(book.add_worksheet("Notes"), looks)
    book.close()
    return stream.getvalue()


def _looks(book: "Workbook") -> _Looks:
    shared = {"text_wrap": True, "valign": "top", "font_size": 10}
    line = {"border": 1, "border_color": "#D9D9D9"}
    dark = {"bold": True, "bg_color": "#1F3A5F", "font_color": "white"}
    return _Looks(
        head=book.add_format({**shared, **dark}),
        read=book.add_format({**shared, **line}),
        hand=book.add_format({**shared, **line, "bg_color": "#FFF8DC", "num_format": "@"}),
    )


def _fill(
    sheet: "Worksheet", table: Table, columns: tuple[tuple[str, int], ...], looks: _Looks
) -> None:
    """A head that stays in view, widths, filters, and a choice where a person decides."""
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, looks.head)
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            look = looks.hand if table.columns[column] in _HAND else looks.read
            _write(sheet, (number, column), cell, look)
    last, verdict = max(1, len(table.rows)), table.columns.index("right?")
    sheet.freeze_panes(1, 3)
    sheet.autofilter(0, 0, last, len(table.columns) - 1)
    sheet.data_validation(
        1, verdict, last, verdict, {"validate": "list", "source": list(_VERDICTS)}
    )
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(sheet: "Worksheet", at: tuple[int, int], cell: Cell, look: Any) -> None:
    clean = safe(cell)
    if clean is None:
        sheet.write_blank(*at, None, look)
    elif isinstance(clean, str):
        text = clean.encode("utf-8", "replace").decode("utf-8")
        sheet.write_string(*at, text[:_LONGEST_CELL], look)
    else:
        sheet.write_number(*at, clean, look)


def _explain(sheet: "Worksheet", looks: _Looks) -> None:
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, "What to fill in", looks.head)
    for number, note in enumerate(_NOTES, start=1):
        sheet.write_string(number, 0, note, looks.read)
