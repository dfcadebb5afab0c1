"""The lines at the head of a text, cut into their pieces: names, days, bylines, sections."""

import re
from dataclasses import dataclass
from functools import cache

from rashomon.data.phrases import any_of, either, words
from rashomon.reading import dates
from rashomon.reading.names import small_words

HEAD, LONGEST_LINE = 700, 130
_LINES = 9
_BLOCK_HEAD, _BLOCKS, _LONGEST_TITLE = 1200, 4, 180
_CUTS = re.compile(r"\s*(?:[|·•\t]|::|(?<=\s)[–—-]{1,2}(?=\s)|\s/\s|,\s|[()])\s*")
_LONGEST_NOTE = 5  # words
_PROSE = re.compile(r"[^.!?]{25,}[.!?]['\"”’]?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A short line at the head, its pieces that are no day, and its days (``dates.Days``).

    ``written`` is who wrote it, where the line is a byline ("By Jane Doe for The Post").
    """

    text: str
    pieces: tuple[str, ...]
    days: tuple[str, ...]
    part_days: tuple[tuple[int, int], ...]
    written: str | None = None

    @property
    def dates_the_text(self) -> bool:
        """Whether all that stands beside the days is names, notes and sections."""
        return not _of_event(self.text) and all(map(_beside_day, self.pieces))


def head_of(text: str) -> list[HeadLine]:
    """The lines above the prose: at most nine, each short and no sentence."""
    found: list[HeadLine] = []
    for line in text[:HEAD].lstrip("\ufeff").splitlines():
        bare = line.strip().lstrip("#*").strip()
        if not bare:
            continue
        if len(bare) > LONGEST_LINE or _PROSE.match(bare) or len(found) == _LINES:
            break
        found.append(_head_line(bare))
    return found


def blocks_of(text: str) -> list[list[str]]:
    """The first paragraphs of a text, as lines; the last of them is where the prose begins."""
    found: list[list[str]] = [[]]
    for line in text[:_BLOCK_HEAD].lstrip("\ufeff \t\r\n").splitlines():
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
        if len(line) > _LONGEST_TITLE or len(found) > _BLOCKS:
            break
    return [block for block in found if block]


def is_section(piece: str) -> bool:
    """Whether a piece says what sort of text it is ("Opinion", "LIVE") or who wrote it unnamed."""
    bare = piece.strip(" :.").lower()
    return any(bare in words("head_words", "phrase", use=use) for use in ("section", "team"))


def dates_the_text(line: str) -> bool:
    """Whether a line holds a day and else only names and notes, as the lines of mastheads do."""
    cut = _head_line(line)
    return bool(cut.days or cut.part_days) and cut.dates_the_text


def is_note(piece: str) -> bool:
    """Whether nothing is in a piece but notes on the edition ("Posted on Facebook", "Updated")."""
    return not _notes().sub("", piece).strip(" .:-")


def writer(line: str) -> str | None:
    """Who wrote it, where the line is a byline: "By Jane Doe and Ali Roe"."""
    found = _byline().match(line)
    return found["who"].strip(" .,") if found else None


def team_outlet(written: str) -> str | None:
    """ "Canal 6 Digital Team" wrote for Canal 6, and "Jane Doe for The Post" for the Post."""
    _, behind, name = written.partition(" for ")
    if behind:
        return name.strip()
    found = _team().fullmatch(written)
    return found["name"].strip() if found and found["name"].lower() != "our" else None


def _head_line(line: str) -> HeadLine:
    days = dates.days_inside(line)
    pieces = (piece.strip(" .,;:–—-#/") for piece in _CUTS.split(days.rest))
    return HeadLine(
        text=line,
        pieces=tuple(piece for piece in pieces if piece),
        days=days.full,
        part_days=days.part,
        written=writer(line),
    )


def _beside_day(piece: str) -> bool:
    """ "The Harbour Post", "version 2", "updated", "the evening bulletin", "98.3", "Tuesday"."""
    rest = _notes().sub(" ", piece)
    if rest != piece and len(piece.split()) <= _LONGEST_NOTE:
        return True
    found = rest.split()
    return not (found and _leads_on(found[-1])) and all(
        word[0].isupper() or not word[0].isalpha() or word.lower() in small_words()
        for word in found
    )


def _leads_on(word: str) -> bool:
    """ "The Bombing *of* 3 May": what stands before the day goes on with it."""
    return word.isalpha() and word in small_words()


def _of_event(line: str) -> bool:
    """Whether a line gives the day of what happened ("Date of occurrence: 14 May 2024")."""
    return _event_label().match(line) is not None


@cache
def _notes() -> re.Pattern[str]:
    kinds = ("note", "section", "team", "medium", "byline")
    every = [each for kind in kinds for each in words("head_words", "phrase", use=kind)]
    return re.compile(rf"(?<!\w)(?:{either(every)})(?!\w)", re.IGNORECASE)


@cache
def _event_label() -> re.Pattern[str]:
    labels = any_of("head_words", "phrase", use="event")
    return re.compile(rf"\W*(?:\d{{1,2}}[.)]\s)?(?:{labels})\b[^:\n]{{0,30}}:", re.IGNORECASE)


@cache
def _byline() -> re.Pattern[str]:
    opening = any_of("head_words", "phrase", use="byline")
    return re.compile(rf"(?:{opening})(?:\s|:\s)(?P<who>\S.{{2,80}})", re.IGNORECASE)


@cache
def _team() -> re.Pattern[str]:
    teams = any_of("head_words", "phrase", use="team")
    return re.compile(rf"(?:the\s)?(?P<name>\S.{{1,40}}?)\s(?:{teams})", re.IGNORECASE)
