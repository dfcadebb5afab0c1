"""The dossier as a page for people and as JSON for programs."""

from rashomon.publishing.beside import told_beside
from rashomon.publishing.explaining import (
    explain_finding,
    explain_incident,
    explain_shared,
    told_as,
)
from rashomon.publishing.exports import FORMATS, Loss
from rashomon.publishing.exports.tables import TABLES
from rashomon.publishing.files import write, write_export, write_table
from rashomon.publishing.glance import where_text
from rashomon.publishing.heads import notes
from rashomon.publishing.notebook import dossier_html, incident_html
from rashomon.publishing.page import page, pages
from rashomon.publishing.record import schema, to_json
from rashomon.publishing.redaction import redact
from rashomon.publishing.words import independent_words

__all__ = [
    "FORMATS",
    "TABLES",
    "Loss",
    "dossier_html",
    "explain_finding",
    "explain_incident",
    "explain_shared",
    "incident_html",
    "independent_words",
    "notes",
    "page",
    "pages",
    "redact",
    "schema",
    "to_json",
    "told_as",
    "told_beside",
    "where_text",
    "write",
    "write_export",
    "write_table",
]
