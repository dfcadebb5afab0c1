"""Reading the few words that the rules of weighing look at, and writing names for a reader."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache

from rashomon.data import lexicon
from rashomon.data.calendar import months
from rashomon.data.ordinals import ordinals
from rashomon.data.phrases import any_of, phrases, words
from rashomon.data.spelling import bare, in_a_sentence
from rashomon.model.claims import Claim
from rashomon.model.numbers import exactly
from rashomon.model.voices import Voice

_WORD = re.compile(r"[^\W_]+(?:['’ʼ.,-][^\W_]+)*")
_THROUGH = 2  # outlets and agencies named behind one source
_QUOTED = 16  # words of a quotation in a sentence
_NEAR = 80  # characters before the end of a number in which words of change count
_SOON = 24  # characters behind a count in which "so far" is said of it
_UPPER = re.compile(
    r"\b(?:up to|as (?:many|high) as|at most|(?:no|not) more than|(?:a )?maximum of)\s",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?P<a>[\w,]{1,20})(?:-[a-z]{1,8})?\s{0,3}(?:to|and|or|-|–|—)\s{0,3}(?:up\sto\s|as\smany\sas\s)?(?P<b>[\w,]{1,20})",
    re.IGNORECASE,
)


@cache
def words_for(use: str) -> frozenset[str]:
    """The lexicon's words for one use (``weighing_words.tsv``)."""
    return words("weighing_words", use=use)


@cache
def _values() -> dict[str, int]:
    rows = lexicon("weighing_words")
    return {r["word"]: int(r["value"]) for r in rows if r["use"] == "number" and r["value"]}


def word_list(text: str) -> list[str]:
    """The words of a text, folded."""
    return [word.casefold() for word in _WORD.findall(text)]


def has_number(text: str) -> bool:
    """Whether the words hold a number in digits or a number word ("dozens" is none)."""
    return any(
        part[:1].isdigit() or part in words_for("number")
        for word in word_list(text)
        for part in word.split("-")
    )


def gives_both_ends(claim: Claim, low: int, high: int) -> bool:
    """Whether the words name both ends of the range ("between three and five", "3–5")."""
    found = _BETWEEN.search(claim.span.exact)
    if not found:
        return False
    return _number(found["a"]) in (low, None) and _number(found["b"]) in (high, None)


def gives_upper_end(claim: Claim) -> bool:
    """Whether the words name only an upper end ("up to 30", "as many as 70")."""
    return bool(_UPPER.search(claim.span.exact))


def _number(word: str) -> int | None:
    """The number that one word gives, ``-1`` for a word that is none, ``None`` if unsure."""
    digits = word.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    folded = word.casefold()
    unsure = None if folded in words_for("number") else -1
    return _values().get(folded, unsure)


def is_individual(claim: Claim) -> bool:
    """Whether one person is told of ("a man", "Ana Berel, 34"), not a number ("one person")."""
    said = word_list(claim.span.exact) + (word_list(claim.who.label) if claim.who else [])
    return not words_for("single").intersection(said)


def is_owned(claim: Claim) -> bool:
    """Whether somebody's relatives or friends are counted ("their child"), told beside them."""
    label = word_list(claim.who.label) if claim.who else []
    named = any(word.endswith(("'s", "’s", "ʼs")) for word in label[:-1])
    return named or bool(words_for("owner").intersection(label[:1]))


@cache
def _change_words() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = [row for row in lexicon("change_words") if row["direction"] != "running"]
    directions = {row["phrase"]: row["direction"] for row in rows}
    longest_first = sorted(directions, key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(re.escape(phrase) for phrase in longest_first)
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE), directions


