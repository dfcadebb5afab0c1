"""Which site a page stands on, also where only an archive's copy of it is at hand.

Shared by the rooms that look for an outlet's home, make its voice and compare its copies.
"""

from functools import lru_cache
from urllib.parse import urlsplit

_LONGEST = 2000


@lru_cache(maxsize=4096)
def site_of(address: str) -> str | None:
    """The host of an address, without "www."; of an archived page (".../http://...") that of the
    page itself; ``None`` for a file."""
    address = address[:_LONGEST]
    last = max(address.lower().rfind(scheme) for scheme in ("http://", "https://"))
    try:
        host = urlsplit(address[last:]).hostname if last >= 0 else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
