"""How a sentence of ours names a value and those who give it. Names are isolated, never trusted."""

from functools import cache

from rashomon.data import lexicon
from rashomon.data.spelling import in_a_sentence
from rashomon.model.claims import Claim, WhenValue
from rashomon.model.findings import Finding, Reading
from rashomon.model.numbers import NumberRange
from rashomon.publishing import words
from rashomon.publishing.accounts import value_words
from rashomon.publishing.book import Book
from rashomon.publishing.hostile import isolate

_LONGEST_QUOTE = 40
_NOBODY = "an account without a source"


def claims_of(reading: Reading, book: Book) -> list[Claim]:
    """The claims of a reading that are in the dossier, each once."""
    return [book.claims[each] for each in dict.fromkeys(reading.claims) if each in book.claims]


def reading_words(reading: Reading, book: Book) -> str:
    """The value of a reading; the words themselves where nobody could settle what they mean."""
    value = reading.value
    if type(value) is WhenValue and not (value.earliest or value.latest):
        said = dict.fromkeys(book.claims[c].span.exact for c in reading.claims if c in book.claims)
        return f"{words.listed([f'“{each}”' for each in said])}, not settled"
    return value_words(value, book)


def is_sum(reading: Reading, claims: list[Claim]) -> bool:
    """Whether nobody gave this number: it is made of what several of them counted."""
    return len(claims) > 1 and all(claim.value != reading.value for claim in claims)


def sources(reading: Reading, claims: list[Claim], book: Book) -> str:
    """Who gives a reading: its primary sources; of a sum all whose counts are in it."""
    names = [] if is_sum(reading, claims) else list(map(book.voice_name, reading.primary_sources))
    return listed_sources(names, claims, book)


def listed_sources(names: list[str], claims: list[Claim], book: Book) -> str:
    """These names as they stand within a sentence; without any, the primary voices of claims."""
    names = names or [book.voice_name(claim.primary()) for claim in claims if claim.chain]
    named = [isolate(in_a_sentence(name)) for name in dict.fromkeys(names)]
    return words.listed(named) or _NOBODY


def quoted(reading: Reading, claims: list[Claim]) -> str:
    """The words of a vague number, where they are few and all who give it use the same."""
    quotes = {claim.span.exact for claim in claims}
    exact = min(quotes) if len(quotes) == 1 else ""
    vague = isinstance(reading.value, NumberRange) and reading.value.vague
    return f" (“{isolate(exact)}”)" if vague and 0 < len(exact) <= _LONGEST_QUOTE else ""


def of_whom(finding: Finding, claims: list[Claim]) -> str:
    """ "2 (guards)": a part of the dead is not all of them; "20 (“militants”)": those who count
    them call them so, and others may not."""
    if finding.who is not None and words.is_of_some(finding.who) and finding.who.label:
        return f" ({isolate(finding.who.label)})"
    labels = {claim.who.label if claim.who else "" for claim in claims}
    label = labels.pop() if len(labels) == 1 else ""
    called = label.lower().split()[-1:]
    return f" (“{isolate(label)}”)" if _contested().intersection(called) else ""


def whom_and_words(finding: Finding, reading: Reading, claims: list[Claim]) -> str:
    """Of whom a number is, or the words of a vague one: these name those counted too."""
    return quoted(reading, claims) or of_whom(finding, claims)


@cache
def _contested() -> frozenset[str]:
    """Labels that writers exchange for one another."""
    return frozenset(row["label"] for row in lexicon("label_sets"))
