"""Places: names found, namesakes told apart, described places tied to a settlement.

``candidates`` finds words the gazetteer knows, ``belief`` decides whether they name a place,
``namesakes`` which one, ``sites`` adds facilities and described places, ``mentions`` makes the
annotations. Importing this package registers the component ``rashomon_places``.
"""

from rashomon.language.places.component import PlacesComponent

__all__ = ["PlacesComponent"]
