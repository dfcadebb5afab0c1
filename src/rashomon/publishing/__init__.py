"""The dossier as a page for people and as JSON for programs."""

from rashomon.publishing.files import write
from rashomon.publishing.glance import where_text
from rashomon.publishing.page import page
from rashomon.publishing.record import schema, to_json

__all__ = ["page", "schema", "to_json", "where_text", "write"]
