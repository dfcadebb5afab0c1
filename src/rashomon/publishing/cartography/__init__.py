"""Small maps drawn as SVG when the page is made: no tiles, no requests."""

from rashomon.publishing.cartography.maps import Atlas, located

__all__ = ["Atlas", "located"]
