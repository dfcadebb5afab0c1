"""The words of ``responsibility.tsv`` as one pattern, and the words around them."""

import re
from functools import cache

from rashomon.data import Row, lexicon
from rashomon.data.phrases import any_of, either, words
from rashomon.model.annotations import NameMention

_APART = r"\W{1,4}(?:\w{2,15}ly\W{1,4})?"
"""Between two words of a phrase an adverb may stand: "has *reportedly* claimed"."""
_MANY = r"(?:\w+\W{1,4}){1,8}?"
_MORE = r"(?:\w+\W{1,4}){1,16}?"
_FEW = r"(?:\w+\W{1,4}){0,2}?"
_END = r"(?=[.,;:”\"’')]|\s(?:and|but|or)\b|\s*$)"


@cache
def _rows() -> tuple[Row, ...]:
    """The rows, those of most words first."""
    return tuple(sorted(lexicon("responsibility"), key=lambda row: -len(row["phrase"].split())))


@cache
def cues() -> re.Pattern[str]:
    """Any phrase of the table; which one is told by ``row_of``. None is tried at a word that
    opens no phrase."""
    parts = [f"(?P<r{at}>{_pattern(row['phrase'])})" for at, row in enumerate(_rows())]
    opening = "|".join(_opening(row["phrase"]) for row in _rows())
    return re.compile(
        rf"\b(?=(?:{either(opening.split('|'))})\b)(?:{'|'.join(parts)})\b", re.IGNORECASE
    )


def row_of(found: re.Match[str]) -> Row:
    """The row whose phrase was found."""
    return _rows()[int((found.lastgroup or "r0")[1:])]


def _opening(phrase: str) -> str:
    """The words that a phrase may begin with; every phrase begins with some."""
    token, _, rest = phrase.partition(" ")
    return f"{token[:-1]}|{_opening(rest)}" if token.endswith("?") else token


def _pattern(phrase: str) -> str:
    """A phrase as a pattern: ``*`` one to eight words, ``**`` up to sixteen, ``~`` at most two,
    ``a|b`` either, ``a?`` or none, ``-ing`` any such form, ``DEED`` a noun for what was done."""
    tokens = phrase.split()
    final = len(tokens) - 1 - (tokens[-1] == "END")
    return "".join(_token(token, last=at == final) for at, token in enumerate(tokens))


def _token(token: str, last: bool) -> str:
    wild = {"*": _MANY, "**": _MORE, "~": _FEW, "END": _END}
    if token in wild:
        return wild[token]
    bare = token.removesuffix("?")
    said = either(bare.replace("DEED|", "").removesuffix("DEED").split("|"))
    if bare == "-ing":
        said = rf"(?!(?:{_no_deeds()})\b)\w{{2,15}}ing"
    if "DEED" in bare:
        said = "|".join(filter(None, (_deeds(), said)))
    whole = f"(?:{said})" + ("" if last else _APART)
    return f"(?:{whole})?" if bare != token else whole


@cache
def _deeds() -> str:
    nouns = {row["words"] for row in lexicon("deeds") if row["use"] == "blow"}
    return either(nouns)


@cache
def _no_deeds() -> str:
    """Words in -ing that are no form of a verb, or of one for what befell the speaker himself."""
    return any_of("deeds", "words", use="no-deed")


@cache
def unsaid() -> re.Pattern[str]:
    """What says that the words behind it are not so: "no group has", "declined to"."""
    said = any_of("deeds", "words", use="unsaid")
    return re.compile(rf"\b(?:{said})\b|n['’]t\b", re.IGNORECASE)


def no_verb(text: str, start: int, cue: int) -> bool:
    """Whether an article makes a noun of the word ("the *accused* was led in"), or what stands
    around it ("*Suspects* Sought", "an unknown *suspect* or suspects", "shooting *suspect* appears
    in court")."""
    word = re.compile(r"\w+").match(text, cue)
    if word is None or word[0].casefold() not in words("deeds", "words", use="noun-too"):
        return False
    if _who_is_suspect().match(text, cue) and _noun_around(text, start, *word.span()):
        return True
    return _article().search(text, max(start, cue - 12), cue) is not None


def _noun_around(text: str, start: int, first: int, last: int) -> bool:
    """At the head of a clause there is nobody who could suspect; a capital is a headline's."""
    opens = not text[start:first].strip() or text[:first].rstrip()[-1:] in ";:,–—"
    return opens or text[first].isupper() or bool(_suspect_is().match(text, last))


