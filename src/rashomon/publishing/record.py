"""``dossier.json``: the record for programs, and its JSON Schema."""

import json
from typing import Any

from rashomon.model.dossier import FORMAT, Dossier

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def to_json(dossier: Dossier) -> str:
    """The dossier as JSON text, keys in the order of CONTRACT.md, with a newline at the end.

    The text is the same wherever it is made: no clock, no sorting that depends on a locale.
    """
    return json.dumps(dossier.to_dict(), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of ``dossier.json``, made from the model."""
    made = Dossier.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": DIALECT, "$id": FORMAT, **made, "title": "Rashomon dossier"}
