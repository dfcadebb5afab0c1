"""``index.html``: the dossier as one page that needs no script, no network and no other file."""

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
from rashomon.publishing.hostile import finalize
from rashomon.publishing.incidents import incident_view, map_rows, overview_row
from rashomon.publishing.placing import LOOSE
from rashomon.publishing.reports import mark_views, report_view
from rashomon.publishing.views import Detail, PageView

TEMPLATES = Path(__file__).parent / "templates"


def page(dossier: Dossier) -> str:
    """The dossier as HTML. Linear in its size but for sorting."""
    style = stylesheet()
    return (
        environment()
        .get_template("page.html.j2")
        .render(page=page_view(dossier), style=Markup(style), policy=policy(style))  # noqa: S704
    )


def page_view(dossier: Dossier) -> PageView:
    """Everything that the page shows, worked out."""
    book = Book(dossier)
    atlas = Atlas()
    incidents = tuple(
        incident_view(each, n, book, atlas) for n, each in enumerate(dossier.incidents)
    )
    whole = atlas.of_all(dossier.incidents)
    pairs = zip(dossier.incidents, incidents, strict=True)
    return PageView(
        title=dossier.incidents[0].title if dossier.incidents else "No incident found",
        lead=_lead(dossier),
        overview=tuple(overview_row(each, view, book) for each, view in pairs),
        incidents=incidents,
        loose=tuple(claim_view(book.claims[c], book, LOOSE) for c in book.placing.loose),
        bases=atlas.bases,
        map=whole,
        map_rows=tuple(map_rows(dossier, book)),
        timeline=timeline(dossier, book),
        voices=voices(dossier, book),
        actors=actors(dossier, book),
        copies=copies(dossier, book),
        reports=tuple(report_view(each, book) for each in dossier.reports),
        marks=mark_views(book),
        made_with=tuple(_made_with(dossier.made_with)),
    )


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
    """The style of the page."""
    return "".join(
        (TEMPLATES / name).read_text(encoding="utf-8") for name in ("style.css", "lineage.css")
    )


def policy(style: str) -> str:
    """The Content-Security-Policy: nothing but this one style sheet and pictures in the page."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _lead(dossier: Dossier) -> str:
    reports = words.several(len(dossier.reports), "report")
    incidents = words.several(len(dossier.incidents), "incident")
    return f"{reports}, {incidents}, {words.several(len(dossier.claims), 'claim')}"


def _made_with(made: MadeWith) -> list[Detail]:
    settings = ", ".join(f"{name} = {value}" for name, value in sorted(made.settings.items()))
    decided = made.decisions_sha256 or words.absent(made.why_null, "decisions_sha256")
    return [
        Detail("Rashomon", made.version),
        Detail("Language pipeline", f"{made.pipeline}, SHA-256 {made.pipeline_sha256}"),
        Detail("Lexicons", f"SHA-256 {made.lexicons_sha256}"),
        Detail("Settings", settings or "defaults"),
        Detail("Decisions obeyed", decided),
    ]
