"""Passages that stand in more than one report, and how they changed on the way."""

from rashomon.linking.copies.find import find_copies

__all__ = ["find_copies"]
