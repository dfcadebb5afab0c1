"""What may be passed on: a dossier without private names, unquoted text and exact places."""

from rashomon.publishing.redaction.redact import redact

__all__ = ["redact"]