@cache
def _who_is_suspect() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('deeds', 'words', use='suspect')})\b", re.IGNORECASE)


@cache
def _suspect_is() -> re.Pattern[str]:
    """What stands behind the noun and not the verb: "suspect *who*", "suspect *arrested*"."""
    behind = any_of("deeds", "words", use="suspect is")
    return re.compile(rf"\s(?:{behind})\b|[.,;:]", re.IGNORECASE)


@cache
def other_offence() -> re.Pattern[str]:
    """A charge that is not of the deed itself, whoever did that: "possession of drugs"."""
    nouns = any_of("deeds", "words", use="offence")
    return re.compile(rf"\s(?:with\s|of\s)?(?:[\w-]{{2,15}}\s){{0,2}}?(?:{nouns})\b", re.IGNORECASE)


@cache
def kin_of() -> re.Pattern[str]:
    """ "*The husband of* Mara Orsa": not she."""
    return re.compile(rf"\b(?:{any_of('deeds', 'words', use='kin of')})\sof\s", re.IGNORECASE)


@cache
def blames() -> re.Pattern[str]:
    """A verb of blame: its own subject says it, whoever spoke before."""
    return re.compile(rf"(?:{any_of('deeds', 'words', use='blames')})\b", re.IGNORECASE)


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"\b(?:the|an?|other|both|two|three|co)[\s-]$", re.IGNORECASE)


@cache
def anaphor() -> re.Pattern[str]:
    """ "The group", "that militia", "the Sunni militant group": an armed group named before."""
    nouns = any_of("group_nouns", "noun")
    sort = any_of("deeds", "words", use="sort")
    return re.compile(
        rf"\b(?:the|that|this)\s(?:(?:{sort})\s){{0,2}}(?:{nouns})\b"
        r"(?!\sof\b|\s(?-i:[A-Z“]))",
        re.IGNORECASE,
    )


@cache
def goes_on() -> re.Pattern[str]:
    """Between people and the group that they are of."""
    return re.compile(r"\s(?:(?:of|from|with|in)|\w+ed\s(?:to|with|by)|\w+\sto)\s(?:the\s)?")


@cache
def blamed_people() -> re.Pattern[str]:
    """People without a name: "armed herders", "the protesters", "hackers"; of "the rebels'
    supporters" the supporters."""
    nouns = {noun for noun in words("people", "noun", type="person") if noun.isalpha()}
    crowds = words("crowds", "noun") | words("labels", "noun") | words("group_nouns", "noun")
    many = {_plural(noun) for noun in nouns | crowds} | words("deeds", "words", use="people")
    many |= words("deeds", "words", use="blamed")
    crew = any_of("deeds", "words", use="crew")
    small = any_of("function_words")
    word = rf"(?!(?:{small})\b)[\w’'-]{{2,20}}\s"
    return re.compile(
        rf"(?:^|\s)[“‘\"']?(?:an?\s(?:{crew})\sof\s|\w{{2,9}}\sof\s|\d{{1,4}}\s)?(?:the\s|some\s|local\s)?(?P<name>(?:{word}){{0,3}}?(?:{either(many)}))\b(?!['’]s|['’]\s\w+s\b)",
        re.IGNORECASE,
    )


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return f"{noun[:-3]}men"
    return noun if noun.endswith("s") else f"{noun}s"


@cache
def capitalised() -> re.Pattern[str]:
    """A name that no table and no model knew for one: "Los Lobos", "the Fana Boys"."""
    word = r"[^\W\d_a-zß-öø-ÿ][\w’'-]{1,30}"
    small = r"(?:of|the|de|del|al|la|las|los|and|for)"
    return re.compile(
        rf"\s[“‘\"']?(?:the\s|gangs?\s|groups?\s|militias?\s|clans?\s){{0,2}}[“‘\"']?"
        rf"(?P<name>{word}(?:\s(?:{small}\s)?{word}){{0,4}})"
    )


def tells_who(people: str) -> bool:
    """Whether a word for people says who they are: not "gunmen" or "the attackers"."""
    return people.casefold().split()[-1] not in words("deeds", "words", use="anybody")


def as_name(text: str, start: int, end: int, whole: str = "") -> NameMention:
    """The words as the name of a body, which may be known by another (``whole``)."""
    called = text[start:end]
    name = whole or called
    return NameMention(start=start, end=end, exact=called, kind="organisation", canonical=name)
