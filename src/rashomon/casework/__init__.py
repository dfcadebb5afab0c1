"""The one room that calls the others in order."""

from rashomon.casework.as_known import known_by
from rashomon.casework.compare import annotate, compare
from rashomon.casework.explaining import UnknownThingError, explain

__all__ = ["UnknownThingError", "annotate", "compare", "explain", "known_by"]
