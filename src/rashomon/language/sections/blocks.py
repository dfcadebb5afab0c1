"""Block quotes: a line that hands the floor to somebody, and the paragraphs that follow it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rashomon.data import lexicon
from rashomon.language.sections.paragraphs import Paragraph
from rashomon.model.annotations import Section

_LAST_SENTENCE = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)]))\s+(?=[\"“‘A-Z])")
_LONGEST_OPENER = 400
_LONGEST_SPEAKER = 14  # words
_QUOTED = ('"', "“", "‘", "''", "'", "«", "„")
_BULLET = re.compile(r"(?:[-–•*·▪]|\d{1,2}[.)])\s")
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|ours|i|my)\b", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"(?:(?:on|in|at|after|before|during|earlier|later|by|for|since|meanwhile|yesterday|today|"
    r"tuesday|monday|wednesday|thursday|friday|saturday|sunday|when|while|as|following|then|and|"
    r"but|however|also|last|this)\b[^,]{0,80}(?:, \d{4})?, ?)",
    re.IGNORECASE,
)
_LEAD = re.compile(r".*\b(?:what|that|which|how|because|and|but|as|so|where|here's|here is) ", re.I)
_AUXILIARY = re.compile(
    r"[ ,]+(?:has|have|had|also|later|then|further|just|today|yesterday|earlier|recently|now|"
    r"on \w+day|\w+day|\w+ly)\Z",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:according to|statement (?:from|by|of)|letter (?:from|by)|message (?:from|by))\s+"
    r"(?P<who>[^:,]{2,120})",
    re.IGNORECASE,
)
_OWN_STATEMENT = re.compile(
    r"(?P<who>[^:,]{2,100}?)['’]s?\s(?:full |complete |official )?(?:statement|letter|message)\b",
    re.I,
)
_RELATIVE = re.compile(r"\s(?:in an?|on|reads?|said|to|about)\s.*\Z")


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    rows = {row["verb"]: frozenset(row["needs"].split()) for row in lexicon("block_openers")}
    return re.compile(rf"\b(?:{'|'.join(sorted(rows))})\b"), rows


def blocks_in(paragraphs: Sequence[Paragraph], taken: Sequence[Section]) -> Iterator[Section]:
    """The blocks; ``taken`` are the sections found before, which no block runs into."""
    closed = {section.start for section in taken if section.kind != "dateline"}
    for index, paragraph in enumerate(paragraphs[:-1]):
        speaker = opener(paragraph)
        if speaker is None or paragraph.start in closed:
            continue
        last = _last_of_block(paragraphs, index + 1, closed)
        if last is None:
            continue
        after = paragraphs[last + 1] if last + 1 < len(paragraphs) else None
        certain = after is None or after.start in closed or after.plain.endswith(":")
        yield Section(
            start=paragraphs[index + 1].start,
            end=paragraphs[last].end,
            kind="block-quote",
            speaker=speaker,
            certain=certain,
        )


def opener(paragraph: Paragraph) -> str | None:
    """Who is given the floor at the end of this paragraph, as written, or ``None``."""
    plain = paragraph.plain.rstrip()
    if not plain.endswith(":"):
        return None
    tail = paragraph.text[-_LONGEST_OPENER:].rstrip()
    clause = _LAST_SENTENCE.split(tail)[-1].rstrip(": ")
    return _named_speaker(clause) or _subject(clause)


def _subject(clause: str) -> str | None:
    pattern, needs = _verbs()
    lowered = clause.lower()
    for match in pattern.finditer(lowered):
        wanted = needs[match.group()]
        if not wanted or wanted & set(lowered[match.end() :].split()):
            return _cleaned(clause[: match.start()])
    return None


def _named_speaker(clause: str) -> str | None:
    match = _FROM.search(clause)
    if match:
        return _cleaned(_RELATIVE.sub("", match["who"]))
    own = _OWN_STATEMENT.match(clause)
    return _cleaned(own["who"]) if own else None


def _cleaned(words: str) -> str | None:
    words = words.strip(' ,;"“”')
    adverbial = _ADVERBIAL.match(words + " ")
    if adverbial:
        words = words[adverbial.end() :]
    lead = _LEAD.match(words)
    if lead:
        words = words[lead.end() :]
    for _ in range(3):
        words = _AUXILIARY.sub("", words)
    words = words.strip(' ,;"“”')
    return words if 0 < len(words.split()) <= _LONGEST_SPEAKER else None


def _last_of_block(paragraphs: Sequence[Paragraph], first: int, closed: set[int]) -> int | None:
    """The index of the block's last paragraph, or ``None`` where no block begins at ``first``.

    A paragraph in quotation marks is a quotation and needs no block. Without a mark for its
    end a block is one paragraph; a list is taken whole, and so is a speaker's "we".
    """
    opening = paragraphs[first]
    if opening.start in closed or opening.plain.startswith(_QUOTED) or opening.plain.endswith(":"):
        return None
    last = first
    while last + 1 < len(paragraphs) and _goes_on(opening, paragraphs[last + 1], closed):
        last += 1
    return last


def _goes_on(opening: Paragraph, after: Paragraph, closed: set[int]) -> bool:
    if after.start in closed or after.plain.endswith(":") or after.plain.startswith(_QUOTED):
        return False
    if _BULLET.match(opening.plain):
        return _BULLET.match(after.plain) is not None
    return bool(_speaks_itself(opening) and _speaks_itself(after))


def _speaks_itself(paragraph: Paragraph) -> bool:
    outside = re.sub(r'"[^"]{0,2000}"', " ", paragraph.plain)
    return _FIRST_PERSON.search(outside) is not None
