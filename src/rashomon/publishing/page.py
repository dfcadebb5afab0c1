"""``index.html``: the dossier as a page that needs no network and no other file.

With very many incidents it is an index, and each incident has a page of its own.
"""

import base64
import hashlib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rashomon.model.dossier import Dossier, MadeWith
from rashomon.publishing import words
from rashomon.publishing.accounts import claim_view
from rashomon.publishing.apparatus import actors, copies, timeline, voices
from rashomon.publishing.book import Book
from rashomon.publishing.cartography import Atlas
from rashomon.publishing.chronology import chronology
from rashomon.publishing.filters import Menu, menus, rules
from rashomon.publishing.heads import notes
from rashomon.publishing.hostile import finalize
from rashomon.publishing.incidents import folded_list, incident_view, map_rows, overview_row
from rashomon.publishing.listing import index_view
from rashomon.publishing.many import FOLDER, ONE_FILE, UNPLACED, file_of, part_of, unplaced
from rashomon.publishing.movement import movements
from rashomon.publishing.placing import LOOSE
from rashomon.publishing.reports import mark_views, report_view
from rashomon.publishing.views import Detail
from rashomon.publishing.whole_pages import IndexView, PageView
from rashomon.publishing.wording import wording

TEMPLATES = Path(__file__).parent / "templates"


def pages(dossier: Dossier) -> dict[str, str]:
    """The HTML of every file by its path: ``index.html``, and with more than twenty incidents
    one in ``incidents/`` for each."""
    if len(dossier.incidents) <= ONE_FILE:
        return {"index.html": page(dossier)}
    made_with = tuple(_made_with(dossier.made_with))
    rest = unplaced(dossier)
    made = {"index.html": _render(index_view(dossier, made_with, rest is not None))}
    for incident in dossier.incidents:
        made[f"{FOLDER}/{file_of(incident.id)}"] = page(part_of(dossier, incident), dossier)
    if rest is not None:
        made[f"{FOLDER}/{UNPLACED}.html"] = page(rest, dossier)
    return made


def page(dossier: Dossier, whole: Dossier | None = None) -> str:
    """The dossier as HTML; ``whole`` is the one that it is a part of. Linear in its size but for
    sorting."""
    return _render(page_view(dossier, whole))


def _render(view: PageView | IndexView) -> str:
    name = "page" if isinstance(view, PageView) else "index"
    style, script = stylesheet() + rules(view.menus), page_script()
    return (
        environment()
        .get_template(f"{name}.html.j2")
        .render(
            page=view,
            style=Markup(style),  # noqa: S704
            script=Markup(script),  # noqa: S704
            policy=policy(style, script),
        )
    )


def page_view(dossier: Dossier, whole: Dossier | None = None) -> PageView:
    """Everything that the page shows, worked out."""
    book, atlas = Book(dossier, whole), Atlas()
    incidents = tuple(
        incident_view(each, n, book, atlas) for n, each in enumerate(dossier.incidents)
    )
    pairs = zip(dossier.incidents, incidents, strict=True)
    everywhere = atlas.of_all(dossier.incidents)
    first, further = folded_list(dossier.incidents)
    return PageView(
        title=dossier.incidents[0].title if dossier.incidents else "No incident found",
        lead=lead(dossier),
        home="../index.html" if whole else "",
        notes=notes(dossier),
        menus=_menus(book),
        overview=tuple(overview_row(each, view, book) for each, view in pairs),
        first_rows=first,
        further_rows=further,
        incidents=incidents,
        loose=tuple(claim_view(book.claims[c], book, LOOSE) for c in book.placing.loose),
        bases=atlas.bases,
        map=everywhere,
        map_rows=tuple(map_rows(dossier, book)),
        chronology=chronology(dossier),
        movements=tuple(movements(dossier, book)),
        wording=wording(dossier, book),
        timeline=timeline(dossier, book),
        voices=voices(dossier, book),
        actors=actors(dossier, book),
        copies=copies(dossier, book),
        reports=tuple(report_view(each, book) for each in dossier.reports),
        marks=mark_views(book),
        made_with=tuple(_made_with(dossier.made_with)),
    )


def _menus(book: Book) -> tuple[Menu, ...]:
    return menus(book) if len(book.claims) > 1 else ()


@cache
def environment() -> Environment:
    """Jinja2, escaping everything, and failing on anything it does not know."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def stylesheet() -> str:
    """The style of every page; the rules of its filters are added to it."""
    names = ("style.css", "figures.css", "lineage.css")
    return "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names)


@cache
def page_script() -> str:
    """The script: our own, the same on every page, with no word of a report in it."""
    return (TEMPLATES / "page.js").read_text(encoding="utf-8")


def policy(style: str, script: str) -> str:
    """The Content-Security-Policy: this one style, this one script, pictures in the page."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def lead(dossier: Dossier) -> str:
    """How much there is, in a line."""
    reports = words.several(len(dossier.reports), "report")
    incidents = words.several(len(dossier.incidents), "incident")
    return f"{reports}, {incidents}, {words.several(len(dossier.claims), 'claim')}"


def _made_with(made: MadeWith) -> list[Detail]:
    settings = ", ".join(f"{name} = {value}" for name, value in sorted(made.settings.items()))
    decided = made.decisions_sha256 or words.NONE_DECIDED
    return [
        Detail("Rashomon", made.version),
        Detail("Language pipeline", f"{made.pipeline}, SHA-256 {made.pipeline_sha256}"),
        Detail("Lexicons", f"SHA-256 {made.lexicons_sha256}"),
        Detail("Settings", settings or "defaults"),
        Detail("Decisions obeyed", decided),
    ]
