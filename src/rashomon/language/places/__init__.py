"""Places: names found, namesakes told apart, described places tied to a settlement.

``candidates`` finds words the gazetteer knows, ``containment`` reads what the text says they lie
in, ``clues`` gathers what speaks for and against them, ``belief`` decides whether they name a
place, ``namesakes`` which one. ``runs``, ``grounds`` and ``told`` find places that only the text
knows, ``unlisted`` settles them. ``sites`` adds facilities and described places, ``mentions``
makes the annotations. Importing this package registers the component ``rashomon_places``.
"""

from rashomon.language.places.component import PlacesComponent

__all__ = ["PlacesComponent"]
