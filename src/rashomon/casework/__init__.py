"""The one room that calls the others in order."""

from rashomon.casework.as_known import known_by
from rashomon.casework.compare import annotate, compare

__all__ = ["annotate", "compare", "known_by"]
