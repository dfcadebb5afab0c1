"""Names of persons, groups, agencies, outlets, offices, organisations and states.

Importing this package registers the spaCy component ``rashomon_names``.
"""

from rashomon.language.names.component import Names, find_names

__all__ = ["Names", "find_names"]