def change_said(claim: Claim) -> str | None:
    """The direction (``up``, ``down``, ``any``) that words of change before the number give.

    Only words of the same sentence up to the number's end, and not far before it, are read; the
    last of them, since a sentence may go from the first figure to the next.
    """
    if claim.recalled:
        return "early"
    if _counts_on(claim) or _after_further_deaths(claim):
        return "up"
    pattern, directions = _change_words()
    upto = max(0, claim.span.end - claim.sentence.start)
    first = min(upto, max(0, claim.span.start - claim.sentence.start))
    near = max(0, min(first, upto - _NEAR))
    found = pattern.finditer(claim.sentence.exact, max(0, first - _NEAR), upto)
    told = [(each, directions[each[0].lower()]) for each in found]
    said = [way for each, way in told if each.start() >= near and way != "early"]
    early = [each for each, way in told if way == "early" and _of_this(each, first, claim)]
    if early and (not said or told[-1][1] == "early"):
        return "early"
    return said[-1] if said else None


def _after_further_deaths(claim: Claim) -> bool:
    """ "The toll is 44, *after one of the wounded died*": it says why it had been less."""
    if claim.property != "killed" or not words_for("runs").intersection(
        word_list(claim.span.exact)
    ):
        return False
    behind = claim.sentence.exact[max(0, claim.span.end - claim.sentence.start) :]
    return bool(_further_deaths().match(behind))


@cache
def _further_deaths() -> re.Pattern[str]:
    because = any_of("weighing_words", use="because")
    died = phrases("deaths").pattern
    whose = r"(?:of the (?:\w+ )?(?:injured|wounded|hurt)|more|another|others?|further)"
    return re.compile(
        rf",?\s(?:{because})\s[^.;:]{{1,40}}?\b{whose}\b[^.;:]{{0,60}}?{died}", re.IGNORECASE
    )


def _of_this(early: re.Match[str], first: int, claim: Claim) -> bool:
    """Whether no other figure stands between words for a first one and the claim's own words, nor
    its own figure before them: "the ministry, which *had put the toll* at 20, said 31 had died"."""
    start, end = sorted((early.end(), first)) if early.start() < first else (first, early.start())
    return not has_number(_date().sub("", claim.sentence.exact[start:end]))


@cache
def _date() -> re.Pattern[str]:
    month = "|".join(months())
    return re.compile(
        rf"\b(?:\d{{1,2}}\s(?:{month})|(?:{month})\s\d{{1,2}}|(?:19|20)\d\d)\b", re.IGNORECASE
    )


def _counts_on(claim: Claim) -> bool:
    """ "A *third* person has died": said of three, it is the number that the dead have reached."""
    said = word_list(claim.span.exact)[:2]
    number = next((ordinals()[word] for word in said if word in ordinals()), None)
    return claim.property == "killed" and number is not None and claim.value == exactly(number)


