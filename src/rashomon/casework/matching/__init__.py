"""Which rows of an existing dataset are these incidents, and where the figures differ."""

from rashomon.casework.matching.columns import FORMATS
from rashomon.casework.matching.matches import Match, Matched, match
from rashomon.casework.matching.say import sentences, table

__all__ = ["FORMATS", "Match", "Matched", "match", "sentences", "table"]
