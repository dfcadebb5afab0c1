"""The full names of months and days of the week (``times_words.tsv``)."""

from functools import cache

from rashomon.data import lexicon


@cache
def months() -> tuple[str, ...]:
    """January to December, lower case."""
    return _full_names("month")


@cache
def weekdays() -> tuple[str, ...]:
    """Monday to Sunday, lower case."""
    return _full_names("weekday")


def _full_names(kind: str) -> tuple[str, ...]:
    """Of all words for one month or day the longest; the others shorten it."""
    longest: dict[int, str] = {}
    for row in lexicon("times_words"):
        if row["class"] == kind:
            number = int(row["value"])
            longest[number] = max(longest.get(number, ""), row["word"], key=len)
    return tuple(longest[number] for number in sorted(longest))
