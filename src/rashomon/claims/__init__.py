"""Annotations of one report → its episodes."""

from rashomon.claims.episodes import episodes

__all__ = ["episodes"]
