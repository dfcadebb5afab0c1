"""Counts of people: numbers in digits and words, and those that a noun phrase implies."""

from rashomon.language.counts.component import Counter, make_counter

__all__ = ["Counter", "make_counter"]