@cache
def _running() -> re.Pattern[str]:
    phrases = sorted(
        row["phrase"] for row in lexicon("change_words") if row["direction"] == "running"
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


def goes_on(claim: Claim) -> bool:
    """Whether a figure says that it is not the last ("18 dead so far"), or counts bodies found."""
    label = word_list(claim.who.label) if claim.who else []
    said = word_list(claim.span.exact)
    if words_for("found").intersection((*label[-1:], *said[:1])):
        return True
    at = max(0, claim.span.start - claim.sentence.start)
    end = max(0, claim.span.end - claim.sentence.start)
    return bool(_running().search(claim.sentence.exact[at : end + _SOON]))


def set_against(claim: Claim) -> bool:
    """Whether a figure is set against another one, or lowers it ("only four", "fell to")."""
    if change_said(claim) in ("down", "any"):
        return True
    upto = max(0, claim.span.end - claim.sentence.start)
    return bool(words_for("against").intersection(word_list(claim.sentence.exact[:upto])))


def in_quotes(claim: Claim) -> bool:
    """Whether the figure stands inside quotation marks, so that somebody else's words give it."""
    sentence = claim.sentence.exact
    before = sentence[: max(0, claim.span.start - claim.sentence.start)]
    behind = sentence[max(0, claim.span.end - claim.sentence.start) :]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return True
    closes, opens = behind.find("”"), behind.find("“")
    return closes >= 0 and (opens < 0 or closes < opens)


def names_some(claim: Claim) -> bool:
    """Whether those are counted whose names are known ("four of the dead were identified")."""
    upto = max(0, claim.span.start - claim.sentence.start)
    said = word_list(claim.sentence.exact[max(0, upto - _NEAR // 2) : upto])
    return bool(words_for("naming").intersection((*said, *word_list(claim.span.exact))))


def doubted(claim: Claim) -> bool:
    """Whether a further person is only possible, or is given by somebody beside all others: "a
    possible fourth victim", "one source claimed that a fifth man died"."""
    label = word_list(claim.who.label) if claim.who else []
    upto = max(0, claim.span.start - claim.sentence.start)
    said = claim.sentence.exact[:upto].casefold()
    beside = any(f" {words} " in f" {said}" for words in words_for("beside-others"))
    return bool(words_for("doubtful").intersection(label)) or beside


def in_care(claim: Claim) -> bool:
    """Whether the words count those in a certain state or brought to hospital, as some of the
    hurt ("one was listed in serious condition")."""
    return bool(phrases("conditions").search(claim.span.exact))


def brought_in(claim: Claim) -> bool:
    """Whether those are counted who were brought to one hospital ("it had received 19 wounded"):
    others may have been brought to another."""
    upto = max(0, claim.span.start - claim.sentence.start)
    said = claim.sentence.exact[:upto]
    several = words_for("hospitals").intersection(word_list(said))
    return not several and bool(_taking_in().search(said))


@cache
def _taking_in() -> re.Pattern[str]:
    takes = any_of("care_words", use="takes-in")
    bound = any_of("number_bounds", "words")
    beside = r"(?:[^.;:,()]{1,40}\sand\s)?"  # "received seven bodies and 19 wounded"
    return re.compile(rf"\b(?:{takes})\s{beside}(?:the\s)?(?:(?:{bound})\s)?$", re.IGNORECASE)


def voice_name(voices: Mapping[str, Voice], voice: str) -> str:
    """A voice's name for a reader; its id where nothing better is known."""
    found = voices.get(voice)
    return found.name if found else voice


def attributed(claims: Iterable[Claim], voices: Mapping[str, Voice], limit: int = 3) -> str:
    """Who gives these claims, each source once, with those through whom it reaches us.

    "police (through Reuters and The Strait)"; an outlet that speaks for itself: its name alone.
    """
    through: dict[str, dict[str, None]] = {}
    spelled: dict[str, str] = {}
    for claim in sorted(claims, key=lambda each: (each.span.report, each.span.start, each.id)):
        name, *passed_on = _voices_of(claim, voices)
        primary = spelled.setdefault(bare(name) or name, in_a_sentence(name))
        through.setdefault(primary, {}).update(dict.fromkeys(passed_on))
    together: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(through)[:limit]:
        together.setdefault(tuple(through[name]), []).append(name)
    more = [f"{len(through) - limit} more"] if len(through) > limit else []
    return listed([*(_passed_on(names, path) for path, names in together.items()), *more])


def _voices_of(claim: Claim, voices: Mapping[str, Voice]) -> list[str]:
    """From the primary source to the outlet."""
    names = [voice_name(voices, link.voice) for link in reversed(claim.chain)] or ["a report"]
    return names[:1] if names[0] == names[-1] else list(dict.fromkeys(names))


def _passed_on(names: list[str], path: tuple[str, ...]) -> str:
    through = [name for name in path if name not in names]
    said = listed(names)
    if not through:
        return said
    both = "both " if len(names) == 2 else "all " if len(names) > 2 else ""
    return f"{said} ({both}through {listed(through, _THROUGH)})"


def in_words(day: str) -> str:
    """An ISO day for a sentence: "3 May 2031"; the text itself where it is none."""
    try:
        date = dt.date.fromisoformat(day[:10])
    except ValueError:
        return day
    return f"{date.day} {months()[date.month - 1].title()} {date.year}"


def clipped(text: str) -> str:
    """A quotation for a sentence: its first words where it is long."""
    words = text.split()
    return " ".join(words) if len(words) <= _QUOTED else " ".join(words[:_QUOTED]) + " …"


def listed(items: Iterable[str], limit: int = 4) -> str:
    """ "a, b and c"; beyond the limit "a, b, c, d and 2 more"."""
    names = list(dict.fromkeys(items))
    if len(names) > limit:
        names = [*names[:limit], f"{len(names) - limit} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
