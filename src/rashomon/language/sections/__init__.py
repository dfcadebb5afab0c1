"""Stretches of a report that are not the outlet's own running prose.

Importing this package registers the spaCy component ``rashomon_sections``.
"""

from rashomon.language.sections.component import find_sections, not_prose

__all__ = ["find_sections", "not_prose"]
