"""Who says what: source, cue and content of every attribution.

Importing this package registers the spaCy component ``rashomon_attributions``.
"""

from rashomon.language.attributions.component import find_attributions

__all__ = ["find_attributions"]
