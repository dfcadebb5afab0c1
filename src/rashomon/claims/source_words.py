"""The words for who speaks: which of them name him, and which only tell more of him."""

import re
from functools import cache

from rashomon.data.phrases import any_of
from rashomon.model.spans import Piece


def without_aside(source: Piece | None) -> Piece | None:
    """Who speaks, without what only tells more of him: "the Relief Centre*, which has crews in the
    town*", "Human Care*, a rights group*"."""
    if source is None:
        return None
    opened, ended = _document_of().match(source.exact), _aside().search(source.exact)
    start = opened.end() if opened else 0
    end = ended.start() if ended and ended.start() > start else len(source.exact)
    return Piece(start=source.start + start, end=source.start + end, exact=source.exact[start:end])


@cache
def _document_of() -> re.Pattern[str]:
    """ "*A statement issued by* the directorate"."""
    nouns = any_of("documents", "words")
    return re.compile(
        rf"(?:an?|the|its|their)\s(?:[\w-]{{2,15}}\s){{0,2}}?(?:{nouns})\s"
        rf"(?:(?:issued|released|posted|published|made|signed)\s)?(?:by|from)\s",
        re.IGNORECASE,
    )


@cache
def _aside() -> re.Pattern[str]:
    opens = any_of("attribution_cues", "word", role="aside")
    return re.compile(rf",\s(?:{opens})\s|,\s(?:an?|the|one of)\s(?!.*\s(?:and|or)\s)[^,]*$")


def names_another_there(name: str, words_: str) -> bool:
    """Whether the words name somebody else of that place or body: "police in Larnos", "the mayor
    of Larnos"."""
    found = re.match(r"(?P<head>[^,]*?)\s(?:of|in|at|for|from)\s(?:the\s)?", words_)
    return (
        found is not None and name not in found["head"] and words_[found.end() :].startswith(name)
    )
