"""Charges: who lays a deed at whose door, and whose deed a verb tells, by the grammar.

Importing this package registers the spaCy component ``rashomon_charges``.
"""

from rashomon.language.charges.component import Charger, make_charger

__all__ = ["Charger", "make_charger"]
